// sampled and sampledEach: cauchy and logNormal, PyTorch's streams as random/samplers.ts draws them one by one, two doubles at a time, whole
// numbers, and what rejections.ts draws. Strided tensors and other distributions are the reference's loops.

import { ArgumentError } from "../../../checks/errors.js";
import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { normalDouble } from "../../../random/distributions.js";
import type { Generator } from "../../../random/generator.js";
import { eachSamplers, type Sampler } from "../../../random/samplers.js";
import { dtypeTraits } from "../../../tensor/dtype.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { sampled as referenceSampled, sampledEach as referenceSampledEach } from "../../reference/samples.js";
import {
  type F64x2,
  type FunctionBuilder,
  type Local,
  type Locals,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import {
  emitBoxMuller,
  emitByTwos,
  emitUnitDoubles,
  floatsAt,
  type Stored,
  splatOf,
  storedAs,
} from "./double-draws.js";
import { drawIntegers } from "./draws.js";
import { emitExp } from "./math/double-curves.js";
import { emitDoubleExp, emitDoubleSineAndCosine, halfPi } from "./math/doubles.js";
import { drawByRejection, isByRejection } from "./rejections.js";
import { drawInChunks, emitChunk } from "./twister.js";
import { addressOf } from "./walk.js";

/** The distribution's two numbers are doubles, in two words each. */
const parameters = {
  ...({ output: "i32", elements: "i32" } as const),
  ...({ firstLow: "i32", firstHigh: "i32", secondLow: "i32", secondHigh: "i32" } as const),
} as const;

type Given = Locals<typeof parameters>;

/** They, each in both halves. */
function numbersIn(f: FunctionBuilder, given: Given): readonly [Local<F64x2>, Local<F64x2>] {
  return [
    f.local("f64x2", "first", splatOf(given.firstLow, given.firstHigh)),
    f.local("f64x2", "second", splatOf(given.secondLow, given.secondHigh)),
  ];
}

const wordsOf = (numbers: readonly number[]) => [...new Int32Array(Float64Array.from(numbers).buffer)];

/** median + sigma · tan π(u − ½). */
function emitCauchyOfTwo(f: FunctionBuilder, unit: F64x2, median: F64x2, sigma: F64x2): F64x2 {
  const constant = (value: number): F64x2 => f.constant("f64x2", value);
  const within = unit.replaceBelow(constant(Number.EPSILON)).replaceAbove(constant(1 - Number.EPSILON));
  // Rounded, as what the tangent is taken of is.
  const angle = f.local("f64x2", "angle", within.subtract(constant(0.5)).multiply(constant(Math.PI)));
  const size = f.local("f64x2", "size", angle.magnitude());
  const isSteep = f.local("i64x2", "isSteep", size.atLeast(constant(Math.PI / 4)));
  const missing = constant(halfPi.high).subtract(size).add(constant(halfPi.low));
  const { sine, cosine } = emitDoubleSineAndCosine(f, f.local("f64x2", "reduced", isSteep.select(missing, size)));
  const tangent = isSteep.select(cosine, sine).divide(isSteep.select(sine, cosine));
  return median.add(sigma.multiply(tangent.withSignOf(angle)));
}

function emitCauchy(dtype: Stored): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, given) => {
    const { words, output, elements } = given;
    const [median, sigma] = numbersIn(f, given);
    emitByTwos(f, dtype, { words, output, elements }, () =>
      storedAs(dtype, emitCauchyOfTwo(f, emitUnitDoubles(f, loadI32x4(words)), median, sigma)),
    );
  });
  emitChunk(module, draw, parameters);
  return module;
}

/** Beyond this its exponential is 0 or ∞ as float32 all the same. */
const enough = 200;

/** Pairs of elements of four words each, by Box and Muller; two pairs a turn. */
function emitLogNormal(dtype: Stored): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes } = dtypeTraits[dtype];
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, given) => {
    const { words, output, elements } = given;
    const constant = (value: number): F64x2 => f.constant("f64x2", value);
    const [mean, std] = numbersIn(f, given);
    const power = (normal: F64x2): F64x2 => {
      const exponent = f.local("f64x2", "exponent", normal.multiply(std).add(mean));
      if (dtype === "float64") return emitExp(f, exponent);
      f.set(exponent, exponent.replaceBelow(constant(-enough)).replaceAbove(constant(enough)));
      return emitDoubleExp(f, exponent);
    };
    /** The two halves of both: the first of each, or the second. */
    const halves = (a: F64x2, b: F64x2, half: 0 | 1): F64x2 =>
      a
        .asF32x4()
        .shuffle(b.asF32x4(), half === 0 ? [0, 1, 4, 5] : [2, 3, 6, 7])
        .asF64x2();
    const turn = (): readonly [F64x2, F64x2] => {
      const [a, b] = [emitUnitDoubles(f, loadI32x4(words)), emitUnitDoubles(f, loadI32x4(words, 16))];
      const { sine, cosine, radius } = emitBoxMuller(f, halves(a, b, 1), halves(a, b, 0));
      const first = f.local("f64x2", "first", power(radius.multiply(cosine)));
      const second = f.local("f64x2", "second", power(radius.multiply(sine)));
      return [halves(first, second, 0), halves(first, second, 1)];
    };
    const store = (pair: F64x2, offset: number) => {
      if (dtype === "float64") f.store(output, pair, offset);
      else {
        const two = f.local("f32x4", "two", pair.toF32x4());
        for (const lane of [0, 1] as const) f.storeLane(output, two, lane, offset + 4 * lane);
      }
    };
    f.repeat(elements.shiftRightUnsigned(2), () => {
      const [pair, other] = turn();
      store(pair, 0);
      store(other, 2 * bytes);
      f.increase(words, 32);
      f.increase(output, 4 * bytes);
    });
    f.if(elements.and(2), () => store(turn()[0], 0));
  });
  emitChunk(module, draw, parameters);
  return module;
}

interface Fill {
  readonly dtype: Stored;
  readonly generator: Generator;
  readonly numbers: readonly [number, number];
  readonly address: number;
  readonly count: number;
}

function fillCauchy(output: Operand, { dtype, generator, numbers, address, count }: Fill): void {
  const runtime = runtimeOf(output);
  drawInChunks(
    runtime,
    runtime.kernel(`sampled cauchy ${dtype}`, () => emitCauchy(dtype)),
    {
      ...{ engine: generator.engine, count, wordsOfElement: 2, nanoseconds: 10 },
      valuesOf: (first, elements) => [address + dtypeTraits[dtype].bytes * first, elements, ...wordsOf(numbers)],
    },
  );
}

/** What waits in the generator comes first; what has no other waits there afterwards. */
function fillLogNormal(output: Operand, { dtype, generator, numbers, address, count }: Fill): void {
  const runtime = runtimeOf(output);
  const [mean, std] = numbers;
  const { engine } = generator;
  const { bytes } = dtypeTraits[dtype];
  const elements = floatsAt(dtype, runtime.memory.memory.buffer, address, count);
  const one = (at: number) => {
    // This is JavaScript's part.
    runtime.cannotRepeat();
    elements[at] = Math.exp(normalDouble(generator) * std + mean);
  };
  const begin = generator.cachedNormal === null ? 0 : 1;
  if (begin > 0) one(0);
  const pairs = (count - begin) & ~1;
  if (pairs > 0)
    drawInChunks(
      runtime,
      runtime.kernel(`sampled log-normal ${dtype}`, () => emitLogNormal(dtype)),
      {
        ...{ engine, count: pairs, wordsOfElement: 2, nanoseconds: 20 },
        valuesOf: (first, some) => [address + bytes * (begin + first), some, ...wordsOf(numbers)],
      },
    );
  if (begin + pairs < count) one(count - 1);
}

/** Whole numbers up to the first, from the second on. */
function fillWhole(output: Operand, { generator, numbers: [most, least] }: Pick<Fill, "generator" | "numbers">): void {
  const range = BigInt(most) - BigInt(least) + 1n;
  const wordsOfElement = range < 2n ** 32n ? 1 : 2;
  drawIntegers(output, { engine: generator.engine, low: BigInt(least), range, wordsOfElement });
}

/** Null is the reference's; logarithms have a kernel of their own. */
const fills: { readonly [S in Sampler]: ((output: Operand, fill: Fill) => void) | null } = {
  exponential: null,
  geometric: null,
  cauchy: fillCauchy,
  logNormal: fillLogNormal,
  whole: fillWhole,
};

const sampledFloats: KernelFunction<"sampled"> = (inputs, outputs, attributes) => {
  const output = outputs[0] as Operand;
  const fill = isContiguous(output) ? fills[attributes.sampler] : null;
  if (fill === null) return referenceSampled(inputs, outputs, attributes);
  const { generator, first, second } = attributes;
  const [address, count] = [addressOf(output), numberOfElements(output.shape)];
  if (count > 0) fill(output, { dtype: output.dtype as Stored, generator, numbers: [first, second], address, count });
};

const sampledIntegers: KernelFunction<"sampled"> = (inputs, outputs, attributes) => {
  const output = outputs[0] as Operand;
  if (!isContiguous(output) || attributes.sampler !== "whole") return referenceSampled(inputs, outputs, attributes);
  const { generator, first, second } = attributes;
  fillWhole(output, { generator, numbers: [first, second] });
};

const sampledEachFloats: KernelFunction<"sampledEach"> = (inputs, outputs, attributes) => {
  const [parameter, output] = [inputs[0] as Operand, outputs[0] as Operand];
  const { sampler, generator, op } = attributes;
  const isPlain = isContiguous(parameter) && isContiguous(output) && output.dtype === parameter.dtype;
  if (!isPlain || !isByRejection(sampler)) return referenceSampledEach(inputs, outputs, attributes);
  const runtime = runtimeOf(output);
  const dtype = output.dtype as Stored;
  const count = numberOfElements(output.shape);
  const [input, address] = [addressOf(parameter), addressOf(output)];
  if (sampler === "poisson") {
    const rates = floatsAt(dtype, runtime.memory.memory.buffer, input, count);
    const wrong = rates.findIndex((rate) => !(rate >= 0));
    if (wrong >= 0) throw new ArgumentError(`${op}: ${eachSamplers.poisson.fault(rates[wrong]!)}`);
  }
  drawByRejection(runtime, sampler, { dtype, source: generator, input, output: address, count });
};

export const sampled = { float32: sampledFloats, float64: sampledFloats, int32: sampledIntegers };
export const sampledEach = { float32: sampledEachFloats, float64: sampledEachFloats };
