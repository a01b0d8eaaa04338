// The optimizers' steps in one pass over parameter, gradient and state, rounded as the ops are of which PyTorch makes them, but for
// the numbers below 2⁻¹²⁶: averages that would make them are zero (docs/decisions/0011-subnormal-averages.md).

import type { AdamStepAttributes, Kernel, Operand, SgdStepAttributes } from "../../kernels.js";
import type { F32x4, FunctionBuilder, I32x4 } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { definePointwise, type Pointwise, pointwiseWork, runTogether, type Work } from "./pointwise.js";
import { walked } from "./walk.js";

/** The gradient, or what descends against it. */
function direction(parameter: F32x4, gradient: F32x4, decay: F32x4, { decays, maximize }: Flags): F32x4 {
  const own = maximize ? gradient.negate() : gradient;
  return decays ? own.add(parameter.multiply(decay)) : own;
}

/** Below it floats have fewer digits, and processors multiply and divide them twenty times as slowly. */
const leastNormal = 2 ** -126;
/** So small that nobody sees it: beside parameters, and beside a float of magnitude one. */
const [unseen, unseenBeside] = [2 ** -80, 2 ** -26] as const;

/** The least of which products with all these factors are normal; those with zero are what they are. */
function leastBehind(...factors: readonly number[]): number {
  let least = leastNormal;
  for (const factor of factors) if (factor !== 0) least = Math.max(least, leastNormal / Math.abs(factor));
  return least;
}

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** What {@link flushed} is given so that magnitudes below `least` are zero: none, if somebody would see it. */
function mostTiny(least: number, isUnseen: boolean): number {
  float[0] = least;
  return isUnseen && least <= unseen ? bits[0]! - 1 : -1;
}

/** Of the average, of its square, and of gradients to be squared. What is lost must not be seen beside eps. */
function thresholdsOfAdam({ beta1, beta2, eps, stepSize, correction2Root }: AdamStepAttributes): number[] {
  const average = leastBehind(beta1, stepSize);
  const square = leastBehind(beta2);
  const root = Math.sqrt(leastNormal / (1 - beta2));
  // What a square never grows to, since it is zero again after each step, comes to 1 / (1 − β₂) times what one step loses.
  const isBesideEps = Math.max(Math.sqrt(square), root) <= unseenBeside * eps * correction2Root;
  return [
    mostTiny(average, Math.abs(stepSize) * average <= unseen * eps),
    mostTiny(square, isBesideEps),
    mostTiny(root, isBesideEps),
  ];
}

/** Zero where the magnitude is no more than a number of those bits: magnitudes are in the order of their bits, NaN the last. */
function flushed(f: FunctionBuilder, value: F32x4, most: I32x4): F32x4 {
  const lanes = value.asI32x4();
  return lanes.and(lanes.and(f.constant("i32x4", 0x7fffffff)).greaterThan(most)).asF32x4();
}

/** What a step does or leaves; each combination is a kernel. */
interface Flags {
  readonly decays: boolean;
  readonly maximize: boolean;
  readonly nesterov: boolean;
}

function adam(flags: Flags): Pointwise {
  return definePointwise({
    name: nameOf("adamStep", flags),
    inputs: ["float32", "float32", "float32", "float32"],
    output: "float32",
    alsoWrites: [2, 3],
    scalars: [
      ...(["float32", "float32", "float32", "float32", "float32", "float32", "float32", "float32"] as const),
      ...(["int32", "int32", "int32"] as const),
    ],
    compute: (f, [parameter, gradient, average, squares], scalars) => {
      const [beta1, rest1, beta2, rest2, decay, root, eps, size, mostAverage, mostSquare, mostRoot] = scalars;
      const g = f.local("f32x4", "direction", direction(parameter, gradient, decay, flags));
      const moved = f.local("f32x4", "moved", average.multiply(beta1).add(g.multiply(rest1)));
      f.set(average as never, flushed(f, moved, mostAverage));
      f.set(g, flushed(f, g, mostRoot));
      const scaled = f.local("f32x4", "scaled", squares.multiply(beta2).add(rest2.multiply(g).multiply(g)));
      f.set(squares as never, flushed(f, scaled, mostSquare));
      const denominator = squares.squareRoot().divide(root).add(eps);
      return parameter.add(size.multiply(average).divide(denominator));
    },
  });
}

function sgd(flags: Flags): Pointwise {
  return definePointwise({
    name: nameOf("sgdStep", flags),
    inputs: ["float32", "float32", "float32"],
    output: "float32",
    alsoWrites: [2],
    scalars: ["float32", "float32", "float32", "float32", "int32"],
    compute: (f, [parameter, gradient, buffer], [rate, decay, kept, rest, most]) => {
      const g = f.local("f32x4", "direction", direction(parameter, gradient, decay, flags));
      const velocity = f.local("f32x4", "velocity", buffer.multiply(kept).add(g.multiply(rest)));
      f.set(buffer as never, flushed(f, velocity, most));
      const moved: F32x4 = flags.nesterov ? g.add(buffer.multiply(kept)) : buffer;
      return parameter.add(moved.multiply(rate));
    },
  });
}

function nameOf(step: string, { decays, maximize, nesterov }: Flags): string {
  return [step, decays ? "decay" : "", maximize ? "maximize" : "", nesterov ? "nesterov" : ""]
    .filter(Boolean)
    .join(" ");
}

/** One operation for each combination of flags, made when it is first wanted. */
function variants(make: (flags: Flags) => Pointwise): (flags: Flags) => Pointwise {
  const made = new Map<string, Pointwise>();
  return (flags) => {
    const name = nameOf("", flags);
    const operation = made.get(name) ?? make(flags);
    made.set(name, operation);
    return operation;
  };
}

const adamOf = variants(adam);
const sgdOf = variants(sgd);

/** One step's operation, and its numbers. */
interface Update {
  readonly operation: Pointwise;
  readonly scalars: readonly number[];
}

function adamUpdate(attributes: AdamStepAttributes): Update {
  const { beta1, beta2, weightDecay, maximize, correction2Root, eps, stepSize } = attributes;
  return {
    operation: adamOf({ decays: weightDecay !== 0, maximize, nesterov: false }),
    scalars: [
      ...[beta1, 1 - beta1, beta2, 1 - beta2, weightDecay, correction2Root, eps, -stepSize],
      ...thresholdsOfAdam(attributes),
    ],
  };
}

function sgdUpdate({ lr, momentum, dampening, weightDecay, nesterov, maximize }: SgdStepAttributes): Update {
  const least = leastBehind(momentum, lr);
  return {
    operation: sgdOf({ decays: weightDecay !== 0, maximize, nesterov }),
    scalars: [-lr, weightDecay, momentum, 1 - dampening, mostTiny(least, Math.abs(lr) * least <= unseen)],
  };
}

function workOf({ operation, scalars }: Update, inputs: readonly (Operand | null)[], output: Operand): Work {
  const operands = [...(inputs as readonly Operand[]), output].map(walked);
  return pointwiseWork(runtimeOf(output), operation, output.shape, operands, scalars);
}

/** What each kind of step does, by the name of its kernel. */
const updates = { adamStep: adamUpdate, sgdStep: sgdUpdate } as const;

export type OptimizerStep = keyof typeof updates;

export function isOptimizerStep(name: string): name is OptimizerStep {
  return Object.hasOwn(updates, name);
}

/** What the steps depend on beside their operands: the flags and the numbers of each. */
export function numbersOfSteps(name: OptimizerStep, attributes: readonly unknown[]): number[] {
  const updateOf = updates[name] as (attributes: unknown) => Update;
  return attributes.flatMap((own) => {
    const { maximize, nesterov } = own as Partial<SgdStepAttributes>;
    return [Number(maximize), Number(nesterov), ...updateOf(own).scalars];
  });
}

/** One parameter's step. */
export interface ParameterStep {
  readonly inputs: readonly (Operand | null)[];
  readonly outputs: readonly Operand[];
  readonly attributes: unknown;
}

/** Steps of one kind as one job: none reads or writes what another writes. */
export function optimizerSteps(name: OptimizerStep, steps: readonly ParameterStep[]): void {
  const updateOf = updates[name] as (attributes: unknown) => Update;
  const works = steps.map(({ inputs, outputs, attributes }) => workOf(updateOf(attributes), inputs, outputs[0]!));
  runTogether(runtimeOf(steps[0]!.outputs[0]!), works);
}

function kernelOf<K extends OptimizerStep>(name: K): Kernel<K> {
  return (inputs, outputs, attributes) => optimizerSteps(name, [{ inputs, outputs, attributes }]);
}

export const adamStep = { float32: kernelOf("adamStep") };
export const sgdStep = { float32: kernelOf("sgdStep") };
