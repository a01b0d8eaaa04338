// The optimizers' kernels on numbers next to the end of a float's range: what they flush to zero changes no parameter, leaves no
// subnormal state, and takes nothing else along. Ordinary numbers are the samples' affair.

import { describe, expect, it } from "vitest";
import { adamStep_, noGrad, sgdStep_, type Tensor, tensor } from "../../../index.js";

const smallest = 2 ** -149;
const leastNormal = 2 ** -126;
const magnitudes = [
  0,
  smallest,
  2 ** -130,
  leastNormal,
  1e-37,
  1e-36,
  1e-34,
  1e-30,
  1e-24,
  1e-20,
  1e-18,
  1e-9,
  1,
  1e20,
];
const signed = magnitudes.flatMap((value) => [value, -value]);
const [adam, sgd] = [
  {
    ...{ beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 0 },
    ...{ stepSize: 0.001, correction2Root: 0.7, maximize: false },
  },
  { lr: 0.01, momentum: 0.9, dampening: 0, weightDecay: 0, nesterov: false, maximize: false },
];

/** All combinations of a gradient, an average and, for Adam, a square. */
const rows = signed.flatMap((g) => signed.flatMap((m) => magnitudes.map((v) => [g, m, v] as const)));

const steps = {
  adam: ([p, g, m, v]: readonly [Tensor, Tensor, Tensor, Tensor]) => adamStep_(p, g, m, v, adam),
  sgd: ([p, g, m]: readonly [Tensor, Tensor, Tensor, Tensor]) => sgdStep_(p, g, m, sgd),
};

/** Parameter and state after a step. */
function stepped(step: keyof typeof steps, device: "cpu" | "reference", [g, m, v]: readonly (readonly number[])[]) {
  const start = g!.map((_, at) => [-1, 1e-6, 1][at % 3]!);
  return noGrad(() => {
    const tensors = [start, g!, m!, v!].map((values) => tensor([...values], { device }));
    steps[step](tensors as never);
    return { parameter: tensors[0]!.data(), average: tensors[2]!.data(), squares: tensors[3]!.data() };
  });
}

const columns = [0, 1, 2].map((column) => rows.map((row) => row[column]!));

describe.each(["adam", "sgd"] as const)("%s near zero", (step) => {
  it("moves parameters as the plain loops do, bit for bit", () => {
    const [own, plain] = [stepped(step, "cpu", columns), stepped(step, "reference", columns)];
    expect(own.parameter).toEqual(plain.parameter);
    for (const name of ["average", "squares"] as const)
      for (const [at, value] of own[name].entries())
        expect(Math.abs(value - plain[name][at]!), `${name} ${rows[at]}`).toBeLessThan(1.2e-35);
  });

  it("leaves no subnormal state, from which steps would be slow", () => {
    const { average, squares } = stepped(step, "cpu", columns);
    for (const value of [...average, ...(step === "adam" ? squares : [])])
      expect(value === 0 || Math.abs(value) >= leastNormal, `${value}`).toBe(true);
  });

  it("keeps what is not finite, and what is not a number", () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const column of step === "adam" ? [0, 1, 2] : [0, 1]) {
      const given = [0, 1, 2].map((at) => odd.concat(1).map((value) => (at === column ? value : 0.5)));
      expect(stepped(step, "cpu", given)).toEqual(stepped(step, "reference", given));
    }
  });
});

describe("a unit without gradients", () => {
  it("comes to rest at zero, whatever the factors", () => {
    for (const [momentum, lr] of [
      [0.9, 0.01],
      [0.1, 1e-6],
      [0.5, 0],
    ] as const) {
      const [p, g, m] = [tensor([1]), tensor([0]), tensor([1e-30])];
      noGrad(() => {
        for (let call = 0; call < 2000; call += 1) sgdStep_(p, g, m, { ...sgd, momentum, lr });
      });
      expect(m.item()).toBe(0);
    }
  });
});
