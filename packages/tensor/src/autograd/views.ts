// In-place writes on views, as PyTorch's CopySlices: the write is recorded on the tensor that the view shows a part of, and
// every view sees the new history from then on. See torch/csrc/autograd/functions/tensor.cpp.

import { apply } from "../door/apply.js";
import { tensor } from "../ops/creation/creation.js";
import { fillOp } from "../ops/creation/fill.js";
import { gather, scatter, scatterAdd } from "../ops/indexing/gather.js";
import { reshape } from "../ops/views/view.js";
import { contiguousStrides, isContiguous, type Layout, numberOfElements } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type GradientRule, GradNode, type InputMeta, inputMetaOf, metaOf } from "./node.js";
import { setViewRules } from "./view-rules.js";

setViewRules({ read, written });

function read(view: Tensor, base: Tensor): GradNode | null {
  const edge = base.gradEdge;
  if (edge === null) return null;
  const places = placesIn(base, view);
  const rule: GradientRule = {
    name: "asStrided",
    backward: ({ grad, inputs: [whole] }) => {
      const { shape, dtype } = whole!;
      const zeros = apply(fillOp, [], { value: 0, shape: [numberOfElements(shape)], dtype }, { device: grad.device });
      return [reshape(scatterAdd(zeros, 0, indexOf(places, grad), reshape(grad, -1)), shape)];
    },
  };
  return new GradNode(rule, {}, [edge], [inputMetaOf(base)], [metaOf(view)], new Map());
}

// Functions of the gradient rather than writes into a copy of it, so that the way back can be differentiated again.
function written(write: GradNode, view: Tensor, base: Tensor): GradNode {
  const places = placesIn(base, view);
  const part: InputMeta = inputMetaOf(view);
  const rule: GradientRule = {
    name: "copySlices",
    backward: (context) => {
      const { grad, inputs, needs } = context;
      const index = indexOf(places, grad);
      const flat = reshape(grad, -1);
      const ofView = reshape(gather(flat, 0, index), part.shape);
      const own = { ...context, grad: ofView, grads: [ofView], inputs: [part, ...inputs.slice(1)] };
      const [first = null, ...others] = write.rule.backward(own);
      if (needs[0] !== true) return [null, ...others];
      return [reshape(scatter(flat, 0, index, first === null ? 0 : reshape(first, -1)), grad.shape), ...others];
    },
  };
  const edges = [base.gradEdge, ...write.edges.slice(1)];
  const metas = [inputMetaOf(base), ...write.inputs.slice(1)];
  return new GradNode(rule, write.attributes, edges, metas, [metaOf(base)], write.saved ?? new Map());
}

function indexOf(places: Int32Array, like: Tensor): Tensor {
  return tensor(places, { dtype: "int32", device: like.device });
}

/** For each element of a view, in row-major order, its place in row-major order among the base's elements. */
function placesIn(base: Layout, view: Layout): Int32Array {
  const own = addresses(view);
  if (isContiguous(base)) return own.map((address) => address - base.offset);
  const places = new Map(Array.from(addresses(base), (address, place) => [address, place]));
  return own.map((address) => places.get(address)!);
}

/** The place of each element in the storage. */
function addresses({ shape, strides, offset }: Layout): Int32Array {
  const steps = contiguousStrides(shape);
  return Int32Array.from({ length: numberOfElements(shape) }, (_, position) =>
    shape.reduce((address, size, dim) => address + (Math.floor(position / steps[dim]!) % size) * strides[dim]!, offset),
  );
}
