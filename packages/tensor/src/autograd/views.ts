// In-place writes on views, as PyTorch's CopySlices: the write is recorded on the tensor that the view shows a part of, and
// every view sees the new history from then on. See torch/csrc/autograd/functions/tensor.cpp.

import { apply } from "../door/apply.js";
import { tensor } from "../ops/creation/creation.js";
import { fillOp } from "../ops/creation/fill.js";
import { gatherOp, scatterAddOp, scatterOp, zeros } from "../ops/indexing/gathering.js";
import { reshape } from "../ops/views/view.js";
import { contiguousStrides, isContiguous, type Layout, numberOfElements } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { GradNode, inputMetaOf, outputMetaOf, type Recorded } from "./node.js";
import type { ViewRules } from "./view-rules.js";

/** What those who write take with them: ops/write.ts. */
export const viewRules: ViewRules = { read, written };

function read(view: Tensor, base: Tensor): GradNode | null {
  const edge = base.gradEdge;
  if (edge === null) return null;
  const places = placesIn(base, view);
  const { shape, dtype } = base;
  return new GradNode({
    rule: {
      name: "asStrided",
      backward: ({ grads }) => {
        const grad = grads[0]!;
        const whole = apply(fillOp, [], { value: 0, shape: [numberOfElements(shape)], dtype }, { device: grad.device });
        const flat = reshape(grad, -1);
        return [reshape(apply(scatterAddOp, [whole, indexOf(places, grad), flat], along("asStrided")), shape)];
      },
    },
    attributes: null,
    edges: [edge],
    inputs: [inputMetaOf(base)],
    outputs: [outputMetaOf(view)],
    saved: new Map(),
  });
}

// Functions of the gradient rather than writes into a copy of it, so that the way back can be differentiated again.
function written(write: Recorded, view: Tensor, base: Tensor): Recorded {
  const places = placesIn(base, view);
  // Not `write` itself, whose edges and saved tensors would outlive the release of the node.
  const { rule, inputs } = write;
  return {
    ...write,
    rule: {
      name: "copySlices",
      backward: (context) => {
        const grad = context.grads[0]!;
        const index = indexOf(places, grad);
        const flat = reshape(grad, -1);
        const attributes = along("copySlices");
        const ofView = reshape(apply(gatherOp, [flat, index], attributes), inputs[0]!.shape);
        const own = { ...context, grad: ofView, grads: [ofView], inputs };
        const [first = null, ...rest] = rule.backward(own);
        if (context.needs[0] !== true) return [null, ...rest];
        const rewritten = first === null ? zeros(flat, index.shape) : reshape(first, -1);
        return [reshape(apply(scatterOp, [flat, index, rewritten], attributes), grad.shape), ...rest];
      },
    },
    edges: [base.gradEdge, ...write.edges.slice(1)],
    inputs: [inputMetaOf(base), ...inputs.slice(1)],
    outputs: [outputMetaOf(base)],
  };
}

/** Of a vector; its places are never out of bounds. */
const along = (checks: string) => ({ dim: 0, checks });

function indexOf(places: Int32Array, like: Tensor): Tensor {
  return tensor(places, { dtype: "int32", device: like.device });
}

/** For each element of a view, in row-major order, its place in row-major order among the base's elements; beyond them for another. */
export function placesIn(base: Layout, view: Layout): Int32Array {
  const own = addresses(view);
  if (isContiguous(base)) return own.map((address) => address - base.offset);
  const places = new Map(Array.from(addresses(base), (address, place) => [address, place]));
  return own.map((address) => places.get(address) ?? -1);
}

/** The place of each element in the storage. */
function addresses({ shape, strides, offset }: Layout): Int32Array {
  const steps = contiguousStrides(shape);
  return Int32Array.from({ length: numberOfElements(shape) }, (_, position) =>
    shape.reduce((address, size, dim) => address + (Math.floor(position / steps[dim]!) % size) * strides[dim]!, offset),
  );
}
