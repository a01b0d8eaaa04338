// The Mersenne Twister over vectors, for all random kernels: PyTorch's stream bit for bit. The scalar version of the same arithmetic
// is random/mt19937.ts; tests hold this one to it. What is made of the words is the kernels' affair.
//
// The twister's state is laid at the head of a linear window of words, W[i + 624] = W[i + 397] ^ mix(W[i], W[i + 1]), so
// that the stream goes on behind it without wrapping.
//
// Threads take chunks in turn: each waits for the state that the chunk before it leaves, twists its own window, leaves the
// next state, and only then draws. Tasks are claimed in their order, so whoever is waited for is at work.

import { type Mt19937, stateWords, tempering, twisting } from "../../../random/mt19937.js";
import {
  type FunctionBuilder,
  type I32,
  I32x4,
  loadI32Atomic,
  loadI32x4,
  type ModuleBuilder,
  type Parameters,
} from "../assembler/index.js";
import type { Kernel, Runtime } from "../runtime.js";

/** States after the first that a chunk's window has room for: with it, 42 kB, which the innermost cache holds. */
const blocksOfChunk = 16;
const stateBytes = 4 * stateWords;
/** What the vectors of the last elements read beyond the window's end. */
const slackBytes = 64;
/** Chunks of one job: fewer than there may be tasks. */
const chunksOfJob = 250;

/** Vectors that a turn of a loop makes: more than one, so that they overlap in time. */
export const unroll = 4;

/** Appends to the window: `extend(first of 624 words, words to append)`, a multiple of sixteen. */
export function emitExtend(module: ModuleBuilder): FunctionBuilder {
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

export function emitTemper(f: FunctionBuilder, word: I32x4): I32x4 {
  const value = f.local("i32x4", "tempered", word);
  f.set(value, value.xor(value.shiftRightUnsigned(11)));
  f.set(value, value.xor(value.shiftLeft(7).and(f.constant("i32x4", tempering.mask7))));
  f.set(value, value.xor(value.shiftLeft(15).and(f.constant("i32x4", tempering.mask15))));
  return value.xor(value.shiftRightUnsigned(18));
}

/**
 * `chunk(…)`: takes its turn, the `index`-th, at the state; appends `appended` words behind it in its own window, of which
 * the state `keep` bytes from the window's start is the next; and draws, `words` being counted from there too. What draws is given
 * the address of its first word, and `parameters`; it may write over the words.
 */
export function emitChunk<P extends Parameters>(module: ModuleBuilder, draw: FunctionBuilder, parameters: P): void {
  const extend = emitExtend(module);
  const all = {
    state: "i32",
    turn: "i32",
    window: "i32",
    index: "i32",
    appended: "i32",
    keep: "i32",
    words: "i32",
    ...parameters,
  } as const;
  module.define("chunk", all, (f, p) => {
    f.while(loadI32Atomic(p.turn).notEquals(p.index), () => {});
    f.copy(p.window, p.state, stateBytes);
    f.call(extend, p.window, p.appended);
    f.copy(p.state, p.window.add(p.keep), stateBytes);
    f.storeAtomic(p.turn, p.index.add(1));
    const own = Object.keys(parameters).map((name) => (p as unknown as Readonly<Record<string, I32>>)[name]!);
    f.call(draw, p.window.add(p.words), ...own);
  });
}

/** Words that {@link WordQueue} lays in memory, and what they take there. */
const queueWords = (1 + blocksOfChunk) * stateWords;
export const queueBytes = 4 * queueWords + slackBytes;

/**
 * Words ahead of their use, not tempered yet, for draws that take as many as it happens: a window as above, in work space. What is left is
 * given back.
 */
export class WordQueue {
  readonly #words: Uint32Array;
  readonly #engine: Mt19937;
  readonly #extend: (words: number) => void;

  /** `extend` appends so many words to the state at the window's start. */
  constructor(engine: Mt19937, window: Uint32Array, extend: (words: number) => void) {
    this.#engine = engine;
    this.#words = window.subarray(0, queueWords);
    this.#words.set(engine.state);
    this.#extend = extend;
    extend(queueWords - stateWords);
  }

  /** What of the window was drawn before. */
  get first(): number {
    return this.#engine.taken;
  }

  /** How many words follow the first `used` of the window. */
  left(used: number): number {
    return queueWords - used;
  }

  /** Moves the window on, and returns where the words that are not used yet begin. */
  refill(used: number): number {
    const begun = this.#begun(used);
    this.#words.copyWithin(0, begun, begun + stateWords);
    this.#extend(queueWords - stateWords);
    return used - begun;
  }

  /** Leaves the engine where as many draws one by one would. */
  giveBack(used: number): void {
    const begun = this.#begun(used);
    this.#engine.resume(this.#words.subarray(begun, begun + stateWords), used - begun);
  }

  /** Where the last state begins of which a word was used. */
  #begun(used: number): number {
    return stateWords * (Math.ceil(used / stateWords) - 1);
  }
}

export interface Draws {
  readonly engine: Mt19937;
  readonly count: number;
  readonly wordsOfElement: 1 | 2;
  /** About what an element takes; 0 where chunks must be drawn one after the other. */
  readonly nanoseconds: number;
  /** What the kernel is given for elements from `first` on. */
  readonly valuesOf: (first: number, elements: number) => readonly number[];
}

/** Draws, and leaves the engine where as many draws one by one would. */
export function drawInChunks(
  runtime: Runtime,
  kernel: Kernel,
  { engine, count, wordsOfElement, nanoseconds, valuesOf }: Draws,
): void {
  const elementsOfChunk = (blocksOfChunk * stateWords) / wordsOfElement;
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
      runtime.parallel(Math.min(count, chunksOfJob * elementsOfChunk) * nanoseconds, () => {
        for (let index = first; index < Math.min(chunks, first + chunksOfJob); index += 1) {
          const skipped = index * elementsOfChunk;
          const elements = Math.min(elementsOfChunk, count - skipped);
          end = taken + wordsOfElement * elements;
          // The last state that was begun is the next chunk's.
          const blocks = Math.ceil(end / stateWords) - 1;
          const [appended, keep] = [blocks * stateWords, blocks * stateBytes];
          runtime.task(() =>
            runtime.withScratch(windowBytes, (window) =>
              runtime.call(
                kernel,
                "chunk",
                ...[state, turn, window, index, appended, keep, 4 * taken],
                ...valuesOf(skipped, elements),
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
