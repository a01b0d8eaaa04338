// What views become in ONNX. Those of several parts are export.ts's.

import type { Tensor, WitnessedCall } from "@bernoulli/tensor";
import { elementsOf, type GraphBuilder, reshape, type Value } from "./graph.js";

/** A view as the operator that it is, any other by the places of its elements. */
export function writeView(
  graph: GraphBuilder,
  input: Value,
  { op, attributes, inputs }: WitnessedCall,
  output: Tensor,
): string {
  const given = attributes as any;
  const { shape } = output;
  switch (op.name) {
    case "view":
      return reshape(graph, input.name, shape);
    case "permute":
      return graph.add("Transpose", [input.name], { perm: given.dims });
    case "slice": {
      const { dim, start, length, step } = given;
      const end = start + (length - 1) * step + 1;
      const bounds = [[start], [end], [dim], [step]].map((one) => graph.int64s(one));
      return length === 0 ? elementsOf(graph, input, inputs[0]!, output) : graph.add("Slice", [input.name, ...bounds]);
    }
    case "expand": {
      const name = graph.add("Expand", [input.name, graph.int64s(shape)]);
      graph.stretched.set(name, graph.stretched.get(input.name) ?? input);
      return name;
    }
    case "detach":
    case "alias":
      return input.name;
    default:
      return elementsOf(graph, input, inputs[0]!, output);
  }
}
