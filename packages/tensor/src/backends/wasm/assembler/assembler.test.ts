// Emits small functions, runs them, and compares with the same arithmetic in TypeScript.

import { describe, expect, it } from "vitest";
import { signed, unsigned } from "./encoding.js";
import {
  F32,
  F32x4,
  F64,
  F64x2,
  type FunctionBuilder,
  I8x16,
  I32,
  I32x4,
  I64,
  loadF32,
  loadF32x4,
  loadF32x4Lane,
  loadF32x4Low,
  loadF32x4Splat,
  loadI8x16Splat,
  loadI32,
  loadI32x4,
  loadU8,
  ModuleBuilder,
  type Value,
} from "./index.js";

function instantiate(module: ModuleBuilder): {
  call: (name: string, ...values: number[]) => void;
  buffer: ArrayBuffer;
} {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes()), { engine: { memory } });
  const functions = instance.exports as Record<string, (...values: number[]) => void>;
  return { call: (name, ...values) => functions[name]?.(...values), buffer: memory.buffer };
}

/** Stores what `expressions` give at address 0, 16, 32 … and returns the memory. Inputs lie at 1024 and beyond. */
function evaluate(
  inputs: ArrayLike<number> & ArrayBufferView,
  emit: (f: FunctionBuilder) => readonly (Value & Parameters<FunctionBuilder["store"]>[1])[],
): ArrayBuffer {
  const module = new ModuleBuilder();
  module.define("run", {}, (f) => {
    for (const [i, value] of emit(f).entries()) f.store(I32.of(0), value, 16 * i);
  });
  const { call, buffer } = instantiate(module);
  new Uint8Array(buffer, 1024).set(new Uint8Array(inputs.buffer, inputs.byteOffset, inputs.byteLength));
  call("run");
  return buffer;
}

const at = I32.of(1024);

describe("encoding", () => {
  it("writes integers in LEB128", () => {
    expect([0, 127, 128, 624485, 2 ** 32 - 1].map(unsigned)).toEqual([
      [0],
      [127],
      [128, 1],
      [0xe5, 0x8e, 0x26],
      [255, 255, 255, 255, 15],
    ]);
    expect([0, 63, 64, -64, -65, -123456].map(signed)).toEqual([
      [0],
      [63],
      [0xc0, 0],
      [0x40],
      [0xbf, 0x7f],
      [0xc0, 0xbb, 0x78],
    ]);
  });
});

describe("integers", () => {
  it("compute, compare and choose", () => {
    const [a, b] = [loadI32(at), loadI32(at, 4)];
    const buffer = evaluate(Int32Array.of(-7, 3), () => [
      a.add(b),
      a.subtract(b),
      a.multiply(b),
      a.and(b),
      a.or(b),
      a.shiftLeft(2),
      a.shiftRightUnsigned(28),
      b.divideUnsigned(2),
      a.lessThan(b),
      a.below(b),
      a.atMost(b),
      a.greaterThan(b),
      a.atLeast(b),
      a.equals(b),
      a.notEquals(b),
      b.isZero(),
      a.lessThan(b).select(a, b),
      a.shiftLeft(5).countTrailingZeros(),
    ]);
    const results = [...new Int32Array(buffer, 0, 4 * 18)].filter((_, i) => i % 4 === 0);
    expect(results).toEqual([-4, -10, -21, 1, -5, -28, 15, 1, 1, 0, 1, 0, 0, 0, 1, 0, -7, 5]);
  });
});

it("integers of 64 bits are made of words, and divided", () => {
  const [low, high] = [loadI32(at), loadI32(at, 4)];
  const whole = I64.ofWords(low, high);
  const buffer = evaluate(Int32Array.of(-7, 3), (f) => {
    const range = f.local("i64", "range", I64.ofWords(I32.of(1), I32.of(2 ** 21)));
    const odd = f.local("i64", "odd", I64.ofWords(I32.of(-1), I32.of(-1)).remainderUnsigned(range));
    return [whole.toF64(), low.toI64().toF64(), whole.add(whole).toI32(), odd.toF64(), I64.ofWords(low, low).toF64()];
  });
  const number = (row: number) => new Float64Array(buffer, 16 * row, 1)[0];
  expect([0, 1, 3, 4].map(number)).toEqual([
    3 * 2 ** 32 + (2 ** 32 - 7),
    2 ** 32 - 7,
    Number((2n ** 64n - 1n) % (2n ** 53n + 1n)),
    -7 * 2 ** 32 + (2 ** 32 - 7),
  ]);
  expect(new Int32Array(buffer, 32, 1)[0]).toBe(-14);
});

describe("floats", () => {
  it("compute and compare", () => {
    const [a, b] = [loadF32(at), loadF32(at, 4)];
    const buffer = evaluate(Float32Array.of(1.5, -4), () => [
      a.add(b),
      a.subtract(b),
      a.multiply(b),
      b.divide(a),
      a.max(b),
      a.toF64().add(0.25).toF32(),
      I32.of(-3).toF32(),
      F32.of(0.1),
    ]);
    const results = [...new Float32Array(buffer, 0, 4 * 8)].filter((_, i) => i % 4 === 0);
    expect(results).toEqual([-2.5, 5.5, -6, Math.fround(-4 / 1.5), 1.5, 1.75, -3, Math.fround(0.1)]);
  });
});

describe("vectors", () => {
  const inputs = Float32Array.of(1, -2, Number.NaN, 4, 0.5, -2, 3, 2.5);
  const [a, b] = [loadF32x4(at), loadF32x4(at, 16)];

  it("compute with floats, lane by lane", () => {
    const buffer = evaluate(inputs, () => [
      a.add(b),
      a.multiply(b),
      a.max(b),
      a.min(b),
      b.nearest(),
      b.negate(),
      a.shuffle(b, [0, 4, 3, 7]),
      F32x4.of(2).squareRoot(),
    ]);
    const rows = Array.from({ length: 8 }, (_, i) => [...new Float32Array(buffer, 16 * i, 4)]);
    const root = Math.fround(Math.SQRT2);
    expect(rows).toEqual([
      [1.5, -4, Number.NaN, 6.5],
      [0.5, 4, Number.NaN, 10],
      [1, -2, Number.NaN, 4],
      [0.5, -2, Number.NaN, 2.5],
      [0, -2, 3, 2],
      [-0.5, 2, -3, -2.5],
      [1, 0.5, 4, 2.5],
      [root, root, root, root],
    ]);
  });

  it("compare, choose and convert", () => {
    const buffer = evaluate(inputs, () => [
      a.greaterThan(b),
      a.greaterThan(b).select(a, b).toI32x4(),
      b.toI32x4().toF32x4().toI32x4(),
      I32x4.constant(1, 2, 3, 4).multiply(-3).shiftRight(1),
      I32x4.of(5).not().negate(),
      I32x4.constant(1, 258, 3, 4).and(0xff).packBytes(),
    ]);
    const rows = Array.from({ length: 5 }, (_, i) => [...new Int32Array(buffer, 16 * i, 4)]);
    expect(rows).toEqual([
      [-1, 0, 0, -1],
      [1, -2, 3, 4],
      [0, -2, 3, 2],
      [-2, -3, -5, -6],
      [6, 6, 6, 6],
    ]);
    expect([...new Uint8Array(buffer, 80, 4)]).toEqual([1, 2, 3, 4]);
  });

  it("load lanes, splats and bytes", () => {
    const buffer = evaluate(inputs, () => [
      loadF32x4Splat(at, 12),
      loadF32x4Low(at, 4),
      loadF32x4Lane(at, b, 2),
      loadI32x4(at).equals(loadI32x4(at)).allTrue(),
      I32x4.splat(loadU8(at, 3)).withLane(1, I32.of(9)),
      loadI32x4(at).lessThan(0).bitmask(),
    ]);
    expect([...new Float32Array(buffer, 0, 12)]).toEqual([4, 4, 4, 4, -2, 0, 0, 0, 0.5, -2, 1, 2.5]);
    expect(new Int32Array(buffer, 48, 1)[0]).toBe(1);
    expect([...new Int32Array(buffer, 64, 4)]).toEqual([63, 9, 63, 63]);
    expect(new Int32Array(buffer, 80, 1)[0]).toBe(2);
  });
});

describe("bytes and doubles", () => {
  it("compute with sixteen bytes, unsigned and wrapping", () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, i) => (i * 37 + 5) & 0xff);
    const [a, b] = [I8x16.read(loadI32x4(at)), I8x16.read(loadI32x4(at, 16))];
    const all: readonly (readonly [I8x16, (x: number, y: number) => number])[] = [
      [a.add(b), (x, y) => x + y],
      [a.subtract(b), (x, y) => x - y],
      [a.multiply(b), (x, y) => x * y],
      [a.min(b), Math.min],
      [a.max(b), Math.max],
      [a.negate(), (x) => -x],
      [a.not(), (x) => ~x],
      [a.and(b).or(1), (x, y) => (x & y) | 1],
      [a.equals(b), (x, y) => -Number(x === y)],
      [a.notEquals(b), (x, y) => -Number(x !== y)],
      [a.lessThan(b), (x, y) => -Number(x < y)],
      [a.greaterThan(b), (x, y) => -Number(x > y)],
      [a.atMost(b), (x, y) => -Number(x <= y)],
      [a.atLeast(b), (x, y) => -Number(x >= y)],
      [a.lessThan(b).select(a, b), Math.min],
      [loadI8x16Splat(I32.of(1024 + 3)), () => bytes[3]!],
    ];
    const buffer = evaluate(bytes, () => all.map(([value]) => value));
    for (const [row, [, wanted]] of all.entries()) {
      const expected = Array.from({ length: 16 }, (_, i) => wanted(bytes[i]!, bytes[i + 16]!) & 0xff);
      expect([...new Uint8Array(buffer, 16 * row, 16)]).toEqual(expected);
    }
  });

  it("compute with two doubles and their bits", () => {
    const [a, b] = [loadF32x4(at).lowToF64x2(), loadF32x4(at, 8).lowToF64x2()];
    const buffer = evaluate(Float32Array.of(1.5, -4, 0.1, Number.NaN, 0, 0), () => [
      a.subtract(b),
      a.multiply(b),
      a.divide(3),
      a.replaceBelow(0).replaceAbove(1),
      b.replaceBelow(1).replaceAbove(2),
      a
        .asI64x2()
        .add(I32x4.constant(1, 0, 1, 0).asI64x2().shiftLeft(52))
        .asF64x2(),
      F64x2.splat(F64.of(0.1)).add(F64x2.of(0.2)),
      a.squareRoot(),
    ]);
    const tenth = Math.fround(0.1);
    const rows = Array.from({ length: 8 }, (_, i) => [...new Float64Array(buffer, 16 * i, 2)]);
    expect(rows).toEqual([
      [1.5 - tenth, Number.NaN],
      [1.5 * tenth, Number.NaN],
      [0.5, -4 / 3],
      [1, 0],
      [1, Number.NaN],
      [3, -8],
      [0.1 + 0.2, 0.1 + 0.2],
      [Math.sqrt(1.5), Number.NaN],
    ]);
  });
});

it("has 0 and −0 as two constants", () => {
  const buffer = evaluate(Float32Array.of(0), (f) => [f.constant("f64x2", 0), f.constant("f64x2", -0)]);
  expect([...new Float64Array(buffer, 0, 4)]).toEqual([0, 0, -0, -0]);
});

describe("control", () => {
  it("loops, branches, calls and clears", () => {
    const module = new ModuleBuilder();
    const square = module.define("square", { target: "i32", value: "i32" }, (f, { target, value }) =>
      f.store(target, value.multiply(value)),
    );
    // The squares of the odd numbers below `count`, minus one for each even one; nothing where the count is 0.
    module.define("run", { target: "i32", count: "i32" }, (f, { target, count }) => {
      const i = f.local("i32", "i");
      f.clear(target, count.shiftLeft(2));
      f.while(i.lessThan(count), () => {
        f.if(
          i.and(1),
          () => f.call(square, target, i),
          () => f.storeByte(target, I32.of(-1)),
        );
        f.increase(i, 1);
        f.increase(target, 4);
      });
      f.repeat(count, () => f.set(i, i.subtract(1)));
      f.store(target, i);
    });
    const { call, buffer } = instantiate(module);
    new Int32Array(buffer).fill(7);
    call("run", 0, 4);
    expect([...new Int32Array(buffer, 0, 6)]).toEqual([255, 1, 255, 9, 0, 7]);
    call("run", 64, 0);
    expect([...new Int32Array(buffer, 64, 2)]).toEqual([0, 7]);
  });

  it("puts statements of neighbours side by side, the last one's first", () => {
    const module = new ModuleBuilder();
    module.define("run", {}, (f) => {
      const sums = f.locals("f32x4", "sum", 2);
      f.abreast(2, (neighbour) => {
        f.set(sums[neighbour]!, loadF32x4(at, 16 * neighbour).add(f.constant("f32x4", 0.5)));
        f.store(I32.of(0), sums[neighbour]!, 16 * neighbour);
        // All write to one place: the first neighbour is the last to do so.
        f.store(I32.of(32), sums[neighbour]!);
      });
      f.store(I32.of(48), f.constant("i32x4", 3));
    });
    const { call, buffer } = instantiate(module);
    new Float32Array(buffer, 1024).set([1, 2, 3, 4, 5, 6, 7, 8]);
    call("run");
    expect([...new Float32Array(buffer, 0, 12)]).toEqual([1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 1.5, 2.5, 3.5, 4.5]);
    expect([...new Int32Array(buffer, 48, 4)]).toEqual([3, 3, 3, 3]);
  });

  it("refuses neighbours that are not alike", () => {
    const module = new ModuleBuilder();
    expect(() =>
      module.define("run", {}, (f) =>
        f.abreast(2, (neighbour) => {
          for (let times = 0; times <= neighbour; times += 1) f.store(I32.of(0), I32.of(1));
        }),
      ),
    ).toThrowErrorMatchingInlineSnapshot("[TypeError: statements that go abreast are not alike]");
  });
});
