// Repeating what steps did: it happens, results are those of a step that ran, and whatever a step depends on is seen to change.
// In a process of those with threads: they stay.

import { afterEach, describe, expect, it, vi } from "vitest";
import {
  cat,
  compile,
  conv2d,
  crossEntropy,
  getNumThreads,
  grad,
  logSoftmax,
  manualSeed,
  maxPool2d,
  memoryStats,
  noGrad,
  randint,
  randn,
  scope,
  setNumThreads,
  type Tensor,
  zeros,
} from "../../../index.js";
import { wasmAllocator } from "../allocator.js";
import { WasmMemory } from "../memory.js";
import { Runtime, runtimeFor } from "../runtime.js";
import { CallLogs } from "./call-logs.js";

afterEach(() => vi.restoreAllMocks());

const bits = (t: Tensor) => [...new Uint32Array(Float32Array.from(t.toTypedArray()).buffer)];

/** How often notes were played, and taken, while `body` ran. */
function counted(body: () => void): { played: number; recorded: number } {
  const [play, record] = [vi.spyOn(Runtime.prototype, "play"), vi.spyOn(Runtime.prototype, "record")];
  body();
  const played = play.mock.results.filter(({ value }) => value === true).length;
  const result = { played, recorded: record.mock.calls.length };
  vi.restoreAllMocks();
  return result;
}

const makeNet = () => {
  manualSeed(5);
  const leaf = (...shape: number[]) =>
    randn(...shape)
      .mul(0.1)
      .requiresGrad_();
  return {
    kernel: leaf(16, 16, 3, 3),
    bias: leaf(16),
    head: leaf(10, 16 * 36),
    x: randn(8, 16, 14, 14),
    y: randint(0, 10, [8]),
  };
};
const step = ({ kernel, bias, head, x, y }: ReturnType<typeof makeNet>, rate: number) => {
  for (const leaf of [kernel, bias, head]) leaf.grad = null;
  const features = maxPool2d(conv2d(x, kernel, { bias }).relu(), 2).flatten(1);
  const loss = crossEntropy(features.matmul(head.t()), y);
  const gradients = grad(loss, [kernel, bias, head]);
  noGrad(() => {
    for (const [at, leaf] of [kernel, bias, head].entries()) leaf.sub_(gradients[at]!, { alpha: rate });
  });
  return loss.detach();
};

describe("repeating", () => {
  for (const threads of [1, 2, 3])
    it(`gives the bits of the steps themselves on ${threads} threads`, () => {
      const before = getNumThreads();
      setNumThreads(threads);
      try {
        const [net, other] = [makeNet(), makeNet()];
        const compiled = compile((rate: number) => step(net, rate));
        const losses: number[][] = [];
        const { played } = counted(() => {
          for (let call = 0; call < 8; call += 1) scope(() => losses.push(bits(compiled(0.01 * (call % 3)))));
        });
        expect(played).toBeGreaterThan(20);
        // What lives on lies elsewhere at each call.
        const moved = compile((rate: number) => step(other, rate));
        const held: Tensor[] = [];
        for (const [call, loss] of losses.entries()) {
          held.push(randn(1 + 1000 * call));
          expect(bits(moved(0.01 * (call % 3))), `call ${call}`).toEqual(loss);
        }
        for (const name of ["kernel", "bias", "head"] as const) expect(bits(net[name])).toEqual(bits(other[name]));
      } finally {
        setNumThreads(before);
      }
    });

  for (const threads of [1, 2])
    it(`repeats convolutions by their own kernels, pools and concatenations on ${threads} threads, but for what hangs on what images hold`, () => {
      const before = getNumThreads();
      setNumThreads(threads);
      try {
        manualSeed(6);
        const leaf = (...shape: number[]) =>
          randn(...shape)
            .mul(0.1)
            .requiresGrad_();
        // By plain sums; of these images Winograd's tiles are many enough, by eager kernels.
        const [first, second, x] = [leaf(24, 16, 3, 3), leaf(20, 40, 3, 3), zeros(8, 16, 4, 4).keep()];
        const [large, image] = [leaf(16, 16, 3, 3), zeros(6, 16, 16, 16).keep()];
        const body = () => {
          const inner = conv2d(x, first, { padding: 1 });
          const joined = cat([x, inner], 1);
          const [all, pooled] = [conv2d(joined, second), maxPool2d(joined, 2)];
          const wide = conv2d(image, large, { padding: 1 });
          const loss = all.pow(2).sum().add(pooled.pow(2).sum()).add(wide.pow(2).sum());
          return [all, pooled, wide, ...grad(loss, [first, second, large])];
        };
        // At the highest precision convolutions are left to their kernels.
        const compiled = compile(body, { precision: "highest" });
        let played = 0;
        for (let call = 0; call < 6; call += 1)
          scope(() => {
            noGrad(() => {
              x.copy_(randn(8, 16, 4, 4));
              image.copy_(randn(6, 16, 16, 16));
              // An image for plain sums, and one that is not finite.
              if (call === 3) image.select(0, 2).select(0, 1).select(0, 5).fill_(1e6);
              if (call === 4) x.select(0, 1).select(0, 1).select(0, 1).fill_(Number.NaN);
            });
            let results: Tensor[] = [];
            played = counted(() => {
              results = compiled();
            }).played;
            for (const [at, one] of body().entries())
              expect(bits(results[at]!), `call ${call}, ${at}`).toEqual(bits(one));
          });
        expect(played).toBeGreaterThan(8);
      } finally {
        setNumThreads(before);
      }
    });

  it("goes on where batches, losses and gradients come to lie elsewhere at each call", () => {
    const sizes = [3, 5000, 70, 900, 20_000, 11];
    const net = makeNet();
    const compiled = compile((x: Tensor, y: Tensor) => {
      for (const leaf of [net.kernel, net.bias, net.head]) leaf.grad = null;
      const features = maxPool2d(conv2d(x, net.kernel, { bias: net.bias }).relu(), 2).flatten(1);
      const loss = crossEntropy(features.matmul(net.head.t()), y);
      loss.backward();
      return loss.detach();
    });
    const held: Tensor[] = [];
    const call = (at: number) => {
      held.push(randn(sizes[at % sizes.length]!));
      if (held.length > 3) held.splice(at % 3, 1)[0]!.dispose();
      scope(() => void compiled(net.x.add(at), net.y.clone()));
    };
    for (let at = 0; at < 20; at += 1) call(at);
    const { played, recorded } = counted(() => {
      for (let at = 20; at < 60; at += 1) call(at);
    });
    // Steps that see nothing of what moves are repeated always, others now and then.
    expect(played).toBeGreaterThan(40 * 6);
    expect(played).toBeGreaterThan(recorded);
  });

  it("sees the number of threads change", () => {
    const before = getNumThreads();
    try {
      const [net, other] = [makeNet(), makeNet()];
      const compiled = compile((rate: number) => step(net, rate));
      const onOne = compile((rate: number) => step(other, rate));
      for (let call = 0; call < 12; call += 1)
        scope(() => {
          setNumThreads(1 + ((call >> 1) % 3));
          const loss = bits(compiled(0.1));
          setNumThreads(1);
          expect(loss, `call ${call}`).toEqual(bits(onOne(0.1)));
        });
    } finally {
      setNumThreads(before);
    }
  });

  it("sees numbers change that are no addresses", () => {
    const x = randn(6, 6);
    const compiled = compile((dim: number, factor: number) => logSoftmax(x.mul(factor).add(1), dim));
    for (const [dim, factor] of [0, 0, 0, 0, 1, 1, 0, 1].map((dim, call) => [dim, call % 2] as const))
      scope(() => expect(bits(compiled(dim, factor))).toEqual(bits(logSoftmax(x.mul(factor).add(1), dim))));
  });

  it("sees weights change whose copies it keeps, and weights that take the place of others", () => {
    const x = randn(4, 48);
    const compiled = compile((weight: Tensor) => noGrad(() => x.matmul(weight.t())));
    const agree = (weight: Tensor) =>
      scope(() => {
        const [result, expected] = [compiled(weight), x.matmul(weight.t())];
        const difference = result.sub(expected).abs().max().item();
        expect(difference).toBeLessThan(1e-4);
      });
    for (let round = 0; round < 4; round += 1)
      scope(() => {
        // Small enough to move to the host and back, and made anew at the same address.
        const weight = randn(4, 48);
        for (let call = 0; call < 5; call += 1) agree(weight);
        weight.mul_(-2);
        for (let call = 0; call < 5; call += 1) agree(weight);
      });
  });

  it("does not fill a later weight's copy where an earlier one's lay", () => {
    const x = randn(4, 48);
    const compiled = compile((weight: Tensor) => noGrad(() => x.matmul(weight.t())));
    for (let call = 0; call < 8; call += 1)
      scope(() => {
        // Another weight each call, at the same address.
        const weight = randn(64, 48);
        const [first, second, victim] = [zeros(64), zeros(4 * 64), zeros(64 * 48)];
        if (call > 3) for (const room of [first, second]) room.dispose();
        else for (const room of [first, second, victim]) room.dispose();
        compiled(weight);
        if (call > 3) expect(victim.abs().max().item()).toBe(0);
      });
  });

  it("has its work space again behind a call that found no room", () => {
    const [x, weight] = [randn(2, 16, 12, 12), randn(16, 16, 3, 3)];
    const compiled = compile(() => conv2d(conv2d(x, weight, { padding: 1 }).relu().mul(2), weight).sum());
    const once = () => scope(() => compiled().item());
    const allocateLast = vi.spyOn(wasmAllocator, "allocateLast");
    const expected = once();
    for (let call = 0; call < 6; call += 1) expect(once()).toBe(expected);
    const sizes = allocateLast.mock.calls.map(([bytes]) => bytes);
    // Where work space lay is known when the first call has shown how much it is.
    expect(sizes[1]).toBeGreaterThan(sizes[0]!);
    expect(new Set(sizes.slice(1)).size).toBe(1);
    const address = allocateLast.mock.results.at(-1)!.value as number;
    allocateLast.mockImplementationOnce(() => {
      throw new Error("no memory");
    });
    expect(once()).toBe(expected);
    allocateLast.mockClear();
    expect(once()).toBe(expected);
    expect(allocateLast.mock.calls).toEqual([[sizes[1]]]);
    expect(allocateLast.mock.results[0]!.value).toBe(address);
  });

  it("plays no notes that want more work space than there is where they were taken", () => {
    const runtime = runtimeFor(wasmAllocator);
    const logs = new CallLogs(runtime);
    wasmAllocator.withScratch(1024, (address) => {
      let ran = 0;
      const lent: number[] = [];
      const perform = (byteLength: number) => {
        const area = { address, byteLength, wanted: 0 };
        logs.perform(0, area, [1], () => {
          ran += 1;
          runtime.withScratch(512, (own) => void lent.push(own));
        });
        expect(area.wanted).toBe(576);
      };
      perform(1024);
      perform(1024);
      expect(ran).toBe(1);
      perform(512);
      expect(ran).toBe(2);
      expect(lent[0]).toBe(address);
      expect(lent[1]).not.toBe(address);
    });
  });

  it("uses no copy whose making failed", () => {
    const [weight, x] = [randn(10, 64), randn(4, 64)];
    const compiled = compile(() => noGrad(() => x.matmul(weight.t())));
    // The result, the copy, and then work space to fill it.
    let left = 3;
    const allocate = vi.spyOn(wasmAllocator, "allocate").mockImplementation((byteLength) => {
      left -= 1;
      if (left === 0) throw new Error("no memory");
      return original(byteLength);
    });
    const original = (byteLength: number) => WasmMemory.prototype.allocate.call(wasmAllocator, byteLength);
    expect(() => compiled()).toThrow("no memory");
    allocate.mockRestore();
    expect(compiled().sub(x.matmul(weight.t())).abs().max().item()).toBeLessThan(1e-4);
  });

  it("takes its notes no longer where they are of no use, and no memory", () => {
    const x = randn(64);
    const compiled = compile(() => x.mul(2).add(1).relu());
    const held: Tensor[] = [];
    const { played, recorded } = counted(() => {
      for (let call = 0; call < 40; call += 1) held.push(compiled());
    });
    expect(played).toBe(0);
    expect(recorded).toBeLessThan(20);
    // It is tried again after a while, and then pays.
    const later = counted(() => {
      for (let call = 0; call < 600; call += 1) scope(() => void compiled());
    });
    expect(later.played).toBeGreaterThan(50);
    for (const tensor of held) tensor.dispose();
    scope(() => void compiled());
    const before = memoryStats();
    for (let call = 0; call < 20; call += 1) scope(() => void compiled());
    expect(memoryStats()).toEqual(before);
  });
});
