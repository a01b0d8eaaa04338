// within: whether all elements are between two numbers; which one is not, the reference's loop finds.

import type { KernelFunction } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { refuseOutside } from "../../reference/reductions.js";
import { F32x4, type I32, loadF32, loadF32x4, loadF64, loadF64x2Splat, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { mostSpread, split } from "../threads/split.js";
import { withContiguous } from "./copy.js";
import { bytesOfFloat, type FloatType } from "./reducers.js";

/** Elements in vectors. Doubles are typed as floats: what is done with either has the same name. */
interface Lanes {
  readonly kind: "f32x4";
  readonly count: 2 | 4;
  readonly load: (address: I32) => F32x4;
  readonly one: (address: I32) => F32x4;
  /** A bound, a double in memory, in all lanes. */
  readonly bound: (address: I32, offset: number) => F32x4;
}

function lanesOf(type: FloatType): Lanes {
  const floats: Lanes = {
    ...({ kind: "f32x4", count: 4 } as const),
    load: loadF32x4,
    one: (address) => F32x4.splat(loadF32(address)),
    bound: (address, offset) => F32x4.splat(loadF64(address, offset).toF32()),
  };
  const doubles = {
    ...{ kind: "f64x2", count: 2, one: loadF64x2Splat, bound: loadF64x2Splat },
    load: (address: I32) => loadF32x4(address).asF64x2(),
  };
  return type === "float32" ? floats : (doubles as unknown as Lanes);
}

const parameters = { input: "i32", count: "i32", bounds: "i32", passesNaN: "i32", flag: "i32" } as const;

/** `run(input, count, bounds, passesNaN, flag)`: flag is zero where all are within the bounds, two doubles. */
function emitWithinBounds(type: FloatType): ModuleBuilder {
  const module = new ModuleBuilder();
  const lanes = lanesOf(type);
  module.define("run", parameters, (f, { input, count, bounds, passesNaN, flag }) => {
    const wrong = f.local("i32x4", "wrong");
    const some = f.local(lanes.kind, "some");
    const lows = f.local(lanes.kind, "lows", lanes.bound(bounds, 0));
    const highs = f.local(lanes.kind, "highs", lanes.bound(bounds, 8));
    const look = () => {
      f.if(
        passesNaN,
        () => f.set(wrong, wrong.or(some.lessThan(lows).or(some.greaterThan(highs)).asI32x4())),
        () => f.set(wrong, wrong.or(some.atLeast(lows).and(some.atMost(highs)).not().asI32x4())),
      );
    };
    f.repeat(count.shiftRightUnsigned(Math.log2(lanes.count)), () => {
      f.set(some, lanes.load(input));
      look();
      f.increase(input, 16);
    });
    f.repeat(count.and(lanes.count - 1), () => {
      f.set(some, lanes.one(input));
      look();
      f.increase(input, bytesOfFloat[type]);
    });
    f.store(flag, wrong.anyTrue());
  });
  return module;
}

/** @__NO_SIDE_EFFECTS__ */
function withinOf(type: FloatType): KernelFunction<"within"> {
  return ([input], [output], bounds) => {
    const runtime = runtimeOf(output!);
    const kernel = runtime.kernel(`within bounds ${type}`, () => emitWithinBounds(type));
    const count = numberOfElements(input!.shape);
    const { low, high, passesNaN } = bounds;
    let isWithin = true;
    withContiguous(input!, (from) =>
      runtime.memory.withScratch(16 + 4 * mostSpread, (numbers) => {
        const flags = numbers + 16;
        const { buffer } = runtime.memory.memory;
        new Float64Array(buffer, numbers, 2).set([low, high]);
        let ranges: readonly (readonly [number, number])[] = [];
        runtime.parallel(0.2 * count, (parts) => {
          ranges = split(count, parts, 1024);
          for (const [at, [begin, end]] of ranges.entries()) {
            const rest = [end - begin, numbers, passesNaN ? 1 : 0, flags + 4 * at];
            runtime.task(() => runtime.call(kernel, "run", from + bytesOfFloat[type] * begin, ...rest));
          }
        });
        isWithin = new Int32Array(runtime.memory.memory.buffer, flags, ranges.length).every((flag) => flag === 0);
      }),
    );
    // This was JavaScript's part.
    runtime.cannotRepeat();
    if (!isWithin) refuseOutside(input!, bounds);
    output!.storage.elements(type)[output!.offset] = 0;
  };
}

export const within = { float32: withinOf("float32"), float64: withinOf("float64") };
