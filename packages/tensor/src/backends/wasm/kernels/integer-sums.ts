// sum of int32, uint8 and bool, to int32, which stands for PyTorch's int64: what does not fit is refused. So few bytes that their sum
// must fit are added in 32 bits, all else in 64, so that no order of the summands matters. Floats are reductions.ts's.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { refuseBeyond } from "../../reference/elements.js";
import {
  type FunctionBuilder,
  I32,
  I32x4,
  I64x2,
  type Local,
  loadI32,
  loadI64x2Widened,
  loadU8,
  ModuleBuilder,
} from "../assembler/index.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { mostParts, mostSpread, split } from "../threads/split.js";
import { type ElementType, elementAccess } from "./elements.js";
import { isInParts } from "./reduction-parts.js";
import { defineSum, walkOf } from "./reductions.js";
import { addressOf, emitNest, stepsOf } from "./walk.js";

type IntegerType = Exclude<ElementType, "float32">;
/** What is read four at a time: neighbours that go into one sum, neighbouring sums, or nothing. */
type Direction = "along" | "across" | "apart";
/**
 * `"narrow"`: in 32 bits, which the caller knows to be enough. `"checked"`: in 64, stored as int32, and the flag is set where that does
 * not hold it. `"wide"`: in 64, and stored so, a part of a sum; never across.
 */
type Width = "narrow" | "checked" | "wide";

const largest = { int32: 2 ** 31, uint8: 255, bool: 1 } as const;

/** How sums of four lanes at once are kept: in one vector of 32 bits, or two of 64. */
interface Sums {
  clear(): void;
  /** Four neighbours in memory. */
  add(address: I32, offset: number): void;
  /** One more element, whatever lane it goes to. */
  addOne(value: I32): void;
  /** The total, low and high words; the high one is the low one's sign where it fits. */
  total(): { readonly low: I32; readonly high: I32 | null };
  /** Each lane's. */
  lanes(): { readonly low: I32x4; readonly high: I32x4 | null };
}

function narrowSums(f: FunctionBuilder, type: IntegerType): Sums {
  const four = f.local("i32x4", "four");
  const rest = f.local("i32", "rest");
  return {
    clear: () => {
      f.set(four, I32x4.of(0));
      f.set(rest, 0);
    },
    add: (address, offset) => f.set(four, four.add(elementAccess[type].loadFour(address, offset))),
    addOne: (value) => f.set(rest, rest.add(value)),
    total: () => ({ low: [0, 1, 2, 3].reduce((sum, lane) => sum.add(four.lane(lane as 0)), rest as I32), high: null }),
    lanes: () => ({ low: four, high: null }),
  };
}

function wideSums(f: FunctionBuilder, type: IntegerType): Sums {
  const [low, high] = f.locals("i64x2", "sum", 2) as [Local<I64x2>, Local<I64x2>];
  const rest = f.local("i64x2", "rest");
  const four = f.local("i32x4", "four");
  const words = (lanes: readonly [number, number, number, number]) =>
    low.asF32x4().shuffle(high.asF32x4(), lanes).asI32x4();
  return {
    clear: () => {
      for (const sum of [low, high, rest]) f.set(sum, I64x2.zero());
    },
    add: (address, offset) => {
      if (type === "int32") {
        f.set(low, low.add(loadI64x2Widened(address, offset)));
        f.set(high, high.add(loadI64x2Widened(address, offset + 8)));
        return;
      }
      f.set(four, elementAccess[type].loadFour(address, offset));
      f.set(low, low.add(four.lowToI64x2()));
      f.set(high, high.add(four.highToI64x2()));
    },
    addOne: (value) => f.set(rest, rest.add(I32x4.splat(value).lowToI64x2())),
    total: () => {
      // Both halves of `rest` hold it all.
      f.set(low, low.add(high));
      f.set(low, low.add(low.asF32x4().shuffle(low.asF32x4(), [2, 3, 0, 1]).asI64x2()).add(rest));
      return { low: low.asI32x4().lane(0), high: low.asI32x4().lane(1) };
    },
    lanes: () => ({ low: words([0, 2, 4, 6]), high: words([1, 3, 5, 7]) }),
  };
}

/** `run(input, output, kept sizes…, kept steps…, reduced sizes…, reduced steps…, flag)`; the output is contiguous int32, or int64. */
function emitIntegerSum(
  type: IntegerType,
  keptRank: number,
  reducedRank: number,
  direction: Direction,
  width: Width,
): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes } = elementAccess[type];
  const loadOne = bytes === 4 ? loadI32 : loadU8;
  const sumsOf = (f: FunctionBuilder) => (width === "narrow" ? narrowSums(f, type) : wideSums(f, type));
  defineSum(
    module,
    keptRank,
    reducedRank,
    (f, { input, output, kept, reduced }, flag) => {
      const from = f.local("i32", "from");
      const wrong = f.local("i32", "wrong");
      const advance = (loop: number) => f.increase(from, reduced.steps[loop]!);
      if (direction === "across") {
        const given = { input, output, from, wrong, bytes };
        emitNest(
          f,
          kept.sizes.slice(0, keptRank - 1),
          () =>
            emitColumns(f, kept.sizes[keptRank - 1]!, given, sumsOf, (add) => emitNest(f, reduced.sizes, add, advance)),
          (loop) => f.increase(input, kept.steps[loop]!),
        );
        if (width === "checked") f.store(flag, wrong);
        return;
      }
      const sums = sumsOf(f);
      const last = reduced.sizes[reducedRank - 1]!;
      const addOne = (step: I32 | number) => () => {
        sums.addOne(loadOne(from));
        f.increase(from, step);
      };
      const addFours = (fours: number) => () => {
        for (let four = 0; four < fours; four += 1) sums.add(from, 4 * bytes * four);
        f.increase(from, 4 * bytes * fours);
      };
      emitNest(
        f,
        kept.sizes,
        () => {
          f.set(from, input);
          sums.clear();
          emitNest(
            f,
            reduced.sizes.slice(0, reducedRank - 1),
            () => {
              if (direction === "apart") {
                f.repeat(last, addOne(reduced.steps[reducedRank - 1]!));
                return;
              }
              f.repeat(last.shiftRightUnsigned(4), addFours(4));
              f.repeat(last.and(15).shiftRightUnsigned(2), addFours(1));
              f.repeat(last.and(3), addOne(bytes));
            },
            advance,
          );
          const { low, high } = sums.total();
          f.store(output, low);
          if (width === "wide") f.store(output, high!, 4);
          if (width === "checked") f.set(wrong, wrong.or(high!.xor(I32.of(0).subtract(low.lessThan(0)))));
          f.increase(output, width === "wide" ? 8 : 4);
        },
        (loop) => f.increase(input, kept.steps[loop]!),
      );
      if (width === "checked") f.store(flag, wrong);
    },
    true,
  );
  return module;
}

interface Columns {
  readonly input: Local<I32>;
  readonly output: Local<I32>;
  readonly from: Local<I32>;
  readonly wrong: Local<I32>;
  readonly bytes: number;
}

/** Sums of neighbouring columns, sixteen at a turn; the last turns read beyond them, and drop that. */
function emitColumns(
  f: FunctionBuilder,
  columns: I32,
  { input, output, from, wrong, bytes }: Columns,
  sumsOf: (f: FunctionBuilder) => Sums,
  overRows: (add: () => void) => void,
): void {
  const sums = [0, 1, 2, 3].map(() => sumsOf(f));
  const remaining = f.local("i32", "remainingColumns", columns);
  const beyond = f.local("i32x4", "beyond");
  const add = (vectors: number) => {
    const own = sums.slice(0, vectors);
    f.set(from, input);
    for (const sum of own) sum.clear();
    overRows(() => {
      for (const [at, sum] of own.entries()) sum.add(from, 4 * at * bytes);
    });
  };
  const whole = (vectors: number) => {
    add(vectors);
    f.set(beyond, I32x4.of(0));
    for (let at = 0; at < vectors; at += 1) {
      const { low, high } = sums[at]!.lanes();
      f.store(output, low, 16 * at);
      if (high !== null) f.set(beyond, beyond.or(high.xor(low.shiftRight(31))));
    }
    f.set(wrong, wrong.or(beyond.anyTrue()));
    f.increase(input, 4 * vectors * bytes);
    f.increase(output, 16 * vectors);
    f.set(remaining, remaining.subtract(4 * vectors));
  };
  f.while(remaining.atLeast(16), () => whole(4));
  f.while(remaining.atLeast(4), () => whole(1));
  f.if(remaining.greaterThan(0), () => {
    add(1);
    const { low, high } = sums[0]!.lanes();
    if (high !== null) f.set(beyond, high.xor(low.shiftRight(31)));
    for (const lane of [0, 1, 2] as const)
      f.if(remaining.greaterThan(lane), () => {
        f.storeLane(output, low, lane, 4 * lane);
        if (high !== null) f.set(wrong, wrong.or(beyond.lane(lane)));
      });
    f.increase(input, remaining.multiply(bytes));
    f.increase(output, remaining.shiftLeft(2));
  });
}

/** Of what the parts came to, `sums` of 32 or 64 bits a part, the totals; whether they fit. */
function addParts(
  runtime: Runtime,
  address: number,
  sums: number,
  parts: number,
  output: number,
  words: 1 | 2,
): boolean {
  const { buffer } = runtime.memory.memory;
  const [lows, highs] = [new Uint32Array(buffer, address), new Int32Array(buffer, address)];
  const totals = new Int32Array(buffer, output, sums);
  let fits = true;
  for (let at = 0; at < sums; at += 1) {
    // Each exact: a total beyond 2⁵³ is rounded, and refused all the same. Sums of one word are of bytes, and none is negative.
    let [low, high] = [0, 0];
    for (let part = 0; part < parts; part += 1) {
      const from = words * (part * sums + at);
      low += lows[from]!;
      if (words === 2) high += highs[from + 1]!;
    }
    const total = high * 2 ** 32 + low;
    totals[at] = total;
    fits &&= totals[at] === total;
  }
  return fits;
}

/** @__NO_SIDE_EFFECTS__ */
function sumOf(type: IntegerType): KernelFunction<"sum"> {
  return ([first], [output], { dims, op = "sum" }) => {
    const [input, result] = [first as Operand, output as Operand];
    const runtime = runtimeOf(result);
    const { bytes } = elementAccess[type];
    const kept = walkOf(input, (dimension) => !dims.includes(dimension));
    const reduced = walkOf(input, (dimension) => dims.includes(dimension));
    const [keptStrides, reducedStrides] = [kept.strides[0]!, reduced.strides[0]!];
    const isWhole = reduced.sizes.length === 0;
    const [sizes, strides] = isWhole ? [[1], [1]] : [reduced.sizes, reducedStrides];
    const direction: Direction = keptStrides.at(-1) === 1 ? "across" : strides.at(-1) === 1 ? "along" : "apart";
    const ranks = [kept.sizes.length, sizes.length] as const;
    const isEnough = largest[type] * numberOfElements(sizes) < 2 ** 31;
    const emitted = (width: Width) =>
      runtime.kernel(`sum ${type} ${ranks.join(" ")} ${direction} ${width}`, () =>
        emitIntegerSum(type, ...ranks, direction, width),
      );
    const count = numberOfElements(input.shape);
    const sums = numberOfElements(result.shape);
    let fits = true;
    if (direction !== "across" && isInParts(sums, count)) {
      const [kernel, words] = isEnough ? ([emitted("narrow"), 1] as const) : ([emitted("wide"), 2] as const);
      const parts = split(sizes[0]!, mostParts);
      const keptSteps = stepsOf(kept.sizes, keptStrides, bytes);
      runtime.memory.withScratch(4 * words * sums * parts.length, (address) => {
        runtime.parallel(0.25 * count, () => {
          for (const [part, [begin, end]] of parts.entries()) {
            const own = [end - begin, ...sizes.slice(1)];
            const addresses = [addressOf(input) + begin * strides[0]! * bytes, address + 4 * words * sums * part];
            const steps = stepsOf(own, strides, bytes);
            runtime.task(() =>
              runtime.call(kernel, "run", ...addresses, ...kept.sizes, ...keptSteps, ...own, ...steps, 0),
            );
          }
        });
        fits = addParts(runtime, address, sums, parts.length, addressOf(result), words);
      });
    } else {
      const kernel = emitted(isEnough ? "narrow" : "checked");
      const outer = kept.sizes[0] ?? 1;
      const unit = direction === "across" && ranks[0] === 1 ? 16 : 1;
      runtime.memory.withScratch(4 * mostSpread, (flags) => {
        let ranges: readonly (readonly [number, number])[] = [];
        runtime.parallel(0.25 * count, (threads) => {
          ranges = split(outer, threads, unit);
          for (const [at, [begin, end]] of ranges.entries()) {
            const own = kept.sizes.map((size, loop) => (loop === 0 ? end - begin : size));
            const from = addressOf(input) + begin * (keptStrides[0] ?? 0) * bytes;
            const to = addressOf(result) + 4 * begin * (sums / outer);
            const steps = [...own, ...stepsOf(own, keptStrides, bytes), ...sizes, ...stepsOf(sizes, strides, bytes)];
            runtime.task(() => runtime.call(kernel, "run", from, to, ...steps, flags + 4 * at));
          }
        });
        fits =
          isEnough || new Int32Array(runtime.memory.memory.buffer, flags, ranges.length).every((flag) => flag === 0);
      });
    }
    // This was JavaScript's part.
    runtime.cannotRepeat();
    if (!fits) refuseBeyond(op);
  };
}

// Each by itself: a bundler keeps an object, used or not.
export const sumOfInt32 = sumOf("int32");
export const sumOfBytes = sumOf("uint8");
export const sumOfBools = sumOf("bool");
