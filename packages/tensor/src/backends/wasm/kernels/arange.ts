// arange and linspace: start + i · step, in doubles for floats and modulo 2³² for the integers of an arange, as the reference computes it.
// Floats of an arange go by eights: see reference/pointwise.ts.

import { derived } from "../../../kernels/addition.js";
import type { KernelFunction } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { countingOfBytes, countingOfDoubles, countingOfInt32 } from "../additions/dtypes.js";
import { type F64x2, I32, I32x4, type Lane, loadF64x2Splat, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { type ElementType, elementAccess } from "./elements.js";
import { emitFused } from "./fused.js";
import { emitFusedDouble, emitHalves } from "./math/fused-doubles.js";
import { addressOf } from "./walk.js";

const elementsOfGroup = 8;

/** From the start, by groups, of each of which the first is rounded, or from the end with indices below zero, which count its step back. */
export type Way = "plain" | "by groups" | "backwards";

type NumericType = Exclude<ElementType, "bool">;

/** How start + i · step becomes a float32: by a product that is exact, in float64; in float64, rounded once; or rounded once, of float32. */
export type Rounding = "exact" | "once" | "of floats";

/**
 * `run(output, numbers, first, count, start, step)`: elements from `first` on. Floats take start and step from `numbers`, two doubles; by
 * groups they go by eights. Backwards the step is the other way round too, so that the end keeps its sign where it is zero.
 */
export function emitArange(type: NumericType, way: Way, rounding: Rounding, isShort: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes, kind, storeFour } = elementAccess[type];
  const parameters = { output: "i32", numbers: "i32", first: "i32", count: "i32", start: "i32", step: "i32" } as const;
  module.define("run", parameters, (f, { output, numbers, first, count, start, step }) => {
    const index = f.local("i32x4", "index", I32x4.splat(first).add(I32x4.constant(0, 1, 2, 3)));
    const value = f.local(kind, "value");
    const starts = f.local("f64x2", "starts");
    const steps = f.local("f64x2", "steps");
    if (type === "float32") {
      f.set(starts, loadF64x2Splat(numbers));
      f.set(steps, loadF64x2Splat(numbers, 8));
    }
    const factor = rounding === "once" ? emitHalves(f, steps) : null;
    const compute = () => {
      if (type === "float32") {
        const halves = [index, index.asF32x4().highHalf().asI32x4()];
        const set = (along: (own: I32x4) => F64x2) => {
          const [low, high] = halves.map((own) => along(own).toF32x4());
          f.set(value as never, low!.shuffle(high!, [0, 1, 4, 5]));
        };
        if (rounding === "of floats") {
          const sign = way === "backwards" ? -1 : 1;
          const timesOf = (own: I32x4) =>
            own
              .multiply(I32x4.splat(I32.of(sign)))
              .toF32x4()
              .lowToF64x2();
          const sums = halves.map((own) => f.local("f64x2", "sum", starts.add(timesOf(own).multiply(steps))));
          // Where none lies in the middle of two floats rounding twice is rounding once; below 2⁻¹²⁶ middles are elsewhere.
          const [first, second] = [sums[0]!, sums[1]!];
          const lows = first.asF32x4().shuffle(second.asF32x4(), [0, 2, 4, 6]).asI32x4();
          const isMiddle = lows.and(f.constant("i32x4", 0x1fffffff)).equals(f.constant("i32x4", 0x10000000));
          const [isTiny, isTinyToo] = sums.map((sum) => sum.magnitude().lessThan(f.constant("f64x2", 2 ** -126)));
          const isDoubtful = isMiddle.or(isTiny!.or(isTinyToo!).asI32x4()).anyTrue();
          f.set(value as never, first.toF32x4().shuffle(second.toF32x4(), [0, 1, 4, 5]));
          f.if(isDoubtful, () => set((own) => emitFused(f, timesOf(own), steps, starts)));
          return;
        }
        const along = (from: F64x2, own: I32x4, isFew = isShort): F64x2 => {
          const times = f.local("f64x2", "times", own.lowToF64x2());
          if (factor === null) return from.add(times.multiply(steps));
          return emitFusedDouble(f, factor, times, f.local("f64x2", "from", from), isFew);
        };
        set((own) => {
          if (way === "plain") return along(starts, own);
          const group = along(starts, own.and(I32x4.splat(I32.of(-elementsOfGroup)))).toF32x4();
          return along(group.lowToF64x2(), own.and(I32x4.splat(I32.of(elementsOfGroup - 1))), true);
        });
      } else f.set(value as never, I32x4.splat(start).add(index.multiply(I32x4.splat(step))));
    };
    f.repeat(count.shiftRightUnsigned(2), () => {
      compute();
      storeFour(f, output, value as never);
      f.increase(output, 4 * bytes);
      f.set(index, index.add(4));
    });
    compute();
    for (const lane of [0, 1, 2] as readonly Lane[])
      f.if(count.and(3).greaterThan(lane), () => {
        if (bytes === 4) f.storeLane(output, value, lane, 4 * lane);
        else f.storeByte(output, value.asI32x4().lane(lane), lane);
      });
  });
  return module;
}

/** Up to here an index has so few bits that its products with halves of a double are exact. */
const shortCount = 2 ** 26;

/** Who computes. */
export interface Counting {
  readonly name: string;
  readonly bytes: number;
  /** Elements of a group; 0 where all are counted from the start. */
  readonly group: number;
  /** With `isShort` no index is 2²⁶ or more. */
  readonly emit: (way: Way, rounding: Rounding, isShort: boolean) => ModuleBuilder;
}

/** @__NO_SIDE_EFFECTS__ */
function arangeBy({ name, bytes, group, emit }: Counting): KernelFunction<"arange"> {
  const kernel: KernelFunction<"arange"> = (_, [output], { start, step }) => {
    const runtime = runtimeOf(output!);
    const count = numberOfElements(output!.shape);
    const grouped = group === 0 ? 0 : count - (count % (2 * group));
    const rounding = Math.fround(step) === step ? "exact" : "once";
    const isShort = count <= shortCount;
    runtime.withScratch(16, (numbers) => {
      runtime.table(numbers, new Int32Array(Float64Array.of(start, step).buffer));
      const integers = group > 0 ? [0, 0] : [start, step];
      for (const [from, length, way] of [
        [0, grouped, "by groups"],
        [grouped, count - grouped, "plain"],
      ] as const) {
        if (length === 0) continue;
        const compiled = runtime.kernel(`arange ${name} ${way} ${rounding} ${isShort}`, () =>
          emit(way, rounding, isShort),
        );
        runtime.spread(
          length,
          0.5 * length,
          (begin, end) => {
            const to = addressOf(output!) + bytes * (from + begin);
            runtime.call(compiled, "run", to, numbers, from + begin, end - begin, ...integers);
          },
          1024,
        );
      }
    });
  };
  return repeats(kernel, ({ start, step }) => [start, step]);
}

/**
 * The second half is counted from the end, with indices below zero.
 *
 * @__NO_SIDE_EFFECTS__
 */
function linspaceBy({ name, bytes, emit }: Counting): KernelFunction<"linspace"> {
  const kernel: KernelFunction<"linspace"> = (_, [output], { start, end, step }) => {
    const runtime = runtimeOf(output!);
    const count = numberOfElements(output!.shape);
    const halfway = Math.floor(count / 2);
    const isShort = count <= shortCount;
    runtime.withScratch(32, (numbers) => {
      runtime.table(numbers, new Int32Array(Float64Array.of(start, step, end, -step).buffer));
      for (const [from, first, length, given, way] of [
        [0, 0, halfway, numbers, "plain"],
        [halfway, halfway - (count - 1), count - halfway, numbers + 16, "backwards"],
      ] as const) {
        const compiled = runtime.kernel(`linspace ${name} ${way} ${isShort}`, () => emit(way, "of floats", isShort));
        runtime.spread(
          length,
          0.5 * length,
          (begin, end) => {
            const to = addressOf(output!) + bytes * (from + begin);
            runtime.call(compiled, "run", to, given, first + begin, end - begin, 0, 0);
          },
          1024,
        );
      }
    });
  };
  return repeats(kernel, ({ start, end, step }) => [start, end, step]);
}

/** @__NO_SIDE_EFFECTS__ */
function counting(type: NumericType): Counting {
  const group = type === "float32" ? elementsOfGroup : 0;
  return {
    name: type,
    bytes: elementAccess[type].bytes,
    group,
    emit: (way, rounding, isShort) => emitArange(type, way, rounding, isShort),
  };
}

export const linspace = {
  float32: linspaceBy(counting("float32")),
  float64: derived(countingOfDoubles, linspaceBy),
  int32: derived(countingOfInt32, linspaceBy),
  uint8: derived(countingOfBytes, linspaceBy),
};
export const arange = {
  float32: arangeBy(counting("float32")),
  float64: derived(countingOfDoubles, arangeBy),
  int32: arangeBy(counting("int32")),
  uint8: arangeBy(counting("uint8")),
};
