// Recurrent layers as ONNX's own nodes: each direction of each layer is one, of the weights as the state dict has them. What is told of
// is @bernoulli/nn's function RecurrentLayer (functional/recurrent/pass.ts); LSTMs with a projection, which ONNX has none of, come as the
// single ops of their steps.
// See https://onnx.ai/onnx/operators/onnx__LSTM.html, …__GRU.html and …__RNN.html.

import { isTensor, type Tensor, type WitnessedCall } from "@bernoulli/tensor";
import { type GraphBuilder, reshape, type Value } from "./graph.js";
import type { Attribute } from "./proto.js";

/** The name of the function that is written as a node. */
export const recurrentLayer = "RecurrentLayer";

interface Cell {
  readonly opType: "LSTM" | "GRU" | "RNN";
  /** Where ONNX's gates lie among PyTorch's. */
  readonly gates: readonly number[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

const cells: Readonly<Record<string, Cell>> = {
  // i, o, f, c of i, f, g, o.
  lstm: { opType: "LSTM", gates: [0, 3, 1, 2], attributes: {} },
  // z, r, h of r, z, n; the reset gate is behind the product, as in PyTorch.
  gru: { opType: "GRU", gates: [1, 0, 2], attributes: { linear_before_reset: 1 } },
  tanh: { opType: "RNN", gates: [0], attributes: { activations: ["Tanh"] } },
  relu: { opType: "RNN", gates: [0], attributes: { activations: ["Relu"] } },
};

/** The rows of a time step, as the layer computes them: the longest sequence first. */
interface Step {
  readonly start: number;
  readonly size: number;
}

/** What the function is given. */
interface Given {
  readonly cell: Cell;
  readonly order: readonly Step[];
  readonly input: Tensor;
  readonly h: Tensor;
  readonly c: Tensor | null;
  readonly weights: readonly [ih: Tensor, hh: Tensor];
  /** Both, or none. */
  readonly biases: readonly [ih: Tensor, hh: Tensor] | null;
}

/** @throws FormatError for a function of somebody else's by that name. */
function givenBy(graph: GraphBuilder, all: readonly unknown[]): Given {
  const [plan, input, h, c, ih, hh, biasIh, biasHh] = all;
  const { cell: name, order } = (plan ?? {}) as { readonly cell?: unknown; readonly order?: unknown };
  const cell = typeof name === "string" && Object.hasOwn(cells, name) ? cells[name] : undefined;
  const areTensors =
    [input, h, ih, hh].every(isTensor) && [c, biasIh, biasHh].every((one) => one === null || isTensor(one));
  if (all.length !== 8 || cell === undefined || !Array.isArray(order) || !areTensors)
    throw graph.fail(`the function ${recurrentLayer} is none of @bernoulli/nn's; give yours another name`);
  return {
    cell,
    order: order as readonly Step[],
    input: input as Tensor,
    h: h as Tensor,
    c: c as Tensor | null,
    weights: [ih as Tensor, hh as Tensor],
    biases: biasIh === null ? null : [biasIh as Tensor, biasHh as Tensor],
  };
}

/** Binds the outputs of a direction of a layer: (all rows, hidden), and the states (batch, hidden). */
export function writeRecurrent(graph: GraphBuilder, { attributes, outputs }: WitnessedCall): void {
  const given = givenBy(graph, attributes as readonly unknown[]);
  const { cell, order, weights, biases } = given;
  const [batch, hidden] = given.h.shape as [number, number];
  const inTime = order.toSorted((a, b) => a.start - b.start);
  const isReversed = order.length > 1 && order[0]!.start > order[1]!.start;
  const time = inTime.length;
  const isRagged = inTime.some(({ size }) => size !== batch);
  const lengths = Array.from({ length: batch }, (_, at) => inTime.filter(({ size }) => size > at).length);

  // Rows of packed data lie step by step, of each step its sequences: where sequences have ended, some row stands that nobody reads.
  const data = graph.valueOf(given.input);
  const places = inTime.flatMap(({ start, size }) =>
    Array.from({ length: batch }, (_, at) => (at < size ? start + at : 0)),
  );
  const rows = isRagged ? graph.add("Gather", [data.name, graph.int64s(places)], { axis: 0 }) : data.name;
  const x = reshape(graph, rows, [time, batch, given.input.shape[1]!]);

  // Gates in ONNX's order, with a dimension in front for the direction.
  const taken = graph.int64s(
    cell.gates.flatMap((gate) => Array.from({ length: hidden }, (_, at) => gate * hidden + at)),
    [1, cell.gates.length * hidden],
  );
  const inOrder = (tensor: Tensor) => graph.add("Gather", [graph.valueOf(tensor).name, taken], { axis: 0 });
  const [w, r] = weights.map(inOrder);
  const b = biases === null ? "" : graph.add("Concat", biases.map(inOrder), { axis: 1 });
  const state = (tensor: Tensor) => reshape(graph, graph.valueOf(tensor).name, [1, batch, hidden]);
  const names = graph.addAll(
    cell.opType,
    [
      x,
      w!,
      r!,
      b,
      isRagged ? graph.int32s(lengths) : "",
      state(given.h),
      ...(given.c === null ? [] : [state(given.c)]),
    ],
    { ...cell.attributes, hidden_size: hidden, direction: isReversed ? "reverse" : "forward" },
    outputs.length,
  );
  const all = reshape(graph, names[0]!, [time * batch, hidden]);
  const kept = inTime.flatMap(({ size }, step) => Array.from({ length: size }, (_, at) => step * batch + at));
  const output = isRagged ? graph.add("Gather", [all, graph.int64s(kept)], { axis: 0 }) : all;
  for (const [at, tensor] of outputs.entries()) {
    const name = at === 0 ? output : reshape(graph, names[at]!, [batch, hidden]);
    const value: Value = { name, shape: tensor.shape, dtype: tensor.dtype };
    graph.bind(tensor, value);
  }
}
