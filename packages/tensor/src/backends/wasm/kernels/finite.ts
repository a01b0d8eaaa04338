// Looks for numbers that are not finite.

import { I32, loadF32, loadF32x4, ModuleBuilder } from "../assembler/index.js";
import type { Runtime } from "../runtime.js";

function emitFlag(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", { address: "i32", count: "i32", flag: "i32" }, (f, { address, count, flag }) => {
    const four = f.local("f32x4", "four");
    const spoilt = f.local("i32x4", "spoilt");
    const value = f.local("f32", "value");
    // x − x is zero, but for what is not finite.
    f.while(count.atLeast(4), () => {
      f.set(four, loadF32x4(address));
      f.set(spoilt, spoilt.or(four.subtract(four).notEquals(0)));
      f.increase(address, 16);
      f.set(count, count.subtract(4));
    });
    f.repeat(count, () => {
      f.set(value, loadF32(address));
      f.if(value.subtract(value).notEquals(0), () => f.store(flag, I32.of(1)));
      f.increase(address, 4);
    });
    f.if(spoilt.anyTrue(), () => f.store(flag, I32.of(1)));
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
