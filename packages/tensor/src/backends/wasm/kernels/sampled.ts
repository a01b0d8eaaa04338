// sampled and sampledEach: cauchy and logNormal, PyTorch's streams as random/samplers.ts draws them one by one, two doubles at a time, and
// what rejections.ts draws. Strided tensors, other dtypes and distributions are the reference's loops.

import { ArgumentError } from "../../../checks/errors.js";
import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { normalDouble } from "../../../random/distributions.js";
import type { Generator } from "../../../random/generator.js";
import { eachSamplers } from "../../../random/samplers.js";
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
import { type Runtime, runtimeOf } from "../runtime.js";
import { emitLogOfUnit, emitUnitDoubles, splatOf } from "./double-draws.js";
import { emitDoubleExp, emitDoubleSineAndCosine, emitDoubleTurn, halfPi } from "./math/doubles.js";
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

function emitCauchy(): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, given) => {
    const { words, output, elements } = given;
    const [median, sigma] = numbersIn(f, given);
    const two = f.local("f32x4", "two");
    const turn = () => f.set(two, emitCauchyOfTwo(f, emitUnitDoubles(f, loadI32x4(words)), median, sigma).toF32x4());
    f.repeat(elements.shiftRightUnsigned(1), () => {
      turn();
      f.storeLane(output, two, 0);
      f.storeLane(output, two, 1, 4);
      f.increase(words, 16);
      f.increase(output, 8);
    });
    f.if(elements.and(1), () => {
      turn();
      f.storeLane(output, two, 0);
    });
  });
  emitChunk(module, draw, parameters);
  return module;
}

/** Beyond this its exponential is 0 or ∞ as float32 all the same. */
const enough = 200;

/** Pairs of elements of four words each, by Box and Muller; two pairs a turn. */
function emitLogNormal(): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, given) => {
    const { words, output, elements } = given;
    const constant = (value: number): F64x2 => f.constant("f64x2", value);
    const [mean, std] = numbersIn(f, given);
    const [pairs, others] = [f.local("f32x4", "pairs"), f.local("f32x4", "others")];
    const power = (normal: F64x2): F64x2 => {
      const exponent = normal.multiply(std).add(mean).replaceBelow(constant(-enough)).replaceAbove(constant(enough));
      return emitDoubleExp(f, f.local("f64x2", "exponent", exponent));
    };
    const turn = () => {
      const [a, b] = [emitUnitDoubles(f, loadI32x4(words)), emitUnitDoubles(f, loadI32x4(words, 16))];
      const halves = (half: 0 | 1): F64x2 => {
        return a
          .asF32x4()
          .shuffle(b.asF32x4(), half === 0 ? [0, 1, 4, 5] : [2, 3, 6, 7])
          .asF64x2();
      };
      const complement = f.local("f64x2", "complement", constant(1).subtract(halves(1)));
      const radius = f.local("f64x2", "radius", emitLogOfUnit(f, complement).multiply(constant(-2)).squareRoot());
      const { sine, cosine } = emitDoubleTurn(f, f.local("f64x2", "angle", halves(0).multiply(constant(2 * Math.PI))));
      f.set(pairs, power(radius.multiply(cosine)).toF32x4());
      f.set(others, power(radius.multiply(sine)).toF32x4());
      f.set(pairs, pairs.shuffle(others, [0, 4, 1, 5]));
    };
    f.repeat(elements.shiftRightUnsigned(2), () => {
      turn();
      f.store(output, pairs);
      f.increase(words, 32);
      f.increase(output, 16);
    });
    f.if(elements.and(2), () => {
      turn();
      f.storeLane(output, pairs, 0);
      f.storeLane(output, pairs, 1, 4);
    });
  });
  emitChunk(module, draw, parameters);
  return module;
}

interface Fill {
  readonly generator: Generator;
  readonly numbers: readonly [number, number];
  readonly address: number;
  readonly count: number;
}

function fillCauchy(runtime: Runtime, { generator, numbers, address, count }: Fill): void {
  drawInChunks(runtime, runtime.kernel("sampled cauchy", emitCauchy), {
    ...{ engine: generator.engine, count, wordsOfElement: 2, nanoseconds: 10 },
    valuesOf: (first, elements) => [address + 4 * first, elements, ...wordsOf(numbers)],
  });
}

/** What waits in the generator comes first; what has no other waits there afterwards. */
function fillLogNormal(runtime: Runtime, { generator, numbers, address, count }: Fill): void {
  const [mean, std] = numbers;
  const { engine } = generator;
  const elements = new Float32Array(runtime.memory.memory.buffer, address, count);
  const one = (at: number) => {
    // This is JavaScript's part.
    runtime.cannotRepeat();
    elements[at] = Math.exp(normalDouble(generator) * std + mean);
  };
  const begin = generator.cachedNormal === null ? 0 : 1;
  if (begin > 0) one(0);
  const pairs = (count - begin) & ~1;
  if (pairs > 0)
    drawInChunks(runtime, runtime.kernel("sampled log-normal", emitLogNormal), {
      ...{ engine, count: pairs, wordsOfElement: 2, nanoseconds: 20 },
      valuesOf: (first, some) => [address + 4 * (begin + first), some, ...wordsOf(numbers)],
    });
  if (begin + pairs < count) one(count - 1);
}

const sampledFloat32: KernelFunction<"sampled"> = (inputs, outputs, attributes) => {
  const output = outputs[0] as Operand;
  const { sampler, generator, first, second } = attributes;
  const fill = sampler === "cauchy" ? fillCauchy : sampler === "logNormal" ? fillLogNormal : null;
  if (fill === null || !isContiguous(output)) return referenceSampled(inputs, outputs, attributes);
  const [address, count] = [addressOf(output), numberOfElements(output.shape)];
  if (count > 0) fill(runtimeOf(output), { generator, numbers: [first, second], address, count });
};

const sampledEachFloat32: KernelFunction<"sampledEach"> = (inputs, outputs, attributes) => {
  const [parameter, output] = [inputs[0] as Operand, outputs[0] as Operand];
  const { sampler, generator, op } = attributes;
  const isPlain = isContiguous(parameter) && isContiguous(output) && output.dtype === "float32";
  if (!isPlain || !isByRejection(sampler)) return referenceSampledEach(inputs, outputs, attributes);
  const runtime = runtimeOf(output);
  const count = numberOfElements(output.shape);
  const [input, address] = [addressOf(parameter), addressOf(output)];
  if (sampler === "poisson") {
    const rates = new Float32Array(runtime.memory.memory.buffer, input, count);
    const wrong = rates.findIndex((rate) => !(rate >= 0));
    if (wrong >= 0) throw new ArgumentError(`${op}: ${eachSamplers.poisson.fault(rates[wrong]!)}`);
  }
  drawByRejection(runtime, sampler, generator, [input, address], count);
};

export const sampled = { float32: sampledFloat32 };
export const sampledEach = { float32: sampledEachFloat32 };
