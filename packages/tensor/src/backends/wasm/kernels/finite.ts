// Looks for numbers that are not finite.

import {
  type F32x4,
  type FunctionBuilder,
  I32,
  type I32x4,
  loadF32,
  loadF32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import type { Runtime } from "../runtime.js";

/** Sums that do not wait for each other. */
const vectorsAtOnce = 4;

/** Sets the flag if one of some sums is not zero, as they all are if what they watched was finite. */
export function emitReport(f: FunctionBuilder, sums: readonly F32x4[], flag: I32): void {
  f.if(added(sums.map((sum) => sum.notEquals(0))).anyTrue(), () => f.store(flag, I32.of(1)));
}

/** In an order in which neighbours meet: V8 widens pairs of vectors that are added, or else stored, side by side. */
function added(masks: readonly I32x4[]): I32x4 {
  if (masks.length === 1) return masks[0]!;
  const [even, odd] = [0, 1].map((rest) => added(masks.filter((_, at) => at % 2 === rest)));
  return even!.add(odd!);
}

function emitFlag(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", { address: "i32", count: "i32", flag: "i32" }, (f, { address, count, flag }) => {
    const fours = f.locals("f32x4", "four", vectorsAtOnce);
    const spoilt = f.locals("f32x4", "spoilt", vectorsAtOnce);
    const value = f.local("f32", "value");
    // x − x is zero, but for what is not finite.
    const look = (vectors: number) => () => {
      f.abreast(vectors, (neighbour) => {
        const [four, own] = [fours[neighbour]!, spoilt[neighbour]!];
        f.set(four, loadF32x4(address, 16 * neighbour));
        f.set(own, own.add(four.subtract(four)));
      });
      f.increase(address, 16 * vectors);
      f.set(count, count.subtract(4 * vectors));
    };
    f.while(count.atLeast(4 * vectorsAtOnce), look(vectorsAtOnce));
    f.while(count.atLeast(4), look(1));
    f.repeat(count, () => {
      f.set(value, loadF32(address));
      f.if(value.subtract(value).notEquals(0), () => f.store(flag, I32.of(1)));
      f.increase(address, 4);
    });
    emitReport(f, spoilt, flag);
  });
  return module;
}

/** Sets the number at `flag` to 1 if one of `count` floats is not finite. */
export function flagNonFinite(runtime: Runtime, address: number, count: number, flag: number): void {
  const kernel = runtime.kernel("flag what is not finite", emitFlag);
  const work = 0.2 * count;
  runtime.spread(
    count,
    work,
    (begin, end) => runtime.call(kernel, "run", address + 4 * begin, end - begin, flag),
    1024,
  );
}
