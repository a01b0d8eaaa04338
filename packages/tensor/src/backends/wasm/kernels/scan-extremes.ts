// The extreme of the elements up to each along a dimension, and the last place where it stands.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { type F64, type Local, loadF32, loadF64, loadI32, ModuleBuilder } from "../assembler/index.js";
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

type Scanned = "float32" | "float64" | "int32";

const floats = { float32: { kind: "f32", load: loadF32 }, float64: { kind: "f64", load: loadF64 } } as const;

/** `run(…)`, see the parameters, over contiguous [outer, size, inner]. */
function emitScanExtreme(type: Scanned, which: "max" | "min"): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", parameters, (f, { input, values, indices, first, rows, inner, size }) => {
    const [from, to] = [f.local("i32", "from"), f.local("i32", "to")];
    const [index, place] = [f.local("i32", "index"), f.local("i32", "place")];
    const shift = type === "float64" ? 3 : 2;
    const step = f.local("i32", "step", inner.shiftLeft(shift));
    const origin = f.local("i32", "origin", values);
    const put = (best: Parameters<typeof f.store>[1]) => {
      f.store(to, best);
      // Indices lie as values do, in words.
      f.store(
        to
          .subtract(origin)
          .shiftRightUnsigned(shift - 2)
          .add(indices),
        place,
      );
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
    overRows(f, { from: [input], to: values, first, rows, inner, size, written: size, shift }, () => {
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
      // Typed as doubles, which both have the methods of.
      const { kind, load } = floats[type] as (typeof floats)["float64"];
      const [best, value] = [f.local(kind, "best", load(from)), f.local(kind, "value")] as [Local<F64>, Local<F64>];
      f.repeat(size, () => {
        f.set(value, load(from));
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
function scanExtremeOf(type: Scanned): KernelFunction<"scanExtreme"> {
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

export const scanExtreme = {
  float32: scanExtremeOf("float32"),
  float64: scanExtremeOf("float64"),
  int32: scanExtremeOf("int32"),
};
