// nn.utils.parametrizations.orthogonal: a weight whose columns, or rows, stay at right angles, by one of three maps from any matrix.

import {
  ArgumentError,
  cat,
  checkOptions,
  describe,
  diagonal,
  eye,
  isTensor,
  type Kinds,
  linalg,
  optionsOf,
  type Positional,
  randn,
  ShapeError,
  type Tensor,
  tensor,
  zeros,
  zerosLike,
} from "@bernoulli/tensor";
import { Module } from "../module.js";
import { registerParametrization } from "./parametrize.js";

export type OrthogonalMap = "matrix_exp" | "cayley" | "householder";

export interface OrthogonalOptions {
  /**
   * `"matrix_exp"`, the exponential of a skew matrix; `"cayley"`, (I + A/2)·(I − A/2)⁻¹ of one; `"householder"`, a product of reflections, fastest for
   * matrices that are very tall or wide. Default `"matrix_exp"` of a square matrix, `"householder"` else.
   */
  readonly orthogonalMap?: OrthogonalMap | null;
  /** Whether the map is turned by what the weight is at first, which is the buffer `base`. Default true. */
  readonly useTrivialization?: boolean;
}

const kinds: Kinds<OrthogonalOptions> = { orthogonalMap: "anything", useTrivialization: "boolean" };
const maps: readonly unknown[] = ["matrix_exp", "cayley", "householder"];

/** What has no way back, from a weight to a matrix that leads to it: the exponential and Cayley's map without a trivialization. */
class OneWay extends Module {
  static override readonly name: string = "_Orthogonal";
  readonly shape: readonly number[];
  readonly orthogonalMap: OrthogonalMap;

  constructor(weight: Tensor, orthogonalMap: OrthogonalMap) {
    super();
    this.shape = weight.shape;
    this.orthogonalMap = orthogonalMap;
  }

  forward(given: Tensor): Tensor {
    const matrix = tall(given);
    const mapped = this.orthogonalMap === "householder" ? reflected(matrix) : turned(matrix, this.orthogonalMap);
    return turnedBack(this.placed(mapped), given);
  }

  protected placed(mapped: Tensor): Tensor {
    return mapped;
  }
}

class Reflections extends OneWay {
  static override readonly name: string = "_Orthogonal";

  rightInverse(weight: Tensor): Tensor {
    checkShape(weight, this.shape);
    return turnedBack(reflectionsOf(tall(weight)), weight);
  }
}

class Trivialization extends OneWay {
  static override readonly name: string = "_Orthogonal";
  declare base: Tensor | null;

  constructor(weight: Tensor, orthogonalMap: OrthogonalMap) {
    super(weight, orthogonalMap);
    this.registerBuffer("base", null);
  }

  protected override placed(mapped: Tensor): Tensor {
    return this.base!.matmul(mapped);
  }

  rightInverse(weight: Tensor): Tensor {
    checkShape(weight, this.shape);
    this.base = baseOf(tall(weight));
    const inverse = zerosLike(weight);
    diagonal(inverse, 0, -2, -1).fill_(-1);
    return inverse;
  }
}

function tall(matrix: Tensor): Tensor {
  return matrix.size(-2) < matrix.size(-1) ? matrix.transpose(-2, -1) : matrix;
}

function turnedBack(result: Tensor, { shape }: Tensor): Tensor {
  return shape.at(-2)! < shape.at(-1)! ? result.transpose(-2, -1) : result;
}

function checkShape({ shape }: Tensor, wanted: readonly number[]): void {
  if (shape.join() === wanted.join()) return;
  throw new ShapeError(
    `orthogonal: Expected a matrix or batch of matrices of shape [${wanted.join(", ")}]. Got a tensor of shape [${shape.join(", ")}].`,
  );
}

/** The exponential, or Cayley's map, of the skew matrix whose lower triangle is given. */
function turned(matrix: Tensor, map: "matrix_exp" | "cayley"): Tensor {
  const [n, k] = [matrix.size(-2), matrix.size(-1)];
  const where = { dtype: matrix.dtype, device: matrix.device };
  const lower = matrix.tril();
  const square = n === k ? lower : cat([lower, zeros([...lower.shape.slice(0, -1), n - k], where)], -1);
  const skew = square.sub(square.transpose(-2, -1));
  const one = eye(n, where);
  const result =
    map === "matrix_exp"
      ? linalg.matrixExp(skew)
      : linalg.solve(one.add(skew, { alpha: -0.5 }), one.add(skew, { alpha: 0.5 }));
  return n === k ? result : result.narrow(-1, 0, k);
}

/** The product of the reflections that are given below the diagonal, with the signs that are given on it. */
function reflected(matrix: Tensor): Tensor {
  const vectors = matrix.tril(-1);
  const factors = vectors.mul(vectors).sum(-2).add(1).reciprocal().mul(2);
  const signs = diagonal(matrix, 0, -2, -1).detach().int().to(matrix.dtype);
  return linalg.householderProduct(vectors, factors).mul(signs.unsqueeze(-2));
}

/** An orthogonal matrix, whole, whose first columns are the given ones, made orthogonal where they are not; the others are drawn. */
function baseOf(matrix: Tensor): Tensor {
  const [n, k] = [matrix.size(-2), matrix.size(-1)];
  if (n === k && isOrthogonal(matrix)) return matrix.clone();
  const { dtype, device, shape } = matrix;
  const whole = n === k ? matrix : cat([matrix, randn([...shape.slice(0, -1), n - k], { dtype, device })], -1);
  const { Q, R } = linalg.qr(whole);
  return Q.mul(diagonal(R, 0, -2, -1).sign().unsqueeze(-2));
}

function isOrthogonal(matrix: Tensor): boolean {
  const { dtype, device } = matrix;
  const epsilon = dtype === "float64" ? 2 ** -52 : 2 ** -23;
  const one = eye(matrix.size(-1), { dtype, device });
  const product = matrix.transpose(-2, -1).matmul(matrix);
  return product.allclose(one.expand(product.shape), { atol: 10 * matrix.size(-2) * epsilon });
}

/** What reflections of tall matrices leave, as LAPACK's geqrf: vectors below the diagonal; on it, the signs that make up for what {@link reflected} does. */
function reflectionsOf(matrix: Tensor): Tensor {
  const [n, k] = [matrix.size(-2), matrix.size(-1)];
  const elements = Float64Array.from(matrix.reshape(-1).toTypedArray() as Float32Array);
  for (let start = 0; start < elements.length; start += n * k) reflect(elements.subarray(start, start + n * k), n, k);
  return tensor(elements, { dtype: matrix.dtype, device: matrix.device }).view(matrix.shape);
}

function reflect(a: Float64Array, n: number, k: number): void {
  const signs: number[] = [];
  for (let column = 0; column < k; column++) {
    let below = 0;
    for (let row = column + 1; row < n; row++) below += a[row * k + column]! ** 2;
    const first = a[column * k + column]!;
    // Where there is nothing below, nothing is reflected, which the factor of 2 turns round.
    if (below === 0) {
      signs.push(-Math.sign(first));
      continue;
    }
    const length = Math.sqrt(first * first + below) * (first >= 0 ? -1 : 1);
    const factor = (length - first) / length;
    for (let row = column + 1; row < n; row++) a[row * k + column]! /= first - length;
    for (let other = column + 1; other < k; other++) {
      let dot = a[column * k + other]!;
      for (let row = column + 1; row < n; row++) dot += a[row * k + column]! * a[row * k + other]!;
      a[column * k + other]! -= factor * dot;
      for (let row = column + 1; row < n; row++) a[row * k + other]! -= factor * dot * a[row * k + column]!;
    }
    signs.push(Math.sign(length));
  }
  for (const [column, sign] of signs.entries()) a[column * k + column] = sign;
}

/**
 * Makes a matrix, or a batch of them, orthogonal wherever it is read: its columns where it is tall, its rows where it is wide. What is trained is a
 * matrix of the same shape, from which one of three maps leads to it. Returns the module.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.parametrizations.orthogonal.html; Lezcano Casado, 2019.
 *
 * @throws ArgumentError if there is no such tensor, or the map is none, and for a map that has no way back without a trivialization, at assignments;
 * ShapeError if it has less than two dimensions.
 * @example
 * ```ts
 * import { eye } from "@bernoulli/tensor";
 * import { Linear, utils } from "@bernoulli/nn";
 * const layer = utils.parametrizations.orthogonal(new Linear(20, 40));
 * layer.weight.t().matmul(layer.weight).allclose(eye(20), { atol: 1e-5 }); // → true
 * Object.keys(layer.stateDict()); // → ["bias", "parametrizations.weight.original", "parametrizations.weight.0.base"]
 * ```
 */
export function orthogonal<Made extends Module>(
  module: Made,
  name = "weight",
  ...rest: Positional<OrthogonalOptions, ["orthogonalMap"]>
): Made {
  const options = optionsOf<OrthogonalOptions>("orthogonal", ["orthogonalMap"], rest);
  checkOptions("orthogonal", options, kinds);
  const { orthogonalMap, useTrivialization = true } = options;
  const weight = (module as unknown as Record<string, unknown>)[name];
  if (!isTensor(weight))
    throw new ArgumentError(
      `orthogonal: Module '${module.constructor.name}' has no parameter or buffer with name '${name}'`,
    );
  if (weight.ndim < 2)
    throw new ShapeError(
      `orthogonal: Expected a matrix or batch of matrices. Got a tensor of ${weight.ndim} dimensions.`,
    );
  const map: OrthogonalMap = orthogonalMap ?? (weight.size(-2) === weight.size(-1) ? "matrix_exp" : "householder");
  if (!maps.includes(map))
    throw new ArgumentError(
      `orthogonal: orthogonalMap has to be one of "matrix_exp", "cayley", "householder". Got: ${describe(map)}`,
    );
  const Made = useTrivialization ? Trivialization : map === "householder" ? Reflections : OneWay;
  return registerParametrization(module, name, new Made(weight, map), { unsafe: true });
}
