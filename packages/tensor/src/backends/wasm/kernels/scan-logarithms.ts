// scanLogarithms: ln Σ exp of all elements so far, in doubles, as ../../reference/scans.ts has it.

import type { KernelFunction } from "../../../kernels/contract.js";
import { F64x2, type FunctionBuilder, loadF32x4Splat, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { around } from "./extremes.js";
import { emitDoubleExp } from "./math/doubles.js";
import { doublePolynomial, infinity } from "./math/parts.js";
import { overRows } from "./scans.js";
import { addressOf } from "./walk.js";

/** artanh z / z in z² up to ⅓, while terms are not lost. */
const terms = [
  1 / 31,
  1 / 29,
  1 / 27,
  1 / 25,
  1 / 23,
  1 / 21,
  1 / 19,
  1 / 17,
  1 / 15,
  1 / 13,
  1 / 11,
  1 / 9,
  1 / 7,
  1 / 5,
  1 / 3,
  1,
];
/** An exponential below this one's is lost beside any other. */
const least = -700;

/** ln (eᵃ + eᵇ), of which the larger may be NaN. Both are locals. */
function emitAdded(f: FunctionBuilder, total: F64x2, value: F64x2): F64x2 {
  const constant = (number: number): F64x2 => f.constant("f64x2", number);
  const low = f.local("f64x2", "low", total.replaceAbove(value));
  const high = f.local("f64x2", "high", value.replaceBelow(total));
  const apart = f.local("f64x2", "apart", low.subtract(high).replaceBelow(constant(least)));
  const e = f.local("f64x2", "power", emitDoubleExp(f, apart));
  // ln (1 + e) = 2 artanh (e / (2 + e)).
  const quotient = f.local("f64x2", "quotient", e.divide(e.add(constant(2))));
  const square = f.local("f64x2", "square", quotient.multiply(quotient));
  const sum = doublePolynomial(f, square, terms).multiply(quotient.add(quotient)).add(high);
  // Two infinities of one sign have no difference.
  const isSame = low.equals(high).and(low.magnitude().equals(constant(infinity)));
  return isSame.select(value, sum);
}

/** `run(input, output, first, rows, inner, size)` over contiguous [outer, size, inner]. */
export function emitScanLogarithms(): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = {
    ...({ input: "i32", output: "i32", first: "i32" } as const),
    ...({ rows: "i32", inner: "i32", size: "i32" } as const),
  } as const;
  module.define("run", parameters, (f, { input, output, first, rows, inner, size }) => {
    const [from, to] = [f.local("i32", "from"), f.local("i32", "to")];
    const step = f.local("i32", "step", inner.shiftLeft(2));
    const [total, value] = [f.local("f64x2", "total"), f.local("f64x2", "value")];
    overRows(f, { from: [input], to: output, first, rows, inner, size, written: size }, () => {
      f.set(from, input);
      f.set(to, output);
      f.set(total, F64x2.of(Number.NEGATIVE_INFINITY));
      f.repeat(size, () => {
        f.set(value, loadF32x4Splat(from).lowToF64x2());
        f.set(total, emitAdded(f, total, value));
        f.storeLane(to, total.toF32x4(), 0);
        f.increase(from, step);
        f.increase(to, step);
      });
    });
  });
  return module;
}

const scanLogarithmsFloat32: KernelFunction<"scanLogarithms"> = ([input], [output], { dim }) => {
  const runtime = runtimeOf(output!);
  const [outer, size, inner] = around(input!.shape, dim);
  const kernel = runtime.kernel("scan logarithms", emitScanLogarithms);
  withContiguous(input!, (from) =>
    runtime.spread(outer * inner, 20 * outer * size * inner, (begin, end) =>
      runtime.call(kernel, "run", from, addressOf(output!), begin, end - begin, inner, size),
    ),
  );
};

export const scanLogarithms = { float32: repeats<"scanLogarithms">(scanLogarithmsFloat32, ({ dim }) => [dim]) };
