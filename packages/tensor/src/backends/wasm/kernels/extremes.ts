// max and min along a dimension, with the places of what they choose.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { loadF32, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { addressOf } from "./walk.js";

/** `run(input, values, indices, outer, size, inner)` over contiguous input seen as [outer, size, inner]. */
export function emitExtreme(which: "max" | "min"): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { input: "i32", values: "i32", indices: "i32", outer: "i32", size: "i32", inner: "i32" } as const;
  module.define("run", parameters, (f, { input, values, indices, outer, size, inner }) => {
    const from = f.local("i32", "from");
    const index = f.local("i32", "index");
    const best = f.local("i32", "best");
    const value = f.local("f32", "value");
    const chosen = f.local("f32", "chosen");
    const step = f.local("i32", "step", inner.shiftLeft(2));
    f.repeat(outer, () => {
      f.repeat(inner, () => {
        f.set(from, input);
        f.set(chosen, loadF32(from));
        f.set(best, 0);
        f.set(index, 1);
        f.while(index.lessThan(size), () => {
          f.increase(from, step);
          f.set(value, loadF32(from));
          const precedes = which === "max" ? value.greaterThan(chosen) : value.lessThan(chosen);
          // The first NaN comes before everything, other NaNs included.
          f.if(precedes.or(value.notEquals(value).and(chosen.equals(chosen))), () => {
            f.set(chosen, value);
            f.set(best, index);
          });
          f.increase(index, 1);
        });
        f.store(values, chosen);
        f.store(indices, best);
        f.increase(values, 4);
        f.increase(indices, 4);
        f.increase(input, 4);
      });
      f.increase(input, size.subtract(1).multiply(step));
    });
  });
  return module;
}

/** A shape seen as [outer, size, inner] around one dimension. */
export function around(shape: readonly number[], dim: number): readonly [outer: number, size: number, inner: number] {
  const count = (sizes: readonly number[]) => sizes.reduce((total, size) => total * size, 1);
  return [count(shape.slice(0, dim)), shape[dim] ?? 1, count(shape.slice(dim + 1))];
}

/** @__NO_SIDE_EFFECTS__ */
function extremeFloat32<K extends "max" | "min">(which: K): KernelFunction<K> {
  return ([first], [values, indices], { dim }) => {
    const input = first as Operand;
    const runtime = runtimeOf(input);
    const kernel = runtime.kernel(which, () => emitExtreme(which));
    const [outer, size, inner] = around(input.shape, dim);
    withContiguous(input, (address) =>
      runtime.spread(outer, 1.5 * outer * size * inner, (begin, end) => {
        const results = [values as Operand, indices as Operand].map((to) => addressOf(to) + 4 * begin * inner);
        runtime.call(kernel, "run", address + 4 * begin * size * inner, ...results, end - begin, size, inner);
      }),
    );
  };
}

export const max = { float32: extremeFloat32("max") };
export const min = { float32: extremeFloat32("min") };
