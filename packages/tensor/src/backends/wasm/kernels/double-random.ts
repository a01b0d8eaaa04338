// uniform, normal, bernoulli and dropout of doubles: PyTorch's streams bit for bit, as random/distributions.ts draws them one by one. What is
// strided stays the reference's.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import {
  bernoulli as referenceBernoulli,
  normal as referenceNormal,
  uniform as referenceUniform,
} from "../../reference/random.js";
import { type F64x2, loadI32x4, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { drawBernoulli } from "./bernoulli.js";
import { withContiguous } from "./copy.js";
import { emitBoxMuller, emitByTwos, emitUnitDoubles, splatOf } from "./double-draws.js";
import { type DoublePointwise, runDoubles } from "./double-pointwise.js";
import { emitFusedDouble } from "./math/fused-doubles.js";
import { drawInChunks, emitChunk } from "./twister.js";
import { addressOf } from "./walk.js";

/** The start and the length of the range are doubles, in two words each. */
const parameters = {
  ...({ output: "i32", elements: "i32" } as const),
  ...({ fromLow: "i32", fromHigh: "i32", rangeLow: "i32", rangeHigh: "i32" } as const),
} as const;

/** With `scaled` x · range + from, as by a fused multiply-add. */
function emitUniformOfDoubles(scaled: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, p) => {
    const { words, output, elements } = p;
    const from = f.local("f64x2", "from", splatOf(p.fromLow, p.fromHigh));
    const range = f.local("f64x2", "range", splatOf(p.rangeLow, p.rangeHigh));
    const drawn = (): F64x2 => {
      const unit = emitUnitDoubles(f, loadI32x4(words));
      return scaled ? emitFusedDouble(f, unit, range, from) : unit;
    };
    emitByTwos(f, "float64", { words, output, elements }, drawn);
  });
  emitChunk(module, draw, parameters);
  return module;
}

export const uniformOfDoubles: KernelFunction<"uniform"> = (inputs, outputs, attributes) => {
  const output = outputs[0] as Operand;
  if (!isContiguous(output)) return referenceUniform(inputs, outputs, attributes);
  const runtime = runtimeOf(output);
  const { generator, from, to } = attributes;
  const scaled = from !== 0 || to !== 1;
  const numbers = new Int32Array(Float64Array.of(from, to - from).buffer);
  drawInChunks(
    runtime,
    runtime.kernel(`uniform of doubles ${scaled}`, () => emitUniformOfDoubles(scaled)),
    {
      ...{ engine: generator.engine, count: numberOfElements(output.shape), wordsOfElement: 2, nanoseconds: 4 },
      valuesOf: (first, elements) => [addressOf(output) + 8 * first, elements, ...numbers],
    },
  );
};

const normalParameters = {
  ...({ output: "i32", elements: "i32" } as const),
  ...({ stdLow: "i32", stdHigh: "i32", meanLow: "i32", meanHigh: "i32" } as const),
} as const;

/** Blocks of sixteen, of which eight numbers are radii and eight angles, two pairs a turn. */
function emitNormalOfDoubles(): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...normalParameters }, (f, p) => {
    const { words, output, elements } = p;
    const std = f.local("f64x2", "std", splatOf(p.stdLow, p.stdHigh));
    const mean = f.local("f64x2", "mean", splatOf(p.meanLow, p.meanHigh));
    f.repeat(elements.shiftRightUnsigned(4), () => {
      f.repeat(4, () => {
        const unit = emitUnitDoubles(f, loadI32x4(words));
        const turn = emitUnitDoubles(f, loadI32x4(words, 64));
        const { sine, cosine, radius } = emitBoxMuller(f, unit, turn);
        f.store(output, radius.multiply(cosine).multiply(std).add(mean));
        f.store(output, radius.multiply(sine).multiply(std).add(mean), 64);
        f.increase(words, 16);
        f.increase(output, 16);
      });
      f.increase(words, 64);
      f.increase(output, 64);
    });
  });
  emitChunk(module, draw, normalParameters);
  return module;
}

export const normalOfDoubles: KernelFunction<"normal"> = (inputs, outputs, attributes) => {
  const output = outputs[0] as Operand;
  const count = numberOfElements(output.shape);
  if (!isContiguous(output) || count < 16) return referenceNormal(inputs, outputs, attributes);
  const runtime = runtimeOf(output);
  const { generator, mean, std } = attributes;
  const numbers = new Int32Array(Float64Array.of(std, mean).buffer);
  const kernel = runtime.kernel("normal of doubles", emitNormalOfDoubles);
  const fill = (address: number, elements: number) =>
    drawInChunks(runtime, kernel, {
      ...{ engine: generator.engine, count: elements, wordsOfElement: 2, nanoseconds: 16 },
      valuesOf: (first, some) => [address + 8 * first, some, ...numbers],
    });
  fill(addressOf(output), count);
  // The last sixteen are drawn anew; what was drawn for them is dropped.
  if (count % 16 !== 0) fill(addressOf(output) + 8 * (count - 16), 16);
};

/** Of bytes, which are drawn as for any other dtype. */
const ones: DoublePointwise = {
  ...{ name: "drawn", inputs: ["uint8"], output: "float64", numbers: 0, alsoWrites: [], nanoseconds: 0.5 },
  compute: (_, [drawn]) => [drawn!],
};
/** A true product: 0 · ∞ is NaN. */
const dropped: DoublePointwise = {
  ...{ name: "dropped", inputs: ["float64", "uint8"], output: "float64", numbers: 1, alsoWrites: [], nanoseconds: 0.9 },
  compute: (f, [input, kept], [scale]) => {
    const zero = f.constant("f64x2", 0);
    return [(input as F64x2).multiply((kept as F64x2).notEquals(zero).select(scale!, zero))];
  },
};

export const bernoulliOfDoubles: KernelFunction<"bernoulli"> = (inputs, outputs, attributes) => {
  const result = outputs[0] as Operand;
  if (!isContiguous(result)) return referenceBernoulli(inputs, outputs, attributes);
  const runtime = runtimeOf(result);
  const { generator, p } = attributes;
  const count = numberOfElements(result.shape);
  runtime.withScratch(count, (output) => {
    drawBernoulli(runtime, "uint8", { engine: generator.engine, p, count, output, bytes: 1 });
    const bytes = { address: output, bytes: 1, strides: [1] };
    runDoubles(runtime, ones, [count], [bytes, { address: addressOf(result), bytes: 8, strides: [1] }]);
  });
};

export const dropoutOfDoubles: KernelFunction<"dropout"> = ([input], [result, mask], { generator, p, scale }) => {
  const runtime = runtimeOf(result!);
  const count = numberOfElements(result!.shape);
  const output = addressOf(mask!);
  withContiguous(input!, (address) => {
    drawBernoulli(runtime, "bool", { engine: generator.engine, p, count, output, bytes: 1 });
    const kept = { address: output, bytes: 1, strides: [1] };
    const [from, to] = [address, addressOf(result!)].map((at) => ({ address: at, bytes: 8, strides: [1] }));
    runDoubles(runtime, dropped, [count], [from!, kept, to!], [scale]);
  });
};
