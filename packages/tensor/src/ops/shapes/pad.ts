// pad: rows and columns put around a tensor, or cut off it. A composition of cat and narrow; where the border is the image's own, of a table of
// places, by which floats are resampled and others selected.

import { describe, describeAll } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkNumber, checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { checkFits, type DType, isFloating } from "../../tensor/dtype.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { full, tensor } from "../creation/creation.js";
import { indexSelect } from "../indexing/gather.js";
import { narrow } from "../views/slice.js";
import { resample, type TableRow, tableFor } from "../vision/resample.js";
import { cat } from "./cat.js";

/** What stands in the border: one value, the image mirrored at its edge, the edge itself, or the other side. */
export type PadMode = "constant" | "reflect" | "replicate" | "circular";

export interface PadOptions {
  /** Default `"constant"`. */
  readonly mode?: PadMode;
  /** What `"constant"` fills in. Default 0. */
  readonly value?: number | boolean | null;
}

/** Where a border element comes from, `at` being its distance from the first element, of `size`. */
const sources: Readonly<Record<Exclude<PadMode, "constant">, (at: number, size: number) => number>> = {
  reflect: (at, size) => (at < 0 ? -at : at >= size ? 2 * (size - 1) - at : at),
  replicate: (at, size) => Math.min(Math.max(at, 0), size - 1),
  circular: (at, size) => (at + size) % size,
};

/** What `"circular"` goes around is what is left once negative sides are cut off; the other modes look at the whole. */
function cutFirst(input: Tensor, dim: number, before: number, after: number): Tensor {
  if (before >= 0 && after >= 0) return input;
  const kept = input.shape[dim]! + Math.min(before, 0) + Math.min(after, 0);
  return narrow(input, dim, Math.max(-before, 0), kept);
}

/**
 * A border around the last dimensions: `padding` is [left, right] of the last dimension, then [top, bottom] of the one
 * before, and so on; what is negative is cut off. Mode and value may stand behind it. Shape: (*, W) → (*, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.pad.html.
 *
 * @throws ArgumentError for an odd number of sizes, or more than there are dimensions; ShapeError where a border is wider
 * than what it mirrors or repeats, or where more is cut off than there is.
 * @example
 * ```ts
 * import { pad, tensor } from "@bernoulli/tensor";
 * pad(tensor([1, 2, 3]), [1, 2]).toArray(); // → [0, 1, 2, 3, 0, 0]
 * pad(tensor([1, 2, 3]), [2, -1], { mode: "reflect" }).toArray(); // → [3, 2, 1, 2]
 * ```
 */
export function pad(
  input: Tensor,
  padding: readonly number[],
  ...rest: Positional<PadOptions, ["mode", "value"]>
): Tensor {
  checkTensor("pad", "input", input);
  const options = optionsOf<PadOptions>("pad", ["mode", "value"], rest);
  checkOptions("pad", options, ["mode", "value"]);
  const { mode = "constant" } = options;
  const given = options.value ?? 0;
  const value = typeof given === "boolean" ? Number(given) : given;
  checkNumber("pad", "value", value);
  if (mode !== "constant" && !Object.hasOwn(sources, mode)) {
    throw new ArgumentError(
      `pad: unrecognised padding mode ${typeof mode === "string" ? mode : describe(mode)}; take "constant", "reflect", "replicate" or "circular"`,
    );
  }
  if (!Array.isArray(padding) || padding.length % 2 !== 0 || [...padding].some((size) => !Number.isInteger(size)))
    throw new ArgumentError(
      `pad: Padding length must be divisible by 2, and its sizes integers, but got ${describeAll(padding)}`,
    );
  if (padding.length > 2 * input.ndim) {
    throw new ArgumentError(
      `pad: Padding length should be less than or equal to two times the input dimension but got padding length ${padding.length} and input of dimension ${input.ndim}`,
    );
  }
  if (mode === "constant" && padding.some((size) => size > 0)) checkBorder(value, input.dtype);
  let result = input;
  for (let at = 0; at < padding.length; at += 2) {
    const dim = input.ndim - 1 - at / 2;
    result = padDim(result, dim, padding[at]!, padding[at + 1]!, mode, value);
  }
  // Where nothing is put around it a part of the input is left, which a write would reach: PyTorch copies too.
  return result.storage === input.storage ? clone(result) : result;
}

/** Here, unlike elsewhere, PyTorch counts no negative bytes from 256. */
function checkBorder(value: number, dtype: DType): void {
  checkFits("pad", value, dtype);
  if (dtype === "uint8" && value < 0)
    throw new DTypeError(
      `pad: value cannot be converted to type uint8 without overflow: ${value}; take one from 0 to 255`,
    );
}

/** What a dimension of so many elements can be padded by. */
const widestOf: { readonly [M in Exclude<PadMode, "constant">]: (size: number) => number } = {
  reflect: (size) => size - 1,
  circular: (size) => size,
  replicate: (size) => (size > 0 ? Number.POSITIVE_INFINITY : 0),
};

function padDim(input: Tensor, dim: number, before: number, after: number, mode: PadMode, value: number): Tensor {
  const size = input.shape[dim]!;
  const left = size + before + after;
  if (left < 0) {
    throw new ShapeError(
      `pad: The input size ${size}, plus negative padding ${before} and ${after}, resulted in a negative output size, which is invalid. Check dimension ${dim} of your input of shape ${formatShape(input.shape)}`,
    );
  }
  if (mode === "constant") return padWith(input, dim, before, after, value);
  const widest = Math.max(before, after);
  if (widest > widestOf[mode](size)) {
    throw new ShapeError(
      `pad: Padding size should be ${mode === "reflect" ? "less than" : "at most"} the corresponding input dimension, but got: padding (${before}, ${after}) at dimension ${dim} of input ${formatShape(input.shape)}`,
    );
  }
  if (before <= 0 && after <= 0) return narrow(input, dim, -before, left);
  if (mode === "circular" && (before < 0 || after < 0)) {
    const rest = cutFirst(input, dim, before, after);
    if (widest > rest.shape[dim]!)
      throw new ShapeError(
        `pad: Padding value causes wrapping around more than once: padding (${before}, ${after}) leaves ${rest.shape[dim]} of dimension ${dim} of input ${formatShape(input.shape)}`,
      );
    return padDim(rest, dim, Math.max(before, 0), Math.max(after, 0), mode, value);
  }
  const places = Int32Array.from({ length: left }, (_, at) => sources[mode](at - before, size));
  if (isFloating(input.dtype)) {
    const rows = () => Array.from(places, (place): TableRow => [[place, 1]]);
    return resample(input, dim, tableFor(`${mode} ${size} ${before} ${after}`, size, rows));
  }
  return indexSelect(input, dim, tensor(places, { dtype: "int32", device: input.device }));
}

function padWith(input: Tensor, dim: number, before: number, after: number, value: number): Tensor {
  const size = input.shape[dim]!;
  const kept = size + Math.min(before, 0) + Math.min(after, 0);
  const border = (width: number) =>
    width > 0 ? [full(input.shape.with(dim, width), value, { dtype: input.dtype, device: input.device })] : [];
  // Cut so far that only border is left: what is cut off from one side comes from the other's border. Nothing of the input
  // stands in it, whose history it keeps.
  if (kept <= 0) return cat([...border(size + before + after), narrow(input, dim, 0, 0)], dim);
  const inner = kept === size ? input : narrow(input, dim, Math.max(-before, 0), kept);
  const parts = [...border(before), inner, ...border(after)];
  return parts.length === 1 ? inner : cat(parts, dim);
}
