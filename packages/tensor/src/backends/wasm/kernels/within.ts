// within: whether all elements are between two numbers; which one is not, the reference's loop finds.

import type { KernelFunction } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { refuseOutside } from "../../reference/reductions.js";
import { F32x4, loadF32, loadF32x4, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { mostSpread, split } from "../threads/split.js";
import { withContiguous } from "./copy.js";

const parameters = { input: "i32", count: "i32", low: "f32", high: "f32", passesNaN: "i32", flag: "i32" } as const;

/** `run(input, count, low, high, passesNaN, flag)`: flag is zero where all are within. */
export function emitWithinBounds(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", parameters, (f, { input, count, low, high, passesNaN, flag }) => {
    const wrong = f.local("i32x4", "wrong");
    const four = f.local("f32x4", "four");
    const lows = f.local("f32x4", "lows", F32x4.splat(low));
    const highs = f.local("f32x4", "highs", F32x4.splat(high));
    const look = () => {
      f.if(
        passesNaN,
        () => f.set(wrong, wrong.or(four.lessThan(lows)).or(four.greaterThan(highs))),
        () => f.set(wrong, wrong.or(four.atLeast(lows).and(four.atMost(highs)).not())),
      );
    };
    f.repeat(count.shiftRightUnsigned(2), () => {
      f.set(four, loadF32x4(input));
      look();
      f.increase(input, 16);
    });
    f.repeat(count.and(3), () => {
      f.set(four, F32x4.splat(loadF32(input)));
      look();
      f.increase(input, 4);
    });
    f.store(flag, wrong.anyTrue());
  });
  return module;
}

const withinFloat32: KernelFunction<"within"> = ([input], [output], bounds) => {
  const runtime = runtimeOf(output!);
  const kernel = runtime.kernel("within bounds", emitWithinBounds);
  const count = numberOfElements(input!.shape);
  const { low, high, passesNaN } = bounds;
  let isWithin = true;
  withContiguous(input!, (from) =>
    runtime.memory.withScratch(4 * mostSpread, (flags) => {
      let ranges: readonly (readonly [number, number])[] = [];
      runtime.parallel(0.2 * count, (parts) => {
        ranges = split(count, parts, 1024);
        for (const [at, [begin, end]] of ranges.entries()) {
          const rest = [end - begin, low, high, passesNaN ? 1 : 0, flags + 4 * at];
          runtime.task(() => runtime.call(kernel, "run", from + 4 * begin, ...rest));
        }
      });
      isWithin = new Int32Array(runtime.memory.memory.buffer, flags, ranges.length).every((flag) => flag === 0);
    }),
  );
  // This was JavaScript's part.
  runtime.cannotRepeat();
  if (!isWithin) refuseOutside(input!, bounds);
  output!.storage.elements("float32")[output!.offset] = 0;
};

export const within = { float32: withinFloat32 };
