// Places told by values: indices counted from the end, and the positions at which a mask holds.

import type { KernelFunction } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { refuseIndices } from "../../reference/indexing.js";
import { I32x4, loadI32, loadI32x4, loadU8, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { mostSpread, split } from "../threads/split.js";
import { withContiguous } from "./copy.js";
import { addressOf } from "./walk.js";

/** `run(index, place, count, size, flag)`: flag is zero where all lead into the size, from either end. */
function emitWrapIndex(): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { index: "i32", place: "i32", count: "i32", size: "i32", flag: "i32" } as const;
  module.define("run", parameters, (f, { index, place, count, size, flag }) => {
    const wrong = f.local("i32x4", "wrong");
    const wrongOfRest = f.local("i32", "wrongOfRest");
    const sizes = f.local("i32x4", "sizes", I32x4.splat(size));
    const four = f.local("i32x4", "four");
    const one = f.local("i32", "one");
    f.repeat(count.shiftRightUnsigned(2), () => {
      f.set(four, loadI32x4(index));
      f.set(four, four.add(four.shiftRight(31).and(sizes)));
      f.set(wrong, wrong.or(four.below(sizes).not()));
      f.store(place, four);
      f.increase(index, 16);
      f.increase(place, 16);
    });
    f.repeat(count.and(3), () => {
      f.set(one, loadI32(index));
      f.if(one.below(size).isZero(), () => f.set(one, one.add(size)));
      f.set(wrongOfRest, wrongOfRest.or(one.below(size).isZero()));
      f.store(place, one);
      f.increase(index, 4);
      f.increase(place, 4);
    });
    f.store(flag, wrong.anyTrue().or(wrongOfRest));
  });
  return module;
}

const wrapIndexAny: KernelFunction<"wrapIndex"> = ([index], [output], { dim, size, op }) => {
  const runtime = runtimeOf(output!);
  const kernel = runtime.kernel("wrap indices", emitWrapIndex);
  const count = numberOfElements(index!.shape);
  const to = addressOf(output!);
  let isWithin = true;
  withContiguous(index!, (from) =>
    runtime.memory.withScratch(4 * mostSpread, (flags) => {
      let ranges: readonly (readonly [number, number])[] = [];
      runtime.parallel(0.3 * count, (parts) => {
        ranges = split(count, parts, 1024);
        for (const [at, [begin, end]] of ranges.entries())
          runtime.task(() =>
            runtime.call(kernel, "run", from + 4 * begin, to + 4 * begin, end - begin, size, flags + 4 * at),
          );
      });
      isWithin = new Int32Array(runtime.memory.memory.buffer, flags, ranges.length).every((flag) => flag === 0);
    }),
  );
  // This was JavaScript's part.
  runtime.cannotRepeat();
  if (!isWithin) refuseIndices(op, index!, dim, size, -size);
};

/** `run(mask, to, end, count)`: as many positions are written as bytes are not zero, for which there is room up to `end`. */
function emitNonzero(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", { mask: "i32", to: "i32", end: "i32", count: "i32" }, (f, { mask, to, end, count }) => {
    const position = f.local("i32", "position");
    const advance = (elements: number) => {
      f.increase(mask, elements);
      f.increase(position, elements);
    };
    const one = () => {
      f.if(loadU8(mask), () => {
        f.store(to, position);
        f.increase(to, 4);
      });
      advance(1);
    };
    // Each position is written, and the next over it where the mask does not hold: a branch would be guessed wrong as often as not.
    const sixteen = () => {
      for (let at = 0; at < 16; at += 1) {
        f.store(to, position.add(at));
        f.increase(to, loadU8(mask, at).notEquals(0).shiftLeft(2));
      }
      advance(16);
    };
    f.repeat(count.shiftRightUnsigned(4), () =>
      f.if(
        loadI32x4(mask).anyTrue(),
        () => f.if(end.below(to.add(64)), () => f.repeat(16, one), sixteen),
        () => advance(16),
      ),
    );
    f.repeat(count.and(15), one);
  });
  return module;
}

const nonzeroAny: KernelFunction<"nonzero"> = ([mask], [output]) => {
  const runtime = runtimeOf(output!);
  const kernel = runtime.kernel("nonzero", emitNonzero);
  const [to, bytes] = [addressOf(output!), 4 * numberOfElements(output!.shape)];
  withContiguous(mask!, (from) => runtime.call(kernel, "run", from, to, to + bytes, numberOfElements(mask!.shape)));
};

export const wrapIndex = { int32: wrapIndexAny };
export const nonzero = { bool: nonzeroAny };
