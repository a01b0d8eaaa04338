// max and min along a dimension, with the places of what they choose.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { type FunctionBuilder, type I32, loadF32, loadI32, loadU8, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { type ElementType, elementAccess } from "./elements.js";
import { addressOf } from "./walk.js";

/** `run(input, values, indices, outer, size, inner)` over contiguous input seen as [outer, size, inner]. */
export function emitExtreme(which: "max" | "min", type: ElementType): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { input: "i32", values: "i32", indices: "i32", outer: "i32", size: "i32", inner: "i32" } as const;
  module.define("run", parameters, (f, { input, values, indices, outer, size, inner }) => {
    const from = f.local("i32", "from");
    const index = f.local("i32", "index");
    const best = f.local("i32", "best");
    const { bytes } = elementAccess[type];
    const { precedes, ...of } = choiceOf(f, which, type);
    const step = f.local("i32", "step", inner.multiply(bytes));
    f.repeat(outer, () => {
      f.repeat(inner, () => {
        f.set(from, input);
        of.take(from);
        of.choose();
        f.set(best, 0);
        f.set(index, 1);
        f.while(index.lessThan(size), () => {
          f.increase(from, step);
          of.take(from);
          f.if(precedes(), () => {
            of.choose();
            f.set(best, index);
          });
          f.increase(index, 1);
        });
        of.store(values);
        f.store(indices, best);
        f.increase(values, bytes);
        f.increase(indices, 4);
        f.increase(input, bytes);
      });
      f.increase(input, size.subtract(1).multiply(step));
    });
  });
  return module;
}

/** Two locals, what is looked at and what was chosen so far, of a dtype. */
function choiceOf(f: FunctionBuilder, which: "max" | "min", type: ElementType) {
  if (type === "float32") {
    const [value, chosen] = [f.local("f32", "value"), f.local("f32", "chosen")];
    return {
      take: (from: I32) => f.set(value, loadF32(from)),
      choose: () => f.set(chosen, value),
      store: (to: I32) => f.store(to, chosen),
      // The first NaN comes before everything, other NaNs included.
      precedes: () =>
        (which === "max" ? value.greaterThan(chosen) : value.lessThan(chosen)).or(
          value.notEquals(value).and(chosen.equals(chosen)),
        ),
    };
  }
  const [value, chosen] = [f.local("i32", "value"), f.local("i32", "chosen")];
  const isWord = type === "int32";
  return {
    take: (from: I32) => f.set(value, isWord ? loadI32(from) : loadU8(from)),
    choose: () => f.set(chosen, value),
    store: (to: I32) => (isWord ? f.store(to, chosen) : f.storeByte(to, chosen)),
    precedes: () => (which === "max" ? value.greaterThan(chosen) : value.lessThan(chosen)),
  };
}

/** A shape seen as [outer, size, inner] around one dimension. */
export function around(shape: readonly number[], dim: number): readonly [outer: number, size: number, inner: number] {
  const count = (sizes: readonly number[]) => sizes.reduce((total, size) => total * size, 1);
  return [count(shape.slice(0, dim)), shape[dim] ?? 1, count(shape.slice(dim + 1))];
}

/** @__NO_SIDE_EFFECTS__ */
function extremeOf<K extends "max" | "min">(which: K, type: ElementType): KernelFunction<K> {
  const { bytes } = elementAccess[type];
  return ([first], [values, indices], { dim }) => {
    const input = first as Operand;
    const runtime = runtimeOf(input);
    const kernel = runtime.kernel(`${which} ${type}`, () => emitExtreme(which, type));
    const [outer, size, inner] = around(input.shape, dim);
    withContiguous(input, (address) =>
      runtime.spread(outer, 1.5 * outer * size * inner, (begin, end) => {
        const [valuesAt, indicesAt] = [addressOf(values!), addressOf(indices!)];
        const results = [valuesAt + bytes * begin * inner, indicesAt + 4 * begin * inner];
        runtime.call(kernel, "run", address + bytes * begin * size * inner, ...results, end - begin, size, inner);
      }),
    );
  };
}

/** @__NO_SIDE_EFFECTS__ */
function ofEach<K extends "max" | "min">(which: K) {
  return {
    float32: extremeOf(which, "float32"),
    int32: extremeOf(which, "int32"),
    uint8: extremeOf(which, "uint8"),
    bool: extremeOf(which, "bool"),
  };
}

export const max = ofEach("max");
export const min = ofEach("min");
