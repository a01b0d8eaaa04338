// Scatters of whole rows, where one index holds for each: every row of the output is written as the input's with what goes to it, in the
// order of the index. Threads share the output's rows, so none waits for another's, and what is not written in place is not copied
// first. Single elements, and rows that lie otherwise, are indexing.ts's.

import type { Operand } from "../../../kernels/contract.js";
import { type DType, dtypeTraits } from "../../../tensor/dtype.js";
import { type I32, loadI32, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { split } from "../threads/split.js";
import { copyElements } from "./copy.js";
import { emitRow, type Indexing } from "./indexed-moves.js";
import { addressOf, mergeDimensions } from "./walk.js";

/** A row has so many elements at least: to follow its list takes as long as some of them. */
const leastOfRow = 8;
/** Of rows that are cut, a task has so many elements at least. */
const elementsOfPart = 512;
/** Rows of the output for each of the index, beyond which they are not all looked at to write some in place. */
const mostIdle = 4;

/**
 * `run(index, bytes from one index to the next, their count, first, following, rows)`: lists of the indices that name each row, in their
 * order and counted from 1; 0 ends one.
 */
function emitLists(): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { index: "i32", step: "i32", count: "i32", first: "i32", following: "i32", rows: "i32" } as const;
  module.define("run", parameters, (f, { index, step, count, first, following, rows }) => {
    const head = f.local("i32", "head");
    f.clear(first, rows.shiftLeft(2));
    f.increase(index, count.multiply(step));
    // From the last, so that the first comes to stand in front.
    f.while(count.greaterThan(0), () => {
      f.set(index, index.subtract(step));
      f.set(head, first.add(loadI32(index).shiftLeft(2)));
      f.store(following.add(count.shiftLeft(2)), loadI32(head));
      f.store(head, count);
      f.set(count, count.subtract(1));
    });
  });
  return module;
}

const parametersOfRows = {
  first: "i32",
  following: "i32",
  source: "i32",
  input: "i32",
  output: "i32",
  outer: "i32",
  rows: "i32",
  elements: "i32",
  sourceOuter: "i32",
  inputOuter: "i32",
  outputOuter: "i32",
  sourceRow: "i32",
  inputRow: "i32",
  outputRow: "i32",
} as const;

/** `run(lists, operands, sizes, bytes from one turn of the outer loop to the next, from one row to the next)`. */
export function emitRows(which: Indexing, type: DType, isInPlace: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes } = dtypeTraits[type];
  module.define("run", parametersOfRows, (f, p) => {
    const [list, input, output] = (["list", "inputAt", "outputAt"] as const).map((name) => f.local("i32", name));
    const link = f.local("i32", "link");
    const [to, from, present] = (["to", "from", "present"] as const).map((name) => f.local("i32", name));
    const [toward, of, beside] = [to!, from!, present!];
    /** A row of the source with what is at `begin`. */
    const combine = (begin: I32) => {
      f.set(toward, output!);
      f.set(beside, begin);
      f.set(of, p.source.add(link.subtract(1).multiply(p.sourceRow)));
      emitRow(f, which.moves[type], bytes, p.elements, [toward, of, beside]);
      f.set(link, loadI32(p.following.add(link.shiftLeft(2))));
    };
    f.repeat(p.outer, () => {
      f.set(list!, p.first);
      f.set(input!, p.input);
      f.set(output!, p.output);
      f.repeat(p.rows, () => {
        f.set(link, loadI32(list!));
        if (!isInPlace)
          f.if(
            link.isZero(),
            () => f.copy(output!, input!, p.elements.multiply(bytes)),
            () => combine(input!),
          );
        f.while(link, () => combine(output!));
        f.increase(list!, 4);
        f.increase(input!, p.inputRow);
        f.increase(output!, p.outputRow);
      });
      f.increase(p.source, p.sourceOuter);
      f.increase(p.input, p.inputOuter);
      f.increase(p.output, p.outputOuter);
    });
  });
  return module;
}

/** How the operands' rows lie: a loop around them, and what a row is made of; null unless all walk both as one. */
function rowsOf(operands: readonly Operand[], shape: readonly number[], dim: number) {
  const part = (begin: number, end?: number) =>
    mergeDimensions(
      shape.slice(begin, end),
      operands.map(({ strides }) => strides.slice(begin, end)),
    );
  const [outer, row] = [part(0, dim), part(dim + 1)];
  const areRows = row.sizes.length === 1 && row.strides.every(([stride]) => stride === 1);
  if (!areRows || outer.sizes.length > 1 || row.sizes[0]! < leastOfRow) return null;
  return { outer: outer.sizes[0] ?? 1, outerSteps: outer.strides.map(([stride]) => stride ?? 0), row: row.sizes[0]! };
}

/** Scatters rows, or does nothing and returns false where they are none. All of the index leads into the output. */
export function scatterRows(
  which: Indexing,
  { index, source, input, output }: Readonly<Record<"index" | "source" | "input" | "output", Operand>>,
  dim: number,
  isInPlace: boolean,
): boolean {
  const { shape, strides } = index;
  const [count, rows] = [shape[dim]!, output.shape[dim]!];
  const isOfRows = shape.every(
    (size, at) => at === dim || (size > 0 && size === output.shape[at] && (size === 1 || strides[at] === 0)),
  );
  if (!isOfRows || count === 0 || (isInPlace && rows > mostIdle * count)) return false;
  const written = rowsOf([source, output, output], output.shape, dim);
  if (written === null) return false;
  const whole = isInPlace ? null : rowsOf([source, input, output], output.shape, dim);
  // An input that lies otherwise, one number everywhere say, is copied first.
  if (!isInPlace && whole === null) copyElements(input, output);
  const { outer, outerSteps, row } = whole ?? written;
  const operands = [source, whole === null ? output : input, output];
  const { bytes } = dtypeTraits[output.dtype];
  const runtime = runtimeOf(output);
  const lists = runtime.kernel("scattered lists", emitLists);
  const kernel = runtime.kernel(`scattered rows ${which.name} ${output.dtype} ${whole === null}`, () =>
    emitRows(which, output.dtype, whole === null),
  );
  const addresses = operands.map(addressOf);
  const around = outerSteps.map((step) => step * bytes);
  const rowSteps = operands.map((operand) => operand.strides[dim]! * bytes);
  runtime.withScratch(4 * (rows + count + 1), (first) => {
    const following = first + 4 * rows;
    runtime.call(lists, "run", addressOf(index), 4 * strides[dim]!, count, first, following, rows);
    runtime.parallel(0.3 * outer * Math.max(rows, count) * row, (parts) => {
      const sizes = [outer, rows, row];
      const enough = sizes.findIndex((size) => size >= parts);
      const loop = enough >= 0 ? enough : sizes.indexOf(Math.max(...sizes));
      // A source has no rows in the output's order: its place is told by the lists.
      const steps = [around, [0, rowSteps[1]!, rowSteps[2]!], [bytes, bytes, bytes]][loop]!;
      for (const [begin, end] of split(sizes[loop]!, parts, loop === 2 ? elementsOfPart : 1)) {
        const own = sizes.with(loop, end - begin);
        const from = first + (loop === 1 ? 4 * begin : 0);
        const at = addresses.map((address, operand) => address + begin * steps[operand]!);
        runtime.task(() => runtime.call(kernel, "run", from, following, ...at, ...own, ...around, ...rowSteps));
      }
    });
  });
  return true;
}
