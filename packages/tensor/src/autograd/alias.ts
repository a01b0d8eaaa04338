// alias: another tensor for the same elements and the same history, of which a gradient can be asked apart from the tensor's own.

import type { Tensor } from "../tensor/tensor.js";
import { type GradientRule, GradNode, inputMetaOf, outputMetaOf } from "./node.js";

const rule: GradientRule = { name: "alias", backward: ({ grad }) => [grad] };

/** Shows `input` as a new tensor, to which gradients go on their way to it; a leaf that requires one, where it is part of no graph. */
export function alias(input: Tensor): Tensor {
  const result = input.data;
  const edge = input.gradEdge;
  if (edge === null) return result.requiresGrad_();
  const node = new GradNode({
    rule,
    attributes: null,
    edges: [edge],
    inputs: [inputMetaOf(input)],
    outputs: [outputMetaOf(input)],
    saved: new Map(),
  });
  result.gradEdge = { node, output: 0 };
  result.functionOutput = { name: "An input of a differentiated function", refusal: "Write to a clone() of it." };
  return result;
}
