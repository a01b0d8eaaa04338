// Bernoulli draws, the masks of dropout, four elements at a time. An element takes two words, 21 + 32 bits of a number that is compared
// with p; the second word is tempered only where the first does not decide, once in two million times. The scalar version is
// random/distributions.ts; tests hold this one to it.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { probabilityWords } from "../../../random/distributions.js";
import type { Mt19937 } from "../../../random/mt19937.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { bernoulli as referenceBernoulli } from "../../reference/random.js";
import * as ofDTypes from "../additions/dtypes.js";
import {
  F32x4,
  type FunctionBuilder,
  I8x16,
  I32x4,
  loadF32x4,
  loadF32x4Splat,
  ModuleBuilder,
} from "../assembler/index.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { type ElementType, elementAccess } from "./elements.js";
import { drawInChunks, emitChunk, emitTemper, unroll } from "./twister.js";
import { addressOf } from "./walk.js";

/** About what an element takes. */
const nanosecondsOfElement = 1.2;

type FourMasks = Parameters<typeof I8x16.ofMasks>[0];

/** What is made of the draws: zeros and ones of a dtype, or bytes and a float input times them. */
type Drawn = ElementType | "dropout";

const drawParameters = {
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
  return module.define("draw", { words: "i32", ...drawParameters }, (f, p) => {
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
      if (bytes === 1) f.store(output, I8x16.ofMasks(below as unknown as FourMasks).and(1));
      for (let at = 0; at < unroll; at += 1) {
        if (bytes !== 1) storeFour(f, output.add(4 * at * bytes), value(at));
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

function emitBernoulli(drawn: Drawn): ModuleBuilder {
  const module = new ModuleBuilder();
  emitChunk(module, emitDraw(module, drawn), drawParameters);
  return module;
}

export interface Draw {
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

/** Draws zeros and ones of a dtype, and for dropout what it makes of them. */
export function drawBernoulli(
  runtime: Runtime,
  drawn: Drawn,
  { engine, p, count, output, bytes, ...dropped }: Draw,
): void {
  const kernel = runtime.kernel(`bernoulli ${drawn}`, () => emitBernoulli(drawn));
  const { input = 0, result = 0, scale = 0 } = dropped;
  const { high, low } = probabilityWords(p);
  drawInChunks(runtime, kernel, {
    ...{ engine, count, wordsOfElement: 2, nanoseconds: nanosecondsOfElement },
    valuesOf: (first, elements) => [
      ...[output + first * bytes, elements, high, low],
      ...[input + 4 * first, result + 4 * first, scale],
    ],
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
    drawBernoulli(runtimeOf(output), type, { engine: generator.engine, p, count, output: addressOf(output), bytes });
  };
}

const dropoutFloat32: KernelFunction<"dropout"> = ([first], [output, mask], { generator, p, scale }) => {
  const result = output as Operand;
  withContiguous(first as Operand, (input) =>
    drawBernoulli(runtimeOf(result), "dropout", {
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
  float64: ofDTypes.bernoulliOfDoubles,
  int32: bernoulliOf("int32"),
  uint8: bernoulliOf("uint8"),
  bool: bernoulliOf("bool"),
};
export const dropout = { float32: dropoutFloat32, float64: ofDTypes.dropoutOfDoubles };
