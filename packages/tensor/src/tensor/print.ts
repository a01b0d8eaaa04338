// How a tensor is printed: as PyTorch 2.15 prints it, with its options (print-options.ts), but for "torch." before dtypes.
// Reads elements only; which tensors are printed, and where, is the caller's choice.

import { checkTensor } from "../checks/options.js";
import { isFloating } from "./dtype.js";
import { printOptions } from "./print-options.js";
import type { Tensor } from "./tensor.js";

const prefix = "tensor(";

/** Writes a number in a style that all elements share, padded to the width of the longest. */
interface NumberFormat {
  readonly width: number;
  format(value: number): string;
}

/**
 * The tensor as PyTorch prints it, by the options of `setPrintoptions`: four digits, scientific where the range is wide, the edges only of
 * more than 1000 elements, and behind them what is not the default of dtype, device and history.
 * See https://pytorch.org/docs/stable/generated/torch.set_printoptions.html.
 *
 * @example
 * ```ts
 * import { formatTensor, tensor } from "@bernoulli/tensor";
 * formatTensor(tensor([[1, 2.5], [-3, 4]])); // → "tensor([[ 1.0000,  2.5000],\n        [-3.0000,  4.0000]])"
 * formatTensor(tensor([1, 2], { dtype: "int32" })); // → "tensor([1, 2], dtype=int32)"
 * ```
 */
export function formatTensor(tensor: Tensor): string {
  checkTensor("formatTensor", "input", tensor);
  return withSuffixes(prefix + formatElements(tensor), suffixesOf(tensor));
}

function suffixesOf(tensor: Tensor): string[] {
  const { dtype, device, shape } = tensor;
  const empty = tensor.numel() === 0;
  const suffixes: string[] = [];
  if (device !== "cpu") suffixes.push(`device='${device}'`);
  if (empty && shape.length !== 1) suffixes.push(`size=(${shape.join(", ")})`);
  // Elements tell bool from floats; an empty tensor shows none.
  if (dtype !== "float32" && (dtype !== "bool" || empty)) suffixes.push(`dtype=${dtype}`);
  const history = historyOf(tensor);
  if (history !== null) suffixes.push(history);
  return suffixes;
}

function historyOf(tensor: Tensor): string | null {
  try {
    const { gradNode } = tensor;
    if (gradNode !== null) return `grad_fn=<${gradNode.name}>`;
    return tensor.requiresGrad ? "requires_grad=True" : null;
  } catch {
    // A view of a user's function, written since: its numbers can be looked at all the same.
    return "grad_fn=<Invalid>";
  }
}

function withSuffixes(body: string, suffixes: readonly string[]): string {
  const { linewidth } = printOptions();
  let text = body;
  // PyTorch counts the last line two longer than it is; so must we, to break lines where it does.
  let lineLength = body.length - body.lastIndexOf("\n") + 1;
  for (const suffix of suffixes) {
    if (lineLength + suffix.length + 2 > linewidth) {
      text += `,\n${" ".repeat(prefix.length)}${suffix}`;
      lineLength = prefix.length + suffix.length;
    } else {
      text += `, ${suffix}`;
      lineLength += suffix.length + 2;
    }
  }
  return `${text})`;
}

function formatElements(tensor: Tensor): string {
  const { shape, strides, offset, dtype } = tensor;
  const { threshold, edgeitems, linewidth } = printOptions();
  const elements = tensor.storage.elements(dtype);
  if (tensor.numel() === 0) return "[]";
  const summarize = tensor.numel() > threshold;
  /** The indices shown along a dimension. */
  const shown = (dim: number): number[] => {
    const size = shape[dim]!;
    const indices = Array.from(
      { length: summarize && size > 2 * edgeitems ? 2 * edgeitems : size },
      (_, index) => index,
    );
    return indices.length === size
      ? indices
      : indices.map((index) => (index < edgeitems ? index : size - 2 * edgeitems + index));
  };
  const values: number[] = [];
  const collect = (dim: number, at: number): void => {
    if (dim === shape.length) values.push(elements[at]!);
    else for (const index of shown(dim)) collect(dim + 1, at + index * strides[dim]!);
  };
  collect(0, offset);
  const { width, format } =
    dtype === "bool" ? chooseBool(values) : isFloating(dtype) ? chooseFloat(values) : chooseInteger(values);
  let next = 0;
  const build = (dim: number, indent: number): string => {
    if (dim === shape.length) return format(values[next++]!).padStart(width);
    const indices = shown(dim);
    const last = dim === shape.length - 1;
    const parts = indices.map(() => build(dim + 1, indent + 1));
    if (indices.length < shape[dim]!) parts.splice(edgeitems, 0, last ? " ..." : "...");
    const margin = " ".repeat(indent + 1);
    if (!last) return `[${parts.join(`,${"\n".repeat(shape.length - dim - 1)}${margin}`)}]`;
    const perLine = Math.max(1, Math.floor((linewidth - indent) / (width + 2)));
    const lines = Array.from({ length: Math.ceil(parts.length / perLine) }, (_, line) =>
      parts.slice(line * perLine, (line + 1) * perLine).join(", "),
    );
    return `[${lines.join(`,\n${margin}`)}]`;
  };
  return build(0, prefix.length);
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, { length }) => Math.max(width, length), 1);
}

function chooseBool(values: readonly number[]): NumberFormat {
  const format = (value: number) => (value !== 0 ? "True" : "False");
  return { width: widest(values.map(format)), format };
}

function chooseInteger(values: readonly number[]): NumberFormat {
  return { width: widest(values.map(String)), format: String };
}

function chooseFloat(values: readonly number[]): NumberFormat {
  const { precision, sciMode } = printOptions();
  // Zeros, infinities and NaN do not choose the style, nor the width: a longer one sticks out, as in PyTorch.
  const counted = values.filter((value) => Number.isFinite(value) && value !== 0);
  const sizes = counted.map(Math.abs);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const whole = counted.every(Number.isInteger);
  const isScientific = sciMode ?? (largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4));
  // With nothing that chooses, PyTorch does not get to what was asked for.
  const scientific = isScientific && counted.length > 0;
  const finite = scientific
    ? (value: number) => exponential(value, precision)
    : whole
      ? (value: number) => `${fixed(value, 0)}.`
      : (value: number) => fixed(value, precision);
  const format = (value: number) => (Number.isFinite(value) ? finite(value) : notFinite(value));
  return { width: widest(counted.map(finite)), format };
}

function notFinite(value: number): string {
  if (Number.isNaN(value)) return "nan";
  return value > 0 ? "inf" : "-inf";
}

// C and Python round an exact half to the even digit, JavaScript away from zero; 40 more digits show an exact half.
function roundHalfToEven(rounded: string, exact: string): string {
  const kept = exact.slice(0, rounded.length);
  return /^50*$/.test(exact.slice(rounded.length)) && /[02468]$/.test(kept) ? kept : rounded;
}

function fixed(value: number, digits: number): string {
  const size = Math.abs(value);
  const even = 2 * Math.round(size / 2);
  const whole = size % 1 === 0.5 ? even : size;
  const text = digits === 0 ? whole.toFixed(0) : roundHalfToEven(size.toFixed(digits), size.toFixed(digits + 40));
  return sign(value) + text;
}

function exponential(value: number, precision: number): string {
  const size = Math.abs(value);
  const [mantissa, exponent] = size.toExponential(precision).split("e") as [string, string];
  const [exact, exactExponent] = size.toExponential(precision + 40).split("e") as [string, string];
  // With another exponent the mantissa was rounded up to the next power of ten, from an odd digit.
  const text = exponent === exactExponent ? roundHalfToEven(mantissa, exact) : mantissa;
  return `${sign(value)}${text}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
}

function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? "-" : "";
}
