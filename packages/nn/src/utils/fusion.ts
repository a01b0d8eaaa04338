// nn.utils.fuseConvBnEval and fuseLinearBnEval, fuseConvBnWeights and fuseLinearBnWeights: a layer, or its weights, that does what it and
// the batch norm behind it do in evaluation mode.

import { ArgumentError, Generator, noGrad, type Tensor, zerosLike } from "@bernoulli/tensor";
import type { Linear } from "../layers/linear.js";
import type { BatchNorm } from "../layers/norms/batch-norm.js";
import type { Module } from "../module.js";
import { Parameter } from "../parameter.js";

/** A convolution of any kind: what it was made of are its fields. */
export interface FusedConvolution extends Module {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: unknown;
  weight: Parameter;
  bias: Parameter | null;
}

/** What convolutions are made with beside sizes; those that a layer has not are left out. */
const settings = ["stride", "padding", "outputPadding", "dilation", "groups", "paddingMode"] as const;

/**
 * A new convolution that gives what `norm` gives of the old one's result, in evaluation mode; transposed ones scale the other
 * dimension of the weight. Both must be in evaluation mode.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.fuse_conv_bn_eval.html.
 *
 * @throws ArgumentError in training mode, or for a batch norm without running statistics.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { BatchNorm2d, Conv2d, utils } from "@bernoulli/nn";
 * const [conv, norm] = [new Conv2d(1, 2, 1, { bias: false }).eval(), new BatchNorm2d(2).eval()];
 * const fused = utils.fuseConvBnEval(conv, norm);
 * fused(ones(1, 1, 3, 3)).allclose(norm(conv(ones(1, 1, 3, 3)))); // → true
 * ```
 */
export function fuseConvBnEval<Layer extends FusedConvolution>(conv: Layer, norm: BatchNorm, transpose = false): Layer {
  const { inChannels, outChannels, kernelSize, weight } = conv;
  const given = conv as unknown as Readonly<Record<string, unknown>>;
  // Plain convolutions have an output padding of zeros, and no such option.
  const wanted = settings.filter((name) => given[name] !== undefined && (transpose || name !== "outputPadding"));
  const own = Object.fromEntries(wanted.map((name) => [name, given[name]]));
  const make = () => {
    const Made = conv.constructor as new (...all: unknown[]) => Layer;
    return new Made(inChannels, outChannels, kernelSize, { ...own, ...unseen(weight) });
  };
  return fused("fuseConvBnEval", conv, norm, transpose ? 1 : 0, make);
}

/**
 * A new linear layer that gives what `norm` gives of the old one's result, in evaluation mode. Both must be in it.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.fuse_linear_bn_eval.html.
 *
 * @throws ArgumentError in training mode, or for a batch norm without running statistics.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { BatchNorm1d, Linear, utils } from "@bernoulli/nn";
 * const [linear, norm] = [new Linear(3, 2).eval(), new BatchNorm1d(2).eval()];
 * utils.fuseLinearBnEval(linear, norm)(ones(4, 3)).allclose(norm(linear(ones(4, 3)))); // → true
 * ```
 */
export function fuseLinearBnEval(linear: Linear, norm: BatchNorm): Linear {
  const [outFeatures, inFeatures] = linear.weight.shape as [number, number];
  const Made = linear.constructor as new (...all: unknown[]) => Linear;
  return fused("fuseLinearBnEval", linear, norm, 0, () => new Made(inFeatures, outFeatures, unseen(linear.weight)));
}

/** The options of a layer whose first weights nobody sees: they are not drawn from the default generator. */
function unseen({ dtype, device }: Tensor) {
  return { bias: true, dtype, device, generator: new Generator() };
}

/** Weight and bias of a layer that does what it and a batch norm do, one after the other, by name and in that order. */
export interface FusedWeights extends Iterable<Parameter> {
  readonly weight: Parameter;
  readonly bias: Parameter;
}

/**
 * The weight and bias of a convolution that gives what a batch norm gives of one with `convW` and `convB`, in evaluation mode, by its
 * averages `bnRm` and `bnRv`, weight `bnW` and bias `bnB`; null stands for what there is not. Of a transposed convolution with `transpose`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.fuse_conv_bn_weights.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const [weight, bias] = utils.fuseConvBnWeights(tensor([[[2]]]), null, tensor([1]), tensor([4]), 0, null, tensor([3]));
 * [weight.item(), bias.item()]; // → [1, 2.5]
 * ```
 */
export function fuseConvBnWeights(
  convW: Tensor,
  convB: Tensor | null,
  bnRm: Tensor,
  bnRv: Tensor,
  bnEps: number,
  bnW: Tensor | null,
  bnB: Tensor | null,
  transpose = false,
): FusedWeights {
  return fusedWeights(
    convW,
    convB,
    { mean: bnRm, variance: bnRv, eps: bnEps, scale: bnW, shift: bnB },
    transpose ? 1 : 0,
  );
}

/**
 * The weight and bias of a linear layer that gives what a batch norm gives of one with `linearW` and `linearB`, as {@link fuseConvBnWeights}.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.fuse_linear_bn_weights.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const norm = [tensor([1]), tensor([4]), 0, tensor([2]), tensor([3])] as const;
 * const { weight, bias } = utils.fuseLinearBnWeights(tensor([[2]]), tensor([5]), ...norm);
 * [weight.item(), bias.item()]; // → [2, 7]
 * ```
 */
export function fuseLinearBnWeights(
  linearW: Tensor,
  linearB: Tensor | null,
  bnRm: Tensor,
  bnRv: Tensor,
  bnEps: number,
  bnW: Tensor | null,
  bnB: Tensor | null,
): FusedWeights {
  return fuseConvBnWeights(linearW, linearB, bnRm, bnRv, bnEps, bnW, bnB);
}

interface Statistics {
  readonly mean: Tensor;
  readonly variance: Tensor;
  readonly eps: number;
  readonly scale: Tensor | null;
  readonly shift: Tensor | null;
}

function fusedWeights(
  weight: Tensor,
  bias: Tensor | null,
  { mean, variance, eps, scale, shift }: Statistics,
  channels: 0 | 1,
): FusedWeights {
  return noGrad(() => {
    const spread = variance.add(eps).rsqrt();
    const factor = scale === null ? spread : spread.mul(scale);
    const shape = weight.shape.map((_, dim) => (dim === channels ? -1 : 1));
    const level = (bias ?? zerosLike(mean)).sub(mean).mul(factor);
    const ofWeight = weight.mul(factor.reshape(shape)).to(weight.dtype);
    const ofBias = (shift === null ? level : level.add(shift)).to((bias ?? weight).dtype);
    const fused = {
      weight: new Parameter(ofWeight, { requiresGrad: weight.requiresGrad }),
      bias: new Parameter(ofBias, { requiresGrad: bias?.requiresGrad ?? false }),
    };
    return { ...fused, [Symbol.iterator]: () => [fused.weight, fused.bias][Symbol.iterator]() };
  });
}

interface Fused extends Module {
  weight: Parameter;
  bias: Parameter | null;
}

function fused<Layer extends Fused>(
  op: string,
  layer: Layer,
  norm: BatchNorm,
  channels: 0 | 1,
  make: () => Layer,
): Layer {
  if (layer.training || norm.training)
    throw new ArgumentError(`${op}: Fusion only for eval! Call .eval() on both first`);
  const { runningMean, runningVar, weight: scale, bias: shift, eps } = norm;
  if (runningMean === null || runningVar === null)
    throw new ArgumentError(`${op}: the batch norm has no running statistics, as with trackRunningStats: false`);
  const { weight, bias } = layer;
  const made = fusedWeights(weight, bias, { mean: runningMean, variance: runningVar, eps, scale, shift }, channels);
  const twin = make();
  twin.weight = made.weight;
  twin.bias = made.bias.requiresGrad_(weight.requiresGrad);
  return twin.eval();
}
