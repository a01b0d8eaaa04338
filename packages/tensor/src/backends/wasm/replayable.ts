// Kernels of the table whose drivers do the same whenever addresses, layouts and some numbers are the same: plans repeat what
// they did (call-log.ts). Those that draw, or that look at what they computed, are not among them.

import type { KernelFunction, KernelName } from "../../kernels/contract.js";

type NumbersOf = (attributes: never) => readonly number[];

const replayable = new WeakMap<KernelFunction, NumbersOf>();

/**
 * Says so of a kernel, and which numbers of its attributes it depends on. Who drops the kernel drops what was said, so bundlers may.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function repeats<K extends KernelName>(
  kernel: KernelFunction<K>,
  numbersOf: (attributes: Parameters<KernelFunction<K>>[2]) => readonly number[] = () => [],
): KernelFunction<K> {
  replayable.set(kernel as KernelFunction, numbersOf as NumbersOf);
  return kernel;
}

/** The numbers that a replayable kernel depends on; null for others. */
export function numbersOfReplayable(kernel: KernelFunction): ((attributes: unknown) => readonly number[]) | null {
  return (replayable.get(kernel) as ((attributes: unknown) => readonly number[]) | undefined) ?? null;
}
