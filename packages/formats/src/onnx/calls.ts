// What ops become in ONNX that are no formulas: products, convolutions, poolings, reductions. By the names that ops have at the
// door, of which all others are made.

import type { Tensor } from "@bernoulli/tensor";
import { type GraphBuilder, reshape, type Value } from "./graph.js";
import type { OnnxDType } from "./proto.js";

/** A call, its operands as values: null for one that is optional and not given. */
export interface Call {
  readonly graph: GraphBuilder;
  readonly inputs: readonly (Value | null)[];
  readonly outputs: readonly Tensor[];
  /** What the inputs are called, for ops whose optional ones are left out. */
  readonly operands: readonly string[];
  readonly attributes: any;
}

/** The names of the outputs; of those that nothing here can give, none. */
type Writer = (call: Call) => readonly (string | null)[];

const nameOf = (value: Value | null | undefined) => value?.name ?? "";
const one =
  (writer: (call: Call) => string): Writer =>
  (call) => [writer(call)];
const shapeOf = ({ outputs }: Call) => outputs[0]!.shape;

/** What the operator makes of a tensor without dimensions, which has one for it. */
const withAxis = (call: Call, write: (name: string) => string): string => {
  const { graph, inputs } = call;
  const { name, shape } = inputs[0]!;
  return shape.length > 0 ? write(name) : reshape(graph, write(reshape(graph, name, [1])), []);
};

interface Windows {
  readonly kernelSize?: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation?: readonly number[];
}

function windows({ kernelSize, stride, padding, dilation }: Windows, behind = padding) {
  return {
    ...(kernelSize === undefined ? {} : { kernel_shape: kernelSize }),
    strides: stride,
    pads: [...padding, ...behind],
    ...(dilation === undefined ? {} : { dilations: dilation }),
  };
}

/** How far the last windows of a pooling reach over the padded end, along each dimension: with ceilMode they may. */
function beyond({ inputs: [input], outputs: [output] }: Call, { kernelSize, stride, padding, dilation }: Windows) {
  return kernelSize!.map((size, axis) => {
    const last = (output!.shape.at(axis - 2)! - 1) * stride[axis]! + (dilation?.[axis] ?? 1) * (size - 1) + 1;
    return Math.max(0, last - input!.shape.at(axis - 2)! - 2 * padding[axis]!);
  });
}

/** Images with a border of some number around them. */
const bordered = (
  graph: GraphBuilder,
  input: Value,
  before: readonly number[],
  behind: readonly number[],
  value: number,
) =>
  graph.add("Pad", [
    input.name,
    graph.int64s([...input.shape.slice(2).map(() => 0), ...before, ...input.shape.slice(2).map(() => 0), ...behind]),
    graph.scalar(value, input.dtype as "float32"),
  ]);

/** Sums over dims: by `write`, of which the result is given the call's shape. */
const reduced = (write: (call: Call, dims: readonly number[]) => string): Writer =>
  one((call) => reshape(call.graph, write(call, call.attributes.dims), shapeOf(call)));

const sumOf = (graph: GraphBuilder, name: string, dims: readonly number[]) =>
  graph.add("ReduceSum", [name, graph.int64s(dims)], { keepdims: 1 });

const byReduction: Readonly<Record<string, string>> = {
  product: "ReduceProd",
  largest: "ReduceMax",
  smallest: "ReduceMin",
  squares: "ReduceSumSquare",
  magnitudes: "ReduceL1",
};

/** What is put to places, by what is done with what stands there. */
const scattered = (reduction: "none" | "add" | "mul"): Writer =>
  one(({ graph, inputs, attributes: { dim } }) =>
    graph.add("ScatterElements", inputs.map(nameOf), { axis: dim, reduction }),
  );

const converted = (graph: GraphBuilder, input: Value, dtype: OnnxDType, types: Readonly<Record<OnnxDType, number>>) =>
  input.dtype === dtype ? input.name : graph.add("Cast", [input.name], { to: types[dtype] });

const castTo: Readonly<Record<OnnxDType, number>> = { float32: 1, uint8: 2, int32: 6, int64: 7, bool: 9, float64: 11 };

/** Bools as numbers, which reductions take; `back` makes bools of them again. */
function asNumbers(graph: GraphBuilder, input: Value): { given: string; back: (name: string) => string } {
  if (input.dtype !== "bool") return { given: input.name, back: (name) => name };
  return {
    given: graph.add("Cast", [input.name], { to: castTo.int32 }),
    back: (name) => graph.add("Cast", [name], { to: castTo.bool }),
  };
}

const extreme =
  (reduce: string, arg: string): Writer =>
  ({ graph, inputs: [input], outputs: [values], attributes: { dim } }) => {
    if (input!.shape.length === 0) return [nameOf(input), graph.scalar(0, "int32")];
    const { given, back } = asNumbers(graph, input!);
    const value = back(graph.add(reduce, [given], { axes: [dim], keepdims: 1 }));
    const at = graph.add(arg, [given], { axis: dim, keepdims: 1 });
    const index = graph.add("Cast", [at], { to: castTo.int32 });
    return [reshape(graph, value, values!.shape), reshape(graph, index, values!.shape)];
  };

/** By the name of the op, or of the kernel that computes it. */
export const writers: Readonly<Record<string, Writer>> = {
  matmul: one(({ graph, inputs: [a, b] }) => graph.add("MatMul", [nameOf(a), nameOf(b)])),
  conv2d: one(({ graph, inputs: [input, weight, bias], attributes }) =>
    graph.add("Conv", [nameOf(input), nameOf(weight), ...(bias == null ? [] : [bias.name])], {
      ...windows(attributes),
      group: attributes.groups,
    }),
  ),
  conv2dInputGradient: one((call) => {
    const { graph, inputs, attributes } = call;
    const [grad, weight] = inputs as [Value, Value];
    const { stride, padding, dilation } = attributes;
    const outputPadding = [0, 1].map((axis) => {
      const least =
        (grad.shape[2 + axis]! - 1) * stride[axis] -
        2 * padding[axis] +
        dilation[axis] * (weight.shape[2 + axis]! - 1) +
        1;
      return shapeOf(call)[2 + axis]! - least;
    });
    return graph.add("ConvTranspose", [grad.name, weight.name], {
      ...windows(attributes),
      group: attributes.groups,
      output_padding: outputPadding,
    });
  }),
  maxPool2d: (call) => {
    const { graph, inputs, attributes } = call;
    const over = beyond(call, attributes);
    if (over.every((size) => size === 0)) return [graph.add("MaxPool", [nameOf(inputs[0])], windows(attributes)), null];
    const padding: readonly number[] = attributes.padding;
    const behind = padding.map((size, axis) => size + over[axis]!);
    const input = bordered(graph, inputs[0]!, padding, behind, Number.NEGATIVE_INFINITY);
    return [graph.add("MaxPool", [input], windows({ ...attributes, padding: [0, 0] })), null];
  },
  avgPool2d: one((call) => {
    const { graph, inputs, attributes } = call;
    const { countIncludePad, divisorOverride, ...rest } = attributes;
    const input = inputs[0]!;
    const padding: readonly number[] = rest.padding;
    const over = beyond(call, rest);
    // The padding counts if it is to, but never what lies beyond it: then it is a part of the image.
    const isImage = divisorOverride === null && countIncludePad && over.some((size) => size > 0);
    const given = isImage ? bordered(graph, input, padding, padding, 0) : input.name;
    const own = isImage ? { ...rest, padding: [0, 0] } : rest;
    const behind = isImage ? over : padding.map((size, axis) => size + over[axis]!);
    const counts = divisorOverride !== null || (countIncludePad && !isImage);
    const mean = graph.add("AveragePool", [given], { ...windows(own, behind), count_include_pad: counts ? 1 : 0 });
    if (divisorOverride === null) return mean;
    const factor = (rest.kernelSize[0] * rest.kernelSize[1]) / divisorOverride;
    return graph.add("Mul", [mean, graph.scalar(factor, input!.dtype as "float32")]);
  }),
  cat: one(({ graph, inputs, attributes: { dim } }) => graph.add("Concat", inputs.map(nameOf), { axis: dim })),
  clone: one(({ graph, inputs: [input] }) => graph.add("Identity", [nameOf(input)])),
  to: one((call) => converted(call.graph, call.inputs[0]!, call.outputs[0]!.dtype, castTo)),
  softmax: one((call) => withAxis(call, (name) => call.graph.add("Softmax", [name], { axis: call.attributes.dim }))),
  logSoftmax: one((call) =>
    withAxis(call, (name) => call.graph.add("LogSoftmax", [name], { axis: call.attributes.dim })),
  ),
  embedding: one(({ graph, inputs: [weight, index] }) =>
    graph.add("GatherElements", [nameOf(weight), nameOf(index)], { axis: 0 }),
  ),
  gather: one(({ graph, inputs: [input, index], attributes: { dim } }) =>
    graph.add("GatherElements", [nameOf(input), nameOf(index)], { axis: dim }),
  ),
  scatter: scattered("none"),
  scatterAdd: scattered("add"),
  scatterMultiply: scattered("mul"),
  sum: reduced(({ graph, inputs: [input], outputs: [output] }, dims) => {
    const given = converted(graph, input!, output!.dtype, castTo);
    return sumOf(graph, given, dims);
  }),
  squares: reduced(({ graph, inputs: [input] }, dims) =>
    sumOf(graph, graph.add("Mul", [nameOf(input), nameOf(input)]), dims),
  ),
  squaredDistances: reduced(({ graph, inputs: [input, mean] }, dims) => {
    const apart = graph.add("Sub", [nameOf(input), nameOf(mean)]);
    return sumOf(graph, graph.add("Mul", [apart, apart]), dims);
  }),
  max: extreme("ReduceMax", "ArgMax"),
  min: extreme("ReduceMin", "ArgMin"),
  triangle: one(({ graph, inputs: [input], attributes: { part, diagonal } }) =>
    graph.add("Trilu", [nameOf(input), graph.int64s([diagonal], [])], { upper: part === "upper" ? 1 : 0 }),
  ),
  resample: one(({ graph, inputs: [input], attributes: { dim, table } }) => {
    const rows = table.starts.length - 1;
    const matrix = new Float64Array(rows * table.size);
    for (let row = 0; row < rows; row++)
      for (let at = table.starts[row]; at < table.starts[row + 1]; at++)
        matrix[row * table.size + table.places[at]] += table.weights[at];
    const dtype = input!.dtype as "float32" | "float64";
    const last = input!.shape.length - 1;
    const swap = input!.shape.map((_, axis) => (axis === dim ? last : axis === last ? dim : axis));
    const moved = dim === last ? nameOf(input) : graph.add("Transpose", [nameOf(input)], { perm: swap });
    const turned = new Float64Array(matrix.length);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < table.size; column++)
        turned[column * rows + row] = matrix[row * table.size + column]!;
    const product = graph.add("MatMul", [moved, graph.matrix(turned, [table.size, rows], dtype)]);
    return dim === last ? product : graph.add("Transpose", [product], { perm: swap });
  }),
  rowNorm: ({ graph, inputs, outputs, operands, attributes: { rank, eps } }) => {
    const input = inputs[0]!;
    // Either may be there without the other.
    const [weight, bias] = ["weight", "bias"].map((name) => inputs[operands.indexOf(name)]);
    // Centred ones give their means too.
    const isCentred = outputs.length === 3;
    const dims = input.shape.map((_, dim) => dim).slice(rank);
    const dtype = input.dtype as "float32";
    const apart = isCentred
      ? graph.add("Sub", [input.name, graph.add("ReduceMean", [input.name], { axes: dims, keepdims: 1 })])
      : input.name;
    const variance = graph.add("ReduceMean", [graph.add("Mul", [apart, apart])], { axes: dims, keepdims: 1 });
    const deviation = graph.add("Sqrt", [graph.add("Add", [variance, graph.scalar(eps, dtype)])]);
    let result = graph.add("Div", [apart, deviation]);
    if (weight != null) result = graph.add("Mul", [result, weight.name]);
    if (bias != null) result = graph.add("Add", [result, bias.name]);
    return [result, ...outputs.slice(1).map(() => null)];
  },
  attention: ({ graph, inputs, attributes: { isCausal, scale, order } }) => {
    const [query, key, value, mask] = inputs as [Value, Value, Value, Value | undefined];
    const dtype = query.dtype as "float32";
    const rank = key.shape.length;
    const perm = key.shape.map((_, axis) => (axis === rank - 1 ? rank - 2 : axis === rank - 2 ? rank - 1 : axis));
    const turned = graph.add("Transpose", [key.name], { perm });
    const scores = graph.add("Mul", [graph.add("MatMul", [query.name, turned]), graph.scalar(scale, dtype)]);
    const [rows, columns] = [query.shape.at(-2)!, key.shape.at(-2)!];
    const closed = new Float64Array(rows * columns);
    for (let row = 0; row < rows; row++)
      for (let column = row + 1; column < columns; column++) closed[row * columns + column] = Number.NEGATIVE_INFINITY;
    const causal = isCausal ? graph.add("Add", [scores, graph.matrix(closed, [rows, columns], dtype)]) : scores;
    const masked = mask === undefined ? causal : graph.add("Add", [causal, mask.name]);
    // Nothing is looked up where the mask closes all: the softmax alone would give NaN.
    const least = graph.scalar(Number.NEGATIVE_INFINITY, dtype);
    const closedTo = (name: string) =>
      graph.add("Equal", [graph.add("ReduceMax", [name], { axes: [-1], keepdims: 1 }), least]);
    const open = graph.add("Softmax", [masked], { axis: -1 });
    const weights = mask === undefined ? open : graph.add("Where", [closedTo(masked), graph.scalar(0, dtype), open]);
    const result = graph.add("MatMul", [weights, value.name]);
    const isInOrder = (order as readonly number[]).every((dim, at) => dim === at);
    return [isInOrder ? result : graph.add("Transpose", [result], { perm: order }), null, null];
  },
  flip: one(({ graph, inputs: [input], attributes: { dims } }) => {
    if (input!.shape.length === 0) return nameOf(input);
    // From the last element to before the first, for which there is no number but the least.
    const each = (value: number) => graph.int64s(dims.map(() => value));
    return graph.add("Slice", [nameOf(input), each(-1), each(-(2 ** 31)), graph.int64s(dims), each(-1)]);
  }),
  scan: one((call) => {
    const { graph, inputs, attributes } = call;
    const { dim, by, last } = attributes;
    const given = converted(graph, inputs[0]!, call.outputs[0]!.dtype, castTo);
    if (last) {
      const whole =
        by === "product" ? graph.add("ReduceProd", [given], { axes: [dim], keepdims: 1 }) : sumOf(graph, given, [dim]);
      return reshape(graph, whole, shapeOf(call));
    }
    if (by === "product") throw graph.fail("products of all elements up to each have no counterpart in ONNX");
    return graph.add("CumSum", [given, graph.int64s([dim], [])]);
  }),
  reduce: reduced(({ graph, inputs: [input], outputs: [output], attributes: { by } }, dims) => {
    // Of floats that are put together as doubles the doubles are the result.
    const wide =
      input!.dtype === "float32" && output!.dtype === "float64" ? converted(graph, input!, "float64", castTo) : null;
    if (by === "sum") return sumOf(graph, wide ?? nameOf(input), dims);
    const operator = byReduction[by];
    if (operator === undefined) throw graph.fail(`reductions by ${by} have no counterpart in ONNX`);
    if (wide !== null) return graph.add(operator, [wide], { axes: dims, keepdims: 1 });
    const { given, back } = asNumbers(graph, input!);
    return back(graph.add(operator, [given], { axes: dims, keepdims: 1 }));
  }),
};
