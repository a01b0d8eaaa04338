// nn.utils.spectralNorm: a weight divided by its largest singular value, by PyTorch's older form. The newer is parametrizations.spectralNorm.

import {
  ArgumentError,
  checkOptions,
  empty,
  noGrad,
  normalize,
  optionsOf,
  type Positional,
  type RemovableHandle,
  type Tensor,
} from "@bernoulli/tensor";

import { propertyOf, registerBuffers, registerParameters } from "../keys.js";
import type { Module } from "../module.js";
import { Parameter } from "../parameter.js";
import { compute, forget, parameterAt, restore } from "./computed.js";

export interface SpectralNormOptions {
  /** Steps of the power iteration at each call in training, ≥ 1. Default 1. */
  readonly nPowerIterations?: number;
  /** The least length that is divided by. Default 1e-12. */
  readonly eps?: number;
  /** The dimension of the weight's outputs. Default 0; of transposed convolutions 1. */
  readonly dim?: number | null;
}

/** The parameter and the options that are meant: given in their places, or in one object. */
export function spectralNormOf(
  module: Module,
  name: string | (SpectralNormOptions & { readonly name?: string }),
  rest: Positional<SpectralNormOptions, ["nPowerIterations", "eps", "dim"]>,
): { readonly name: string; readonly nPowerIterations: number; readonly eps: number; readonly dim: number } {
  if (typeof name === "object") {
    if (rest.length > 0)
      throw new ArgumentError("spectralNorm: got arguments behind the options; put all options into one object");
    const { name: own = "weight", ...others } = name;
    return spectralNormOf(module, own, [others]);
  }
  const options = optionsOf<SpectralNormOptions>("spectralNorm", ["nPowerIterations", "eps", "dim"], rest);
  checkOptions("spectralNorm", options, { nPowerIterations: "count", eps: "number", dim: "anything" });
  const { nPowerIterations = 1, eps = 1e-12 } = options;
  // Transposed convolutions have their outputs in the second dimension.
  const outputDim = /^ConvTranspose[123]d$/.test(module.constructor.name) ? 1 : 0;
  return { name, nPowerIterations, eps, dim: options.dim ?? outputDim };
}

/** The weight as a matrix, a row an output. */
export function matrixOf(weight: Tensor, dim: number): Tensor {
  const order = [dim, ...weight.shape.map((_, other) => other).filter((other) => other !== dim)];
  return (dim === 0 ? weight : weight.permute(order)).reshape(weight.shape[dim]!, -1);
}

/** A random direction. */
export function direction(like: Tensor, size: number, eps: number): Tensor {
  return normalize(empty([size], { dtype: like.dtype, device: like.device }).normal_(0, 1), { dim: 0, eps });
}

export function checkIterations(op: string, count: number): void {
  if (count > 0) return;
  throw new ArgumentError(`${op}: Expected n_power_iterations to be positive, but got n_power_iterations=${count}`);
}

const handles = new WeakMap<Module, Map<string, RemovableHandle>>();

/**
 * Makes `weight` be the parameter, which is then called `weight_orig`, divided by an estimate of its largest singular value. At each call in training a
 * power iteration makes the estimate better; its vectors are buffers. Returns the module.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.spectral_norm.html; Miyato et al., 2018.
 *
 * @throws ArgumentError if there is no such parameter, it is normed already, or options are out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Linear, utils } from "@bernoulli/nn";
 * const layer = utils.spectralNorm(new Linear(20, 40));
 * Object.keys(layer.stateDict()); // → ["bias", "weight_orig", "weight_u", "weight_v"]
 * layer(ones(1, 20)).shape; // → [1, 40]
 * ```
 */
export function spectralNorm<Normed extends Module>(
  module: Normed,
  name: string | (SpectralNormOptions & { readonly name?: string }) = "weight",
  ...rest: Positional<SpectralNormOptions, ["nPowerIterations", "eps", "dim"]>
): Normed {
  const { name: key, nPowerIterations, eps, dim } = spectralNormOf(module, name, rest);
  checkIterations("spectralNorm", nPowerIterations);
  const own = handles.get(module) ?? new Map<string, RemovableHandle>();
  if (own.has(key))
    throw new ArgumentError(`spectralNorm: Cannot register two spectral_norm hooks on the same parameter ${key}`);
  const weight = parameterAt("spectralNorm", module, key);
  const { shape } = noGrad(() => matrixOf(weight, dim));
  const [u, v] = noGrad(() => shape.map((size) => direction(weight, size, eps)));
  const keys = { original: `${key}_orig`, u: `${key}_u`, v: `${key}_v` };
  forget(module, key);
  registerParameters(module, { [keys.original]: weight });
  registerBuffers(module, { [keys.u]: u!, [keys.v]: v! });
  const fields = module as unknown as Record<string, Tensor>;
  const at = (field: string): Tensor => fields[propertyOf(field)]!;
  // What backward reads are copies: the next call writes the vectors.
  compute(module, key, () => {
    const original = at(keys.original);
    const sigma = at(keys.u)
      .clone()
      .dot(matrixOf(original, dim).mv(at(keys.v).clone()));
    return original.div(sigma);
  });
  const iterate = () => {
    if (!module.training) return;
    noGrad(() => {
      const matrix = matrixOf(at(keys.original), dim);
      for (let step = 0; step < nPowerIterations; step++) {
        at(keys.v).copy_(normalize(matrix.t().mv(at(keys.u)), { dim: 0, eps }));
        at(keys.u).copy_(normalize(matrix.mv(at(keys.v)), { dim: 0, eps }));
      }
    });
  };
  own.set(key, module.registerForwardPreHook(iterate as never));
  handles.set(module, own);
  return module;
}

/**
 * Makes the weight that {@link spectralNorm} computes a parameter again, as it is. Returns the module.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.remove_spectral_norm.html.
 *
 * @throws ArgumentError if it is not normed.
 */
export function removeSpectralNorm<Normed extends Module>(module: Normed, name = "weight"): Normed {
  const own = handles.get(module);
  const handle = own?.get(name);
  if (handle === undefined)
    throw new ArgumentError(`removeSpectralNorm: spectral_norm of '${name}' not found in ${module.constructor.name}`);
  handle.remove();
  own!.delete(name);
  const weight = noGrad(() => (module as unknown as Record<string, Tensor>)[name]!.detach());
  forget(module, ...[`${name}_orig`, `${name}_u`, `${name}_v`].map(propertyOf));
  restore(module, name, new Parameter(weight));
  return module;
}
