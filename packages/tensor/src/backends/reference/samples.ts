// The kernels that sample distributions: serial loops, which the cpu takes too, over what random/samplers.ts draws.

import { ArgumentError } from "../../checks/errors.js";
import type { KernelFunction, Operand } from "../../kernels/contract.js";
import type { Source } from "../../random/distributions.js";
import { uniformDouble } from "../../random/distributions.js";
import type { Generator } from "../../random/generator.js";
import { type Each, eachSamplers, samplers } from "../../random/samplers.js";
import { betaSlope, gammaSlope as slopeOfGamma } from "../../random/slopes.js";
import { type DType, dtypeRanges, isFloating } from "../../tensor/dtype.js";
import { count, reader, writer } from "./elements.js";
import { inMemoryOrder } from "./random.js";

/** Draws with the engine taken out: `generator.engine` asks each time whether something recorded comes first. */
function drawing(generator: Generator, body: (source: Source) => void): void {
  const source = { engine: generator.engine, cachedNormal: generator.cachedNormal };
  try {
    body(source);
  } finally {
    generator.cachedNormal = source.cachedNormal;
  }
}

export const sampled: KernelFunction<"sampled"> = (_, [output], { generator, sampler, first, second, op }) => {
  const ordered = inMemoryOrder(output as Operand);
  const write = writer(ordered);
  const draw = samplers[sampler](first, second);
  const { dtype } = ordered;
  drawing(generator, (source) => {
    for (let at = 0; at < count(ordered); at++) {
      const value = draw(source);
      checkHeld(op, value, dtype);
      write(at, value);
    }
  });
};

/** Refuses what was drawn of an integer's dtype that does not hold it. */
export function checkHeld(op: string, value: number, dtype: DType): void {
  if (isFloating(dtype) || value <= dtypeRanges[dtype][1]) return;
  throw new ArgumentError(`${op}: drew ${value}, which ${dtype} does not hold; draw into a float64 tensor`);
}

export const sampledEach: KernelFunction<"sampledEach"> = (
  [parameter, second],
  [output],
  { generator, sampler, op, bounds = [0, 1] },
) => {
  const ofOutput = (input: Operand) => reader(inMemoryOrder(input, output as Operand));
  const read = ofOutput(parameter as Operand);
  const readSecond = second == null ? () => 0 : ofOutput(second);
  const write = writer(inMemoryOrder(output as Operand));
  const { fault, draw }: Each = eachSamplers[sampler];
  const { dtype } = parameter as Operand;
  const elements = count(output);
  for (let at = 0; at < elements; at++) {
    const wrong = fault(read(at), readSecond(at));
    if (wrong !== null) throw new ArgumentError(`${op}: ${wrong}`);
  }
  drawing(generator, (source) => {
    for (let at = 0; at < elements; at++) write(at, draw(read(at), source, dtype, readSecond(at), bounds));
  });
};

export const sampledLogarithm: KernelFunction<"sampledLogarithm"> = (inputs, outputs, attributes) =>
  sampled(inputs, outputs, attributes);
export const bernoulliEach: KernelFunction<"bernoulliEach"> = (inputs, outputs, attributes) =>
  sampledEach(inputs, outputs, attributes);

type Round = (x: number) => number;

export const multinomial: KernelFunction<"multinomial"> = ([weights], [output], attributes) => {
  const { generator, replacement, count: samples } = attributes;
  const round: Round = weights!.dtype === "float32" ? Math.fround : (x) => x;
  drawing(generator, (source) => {
    if (replacement && samples > 1) withReplacement(weights as Operand, output as Operand, samples, source, round);
    else withoutReplacement(weights as Operand, output as Operand, samples, source, round);
  });
};

/** A uniform draw each, looked up among the sums of weights so far, which are in the weights' dtype. */
function withReplacement(weights: Operand, output: Operand, samples: number, source: Source, round: Round): void {
  const [rows, categories] = weights.shape as [number, number];
  const [read, write] = [reader(weights), writer(output)];
  const sums = new Float64Array(categories);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = 0; at < categories; at++) {
      const weight = read(row * categories + at);
      if (!(weight >= 0)) refuse("encountering probability entry < 0");
      if (weight === Number.POSITIVE_INFINITY) refuse("encountering probability entry = infinity or NaN");
      sum = round(sum + weight);
      sums[at] = sum;
    }
    if (!(sum > 0)) refuse("sum of probabilities <= 0");
    for (let at = 0; at < categories; at++) sums[at] = round(sums[at]! / sum);
    sums[categories - 1] = 1;
    for (let sample = 0; sample < samples; sample++) {
      const drawn = uniformDouble(source);
      let [low, high] = [0, categories];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sums[middle]! < drawn) low = middle + 1;
        else high = middle;
      }
      write(row * samples + sample, low);
    }
  }
}

/** The largest of weight / q, for q drawn exponentially for every category of every row. */
function withoutReplacement(weights: Operand, output: Operand, samples: number, source: Source, round: Round): void {
  const [rows, categories] = weights.shape as [number, number];
  const [read, write] = [reader(weights), writer(output)];
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = 0; at < categories; at++) {
      const weight = read(row * categories + at);
      if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
        throw new ArgumentError("multinomial: probability tensor contains either `inf`, `nan` or element < 0");
      sum += weight;
    }
    if (sum === 0) refuse("sum of probabilities <= 0");
  }
  const draw = samplers.exponential(1);
  const scores = new Float64Array(rows * categories);
  // The draws lie as the weights do, and go in the order of memory.
  const isTurned = weights.strides[0]! < weights.strides[1]! && weights.strides[0]! > 0;
  const [outer, inner] = isTurned ? [categories, rows] : [rows, categories];
  for (let first = 0; first < outer; first++) {
    for (let second = 0; second < inner; second++) {
      const at = isTurned ? second * categories + first : first * categories + second;
      scores[at] = round(read(at) / round(draw(source)));
    }
  }
  for (let row = 0; row < rows; row++) {
    const own = scores.subarray(row * categories, (row + 1) * categories);
    for (const [sample, category] of largest(own, samples).entries()) write(row * samples + sample, category);
  }
}

/** The places of so many of the largest, by falling size; of equals the first. */
export function largest(scores: Float32Array | Float64Array, samples: number): Int32Array {
  // A heap of those that are largest so far, the least of them on top, so that most scores are compared once.
  const heap = new Int32Array(samples);
  const isBehind = (a: number, b: number): boolean => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  const sink = (from: number, place: number, size: number) => {
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isBehind(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBehind(heap[child]!, place)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = place;
  };
  for (let at = 0; at < samples; at++) heap[at] = at;
  for (let at = (samples >> 1) - 1; at >= 0; at--) sink(at, heap[at]!, samples);
  for (let place = samples; place < scores.length; place++) if (isBehind(heap[0]!, place)) sink(0, place, samples);
  // The least goes behind the others, again and again.
  for (let size = samples - 1; size > 0; size--) {
    const [least, last] = [heap[0]!, heap[size]!];
    sink(0, last, size);
    heap[size] = least;
  }
  return heap;
}

function refuse(why: string): never {
  throw new ArgumentError(`multinomial: invalid multinomial distribution (${why})`);
}

export const gammaSlope: KernelFunction<"gammaSlope"> = ([alpha, sample], [output]) => {
  const [alphaAt, sampleAt, write] = [reader(alpha), reader(sample), writer(output)];
  for (let at = 0; at < count(output); at++) write(at, slopeOfGamma(alphaAt(at), sampleAt(at)));
};

export const dirichletSlope: KernelFunction<"dirichletSlope"> = ([x, alpha, total], [output]) => {
  const [xAt, alphaAt, totalAt, write] = [reader(x), reader(alpha), reader(total), writer(output)];
  for (let at = 0; at < count(output); at++) {
    const own = alphaAt(at);
    const rest = totalAt(at) - own;
    // Beside nothing the share is 1, whatever its concentration.
    write(at, rest > 0 ? betaSlope(xAt(at), own, rest) : 0);
  }
};
