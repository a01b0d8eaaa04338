// exponential, geometric, bernoulli by a tensor of probabilities, and multinomial: PyTorch's streams bit for bit, the draws as
// random/samplers.ts has them one by one. What is strided is the reference's.

import { ArgumentError } from "../../../checks/errors.js";
import type { KernelAttributes, KernelFunction, Operand } from "../../../kernels/contract.js";
import type { Mt19937 } from "../../../random/mt19937.js";
import { eachSamplers } from "../../../random/samplers.js";
import { dtypeTraits } from "../../../tensor/dtype.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import {
  checkHeld,
  largest,
  multinomial as referenceMultinomial,
  sampled as referenceSampled,
  sampledEach as referenceSampledEach,
} from "../../reference/samples.js";
import {
  type F32x4,
  type F64x2,
  type FunctionBuilder,
  type I32,
  I32x4,
  type I64x2,
  type Local,
  loadF32x4,
  loadF32x4Half,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import {
  emitByTwos,
  emitLogOfUnit,
  emitUnitDoubles,
  floatsAt,
  type Stored,
  splatOf,
  storedAs,
} from "./double-draws.js";
import { emitUnit } from "./draws.js";
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

function emitSampled(drawn: Drawn, dtype: Stored): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, p) => {
    const { words, output, elements, weights } = p;
    const scale = f.local("f64x2", "scales", splatOf(p.scaleLow, p.scaleHigh));
    const turn = () => {
      const own = emitDrawn(f, drawn, emitUnitDoubles(f, loadI32x4(words)), scale);
      if (drawn !== "score") return storedAs(dtype, own);
      return dtype === "float32"
        ? loadF32x4Half(weights).divide(own.toF32x4())
        : loadF32x4(weights).asF64x2().divide(own);
    };
    emitByTwos(f, dtype, { words, output, elements }, turn, () => {
      if (drawn === "score") f.increase(weights, 2 * dtypeTraits[dtype].bytes);
    });
  });
  emitChunk(module, draw, parameters);
  return module;
}

interface Draw {
  readonly drawn: Drawn;
  readonly dtype: Stored;
  readonly count: number;
  readonly output: number;
  readonly scale: number;
  /** For scores. */
  readonly weights?: number;
}

function draw(runtime: Runtime, engine: Mt19937, { drawn, dtype, count, output, scale, weights = 0 }: Draw): void {
  const [scaleLow, scaleHigh] = new Int32Array(Float64Array.of(scale).buffer) as unknown as [number, number];
  const { bytes } = dtypeTraits[dtype];
  drawInChunks(
    runtime,
    runtime.kernel(`sampled ${drawn} ${dtype}`, () => emitSampled(drawn, dtype)),
    {
      ...{ engine, count, wordsOfElement: 2, nanoseconds: 6 },
      valuesOf: (first, elements) => [output + bytes * first, elements, scaleLow, scaleHigh, weights + bytes * first],
    },
  );
}

const scaleOf = ({ sampler, first }: KernelAttributes["sampledLogarithm"]): number =>
  sampler === "exponential" ? -1 / first : Math.log1p(-first);

/** @__NO_SIDE_EFFECTS__ */
function logarithmOf(dtype: Stored): KernelFunction<"sampledLogarithm"> {
  return (inputs, outputs, attributes) => {
    const output = outputs[0] as Operand;
    const { sampler, generator } = attributes;
    if (!isContiguous(output)) return referenceSampled(inputs, outputs, attributes);
    const [count, address] = [numberOfElements(output.shape), addressOf(output)];
    draw(runtimeOf(output), generator.engine, {
      ...{ drawn: sampler, dtype, count, output: address, scale: scaleOf(attributes) },
    });
  };
}

/** Drawn as doubles, of which one may be more than the integers hold: nothing is written then. */
const logarithmOfIntegers: KernelFunction<"sampledLogarithm"> = (inputs, outputs, attributes) => {
  const output = outputs[0] as Operand;
  const { sampler, generator, op } = attributes;
  if (!isContiguous(output)) return referenceSampled(inputs, outputs, attributes);
  const runtime = runtimeOf(output);
  const count = numberOfElements(output.shape);
  // What is looked at is JavaScript's part.
  runtime.cannotRepeat();
  runtime.memory.withScratch(8 * count, (address) => {
    draw(runtime, generator.engine, {
      ...{ drawn: sampler, dtype: "float64", count, output: address, scale: scaleOf(attributes) },
    });
    const drawn = new Float64Array(runtime.memory.memory.buffer, address, count);
    for (let at = 0; at < count; at++) checkHeld(op, drawn[at]!, output.dtype);
    const { Array: ArrayOfType } = dtypeTraits[output.dtype];
    new ArrayOfType(runtime.memory.memory.buffer, addressOf(output), count).set(drawn);
  });
};

const bernoulliParameters = { output: "i32", elements: "i32", probabilities: "i32" } as const;

interface Uniform {
  readonly wordsOfElement: 1 | 2;
  readonly bytes: 4 | 8;
  readonly load: (address: I32) => F32x4 | F64x2;
  /** Elements of a vector. */
  readonly lanes: 4 | 2;
}

/** What a uniform number that is compared with a probability is made of. */
const uniforms: { readonly [D in Stored]: Uniform } = {
  float32: { wordsOfElement: 1, bytes: 4, load: loadF32x4, lanes: 4 },
  float64: { wordsOfElement: 2, bytes: 8, load: (address) => loadF32x4(address).asF64x2(), lanes: 2 },
};

/** `chunk(…)`: ones where a uniform number is less than its probability; `check(probabilities, elements, flag)`: whether one is none. */
function emitBernoulliEach(dtype: Stored): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes, load, lanes } = uniforms[dtype];
  const [ofVector, rest] = [Math.log2(lanes), lanes - 1];
  const kind = dtype === "float32" ? "f32x4" : "f64x2";
  const behind = ([0, 1, 2] as const).slice(0, rest);
  const wordsOf = (mask: I32x4 | I64x2): I32x4 => (mask instanceof I32x4 ? mask : mask.asI32x4());
  module.define("check", { probabilities: "i32", elements: "i32", flag: "i32" }, (f, p) => {
    const wrong = f.local("i32x4", "wrong", I32x4.of(0));
    const value: Local<F32x4 | F64x2> = f.local(kind, "value");
    const look = (): I32x4 => {
      const [isAtLeast, isAtMost] = [wordsOf(value.atLeast(0)), wordsOf(value.atMost(1))];
      return isAtLeast.and(isAtMost).not();
    };
    f.repeat(p.elements.shiftRightUnsigned(ofVector), () => {
      f.set(value, load(p.probabilities));
      f.set(wrong, wrong.or(look()));
      f.increase(p.probabilities, 16);
    });
    const left = f.local("i32", "left", p.elements.and(rest));
    f.set(value, load(p.probabilities));
    for (const lane of behind)
      f.if(left.greaterThan(lane), () => f.set(wrong, wrong.or(I32x4.splat(look().lane(lane)))));
    f.store(p.flag, wrong.anyTrue());
  });
  const draw = module.define("draw", { words: "i32", ...bernoulliParameters }, (f, p) => {
    const { words, output, elements, probabilities } = p;
    const drawn = (): F32x4 | F64x2 => {
      if (dtype === "float32")
        return emitUnit(f, loadI32x4(words)).lessThan(loadF32x4(probabilities)).and(f.constant("i32x4", 1)).toF32x4();
      const isOne = emitUnitDoubles(f, loadI32x4(words)).lessThan(uniforms.float64.load(probabilities) as F64x2);
      return isOne.and(f.constant("f64x2", 1).asI64x2()).asF64x2();
    };
    f.repeat(elements.shiftRightUnsigned(ofVector), () => {
      f.store(output, drawn());
      f.increase(words, 16);
      f.increase(output, 16);
      f.increase(probabilities, 16);
    });
    const left = f.local("i32", "left", elements.and(rest));
    const last: Local<F32x4 | F64x2> = f.local(kind, "last");
    f.if(left, () => {
      f.set(last, drawn());
      if (dtype === "float64") f.store(output, (last as F64x2).lane(0));
      else for (const lane of behind) f.if(left.greaterThan(lane), () => f.storeLane(output, last, lane, bytes * lane));
    });
  });
  emitChunk(module, draw, bernoulliParameters);
  return module;
}

/** @__NO_SIDE_EFFECTS__ */
function bernoulliOf(dtype: Stored): KernelFunction<"bernoulliEach"> {
  const { bytes, wordsOfElement } = uniforms[dtype];
  return (inputs, outputs, attributes) => {
    const [parameter, output] = [inputs[0] as Operand, outputs[0] as Operand];
    const isPlain = isContiguous(parameter) && isContiguous(output) && output.dtype === dtype;
    if (!isPlain || parameter.dtype !== dtype) return referenceSampledEach(inputs, outputs, attributes);
    const runtime = runtimeOf(output);
    const kernel = runtime.kernel(`bernoulli each ${dtype}`, () => emitBernoulliEach(dtype));
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
      const all = floatsAt(dtype, buffer, probabilities, count);
      const wrong = all.find((p) => fault(p) !== null)!;
      throw new ArgumentError(`${attributes.op}: ${fault(wrong)}`);
    }
    drawInChunks(runtime, kernel, {
      ...{ engine: attributes.generator.engine, count, wordsOfElement, nanoseconds: 2 * wordsOfElement },
      valuesOf: (first, elements) => [address + bytes * first, elements, probabilities + bytes * first],
    });
  };
}

/** Several draws with replacement, or the largest of weight / q, for q drawn exponentially for every category of every row. */
const multinomialOf: KernelFunction<"multinomial"> = (inputs, outputs, attributes) => {
  const [weights, output] = [inputs[0] as Operand, outputs[0] as Operand];
  const { count: samples, replacement } = attributes;
  const isAgain = replacement && samples > 1;
  if (isAgain && isContiguous(weights) && drawWithReplacement(weights, output, attributes)) return;
  if (isAgain || !isContiguous(weights) || !areWeights(weights))
    return referenceMultinomial(inputs, outputs, attributes);
  const runtime = runtimeOf(output);
  const dtype = weights.dtype as Stored;
  const { bytes } = dtypeTraits[dtype];
  const [rows, categories] = weights.shape as [number, number];
  const count = rows * categories;
  runtime.memory.withScratch(bytes * count, (scores) => {
    draw(runtime, attributes.generator.engine, {
      ...{ drawn: "score", dtype, count, output: scores, scale: -1, weights: addressOf(weights) },
    });
    const { buffer } = runtime.memory.memory;
    const drawn = floatsAt(dtype, buffer, scores, count);
    const places = new Int32Array(buffer, addressOf(output), rows * samples);
    // areWeights has said that this cannot be repeated.
    for (let row = 0; row < rows; row++)
      places.set(largest(drawn.subarray(row * categories, (row + 1) * categories), samples), row * samples);
  });
};

/** Whether all are weights, and each row has some: the reference says what is wrong. */
function areWeights(weights: Operand): boolean {
  const [rows, categories] = weights.shape as [number, number];
  const runtime = runtimeOf(weights);
  // This is JavaScript's part.
  runtime.cannotRepeat();
  const { buffer } = runtime.memory.memory;
  const elements = floatsAt(weights.dtype as Stored, buffer, addressOf(weights), rows * categories);
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

export const sampledLogarithm = {
  float32: logarithmOf("float32"),
  float64: logarithmOf("float64"),
  int32: logarithmOfIntegers,
  uint8: logarithmOfIntegers,
};
export const bernoulliEach = { float32: bernoulliOf("float32"), float64: bernoulliOf("float64") };
export const multinomial = { float32: multinomialOf, float64: multinomialOf };
