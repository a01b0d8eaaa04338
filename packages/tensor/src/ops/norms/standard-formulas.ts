// What norms compute of each element, as formulas: sums, results and gradients, with and without a mean and a weight. How they are put
// together is standardize.ts's.

import type { KernelOp } from "../../door/op.js";
import { constant, type Value } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { type FormulaSums, sumsOfFormulas } from "../../formulas/sums.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import { once, present } from "./variants.js";

/** Attributes are the formula's numbers. */
type PlainOp = KernelOp<any, readonly string[], readonly ["output"], never, any>;
type Named = Readonly<Record<string, Value>>;

/**
 * Formulas without a gradient of their own: what is recorded is the norm.
 *
 * @__NO_SIDE_EFFECTS__
 */
function plain(
  name: string,
  inputs: readonly string[],
  formula: (given: Named) => Value,
  numbers: readonly string[] = [],
) {
  const gradient = () => inputs.map(() => null);
  return pointwise({ name, inputs, numbers, dtypes: floatingDTypes, formula, gradient } as never) as PlainOp;
}

export const meanOp = plain("mean", ["sum"], ({ sum, count }) => sum!.div(count!), ["count"]);

export const inverseSpreadOp = pointwise({
  name: "inverseSpread",
  inputs: ["squares"],
  numbers: ["count", "eps"],
  dtypes: floatingDTypes,
  formula: ({ squares, count, eps }) => constant(1).div(squares.div(count).add(eps).sqrt()),
});

const squareOp = plain("square", ["input"], ({ input }) => input!.mul(input!));
const squaredDistanceOp = plain("squaredDistance", ["input", "mean"], ({ input, mean }) => {
  const apart = input!.sub(mean!);
  return apart.mul(apart);
});

/** Of the input. */
export const squares = sumsOfFormulas("squares", [{ op: squareOp, from: [0] }]);
/** Of the input and its mean. */
export const squaredDistances = sumsOfFormulas("squaredDistances", [{ op: squaredDistanceOp, from: [0, 1] }]);

const standard = ({ input, mean, spread }: Named): Value =>
  (mean === undefined ? input! : input!.sub(mean)).mul(spread!);

/** Of the input, its mean if it has one, the inverse spread, weight and bias. */
export const standardOp = /* @__PURE__ */ once((isCentred: boolean, isWeighted: boolean, isBiased: boolean) =>
  plain(
    "standardize",
    present<string>("input", isCentred && "mean", "spread", isWeighted && "weight", isBiased && "bias"),
    ({ weight, bias, ...given }) => {
      const value = standard(given);
      const scaled = weight === undefined ? value : value.mul(weight);
      return bias === undefined ? scaled : scaled.add(bias);
    },
  ),
);

/**
 * Of the gradient, the input, its mean, the inverse spread, and the weight where that is inside: the sum of the gradient by the
 * standardized input, and behind it, where wanted, the sum of the gradient.
 */
export const gradientSums = /* @__PURE__ */ once(
  (isCentred: boolean, isWeighted: boolean, withLevel: boolean): FormulaSums => {
    const inputs = present<string>("grad", "input", isCentred && "mean", "spread", isWeighted && "weight");
    const scaled = ({ grad, weight }: Named) => (weight === undefined ? grad! : grad!.mul(weight));
    const along = plain("alongStandard", inputs, (given) => scaled(given).mul(standard(given)));
    const level = isWeighted ? plain("scaledGradient", ["grad", "weight"], scaled) : null;
    const terms = [{ op: along, from: inputs.map((_, at) => at) }];
    const levels = { op: level, from: isWeighted ? [0, inputs.length - 1] : [0] };
    return sumsOfFormulas("normGradientSums", withLevel ? [...terms, levels] : terms);
  },
);

/** Where a weight goes: it is the same for a group, and so outside of its sums, or inside. */
export type Weighted = "none" | "inside" | "outside";

/** Of the gradient, the input, its mean, the inverse spread, the weight and the sums, that of the gradient only where there is a mean. */
export const inputGradientOp = /* @__PURE__ */ once((isCentred: boolean, weighted: Weighted) =>
  plain(
    "normGradient",
    present<string>(
      "grad",
      "input",
      isCentred && "mean",
      "spread",
      weighted !== "none" && "weight",
      "along",
      isCentred && "level",
    ),
    ({ grad, weight, level, along, count, ...given }) => {
      const own = weighted === "inside" ? grad!.mul(weight!) : grad!;
      const share = constant(1).div(count!);
      const less = level === undefined ? own : own.sub(level.mul(share));
      const value = less.sub(standard(given).mul(along!.mul(share))).mul(given["spread"]!);
      return weighted === "outside" ? value.mul(weight!) : value;
    },
    ["count"],
  ),
);

/** Where the moments are given: of the gradient, the inverse spread and the weight. */
export const givenGradientOp = /* @__PURE__ */ once((isWeighted: boolean) =>
  plain("scaleGradient", present<string>("grad", "spread", isWeighted && "weight"), ({ grad, spread, weight }) => {
    const value = grad!.mul(spread!);
    return weight === undefined ? value : value.mul(weight);
  }),
);
