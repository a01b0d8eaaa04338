// interpolate: images made larger or smaller. Each dimension by itself, the last one first, as PyTorch's kernels nest them: its elements are sums
// of the source's, by a table (tables.ts), and so are gradients of any order.

import { describe, describeAll } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { isFloating } from "../../tensor/dtype.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { tensor } from "../creation/creation.js";
import { indexSelect } from "../indexing/gather.js";
import { adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d } from "../pooling/adaptive.js";
import { resample } from "./resample.js";
import { type Filter, filterTable, type Method, methodTable } from "./tables.js";

/** How elements between others are found. */
export type InterpolateMode =
  | "nearest"
  | "nearest-exact"
  | "linear"
  | "bilinear"
  | "trilinear"
  | "bicubic"
  | "lanczos"
  | "area";

export interface InterpolateOptions {
  /** The result's sizes behind its channels: one for all, or one for each. */
  readonly size?: number | readonly number[] | null;
  /** How many times as large the result is: one factor for all dimensions, or one for each. */
  readonly scaleFactor?: number | readonly number[] | null;
  /**
   * Default `"nearest"`. `"linear"` takes (N, C, L), `"bilinear"`, `"bicubic"` and `"lanczos"` (N, C, H, W), `"trilinear"` (N, C, D, H, W),
   * the others all of them.
   */
  readonly mode?: InterpolateMode;
  /** Whether the corners of both are the centers of their corner elements. Default false; not for the nearest, nor `"area"`. */
  readonly alignCorners?: boolean | null;
  /** Whether the factors are those of the result's whole sizes. Default: those that were given. */
  readonly recomputeScaleFactor?: boolean | null;
  /** Whether what shrinks is smoothed, for `"bilinear"`, `"bicubic"` and `"lanczos"`. Default false. */
  readonly antialias?: boolean;
}

type Places = ["size", "scaleFactor", "mode", "alignCorners", "recomputeScaleFactor", "antialias"];
const names: Readonly<Places> = ["size", "scaleFactor", "mode", "alignCorners", "recomputeScaleFactor", "antialias"];

interface ModeKind {
  /** Of how many dimensions the input may be, batch and channels among them. */
  readonly ndims: readonly number[];
  readonly method: Method | null;
  readonly filter: Filter | null;
  /** Whether it takes `alignCorners`. */
  readonly aligns: boolean;
}

const any = [3, 4, 5];
const modes: { readonly [M in InterpolateMode]: ModeKind } = {
  nearest: { ndims: any, method: "nearest", filter: null, aligns: false },
  "nearest-exact": { ndims: any, method: "nearest-exact", filter: null, aligns: false },
  linear: { ndims: [3], method: "linear", filter: null, aligns: true },
  bilinear: { ndims: [4], method: "linear", filter: "linear", aligns: true },
  trilinear: { ndims: [5], method: "linear", filter: null, aligns: true },
  bicubic: { ndims: [4], method: "cubic", filter: "cubic", aligns: true },
  lanczos: { ndims: [4], method: null, filter: "lanczos", aligns: true },
  area: { ndims: any, method: null, filter: null, aligns: false },
};

function checkMode(input: Tensor, mode: unknown): ModeKind {
  const kind = typeof mode === "string" && Object.hasOwn(modes, mode) ? modes[mode as InterpolateMode] : null;
  if (kind === null || !any.includes(input.ndim))
    throw new ArgumentError(
      `interpolate: Input Error: Only 3D, 4D and 5D input Tensors supported (got ${input.ndim}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got ${kind === null ? describe(mode) : String(mode)})`,
    );
  if (!kind.ndims.includes(input.ndim))
    throw new ShapeError(
      `interpolate: Got ${input.ndim}D input, but ${String(mode)} mode needs ${kind.ndims[0]}D input; there ${["linear", "bilinear", "trilinear"][input.ndim - 3]} is what it would be`,
    );
  return kind;
}

/** The result's sizes, and the factors where they count. */
function sizesOf(input: Tensor, { size, scaleFactor, recomputeScaleFactor, mode }: InterpolateOptions) {
  const sizes = input.shape.slice(2);
  const each = (value: number | readonly number[], name: string): readonly number[] => {
    const all = (Array.isArray(value) ? [...value] : sizes.map(() => value)) as readonly number[];
    if (all.length !== sizes.length)
      throw new ArgumentError(
        `interpolate: Input and ${name} must have the same number of spatial dimensions, but got input with spatial dimensions of ${formatShape(sizes)} and ${name} of ${describeAll(value)}`,
      );
    return all;
  };
  if (size != null) {
    if (scaleFactor != null) throw new ArgumentError("interpolate: only one of size or scale_factor should be defined");
    if (recomputeScaleFactor === true)
      throw new ArgumentError("interpolate: recompute_scale_factor is not meaningful with an explicit size.");
    const counts = each(size, "output size");
    if (!counts.every(Number.isSafeInteger))
      throw new ArgumentError(
        `interpolate: expected size to be an integer or a list of them, but got ${describeAll(size)}`,
      );
    return { sizes, counts, factors: null };
  }
  if (scaleFactor == null) throw new ArgumentError("interpolate: either size or scale_factor should be defined");
  const factors = each(scaleFactor, "scale_factor");
  if (!factors.every((factor) => typeof factor === "number" && Number.isFinite(factor)))
    throw new ArgumentError(
      `interpolate: scale_factor must be a number or a list of them, but got ${describeAll(scaleFactor)}`,
    );
  const counts = sizes.map((own, at) => Math.trunc(own * factors[at]!));
  return { sizes, counts, factors: recomputeScaleFactor === true || mode === "area" ? null : factors };
}

/**
 * The input with other sizes behind its channels: `size`, or `scaleFactor` times as large; options may stand behind it in PyTorch's order.
 * Shape: (N, C, L) → (N, C, L'), (N, C, H, W) → (N, C, H', W') or (N, C, D, H, W) → (N, C, D', H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.interpolate.html.
 *
 * @throws ArgumentError unless one of `size` and `scaleFactor` is given, and the options go with the mode; ShapeError for dimensions that the mode
 * does not take, or sizes of 0; DTypeError for integers, but bytes may be taken by the nearest.
 * @example
 * ```ts
 * import { interpolate, tensor } from "@bernoulli/tensor";
 * const row = tensor([[[1, 2]]]);
 * interpolate(row, { scaleFactor: 2 }).toArray(); // → [[[1, 1, 2, 2]]]
 * interpolate(row, { size: 3, mode: "linear", alignCorners: true }).toArray(); // → [[[1, 1.5, 2]]]
 * ```
 */
export function interpolate(input: Tensor, ...rest: Positional<InterpolateOptions, Places>): Tensor {
  checkTensor("interpolate", "input", input);
  const options = optionsOf<InterpolateOptions>("interpolate", names, rest);
  checkOptions("interpolate", options, names);
  const { mode = "nearest", antialias = false } = options;
  const kind = checkMode(input, mode);
  if (!kind.aligns && options.alignCorners != null)
    throw new ArgumentError(
      "interpolate: align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear",
    );
  const alignCorners = options.alignCorners ?? false;
  const { sizes, counts, factors } = sizesOf(input, { ...options, mode });
  if (antialias && kind.filter === null)
    throw new ArgumentError(
      "interpolate: Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input",
    );
  if (mode === "lanczos" && (!antialias || alignCorners))
    throw new ArgumentError(
      antialias
        ? "interpolate: Lanczos mode does not support align_corners=True"
        : "interpolate: Lanczos mode requires antialias=True",
    );
  if (sizes.includes(0) || counts.some((count) => count < 1))
    throw new ShapeError(
      `interpolate: Input and output sizes should be greater than 0, but got input ${formatShape(sizes)} output ${formatShape(counts)}`,
    );
  if (mode === "area") return area(input, counts);
  const isNearest = kind.method === "nearest" || kind.method === "nearest-exact";
  if (!isFloating(input.dtype) && !(isNearest && input.dtype === "uint8"))
    throw new DTypeError(
      `interpolate: "${mode}" not implemented for ${input.dtype}; convert with .to("float32") first`,
    );
  // As PyTorch does, whatever the factor is.
  if (antialias && counts.every((count, at) => count === sizes[at])) return clone(input);
  let result = input;
  for (let at = sizes.length - 1; at >= 0; at--) {
    const resizing = {
      ...{ size: sizes[at]!, count: counts[at]!, factor: factors?.[at] ?? null },
      ...{ alignCorners, isSingle: input.dtype !== "float64" },
    };
    const table = antialias ? filterTable(kind.filter!, resizing) : methodTable(kind.method!, resizing);
    // Where nothing changes along a dimension its table would only copy.
    if (isIdentity(table.places, table.weights, sizes[at]!)) continue;
    result = isFloating(input.dtype)
      ? resample(result, at + 2, table)
      : indexSelect(result, at + 2, tensor(table.places, { dtype: "int32", device: input.device }));
  }
  return result === input ? clone(input) : result;
}

function isIdentity(places: Int32Array, weights: Float64Array, size: number): boolean {
  return places.length === size && places.every((place, at) => place === at && weights[at] === 1);
}

function area(input: Tensor, counts: readonly number[]): Tensor {
  if (counts.length === 1) return adaptiveAvgPool1d(input, counts[0]!);
  return counts.length === 2 ? adaptiveAvgPool2d(input, counts as never) : adaptiveAvgPool3d(input, counts as never);
}

export interface UpsampleOptions extends Omit<InterpolateOptions, "antialias"> {}

/**
 * {@link interpolate} by its old name. Shape: as there. See https://pytorch.org/docs/stable/generated/torch.nn.functional.upsample.html.
 *
 * @throws as {@link interpolate}.
 * @example
 * ```ts
 * import { tensor, upsample } from "@bernoulli/tensor";
 * upsample(tensor([[[1, 2]]]), null, 2).toArray(); // → [[[1, 1, 2, 2]]]
 * ```
 */
export function upsample(
  input: Tensor,
  ...rest: Positional<Omit<UpsampleOptions, "recomputeScaleFactor">, ["size", "scaleFactor", "mode", "alignCorners"]>
): Tensor {
  const places = ["size", "scaleFactor", "mode", "alignCorners"] as const;
  const options = optionsOf<UpsampleOptions>("upsample", places, rest);
  checkOptions("upsample", options, places);
  return interpolate(input, options);
}
