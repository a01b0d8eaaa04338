// uniform, randint and randperm: PyTorch's streams bit for bit, as random/distributions.ts draws them one by one. What is strided,
// or of two words an integer, stays the reference's. Doubles are double-random.ts's.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import {
  randint as referenceRandint,
  randperm as referenceRandperm,
  uniform as referenceUniform,
} from "../../reference/random.js";
import { uniformOfDoubles } from "../additions/dtypes.js";
import {
  type F32x4,
  F64x2,
  type FunctionBuilder,
  type I32,
  type I32x4,
  type Lane,
  type Local,
  loadI32,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { type ElementType, elementAccess } from "./elements.js";
import { emitFused } from "./fused.js";
import { drawInChunks, emitChunk, emitTemper } from "./twister.js";
import { addressOf } from "./walk.js";

/** The low 24 bits of each word. */
export function emitWhole(f: FunctionBuilder, words: I32x4): I32x4 {
  return emitTemper(f, words).and(f.constant("i32x4", 0xffffff));
}

/** A number in [0, 1) of them. */
export function emitUnit(f: FunctionBuilder, words: I32x4): F32x4 {
  return emitWhole(f, words)
    .toF32x4()
    .multiply(f.constant("f32x4", 2 ** -24));
}

/** Four elements a turn; the last may be a part of four, of which `store` is told how many there are. */
function emitFours(
  f: FunctionBuilder,
  words: Local<I32>,
  elements: I32,
  store: (words: I32x4, remaining: Local<I32> | null) => void,
): void {
  f.repeat(elements.shiftRightUnsigned(2), () => {
    store(loadI32x4(words), null);
    f.increase(words, 16);
  });
  const rest = f.local("i32", "rest", elements.and(3));
  f.if(rest, () => store(loadI32x4(words), rest));
}

const lanes: readonly Lane[] = [0, 1, 2, 3];

const uniformParameters = { output: "i32", elements: "i32", from: "f32", range: "f32" } as const;

/** With `scaled` x · range + from, as by a fused multiply-add. */
function emitUniform(scaled: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...uniformParameters }, (f, p) => {
    const { words, output, elements } = p;
    const value = f.local("f32x4", "value");
    const range = f.local("f64x2", "ranges", F64x2.splat(p.range.toF64()));
    const from = f.local("f64x2", "froms", F64x2.splat(p.from.toF64()));
    emitFours(f, words, elements, (four, remaining) => {
      f.set(value, emitUnit(f, four));
      if (scaled) {
        const low = f.local("f64x2", "low", emitFused(f, value.lowToF64x2(), range, from));
        const high = f.local("f64x2", "high", emitFused(f, value.highHalf().lowToF64x2(), range, from));
        f.set(value, low.toF32x4().shuffle(high.toF32x4(), [0, 1, 4, 5]));
      }
      if (remaining === null) {
        f.store(output, value);
        f.increase(output, 16);
      } else
        for (const lane of lanes) f.if(remaining.greaterThan(lane), () => f.storeLane(output, value, lane, 4 * lane));
    });
  });
  emitChunk(module, draw, uniformParameters);
  return module;
}

const uniformFloat32: KernelFunction<"uniform"> = (inputs, outputs, attributes) => {
  const output = outputs[0] as Operand;
  if (!isContiguous(output)) return referenceUniform(inputs, outputs, attributes);
  const runtime = runtimeOf(output);
  const { generator, from, to } = attributes;
  const [start, range] = [Math.fround(from), Math.fround(Math.fround(to) - Math.fround(from))];
  const scaled = start !== 0 || range !== 1;
  drawInChunks(
    runtime,
    runtime.kernel(`uniform ${scaled}`, () => emitUniform(scaled)),
    {
      ...{ engine: generator.engine, count: numberOfElements(output.shape), wordsOfElement: 1, nanoseconds: 2 },
      valuesOf: (first, elements) => [addressOf(output) + 4 * first, elements, start, range],
    },
  );
};

const randintParameters = { output: "i32", elements: "i32", range: "i32", low: "i32" } as const;

/** The remainder of one word each. */
function emitRandint(type: ElementType): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes } = elementAccess[type];
  const draw = module.define("draw", { words: "i32", ...randintParameters }, (f, p) => {
    const { words, output, elements, range, low } = p;
    const tempered = f.local("i32x4", "temperedWords");
    const store = (lane: Lane) => {
      const drawn = tempered.lane(lane).remainderUnsigned(range);
      if (type === "float32") f.store(output, drawn.toF64().add(low.toF64()).toF32(), 4 * lane);
      else if (type === "int32") f.store(output, drawn.add(low), 4 * lane);
      else f.storeByte(output, drawn.add(low), lane);
    };
    emitFours(f, words, elements, (four, remaining) => {
      f.set(tempered, emitTemper(f, four));
      for (const lane of lanes) {
        if (remaining === null) store(lane);
        else f.if(remaining.greaterThan(lane), () => store(lane));
      }
      f.increase(output, 4 * bytes);
    });
  });
  emitChunk(module, draw, randintParameters);
  return module;
}

/** @__NO_SIDE_EFFECTS__ */
function randintOf(type: ElementType): KernelFunction<"randint"> {
  const { bytes } = elementAccess[type];
  return (inputs, outputs, attributes) => {
    const output = outputs[0] as Operand;
    const { low, high } = attributes;
    const isPlain = isContiguous(output) && high - low < 2 ** 28 && low >= -(2 ** 31) && high <= 2 ** 31;
    if (!isPlain) return referenceRandint(inputs, outputs, attributes);
    const runtime = runtimeOf(output);
    drawInChunks(
      runtime,
      runtime.kernel(`randint ${type}`, () => emitRandint(type)),
      {
        ...{
          engine: attributes.generator.engine,
          count: numberOfElements(output.shape),
          wordsOfElement: 1,
          nanoseconds: 4,
        },
        valuesOf: (first, elements) => [addressOf(output) + bytes * first, elements, high - low, low],
      },
    );
  };
}

const swapParameters = { element: "i32", elements: "i32", remaining: "i32" } as const;

/** Swaps each element with one at or behind it, of `remaining` that there are from the first on; and writes what is swapped, before. */
function emitRandperm(type: "int32" | "float32"): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("count", { output: "i32", elements: "i32" }, (f, { output, elements }) => {
    const at = f.local("i32", "at");
    f.repeat(elements, () => {
      if (type === "int32") f.store(output, at);
      else f.store(output, at.toF32());
      f.increase(output, 4);
      f.increase(at, 1);
    });
  });
  const draw = module.define("draw", { words: "i32", ...swapParameters }, (f, p) => {
    const { words, element, elements, remaining } = p;
    const [word, other, value] = [f.local("i32", "word", words), f.local("i32", "other"), f.local("i32", "value")];
    f.repeat(elements.add(3).shiftRightUnsigned(2), () => {
      f.store(word, emitTemper(f, loadI32x4(word)));
      f.increase(word, 16);
    });
    f.repeat(elements, () => {
      f.set(other, element.add(loadI32(words).remainderUnsigned(remaining).shiftLeft(2)));
      f.set(value, loadI32(element));
      f.store(element, loadI32(other));
      f.store(other, value);
      f.increase(words, 4);
      f.increase(element, 4);
      f.set(remaining, remaining.subtract(1));
    });
  });
  emitChunk(module, draw, swapParameters);
  return module;
}

/** @__NO_SIDE_EFFECTS__ */
function randpermOf(type: "int32" | "float32"): KernelFunction<"randperm"> {
  return (inputs, outputs, attributes) => {
    const output = outputs[0] as Operand;
    const count = numberOfElements(output.shape);
    if (!isContiguous(output) || count < 2) return referenceRandperm(inputs, outputs, attributes);
    const runtime = runtimeOf(output);
    const kernel = runtime.kernel(`randperm ${type}`, () => emitRandperm(type));
    const address = addressOf(output);
    runtime.call(kernel, "count", address, count);
    drawInChunks(runtime, kernel, {
      ...{ engine: attributes.generator.engine, count: count - 1, wordsOfElement: 1, nanoseconds: 0 },
      valuesOf: (first, elements) => [address + 4 * first, elements, count - first],
    });
  };
}

export const uniform = { float32: uniformFloat32, float64: uniformOfDoubles };
export const randint = {
  float32: randintOf("float32"),
  int32: randintOf("int32"),
  uint8: randintOf("uint8"),
  bool: randintOf("bool"),
};
export const randperm = { float32: randpermOf("float32"), int32: randpermOf("int32") };
