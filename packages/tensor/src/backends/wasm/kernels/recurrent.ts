// What a recurrent layer does step by step. Products of some rows with one matrix, which lies in panels meanwhile: of few rows it takes
// as long to lay it out as to multiply by it. And a formula of some rows, as a region is computed: vectors side by side.

import type { FormulaOfRows, Operand, ProductsWith } from "../../../kernels/contract.js";
import { runtimeOf } from "../runtime.js";
import { columnTableLength, multiplesOf, writeColumnTable, writeTable } from "./offset-tables.js";
import { definitionOf, type Pointwise } from "./pointwise.js";
import { type StepPlace, stepsOfOperation } from "./pointwise-steps.js";
import { multiplyPacked, withPackedColumns, withPackedRows } from "./product.js";
import { elementsOfPart, type RegionOperation, regionCall, regionOperation, regionWork } from "./region.js";
import { addressOf, walked } from "./walk.js";

export const productsWith: ProductsWith = (left: Operand, right: Operand, product: Operand, use) => {
  const runtime = runtimeOf(right);
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
    const [from, to] = [addressOf(left), { address: addressOf(product), pitch: 4 * columns }];
    withPackedColumns(runtime, by, (packed) =>
      use((start, size) => {
        const rows = { address: from + 4 * start * leftRow, lanes: { ...lanes, length: size }, depths };
        withPackedRows(runtime, rows, (some) => multiplyPacked(runtime, some, packed, to));
      }),
    );
  });
};

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

export const formulaOfRows: FormulaOfRows = (formula, inputs, isPerStep) => {
  const runtime = runtimeOf(inputs[0]!);
  const { operation } = definitionOf(formula, "float32")!;
  const region = regionOf(operation);
  const constants = stepsOfOperation(operation).constants as readonly number[];
  const streams = inputs.map(walked);
  const width = inputs[0]!.shape[1]!;
  const steps = streams.map(({ strides, bytes }, at) => (isPerStep[at] === true ? strides[0]! * bytes : 0));
  const calls = new Map<number, ReturnType<typeof regionCall>>();
  return (start, size) => {
    const addresses = streams.map(({ address }, at) => address + start * steps[at]!);
    if (size * width >= 2 * elementsOfPart) {
      const own = streams.map((stream, at) => ({ ...stream, address: addresses[at]! }));
      const { nanoseconds, tasks } = regionWork(runtime, region, [size, width], own, constants);
      runtime.parallel(nanoseconds, tasks);
      return;
    }
    let call = calls.get(size);
    if (call === undefined) {
      call = regionCall(runtime, region, [size, width], streams, constants);
      calls.set(size, call);
    }
    call(addresses);
  };
};
