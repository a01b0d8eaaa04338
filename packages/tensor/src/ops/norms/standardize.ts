// What batch, layer, group and instance norm and RMS norm share: elements less the mean of their group, divided by how far it spreads,
// and scaled by what is learnt. The spread is measured from the mean, so nothing cancels. Sums and results are a pass over memory each,
// forward and back, and regions of plans; the gradient is written out, that of the gradient a composition.

import { isRecording, noGrad } from "../../autograd/grad-mode.js";
import { record } from "../../autograd/record.js";
import { apply } from "../../door/apply.js";
import { currentLifting } from "../../door/lifting.js";
import type { AnyOp, Gradients } from "../../door/op.js";
import type { Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { sub } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { expand, sum } from "../reductions/sum.js";
import { reshape } from "../views/view.js";
import { goesByRows, rowNorm, rowNormGradients } from "./row-norm.js";
import * as formulas from "./standard-formulas.js";
import { present } from "./variants.js";

/** How elements are grouped, and what they are scaled by. */
export interface Grouping {
  /** Dimensions along which a group lies. */
  readonly dims: readonly number[];
  /** The shape in which weight and bias are stretched over the input. */
  readonly scaleShape: Shape;
  readonly eps: number;
}

/** Of each group, in a tensor where dimensions along which it lies have size 1. */
export interface Moments {
  /** Null where the spread is measured from zero. */
  readonly mean: Tensor | null;
  /** The sum of squared distances. */
  readonly squares: Tensor;
  /** How many elements a group has. */
  readonly count: number;
}

/** What is learnt of a norm, or null. */
export interface Scale {
  readonly weight: Tensor | null;
  readonly bias: Tensor | null;
}

/** The moments of the groups along `dims`; about zero rather than the mean where they are not centred. Without gradients. */
export function momentsOf(input: Tensor, dims: readonly number[], isCentred = true): Moments {
  return noGrad(() => {
    const count = dims.reduce((product, dim) => product * input.shape[dim]!, 1);
    if (!isCentred) return { mean: null, squares: formulas.squares([input], dims)[0]!, count };
    const mean = apply(formulas.meanOp, [sum(input, [...dims], { keepdim: true })], { count });
    const [squares] = formulas.squaredDistances([input, expand(mean, input.shape)], dims);
    return { mean, squares: squares!, count };
  });
}

/** 1/√(variance + eps) of each group. */
export function inverseSpread({ squares, count }: Pick<Moments, "squares" | "count">, eps: number): Tensor {
  return noGrad(() => apply(formulas.inverseSpreadOp, [squares], { count, eps }));
}

/**
 * The input less `mean`, by `spread`, scaled. Its gradient is that of the moments too, unless these are `given`, as running
 * statistics are.
 */
export function standardized(
  name: string,
  input: Tensor,
  { mean, spread }: { readonly mean: Tensor | null; readonly spread: Tensor },
  { weight, bias }: Scale,
  grouping: Grouping & { readonly isGiven: boolean },
): Tensor {
  const inputs = [input, weight, bias, mean, spread];
  const lifting = currentLifting();
  const given = (lifting === null ? inputs : lifting.lift(inputs)) as typeof inputs;
  const output = noGrad(() => {
    const all = given as [Tensor, Tensor | null, Tensor | null, Tensor | null, Tensor];
    return scaled(all[0], all[3], all[4], all[1], all[2], grouping.scaleShape);
  });
  record(ruleOf(name), given, { ...grouping, weightShape: weight?.shape ?? bias?.shape ?? [] }, [output]);
  return output;
}

/** {@link standardized} over the last dimensions, from `rank` on, by moments of its own. */
export function standardizedOverLast(
  name: string,
  input: Tensor,
  scale: Scale,
  { rank, eps, isCentred }: { readonly rank: number; readonly eps: number; readonly isCentred: boolean },
): Tensor {
  const { weight, bias } = scale;
  const dims = input.shape.flatMap((_, dim) => (dim < rank ? [] : [dim]));
  const scaleShape = input.shape.map((size, dim) => (dim < rank ? 1 : size));
  const grouping = { dims, scaleShape, eps, isGiven: false };
  if (!goesByRows(rank, input, weight, bias)) {
    const moments = momentsOf(input, dims, isCentred);
    return standardized(name, input, { mean: moments.mean, spread: inverseSpread(moments, eps) }, scale, grouping);
  }
  const { output, mean, spread } = noGrad(() => rowNorm(input, weight, bias, { rank, eps, isCentred }));
  const attributes: RuleAttributes = { ...grouping, weightShape: weight?.shape ?? bias?.shape ?? [], rank };
  record(ruleOf(name), [input, weight, bias, mean, spread], attributes, [output]);
  return output;
}

interface RuleAttributes extends Grouping {
  readonly isGiven: boolean;
  /** Of a norm that goes by rows: from where on they lie. */
  readonly rank?: number;
  readonly weightShape: Shape;
}

/** What the graph holds: the inputs are input, weight, bias, mean and spread. */
const rules = new Map<string, AnyOp>();

function ruleOf(name: string): AnyOp {
  let rule = rules.get(name);
  if (rule === undefined) {
    const saved = (called: string, at: number, readers: readonly number[]) => {
      return { name: called, from: "inputs" as const, at, readers };
    };
    rule = {
      kind: "kernel",
      name,
      save: [saved("input", 0, [0, 1]), saved("weight", 1, [0]), saved("mean", 3, [0, 1]), saved("spread", 4, [0, 1])],
      backward: gradients,
    } as unknown as AnyOp;
    rules.set(name, rule);
  }
  return rule;
}

interface RuleContext {
  readonly grad: Tensor;
  readonly needs: readonly boolean[];
  readonly attributes: RuleAttributes;
  readonly input: Tensor;
  readonly weight: Tensor | null;
  readonly mean: Tensor | null;
  readonly spread: Tensor;
}

/** Stretched over the input; null stays null. */
function over(input: Tensor, tensor: Tensor | null, shape?: Shape): Tensor | null {
  if (tensor === null) return null;
  return expand(shape === undefined ? tensor : reshape(tensor, shape), input.shape);
}

function scaled(
  input: Tensor,
  mean: Tensor | null,
  spread: Tensor,
  weight: Tensor | null,
  bias: Tensor | null,
  shape: Shape,
): Tensor {
  const op = formulas.standardOp(mean !== null, weight !== null, bias !== null);
  const operands = [
    input,
    over(input, mean),
    over(input, spread),
    over(input, weight, shape),
    over(input, bias, shape),
  ];
  return apply(op, present(...operands) as never) as Tensor;
}

function gradients(context: RuleContext): Gradients {
  const { grad, needs, attributes, input = null } = context as RuleContext & { input?: Tensor };
  const { scaleShape, weightShape } = attributes;
  // A bias alone reads nothing but what arrives.
  if (input === null) return [null, null, reshape(sumDown(grad, scaleShape), weightShape), null, null];
  return isRecording() ? recordedGradients(context) : plainGradients(context, needs);
}

function sumDown(tensor: Tensor, shape: Shape): Tensor {
  const dims = dimsOfScale(tensor.shape, shape);
  return dims.length === 0 ? tensor : sum(tensor, dims, { keepdim: true });
}

/** Along which weight and bias are the same. */
function dimsOfScale(shape: Shape, scaleShape: Shape): number[] {
  return shape.flatMap((size, dim) => (scaleShape[dim] === 1 && size !== 1 ? [dim] : []));
}

/** Groups along the very dimensions along which the weight is the same need no sums of their own, as in batch norm. */
function isScaledAsGrouped({ dims, scaleShape }: Grouping, { shape }: Tensor): boolean {
  return shape.every((size, dim) => size === 1 || dims.includes(dim) === (scaleShape[dim] === 1));
}

function plainGradients(
  { grad, attributes, input, weight = null, mean = null, spread }: RuleContext,
  needs: readonly boolean[],
): Gradients {
  const { dims, scaleShape, weightShape, isGiven, rank } = attributes;
  const [wantsInput, wantsWeight, wantsBias] = needs as readonly [boolean, boolean, boolean];
  if (rank !== undefined && goesByRows(rank, grad))
    return [...rowNormGradients({ grad, input, mean, spread, weight }, rank, wantsWeight, wantsBias), null, null];
  const isCentred = mean !== null;
  const [means, spreads] = [over(input, mean), over(input, spread)!];
  const weights = over(input, weight, scaleShape);
  const unscaled = present(grad, input, means, spreads);
  const alike = isScaledAsGrouped(attributes, input);
  const count = dims.reduce((product, dim) => product * input.shape[dim]!, 1);
  let sums: readonly Tensor[] | null = null;
  let [ofWeight, ofBias]: readonly Tensor[] = [];
  if (wantsWeight || wantsBias || (alike && wantsInput && !isGiven)) {
    const withLevel = wantsBias || (alike && wantsInput && isCentred);
    const along = alike ? dims : dimsOfScale(input.shape, scaleShape);
    [ofWeight, ofBias] = formulas.gradientSums(isCentred, false, withLevel)(unscaled, along);
    if (alike) sums = present(ofWeight!, isCentred ? ofBias! : null);
  }
  let ofInput: Tensor | null = null;
  if (wantsInput && isGiven) {
    ofInput = apply(formulas.givenGradientOp(weights !== null), present(grad, spreads, weights) as never) as Tensor;
  } else if (wantsInput) {
    const isInside = weights !== null && !alike;
    sums ??= formulas.gradientSums(isCentred, isInside, isCentred)(isInside ? [...unscaled, weights] : unscaled, dims);
    const op = formulas.inputGradientOp(isCentred, weights === null ? "none" : isInside ? "inside" : "outside");
    const operands = present(...unscaled, weights, ...sums.map((one) => over(input, one)));
    ofInput = apply(op, operands as never, { count } as never) as Tensor;
  }
  return [
    ofInput,
    wantsWeight ? reshape(ofWeight!, weightShape) : null,
    wantsBias ? reshape(ofBias!, weightShape) : null,
    null,
    null,
  ];
}

/** The same, of ops that are recorded, and so have gradients again: the moments are computed anew, as functions of the input. */
function recordedGradients({
  grad,
  needs,
  attributes,
  input,
  weight = null,
  mean: givenMean = null,
  spread: givenSpread,
}: RuleContext): Gradients {
  const { dims, scaleShape, weightShape, eps, isGiven } = attributes;
  const count = dims.reduce((product, dim) => product * input.shape[dim]!, 1);
  const meanOf = (tensor: Tensor) => mul(sum(tensor, [...dims], { keepdim: true }), 1 / count);
  const mean = givenMean === null ? null : isGiven ? givenMean : meanOf(input);
  const apart = mean === null ? input : sub(input, mean);
  const spread = isGiven
    ? givenSpread
    : apply(formulas.inverseSpreadOp, [meanOf(mul(apart, apart))], { count: 1, eps });
  const standard = mul(apart, spread);
  const scaledGrad = weight === null ? grad : mul(grad, reshape(weight, scaleShape));
  let ofInput: Tensor | null = null;
  if (needs[0] === true) {
    const direct = mul(scaledGrad, spread);
    if (isGiven) ofInput = direct;
    else {
      const along = mul(standard, meanOf(mul(scaledGrad, standard)));
      const level = mean === null ? scaledGrad : sub(scaledGrad, meanOf(scaledGrad));
      ofInput = mul(sub(level, along), spread);
    }
  }
  const down = (tensor: Tensor) => reshape(sumDown(tensor, scaleShape), weightShape);
  return [
    ofInput,
    needs[1] === true ? down(mul(grad, standard)) : null,
    needs[2] === true ? down(grad) : null,
    null,
    null,
  ];
}
