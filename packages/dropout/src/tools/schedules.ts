// Rates that change while one trains, as plain functions of the progress: a trainer's callback, or a loop, calls them.

import type { Module } from "@bernoulli/nn";
import { ArgumentError } from "@bernoulli/tensor";
import { checkRate } from "../drawing.js";
import { isDropout } from "./drops.js";

/** The rate at a step, counted from 0. */
export type RateSchedule = (step: number) => number;

function checkSteps(op: string, name: string, steps: number): void {
  if (!Number.isSafeInteger(steps) || steps < 0)
    throw new ArgumentError(`${op}: ${name} must be a whole number of 0 or more, but got ${String(steps)}`);
}

/**
 * p for the first `steps`, and none behind: against underfitting.
 * See Liu et al., ICML 2023 (https://arxiv.org/abs/2303.01500).
 *
 * @throws ArgumentError if p is outside [0, 1], or steps is none.
 * @example
 * ```ts
 * import { earlyDropout } from "@bernoulli/dropout";
 * [0, 1, 2].map(earlyDropout(0.5, 2)); // → [0.5, 0.5, 0]
 * ```
 */
export function earlyDropout(p: number, steps: number): RateSchedule {
  checkRate("earlyDropout", p);
  checkSteps("earlyDropout", "steps", steps);
  return (step) => (step < steps ? p : 0);
}

/**
 * None for the first `steps`, and p behind.
 * See Liu et al., ICML 2023.
 *
 * @throws ArgumentError if p is outside [0, 1], or steps is none.
 * @example
 * ```ts
 * import { lateDropout } from "@bernoulli/dropout";
 * [0, 1, 2].map(lateDropout(0.5, 2)); // → [0, 0, 0.5]
 * ```
 */
export function lateDropout(p: number, steps: number): RateSchedule {
  checkRate("lateDropout", p);
  checkSteps("lateDropout", "steps", steps);
  return (step) => (step < steps ? 0 : p);
}

/**
 * From one rate to another in equal steps, and then that.
 * See Liu et al., ICML 2023, whose early dropout falls to 0 so.
 *
 * @throws ArgumentError if a rate is outside [0, 1], or steps is none.
 * @example
 * ```ts
 * import { linearDropout } from "@bernoulli/dropout";
 * [0, 1, 2, 3].map(linearDropout(0.5, 0, 2)); // → [0.5, 0.25, 0, 0]
 * ```
 */
export function linearDropout(from: number, to: number, steps: number): RateSchedule {
  checkRate("linearDropout", from, "from");
  checkRate("linearDropout", to, "to");
  checkSteps("linearDropout", "steps", steps);
  return (step) => (step >= steps ? to : from + ((to - from) * step) / steps);
}

/**
 * p(1 − e^(−γ·step)): from none towards p.
 * See Morerio et al., ICCV 2017 (https://arxiv.org/abs/1703.06229), who take γ = 10 over the count of steps.
 *
 * @throws ArgumentError if p is outside [0, 1], or gamma is not positive and finite.
 * @example
 * ```ts
 * import { curriculumDropout } from "@bernoulli/dropout";
 * const rate = curriculumDropout(0.5, 10 / 1000);
 * [rate(0), rate(1000).toFixed(4)]; // → [0, "0.5000"]
 * ```
 */
export function curriculumDropout(p: number, gamma: number): RateSchedule {
  checkRate("curriculumDropout", p);
  if (!(gamma > 0 && gamma < Number.POSITIVE_INFINITY))
    throw new ArgumentError(`curriculumDropout: gamma must be a finite positive number, but got ${String(gamma)}`);
  return (step) => -p * Math.expm1(-gamma * step);
}

/**
 * Sets the rate `p` of all kinds of dropout in a model that have one, and returns how many these are; those that `filter` refuses stay as
 * they are, and so does the `dropout` of recurrent layers and of attention.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { Dropout, Linear, Sequential } from "@bernoulli/nn";
 * import { linearDropout, setDropout } from "@bernoulli/dropout";
 * const model = new Sequential(new Linear(2, 2), new Dropout(0.5));
 * const rate = linearDropout(0.5, 0.1, 4);
 * setDropout(model, rate(2)); // → 1
 * String(model).includes("Dropout(p=0.3"); // → true
 * ```
 */
export function setDropout(
  model: Module,
  p: number,
  filter: (module: Module, name: string) => boolean = () => true,
): number {
  checkRate("setDropout", p);
  let count = 0;
  for (const [name, module] of model.namedModules()) {
    const own = module as Module & { p?: unknown };
    if (!isDropout(module) || !Object.hasOwn(own, "p") || typeof own.p !== "number" || !filter(module, name)) continue;
    own.p = p;
    count++;
  }
  return count;
}
