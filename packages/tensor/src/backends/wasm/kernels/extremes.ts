// max and min along a dimension, with the places of what they choose.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { type DType, dtypeTraits } from "../../../tensor/dtype.js";
import {
  type F32,
  F32x4,
  type FunctionBuilder,
  I32,
  type Local,
  loadF32,
  loadF64,
  loadI32,
  loadU8,
  ModuleBuilder,
} from "../assembler/index.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { mostParts } from "../threads/split.js";
import { extremeOfColumns } from "./column-extremes.js";
import { withContiguous } from "./copy.js";
import { isInParts } from "./reduction-parts.js";
import { rowLook } from "./row-extremes.js";
import { addressOf } from "./walk.js";

/** `run(input, values, indices, outer, size, inner)` over contiguous input seen as [outer, size, inner]. */
function emitExtreme(which: "max" | "min", type: DType): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { input: "i32", values: "i32", indices: "i32", outer: "i32", size: "i32", inner: "i32" } as const;
  module.define("run", parameters, (f, { input, values, indices, outer, size, inner }) => {
    const from = f.local("i32", "from");
    const index = f.local("i32", "index");
    const best = f.local("i32", "best");
    const { bytes } = dtypeTraits[type];
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

/**
 * `run(input, values, indices, rows, size)` over contiguous rows of float32: first which value it is, for four columns at a time, then
 * where it is first; so that of zeros, and of NaNs, it is the first one's bits, as of {@link emitExtreme}.
 */
function emitRowExtreme(which: "max" | "min"): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { input: "i32", values: "i32", indices: "i32", rows: "i32", size: "i32" } as const;
  module.define("run", parameters, (f, { input, values, indices, rows, size }) => {
    const find = rowPlace(f, which);
    f.repeat(rows, () => {
      const at = find(input, size);
      f.store(values, loadF32(at));
      f.store(indices, at.subtract(input).shiftRightUnsigned(2));
      f.increase(values, 4);
      f.increase(indices, 4);
      f.increase(input, size.shiftLeft(2));
    });
  });
  return module;
}

/** Elements that are looked at before it is asked whether one of them is chosen. */
const elementsOfBlock = 4096;

/** Emits what comes before all rows; then the address of what is chosen of one. */
function rowPlace(f: FunctionBuilder, which: "max" | "min"): (input: I32, size: I32) => Local<I32> {
  const { from, lanes, strange, vectors, seen, setLast, lookAtAll, findChosen } = rowLook(f, which);
  // Long rows are looked at block by block, so that it is found in one that is still in the cache.
  const [block, chosenBlock] = [f.local("i32", "block"), f.local("i32", "chosenBlock")];
  const [remaining, length] = [f.local("i32", "remainingOfRow"), f.local("i32", "lengthOfBlock")];
  const vectorsOfChosen = f.local("i32", "vectorsOfChosen");
  const most = f.local("f32x4", "most");
  return (input: I32, size: I32): Local<I32> => {
    f.set(block, input);
    f.set(remaining, size);
    f.set(most, seen(F32x4.splat(loadF32(input))));
    const choose = () => {
      f.set(chosenBlock, block);
      f.set(vectorsOfChosen, vectors);
    };
    choose();
    f.while(remaining, () => {
      f.set(length, remaining.below(elementsOfBlock).select(remaining as I32, I32.of(elementsOfBlock)));
      lookAtAll(block, length);
      f.if(
        strange.anyTrue(),
        () => {
          choose();
          f.set(remaining, 0);
        },
        () => {
          f.if(block.equals(input).or(lanes.greaterThan(most).anyTrue()), () => {
            choose();
            f.set(most, lanes);
          });
          f.increase(block, length.shiftLeft(2));
          f.set(remaining, remaining.subtract(length));
        },
      );
    });
    f.set(lanes, most);
    setLast(chosenBlock, vectorsOfChosen);
    findChosen(chosenBlock);
    return from;
  };
}

/** Two locals, what is looked at and what was chosen so far, of a dtype. */
function choiceOf(f: FunctionBuilder, which: "max" | "min", type: DType) {
  if (type === "float32" || type === "float64") {
    const isDouble = type === "float64";
    const local = (name: string) => f.local(isDouble ? "f64" : "f32", name) as Local<F32>;
    const [value, chosen] = [local("value"), local("chosen")];
    const load = (isDouble ? loadF64 : loadF32) as typeof loadF32;
    return {
      take: (from: I32) => f.set(value, load(from)),
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

/**
 * `run(places, chosen, rows, parts, length)`: of each row the place within the part that was chosen becomes that within the row, which is put
 * where the number of the part stands.
 */
function emitPlaceInRow(): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { places: "i32", chosen: "i32", rows: "i32", parts: "i32", length: "i32" } as const;
  module.define("run", parameters, (f, { places, chosen, rows, parts, length }) => {
    const part = f.local("i32", "part");
    f.repeat(rows, () => {
      f.set(part, loadI32(chosen));
      f.store(chosen, loadI32(places.add(part.shiftLeft(2))).add(part.multiply(length)));
      f.increase(chosen, 4);
      f.increase(places, parts.shiftLeft(2));
    });
  });
  return module;
}

/** @__NO_SIDE_EFFECTS__ */
function extremeOf<K extends "max" | "min">(which: K, type: DType): KernelFunction<K> {
  const { bytes } = dtypeTraits[type];
  const columns = (runtime: Runtime) => runtime.kernel(`${which} ${type}`, () => emitExtreme(which, type));
  const rows = (runtime: Runtime) =>
    type === "float32" ? runtime.kernel(`${which} of rows`, () => emitRowExtreme(which)) : columns(runtime);
  /** A call over rows, of which {@link emitExtreme} is told that they are of neighbours. */
  const ofRows = (runtime: Runtime, addresses: readonly number[], count: number, size: number) =>
    runtime.call(rows(runtime), "run", ...addresses, count, size, ...(type === "float32" ? [] : [1]));
  const nanoseconds = type === "float32" ? 0.4 : 1.5;

  /** A few long rows: in parts that threads share, of each what is chosen, and then of the parts. */
  const inParts = (runtime: Runtime, input: number, values: number, indices: number, count: number, size: number) => {
    const length = 16 * Math.ceil(size / mostParts / 16);
    const parts = Math.ceil(size / length);
    runtime.withScratch((bytes + 4) * count * parts, (found) => {
      const places = found + bytes * count * parts;
      runtime.parallel(nanoseconds * count * size, () => {
        for (let at = 0; at < count * parts; at += 1) {
          const first = (at % parts) * length;
          const from = input + bytes * (Math.floor(at / parts) * size + first);
          const own = [from, found + bytes * at, places + 4 * at];
          runtime.task(() => ofRows(runtime, own, 1, Math.min(length, size - first)));
        }
      });
      ofRows(runtime, [found, values, indices], count, parts);
      const placeInRow = runtime.kernel("place in row", emitPlaceInRow);
      runtime.call(placeInRow, "run", places, indices, count, parts, length);
    });
  };

  return ([first], [values, indices], { dim }) => {
    const input = first as Operand;
    const runtime = runtimeOf(input);
    const [outer, size, inner] = around(input.shape, dim);
    const [valuesAt, indicesAt] = [addressOf(values!), addressOf(indices!)];
    withContiguous(input, (address) => {
      if (inner === 1 && isInParts(outer, outer * size))
        return inParts(runtime, address, valuesAt, indicesAt, outer, size);
      if (inner >= 4 && type === "float32")
        return extremeOfColumns(runtime, which, [address, valuesAt, indicesAt], [outer, size, inner]);
      const isOfRows = inner === 1;
      runtime.spread(outer, (isOfRows ? nanoseconds : 1.5) * outer * size * inner, (begin, end) => {
        const results = [valuesAt + bytes * begin * inner, indicesAt + 4 * begin * inner];
        const from = address + bytes * begin * size * inner;
        if (isOfRows) ofRows(runtime, [from, ...results], end - begin, size);
        else runtime.call(columns(runtime), "run", from, ...results, end - begin, size, inner);
      });
    });
  };
}

/** @__NO_SIDE_EFFECTS__ */
function ofEach<K extends "max" | "min">(which: K) {
  return {
    float32: extremeOf(which, "float32"),
    float64: extremeOf(which, "float64"),
    int32: extremeOf(which, "int32"),
    uint8: extremeOf(which, "uint8"),
    bool: extremeOf(which, "bool"),
  };
}

export const max = ofEach("max");
export const min = ofEach("min");
