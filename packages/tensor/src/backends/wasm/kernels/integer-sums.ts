// sum of int32, uint8 and bool, to int32: modulo 2³², so that no order of the summands matters. Floats are reductions.ts's.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import {
  type FunctionBuilder,
  type I32,
  I32x4,
  type Local,
  loadI32,
  loadU8,
  ModuleBuilder,
} from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { mostParts, split } from "../threads/split.js";
import { type ElementType, elementAccess } from "./elements.js";
import { defineSum, floatSum, leastOfParts, mostSumsInParts, walkOf } from "./reductions.js";
import { addressOf, emitNest, stepsOf } from "./walk.js";

type IntegerType = Exclude<ElementType, "float32">;
/** What is read four at a time: neighbours that go into one sum, neighbouring sums, or nothing. */
type Direction = "along" | "across" | "apart";

/** `run(input, output, kept sizes…, kept steps…, reduced sizes…, reduced steps…)`; the output is contiguous int32. */
export function emitIntegerSum(
  type: IntegerType,
  keptRank: number,
  reducedRank: number,
  direction: Direction,
): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes, loadFour } = elementAccess[type];
  const loadOne = bytes === 4 ? loadI32 : loadU8;
  defineSum(module, keptRank, reducedRank, (f, { input, output, kept, reduced }) => {
    const from = f.local("i32", "from");
    const advance = (loop: number) => f.increase(from, reduced.steps[loop]!);
    if (direction === "across") {
      const columns = kept.sizes[keptRank - 1]!;
      emitNest(
        f,
        kept.sizes.slice(0, keptRank - 1),
        () =>
          emitColumns(f, columns, { input, output, from, bytes, loadFour }, (add) =>
            emitNest(f, reduced.sizes, add, advance),
          ),
        (loop) => f.increase(input, kept.steps[loop]!),
      );
      return;
    }
    const four = f.local("i32x4", "four");
    const rest = f.local("i32", "rest");
    const last = reduced.sizes[reducedRank - 1]!;
    const addOne = (step: I32 | number) => () => {
      f.set(rest, rest.add(loadOne(from)));
      f.increase(from, step);
    };
    emitNest(
      f,
      kept.sizes,
      () => {
        f.set(from, input);
        f.set(four, I32x4.of(0));
        f.set(rest, 0);
        emitNest(
          f,
          reduced.sizes.slice(0, reducedRank - 1),
          () => {
            if (direction === "apart") {
              f.repeat(last, addOne(reduced.steps[reducedRank - 1]!));
              return;
            }
            f.repeat(last.shiftRightUnsigned(2), () => {
              f.set(four, four.add(loadFour(from)));
              f.increase(from, 4 * bytes);
            });
            f.repeat(last.and(3), addOne(bytes));
          },
          advance,
        );
        f.store(
          output,
          [0, 1, 2, 3].reduce((sum, lane) => sum.add(four.lane(lane as 0)), rest as I32),
        );
        f.increase(output, 4);
      },
      (loop) => f.increase(input, kept.steps[loop]!),
    );
  });
  return module;
}

interface Columns {
  readonly input: Local<I32>;
  readonly output: Local<I32>;
  readonly from: Local<I32>;
  readonly bytes: number;
  readonly loadFour: (address: I32) => I32x4;
}

/** Sums of neighbouring columns, sixteen at a turn; the last turns read beyond them, and drop that. */
function emitColumns(
  f: FunctionBuilder,
  columns: I32,
  { input, output, from, bytes, loadFour }: Columns,
  overRows: (add: () => void) => void,
): void {
  const sums = f.locals("i32x4", "sum", 4);
  const remaining = f.local("i32", "remainingColumns", columns);
  const add = (vectors: number) => {
    const own = sums.slice(0, vectors);
    f.set(from, input);
    for (const sum of own) f.set(sum, I32x4.of(0));
    overRows(() => {
      for (const [at, sum] of own.entries()) f.set(sum, sum.add(loadFour(from.add(4 * at * bytes))));
    });
  };
  const whole = (vectors: number) => {
    add(vectors);
    for (let at = 0; at < vectors; at += 1) f.store(output, sums[at] as I32x4, 16 * at);
    f.increase(input, 4 * vectors * bytes);
    f.increase(output, 16 * vectors);
    f.set(remaining, remaining.subtract(4 * vectors));
  };
  f.while(remaining.atLeast(16), () => whole(4));
  f.while(remaining.atLeast(4), () => whole(1));
  f.if(remaining.greaterThan(0), () => {
    add(1);
    for (const lane of [0, 1, 2] as const)
      f.if(remaining.greaterThan(lane), () => f.storeLane(output, sums[0]!, lane, 4 * lane));
    f.increase(input, remaining.multiply(bytes));
    f.increase(output, remaining.shiftLeft(2));
  });
}

/** @__NO_SIDE_EFFECTS__ */
function sumOf(type: IntegerType): KernelFunction<"sum"> {
  return ([first], [output], { dims }) => {
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
    const kernel = runtime.kernel(`sum ${type} ${ranks.join(" ")} ${direction}`, () =>
      emitIntegerSum(type, ...ranks, direction),
    );
    const count = numberOfElements(input.shape);
    const sums = numberOfElements(result.shape);
    if (direction !== "across" && sums <= mostSumsInParts && count >= leastOfParts) {
      const parts = split(sizes[0]!, mostParts);
      const keptSteps = stepsOf(kept.sizes, keptStrides, bytes);
      runtime.memory.withScratch(4 * sums * parts.length, (address) => {
        runtime.parallel(0.25 * count, () => {
          for (const [part, [begin, end]] of parts.entries()) {
            const own = [end - begin, ...sizes.slice(1)];
            const addresses = [addressOf(input) + begin * strides[0]! * bytes, address + 4 * sums * part];
            const steps = stepsOf(own, strides, bytes);
            runtime.task(() =>
              runtime.call(kernel, "run", ...addresses, ...kept.sizes, ...keptSteps, ...own, ...steps),
            );
          }
        });
        const adder = runtime.kernel("sum int32 1 1 across", () => emitIntegerSum("int32", 1, 1, "across"));
        runtime.call(adder, "run", address, addressOf(result), sums, 4, parts.length, 4 * sums);
      });
      return;
    }
    const outer = kept.sizes[0] ?? 1;
    const unit = direction === "across" && ranks[0] === 1 ? 16 : 1;
    runtime.spread(
      outer,
      0.25 * count,
      (begin, end) => {
        const own = kept.sizes.map((size, loop) => (loop === 0 ? end - begin : size));
        const from = addressOf(input) + begin * (keptStrides[0] ?? 0) * bytes;
        const to = addressOf(result) + 4 * begin * (sums / outer);
        const steps = [...own, ...stepsOf(own, keptStrides, bytes), ...sizes, ...stepsOf(sizes, strides, bytes)];
        runtime.call(kernel, "run", from, to, ...steps);
      },
      unit,
    );
  };
}

export const sum = { float32: floatSum, int32: sumOf("int32"), uint8: sumOf("uint8"), bool: sumOf("bool") };
