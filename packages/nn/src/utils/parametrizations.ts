// nn.utils.parametrizations: weight norm and spectral norm as parametrizations (parametrize.ts); orthogonal is orthogonal.ts's.

import { ArgumentError, noGrad, normalize, type Positional, type Tensor } from "@bernoulli/tensor";
import { Module } from "../module.js";
import { parameterAt } from "./computed.js";
import { isParametrized, registerParametrization } from "./parametrize.js";
import { checkIterations, direction, matrixOf, type SpectralNormOptions, spectralNormOf } from "./spectral-norm.js";
import { normExceptDim, type WeightNormOptions, weightNormOf, weightOf } from "./weight-norm.js";

export { type OrthogonalMap, type OrthogonalOptions, orthogonal } from "./orthogonal.js";

class WeightNorm extends Module {
  static override readonly name: string = "_WeightNorm";
  readonly dim: number;

  constructor(dim: number | null) {
    super();
    this.dim = dim ?? -1;
  }

  forward(g: Tensor, v: Tensor): Tensor {
    return weightOf(g, v, this.dim);
  }

  rightInverse(weight: Tensor): readonly Tensor[] {
    return [normExceptDim(weight, this.dim), weight];
  }
}

/**
 * Splits a parameter into its length along `dim`, `original0`, and its direction, `original1`, both learnt. With `dim: null` there is
 * one length. Returns the module.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.parametrizations.weight_norm.html; Salimans and Kingma, 2016.
 *
 * @throws ArgumentError if there is no such parameter.
 * @example
 * ```ts
 * import { Linear, utils } from "@bernoulli/nn";
 * const layer = utils.parametrizations.weightNorm(new Linear(20, 40));
 * Object.keys(layer.stateDict()); // → ["bias", "parametrizations.weight.original0", "parametrizations.weight.original1"]
 * ```
 */
export function weightNorm<Normed extends Module>(
  module: Normed,
  name: string | WeightNormOptions = "weight",
  dim: number | null = 0,
): Normed {
  const own = weightNormOf(name, dim);
  return registerParametrization(module, own.name, new WeightNorm(own.dim), { unsafe: true });
}

class SpectralNorm extends Module {
  static override readonly name: string = "_SpectralNorm";
  readonly dim: number;
  readonly eps: number;
  readonly nPowerIterations: number;
  declare readonly _u: Tensor;
  declare readonly _v: Tensor;

  constructor(weight: Tensor, nPowerIterations: number, dim: number, eps: number) {
    super();
    if (dim >= weight.ndim || dim < -weight.ndim)
      throw new ArgumentError(
        `spectralNorm: Dimension out of range (expected to be in range of [-${weight.ndim}, ${weight.ndim - 1}] but got ${dim})`,
      );
    checkIterations("spectralNorm", nPowerIterations);
    this.dim = dim < 0 ? dim + weight.ndim : dim;
    this.eps = eps;
    this.nPowerIterations = nPowerIterations;
    if (weight.ndim <= 1) return;
    noGrad(() => {
      const matrix = matrixOf(weight, this.dim);
      const [u, v] = matrix.shape.map((size) => direction(weight, size, eps));
      this.registerBuffer("_u", u!);
      this.registerBuffer("_v", v!);
      this.iterate(matrix, 15);
    });
  }

  private iterate(matrix: Tensor, count: number): void {
    const { _u: u, _v: v, eps } = this;
    noGrad(() => {
      for (let step = 0; step < count; step++) {
        u.copy_(normalize(matrix.mv(v), { dim: 0, eps }));
        v.copy_(normalize(matrix.t().mv(u), { dim: 0, eps }));
      }
    });
  }

  forward(weight: Tensor): Tensor {
    if (weight.ndim <= 1) return normalize(weight, { dim: 0, eps: this.eps });
    const matrix = matrixOf(weight, this.dim);
    if (this.training) this.iterate(matrix, this.nPowerIterations);
    // What backward reads are copies: the next call writes the vectors.
    return weight.div(this._u.clone().dot(matrix.mv(this._v.clone())));
  }

  rightInverse(value: Tensor): Tensor {
    return value;
  }
}

/**
 * Divides a parameter by an estimate of its largest singular value, wherever it is read. In training each reading makes the estimate better, by a
 * power iteration. Returns the module.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.parametrizations.spectral_norm.html; Miyato et al., 2018.
 *
 * @throws ArgumentError if there is no such parameter, or options are out of range.
 * @example
 * ```ts
 * import { Linear, utils } from "@bernoulli/nn";
 * const layer = utils.parametrizations.spectralNorm(new Linear(20, 40));
 * Object.keys(layer.stateDict()); // → ["bias", "parametrizations.weight.original", "parametrizations.weight.0._u", "parametrizations.weight.0._v"]
 * ```
 */
export function spectralNorm<Normed extends Module>(
  module: Normed,
  name: string | (SpectralNormOptions & { readonly name?: string }) = "weight",
  ...rest: Positional<SpectralNormOptions, ["nPowerIterations", "eps", "dim"]>
): Normed {
  const { name: key, nPowerIterations, eps, dim } = spectralNormOf(module, name, rest);
  const fields = module as unknown as Record<string, Tensor>;
  const weight = isParametrized(module, key) ? fields[key]! : parameterAt("spectralNorm", module, key);
  return registerParametrization(module, key, new SpectralNorm(weight, nPowerIterations, dim, eps));
}
