// Fills that do not look at the fans: draws, one value, identities.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  describe,
  noGrad,
  optionsOf,
  type Positional,
  randperm,
  ShapeError,
  scope,
  type Tensor,
} from "@bernoulli/tensor";
import { drawing, type InitOptions, initOptions } from "./options.js";

export interface UniformOptions extends InitOptions {
  /** The lower bound. Default 0. */
  readonly a?: number;
  /** The upper bound. Default 1. */
  readonly b?: number;
}

/**
 * Fills the tensor with uniform draws from [a, b). Shape: any.
 * See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.uniform_.
 *
 * @example
 * ```ts
 * import { manualSeed, zeros } from "@bernoulli/tensor";
 * import { init } from "@bernoulli/nn";
 * manualSeed(0);
 * init.uniform_(zeros(2), -1, 1).toArray(); // → [-0.00748682, 0.5364436]
 * ```
 */
export function uniform_(tensor: Tensor, ...rest: Positional<UniformOptions, ["a", "b"]>): Tensor {
  checkArgument("init.uniform_", "tensor", tensor, "Tensor");
  const options = optionsOf<UniformOptions>("init.uniform_", ["a", "b"], rest);
  checkOptions("init.uniform_", options, ["a", "b", ...initOptions]);
  return noGrad(() => tensor.uniform_(options.a ?? 0, options.b ?? 1, drawing(options)));
}

export interface NormalOptions extends InitOptions {
  /** Default 0. */
  readonly mean?: number;
  /** The standard deviation. Default 1. */
  readonly std?: number;
}

/**
 * Fills the tensor with draws from the normal distribution. Shape: any.
 * See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.normal_.
 *
 * @example
 * ```ts
 * import { manualSeed, zeros } from "@bernoulli/tensor";
 * import { init } from "@bernoulli/nn";
 * manualSeed(0);
 * init.normal_(zeros(2), { mean: 0, std: 0.02 }).toArray(); // → [0.030819923, -0.0058685783]
 * ```
 */
export function normal_(tensor: Tensor, ...rest: Positional<NormalOptions, ["mean", "std"]>): Tensor {
  checkArgument("init.normal_", "tensor", tensor, "Tensor");
  const options = optionsOf<NormalOptions>("init.normal_", ["mean", "std"], rest);
  checkOptions("init.normal_", options, ["mean", "std", ...initOptions]);
  return noGrad(() => tensor.normal_(options.mean ?? 0, options.std ?? 1, drawing(options)));
}

/** Fills the tensor with one value. See https://pytorch.org/docs/stable/nn.init.html. */
export function constant_(tensor: Tensor, value: number): Tensor {
  checkArgument("init.constant_", "tensor", tensor, "Tensor");
  return noGrad(() => tensor.fill_(value));
}

/** Fills the tensor with zeros. See https://pytorch.org/docs/stable/nn.init.html. */
export function zeros_(tensor: Tensor): Tensor {
  checkArgument("init.zeros_", "tensor", tensor, "Tensor");
  return constant_(tensor, 0);
}

/** Fills the tensor with ones. See https://pytorch.org/docs/stable/nn.init.html. */
export function ones_(tensor: Tensor): Tensor {
  checkArgument("init.ones_", "tensor", tensor, "Tensor");
  return constant_(tensor, 1);
}

/**
 * Fills a matrix with the identity: as many inputs of a Linear as possible pass through. Shape: (rows, columns).
 * See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.eye_.
 *
 * @throws ShapeError for a tensor that is no matrix.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { init } from "@bernoulli/nn";
 * init.eye_(zeros(2, 3)).toArray(); // → [[1, 0, 0], [0, 1, 0]]
 * ```
 */
export function eye_(tensor: Tensor): Tensor {
  checkMatrix("init.eye_", tensor);
  return noGrad(() =>
    scope(() => {
      tensor.zero_();
      tensor.diagonal().fill_(1);
      return tensor;
    }),
  );
}

export interface DiracOptions {
  /** Groups of channels of the convolution; divides the first size. Default 1. */
  readonly groups?: number;
}

/**
 * Fills a convolution's weight with identities: as many channels as possible pass through, in each group. Shape: (out, in, …) of one to
 * three directions. See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.dirac_.
 *
 * @throws ShapeError for a tensor of fewer than 3 or more than 5 dimensions; ArgumentError for groups that do not divide the first size.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { init } from "@bernoulli/nn";
 * init.dirac_(zeros(2, 2, 3)).toArray(); // → [[[0, 1, 0], [0, 0, 0]], [[0, 0, 0], [0, 1, 0]]]
 * ```
 */
export function dirac_(tensor: Tensor, ...rest: Positional<DiracOptions, ["groups"]>): Tensor {
  checkArgument("init.dirac_", "tensor", tensor, "Tensor");
  const options = optionsOf<DiracOptions>("init.dirac_", ["groups"], rest);
  checkOptions("init.dirac_", options, ["groups"]);
  const { groups = 1 } = options;
  const [out = 0, inputs = 0, ...window] = tensor.shape;
  if (window.length < 1 || window.length > 3)
    throw new ShapeError(
      `init.dirac_: Only tensors with 3, 4, or 5 dimensions are supported; got shape [${tensor.shape.join(", ")}]`,
    );
  if (!(Number.isInteger(groups) && groups > 0 && out % groups === 0))
    throw new ArgumentError(
      `init.dirac_: dim 0 must be divisible by groups, but got ${out} and groups=${describe(groups)}`,
    );
  const each = out / groups;
  return noGrad(() =>
    scope(() => {
      tensor.zero_();
      if (tensor.numel() === 0) return tensor;
      // The middle of each window: (out, in).
      const centre = window.reduce((slice) => slice.select(2, Math.floor(slice.shape[2]! / 2)), tensor);
      for (let group = 0; group < groups; group++)
        centre
          .narrow(0, group * each, each)
          .narrow(1, 0, Math.min(each, inputs))
          .diagonal()
          .fill_(1);
      return tensor;
    }),
  );
}

export interface SparseOptions extends InitOptions {
  /** The standard deviation of what is not zero. Default 0.01. */
  readonly std?: number;
}

/**
 * Fills a matrix with normal draws of which the share `sparsity` of each column, at drawn rows, is zero. Shape: (rows, columns). As in PyTorch
 * the rows come from the default generator whatever `generator` is. See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.sparse_;
 * Martens, Deep learning via Hessian-free optimization, 2010.
 *
 * @throws ShapeError for a tensor that is no matrix; ArgumentError for a share outside [0, 1].
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { init } from "@bernoulli/nn";
 * init.sparse_(zeros(4, 3), 0.5).eq(0).sum(0).toArray(); // → [2, 2, 2]
 * ```
 */
export function sparse_(tensor: Tensor, sparsity: number, ...rest: Positional<SparseOptions, ["std"]>): Tensor {
  checkMatrix("init.sparse_", tensor);
  checkArgument("init.sparse_", "sparsity", sparsity, "number");
  // Above 1 PyTorch takes what a slice has; below 0 it leaves nearly all of the column zero.
  if (!(sparsity >= 0 && sparsity <= 1))
    throw new ArgumentError(`init.sparse_: sparsity must be in [0, 1], but got ${String(sparsity)}`);
  const options = optionsOf<SparseOptions>("init.sparse_", ["std"], rest);
  checkOptions("init.sparse_", options, ["std", ...initOptions]);
  const [rows, columns] = tensor.shape as [number, number];
  const zerosInColumn = Math.ceil(sparsity * rows);
  return noGrad(() => {
    tensor.normal_(0, options.std ?? 0.01, drawing(options));
    for (let column = 0; column < columns; column++)
      scope(() => void tensor.select(1, column).indexFill_(0, randperm(rows).narrow(0, 0, zerosInColumn), 0));
    return tensor;
  });
}

function checkMatrix(owner: string, tensor: Tensor): void {
  checkArgument(owner, "tensor", tensor, "Tensor");
  if (tensor.ndim !== 2)
    throw new ShapeError(
      `${owner}: Only tensors with 2 dimensions are supported; got shape [${tensor.shape.join(", ")}]`,
    );
}
