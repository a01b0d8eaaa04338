// The extreme of the elements up to each along a dimension, and the last place where it stands.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { loadF32, loadI32, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { around } from "./extremes.js";
import { overRows } from "./scans.js";
import { addressOf } from "./walk.js";

const parameters = {
  input: "i32",
  values: "i32",
  indices: "i32",
  first: "i32",
  rows: "i32",
  inner: "i32",
  size: "i32",
} as const;

/** `run(…)`, see the parameters, over contiguous [outer, size, inner]. */
export function emitScanExtreme(type: "float32" | "int32", which: "max" | "min"): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", parameters, (f, { input, values, indices, first, rows, inner, size }) => {
    const [from, to] = [f.local("i32", "from"), f.local("i32", "to")];
    const [index, place] = [f.local("i32", "index"), f.local("i32", "place")];
    const step = f.local("i32", "step", inner.shiftLeft(2));
    // Indices lie as values do.
    const apart = f.local("i32", "apart", indices.subtract(values));
    const put = (best: Parameters<typeof f.store>[1]) => {
      f.store(to, best);
      f.store(to.add(apart), place);
      f.increase(index, 1);
      f.increase(to, step);
      f.increase(from, step);
    };
    const begin = () => {
      f.set(from, input);
      f.set(to, values);
      f.set(index, 0);
      f.set(place, 0);
    };
    overRows(f, { from: [input], to: values, first, rows, inner, size, written: size }, () => {
      begin();
      if (type === "int32") {
        const [best, value] = [f.local("i32", "best", loadI32(from)), f.local("i32", "value")];
        f.repeat(size, () => {
          f.set(value, loadI32(from));
          f.if(which === "max" ? value.atLeast(best) : value.atMost(best), () => {
            f.set(best, value);
            f.set(place, index);
          });
          put(best);
        });
        return;
      }
      const [best, value] = [f.local("f32", "best", loadF32(from)), f.local("f32", "value")];
      f.repeat(size, () => {
        f.set(value, loadF32(from));
        const isBehind = which === "max" ? value.lessThan(best) : value.greaterThan(best);
        const isNext = isBehind.or(best.notEquals(best)).isZero().or(value.notEquals(value));
        f.if(isNext, () => {
          f.set(best, value);
          f.set(place, index);
        });
        put(best);
      });
    });
  });
  return module;
}

/** @__NO_SIDE_EFFECTS__ */
function scanExtremeOf(type: "float32" | "int32"): KernelFunction<"scanExtreme"> {
  const kernel: KernelFunction<"scanExtreme"> = ([first], [values, indices], { dim, which }) => {
    const input = first as Operand;
    const runtime = runtimeOf(values!);
    const [outer, size, inner] = around(input.shape, dim);
    const emitted = runtime.kernel(`scan ${which} ${type}`, () => emitScanExtreme(type, which));
    withContiguous(input, (from) =>
      runtime.spread(outer * inner, 1.5 * outer * size * inner, (begin, end) => {
        const rest = [begin, end - begin, inner, size];
        runtime.call(emitted, "run", from, addressOf(values!), addressOf(indices!), ...rest);
      }),
    );
  };
  return repeats(kernel, ({ dim, which }) => [dim, which === "max" ? 1 : 0]);
}

export const scanExtreme = { float32: scanExtremeOf("float32"), int32: scanExtremeOf("int32") };
