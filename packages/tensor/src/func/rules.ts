// How ops compute all samples at once: those that go element by element, along a dimension, matrix by matrix or image by image. What has no
// rule here is computed sample by sample (interpret.ts), which is as right, and slower.

import { apply } from "../door/apply.js";
import type { AnyOp, KernelOp } from "../door/op.js";
import { contiguous } from "../ops/creation/clone.js";
import { expand } from "../ops/reductions/sum.js";
import { select } from "../ops/views/slice.js";
import { reshape } from "../ops/views/view.js";
import { type Shape, sameShape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { exited, type Level } from "./samples.js";

export type Computing = Exclude<AnyOp, { kind: "view" }>;
export type Inputs = readonly (Tensor | null)[];

/** One call: its inputs as samples of the level, and with the samples along the first dimension. */
interface Call {
  readonly op: Computing;
  readonly level: Level;
  readonly inputs: Inputs;
  readonly attributes: any;
}

type Rule = (call: Call) => readonly Tensor[] | null;

/** Ops that work along `dim` or `dims` of all their inputs, by kernel. */
const alongDims = [
  "sum",
  "reduce",
  "cat",
  "flip",
  "roll",
  "softmax",
  "logSoftmax",
  "max",
  "min",
  "sort",
  "scan",
  "resample",
];

/** Ops of which the first dimension is of things that do not see each other, by kernel: how many inputs have it; the others have no samples. */
const stacks: Readonly<Record<string, number>> = {
  conv2d: 1,
  conv2dInputGradient: 1,
  im2col: 1,
  col2im: 1,
  maxPool2d: 1,
  maxPool2dBackward: 2,
  maxPool2dGather: 2,
  avgPool2d: 1,
  avgPool2dBackward: 1,
  nllLoss: 2,
  nllLossBackward: 3,
};

/** Whose draws go to the elements in their order, so that those of all samples are those of one large tensor. */
const drawsInOrder = ["dropout", "sampledEach"];

/** All samples at once, along the first dimension of each output; null where no rule can. */
export function atOnce(op: Computing, level: Level, inputs: Inputs, attributes: unknown): readonly Tensor[] | null {
  const { name, access } = op.kernel;
  const rule = access === "elementwise" || drawsInOrder.includes(name) ? elementwise : ruleOf(name);
  return rule?.({ op, level, inputs, attributes }) ?? null;
}

function ruleOf(kernel: string): Rule | null {
  if (kernel === "matmul") return products;
  if (alongDims.includes(kernel)) return shifted;
  return kernel in stacks ? stacked : null;
}

/** All samples of an input, also where they are the same. */
export function allOf(input: Tensor, level: Level): Tensor {
  return exited(input, level) ?? expand(input, [level.size, ...input.shape]);
}

/** The one sample of an input of which all are the same; null where they are not known to be. */
function sharedOf(input: Tensor, level: Level): Tensor | null {
  const all = exited(input, level);
  if (all === null) return input;
  return all.strides[0] === 0 || level.size === 1 ? select(all, 0, 0) : null;
}

/** Runs an op, if its results are shaped as those of a sample with the samples' dimension in front. */
function run(
  call: Call,
  inputs: Inputs,
  attributes: unknown,
  front: (shape: Shape) => Shape,
): readonly Tensor[] | null {
  const { op } = call;
  const infer = op.infer as unknown as (metas: Inputs, attributes: unknown) => readonly { readonly shape: Shape }[];
  const wanted = infer(call.inputs, call.attributes).map(({ shape }) => front(shape));
  const given = infer(inputs, attributes);
  if (!given.every(({ shape }, at) => sameShape(shape, wanted[at]!))) return null;
  const outputs: Tensor | Tensor[] = apply(op as KernelOp, inputs as never, attributes as never) as never;
  return Array.isArray(outputs) ? outputs : [outputs];
}

const inFront =
  ({ size }: Level) =>
  (shape: Shape): Shape => [size, ...shape];

function elementwise(call: Call): readonly Tensor[] | null {
  const { inputs, level, op } = call;
  const first = inputs.find((input) => input !== null)!;
  if (inputs.some((input) => input !== null && !sameShape(input.shape, first.shape))) return null;
  const isDrawn = drawsInOrder.includes(op.kernel.name);
  const all = inputs.map((input) => {
    if (input === null) return null;
    return isDrawn ? contiguous(allOf(input, level)) : allOf(input, level);
  });
  return run(call, all, call.attributes, inFront(level));
}

function shifted(call: Call): readonly Tensor[] | null {
  const { inputs, level, attributes } = call;
  const moved = {
    ...attributes,
    ...(attributes.dim === undefined ? {} : { dim: attributes.dim + 1 }),
    ...(attributes.dims === undefined ? {} : { dims: attributes.dims.map((dim: number) => dim + 1) }),
  };
  const all = inputs.map((input) => (input === null ? null : allOf(input, level)));
  return run(call, all, moved, inFront(level));
}

function merged(all: Tensor): Tensor {
  return reshape(all, [all.shape[0]! * all.shape[1]!, ...all.shape.slice(2)]);
}

function split(outputs: readonly Tensor[] | null, { size }: Level): readonly Tensor[] | null {
  return outputs?.map((output) => reshape(output, [size, output.shape[0]! / size, ...output.shape.slice(1)])) ?? null;
}

function stacked(call: Call): readonly Tensor[] | null {
  const { op, inputs, level, attributes } = call;
  const count = stacks[op.kernel.name]!;
  const given: (Tensor | null)[] = [];
  for (const [at, input] of inputs.entries()) {
    const one = input === null ? null : at < count ? merged(allOf(input, level)) : sharedOf(input, level);
    if (input !== null && one === null) return null;
    given.push(one);
  }
  const times = ([first, ...rest]: Shape): Shape => [first! * level.size, ...rest];
  const wide = attributes.shape === undefined ? attributes : { ...attributes, shape: times(attributes.shape) };
  return split(run(call, given, wide, times), level);
}

/** (b, m, k) × (b, k, n). A weight that all samples share takes their rows as its own: one large product. */
function products(call: Call): readonly Tensor[] | null {
  const { inputs, level, attributes } = call;
  const [left, right] = inputs as readonly [Tensor, Tensor];
  const [[batch, rows, inner], columns] = [left.shape as [number, number, number], right.shape[2]!];
  const weight = batch === 1 ? sharedOf(right, level) : null;
  if (weight !== null) {
    const tall = reshape(allOf(left, level), [1, level.size * rows, inner]);
    const wide = (_: Shape): Shape => [1, level.size * rows, columns];
    const products = run(call, [tall, weight], attributes, wide);
    return products?.map((product) => reshape(product, [level.size, 1, rows, columns])) ?? null;
  }
  const times = ([first, ...rest]: Shape): Shape => [first! * level.size, ...rest];
  return split(run(call, [merged(allOf(left, level)), merged(allOf(right, level))], attributes, times), level);
}
