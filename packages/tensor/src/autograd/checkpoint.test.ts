// checkpoint: the gradients of the plain call, of first and second order and compiled, with less memory, and no numbers from what
// changed meanwhile.

import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { grad as gradFn, vmap } from "../func/index.js";
import {
  arange,
  batchNorm,
  compile,
  dropout,
  grad,
  type MaskRequest,
  manualSeed,
  memoryStats,
  noGrad,
  ones,
  rand,
  randn,
  scope,
  type Tensor,
  withMasks,
  zeros,
} from "../index.js";
import { checkpoint, checkpointSequential } from "./checkpoint.js";

const size = 64;

function block(weight: Tensor) {
  return (x: Tensor): Tensor => dropout(x.matmul(weight).tanh(), { p: 0.25, training: true }).mul(x).sigmoid();
}

/** Loss and gradients of blocks one behind the other, each called by `by`. */
function step(by: (fn: (x: Tensor) => Tensor, x: Tensor) => Tensor, count = 4) {
  manualSeed(3);
  const weights = Array.from({ length: count }, () => randn(size, size, { requiresGrad: true }));
  let x = randn(size, size, { requiresGrad: true });
  const input = x;
  for (const weight of weights) x = by(block(weight), x);
  const loss = x.sum();
  loss.backward();
  const next = rand(1).item();
  return [loss.item(), next, ...[input, ...weights].map(({ grad }) => grad!.toArray())];
}

const plain = (fn: (x: Tensor) => Tensor, x: Tensor) => fn(x);
const again = (fn: (x: Tensor) => Tensor, x: Tensor) => checkpoint(fn, x);

it("gives the gradients of the plain call, with the same masks, and leaves the generator where it was", () => {
  expect(scope(() => step(again))).toEqual(scope(() => step(plain)));
  expect(step(again)).toEqual(step(plain));
});

/** A source that gives each of its calls another mask, and after every second draws too. */
function counting() {
  let calls = 0;
  const mask = ({ shape }: MaskRequest, draw: () => Tensor): Tensor => {
    calls++;
    const drawn = calls % 2 === 0 ? draw() : null;
    return (
      drawn ??
      arange(size * size)
        .reshape(...shape)
        .remainder(calls + 2)
        .ne(0)
    );
  };
  return { mask, calls: () => calls };
}

it.each([false, true])("keeps masks that somebody gives, whether backward is within: %s", (isWithin) => {
  const run = (by: typeof plain) => {
    manualSeed(3);
    const weight = randn(size, size, { requiresGrad: true });
    const source = counting();
    const layer = (x: Tensor) => block(weight)(x).mul(rand(size, size));
    const finish = (loss: Tensor) => {
      loss.backward();
      return loss.item();
    };
    const forward = () => by(layer, by(layer, by(layer, ones(size, size)))).sum();
    const loss = isWithin ? withMasks(source, () => finish(forward())) : finish(withMasks(source, forward));
    return [loss, source.calls(), rand(1).item(), weight.grad!.toArray()];
  };
  expect(run(again)).toEqual(run(plain));
  expect(run(again)[1]).toBe(3);
});

it("asks nobody for the masks that it drew, where somebody gives them on the way back", () => {
  const run = (by: typeof plain) => {
    manualSeed(3);
    const weight = randn(size, size, { requiresGrad: true });
    const loss = by(block(weight), ones(size, size)).sum();
    const source = counting();
    withMasks(source, () => loss.backward());
    return [source.calls(), weight.grad!.toArray()];
  };
  expect(run(again)).toEqual(run(plain));
});

it("does so compiled", () => {
  const compiled = (by: typeof plain) => compile(() => step(by))();
  expect(compiled(again)).toEqual(compiled(plain));
  const part = (h: Tensor) => h.exp().tanh();
  const twice = compile((x: Tensor) =>
    again(part, again(part, x.mul(2)))
      .sum()
      .backward(),
  );
  twice(randn(20, 20, { requiresGrad: true }));
  // Before either part, and where each is computed again.
  expect(twice.explain().match(/ended by \w+/g)).toEqual(Array(4).fill("ended by checkpoint"));
});

it("draws anew where it shall not preserve the generator's state", () => {
  const once = (fn: (x: Tensor) => Tensor, x: Tensor) => checkpoint(fn, x, { preserveRngState: false });
  expect(step(once)).not.toEqual(step(plain));
});

it("takes the memory of a part", () => {
  const peakOf = (by: typeof plain) =>
    scope(() => {
      const before = memoryStats().bytes;
      let peak = 0;
      const watch = (fn: (x: Tensor) => Tensor, x: Tensor) => {
        const y = by((h) => {
          const result = fn(h);
          peak = Math.max(peak, memoryStats().bytes - before);
          return result;
        }, x);
        peak = Math.max(peak, memoryStats().bytes - before);
        return y;
      };
      let x = randn(size, size, { requiresGrad: true });
      for (let at = 0; at < 16; at++) x = watch((h) => h.exp().tanh().exp().tanh().exp().tanh(), x);
      x.sum().backward();
      return peak / (size * size * 4);
    });
  const [all, parts] = [peakOf(plain), peakOf(again)];
  // Each part saves six results; of the checkpoints one remains, and six of the part under way.
  expect(all).toBeGreaterThan(96);
  expect(parts).toBeLessThan(26);
});

it("leaves nothing behind", () => {
  const before = memoryStats();
  scope(() => {
    step(again);
  });
  expect(memoryStats()).toEqual(before);
});

it("has second derivatives", () => {
  const both = (by: typeof plain) => {
    manualSeed(1);
    const x = randn(20, 20, { requiresGrad: true });
    const w = randn(20, 20, { requiresGrad: true });
    const y = by((h) => h.matmul(w).tanh().pow(3), x.mul(1));
    const [first] = grad(y.sum(), [x], { createGraph: true });
    const [ofX, ofW] = grad(first.pow(2).sum(), [x, w]);
    return [first, ofX, ofW].map((one) => one.toArray());
  };
  expect(both(again)).toEqual(both(plain));
});

it("goes back twice through a graph that is retained, and part by part", () => {
  const both = (by: typeof plain) => {
    manualSeed(1);
    const x = randn(20, 20, { requiresGrad: true });
    const w = randn(20, 20, { requiresGrad: true });
    const y = by((h) => h.matmul(w).tanh().exp(), x.mul(1)).sum();
    const [ofW] = grad(y, [w], { retainGraph: true });
    y.backward({ retainGraph: true });
    y.backward();
    return [ofW, x.grad!, w.grad!].map((one) => one.toArray());
  };
  expect(both(again)).toEqual(both(plain));
});

it("takes several inputs and gives several outputs, and may stand in another", () => {
  const both = (by: typeof checkpoint) => {
    manualSeed(1);
    const [x, y] = [randn(20, 20, { requiresGrad: true }), randn(20, 20, { requiresGrad: true })];
    const { a, rest } = by(
      (p: Tensor, q: Tensor, factor: number) => ({ a: by(block(q), p).exp(), rest: [p.mul(q).tanh().mul(factor)] }),
      x,
      y,
      3,
    );
    a.add(rest[0]!).exp().mean().backward();
    return [x, y].map(({ grad }) => grad!.toArray());
  };
  const called = ((fn: (...inputs: unknown[]) => unknown, ...inputs: unknown[]) => fn(...inputs)) as typeof checkpoint;
  expect(both(checkpoint)).toEqual(both(called));
});

it("is the plain call where nothing is recorded", () => {
  let calls = 0;
  const fn = (x: Tensor) => {
    calls += 1;
    return x.exp();
  };
  expect(noGrad(() => checkpoint(fn, randn(2, { requiresGrad: true }))).requiresGrad).toBe(false);
  expect(calls).toBe(1);
});

it("refuses what would give other numbers", () => {
  const large = () => randn(20, 20, { requiresGrad: true });
  let calls = 0;
  const more = (x: Tensor) => (calls++ === 0 ? x.exp().tanh() : x.exp());
  expect(thrown(() => checkpoint(more, large().mul(1)).sum().backward())).toMatchInlineSnapshot(`
    "AutogradError: checkpoint: A different number of computations was recorded during the original forward and recomputation.
    Number of computations recorded during forward: 2
    Number of computations recorded during recomputation: 1
    The function must do the same whenever it is called with the same inputs."
  `);
  let others = 0;
  const other = (x: Tensor) => (others++ === 0 ? x.exp().tanh() : x.exp().sigmoid());
  expect(thrown(() => checkpoint(other, large().mul(1)).sum().backward())).toMatchInlineSnapshot(
    `"AutogradError: checkpoint: Recomputed values have different metadata than during the forward pass: computation 1 was tanh of shape [20, 20] and is sigmoid of shape [20, 20] now. The function must do the same whenever it is called with the same inputs."`,
  );
  const x = large().mul(1);
  const loss = checkpoint((h: Tensor) => h.neg().exp().tanh(), x).sum();
  x.detach().mul_(2);
  expect(thrown(() => loss.backward())).toMatchInlineSnapshot(
    `"AutogradError: checkpoint: one of the variables that it is computed from has been modified by an inplace operation: the tensor of shape [20, 20] was at version 0 and is at version 1 now, so that the second call would compute something else. Use the op without the trailing underscore, or call backward before the write."`,
  );
  const bias = large();
  const biased = checkpoint((h: Tensor) => h.add(bias).exp().tanh(), large()).sum();
  noGrad(() => bias.add_(1));
  expect(thrown(() => biased.backward())).toMatch(/modified by an inplace operation/);
  expect(thrown(() => checkpoint((h: Tensor) => h, large(), { use_reentrant: false } as never))).toMatchInlineSnapshot(
    `"ArgumentError: checkpoint: got an unexpected option use_reentrant; here it is useReentrant"`,
  );
  expect(thrown(() => checkpoint(async (h: Tensor) => h, large()))).toMatchInlineSnapshot(
    `"ArgumentError: checkpoint: the function returned a promise, but must be synchronous; await before or after it"`,
  );
});

it("goes through functions in segments", () => {
  const both = (through: (list: ((x: Tensor) => Tensor)[], x: Tensor) => Tensor) => {
    manualSeed(1);
    const x = randn(20, 20, { requiresGrad: true });
    const weights = Array.from({ length: 5 }, () => randn(20, 20, { requiresGrad: true }));
    through(weights.map(block), x).sum().backward();
    return [x, ...weights].map(({ grad }) => grad!.toArray());
  };
  const wanted = both((list, x) => list.reduce((value, fn) => fn(value), x));
  for (const segments of [1, 2, 5]) expect(both((list, x) => checkpointSequential(list, segments, x))).toEqual(wanted);
  expect(thrown(() => checkpointSequential([], 1, randn(1)))).toMatchInlineSnapshot(
    `"ArgumentError: checkpointSequential: segments must be an integer from 1 to the number of functions, 0, but got 1"`,
  );
});

it("writes buffers once, and has the gradients of what they were", { timeout: 60_000 }, () => {
  const both = (by: typeof plain, wrap: (body: (x: Tensor) => void) => (x: Tensor) => void) => {
    manualSeed(1);
    const x = randn(size, size, { requiresGrad: true });
    const w = randn(size, size, { requiresGrad: true });
    const [average, mean, variance] = [zeros(size), zeros(size), ones(size)].map((one) => one.keep()) as [
      Tensor,
      Tensor,
      Tensor,
    ];
    const part = (h: Tensor): Tensor => {
      noGrad(() => average.mul_(0.5).add_(h.detach().mean(0)));
      const normed = batchNorm(h.matmul(w), mean, variance, { training: true });
      return normed.sub(average).exp().tanh();
    };
    const step = wrap((input) => by(part, by(part, input).exp()).sum().backward());
    scope(() => {
      step(x);
      step(x);
    });
    return [average, mean, variance, x.grad!, w.grad!].map((one) => one.toArray());
  };
  const eager = (body: (x: Tensor) => void) => body;
  const compiled = (body: (x: Tensor) => void) => compile(body);
  const wanted = both(plain, eager);
  expect(both(again, eager)).toEqual(wanted);
  expect(both(again, compiled)).toEqual(wanted);
});

it("does so where functions were mapped before, and within one that is", () => {
  const mean = (by: typeof plain) => {
    manualSeed(2);
    const average = zeros(size).keep();
    const x = randn(size, size, { requiresGrad: true });
    const part = (h: Tensor) => {
      noGrad(() => average.mul_(0.5).add_(h.detach().mean(0)));
      return h.sub(average).exp().tanh();
    };
    scope(() => by(part, by(part, x)).sum().backward());
    return [average, x.grad!].map((one) => one.toArray());
  };
  vmap((x: Tensor) => x.mul(2))(ones(2, 3));
  expect(mean(again)).toEqual(mean(plain));
  const mapped = (by: typeof plain) => {
    const sample = (x: Tensor) => {
      const count = x.detach().mul(1);
      const part = (h: Tensor) => {
        noGrad(() => count.mul_(2));
        return h.mul(count).exp().tanh();
      };
      return by(part, x).sum();
    };
    return vmap(gradFn(sample))(ones(3, 4).div(2)).toArray();
  };
  expect(mapped(again)).toEqual(mapped(plain));
});
