// arange and linspace of doubles: each step times its number added and rounded once, as the reference does it; by fours, the first of
// each rounded.

import { type F64x2, I32, I32x4, loadF64x2Splat, ModuleBuilder } from "../assembler/index.js";
import type { Counting, Way } from "./arange.js";
import { emitFusedDouble } from "./math/fused-doubles.js";

const elementsOfGroup = 4;

/** As {@link emitArange}'s `run`, of which the last two parameters are of integers alone. */
function emitArangeOfDoubles(way: Way): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { output: "i32", numbers: "i32", first: "i32", count: "i32", start: "i32", step: "i32" } as const;
  module.define("run", parameters, (f, { output, numbers, first, count }) => {
    const index = f.local("i32x4", "index", I32x4.splat(first).add(I32x4.constant(0, 1, 0, 0)));
    const start = f.local("f64x2", "starts", loadF64x2Splat(numbers));
    const step = f.local("f64x2", "steps", loadF64x2Splat(numbers, 8));
    const along = (from: F64x2, own: I32x4): F64x2 => {
      const times = f.local("f64x2", "times", own.lowToF64x2());
      return f.local("f64x2", "value", emitFusedDouble(f, step, times, from));
    };
    const compute = (): F64x2 => {
      if (way === "backwards") return along(start, I32x4.splat(I32.of(0)).subtract(index));
      if (way === "plain") return along(start, index);
      const group = along(start, index.and(I32x4.splat(I32.of(-elementsOfGroup))));
      return along(group, index.and(I32x4.splat(I32.of(elementsOfGroup - 1))));
    };
    f.repeat(count.shiftRightUnsigned(1), () => {
      f.store(output, compute());
      f.increase(output, 16);
      f.set(index, index.add(2));
    });
    f.if(count.and(1), () => f.store(output, compute().lane(0)));
  });
  return module;
}

export const countingOfDoubles: Counting = {
  name: "float64",
  bytes: 8,
  group: elementsOfGroup,
  emit: emitArangeOfDoubles,
};
