// What a recurrent layer does step by step. Products of some rows with one matrix, which lies in panels meanwhile: of few rows it takes
// as long to lay it out as to multiply by it. And a formula of some rows, as a region is computed: vectors side by side. Threads share
// columns of the formula, and of the product those of the same places, so that they meet once a step.

import type { Operand, RecurrentSteps } from "../../../kernels/contract.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { getNumThreads } from "../threads/count.js";
import { split } from "../threads/split.js";
import { columnTableLength, multiplesOf, writeColumnTable, writeTable } from "./offset-tables.js";
import { type PackedColumns, type PackedRows, withPackedColumns, withPlaceOfRows } from "./packed-operands.js";
import { definitionOf, type Pointwise } from "./pointwise-operation.js";
import { type StepPlace, stepsOfOperation } from "./pointwise-steps.js";
import { multiplyColumns, nanosecondsOfProduct } from "./product.js";
import { type RegionOperation, regionCall, regionOperation } from "./region.js";
import { addressOf, walked } from "./walk.js";

/** What a step of a formula takes for an element, about, in nanoseconds: some of them are exponentials. */
const nanosecondsOfStep = 0.4;
/** Parts of a step for each thread: to hand out more takes longer than it evens out. */
const partsOfThread = 2;
/** Columns are cut at multiples of it: a cache line, and whole panels. */
const columnUnit = 16;

type Columns = readonly [begin: number, end: number];

export function recurrentSteps(given: RecurrentSteps): void {
  const { inputs, product, isBefore, steps } = given;
  const runtime = runtimeOf(product);
  const width = inputs[0]!.shape[1]!;
  const { compute, nanoseconds } = formulaOf(runtime, given);
  const parts = partsOfProduct(given, width);
  const whole = product.shape[1]!;
  const cuts = cutsOf(width);
  withProducts(runtime, given, ({ pack, multiply, work }) => {
    /** What a job does: a product of packed rows, and a step of the formula, in this order; either may be missing. */
    const job = (rows: PackedRows | null, at: number | null) => {
      const size = at === null ? 0 : steps[at]!.size;
      const ofFormula = size * width * nanoseconds;
      const ofProduct = rows === null ? 0 : rows.rows * work;
      if (parts === null) {
        // Its columns are not the formula's.
        if (rows !== null)
          runtime.parallel(ofProduct, (count) => {
            for (const [begin, end] of split(whole, count, columnUnit)) runtime.task(() => multiply(rows, begin, end));
          });
        if (at !== null) compute(steps[at]!, 0, width);
        return;
      }
      runtime.parallel(ofFormula + ofProduct, (count) => {
        for (const [begin, end] of cuts(count))
          runtime.task(() => {
            if (rows !== null && end - begin === width) multiply(rows, 0, whole);
            else if (rows !== null) for (const first of parts) multiply(rows, first + begin, first + end);
            if (at !== null) compute(steps[at]!, begin, end);
          });
      });
    };
    if (isBefore) for (const [at, { size }] of steps.entries()) job(pack(0, size), at);
    else {
      job(null, 0);
      for (const [at, { start, size }] of steps.entries())
        job(pack(start, size), at + 1 < steps.length ? at + 1 : null);
    }
  });
}

/** A step's columns in so many parts; the steps are cut alike. */
function cutsOf(width: number): (count: number) => readonly Columns[] {
  const most = partsOfThread * getNumThreads();
  const made = new Map<number, readonly Columns[]>();
  return (count) => {
    const parts = Math.min(count, most);
    let own = made.get(parts);
    if (own === undefined) {
      own = split(width, parts, columnUnit);
      made.set(parts, own);
    }
    return own;
  };
}

/** Where the product's columns begin that lie side by side with the formula's; null where they do not, or panels would be cut. */
function partsOfProduct({ inputs, product }: RecurrentSteps, width: number): readonly number[] | null {
  const columns = product.shape[1]!;
  const isLike = (input: Operand) => {
    const column = input.offset - product.offset;
    return (
      input.strides[0] === columns && input.strides[1] === 1 && column >= 0 && column < columns && column % width === 0
    );
  };
  const views = inputs.filter(({ storage }) => storage === product.storage);
  if (columns % width > 0 || (columns > width && width % columnUnit > 0) || !views.every(isLike)) return null;
  return Array.from({ length: columns / width }, (_, at) => at * width);
}

interface Products {
  /** Rows of `left`, where the rows before lay. */
  pack(start: number, size: number): PackedRows;
  /** Some columns of their product; within a task. They begin at multiples of a panel. */
  multiply(rows: PackedRows, begin: number, end: number): void;
  /** Nanoseconds that a row takes. */
  readonly work: number;
}

/** Lends products with `right`. */
function withProducts(
  runtime: Runtime,
  { left, right, product }: RecurrentSteps,
  use: (products: Products) => void,
): void {
  const [depth, columns] = right.shape as [number, number];
  const [rightDepth, rightColumn] = right.strides as [number, number];
  const [leftRow, leftDepth] = left.strides as [number, number];
  const most = product.shape[0]!;
  const tableBytes = 4 * (most + 2 * depth + columnTableLength(columns));
  runtime.withScratch(tableBytes, (address) => {
    const lanes = writeTable(runtime, address, multiplesOf(most, leftRow));
    const depths = writeTable(runtime, address + 4 * most, multiplesOf(depth, leftDepth));
    const by = {
      address: addressOf(right),
      depths: writeTable(runtime, address + 4 * (most + depth), multiplesOf(depth, rightDepth)),
      lanes: writeColumnTable(runtime, address + 4 * (most + 2 * depth), multiplesOf(columns, rightColumn)),
    };
    const from = addressOf(left);
    const to = { address: addressOf(product), pitch: 4 * columns };
    withPackedColumns(runtime, by, (packed: PackedColumns) =>
      withPlaceOfRows(runtime, most, depth, (pack) =>
        use({
          pack: (start, size) =>
            pack({ address: from + 4 * start * leftRow, lanes: { address: lanes.address, length: size }, depths }),
          multiply: (rows, begin, end) => multiplyColumns(runtime, rows, packed, to, begin, end),
          work: depth * columns * nanosecondsOfProduct,
        }),
      ),
    );
  });
}

const regions = new WeakMap<Pointwise, RegionOperation>();

/** The operation as a region: a stream for each input, read if a step reads it, and stored if it is written. */
function regionOf(operation: Pointwise): RegionOperation {
  let region = regions.get(operation);
  if (region === undefined) {
    const { steps, results } = stepsOfOperation(operation);
    const places: readonly StepPlace[] = [...steps.flatMap(({ operands }) => operands), ...results];
    const isRead = operation.inputs.map((_, at) => places.some((place) => place.from === "input" && place.at === at));
    const first = isRead.indexOf(true);
    const written = [0, ...(operation.alsoWrites ?? [])];
    region = regionOperation(
      // What nobody reads is not loaded: another stands in its place.
      [{ operation, sources: isRead.map((own, at) => ({ from: "stream", at: own ? at : first })) }],
      operation.inputs.map((type, at) => {
        const stores = written.indexOf(at);
        return { type, isRead: isRead[at]!, stores: stores < 0 ? null : stores };
      }),
      [],
      0,
    );
    regions.set(operation, region);
  }
  return region;
}

/** A step of the formula, over some columns; within a task. */
function formulaOf(runtime: Runtime, { formula, inputs, isPerStep }: RecurrentSteps) {
  const { operation } = definitionOf(formula, "float32")!;
  const region = regionOf(operation);
  const { steps, constants } = stepsOfOperation(operation);
  const streams = inputs.map(walked);
  const strides = streams.map(({ strides, bytes }) => strides.map((stride) => stride * bytes) as [number, number]);
  const calls = new Map<number, ReturnType<typeof regionCall>>();
  const addresses = streams.map(({ address }) => address);
  return {
    nanoseconds: nanosecondsOfStep * steps.length,
    compute: ({ start, size }: { readonly start: number; readonly size: number }, begin: number, end: number) => {
      const columns = end - begin;
      const key = size * (inputs[0]!.shape[1]! + 1) + columns;
      let call = calls.get(key);
      if (call === undefined) {
        call = regionCall(runtime, region, [size, columns], streams, constants as readonly number[]);
        calls.set(key, call);
      }
      // One list for all steps, which the call copies.
      for (let at = 0; at < addresses.length; at += 1) {
        const [row, column] = strides[at]!;
        addresses[at] = streams[at]!.address + (isPerStep[at] === true ? start * row : 0) + begin * column;
      }
      call(addresses);
    },
  };
}
