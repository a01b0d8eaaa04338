// Moves rows of matrices into attention's work space and back, and lays a block of them out as columns of a product.

import {
  F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32,
  loadF32x4,
  type ModuleBuilder,
} from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitTransposed } from "../transpose.js";

/** Moves the whole vectors of a row, four a turn and then one. */
function eachVector(
  f: FunctionBuilder,
  size: I32,
  source: Local<I32>,
  target: Local<I32>,
  move: (vector: number) => void,
): void {
  const turn = (vectors: number) => {
    for (let vector = 0; vector < vectors; vector += 1) move(vector);
    f.increase(source, 16 * vectors);
    f.increase(target, 16 * vectors);
  };
  f.repeat(size.shiftRightUnsigned(4), () => turn(4));
  f.repeat(size.shiftRightUnsigned(2).and(3), () => turn(1));
}

/** `fetch(from, fromPitch, to, rows, size, factor)`: rows times the factor, `width` floats apart, filled up with zeros. */
export function emitFetch(module: ModuleBuilder, width: number): FunctionBuilder {
  const parameters = { from: "i32", pitch: "i32", to: "i32", rows: "i32", size: "i32", factor: "f32" } as const;
  return module.define(`fetch ${width}`, parameters, (f, { from, pitch, to, rows, size, factor }) => {
    const [source, target] = [f.local("i32", "source"), f.local("i32", "target")];
    const end = f.local("i32", "end");
    const factors = f.local("f32x4", "factors", F32x4.splat(factor));
    f.repeat(rows, () => {
      f.set(source, from);
      f.set(target, to);
      eachVector(f, size, source, target, (vector) =>
        f.store(target, loadF32x4(source, 16 * vector).multiply(factors), 16 * vector),
      );
      f.repeat(size.and(3), () => {
        f.store(target, loadF32(source).multiply(factor));
        f.increase(source, 4);
        f.increase(target, 4);
      });
      f.set(end, to.add(4 * width));
      f.while(target.below(end), () => {
        f.store(target, F32x4.of(0).lane(0));
        f.increase(target, 4);
      });
      f.increase(from, pitch);
      f.increase(to, 4 * width);
    });
  });
}

/** `deliver(from, to, toPitch, rows, size, factor, factors)`: rows times the factor, and times a number each, where there are such. */
export function emitDeliver(module: ModuleBuilder, width: number): FunctionBuilder {
  const parameters = {
    ...({ from: "i32", to: "i32", pitch: "i32", rows: "i32", size: "i32" } as const),
    ...({ factor: "f32", factors: "i32" } as const),
  };
  return module.define(`deliver ${width}`, parameters, (f, { from, to, pitch, rows, size, factor, factors }) => {
    const [source, target] = [f.local("i32", "source"), f.local("i32", "target")];
    const own = f.local("f32", "own", factor);
    const all = f.local("f32x4", "all");
    f.repeat(rows, () => {
      f.set(source, from);
      f.set(target, to);
      f.if(factors, () => {
        f.set(own, factor.multiply(loadF32(factors)));
        f.increase(factors, 4);
      });
      f.set(all, F32x4.splat(own));
      eachVector(f, size, source, target, (vector) =>
        f.store(target, loadF32x4(source, 16 * vector).multiply(all), 16 * vector),
      );
      f.repeat(size.and(3), () => {
        f.store(target, loadF32(source).multiply(own));
        f.increase(source, 4);
        f.increase(target, 4);
      });
      f.increase(from, 4 * width);
      f.increase(to, pitch);
    });
  });
}

/** `panels(from, to, rows)`: rows that lie `width` floats apart as columns, a panel of the tile's behind the other. */
export function emitPanels(module: ModuleBuilder, { columns }: Tile, width: number): FunctionBuilder {
  const parameters = { from: "i32", to: "i32", rows: "i32" } as const;
  return module.define(`panels ${width}`, parameters, (f, { from, to, rows }) => {
    const source = f.local("i32", "source");
    const target = f.local("i32", "target");
    const four = f.locals("f32x4", "row", 4);
    const panelBytes = 4 * columns * width;
    f.while(rows.greaterThan(0), () => {
      for (let group = 0; group < columns / 4; group += 1) {
        f.set(source, from.add(16 * width * group));
        f.set(target, to.add(16 * group));
        f.repeat(width / 4, () => {
          for (const [at, row] of four.entries()) f.set(row, loadF32x4(source, 4 * width * at));
          const turned = emitTransposed(f, four as unknown as Parameters<typeof emitTransposed>[1]);
          for (const [at, column] of turned.entries()) f.store(target, column, 4 * columns * at);
          f.increase(source, 16);
          f.increase(target, 16 * columns);
        });
      }
      f.increase(from, 4 * width * columns);
      f.increase(to, panelBytes);
      f.set(rows, rows.subtract(columns));
    });
  });
}

/** `dot(left, right, to, rows)`: what rows that lie `width` floats apart give with one another, a number a row. */
export function emitRowProducts(module: ModuleBuilder, width: number): FunctionBuilder {
  const parameters = { left: "i32", right: "i32", to: "i32", rows: "i32" } as const;
  return module.define(`row products ${width}`, parameters, (f, { left, right, to, rows }) => {
    const sum = f.local("f32x4", "sum");
    f.repeat(rows, () => {
      f.set(sum, F32x4.of(0));
      f.repeat(width / 4, () => {
        f.set(sum, sum.add(loadF32x4(left).multiply(loadF32x4(right))));
        f.increase(left, 16);
        f.increase(right, 16);
      });
      f.store(
        to,
        sum
          .lane(0)
          .add(sum.lane(1))
          .add(sum.lane(2).add(sum.lane(3))),
      );
      f.increase(to, 4);
    });
  });
}
