// Runs one kernel on both backends over the same numbers, for the tests of this folder. Holds no tests.

import "../../dtypes.js";

import { BernoulliError } from "../../checks/errors.js";
import { FormulaComputation } from "../../formulas/computation.js";
import type { Formula } from "../../formulas/formula.js";
import type { KernelAttributes, KernelFunction, KernelName, Operand } from "../../kernels/contract.js";
import type { Kernel } from "../../kernels/kernel.js";
import * as kernels from "../../kernels/kernels.js";
import { type Allocator, Storage } from "../../memory/storage.js";
import { type DType, dtypeTraits } from "../../tensor/dtype.js";
import { contiguousStrides, numberOfElements } from "../../tensor/shape.js";
import { referenceAllocator } from "../reference/allocator.js";
import { WasmMemory } from "./memory.js";

export function integerBelow(random: () => number, bound: number): number {
  return Math.floor(random() * bound);
}

/** An operand described apart from where it lies: the elements of its whole storage, and how it walks them. */
export interface Sample {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly elements: readonly number[];
}

export type Fill = (random: () => number, dtype: DType) => number;

export const anyNumber: Fill = (random, dtype) => {
  if (dtype === "bool") return integerBelow(random, 2);
  if (dtype === "uint8") return integerBelow(random, 256);
  if (dtype === "int32") return integerBelow(random, 2000) - 1000;
  return Math.fround(random() * 4 - 2);
};

/** Integers as any, but int32 to its ends, so that most sums do not fit. */
export const anyInteger: Fill = (random, dtype) =>
  dtype === "int32" ? Math.floor((random() - 0.5) * 2 ** 32) : anyNumber(random, dtype);

/** Numbers among which NaN, infinities, zeros of both signs and equals are common. */
export const awkwardNumber: Fill = (random, dtype) => {
  const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1, -1, 1e-41, 3e38];
  if (dtype === "float32" && random() < 0.4)
    return Math.fround(special[integerBelow(random, special.length)] as number);
  return anyNumber(random, dtype);
};

/** The same of doubles, with some that float32 does not have. */
export const awkwardDouble: Fill = (random) => {
  const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1, -1, 5e-324, -1e300];
  return random() < 0.4 ? (special[integerBelow(random, special.length)] as number) : random() * 4 - 2;
};

export const layouts = ["contiguous", "permuted", "stepped", "expanded"] as const;
export type Layout = (typeof layouts)[number];

/** Odd sizes among them, and one of no dimensions. */
export const shapes: readonly (readonly number[])[] = [
  [],
  [1],
  [3],
  [4],
  [17],
  [2, 5],
  [3, 1, 9],
  [2, 3, 4, 5],
  [5, 2, 3, 2, 3],
];

/** A sample of random numbers in a given layout; its storage starts with a few elements that are not its own. */
function stridesOf(layout: Layout, shape: readonly number[]): readonly number[] {
  if (layout === "contiguous") return contiguousStrides(shape);
  if (layout === "stepped") return contiguousStrides(shape).map((stride) => 2 * stride);
  const reversed = contiguousStrides([...shape].reverse()).reverse();
  return layout === "permuted" ? reversed : reversed.map((stride, dim) => (dim % 2 === 0 ? 0 : stride));
}

export function sample(
  random: () => number,
  dtype: DType,
  shape: readonly number[],
  layout: Layout = "contiguous",
  fill: Fill = anyNumber,
): Sample {
  const strides = stridesOf(layout, shape);
  const offset = integerBelow(random, 4);
  const reach = shape.reduce(
    (total, size, dimension) => total + Math.max(0, size - 1) * (strides[dimension] as number),
    1,
  );
  return { dtype, shape, strides, offset, elements: Array.from({ length: offset + reach }, () => fill(random, dtype)) };
}

export function sampleOf(dtype: DType, shape: readonly number[], elements: readonly number[]): Sample {
  return { dtype, shape, strides: contiguousStrides(shape), offset: 0, elements };
}

/** The memory of the tests. */
export const testMemory = new WasmMemory({ maximumBytes: 2 ** 30 });

function place(allocator: Allocator, { dtype, shape, strides, offset, elements }: Sample): Operand {
  const byteLength = Math.max(1, elements.length) * dtypeTraits[dtype].bytes;
  const storage = new Storage(allocator, byteLength, "test");
  storage.elements(dtype).set(elements);
  return { storage, dtype, shape, strides, offset };
}

export interface Output {
  readonly dtype: DType;
  readonly shape: readonly number[];
}

interface Run<K extends KernelName> {
  readonly kernel: K | Formula;
  readonly dtype: DType;
  readonly inputs: readonly (Sample | null)[];
  readonly attributes: KernelAttributes[K];
  /** New outputs, or `"inPlace"`: the first input's storage. */
  readonly outputs: readonly Output[] | "inPlace";
}

function runOn<K extends KernelName>(allocator: Allocator, kernel: KernelFunction<K>, run: Run<K>): number[][] {
  const inputs = run.inputs.map((input) => (input === null ? null : place(allocator, input)));
  const outputs =
    run.outputs === "inPlace"
      ? [inputs[0] as Operand]
      : run.outputs.map((output) => {
          // What was there before must not matter.
          const garbage = Array.from({ length: numberOfElements(output.shape) }, () => 77);
          return place(allocator, sampleOf(output.dtype, output.shape, garbage));
        });
  try {
    kernel(inputs, outputs, run.attributes);
    return outputs.map((output) => [...output.storage.elements(output.dtype)]);
  } finally {
    for (const { storage } of new Set([...inputs, ...outputs].filter((operand) => operand !== null))) {
      if (!storage.freed) storage.free();
    }
  }
}

const byName: { readonly [K in KernelName]: Kernel<K> } = { ...kernels };

/** What both backends make of the same inputs: whole storages, so that stray writes show. */
export function onBoth<K extends KernelName>(
  run: Run<K>,
): { readonly wasm: number[][]; readonly reference: number[][] } {
  const { kernel, dtype } = run;
  const computation = typeof kernel === "string" ? byName[kernel] : new FormulaComputation(kernel);
  const [ours, theirs] = [computation.on("cpu", dtype), computation.on("reference", dtype)];
  if (ours?.by !== "own" || theirs === null) throw new Error(`no wasm ${computation.name} of ${dtype}`);
  return { wasm: runOn(testMemory, ours.run, run), reference: runOn(referenceAllocator, theirs.run, run) };
}

/** What each backend makes of them, or the text of what it throws. */
export function onEach<K extends KernelName>(
  run: Run<K>,
): { readonly wasm: number[][] | string; readonly reference: number[][] | string } {
  const { kernel, dtype } = run;
  const computation = typeof kernel === "string" ? byName[kernel] : new FormulaComputation(kernel);
  const attempt = (device: "cpu" | "reference", allocator: Allocator) => {
    try {
      return runOn(allocator, computation.on(device, dtype)!.run, run);
    } catch (error) {
      if (!(error instanceof BernoulliError)) throw error;
      return error.message;
    }
  };
  return { wasm: attempt("cpu", testMemory), reference: attempt("reference", referenceAllocator) };
}

/** The largest difference between two results, in units of `scale`; NaN must meet NaN, and an infinity its like. */
export function largestDifference(
  results: readonly number[][],
  expected: readonly number[][],
  scale: (value: number) => number,
): number {
  let largest = 0;
  expected.forEach((values, i) => {
    values.forEach((value, j) => {
      const result = results[i]?.[j];
      if (Object.is(result, value) || result === value) return;
      if (result === undefined || !Number.isFinite(value) || !Number.isFinite(result))
        largest = Number.POSITIVE_INFINITY;
      else largest = Math.max(largest, Math.abs(result - value) / scale(value));
    });
  });
  return largest;
}

/** The distance from a float32 to the next. */
export function ulp(value: number): number {
  return 2 ** (Math.max(Math.floor(Math.log2(Math.abs(value) || 2 ** -126)), -126) - 23);
}
