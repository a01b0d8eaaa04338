// The rule for cross entropy's gradient: bits are those of the ops, for weights, ignored targets, every reduction, and what is not
// finite.

import { describe, expect, it } from "vitest";
import {
  type CrossEntropyOptions,
  compile,
  crossEntropy,
  manualSeed,
  randint,
  randn,
  type Tensor,
  tensor,
} from "../../../index.js";

const bits = (t: Tensor) => [...new Uint32Array(Float32Array.from(t.toTypedArray()).buffer)];

const shapes = [
  [1, 1],
  [1, 10],
  [7, 2],
  [32, 10],
  [130, 5],
  [257, 103],
] as const;

/** The gradient of a loss, compiled and not. */
function agree(
  logits: Tensor,
  target: Tensor,
  options: CrossEntropyOptions | undefined,
  factor: Tensor = tensor(1),
): string {
  const body = () => {
    logits.grad = null;
    const loss = crossEntropy(logits, target, options ?? {})
      .mul(factor)
      .sum();
    loss.backward();
    return [loss.detach(), logits.grad!.clone()];
  };
  const expected = body().map(bits);
  const step = compile(body);
  for (const call of ["first", "second"]) expect(step().map(bits), `${call} call`).toEqual(expected);
  return step.explain();
}

describe("the rule for cross entropy", () => {
  for (const [rows, classes] of shapes)
    for (const reduction of ["mean", "sum", "none"] as const)
      it(`${rows} rows of ${classes} classes, ${reduction}`, () => {
        manualSeed(rows + classes);
        const logits = randn(rows, classes).mul(5).requiresGrad_();
        const target = randint(0, classes, [rows]);
        const plan = agree(logits, target, { reduction });
        expect(plan).toContain("5 ops: cross entropy");
        agree(logits, target, { reduction, weight: randn(classes).abs() }, randn(1));
        agree(logits, target, { reduction, ignoreIndex: 0 }, tensor(0));
      });

  it("spreads what is not finite as the ops do", () => {
    const logits = randn(6, 4);
    logits.select(0, 1).fill_(Number.NaN);
    logits.select(0, 2).select(0, 3).fill_(Number.POSITIVE_INFINITY);
    logits.select(0, 3).select(0, 0).fill_(Number.NEGATIVE_INFINITY);
    const target = tensor([0, 1, 2, 3, 0, 1], { dtype: "int32" });
    const isNaNOr = (body: () => readonly Tensor[]) => body().map((t) => Array.from(t.toTypedArray(), String));
    const leaf = logits.requiresGrad_();
    const body = () => {
      leaf.grad = null;
      crossEntropy(leaf, target, { reduction: "sum" }).mul(Number.POSITIVE_INFINITY).backward();
      return [leaf.grad!.clone()];
    };
    expect(isNaNOr(compile(body))).toEqual(isNaNOr(body));
  });

  it("leaves label smoothing and images of classes to the ops where it must", () => {
    const logits = randn(3, 5, 2, 2, { requiresGrad: true });
    const target = randint(0, 5, [3, 2, 2]);
    agree(logits, target, {});
    agree(logits, target, { labelSmoothing: 0.1, ignoreIndex: 2 });
  });
});
