// The allocator: alignment, joining of free blocks, growth, addresses above 2 GiB, the end of memory, and a long random
// run against a list of what should be there.
// In a process of its own: it looks at memory, which is to be untouched.

import { seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { integerBelow } from "./conformance.testing.js";
import { slackBytes, WasmMemory, WasmOutOfMemoryError } from "./memory.js";

const mebibyte = 2 ** 20;

/** Checks that the blocks cover the memory without gaps, that no two free ones touch, and that the counts are theirs. */
function checkBlocks(memory: WasmMemory): void {
  const blocks = [...memory.blocks()];
  let end = blocks[0]?.address ?? 0;
  let freeBefore = false;
  for (const { address, size, live } of blocks) {
    expect(address).toBe(end);
    expect(address % 64).toBe(0);
    expect(freeBefore && !live).toBe(false);
    end = address + size;
    freeBefore = !live;
  }
  const { bytesReserved, blocksLive } = memory.stats();
  expect(end).toBe(Math.max(bytesReserved, 65536));
  expect(blocks.filter(({ live }) => live)).toHaveLength(blocksLive);
}

describe("WasmMemory", () => {
  it("takes the end of a block back, and joins it with what is free behind", () => {
    const memory = new WasmMemory({ maximumBytes: mebibyte });
    const [first, last] = [memory.allocate(4096), memory.allocate(64)];
    const before = memory.stats();
    memory.free(last);
    memory.shorten(first, 1000);
    checkBlocks(memory);
    expect(memory.stats().bytesLive).toBe(1000);
    // As long as it is, or longer, it stays.
    memory.shorten(first, 1000);
    memory.shorten(first, 5000);
    expect(memory.stats().bytesLive).toBe(1000);
    expect(memory.allocate(64)).toBeLessThan(last);
    memory.free(first);
    checkBlocks(memory);
    expect(() => memory.shorten(first, 0)).toThrow("no live block");
    expect(before.bytesLive).toBe(4160);
  });

  it("hands out aligned blocks with slack behind them, and takes address 0 from nobody", () => {
    const memory = new WasmMemory({ maximumBytes: mebibyte });
    const addresses = [0, 1, 63, 64, 65].map((size) => memory.allocate(size));
    for (const address of addresses) expect(address % 64).toBe(0);
    addresses.reduce((before, address) => {
      expect(address - before).toBeGreaterThanOrEqual(slackBytes);
      return address;
    }, 0);
    expect(memory.stats()).toMatchObject({ blocksLive: 5, bytesLive: 193 });
    checkBlocks(memory);
  });

  it("joins neighbours that are freed, in any order", () => {
    const memory = new WasmMemory({ maximumBytes: mebibyte });
    const addresses = [100, 200, 300, 400].map((size) => memory.allocate(size));
    for (const i of [2, 0, 1, 3]) {
      memory.free(addresses[i] as number);
      checkBlocks(memory);
    }
    expect([...memory.blocks()]).toHaveLength(1);
  });

  it("hands out the last place, which stays the same whatever comes and goes in front", () => {
    const memory = new WasmMemory({ maximumBytes: 40 * mebibyte });
    memory.free(memory.allocate(4 * mebibyte));
    const random = seeded(5);
    const places = new Set<number>();
    const held: number[] = [];
    for (let call = 0; call < 50; call += 1) {
      const address = memory.allocateLast(mebibyte);
      places.add(address);
      held.push(memory.allocate(1 + integerBelow(random, 10_000)));
      checkBlocks(memory);
      memory.free(address);
      if (random() < 0.4) memory.free(held.splice(integerBelow(random, held.length), 1)[0]!);
    }
    expect(places.size).toBe(1);
    for (const address of held) memory.free(address);
    expect([...memory.blocks()]).toHaveLength(1);
    // Where the end is taken it is the last of what is free, and the memory grows where nothing fits.
    const end = memory.allocateLast(mebibyte);
    expect(memory.allocateLast(mebibyte)).toBeLessThan(end);
    expect(memory.allocateLast(16 * mebibyte)).toBeGreaterThan(end);
    expect(() => memory.allocateLast(40 * mebibyte)).toThrow(WasmOutOfMemoryError);
    checkBlocks(memory);
  });

  it("agrees with a model over a long random run", () => {
    const random = seeded(11);
    const memory = new WasmMemory({ maximumBytes: 64 * mebibyte });
    const model = new Map<number, { size: number; stamp: number }>();
    for (let i = 0; i < 4000; i += 1) {
      const shrinking = i % 1000 > 700;
      if (random() < (shrinking ? 0.3 : 0.6) || model.size === 0) {
        const size = Math.floor(2 ** (random() * 17));
        const address = i % 3 === 0 ? memory.allocateLast(size) : memory.allocate(size);
        const isApart = ([other, { size: taken }]: readonly [number, { readonly size: number }]) =>
          address + size + slackBytes <= other || other + taken + slackBytes <= address;
        expect([...model].filter((block) => !isApart(block))).toEqual([]);
        const stamp = i & 0xff;
        new Uint8Array(memory.memory.buffer, address, size).fill(stamp);
        model.set(address, { size, stamp });
      } else {
        const [address, { size, stamp }] = [...model][integerBelow(random, model.size)] as [
          number,
          { size: number; stamp: number },
        ];
        const bytes = new Uint8Array(memory.memory.buffer, address, size);
        expect(bytes.every((byte) => byte === stamp)).toBe(true);
        memory.free(address);
        model.delete(address);
      }
      if (i % 50 === 0) checkBlocks(memory);
    }
    const bytesLive = [...model.values()].reduce((total, { size }) => total + size, 0);
    expect(memory.stats()).toMatchObject({ blocksLive: model.size, bytesLive });
    for (const address of model.keys()) memory.free(address);
    checkBlocks(memory);
    expect(memory.stats().bytesLive).toBe(0);
  });

  it("has no room for 4 GiB and more, whatever lies free", () => {
    const memory = new WasmMemory();
    memory.free(memory.allocate(8 * mebibyte));
    for (const byteLength of [2 ** 32, 2 ** 32 + mebibyte, 5 * 2 ** 32])
      expect(() => memory.allocate(byteLength)).toThrow(WasmOutOfMemoryError);
    expect(memory.stats()).toMatchObject({ blocksLive: 0 });
  });

  it("reaches above 2 GiB with unsigned addresses", () => {
    const memory = new WasmMemory();
    const low = memory.allocate(2 ** 31);
    const high = memory.allocate(4096);
    expect(high).toBeGreaterThan(2 ** 31);
    const { buffer, byteOffset } = memory.locate(high);
    new Float32Array(buffer, byteOffset, 1024).fill(2);
    expect(new Float32Array(buffer, byteOffset, 1024)[1023]).toBe(2);
    memory.free(low);
    memory.free(high);
    checkBlocks(memory);
  });

  it("says what it wanted and how it stood when memory ends", () => {
    const memory = new WasmMemory({ maximumBytes: mebibyte });
    memory.allocate(600_000);
    let thrown: unknown;
    try {
      memory.allocate(600_000);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(WasmOutOfMemoryError);
    expect((thrown as WasmOutOfMemoryError).stats).toMatchObject({ bytesLive: 600_000, bytesMaximum: mebibyte });
    expect((thrown as Error).message).toMatchInlineSnapshot(
      `"cpu: out of memory: wanted 600000 bytes while 600000 bytes in 1 blocks are live (reserved 1048576, maximum 1048576); free what is no longer needed by ending its scope, or take smaller batches"`,
    );
    // What is there goes on working.
    memory.allocate(300_000);
    checkBlocks(memory);
  });

  it("counts scratch space while it is lent, and takes it back when its user throws", () => {
    const memory = new WasmMemory({ maximumBytes: mebibyte });
    memory.withScratch(1000, () => expect(memory.stats().scratchBytesLive).toBe(1000));
    expect(() =>
      memory.withScratch(1000, () => {
        throw new Error("stop");
      }),
    ).toThrow("stop");
    expect(memory.stats()).toMatchObject({ scratchBytesLive: 0, blocksLive: 0 });
  });

  it("refuses to free what is not there", () => {
    const memory = new WasmMemory({ maximumBytes: mebibyte });
    const address = memory.allocate(10);
    memory.free(address);
    expect(() => memory.free(address)).toThrow("no live block");
  });
});
