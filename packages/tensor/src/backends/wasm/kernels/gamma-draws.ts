// Gamma draws as random/samplers.ts makes them (G. Marsaglia and W. W. Tsang, ACM TOMS 26 (2000) 363–372), emitted for rejections.ts.

import type { F64x2, FunctionBuilder, Local } from "../assembler/index.js";
import { emitLogOfUnit } from "./double-draws.js";
import { emitDoubleLog } from "./math/doubles.js";
import { type Drawing, holds, type Parameters } from "./rejections-drawing.js";

const third = Math.fround(1 / 3);
const squeeze = Math.fround(0.0331);

/** Sets `result` to a draw; `least` is what it is at least. */
export function emitGamma(
  f: FunctionBuilder,
  drawing: Drawing,
  alpha: Local<F64x2>,
  result: Local<F64x2>,
  { rounded, power }: Parameters,
  least: number,
): void {
  const number = (value: number): F64x2 => drawing.constant(value);
  const [scale, shape] = [f.local("f64x2", "scale"), f.local("f64x2", "shape")];
  const [x, y, v] = [f.local("f64x2", "x"), f.local("f64x2", "y"), f.local("f64x2", "v")];
  const isLeft = f.local("i32", "isLeft");
  const positive = (): void => {
    f.set(scale, number(1));
    f.set(shape, alpha);
    f.if(holds(alpha.atLeast(number(1)).equals(number(0).asI64x2()).and(alpha.equals(alpha))), () => {
      const complement = f.local("f64x2", "complement", number(1).subtract(drawing.unit()));
      const exponent = f.local("f64x2", "exponent", rounded(number(1).divide(alpha)));
      f.set(scale, power(f, complement, exponent));
      f.set(shape, rounded(alpha.add(number(1))));
    });
    const d = f.local("f64x2", "d", rounded(shape.subtract(number(third))));
    const c = f.local("f64x2", "c", number(1).divide(d.multiply(number(9)).squareRoot()));
    f.set(isLeft, 1);
    f.while(isLeft, () => {
      f.set(y, number(0));
      f.while(holds(number(0).atLeast(y)), () => {
        drawing.normal(x);
        f.set(y, c.multiply(x).add(number(1)));
      });
      f.set(v, y.multiply(y).multiply(y));
      const u = f.local("f64x2", "u", number(1).subtract(drawing.unit()));
      const square = f.local("f64x2", "square", x.multiply(x));
      const bound = number(1).subtract(number(squeeze).multiply(square).multiply(square));
      // Less than, and not equal; neither holds for what is not a number.
      const isBelow = u.atLeast(bound).equals(number(0).asI64x2()).and(bound.equals(bound));
      f.if(
        holds(isBelow.or(v.notEquals(v))),
        () => f.set(isLeft, 0),
        () => {
          const log = number(1).subtract(v).add(emitDoubleLog(f, v));
          const most = f.local("f64x2", "most", square.multiply(number(0.5)).add(d.multiply(log)));
          const isInside = emitLogOfUnit(f, u).atLeast(most).equals(number(0).asI64x2()).and(most.equals(most));
          f.if(holds(isInside), () => f.set(isLeft, 0));
        },
      );
    });
    f.set(result, scale.multiply(d).multiply(v).replaceBelow(number(least)));
  };
  f.if(holds(alpha.equals(number(0))), () => f.set(result, number(least)), positive);
}
