// Regions that go on from sums over rows: bits are those of the ops one by one, whatever threads there are. Random ones are compared in
// compile/regions.
// In a process of those with threads: they stay.

import { afterEach, describe, expect, it } from "vitest";
import { compile, manualSeed, noGrad, randn, type Tensor, tensor } from "../../../index.js";
import { wasmAllocator } from "../allocator.js";
import { runtimeFor } from "../runtime.js";
import { setNumThreads } from "../threads/count.js";

afterEach(() => setNumThreads(1));

/** Whether all is the same, NaNs as NaNs. */
const isAlike = (a: Tensor, b: Tensor) => {
  const [one, other] = [a.toTypedArray(), b.toTypedArray()];
  return one.length === other.length && one.every((value, at) => Object.is(value, other[at]));
};

/** Compiles a body, and holds its calls, on one thread and on several, to the plain one; gives the plan. */
function agree(body: () => readonly Tensor[]): string {
  const expected = body();
  const step = compile(body);
  for (const threads of [1, 1, 2]) {
    setNumThreads(threads);
    runtimeFor(wasmAllocator).awaitThreads();
    for (const [at, result] of step().entries())
      expect(isAlike(result, expected[at]!), `result ${at}, ${threads} threads`).toBe(true);
  }
  setNumThreads(1);
  return step.explain();
}

const stepsOf = (plan: string) => plan.split("\n").filter((line) => /^ *\d+ {2}/.test(line));
const regionsOf = (plan: string) => stepsOf(plan).filter((line) => line.endsWith("region")).length;

const keepdim = true;
const softmax = (x: Tensor) => {
  const powers = x.sub(x.amax(-1, { keepdim })).exp();
  return powers.div(powers.sum(-1, { keepdim }));
};
const logSoftmax = (x: Tensor) => {
  const apart = x.sub(x.max(-1, { keepdim }).values);
  return apart.sub(apart.exp().sum(-1, { keepdim }).log());
};
const layerNorm = (x: Tensor) => {
  const apart = x.sub(x.mean(-1, { keepdim }));
  return apart.div(apart.mul(apart).mean(-1, { keepdim }).add(1e-5).sqrt());
};
const rmsNorm = (x: Tensor) => x.mul(x.mul(x).mean(-1, { keepdim }).add(1e-5).rsqrt());

const special = () => {
  const x = randn(6, 37);
  const values = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e-40, 3e38];
  for (const [row, value] of values.slice(0, 6).entries()) x.select(0, row).narrow(0, row, 3).fill_(value);
  x.select(0, 5).fill_(Number.NEGATIVE_INFINITY);
  return x;
};

describe.each([
  ["softmax", softmax],
  ["logSoftmax", logSoftmax],
  ["layer norm", layerNorm],
  ["RMS norm", rmsNorm],
] as const)("%s by composition", (_, op) => {
  it("is one region forward, and one back", () => {
    manualSeed(1);
    const [x, weight] = [randn(50, 37), randn(50, 37)];
    expect(stepsOf(agree(() => [noGrad(() => op(x))]))).toHaveLength(1);
    const plan = agree(() => {
      const leaf = x.detach().requiresGrad_();
      const y = op(leaf);
      y.backward({ gradient: weight });
      return [y.detach(), leaf.grad!];
    });
    // The extreme's way back asks for the places of columns.
    expect(stepsOf(plan).filter((line) => !line.includes("positions")).length).toBeLessThanOrEqual(2);
  });

  it.each([
    [[16]],
    [[1, 16]],
    [[3, 17]],
    [[2, 3, 31]],
    [[70, 1000]],
    [[5, 20_000]],
    [[2, 40_000]],
    [[70_000]],
    [[5, 3]],
    [[0, 20]],
    [[]],
  ])("of %j", (shape) => {
    manualSeed(2);
    const [x, weight] = [randn(...shape), randn(...shape)];
    agree(() => {
      const leaf = x.detach().requiresGrad_();
      if (shape.length === 0) return [leaf.detach().exp()];
      const y = op(leaf);
      y.backward({ gradient: weight });
      return [y.detach(), leaf.grad!];
    });
  });

  it("takes what is not finite, and zeros of both signs", () => {
    manualSeed(3);
    const x = special();
    const zeros = tensor([0, -0]).repeat(16).reshape(2, 16);
    for (const given of [x, zeros, zeros.neg()])
      expect(regionsOf(agree(() => [op(given), op(given.neg())]))).toBeGreaterThan(0);
  });
});

describe("a region that goes on from its sums", () => {
  it("reads what is written over before it is", () => {
    const run = (wrap: (body: () => readonly Tensor[]) => () => readonly Tensor[]) => {
      manualSeed(4);
      const [x, average] = [randn(9, 40), randn(9, 1)];
      const step = wrap(() =>
        noGrad(() => {
          const middle = x.mean(1, { keepdim });
          average.mul_(0.9).add_(middle);
          x.sub_(middle);
          const size = x.abs().mean(1, { keepdim });
          x.div_(size).add_(average);
          return [size.add(average), x.mul(2)];
        }),
      );
      return [...step(), ...step(), x, average];
    };
    let plan = "";
    const expected = run((body) => body);
    const compiled = run((body) => {
      const step = compile(body);
      return () => {
        const results = step();
        plan = step.explain();
        return results;
      };
    });
    expect(compiled.map((one, at) => isAlike(one, expected[at]!))).toEqual(expected.map(() => true));
    expect(stepsOf(plan)).toHaveLength(1);
  });

  it("gives the places of extremes, the first of equals", () => {
    const x = tensor([3, 1, 3, 0, -0, 0]).repeat(6).reshape(2, 18);
    const plan = agree(() => {
      const { values, indices } = x.max(1, { keepdim });
      const least = x.abs().min(1, { keepdim });
      return [indices, x.sub(values).mul(indices.to("float32")), x.add(least.values), least.indices];
    });
    expect(plan).toContain("max + ");
  });

  it("says of what stays alone that its rows are not gone over again", () => {
    const x = randn(40, 3);
    const step = compile(() => [x.sum(1, { keepdim }).sqrt()]);
    step();
    expect(step.explain({ why: true })).toMatchInlineSnapshot(`
      "plan 1 of 1
      1  sum   [40, 1]
         alone: sqrt beside it goes over [40, 1], and this over [40, 3], not in rows that are gone over again when their sums are known
      2  sqrt  [40, 1]
         alone: sum beside it goes over [40, 3], and this over [40, 1]
      2 ops in 2 steps; values take up to 0.0 MiB at once"
    `);
  });
});
