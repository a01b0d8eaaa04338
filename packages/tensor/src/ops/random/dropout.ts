// dropout: units thrown out at random while training, the survivors scaled up. The masks are the generator's Bernoulli
// draws, so that the same seed drops the same units as PyTorch on a CPU. One body serves every kind of dropout: which shape the mask
// has and what takes the place of what is dropped is a kind's (dropouts.ts has the others).

import { describe } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import { where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import * as kernels from "../../kernels/kernels.js";
import { defaultGenerator, type Generator } from "../../random/generator.js";
import { hasMaskSource, maskFrom } from "../../random/mask-source.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import { isContiguous, memoryOrder, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { copy_ } from "../creation/copy.js";
import { floating } from "../operands.js";
import { mul } from "../pointwise/mul.js";
import { expand } from "../reductions/sum.js";
import { permute, permuteResult } from "../views/permute.js";
import { bernoulliMask } from "./random.js";

const maskedScaleOp = pointwise({
  name: "dropout",
  inputs: ["input", "mask"],
  truths: ["mask"],
  numbers: ["scale"],
  dtypes: floatingDTypes,
  // A true product, not a choice: 0 · ∞ is NaN, as it is in PyTorch.
  formula: ({ input, mask, scale }) => input.mul(where(mask, scale, 0)),
});

// What is dropped becomes a number of its own, and what stays is shifted: a product and a sum, each rounded, as PyTorch's.
const maskedShiftOp = pointwise({
  name: "alphaDropout",
  inputs: ["input", "mask"],
  truths: ["mask"],
  numbers: ["scale", "shift", "dropped"],
  dtypes: floatingDTypes,
  formula: ({ input, mask, scale, shift, dropped }) =>
    input.mul(where(mask, scale, 0)).add(where(mask, shift, dropped)),
});

// The same with the mask drawn on the way, which saves a pass over it.
const dropoutOp = defineOp({
  name: "dropout",
  inputs: ["input"],
  outputs: ["output", "mask"],
  kernel: kernels.dropout,
  infer: ([input]) => [input, { shape: input.shape, dtype: "bool" }],
  save: { mask: ["input"] },
  backward: ({ grad, mask, attributes: { scale } }): Gradients => [apply(maskedScaleOp, [grad, mask], { scale })],
});

export interface DropoutOptions {
  /** The probability that an element is DROPPED, in [0, 1]; the papers' p is often the share kept. Default 0.5. */
  readonly p?: number;
  /** Whether to drop at all: in evaluation dropout is the identity. */
  readonly training: boolean;
  /** Whether to write over the input, which is returned then. Default false. */
  readonly inplace?: boolean;
  /** Where the draws come from. Default: the default generator. */
  readonly generator?: Generator;
}

/** By name, or in PyTorch's order: `dropout(x, 0.5, this.training)`. */
export type DropoutArguments =
  | readonly [options: DropoutOptions]
  | readonly [p: number | null | undefined, options: Omit<DropoutOptions, "p">]
  | readonly [
      p: number | null | undefined,
      training: boolean,
      ...rest: Positional<Omit<DropoutOptions, "p" | "training">, ["inplace"]>,
    ];

/**
 * Sets elements to zero with probability p and multiplies the others by 1/(1 − p), anew at every call; where not
 * training, or where p is 0, returns the input itself. Shape: (*) → (*). The draws go to the elements in the order in which they
 * lie in memory, as PyTorch's: of a transposed view, column by column. Unlike PyTorch's, `training` has no default: where it is
 * forgotten, a model would drop units in evaluation too.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html; Srivastava et al., JMLR 15 (2014).
 *
 * @throws ArgumentError if p is outside [0, 1], or if `training` is not given.
 * @example
 * ```ts
 * import { dropout, manualSeed, ones } from "@bernoulli/tensor";
 * manualSeed(0);
 * dropout(ones(6), { p: 0.25, training: true }).toArray(); // → [0, 1.3333334, 1.3333334, 0, 1.3333334, 0]
 * dropout(ones(3), 0.5, false).toArray(); // → [1, 1, 1]
 * ```
 */
export function dropout(input: Tensor, ...rest: DropoutArguments): Tensor {
  checkTensor("dropout", "input", input);
  return droppedOut("dropout", input, dropoutOptions("dropout", rest), units);
}

/** What sets one kind of dropout apart from another. */
export interface DropoutKind {
  /** Of a mask that is stretched over the input, so that one draw decides for all that it covers; null where each element has its own. */
  readonly maskShape: (op: string, shape: Shape) => Shape | null;
  /** What becomes of elements: those that stay are scaled and shifted, those that are dropped become `dropped`; shifts of 0 are not added. */
  readonly filling: (p: number, round: (value: number) => number) => Filling;
}

interface Filling {
  readonly scale: number;
  readonly shift: number;
  readonly dropped: number;
}

/** Zeros take the place of what is dropped. The noise is divided in the input's own precision. */
export const zeros: DropoutKind["filling"] = (p, round) => ({ scale: round(1 / round(1 - p)), shift: 0, dropped: 0 });

/** Each element for itself. */
const units: DropoutKind = { maskShape: () => null, filling: zeros };

/** The options of a dropout out of what stands behind its input, checked. */
export function dropoutOptions(op: string, given: readonly unknown[]): DropoutOptions {
  const places = ["p", "training", "inplace"] as const;
  const options =
    given.length === 0 ? (undefined as unknown as DropoutOptions) : optionsOf<DropoutOptions>(op, places, given);
  checkOptions(op, options, [...places, "generator"]);
  const { p = 0.5, training } = options;
  checkProbability(p);
  if (typeof training !== "boolean") {
    throw new ArgumentError(
      `${op}: training must be given, true or false, but got ${describe(training)}; in a module pass { training: this.training }`,
    );
  }
  return options;
}

/** Dropout of a kind: draws, and what becomes of the elements, in place where that is asked for. */
export function droppedOut(op: string, input: Tensor, options: DropoutOptions, kind: DropoutKind): Tensor {
  const { p = 0.5, training, inplace, generator = defaultGenerator() } = options;
  if (!training || p === 0 || input.numel() === 0) return input;
  const values = floating(input);
  // PyTorch multiplies by zero and draws nothing: 1/(1 − p) is infinite.
  const output = p === 1 ? mul(values, 0) : drawn(op, values, { p, generator }, kind);
  return inplace === true ? copy_(input, output) : output;
}

function drawn(
  op: string,
  values: Tensor,
  { p, generator }: Required<Pick<DropoutOptions, "p" | "generator">>,
  { maskShape, filling }: DropoutKind,
): Tensor {
  const { scale, shift, dropped } = filling(p, values.dtype === "float32" ? Math.fround : (value) => value);
  const keep = 1 - p;
  const shape = maskShape(op, values.shape);
  // PyTorch's result lies as the input does, and so does a mask of its shape: so they are made, and seen as the input is.
  const order = isContiguous(values) ? null : memoryOrder(values);
  const lying = order === null ? values : permute(values, order);
  const isPlain = shift === 0 && dropped === 0;
  const back = (lying: Tensor) =>
    order === null
      ? lying
      : permuteResult(
          lying,
          order.map((_, dim) => order.indexOf(dim)),
        );
  const output =
    shape === null && isPlain && !hasMaskSource()
      ? drop(lying, { generator, p: keep, scale })
      : withMask(lying, mask(), { scale, shift, dropped }, isPlain);
  return back(output);

  function mask(): Tensor {
    const draw = (own: Shape) => bernoulliMask(keep, own, values.device, generator);
    if (shape === null && !hasMaskSource()) return draw(lying.shape);
    const own = maskFrom({ op, shape: shape ?? values.shape, p, device: values.device }, () =>
      shape === null ? back(draw(lying.shape)) : draw(shape),
    );
    const stretched = shape === null ? own : expand(own, values.shape);
    return order === null ? stretched : permute(stretched, order);
  }
}

function withMask(values: Tensor, mask: Tensor, { scale, shift, dropped }: Filling, isPlain: boolean): Tensor {
  if (isPlain) return apply(maskedScaleOp, [values, mask], { scale });
  return apply(maskedShiftOp, [values, mask], { scale, shift, dropped });
}

function drop(values: Tensor, drawing: Parameters<typeof apply<typeof dropoutOp>>[2]): Tensor {
  const [output, mask] = apply(dropoutOp, [values], drawing);
  if (!output.requiresGrad) mask.dispose();
  return output;
}

/** Throws PyTorch's error unless p is a probability. */
export function checkProbability(p: number): void {
  if (typeof p !== "number" || !(p >= 0 && p <= 1))
    throw new ArgumentError(`dropout probability has to be between 0 and 1, but got ${describe(p)}`);
}
