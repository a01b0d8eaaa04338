// gather and the scatters: elements at places that an index tells. One loop serves them all; what is put to one
// place comes in the order of the index, whatever threads there are, since these never share a place.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { type DType, dtypeTraits } from "../../../tensor/dtype.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { refuseClasses, refuseIndices } from "../../reference/indexing.js";
import { I32, I32x4, type Local, loadI32, loadI32x4, ModuleBuilder } from "../assembler/index.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { mostSpread, split } from "../threads/split.js";
import { clear, copyElements, withContiguous } from "./copy.js";
import { additions, emitRow, extremes, type Indexing, type IndexingName, moves, products } from "./indexed-moves.js";
import { scatterRows } from "./scattered-rows.js";
import { addressOf, emitNest, mergeDimensions, numbered, pick, stepsOf } from "./walk.js";

/**
 * `run(index, listed, indexed, bytes from one index to the next, sizes…, steps of each operand…)`. Listed is what lies as the
 * index does: a gather's output, what a scatter puts. With `inRows` one index holds for a whole innermost loop, along which both others
 * walk neighbours.
 */
function emitIndexing(which: Indexing, type: DType, rank: number, inRows: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const { one } = which.moves[type];
  const { bytes } = dtypeTraits[type];
  const parameters = {
    index: "i32",
    listed: "i32",
    indexed: "i32",
    apart: "i32",
    ...numbered("i32", "size", rank),
    ...numbered("i32", "step", 3 * rank),
  } as const;
  module.define("run", parameters, (f, given) => {
    const operands = ["index", "listed", "indexed"].map((name) => (given as Record<string, Local<I32>>)[name]!);
    const [index, listed, indexed] = operands as [Local<I32>, Local<I32>, Local<I32>];
    const sizes = pick(given, "size", rank);
    const steps = pick(given, "step", 3 * rank);
    const advance = (loop: number) => {
      for (const [at, operand] of operands.entries()) f.increase(operand, steps[at * rank + loop]!);
    };
    const place = f.local("i32", "place");
    const findPlace = () => f.set(place, indexed.add(loadI32(index).multiply(given.apart as I32)));
    const ends = which.name === "gather" ? ([listed, place, listed] as const) : ([place, listed, place] as const);
    if (!inRows) {
      emitNest(
        f,
        sizes,
        () => {
          findPlace();
          one(f, ...ends);
        },
        advance,
      );
      return;
    }
    const last = sizes[rank - 1]!;
    emitNest(
      f,
      sizes.slice(0, rank - 1),
      () => {
        findPlace();
        emitRow(f, which.moves[type], bytes, last, ends);
        // What the steps of the outer loops count on.
        f.increase(indexed, last.multiply(bytes));
      },
      advance,
    );
  });
  return module;
}

/** `run(index, count, size, flag)`: flag is zero where all of the index is within the size. */
function emitWithin(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", { index: "i32", count: "i32", size: "i32", flag: "i32" }, (f, { index, count, size, flag }) => {
    const wrong = f.local("i32x4", "wrong");
    const wrongOfRest = f.local("i32", "wrongOfRest");
    const sizes = f.local("i32x4", "sizes", I32x4.splat(size));
    f.repeat(count.shiftRightUnsigned(2), () => {
      f.set(wrong, wrong.or(loadI32x4(index).below(sizes).not()));
      f.increase(index, 16);
    });
    f.repeat(count.and(3), () => {
      f.set(wrongOfRest, wrongOfRest.or(loadI32(index).below(size).isZero()));
      f.increase(index, 4);
    });
    f.store(flag, wrong.anyTrue().or(wrongOfRest));
  });
  return module;
}

/** So many are looked at here: work space for a kernel takes longer. */
const fewIndices = 64;

/** Whether all of an index is within the size. */
function isWithin(runtime: Runtime, index: Operand, size: number): boolean {
  // What is broadcast is looked at once.
  const once = (_: number, at: number): boolean => index.strides[at] !== 0;
  const { storage, dtype, offset } = index;
  const [shape, strides] = [index.shape.filter(once), index.strides.filter(once)];
  const count = shape.reduce((product, own) => product * own, 1);
  if (count <= fewIndices && isContiguous({ shape, strides })) {
    runtime.cannotRepeat();
    return new Int32Array(runtime.memory.memory.buffer, addressOf(index), count).every((at) => at >= 0 && at < size);
  }
  const kernel = runtime.kernel("indices within", emitWithin);
  let within = true;
  withContiguous({ storage, dtype, offset, shape, strides }, (address) =>
    runtime.memory.withScratch(4 * mostSpread, (flags) => {
      let ranges: readonly (readonly [number, number])[] = [];
      runtime.parallel(0.15 * count, (parts) => {
        ranges = split(count, parts, 1024);
        for (const [at, [begin, end]] of ranges.entries())
          runtime.task(() => runtime.call(kernel, "run", address + 4 * begin, end - begin, size, flags + 4 * at));
      });
      within = new Int32Array(runtime.memory.memory.buffer, flags, ranges.length).every((flag) => flag === 0);
    }),
  );
  // This was JavaScript's part.
  runtime.cannotRepeat();
  return within;
}

/** Refuses an index that leads out of the dimension, before anything is written; null: whoever asks knows that none does. */
function checkWithin(runtime: Runtime, op: string | null, index: Operand, dim: number, size: number): void {
  if (op !== null && !isWithin(runtime, index, size)) refuseIndices(op, index, dim, size);
}

/** Of rows that are cut, a task has so many elements at least: to go on to the next row takes as long as some of them. */
const elementsOfRow = 512;
/** About what an element takes that lies anywhere. */
const nanosecondsOfElement = 2;

function run(which: Indexing, index: Operand, listed: Operand, indexed: Operand, dim: number): void {
  const runtime = runtimeOf(listed);
  const type = listed.dtype;
  const { bytes } = dtypeTraits[type];
  const operands = [index, listed, indexed];
  const strides = [index.strides, listed.strides, indexed.strides.with(dim, 0)];
  const merged = mergeDimensions(index.shape, strides);
  const isSingle = merged.sizes.length === 0;
  const sizes = isSingle ? [1] : merged.sizes;
  const walks = isSingle ? [[0], [0], [0]] : merged.strides;
  const rank = sizes.length;
  const inner = walks.map((own) => own[rank - 1]);
  const inRows = rank > 1 && inner.join() === "0,1,1";
  const kernel = runtime.kernel(`${which.name} ${type} ${rank} ${inRows}`, () =>
    emitIndexing(which, type, rank, inRows),
  );
  const width = [4, bytes, bytes];
  // Threads share a loop in which no two turns lead to one place: not that of the index's own dimension, where something is put.
  const apart = sizes.map((_, loop) => which.name === "gather" || walks[2]![loop] !== 0);
  const count = sizes.reduce((product, size) => product * size, 1);
  runtime.parallel((inRows ? 0.3 : nanosecondsOfElement) * count, (parts) => {
    const enough = sizes.findIndex((size, loop) => apart[loop] && size >= parts);
    const largest = sizes.reduce(
      (best, size, at) => (apart[at] && !(sizes[best]! >= size && apart[best]) ? at : best),
      0,
    );
    const loop = enough >= 0 ? enough : largest;
    const unit = inRows && loop === rank - 1 ? elementsOfRow : 1;
    for (const [begin, end] of split(sizes[loop]!, apart[loop] ? parts : 1, unit)) {
      const own = sizes.with(loop, end - begin);
      const addresses = operands.map((operand, at) => addressOf(operand) + begin * walks[at]![loop]! * width[at]!);
      const steps = walks.flatMap((walk, at) => stepsOf(own, walk, width[at]!));
      runtime.task(() => runtime.call(kernel, "run", ...addresses, indexed.strides[dim]! * bytes, ...own, ...steps));
    }
  });
}

const gatherAny: KernelFunction<"gather"> = ([input, index], [output], { dim, checks }) => {
  checkWithin(runtimeOf(output!), checks, index!, dim, input!.shape[dim]!);
  run({ name: "gather", moves }, index!, output!, input!, dim);
};

/**
 * The input's elements, which in place are there, and then the source's at their places.
 *
 * @__NO_SIDE_EFFECTS__
 */
function scattering<K extends Exclude<IndexingName, "gather">>(name: K, moves: Indexing["moves"]): KernelFunction<K> {
  return ([first, index, source], [output], { dim, checks }) => {
    const [input, result] = [first as Operand, output as Operand];
    const runtime = runtimeOf(result);
    checkWithin(runtime, checks, index!, dim, result.shape[dim]!);
    const isInPlace = input.storage === result.storage && input.offset === result.offset;
    if (scatterRows({ name, moves }, { index: index!, source: source!, input, output: result }, dim, isInPlace)) return;
    if (!isInPlace) copyElements(input, result);
    if (index!.shape.every((size) => size > 0)) run({ name, moves }, index!, source!, result, dim);
  };
}

/** `run(labels, to, rowBytes, count)`: an int32 of one in each row, at its label. */
function emitOneHot(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", { labels: "i32", to: "i32", rowBytes: "i32", count: "i32" }, (f, p) => {
    f.repeat(p.count, () => {
      f.store(p.to.add(loadI32(p.labels).shiftLeft(2)), I32.of(1));
      f.increase(p.labels, 4);
      f.increase(p.to, p.rowBytes);
    });
  });
  return module;
}

const oneHotOfIntegers: KernelFunction<"oneHot"> = ([labels], [output], { checks }) => {
  const runtime = runtimeOf(output!);
  const numClasses = output!.shape.at(-1)!;
  if (!isWithin(runtime, labels!, numClasses)) refuseClasses(checks, labels!, numClasses);
  const kernel = runtime.kernel("oneHot", emitOneHot);
  const count = numberOfElements(labels!.shape);
  const rowBytes = 4 * numClasses;
  const to = addressOf(output!);
  clear(runtime, to, rowBytes * count);
  withContiguous(labels!, (from) =>
    runtime.spread(
      count,
      nanosecondsOfElement * count,
      (begin, end) => runtime.call(kernel, "run", from + 4 * begin, to + rowBytes * begin, rowBytes, end - begin),
      1024,
    ),
  );
};

/** @__NO_SIDE_EFFECTS__ */
function ofAll<K>(kernel: K) {
  return { float32: kernel, float64: kernel, int32: kernel, uint8: kernel, bool: kernel };
}

export const gather = ofAll(gatherAny);
export const scatter = ofAll(scattering("scatter", moves));
export const scatterAdd = ofAll(scattering("scatterAdd", additions));
export const scatterMultiply = ofAll(scattering("scatterMultiply", products));
export const scatterMaximum = ofAll(scattering("scatterMaximum", extremes("max")));
export const scatterMinimum = ofAll(scattering("scatterMinimum", extremes("min")));
export const oneHot = { int32: oneHotOfIntegers };
