// Generator: a stream of random words with its seed and its state, as PyTorch's CPU generator, and the default one that
// everything draws from unless told otherwise. What is made of the words is distributions.ts's.

import { isAsynchronous } from "../checks/asynchronous.js";
import { describe } from "../checks/describe.js";
import { ArgumentError } from "../checks/errors.js";
import { checkArgument, checkOptions } from "../checks/options.js";
import { computeRecorded } from "../compile/trace.js";
import { Mt19937, stateWords } from "./mt19937.js";

/** The seed of the default generator before `manualSeed`, as in PyTorch. */
const defaultSeed = 67280421310721n;
const stateBytes = 5056;
// Offsets in the state: c10's CPUGeneratorImplState (ATen/CPUGeneratorImpl.cpp).
const place = { seed: 0, left: 8, seeded: 12, next: 16, words: 24, normal: 5024, normalIsValid: 5040 } as const;

export interface GeneratorOptions {
  /** Default: PyTorch's, 67280421310721. */
  readonly seed?: number | bigint;
}

/**
 * A stream of random numbers, bit for bit PyTorch's on a CPU.
 * See https://pytorch.org/docs/stable/generated/torch.Generator.html.
 *
 * @throws ArgumentError if the seed is not an integer of 64 bits.
 * @example
 * ```ts
 * import { Generator, rand } from "@bernoulli/tensor";
 * rand([2], { generator: new Generator({ seed: 0 }) }).toArray(); // → [0.4962566, 0.7682218]
 * ```
 */
export class Generator {
  readonly #engine: Mt19937;
  /** The second half of a pair of normal draws, until it is asked for. */
  cachedNormal: number | null = null;
  #seed: bigint;

  constructor(options: GeneratorOptions = {}) {
    checkOptions("Generator", options, ["seed"]);
    this.#seed = checkSeed(options.seed ?? defaultSeed);
    this.#engine = new Mt19937(Number(this.#seed & 0xffffffffn));
  }

  /** What draws. Where a step is being recorded, its draws so far come first. */
  get engine(): Mt19937 {
    computeRecorded();
    return this.#engine;
  }

  /** Starts the stream of `seed` from its beginning. Negative seeds count from 2⁶⁴, as in PyTorch. */
  manualSeed(seed: number | bigint): this {
    this.#seed = checkSeed(seed);
    this.engine.seed(Number(this.#seed & 0xffffffffn));
    this.cachedNormal = null;
    return this;
  }

  /** The seed the stream started from. */
  initialSeed(): bigint {
    return this.#seed;
  }

  /** Starts a stream from a seed that nobody chose, and returns that seed. */
  seed(): bigint {
    const words = crypto.getRandomValues(new Uint32Array(2));
    // PyTorch draws 53 bits, so that the seed survives a round trip through a double.
    const seed = (BigInt(words[0]! & 0x1fffff) << 32n) | BigInt(words[1]!);
    this.manualSeed(seed);
    return seed;
  }

  /** The next 32-bit word. */
  random(): number {
    return this.engine.random();
  }

  /** The next 64-bit word; the first 32 bits drawn are the high ones. */
  random64(): bigint {
    const high = BigInt(this.engine.random());
    return (high << 32n) | BigInt(this.engine.random());
  }

  /** The state as PyTorch's `get_rng_state` writes it: 5,056 bytes. */
  getState(): Uint8Array {
    const bytes = new Uint8Array(stateBytes);
    const view = new DataView(bytes.buffer);
    view.setBigUint64(place.seed, this.#seed, true);
    view.setInt32(place.left, this.engine.left, true);
    view.setInt32(place.seeded, 1, true);
    view.setBigUint64(place.next, BigInt(this.engine.next), true);
    for (const [at, word] of this.engine.state.entries()) view.setBigUint64(place.words + 8 * at, BigInt(word), true);
    if (this.cachedNormal !== null) {
      view.setFloat64(place.normal, this.cachedNormal, true);
      view.setInt32(place.normalIsValid, 1, true);
    }
    return bytes;
  }

  /**
   * Goes on from a state that `getState`, or PyTorch's `get_rng_state`, wrote.
   *
   * @throws ArgumentError if it is not such a state; the generator stays as it was.
   */
  setState(state: Uint8Array): this {
    if (!(state instanceof Uint8Array)) {
      throw new ArgumentError(`setState: expected the Uint8Array that getState gives, but got ${describe(state)}`);
    }
    if (state.length !== stateBytes) {
      throw new ArgumentError(
        `setState: expected a CPU generator state of ${stateBytes} bytes, but found ${state.length} bytes`,
      );
    }
    const view = new DataView(state.buffer, state.byteOffset, state.byteLength);
    const left = view.getInt32(place.left, true);
    const next = view.getBigUint64(place.next, true);
    const words = Array.from({ length: stateWords }, (_, at) => view.getBigUint64(place.words + 8 * at, true));
    // What next and left say of each other holds in every state but that of a generator that has not drawn yet.
    const matching = next + BigInt(left) === BigInt(stateWords + 1) || (next === 0n && left === 1);
    const valid = view.getInt32(place.seeded, true) === 1 && left > 0 && left <= stateWords && matching;
    if (!valid || words.some((word) => word > 0xffffffffn)) {
      throw new ArgumentError(
        "setState: invalid mt19937 state: the bytes are not what getState wrote; take the state again",
      );
    }
    this.#seed = view.getBigUint64(place.seed, true);
    this.engine.left = left;
    this.engine.next = Number(next);
    this.engine.state.set(words.map(Number));
    this.cachedNormal = view.getInt32(place.normalIsValid, true) === 1 ? view.getFloat64(place.normal, true) : null;
    return this;
  }
}

function checkSeed(seed: number | bigint): bigint {
  const whole = typeof seed === "bigint" || Number.isSafeInteger(seed);
  const value = whole ? BigInt(seed) : null;
  if (value === null || value < -(2n ** 63n) || value >= 2n ** 64n) {
    throw new ArgumentError(
      `manualSeed: expected a safe integer or a bigint in [-2^63, 2^64), but got ${typeof seed === "bigint" ? seed : describe(seed)}`,
    );
  }
  return BigInt.asUintN(64, value);
}

const initialDefault = new Generator();
let current = initialDefault;

/** The generator that everything draws from unless it is given one. See https://pytorch.org/docs/stable/torch.html#torch.torch.default_generator. */
export function defaultGenerator(): Generator {
  return current;
}

/**
 * Starts the default generator's stream of `seed` from its beginning, and returns the generator.
 * See https://pytorch.org/docs/stable/generated/torch.manual_seed.html.
 *
 * @throws ArgumentError if the seed is not an integer of 64 bits.
 * @example
 * ```ts
 * import { manualSeed, rand } from "@bernoulli/tensor";
 * manualSeed(0);
 * rand(1).item(); // → 0.4962566
 * ```
 */
export function manualSeed(seed: number | bigint): Generator {
  return current.manualSeed(seed);
}

/**
 * Makes `generator` the default one for everything in `body`, initial weights too. The body must be synchronous.
 *
 * @throws ArgumentError if the body returns a promise: what runs in between would draw from the same stream.
 * @example
 * ```ts
 * import { Generator, rand, withGenerator } from "@bernoulli/tensor";
 * withGenerator(new Generator({ seed: 0 }), () => rand(1).item()); // → 0.4962566
 * ```
 */
export function withGenerator<Result>(generator: Generator, body: () => Result): Result {
  checkArgument("withGenerator", "generator", generator, "Generator");
  checkArgument("withGenerator", "body", body, "function");
  const before = current;
  current = generator;
  try {
    const result = body();
    if (isAsynchronous(result)) {
      throw new ArgumentError(
        "withGenerator: the body returned a promise, and the generator cannot follow it across an await; pass { generator } to what draws instead",
      );
    }
    return result;
  } finally {
    current = before;
  }
}
