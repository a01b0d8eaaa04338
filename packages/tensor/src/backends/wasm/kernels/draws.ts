// uniform, randint and randperm: PyTorch's streams bit for bit, as random/distributions.ts draws them one by one. What is
// strided stays the reference's. Uniform doubles are double-random.ts's.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import type { Mt19937 } from "../../../random/mt19937.js";
import { type DType, dtypeTraits } from "../../../tensor/dtype.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import {
  randint as referenceRandint,
  randperm as referenceRandperm,
  uniform as referenceUniform,
} from "../../reference/random.js";
import { uniformOfDoubles } from "../additions/dtypes.js";
import {
  type F32x4,
  type F64,
  F64x2,
  type FunctionBuilder,
  type I32,
  type I32x4,
  I64,
  type Lane,
  type Local,
  loadF64,
  loadI32,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
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

/** The elements of four words a turn; the last may be fewer, and `store` is told how many there are. */
function emitFours(
  f: FunctionBuilder,
  words: Local<I32>,
  elements: I32,
  elementsOfFour: number,
  store: (words: I32x4, remaining: Local<I32> | null) => void,
): void {
  f.repeat(elements.shiftRightUnsigned(Math.log2(elementsOfFour)), () => {
    store(loadI32x4(words), null);
    f.increase(words, 16);
  });
  const rest = f.local("i32", "rest", elements.and(elementsOfFour - 1));
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
    emitFours(f, words, elements, 4, (four, remaining) => {
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

/** The range and the lowest integer have 64 bits, in two words each. */
const randintParameters = {
  ...({ output: "i32", elements: "i32" } as const),
  ...({ rangeLow: "i32", rangeHigh: "i32", lowLow: "i32", lowHigh: "i32" } as const),
} as const;

type WordsOfElement = 1 | 2;

/** The remainder of one word each, or of two. */
function emitRandint(type: DType, wordsOfElement: WordsOfElement): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes } = dtypeTraits[type];
  const draw = module.define("draw", { words: "i32", ...randintParameters }, (f, p) => {
    const { words, output, elements } = p;
    const tempered = f.local("i32x4", "temperedWords");
    const range = f.local("i64", "range", I64.ofWords(p.rangeLow, p.rangeHigh));
    const low = f.local("i64", "low", I64.ofWords(p.lowLow, p.lowHigh));
    const drawn = (at: number): I64 => {
      if (wordsOfElement === 1)
        return tempered
          .lane(at as Lane)
          .remainderUnsigned(p.rangeLow)
          .toI64();
      return I64.ofWords(tempered.lane((2 * at + 1) as Lane), tempered.lane((2 * at) as Lane)).remainderUnsigned(range);
    };
    const store = (at: number) => {
      const value = drawn(at).add(low);
      if (type === "float64") f.store(output, value.toF64(), bytes * at);
      else if (type === "float32") f.store(output, value.toF64().toF32(), bytes * at);
      else if (type === "int32") f.store(output, value.toI32(), bytes * at);
      else f.storeByte(output, value.toI32(), at);
    };
    const elementsOfFour = 4 / wordsOfElement;
    emitFours(f, words, elements, elementsOfFour, (four, remaining) => {
      f.set(tempered, emitTemper(f, four));
      for (let at = 0; at < elementsOfFour; at++) {
        if (remaining === null) store(at);
        else f.if(remaining.greaterThan(at), () => store(at));
      }
      f.increase(output, elementsOfFour * bytes);
    });
  });
  emitChunk(module, draw, randintParameters);
  return module;
}

interface Integers {
  readonly engine: Mt19937;
  readonly low: bigint;
  /** How many integers there are, from the lowest on. */
  readonly range: bigint;
  readonly wordsOfElement: WordsOfElement;
}

/** Fills a contiguous tensor with integers of `low` and up. */
export function drawIntegers(output: Operand, { engine, low, range, wordsOfElement }: Integers): void {
  const { dtype } = output;
  const runtime = runtimeOf(output);
  const wordsOf = (value: bigint) => [Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n))];
  drawInChunks(
    runtime,
    runtime.kernel(`randint ${dtype} ${wordsOfElement}`, () => emitRandint(dtype, wordsOfElement)),
    {
      ...{ engine, count: numberOfElements(output.shape), wordsOfElement, nanoseconds: 2 + 2 * wordsOfElement },
      valuesOf: (first, elements) => [
        addressOf(output) + dtypeTraits[dtype].bytes * first,
        elements,
        ...wordsOf(range),
        ...wordsOf(low),
      ],
    },
  );
}

const randintContiguous: KernelFunction<"randint"> = (inputs, outputs, attributes) => {
  const output = outputs[0] as Operand;
  if (!isContiguous(output)) return referenceRandint(inputs, outputs, attributes);
  const { generator, low, high } = attributes;
  const wordsOfElement = high - low < 2 ** 28 ? 1 : 2;
  const range = BigInt(high) - BigInt(low);
  drawIntegers(output, { engine: generator.engine, low: BigInt(low), range, wordsOfElement });
};

const swapParameters = { element: "i32", elements: "i32", remaining: "i32" } as const;

/** What randperm's kernels swap: integers, or floats as their bits. */
const permuted = {
  int32: { kind: "i32", load: loadI32, ofIndex: (index: I32) => index },
  float32: { kind: "i32", load: loadI32, ofIndex: (index: I32) => index.toF32() },
  float64: { kind: "f64", load: loadF64, ofIndex: (index: I32) => index.toF64() },
} as const;

type Permuted = keyof typeof permuted;

/** Swaps each element with one at or behind it, of `remaining` that there are from the first on; and writes what is swapped, before. */
function emitRandperm(type: Permuted): ModuleBuilder {
  const module = new ModuleBuilder();
  const { kind, load, ofIndex } = permuted[type];
  const { bytes } = dtypeTraits[type];
  module.define("count", { output: "i32", elements: "i32" }, (f, { output, elements }) => {
    const at = f.local("i32", "at");
    f.repeat(elements, () => {
      f.store(output, ofIndex(at));
      f.increase(output, bytes);
      f.increase(at, 1);
    });
  });
  const draw = module.define("draw", { words: "i32", ...swapParameters }, (f, p) => {
    const { words, element, elements, remaining } = p;
    const [word, other] = [f.local("i32", "word", words), f.local("i32", "other")];
    const value: Local<I32 | F64> = f.local(kind, "value");
    f.repeat(elements.add(3).shiftRightUnsigned(2), () => {
      f.store(word, emitTemper(f, loadI32x4(word)));
      f.increase(word, 16);
    });
    f.repeat(elements, () => {
      f.set(other, element.add(loadI32(words).remainderUnsigned(remaining).shiftLeft(Math.log2(bytes))));
      f.set(value, load(element));
      f.store(element, load(other));
      f.store(other, value);
      f.increase(words, 4);
      f.increase(element, bytes);
      f.set(remaining, remaining.subtract(1));
    });
  });
  emitChunk(module, draw, swapParameters);
  return module;
}

/** @__NO_SIDE_EFFECTS__ */
function randpermOf(type: Permuted): KernelFunction<"randperm"> {
  const { bytes } = dtypeTraits[type];
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
      valuesOf: (first, elements) => [address + bytes * first, elements, count - first],
    });
  };
}

export const uniform = { float32: uniformFloat32, float64: uniformOfDoubles };
export const randint = {
  float32: randintContiguous,
  float64: randintContiguous,
  int32: randintContiguous,
  uint8: randintContiguous,
  bool: randintContiguous,
};
export const randperm = {
  float32: randpermOf("float32"),
  float64: randpermOf("float64"),
  int32: randpermOf("int32"),
};
