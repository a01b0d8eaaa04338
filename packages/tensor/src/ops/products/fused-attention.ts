// Attention as one kernel each way, on the cpu in float32: scores and weights are nowhere but in its work space, which holds those of a
// few queries, and backward they are computed anew. What of them was dropped is kept, a byte each. All else is attention.ts's composition,
// and so are gradients that have gradients themselves.

import { isRecording, noGrad } from "../../autograd/grad-mode.js";
import { record } from "../../autograd/record.js";
import {
  attentionGradient as attentionGradientKernel,
  attention as attentionKernel,
} from "../../backends/wasm/kernels/attention/attention.js";
import { apply } from "../../door/apply.js";
import { currentLifting } from "../../door/lifting.js";
import { type AnyOp, complete, type Gradients, type KernelOp } from "../../door/op.js";
import { CpuFloats, isCpuFloats } from "../../kernels/cpu-floats.js";
import { defaultGenerator } from "../../random/generator.js";
import { maskFrom } from "../../random/mask-source.js";
import { broadcastShapes, memoryOrder, type Shape, sameShape } from "../../tensor/shape.js";
import type { Tensor, TensorMeta } from "../../tensor/tensor.js";
import { contiguous } from "../creation/clone.js";
import { once, present } from "../norms/variants.js";
import { sub } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { where } from "../pointwise/where.js";
import { bernoulliMask } from "../random/random.js";
import { expand, sum } from "../reductions/sum.js";
import { permute, permuteResult, transpose } from "../views/permute.js";
import { attentionWeights, stretchedAlike } from "./attention-weights.js";
import { matmul } from "./matmul.js";

export interface FusedOptions {
  /** Added to scores. */
  readonly mask: Tensor | null;
  readonly dropoutP: number;
  readonly isCausal: boolean;
  readonly scale: number;
}

interface Numbers {
  readonly isCausal: boolean;
  readonly scale: number;
  /** What weights that are kept are multiplied with. */
  readonly factor: number;
}

type Order = readonly number[];

const attentionOp = /* @__PURE__ */ once(
  (isMasked: boolean, isDropped: boolean) =>
    complete({
      name: "attention",
      inputs: present("query", "key", "value", isMasked && "mask", isDropped && "kept"),
      outputs: ["output", "peaks", "shares"],
      kernel: new CpuFloats("attention", () => attentionKernel({ isMasked, isDropped })),
      infer: ([query, , value]: readonly TensorMeta[], { order }: { readonly order: Order }) => {
        const [{ shape, dtype }, width] = [query!, value!.shape.at(-1)!];
        const each = { shape: shape.slice(0, -1), dtype };
        const result = [...each.shape, width];
        return [{ shape: order.map((dim) => result[dim]!), dtype }, each, each];
      },
      flops: ([query, key, value]: readonly TensorMeta[]) => flopsOf(query!, key!, value!),
    } as never) as unknown as KernelOp,
);

const attentionGradientOp = /* @__PURE__ */ once(
  (isMasked: boolean, isDropped: boolean) =>
    complete({
      name: "attentionBackward",
      inputs: present(
        ...["grad", "query", "key", "value", "output", "peaks", "shares"],
        isMasked && "mask",
        isDropped && "kept",
      ),
      outputs: ["ofQuery", "ofKey", "ofValue"],
      kernel: new CpuFloats("attentionBackward", () => attentionGradientKernel({ isMasked, isDropped })),
      infer: ([, ...given]: readonly TensorMeta[], { orders }: { readonly orders: readonly Order[] }) =>
        orders.map((order, at) => {
          const { shape, dtype } = given[at]!;
          return { shape: order.map((dim) => shape[dim]!), dtype };
        }),
      flops: ([, query, key, value]: readonly TensorMeta[]) => 2.5 * flopsOf(query!, key!, value!),
    } as never) as unknown as KernelOp,
);

function flopsOf({ shape: query }: TensorMeta, { shape: key }: TensorMeta, { shape: value }: TensorMeta): number {
  const rows = query.slice(0, -1).reduce((product, size) => product * size, 1);
  return 2 * rows * key.at(-2)! * (query.at(-1)! + value.at(-1)!);
}

/** Wider heads have too much of a block for the first cache. */
const widest = 256;

/** Rows of neighbours. */
function rowsOf(tensor: Tensor): Tensor {
  return tensor.strides.at(-1) === 1 || tensor.size(-1) === 1 ? tensor : contiguous(tensor);
}

/** How a result lies that lies as `tensor` does; its rows are neighbours anyway. */
function orderOf(tensor: Tensor): Order {
  const order = memoryOrder(tensor);
  return order.at(-1) === tensor.ndim - 1 ? order : order.map((_, dim) => dim).sort((a, b) => a - b);
}

/** What lies in that order, seen as it was told. */
function seen(tensor: Tensor, order: Order): Tensor {
  if (order.every((dim, at) => dim === at)) return tensor;
  return permuteResult(
    tensor,
    order.map((_, dim) => order.indexOf(dim)),
  );
}

/** The result, or null where no kernel serves. */
export function fusedAttention(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  { mask, dropoutP, isCausal, scale }: FusedOptions,
): Tensor | null {
  const given = present(query, key, value, mask);
  const lifting = currentLifting();
  if (!given.every((tensor) => isCpuFloats(tensor) && lifting?.isLifted(tensor) !== true)) return null;
  if (!fits(query, key, value) || mask?.requiresGrad === true || dropoutP === 1) return null;
  const [queries, keys, values] = stretchedAlike(query, key, value) as [Tensor, Tensor, Tensor];
  const shape = [...queries.shape.slice(0, -1), keys.size(-2)];
  // A mask with more dimensions than the scores stretches these.
  if (mask !== null && !stretches(mask.shape, shape)) return null;
  // Weights that several values share are dropped for all of them, or none.
  if (dropoutP > 0 && !sameShape(weightsShape(query, key, mask), shape)) return null;
  const masks = mask === null ? null : expand(mask, shape);
  const kept =
    dropoutP === 0
      ? null
      : maskFrom({ op: "scaledDotProductAttention", shape, p: dropoutP, device: query.device }, () =>
          bernoulliMask(1 - dropoutP, shape, query.device, defaultGenerator()),
        );
  const numbers: Numbers = { isCausal, scale, factor: Math.fround(1 / Math.fround(1 - dropoutP)) };
  const order = orderOf(queries);
  const [output, peaks, shares] = noGrad(() => {
    const op = attentionOp(masks !== null, kept !== null);
    const inputs = present(rowsOf(queries), rowsOf(keys), rowsOf(values), masks, kept);
    return apply(op, inputs as never, { ...numbers, order } as never) as unknown as [Tensor, Tensor, Tensor];
  });
  const attributes: RuleAttributes = { ...numbers, order };
  record(rule, [queries, keys, values, masks, kept, peaks, shares], attributes, [output]);
  if (!output.requiresGrad) for (const tensor of present(peaks, shares, kept)) tensor.dispose();
  return seen(output, order);
}

function fits({ shape: query }: Tensor, { shape: key }: Tensor, { shape: value }: Tensor): boolean {
  const [embed, width] = [query.at(-1)!, value.at(-1)!];
  return (
    embed === key.at(-1) &&
    key.at(-2) === value.at(-2) &&
    embed <= widest &&
    width <= widest &&
    [...query, ...key, ...value].every((size) => size > 0)
  );
}

/** Of the weights as the composition has them, before they meet values. */
function weightsShape(query: Tensor, key: Tensor, mask: Tensor | null): Shape {
  const [queries] = stretchedAlike(query, key) as [Tensor, Tensor];
  const scores = [...queries.shape.slice(0, -1), key.size(-2)];
  return mask === null ? scores : broadcastShapes("scaledDotProductAttention", scores, mask.shape);
}

function stretches(from: Shape, to: Shape): boolean {
  return from.length <= to.length && from.every((size, at) => size === 1 || size === to[to.length - from.length + at]);
}

interface RuleAttributes extends Numbers {
  readonly order: Order;
}

interface RuleContext {
  readonly grad: Tensor;
  readonly attributes: RuleAttributes;
  readonly query: Tensor;
  readonly key: Tensor;
  readonly value: Tensor;
  readonly mask: Tensor | null;
  readonly kept: Tensor | null;
  readonly peaks: Tensor;
  readonly shares: Tensor;
  readonly output: Tensor;
}

const names = ["query", "key", "value", "mask", "kept", "peaks", "shares"] as const;

function saved() {
  const inputs = names.map((name, at) => ({ name, from: "inputs" as const, at, readers: [0, 1, 2] }));
  return [...inputs, { name: "output", from: "outputs" as const, at: 0, readers: [0, 1, 2] }];
}

/** What the graph holds; its output lies in the order of `attributes`. */
const rule = {
  kind: "kernel",
  name: "scaledDotProductAttention",
  save: /* @__PURE__ */ saved(),
  backward: (context: RuleContext): Gradients => {
    const { order } = context.attributes;
    const back = (tensor: Tensor) =>
      permute(
        tensor,
        order.map((_, dim) => order.indexOf(dim)),
      );
    const ready = { ...context, grad: back(context.grad), output: back(context.output) };
    const found = isRecording() ? recordedGradients(ready) : plainGradients(ready);
    return [...found, null, null, null, null];
  },
} as unknown as AnyOp;

function plainGradients({ grad, attributes, ...given }: RuleContext): readonly Tensor[] {
  const { query, key, value, mask, kept, peaks, shares, output } = given;
  const { order: _, ...numbers } = attributes;
  const orders = [query, key, value].map(orderOf);
  const op = attentionGradientOp(mask !== null, kept !== null);
  const rows = [grad, query, key, value, output].map(rowsOf);
  const inputs = present(...rows, peaks, shares, mask, kept);
  const found = apply(op, inputs as never, { ...numbers, orders } as never) as unknown as readonly Tensor[];
  return found.map((tensor, at) => seen(tensor, orders[at]!));
}

/** The same, of ops that are recorded, and so have gradients again. */
function recordedGradients({ grad, query, key, value, mask, kept, attributes }: RuleContext): readonly Tensor[] {
  const { isCausal, scale, factor } = attributes;
  const weights = attentionWeights(query, key, { mask, isCausal, scale });
  const scaled = kept === null ? null : where(kept, factor, 0);
  const thinned = (tensor: Tensor) => (scaled === null ? tensor : mul(tensor, scaled));
  const ofWeights = thinned(matmul(grad, transpose(value, -2, -1)));
  const level = sum(mul(ofWeights, weights), -1, { keepdim: true });
  const ofScores = mul(weights, sub(ofWeights, level));
  return [
    mul(matmul(ofScores, key), scale),
    mul(matmul(transpose(ofScores, -2, -1), query), scale),
    matmul(transpose(thinned(weights), -2, -1), grad),
  ];
}
