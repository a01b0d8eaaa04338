// exponential, geometric, bernoulli by a tensor of probabilities, and multinomial: PyTorch's streams bit for bit, the draws as
// random/samplers.ts has them one by one. Strided tensors, other dtypes and several categories of a row, none twice, are the reference's loops.

import { ArgumentError } from "../../../checks/errors.js";
import type { KernelAttributes, KernelFunction, Operand } from "../../../kernels/contract.js";
import type { Mt19937 } from "../../../random/mt19937.js";
import { eachSamplers } from "../../../random/samplers.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import {
  multinomial as referenceMultinomial,
  sampled as referenceSampled,
  sampledEach as referenceSampledEach,
} from "../../reference/samples.js";
import {
  type F32x4,
  type F64x2,
  type FunctionBuilder,
  I32x4,
  loadF32x4,
  loadF32x4Half,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { emitLogOfUnit, emitUnitDoubles, splatOf } from "./double-draws.js";
import { emitUnit } from "./draws.js";
import { emitRowExtreme } from "./extremes.js";
import { drawInChunks, emitChunk } from "./twister.js";
import { addressOf } from "./walk.js";
import { drawWithReplacement } from "./with-replacement.js";

/** What is made of a uniform double: a draw, or a weight divided by an exponential one. */
type Drawn = "exponential" | "geometric" | "score";

/** The scale is a double, in two words. */
const parameters = {
  output: "i32",
  elements: "i32",
  scaleLow: "i32",
  scaleHigh: "i32",
  weights: "i32",
} as const;

function emitDrawn(f: FunctionBuilder, drawn: Drawn, unit: F64x2, scale: F64x2): F64x2 {
  const constant = (value: number): F64x2 => f.constant("f64x2", value);
  if (drawn !== "geometric") {
    // ln (1 − u) is exact where it is taken of 1 − u, which is.
    return emitLogOfUnit(f, f.local("f64x2", "complement", constant(1).subtract(unit))).multiply(scale);
  }
  const quotient = f.local("f64x2", "quotient", emitLogOfUnit(f, unit).divide(scale));
  const up = quotient.negate().floor().negate();
  return unit.equals(constant(0)).select(constant(Number.POSITIVE_INFINITY), up);
}

/** Two elements a turn; the last may be one. */
function emitSampled(drawn: Drawn): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, p) => {
    const { words, output, elements, weights } = p;
    const scale = f.local("f64x2", "scales", splatOf(p.scaleLow, p.scaleHigh));
    const two = f.local("f32x4", "two");
    const turn = () => {
      f.set(two, emitDrawn(f, drawn, emitUnitDoubles(f, loadI32x4(words)), scale).toF32x4());
      if (drawn === "score") f.set(two, loadF32x4Half(weights).divide(two));
    };
    f.repeat(elements.shiftRightUnsigned(1), () => {
      turn();
      f.storeLane(output, two, 0);
      f.storeLane(output, two, 1, 4);
      f.increase(words, 16);
      f.increase(output, 8);
      f.increase(weights, 8);
    });
    f.if(elements.and(1), () => {
      turn();
      f.storeLane(output, two, 0);
    });
  });
  emitChunk(module, draw, parameters);
  return module;
}

interface Draw {
  readonly count: number;
  readonly output: number;
  readonly scale: number;
  /** For scores. */
  readonly weights?: number;
}

function draw(runtime: Runtime, drawn: Drawn, engine: Mt19937, { count, output, scale, weights = 0 }: Draw): void {
  const [scaleLow, scaleHigh] = new Int32Array(Float64Array.of(scale).buffer) as unknown as [number, number];
  drawInChunks(
    runtime,
    runtime.kernel(`sampled ${drawn}`, () => emitSampled(drawn)),
    {
      ...{ engine, count, wordsOfElement: 2, nanoseconds: 6 },
      valuesOf: (first, elements) => [output + 4 * first, elements, scaleLow, scaleHigh, weights + 4 * first],
    },
  );
}

const logarithmFloat32: KernelFunction<"sampledLogarithm"> = (inputs, outputs, attributes) => {
  const output = outputs[0] as Operand;
  const { sampler, first } = attributes;
  if (!isContiguous(output)) return referenceSampled(inputs, outputs, attributes);
  const scale = sampler === "exponential" ? -1 / first : Math.log1p(-first);
  const count = numberOfElements(output.shape);
  draw(runtimeOf(output), sampler, attributes.generator.engine, { count, output: addressOf(output), scale });
};

const bernoulliParameters = { output: "i32", elements: "i32", probabilities: "i32" } as const;

/** `chunk(…)`: ones where a uniform float is less than its probability; `check(probabilities, elements, flag)`: whether one is none. */
function emitBernoulliEach(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("check", { probabilities: "i32", elements: "i32", flag: "i32" }, (f, p) => {
    const wrong = f.local("i32x4", "wrong", I32x4.of(0));
    const value = f.local("f32x4", "value");
    const look = (): I32x4 => value.atLeast(0).and(value.atMost(1)).not();
    f.repeat(p.elements.shiftRightUnsigned(2), () => {
      f.set(value, loadF32x4(p.probabilities));
      f.set(wrong, wrong.or(look()));
      f.increase(p.probabilities, 16);
    });
    const rest = f.local("i32", "rest", p.elements.and(3));
    f.set(value, loadF32x4(p.probabilities));
    for (const lane of [0, 1, 2] as const)
      f.if(rest.greaterThan(lane), () => f.set(wrong, wrong.or(I32x4.splat(look().lane(lane)))));
    f.store(p.flag, wrong.anyTrue());
  });
  const draw = module.define("draw", { words: "i32", ...bernoulliParameters }, (f, p) => {
    const { words, output, elements, probabilities } = p;
    const four = (): F32x4 =>
      emitUnit(f, loadI32x4(words)).lessThan(loadF32x4(probabilities)).and(f.constant("i32x4", 1)).toF32x4();
    const drawn = f.local("f32x4", "drawn");
    f.repeat(elements.shiftRightUnsigned(2), () => {
      f.store(output, four());
      f.increase(words, 16);
      f.increase(output, 16);
      f.increase(probabilities, 16);
    });
    const rest = f.local("i32", "rest", elements.and(3));
    f.if(rest, () => {
      f.set(drawn, four());
      for (const lane of [0, 1, 2] as const)
        f.if(rest.greaterThan(lane), () => f.storeLane(output, drawn, lane, 4 * lane));
    });
  });
  emitChunk(module, draw, bernoulliParameters);
  return module;
}

const bernoulliFloat32: KernelFunction<"bernoulliEach"> = (inputs, outputs, attributes) => {
  const [parameter, output] = [inputs[0] as Operand, outputs[0] as Operand];
  const isPlain = isContiguous(parameter) && isContiguous(output) && output.dtype === "float32";
  if (!isPlain) return referenceSampledEach(inputs, outputs, attributes);
  const runtime = runtimeOf(output);
  const kernel = runtime.kernel("bernoulli each", emitBernoulliEach);
  const count = numberOfElements(output.shape);
  const [probabilities, address] = [addressOf(parameter), addressOf(output)];
  const { buffer } = runtime.memory.memory;
  const isWrong = runtime.memory.withScratch(16, (flag) => {
    runtime.call(kernel, "check", probabilities, count, flag);
    return new Int32Array(buffer, flag, 1)[0] !== 0;
  });
  runtime.cannotRepeat();
  if (isWrong) {
    const { fault } = eachSamplers.bernoulli;
    const wrong = new Float32Array(buffer, probabilities, count).find((p) => fault(p) !== null)!;
    throw new ArgumentError(`${attributes.op}: ${fault(wrong)}`);
  }
  drawInChunks(runtime, kernel, {
    ...{ engine: attributes.generator.engine, count, wordsOfElement: 1, nanoseconds: 2 },
    valuesOf: (first, elements) => [address + 4 * first, elements, probabilities + 4 * first],
  });
};

/** Several draws with replacement, or one of each row: the largest of weight / q, for q drawn exponentially for every category of every row. */
const multinomialFloat32: KernelFunction<"multinomial"> = (inputs, outputs, attributes) => {
  const [weights, output] = [inputs[0] as Operand, outputs[0] as Operand];
  const { count: samples, replacement } = attributes;
  const isAgain = replacement && samples > 1 && isContiguous(weights);
  if (isAgain && drawWithReplacement(weights, output, attributes)) return;
  if (samples !== 1 || !isContiguous(weights) || !areWeights(weights))
    return referenceMultinomial(inputs, outputs, attributes as KernelAttributes["multinomial"]);
  const runtime = runtimeOf(output);
  const [rows, categories] = weights.shape as [number, number];
  const count = rows * categories;
  runtime.memory.withScratch(4 * count + 4 * rows, (scores) => {
    const { engine } = attributes.generator;
    draw(runtime, "score", engine, { count, output: scores, scale: -1, weights: addressOf(weights) });
    const kernel = runtime.kernel("max of rows", () => emitRowExtreme("max"));
    const values = scores + 4 * count;
    runtime.spread(rows, 0.4 * count, (begin, end) => {
      const at = addressOf(output) + 4 * begin;
      runtime.call(kernel, "run", scores + 4 * begin * categories, values + 4 * begin, at, end - begin, categories);
    });
  });
};

/** Whether all are weights, and each row has some: the reference says what is wrong. */
function areWeights(weights: Operand): boolean {
  const [rows, categories] = weights.shape as [number, number];
  const runtime = runtimeOf(weights);
  // This is JavaScript's part.
  runtime.cannotRepeat();
  const elements = new Float32Array(runtime.memory.memory.buffer, addressOf(weights), rows * categories);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = row * categories; at < (row + 1) * categories; at++) {
      const weight = elements[at]!;
      if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) return false;
      sum += weight;
    }
    if (!(sum > 0)) return false;
  }
  return true;
}

export const sampledLogarithm = { float32: logarithmFloat32 };
export const bernoulliEach = { float32: bernoulliFloat32 };
export const multinomial = { float32: multinomialFloat32 };
