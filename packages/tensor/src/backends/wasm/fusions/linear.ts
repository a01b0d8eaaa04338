// Rules: products of matrices with what goes element by element behind them (epilogue.ts), and linear layers, whose weight is a
// transposed matrix, without such too: of a weight that is not written in the call the copy in the layout that the product wants is
// kept from call to call.

import type { Graph, ValueView } from "../../../compile/graph.js";
import { type Fusion, fusedStep, type Refusal, type Rule, type Run } from "../../../compile/step.js";
import { kernelNameOf } from "../../../kernels/kernel.js";

import { isContiguous } from "../../../tensor/shape.js";

import { linear } from "../kernels/blocks/linear.js";
import { type EpilogueAt, plainEpilogue } from "../kernels/epilogue.js";
import { epilogueOfProduct } from "../kernels/gemm-epilogue.js";
import { multiplyOperands } from "../kernels/matmul.js";
import { addressOf } from "../kernels/walk.js";
import { type Epilogue, epilogueOfMatrix } from "./epilogue.js";
import { copiesOf, isConstant, numbersOfCopies, runtime } from "./image-access.js";

/** Of weights that change, deeper ones are better multiplied in blocks that stay in the first cache, as matmul does. */
const deepest = 640;

/** Tried in turn: what is taken along may move a product behind others that need its results earlier. */
export const linearRules: readonly Rule[] = [
  (graph, node, isFree) => {
    const epilogue = isProduct(graph, node) ? epilogueOfMatrix(graph, node, isFree) : null;
    if (epilogue === null) return null;
    const multiply = linearLayer(graph, node);
    return fusionOf(graph, node, epilogue, "why" in multiply ? product(node) : multiply);
  },
  (graph, node) => {
    if (!isProduct(graph, node)) return null;
    const multiply = linearLayer(graph, node);
    return "why" in multiply ? multiply : fusionOf(graph, node, null, multiply);
  },
];

function isProduct({ nodes }: Graph, at: number): boolean {
  return kernelNameOf(nodes[at]!.op.kernel) === "matmul" && nodes[at]!.outputs[0]!.dtype === "float32";
}

/** A way to multiply. */
interface Method {
  readonly name: string;
  /** Numbers that it depends on, beside addresses. */
  numbers(run: Run): readonly number[];
  multiply(run: Run, epilogue: EpilogueAt): void;
}

function product(at: number): Method {
  return {
    name: "product",
    numbers: () => [],
    multiply: ({ nodes }, epilogue) => {
      const { inputs, outputs } = nodes[at]!;
      multiplyOperands(inputs[0]!, inputs[1]!, outputs[0]!, epilogueOfProduct(epilogue));
    },
  };
}

function linearLayer(graph: Graph, at: number): Method | Refusal {
  const [input, weight] = graph.nodes[at]!.inputs as readonly [ValueView, ValueView];
  const [batch, inputs, outputs] = weight.shape as readonly [number, number, number];
  const [, down, across] = weight.strides as readonly [number, number, number];
  if (batch !== 1 || down !== 1 || across !== inputs)
    return { why: () => "the second factor is no transposed matrix, as a linear layer's weight is" };
  if (!isConstant(graph, weight) && inputs > deepest)
    return {
      why: () => `the weight is written in the call and deeper than ${deepest}, which the plain product does better`,
    };
  if (!isContiguous(input)) return { why: () => "the input does not lie row by row" };
  return {
    name: "linear",
    numbers: numbersOfCopies(graph, at, weight),
    multiply: ({ nodes }, epilogue) => {
      const [given, weights] = nodes[at]!.inputs;
      linear(
        runtime,
        { rows: input.shape[1]!, inputs, outputs },
        {
          input: addressOf(given!),
          weight: addressOf(weights!),
          copies: isConstant(graph, weight) ? copiesOf(weights!) : null,
          epilogue,
        },
      );
    },
  };
}

function fusionOf(graph: Graph, at: number, epilogue: Epilogue | null, { name, numbers, multiply }: Method): Fusion {
  const { op, reads, outputs } = graph.nodes[at]!;
  const step = {
    nodes: [at, ...(epilogue?.nodes ?? [])],
    name: [op.name, ...(epilogue?.links ?? []).map((link) => graph.nodes[link]!.op.name)].join(" + "),
    reads: [...new Set([...reads, ...(epilogue?.reads ?? [])])],
    writes: epilogue?.writes ?? [outputs[0]!.value],
    numbers: (run: Run) => [...numbers(run), ...(epilogue?.scalars(run) ?? [])],
  };
  const alone = ({ nodes }: Run): EpilogueAt => {
    return { ...plainEpilogue, home: 0, addresses: [addressOf(nodes[at]!.outputs[0]!)], scalars: [] };
  };
  return {
    name,
    nodes: step.nodes,
    internal: epilogue?.internal ?? [],
    images: [],
    attributes: [],
    steps: (planning) => [fusedStep(planning, step, (run) => multiply(run, epilogue?.at(run) ?? alone(run)))],
  };
}
