// Checks of options, in PyTorch's words.

import { ArgumentError, describe, describeAll, isTensor } from "@bernoulli/tensor";

/** Numbers and texts as they are, other things by what they are. */
const told = (value: unknown): string =>
  typeof value === "function" || (typeof value === "object" && value !== null) ? describe(value) : String(value);

/** Throws unless the value is a finite number of at least 0: an infinite rate makes every weight infinite or no number. */
export function checkNotNegative(owner: string, name: string, value: number): void {
  checkNoTensor(owner, name, value);
  if (!(Number.isFinite(value) && value >= 0))
    throw new ArgumentError(`${owner}: Invalid ${name}: ${told(value)}; it must be a finite number of at least 0`);
}

/** Throws unless the value is a finite number. */
export function checkNumber(owner: string, name: string, value: number): void {
  checkNoTensor(owner, name, value);
  if (!Number.isFinite(value))
    throw new ArgumentError(`${owner}: Invalid ${name}: ${told(value)}; it must be a finite number`);
}

/** Throws unless the value is true or false: a text such as "no" would count as true. */
export function checkFlag(owner: string, name: string, value: boolean): void {
  if (typeof value !== "boolean")
    throw new ArgumentError(`${owner}: Invalid ${name} value: ${told(value)}; it must be true or false`);
}

/** Throws unless the values are two shares that are kept, each in [0, 1). */
export function checkBetas(owner: string, betas: readonly [number, number]): void {
  if (!Array.isArray(betas) || betas.length !== 2)
    throw new ArgumentError(`${owner}: betas must be a pair of numbers, but got ${describeAll(betas)}`);
  for (const [at, beta] of betas.entries()) {
    if (!(Number.isFinite(beta) && beta >= 0 && beta < 1))
      throw new ArgumentError(`${owner}: Invalid beta parameter at index ${at}: ${told(beta)}; it must be in [0, 1)`);
  }
}

/** What Adam and those like it have in common. */
interface AdaptiveRates {
  readonly lr: number;
  readonly betas: readonly [number, number];
  readonly eps: number;
  readonly weightDecay: number;
}

/** Throws unless the rates of an optimizer such as Adam are in their ranges, in PyTorch's order. */
export function checkAdaptiveRates(owner: string, { lr, betas, eps, weightDecay }: AdaptiveRates): void {
  checkNotNegative(owner, "learning rate", lr);
  checkNotNegative(owner, "epsilon value", eps);
  checkBetas(owner, betas);
  checkNotNegative(owner, "weight_decay value", weightDecay);
}

/** PyTorch takes a rate as a tensor too, for CUDA graphs. */
function checkNoTensor(owner: string, name: string, value: unknown): void {
  if (isTensor(value))
    throw new ArgumentError(
      `${owner}: the ${name} must be a number, but got a Tensor; give its .item(), and write group.lr where it changes`,
    );
}
