// Poisson's draws as random/samplers.ts makes them (W. Hörmann, Insurance: Mathematics and Economics 12 (1993) 39–45), emitted for
// rejections.ts. The last test asks for ln k!, which is near enough here where it is not close: else the element is JavaScript's.

import type { F64x2, FunctionBuilder, I32, Local, ModuleBuilder } from "../assembler/index.js";
import { loadF64x2Splat } from "../assembler/index.js";
import { emitDoubleExp, emitDoubleLog } from "./math/doubles.js";
import { doublePolynomial } from "./math/parts.js";
import { type Drawing, holds, type Parameters } from "./rejections-drawing.js";

/** `limits(input, output, pairs)`: e⁻ˣ of as many rates, in doubles; of those from 10 on, which need none, it is anything. */
export function emitLimits(module: ModuleBuilder, { bytes, loadTwo }: Parameters): void {
  module.define("limits", { input: "i32", output: "i32", pairs: "i32" }, (f, { input, output, pairs }) => {
    const rates = f.local("f64x2", "rates");
    f.repeat(pairs, () => {
      f.set(rates, loadTwo(input).negate());
      f.store(output, emitDoubleExp(f, rates));
      f.increase(input, 2 * bytes);
      f.increase(output, 16);
    });
  });
}

/** Sets `result` to a draw, or `isAsked`, where JavaScript is to make the last test of the two numbers that were drawn last. */
export function emitPoisson(
  f: FunctionBuilder,
  drawing: Drawing,
  rate: Local<F64x2>,
  result: Local<F64x2>,
  isAsked: Local<I32>,
  limits: I32,
): void {
  const number = (value: number): F64x2 => drawing.constant(value);
  f.set(result, number(0));
  f.if(
    holds(
      number(10)
        .atLeast(rate)
        .and(rate.notEquals(number(10))),
    ),
    () =>
      f.if(holds(rate.notEquals(number(0))), () => {
        const limit = f.local("f64x2", "limit", loadF64x2Splat(limits));
        const product = f.local("f64x2", "product", drawing.unit());
        f.while(holds(product.atLeast(limit).and(product.notEquals(limit))), () => {
          f.set(product, product.multiply(drawing.unit()));
          f.set(result, result.add(number(1)));
        });
      }),
    () => {
      const root = f.local("f64x2", "root", rate.squareRoot());
      const b = f.local("f64x2", "b", number(0.931).add(number(2.53).multiply(root)));
      const a = f.local("f64x2", "a", number(-0.059).add(number(0.02483).multiply(b)));
      const inside = f.local("f64x2", "inside", number(0.9277).subtract(number(3.6224).divide(b.subtract(number(2)))));
      const [u, v] = [f.local("f64x2", "u"), f.local("f64x2", "v")];
      const [us, k] = [f.local("f64x2", "us"), f.local("f64x2", "k")];
      const isLeft = f.local("i32", "isLeft", 1);
      f.while(isLeft, () => {
        f.set(u, drawing.unit().subtract(number(0.5)));
        f.set(v, drawing.unit());
        f.set(us, number(0.5).subtract(u.magnitude()));
        f.set(k, number(2).multiply(a).divide(us).add(b).multiply(u).add(rate).add(number(0.43)).floor());
        f.set(isLeft, holds(us.atLeast(number(0.07)).and(inside.atLeast(v))).isZero());
        const isOutside = k.lessThan(number(0)).or(us.lessThan(number(0.013)).and(v.greaterThan(us)));
        f.if(isLeft.and(holds(isOutside).isZero()), () => {
          const margin = f.local(
            "f64x2",
            "margin",
            emitMargin(f, { rate, k, v, of: a.divide(us.multiply(us)).add(b), b }),
          );
          const unsure = number(1e-9).add(number(1e-11).multiply(k.add(rate)));
          const isSure = k.atLeast(number(leastByStirling)).and(margin.magnitude().greaterThan(unsure));
          f.set(isAsked, holds(isSure).isZero());
          f.set(isLeft, holds(isSure.and(margin.lessThan(number(0)))));
        });
      });
      f.set(result, k);
    },
  );
}

/** From here on ln Γ(k + 1) is Stirling's series to within 10⁻¹¹. */
const leastByStirling = 8;
/** Of 1/x, 1/x³, 1/x⁵ and 1/x⁷. */
const stirling = [-1 / 1680, 1 / 1260, -1 / 360, 1 / 12];

interface Test {
  readonly rate: F64x2;
  readonly k: F64x2;
  readonly v: F64x2;
  readonly of: F64x2;
  readonly b: F64x2;
}

/** By how much the last test is passed, below zero where it is not: −rate + k ln rate − ln k! − ln (v / α / of), of its terms those that are large in one. */
function emitMargin(f: FunctionBuilder, { rate, k, v, of, b }: Test): F64x2 {
  const number = (value: number): F64x2 => f.constant("f64x2", value);
  const x = f.local("f64x2", "x", k.add(number(1)));
  const inverse = f.local("f64x2", "inverse", number(1).divide(x));
  const square = f.local("f64x2", "square", inverse.multiply(inverse));
  const series = doublePolynomial(f, square, stirling).multiply(inverse);
  const inverseAlpha = number(1.1239).add(number(1.1328).divide(b.subtract(number(3.4))));
  const ratio = f.local("f64x2", "ratio", rate.multiply(inverse));
  const powers = f.local("f64x2", "powers", k.multiply(emitDoubleLog(f, ratio)));
  const share = f.local("f64x2", "share", v.multiply(inverseAlpha).divide(of));
  // ln (share² · x) / 2 is what is left of both logarithms.
  const rest = f.local("f64x2", "rest", share.multiply(share).multiply(x));
  return powers
    .add(x.subtract(rate))
    .subtract(series)
    .subtract(number(0.5).multiply(emitDoubleLog(f, rest)))
    .subtract(number(0.5 * Math.log(2 * Math.PI)));
}
