// Bernoulli draws, the masks of dropout: PyTorch's stream bit for bit, four elements at a time. The scalar version of the
// same arithmetic is random/mt19937.ts with random/distributions.ts; tests hold this one to it.
//
// The twister's state is laid at the head of a linear window of words, W[i + 624] = W[i + 397] ^ mix(W[i], W[i + 1]), so
// that the stream goes on behind it without wrapping. An element takes two words, 21 + 32 bits of a number that is
// compared with p; the second word is tempered only where the first does not decide, once in two million times.
//
// Threads take chunks in turn: each waits for the state that the chunk before it leaves, twists its own window, leaves the
// next state, and only then draws. Tasks are claimed in their order, so whoever is waited for is at work.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { probabilityWords } from "../../../random/distributions.js";
import { type Mt19937, stateWords, tempering, twisting } from "../../../random/mt19937.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { bernoulli as referenceBernoulli } from "../../reference/random.js";
import {
  F32x4,
  type FunctionBuilder,
  I32x4,
  loadF32x4,
  loadF32x4Splat,
  loadI32Atomic,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { type ElementType, elementAccess } from "./elements.js";
import { addressOf } from "./walk.js";

/** States after the first that a chunk's window has room for: with it, 42 kB, which the innermost cache holds. */
const blocksOfChunk = 16;
const elementsOfChunk = (blocksOfChunk * stateWords) / 2;
const stateBytes = 4 * stateWords;
/** What the vectors of the last elements read beyond the window's end. */
const slackBytes = 64;
/** Chunks of one job: fewer than there may be tasks. */
const chunksOfJob = 250;
/** About what an element takes. */
const nanosecondsOfElement = 1.2;

/** Vectors that a turn of a loop makes: more than one, so that they overlap in time. */
const unroll = 4;

/** Appends to the window: `extend(first of 624 words, words to append)`, a multiple of sixteen. */
function emitExtend(module: ModuleBuilder): FunctionBuilder {
  return module.define("extend", { words: "i32", count: "i32" }, (f, { words, count }) => {
    const low = f.local("i32x4", "low");
    const upperMask = f.local("i32x4", "upperMask", I32x4.of(twisting.upperMask));
    const matrix = f.local("i32x4", "matrix", I32x4.of(twisting.matrix));
    f.repeat(count.shiftRightUnsigned(4), () => {
      for (let offset = 0; offset < 16 * unroll; offset += 16) {
        f.set(low, loadI32x4(words, offset + 4));
        const mixed = upperMask.select(loadI32x4(words, offset), low as I32x4).shiftRightUnsigned(1);
        const twisted = loadI32x4(words, offset + 4 * twisting.shiftWords)
          .xor(mixed)
          .xor(low.shiftLeft(31).shiftRight(31).and(matrix));
        f.store(words, twisted, offset + stateBytes);
      }
      f.increase(words, 16 * unroll);
    });
  });
}

function emitTemper(f: FunctionBuilder, word: I32x4): I32x4 {
  const value = f.local("i32x4", "tempered", word);
  f.set(value, value.xor(value.shiftRightUnsigned(11)));
  f.set(value, value.xor(value.shiftLeft(7).and(f.constant("i32x4", tempering.mask7))));
  f.set(value, value.xor(value.shiftLeft(15).and(f.constant("i32x4", tempering.mask15))));
  return value.xor(value.shiftRightUnsigned(18));
}

/** What is made of the draws: zeros and ones of a dtype, or bytes and a float input times them. */
type Drawn = ElementType | "dropout";

const drawParameters = {
  words: "i32",
  output: "i32",
  elements: "i32",
  highLimit: "i32",
  lowLimit: "i32",
  input: "i32",
  result: "i32",
  scale: "f32",
} as const;

/**
 * `draw(…)`: ones where a pair of words, as a number, is below (high, low). For dropout also
 * result = input · (one ? scale : 0), a true product: 0 · ∞ is NaN.
 */
function emitDraw(module: ModuleBuilder, drawn: Drawn): FunctionBuilder {
  const type = drawn === "dropout" ? "bool" : drawn;
  return module.define("draw", drawParameters, (f, p) => {
    const { words, output, elements, highLimit, lowLimit, input, result } = p;
    const { bytes, storeFour, storeOne } = elementAccess[type];
    const high = f.local("i32x4", "high");
    const below = f.locals("i32x4", "below", unroll);
    const tied = f.locals("i32x4", "tied", unroll);
    const highLimits = f.local("i32x4", "highLimits", I32x4.splat(highLimit));
    const lowLimits = f.local("i32x4", "lowLimits", I32x4.splat(lowLimit));
    /** Compares vectors of first words; of second ones only where a first one ties. */
    const compare = (pairs: readonly { first: () => I32x4; second: () => I32x4 }[]): void => {
      for (const [at, { first }] of pairs.entries()) {
        f.set(high, emitTemper(f, first()).and(f.constant("i32x4", 0x1fffff)));
        f.set(below[at]!, high.lessThan(highLimits));
        f.set(tied[at]!, high.equals(highLimits));
      }
      const anyTied = pairs.map((_, at) => tied[at] as I32x4).reduce((some, more) => some.or(more));
      f.if(anyTied.anyTrue(), () => {
        for (const [at, { second }] of pairs.entries())
          f.set(below[at]!, below[at]!.or(tied[at]!.and(emitTemper(f, second()).below(lowLimits))));
      });
    };
    // What is stored is 0 or 1, a float's bits included: so each type is stored as whatever it has lanes of.
    const value = (at: number) => {
      const one = below[at]!.and(f.constant("i32x4", 1));
      return (type === "float32" ? one.toF32x4() : one) as never;
    };
    const scales = drawn === "dropout" ? f.local("f32x4", "scales", F32x4.splat(p.scale)) : null;
    const noise = (at: number) => below[at]!.and((scales as F32x4).asI32x4()).asF32x4();
    f.repeat(elements.shiftRightUnsigned(4), () => {
      const fours = Array.from({ length: unroll }, (_, at) => {
        const [front, back] = [loadF32x4(words, 32 * at), loadF32x4(words, 32 * at + 16)];
        return {
          first: () => front.shuffle(back, [0, 2, 4, 6]).asI32x4(),
          second: () => front.shuffle(back, [1, 3, 5, 7]).asI32x4(),
        };
      });
      compare(fours);
      for (let at = 0; at < unroll; at += 1) {
        storeFour(f, output.add(4 * at * bytes), value(at));
        if (scales !== null) f.store(result, loadF32x4(input, 16 * at).multiply(noise(at)), 16 * at);
      }
      f.increase(input, 16 * unroll);
      f.increase(result, 16 * unroll);
      f.increase(words, 32 * unroll);
      f.increase(output, 4 * unroll * bytes);
    });
    f.repeat(elements.and(4 * unroll - 1), () => {
      compare([{ first: () => loadF32x4Splat(words).asI32x4(), second: () => loadF32x4Splat(words, 4).asI32x4() }]);
      storeOne(f, output, value(0));
      if (scales !== null) f.storeLane(result, loadF32x4Splat(input).multiply(noise(0)), 0);
      f.increase(input, 4);
      f.increase(result, 4);
      f.increase(words, 8);
      f.increase(output, bytes);
    });
  });
}

/**
 * `chunk(…)`: takes its turn, the `index`-th, at the state; appends `appended` words behind it in its own window, of which
 * the state `keep` bytes from the window's start is the next; and draws, `words` being counted from there too.
 */
export function emitBernoulli(drawn: Drawn): ModuleBuilder {
  const module = new ModuleBuilder();
  const extend = emitExtend(module);
  const draw = emitDraw(module, drawn);
  const parameters = {
    state: "i32",
    turn: "i32",
    window: "i32",
    index: "i32",
    appended: "i32",
    keep: "i32",
    ...drawParameters,
  } as const;
  module.define("chunk", parameters, (f, p) => {
    f.while(loadI32Atomic(p.turn).notEquals(p.index), () => {});
    f.copy(p.window, p.state, stateBytes);
    f.call(extend, p.window, p.appended);
    f.copy(p.state, p.window.add(p.keep), stateBytes);
    f.storeAtomic(p.turn, p.index.add(1));
    const { words, output, elements, highLimit, lowLimit, input, result, scale } = p;
    f.call(draw, p.window.add(words), output, elements, highLimit, lowLimit, input, result, scale);
  });
  return module;
}

interface Draw {
  readonly engine: Mt19937;
  readonly p: number;
  readonly count: number;
  /** The address of zeros and ones, and what an element of them takes. */
  readonly output: number;
  readonly bytes: number;
  /** For dropout. */
  readonly input?: number;
  readonly result?: number;
  readonly scale?: number;
}

/** Draws, and leaves the engine where as many draws one by one would. */
function draw(runtime: Runtime, drawn: Drawn, { engine, p, count, output, bytes, ...dropped }: Draw): void {
  const kernel = runtime.kernel(`bernoulli ${drawn}`, () => emitBernoulli(drawn));
  const { input = 0, result = 0, scale = 0 } = dropped;
  const { high, low } = probabilityWords(p);
  const chunks = Math.ceil(count / elementsOfChunk);
  const windowBytes = stateBytes * (1 + blocksOfChunk) + slackBytes;
  /** All chunks but the last take whole states: so each begins at the same word of its window. */
  const taken = engine.taken;
  runtime.memory.withScratch(stateBytes + 64, (state) => {
    const turn = state + stateBytes;
    const words = new Uint32Array(runtime.memory.memory.buffer, state, stateWords + 1);
    words.set(engine.state);
    words[stateWords] = 0;
    let end = taken;
    for (let first = 0; first < chunks; first += chunksOfJob) {
      runtime.parallel(Math.min(count, chunksOfJob * elementsOfChunk) * nanosecondsOfElement, () => {
        for (let index = first; index < Math.min(chunks, first + chunksOfJob); index += 1) {
          const elements = Math.min(elementsOfChunk, count - index * elementsOfChunk);
          end = taken + 2 * elements;
          // The last state that was begun is the next chunk's.
          const blocks = Math.ceil(end / stateWords) - 1;
          const skipped = index * elementsOfChunk;
          const to = output + skipped * bytes;
          const [appended, keep] = [blocks * stateWords, blocks * stateBytes];
          runtime.task(() =>
            runtime.withScratch(windowBytes, (window) =>
              runtime.call(
                kernel,
                "chunk",
                ...[state, turn, window, index, appended, keep],
                ...[4 * taken, to, elements, high, low, input + 4 * skipped, result + 4 * skipped, scale],
              ),
            ),
          );
          end -= blocks * stateWords;
        }
      });
    }
    engine.resume(new Uint32Array(runtime.memory.memory.buffer, state, stateWords), end);
  });
}

/** @__NO_SIDE_EFFECTS__ */
function bernoulliOf(type: ElementType): KernelFunction<"bernoulli"> {
  return (inputs, outputs, attributes) => {
    const output = outputs[0] as Operand;
    if (!isContiguous(output)) return referenceBernoulli(inputs, outputs, attributes);
    const { generator, p } = attributes;
    const count = numberOfElements(output.shape);
    const { bytes } = elementAccess[type];
    draw(runtimeOf(output), type, { engine: generator.engine, p, count, output: addressOf(output), bytes });
  };
}

const dropoutFloat32: KernelFunction<"dropout"> = ([first], [output, mask], { generator, p, scale }) => {
  const result = output as Operand;
  withContiguous(first as Operand, (input) =>
    draw(runtimeOf(result), "dropout", {
      engine: generator.engine,
      p,
      count: numberOfElements(result.shape),
      output: addressOf(mask as Operand),
      bytes: 1,
      input,
      result: addressOf(result),
      scale,
    }),
  );
};

export const bernoulli = {
  float32: bernoulliOf("float32"),
  int32: bernoulliOf("int32"),
  uint8: bernoulliOf("uint8"),
  bool: bernoulliOf("bool"),
};
export const dropout = { float32: dropoutFloat32 };
