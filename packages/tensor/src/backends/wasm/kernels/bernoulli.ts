// Bernoulli draws, the masks of dropout: PyTorch's stream bit for bit, four elements at a time. The scalar version of the
// same arithmetic is random/mt19937.ts with random/distributions.ts; tests hold this one to it.
//
// The twister's state is laid at the head of a linear window of words, W[i + 624] = W[i + 397] ^ mix(W[i], W[i + 1]), so
// that the stream goes on behind it without wrapping. An element takes two words, 21 + 32 bits of a number that is
// compared with p; the second word is tempered only where the first does not decide, once in two million times.

import { probabilityWords } from "../../../random/distributions.js";
import { type Mt19937, stateWords, tempering, twisting } from "../../../random/mt19937.js";
import { isContiguous, numberOfElements } from "../../../shape.js";
import type { Kernel, Operand } from "../../kernels.js";
import { bernoulli as referenceBernoulli } from "../../reference/random.js";
import {
  type FunctionBuilder,
  I32x4,
  loadF32x4,
  loadF32x4Splat,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { type ElementType, elementAccess } from "./elements.js";
import { addressOf } from "./walk.js";

/** States after the first that the window has room for: with it, 20 kB, which the innermost cache holds. */
const blocksOfWindow = 7;
/** What the vectors of the last elements read beyond the window's end. */
const slackBytes = 32;

/** Appends to the window: `extend(first of 624 words, words to append)`, a multiple of four. */
function emitExtend(module: ModuleBuilder): void {
  module.define("extend", { words: "i32", count: "i32" }, (f, { words, count }) => {
    const low = f.local("i32x4", "low");
    f.repeat(count.shiftRightUnsigned(2), () => {
      f.set(low, loadI32x4(words, 4));
      const mixed = loadI32x4(words).and(twisting.upperMask).or(low.and(twisting.lowerMask)).shiftRightUnsigned(1);
      const matrix = low.shiftLeft(31).shiftRight(31).and(twisting.matrix);
      f.store(
        words,
        loadI32x4(words, 4 * twisting.shiftWords)
          .xor(mixed)
          .xor(matrix),
        4 * stateWords,
      );
      f.increase(words, 16);
    });
  });
}

function emitTemper(f: FunctionBuilder, word: I32x4): I32x4 {
  const value = f.local("i32x4", "tempered", word);
  f.set(value, value.xor(value.shiftRightUnsigned(11)));
  f.set(value, value.xor(value.shiftLeft(7).and(tempering.mask7)));
  f.set(value, value.xor(value.shiftLeft(15).and(tempering.mask15)));
  return value.xor(value.shiftRightUnsigned(18));
}

/** `draw(words, output, elements, high, low)`: ones where a pair of words, as a number, is below (high, low). */
function emitDraw(module: ModuleBuilder, type: ElementType): void {
  const parameters = { words: "i32", output: "i32", elements: "i32", highLimit: "i32", lowLimit: "i32" } as const;
  module.define("draw", parameters, (f, { words, output, elements, highLimit, lowLimit }) => {
    const { bytes, storeFour, storeOne } = elementAccess[type];
    const [high, tied] = [f.local("i32x4", "high"), f.local("i32x4", "tied")];
    const below = f.local("i32x4", "below");
    const highLimits = f.local("i32x4", "highLimits", I32x4.splat(highLimit));
    const lowLimits = f.local("i32x4", "lowLimits", I32x4.splat(lowLimit));
    const compare = (first: I32x4, second: I32x4): void => {
      f.set(high, emitTemper(f, first).and(0x1fffff));
      f.set(below, high.lessThan(highLimits));
      f.set(tied, high.equals(highLimits));
      f.if(tied.anyTrue(), () => f.set(below, below.or(tied.and(emitTemper(f, second).below(lowLimits)))));
      f.set(below, below.and(1));
    };
    // What is stored is 0 or 1, a float's bits included: so each type is stored as whatever it has lanes of.
    const value = () => (type === "float32" ? below.toF32x4() : below) as never;
    f.repeat(elements.shiftRightUnsigned(2), () => {
      const [front, back] = [loadF32x4(words), loadF32x4(words, 16)];
      compare(front.shuffle(back, [0, 2, 4, 6]).asI32x4(), front.shuffle(back, [1, 3, 5, 7]).asI32x4());
      storeFour(f, output, value());
      f.increase(words, 32);
      f.increase(output, 4 * bytes);
    });
    f.repeat(elements.and(3), () => {
      compare(loadF32x4Splat(words).asI32x4(), loadF32x4Splat(words, 4).asI32x4());
      storeOne(f, output, value());
      f.increase(words, 8);
      f.increase(output, bytes);
    });
  });
}

export function emitBernoulli(type: ElementType): ModuleBuilder {
  const module = new ModuleBuilder();
  emitExtend(module);
  emitDraw(module, type);
  return module;
}

/** Draws `count` elements to `output`, and leaves the engine where as many draws one by one would. */
function draw(runtime: Runtime, type: ElementType, engine: Mt19937, output: number, count: number, p: number): void {
  const kernel = runtime.kernel(`bernoulli ${type}`, () => emitBernoulli(type));
  const { high, low } = probabilityWords(p);
  const { bytes } = elementAccess[type];
  runtime.memory.withScratch(4 * stateWords * (1 + blocksOfWindow) + slackBytes, (window) => {
    const words = new Uint32Array(runtime.memory.memory.buffer, window, stateWords * (1 + blocksOfWindow));
    words.set(engine.state);
    let position = engine.taken;
    for (let done = 0; done < count; ) {
      const missing = 2 * (count - done) - (stateWords - position);
      const blocks = Math.min(blocksOfWindow, Math.max(0, Math.ceil(missing / stateWords)));
      runtime.call(kernel, "extend", window, blocks * stateWords);
      const elements = Math.min(count - done, Math.floor(((1 + blocks) * stateWords - position) / 2));
      runtime.call(kernel, "draw", window + 4 * position, output + done * bytes, elements, high, low);
      done += elements;
      position += 2 * elements;
      // The last block that was begun becomes the state.
      const before = Math.ceil(position / stateWords) - 1;
      words.copyWithin(0, before * stateWords, (before + 1) * stateWords);
      position -= before * stateWords;
    }
    engine.resume(words.subarray(0, stateWords), position);
  });
}

function bernoulliOf(type: ElementType): Kernel<"bernoulli"> {
  return (inputs, outputs, attributes) => {
    const output = outputs[0] as Operand;
    if (!isContiguous(output)) return referenceBernoulli(inputs, outputs, attributes);
    const { generator, p } = attributes;
    draw(runtimeOf(output), type, generator.engine, addressOf(output), numberOfElements(output.shape), p);
  };
}

export const bernoulli = {
  float32: bernoulliOf("float32"),
  int32: bernoulliOf("int32"),
  uint8: bernoulliOf("uint8"),
  bool: bernoulliOf("bool"),
};
