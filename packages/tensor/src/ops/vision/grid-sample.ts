// gridSample and affineGrid: images read at places that a grid names. A composition: along each dimension the neighbours of a place, how much each
// weighs and whether it is there; then a gather for each of their combinations.

import { describe, describeAll } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { isFloating } from "../../tensor/dtype.js";
import { formatShape, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor } from "../creation/creation.js";
import { linspace } from "../creation/ranges.js";
import { to } from "../creation/to.js";
import { gather } from "../indexing/gather.js";
import { abs } from "../pointwise/abs.js";
import { add, sub } from "../pointwise/add.js";
import { clamp } from "../pointwise/clamp.js";
import { eq, ge, gt, le, lt } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { logicalAnd } from "../pointwise/logical.js";
import { mul } from "../pointwise/mul.js";
import { neg } from "../pointwise/neg.js";
import { fmod, remainder } from "../pointwise/remainder.js";
import { floor, round } from "../pointwise/rounding.js";
import { where } from "../pointwise/where.js";
import { matmul } from "../products/matmul.js";
import { expand } from "../reductions/sum.js";
import { stack } from "../shapes/cat.js";
import { meshgrid } from "../shapes/grids.js";
import { detach } from "../views/detach.js";
import { transpose } from "../views/permute.js";
import { select } from "../views/slice.js";
import { reshape, reshapeResult } from "../views/view.js";

/** How elements between others are found; in three dimensions `"bilinear"` goes along all three. */
export type GridSampleMode = "bilinear" | "nearest" | "bicubic";
/** What lies outside: zeros, the edge, or the image mirrored at its edge. */
export type GridSamplePadding = "zeros" | "border" | "reflection";

export interface GridSampleOptions {
  /** Default `"bilinear"`. */
  readonly mode?: GridSampleMode;
  /** Default `"zeros"`. */
  readonly paddingMode?: GridSamplePadding;
  /** Whether −1 and 1 are the centers of the corner elements, not their outer edges. Default false. */
  readonly alignCorners?: boolean | null;
}

/** One of the elements that a place is made of, along one dimension. */
interface Tap {
  readonly index: Tensor;
  readonly weight: Tensor | null;
  /** Null: always there. */
  readonly present: Tensor | null;
}

interface Sampling {
  readonly size: number;
  readonly mode: GridSampleMode;
  readonly paddingMode: GridSamplePadding;
  readonly alignCorners: boolean;
  readonly isVolume: boolean;
}

/** Places in elements, of those from −1 to 1. */
function inElements(place: Tensor, { size, alignCorners }: Sampling): Tensor {
  return alignCorners ? mul(add(place, 1), (size - 1) / 2) : sub(mul(add(place, 1), size / 2), 0.5);
}

/** What is no number, or infinite, as a place before the image: PyTorch's loops over three dimensions find zeros there. */
const finite = (place: Tensor) => where(lt(abs(place), Number.POSITIVE_INFINITY), place, -2);

/** Within the image; outside, and for a NaN, without a slope, as PyTorch's. */
const clipped = (place: Tensor, size: number) => where(ge(place, size - 1), size - 1, where(gt(place, 0), place, 0));

const rest = (from: number, value: Tensor) => add(neg(value), from);

function mirrored(place: Tensor, { size, alignCorners }: Sampling): Tensor {
  const [low, span] = alignCorners ? [0, size - 1] : [-0.5, size];
  if (span === 0) return mul(place, 0);
  const away = where(ge(place, low), sub(place, low), rest(low, place));
  const over = fmod(away, span);
  const turns = floor(div(detach(away), span));
  return add(where(eq(remainder(turns, 2), 0), over, rest(span, over)), low);
}

function within(place: Tensor, sampling: Sampling): Tensor {
  if (sampling.paddingMode === "zeros") return sampling.isVolume ? finite(place) : place;
  return clipped(sampling.paddingMode === "border" ? place : mirrored(place, sampling), sampling.size);
}

/** A whole place as an index, and whether it is inside. */
function tapAt(place: Tensor, weight: Tensor | null, { size, paddingMode }: Sampling): Tap {
  const whole = detach(place);
  return {
    index: clamp(to(whole, "int32"), 0, size - 1),
    weight,
    present: paddingMode === "zeros" ? logicalAnd(ge(whole, 0), le(whole, size - 1)) : null,
  };
}

function tapsOf(place: Tensor, sampling: Sampling): readonly Tap[] {
  const at = inElements(place, sampling);
  if (sampling.mode === "bicubic") return cubicTaps(at, sampling);
  const inside = within(at, sampling);
  if (sampling.mode === "nearest") return [tapAt(round(detach(inside)), null, sampling)];
  const first = floor(detach(inside));
  const weight = sub(inside, first);
  return [tapAt(first, rest(1, weight), sampling), tapAt(add(first, 1), weight, sampling)];
}

/** Keys' kernel; each of its four elements is looked for where the image ends. */
function cubicTaps(at: Tensor, sampling: Sampling): readonly Tap[] {
  const first = floor(detach(at));
  const t = sub(at, first);
  const a = -0.75;
  const near = (x: Tensor) => add(mul(mul(sub(mul(x, a + 2), a + 3), x), x), 1);
  const far = (x: Tensor) => sub(mul(add(mul(sub(mul(x, a), 5 * a), x), 8 * a), x), 4 * a);
  const back = rest(1, t);
  const weights = [far(add(t, 1)), near(t), near(back), far(add(back, 1))];
  return weights.map((weight, tap) => tapAt(within(add(first, tap - 1), sampling), weight, sampling));
}

/** All combinations of an element along each dimension. */
function combinations(taps: readonly (readonly Tap[])[]): readonly (readonly Tap[])[] {
  return taps.reduce<readonly (readonly Tap[])[]>(
    (all, own) => all.flatMap((before) => own.map((tap) => [...before, tap])),
    [[]],
  );
}

const both = <T>(first: T | null, second: T | null, join: (a: T, b: T) => T): T | null =>
  first === null ? second : second === null ? first : join(first, second);

function checkGrid(input: Tensor, grid: Tensor): void {
  const op = "gridSample";
  if (!isFloating(input.dtype) || input.dtype !== grid.dtype)
    throw new DTypeError(
      `${op}: expected input and grid to have one floating dtype, but input has ${input.dtype} and grid has ${grid.dtype}; convert with .to("float32")`,
    );
  if ((input.ndim !== 4 && input.ndim !== 5) || input.ndim !== grid.ndim)
    throw new ShapeError(
      `${op}: expected 4D or 5D input and grid with same number of dimensions, but got input with sizes ${formatShape(input.shape)} and grid with sizes ${formatShape(grid.shape)}`,
    );
  if (input.shape[0] !== grid.shape[0])
    throw new ShapeError(
      `${op}: expected grid and input to have same batch size, but got input with sizes ${formatShape(input.shape)} and grid with sizes ${formatShape(grid.shape)}`,
    );
  if (grid.shape.at(-1) !== input.ndim - 2)
    throw new ShapeError(
      `${op}: expected grid to have size ${input.ndim - 2} in last dimension, but got grid with sizes ${formatShape(grid.shape)}`,
    );
  const empty = input.shape.indexOf(0, 2);
  if (empty >= 0)
    throw new ShapeError(
      `${op}: expected input to have non-empty spatial dimensions, but input has sizes ${formatShape(input.shape)} with dimension ${empty} being empty`,
    );
}

/**
 * The input at the places of a grid, whose last dimension holds (x, y) or (x, y, z), from −1 at one edge to 1 at the other; options may stand
 * behind it in PyTorch's order. Shape: (N, C, H, W) and grid (N, H', W', 2) → (N, C, H', W'), or (N, C, D, H, W) and (N, D', H', W', 3) →
 * (N, C, D', H', W'). See https://pytorch.org/docs/stable/generated/torch.nn.functional.grid_sample.html.
 *
 * @throws ShapeError for shapes that do not go together; DTypeError unless both are of one floating dtype; ArgumentError for unknown modes.
 * @example
 * ```ts
 * import { gridSample, tensor } from "@bernoulli/tensor";
 * const image = tensor([[[[1, 2], [3, 4]]]]);
 * gridSample(image, tensor([[[[0, 0], [-0.5, 0.5]]]])).toArray(); // → [[[[2.5, 3]]]]
 * ```
 */
export function gridSample(
  input: Tensor,
  grid: Tensor,
  ...rest: Positional<GridSampleOptions, ["mode", "paddingMode", "alignCorners"]>
): Tensor {
  checkTensor("gridSample", "input", input);
  checkTensor("gridSample", "grid", grid);
  const options = optionsOf<GridSampleOptions>("gridSample", ["mode", "paddingMode", "alignCorners"], rest);
  checkOptions("gridSample", options, ["mode", "paddingMode", "alignCorners"]);
  const { mode = "bilinear", paddingMode = "zeros" } = options;
  if (!["bilinear", "nearest", "bicubic"].includes(mode))
    throw new ArgumentError(
      `gridSample: expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: ${describe(mode)}`,
    );
  if (!["zeros", "border", "reflection"].includes(paddingMode))
    throw new ArgumentError(
      `gridSample: expected padding_mode to be 'zeros', 'border', or 'reflection', but got: ${describe(paddingMode)}`,
    );
  checkGrid(input, grid);
  const [batch, channels, ...sizes] = input.shape as readonly [number, number, ...number[]];
  const places = grid.shape.slice(1, -1);
  const count = places.reduce((product, size) => product * size, 1);
  const flat = reshape(input, [batch, channels, sizes.reduce((product, size) => product * size, 1)]);
  const alignCorners = options.alignCorners ?? false;
  const shape: Shape = [batch, channels, ...places];
  const taps = sizes.map((size, dim) =>
    tapsOf(reshape(select(grid, -1, sizes.length - 1 - dim), [batch, 1, count]), {
      ...{ size, mode, paddingMode, alignCorners, isVolume: sizes.length === 3 },
    }),
  );
  let result: Tensor | null = null;
  for (const own of combinations(taps)) {
    const index = own.reduce<Tensor | null>(
      (sum, tap, dim) => (sum === null ? tap.index : add(mul(sum, sizes[dim]!), tap.index)),
      null,
    )!;
    const weight = own.reduce<Tensor | null>((product, tap) => both(product, tap.weight, mul), null);
    const present = own.reduce<Tensor | null>((all, tap) => both(all, tap.present, logicalAnd), null);
    let value = gather(flat, 2, expand(index, [batch, channels, count]));
    if (present !== null) value = where(present, value, 0);
    if (weight !== null) value = mul(value, weight);
    result = result === null ? value : add(result, value);
  }
  return reshapeResult(result!, shape);
}

/**
 * A grid for {@link gridSample} that moves an image of `size`, (N, C, H, W) or (N, C, D, H, W), by each of the matrices `theta`.
 * Shape: (N, 2, 3) → (N, H, W, 2), or (N, 3, 4) → (N, D, H, W, 3).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.affine_grid.html.
 *
 * @throws ShapeError for matrices that do not go with the size; ArgumentError for another size; DTypeError for integers.
 * @example
 * ```ts
 * import { affineGrid, tensor } from "@bernoulli/tensor";
 * affineGrid(tensor([[[1, 0, 0], [0, 1, 0]]]), [1, 1, 1, 2]).toArray(); // → [[[[-0.5, 0], [0.5, 0]]]]
 * ```
 */
export function affineGrid(
  theta: Tensor,
  size: Shape,
  ...rest: Positional<AffineGridOptions, ["alignCorners"]>
): Tensor {
  checkTensor("affineGrid", "theta", theta);
  const options = optionsOf<AffineGridOptions>("affineGrid", ["alignCorners"], rest);
  checkOptions("affineGrid", options, ["alignCorners"]);
  if (!isFloating(theta.dtype))
    throw new DTypeError(
      `affineGrid: Expected theta to have floating point type, but got ${theta.dtype}; convert with .to("float32")`,
    );
  if (!Array.isArray(size) || (size.length !== 4 && size.length !== 5))
    throw new ArgumentError(
      `affineGrid: only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got size ${describeAll(size)}.`,
    );
  const dims = size.length - 2;
  if (theta.ndim !== 3 || theta.shape[0] !== size[0] || theta.shape[1] !== dims || theta.shape[2] !== dims + 1)
    throw new ShapeError(
      `affineGrid: Expected a batch of ${dims}D affine matrices of shape Nx${dims}x${dims + 1} for size ${formatShape(size)}. Got ${formatShape(theta.shape)}.`,
    );
  if (!size.every((own) => Number.isSafeInteger(own) && own > 0))
    throw new ArgumentError(`affineGrid: Expected non-zero, positive output size. Got ${describeAll(size)}`);
  const alignCorners = options.alignCorners ?? false;
  const placement = { dtype: theta.dtype, device: theta.device };
  const sizes = size.slice(2);
  const along = sizes.map((count) => {
    if (count === 1) return tensor([0], placement);
    const steps = linspace(-1, 1, count, placement);
    return alignCorners ? steps : mul(steps, (count - 1) / count);
  });
  const grids = [...meshgrid(...along, { indexing: "ij" })].reverse();
  const base = reshape(stack([...grids, ones(sizes, placement)], -1), [1, -1, dims + 1]);
  const spread = expand(base, [size[0]!, base.shape[1]!, dims + 1]);
  return reshapeResult(matmul(spread, transpose(theta, 1, 2)), [size[0]!, ...sizes, dims]);
}

export interface AffineGridOptions {
  /** Whether −1 and 1 are the centers of the corner elements, not their outer edges. Default false. */
  readonly alignCorners?: boolean | null;
}
