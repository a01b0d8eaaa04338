// Storage: where the bytes lie, on either device, and that counts are kept.
// In a process of its own: it looks at memory, which is to be untouched.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { backends } from "../backends/backends.js";
import { Storage } from "./storage.js";
import { storageCounts } from "./storage-counts.js";

describe.each(["cpu", "reference"] as const)("a storage on %s", (device) => {
  const make = (bytes: number) => new Storage(backends[device].allocator, bytes, "a test");

  it("counts itself and its bytes while it is on the device", () => {
    const before = { ...storageCounts };
    const storage = make(100);
    expect(storageCounts).toEqual({ live: before.live + 1, bytes: before.bytes + 100 });
    storage.toHost();
    expect(storageCounts).toEqual(before);
    expect(storage.toDevice()).toBe(true);
    expect(storageCounts).toEqual({ live: before.live + 1, bytes: before.bytes + 100 });
    storage.free();
    storage.free();
    expect(storageCounts).toEqual(before);
  });

  it("keeps its elements on the way to JavaScript memory and back", () => {
    const storage = make(16);
    storage.elements("int32").set([1, -2, 3, 4]);
    storage.toHost();
    expect([storage.onHost, [...storage.elements("int32")]]).toEqual([true, [1, -2, 3, 4]]);
    storage.elements("int32")[0] = 7;
    storage.toDevice();
    expect([storage.onHost, [...storage.elements("int32")]]).toEqual([false, [7, -2, 3, 4]]);
    storage.free();
  });

  it("shows its elements where they lie after other allocations grew the memory", () => {
    const storage = make(16);
    const view = storage.elements("float32");
    view.set([1, 2, 3, 4]);
    const others = [make(40 * 2 ** 20), make(40 * 2 ** 20)];
    expect([...storage.elements("float32")]).toEqual([1, 2, 3, 4]);
    storage.elements("float32")[0] = 9;
    expect(storage.elements("float32")[0]).toBe(9);
    for (const other of [storage, ...others]) other.free();
  });

  it("has no address once it is freed, nor while it lies in JavaScript memory", () => {
    const storage = make(16);
    storage.toHost();
    expect(thrown(() => storage.address)).toMatch(/FreedTensorError/);
    storage.free();
    const message =
      "FreedTensorError: this tensor, made by a test, was freed when its step ended; call .keep() or .item() inside the step";
    for (const use of [() => storage.address, () => storage.elements("float32"), () => storage.toDevice()])
      expect(thrown(use)).toBe(message);
  });
});
