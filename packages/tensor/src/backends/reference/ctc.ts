// ctcLoss and its gradient: the probability of all ways to spell a target along an input, by Graves' forward and backward variables.
// Scalar work on a few states a step, of which no vector would have four: the cpu runs these loops too.

import { ArgumentError, IndexError } from "../../checks/errors.js";
import type { CtcAttributes, KernelFunction, Operand } from "../../kernels/contract.js";
import type { TypedArray } from "../../tensor/dtype.js";
import { reader } from "./elements.js";

const none = Number.NEGATIVE_INFINITY;

/** log (eᵃ + eᵇ + eᶜ); of nothing at all, nothing. */
function logAdd(a: number, b: number, c: number): number {
  const most = Math.max(a, b, c);
  if (most === none) return none;
  return Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most)) + most;
}

/** One sample: where its numbers lie, and its labels with a blank in front of, between and behind them. */
interface Sample {
  readonly steps: number;
  /** The class of each state. */
  readonly states: Int32Array;
  /** By state: whether it may follow the one before the last: it is a label, and another than that. */
  readonly skips: Uint8Array;
}

/** Where the log-probability of a step, sample and class lies. */
interface Scores {
  readonly elements: TypedArray;
  readonly offset: number;
  readonly strides: readonly number[];
}

function scoresOf({ storage, dtype, offset, strides }: Operand): Scores {
  return { elements: storage.elements(dtype), offset, strides };
}

/** All samples, checked: lengths that fit and labels that are classes. */
function samplesOf(
  [logProbs, targets, inputLengths, targetLengths]: readonly Operand[],
  { blank, op }: CtcAttributes,
): readonly Sample[] {
  const [mostSteps, batch, classes] = logProbs!.shape as readonly [number, number, number];
  const [steps, lengths, labels] = [inputLengths!, targetLengths!, targets!].map(reader) as [Read, Read, Read];
  const isPadded = targets!.shape.length === 2;
  const room = isPadded ? targets!.shape[1]! : targets!.shape[0]!;
  const sizes = Array.from({ length: batch }, (_, at) => [steps(at), lengths(at)] as const);
  for (const [own, length] of sizes) {
    checkLength(op, "input_lengths", own, mostSteps);
    checkLength(op, "target_lengths", length, Number.POSITIVE_INFINITY);
    if (isPadded && length > room)
      throw new ArgumentError(
        `${op}: Expected tensor to have size at least ${length} at dimension 1, but got size ${room} for argument #2 'targets'; target_lengths says how many labels each row has`,
      );
  }
  const total = sizes.reduce((sum, [, length]) => sum + length, 0);
  if (!isPadded && total !== room)
    throw new ArgumentError(
      `${op}: Expected tensor to have size ${total} at dimension 0, but got size ${room} for argument #2 'targets'; target_lengths must add up to it`,
    );
  let behind = 0;
  return sizes.map(([own, length], at) => {
    const from = isPadded ? at * room : behind;
    behind += length;
    const states = new Int32Array(2 * length + 1).fill(blank);
    const skips = new Uint8Array(states.length);
    for (let label = 0; label < length; label++) {
      const given = labels(from + label);
      if (!(given >= 0 && given < classes))
        throw new IndexError(
          `${op}: Target ${given} is out of bounds: label ${label} of sample ${at}, with ${classes} classes (labels 0 to ${classes - 1})`,
        );
      states[2 * label + 1] = given;
    }
    for (let state = 2; state < states.length; state++) skips[state] = states[state] === states[state - 2] ? 0 : 1;
    return { steps: own, states, skips };
  });
}

type Read = (position: number) => number;

function checkLength(op: string, name: string, given: number, most: number): void {
  if (given < 0) throw new ArgumentError(`${op}: Expected ${name} to have value at least 0, but got value ${given}`);
  if (given > most)
    throw new ArgumentError(`${op}: Expected ${name} to have value at most ${most}, but got value ${given}`);
}

/** By step and state: the log of the probability of all ways that end there. */
function forwardOf({ steps, states, skips }: Sample, at: number, { elements, offset, strides }: Scores): Float64Array {
  const count = states.length;
  const alpha = new Float64Array(steps * count).fill(none);
  if (steps === 0) return alpha;
  const base = offset + at * strides[1]!;
  for (let state = 0; state < Math.min(count, 2); state++)
    alpha[state] = elements[base + states[state]! * strides[2]!]!;
  for (let step = 1; step < steps; step++) {
    const before = (step - 1) * count;
    const row = base + step * strides[0]!;
    for (let state = 0; state < count; state++) {
      const arrived = logAdd(
        alpha[before + state]!,
        state > 0 ? alpha[before + state - 1]! : none,
        skips[state] === 1 ? alpha[before + state - 2]! : none,
      );
      alpha[before + count + state] = arrived + elements[row + states[state]! * strides[2]!]!;
    }
  }
  return alpha;
}

export const ctcLoss: KernelFunction<"ctcLoss"> = (inputs, [output], attributes) => {
  const scores = scoresOf(inputs[0]!);
  const { storage, dtype, offset } = output!;
  const losses = storage.elements(dtype);
  for (const [at, sample] of samplesOf(inputs as readonly Operand[], attributes).entries()) {
    const { steps, states } = sample;
    const alpha = forwardOf(sample, at, scores);
    const last = alpha.length - 1;
    if (steps === 0) losses[offset + at] = states.length === 1 ? -0 : Number.POSITIVE_INFINITY;
    else losses[offset + at] = -logAdd(alpha[last]!, states.length > 1 ? alpha[last - 1]! : none, none);
  }
};

export const ctcLossBackward: KernelFunction<"ctcLossBackward"> = (inputs, [output], attributes) => {
  const [grad, logProbs, targets, inputLengths, targetLengths, losses] = inputs as readonly Operand[];
  const given = [logProbs!, targets!, inputLengths!, targetLengths!];
  const scores = scoresOf(logProbs!);
  const [mostSteps, batch, classes] = output!.shape as readonly [number, number, number];
  const result = output!.storage.elements(output!.dtype);
  const [arrived, lossOf] = [reader(grad), reader(losses)];
  result.fill(0, output!.offset, output!.offset + mostSteps * batch * classes);
  for (const [at, sample] of samplesOf(given, attributes).entries()) {
    const loss = lossOf(at);
    if (attributes.zeroInfinity && loss === Number.POSITIVE_INFINITY) continue;
    const { steps, states, skips } = sample;
    const alpha = forwardOf(sample, at, scores);
    const count = states.length;
    // Of the states of one step: the log of the probability of all ways from there on; and of each class, of all ways through it.
    let beta = new Float64Array(count).fill(none);
    let next = new Float64Array(count);
    const through = new Float64Array(classes);
    const { elements, offset, strides } = scores;
    for (let step = steps - 1; step >= 0; step--) {
      const row = offset + step * strides[0]! + at * strides[1]!;
      through.fill(none);
      for (let state = 0; state < count; state++) {
        const place = states[state]!;
        const onward =
          step === steps - 1
            ? state >= count - 2
              ? 0
              : none
            : logAdd(
                beta[state]!,
                state + 1 < count ? beta[state + 1]! : none,
                state + 2 < count && skips[state + 2] === 1 ? beta[state + 2]! : none,
              );
        const own = onward + elements[row + place * strides[2]!]!;
        next[state] = own;
        through[place] = logAdd(through[place]!, alpha[step * count + state]! + own, none);
      }
      [beta, next] = [next, beta];
      const to = output!.offset + (step * batch + at) * classes;
      for (let place = 0; place < classes; place++) {
        const score = elements[row + place * strides[2]!]!;
        result[to + place] = (Math.exp(score) - Math.exp(through[place]! + loss - score)) * arrived(at);
      }
    }
  }
};
