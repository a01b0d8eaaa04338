// arange and linspace in doubles: each step times its number added and rounded once, as the reference does it; by fours, the first of
// each rounded. The integers of a linspace are these, cut off.

import { dtypeTraits } from "../../../tensor/dtype.js";
import { type F64x2, I32, I32x4, loadF64x2Splat, ModuleBuilder } from "../assembler/index.js";
import type { Counting, Way } from "./arange.js";
import { emitFusedDouble, emitHalves } from "./math/fused-doubles.js";

const elementsOfGroup = 4;

type Counted = "float64" | "int32" | "uint8";

/** As {@link emitArange}'s `run`, of which the last two parameters are of integers alone. */
function emitArangeOfDoubles(type: Counted, way: Way, isShort: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { output: "i32", numbers: "i32", first: "i32", count: "i32", start: "i32", step: "i32" } as const;
  module.define("run", parameters, (f, { output, numbers, first, count }) => {
    const index = f.local("i32x4", "index", I32x4.splat(first).add(I32x4.constant(0, 1, 0, 0)));
    const start = f.local("f64x2", "starts", loadF64x2Splat(numbers));
    const step = f.local("f64x2", "steps", loadF64x2Splat(numbers, 8));
    const halves = emitHalves(f, step);
    const along = (from: F64x2, own: I32x4, isFew = isShort): F64x2 => {
      const times = f.local("f64x2", "times", own.lowToF64x2());
      return f.local("f64x2", "value", emitFusedDouble(f, halves, times, from, isFew));
    };
    const compute = (): F64x2 => {
      if (way === "backwards") return along(start, I32x4.splat(I32.of(0)).subtract(index));
      if (way === "plain") return along(start, index);
      const group = along(start, index.and(I32x4.splat(I32.of(-elementsOfGroup))));
      return along(group, index.and(I32x4.splat(I32.of(elementsOfGroup - 1))), true);
    };
    const { bytes } = dtypeTraits[type];
    const cut = f.local("i32x4", "cut");
    const store = (elements: 1 | 2) => {
      const value = compute();
      if (type === "float64") f.store(output, elements === 2 ? value : value.lane(0));
      else {
        f.set(cut, value.toI32x4());
        for (const lane of ([0, 1] as const).slice(0, elements))
          if (type === "int32") f.storeLane(output, cut, lane, bytes * lane);
          else f.storeByte(output, cut.lane(lane), lane);
      }
    };
    f.repeat(count.shiftRightUnsigned(1), () => {
      store(2);
      f.increase(output, 2 * bytes);
      f.set(index, index.add(2));
    });
    f.if(count.and(1), () => store(1));
  });
  return module;
}

/** @__NO_SIDE_EFFECTS__ */
function counting(type: Counted): Counting {
  const group = type === "float64" ? elementsOfGroup : 0;
  return {
    name: type,
    bytes: dtypeTraits[type].bytes,
    group,
    emit: (way, _, isShort) => emitArangeOfDoubles(type, way, isShort),
  };
}

export const countingOfDoubles = counting("float64");
export const countingOfInt32 = counting("int32");
export const countingOfBytes = counting("uint8");
