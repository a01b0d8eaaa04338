// How many threads the cpu device uses. The threads themselves are pool.ts's.

import { describe } from "../../../checks/describe.js";
import { ArgumentError } from "../../../checks/errors.js";
import { availableCores, canShareMemory, environmentVariable } from "./host.js";

const variable = "BERNOULLI_NUM_THREADS";
/** More are taken only where they are asked for: what nets of this size gain by them is eaten up by waiting. */
const mostByDefault = 8;
/** As many as the pool has room for. */
const mostThreads = 64;

let chosen: number | null = null;
/** As many as the platform lets take part. */
let most: number | null = null;

function check(what: string, value: number, given: unknown = value): number {
  if (!Number.isInteger(value) || value < 1 || value > mostThreads)
    throw new ArgumentError(`${what} must be an integer from 1 to ${mostThreads}, but got ${describe(given)}`);
  return value;
}

/** As many as were asked for, whether or not the platform has them. */
export function chosenThreads(): number {
  if (chosen === null) {
    const given = environmentVariable(variable) ?? "";
    chosen = given === "" ? Math.min(mostByDefault, availableCores()) : check(variable, Number(given), given);
  }
  return chosen;
}

/** Said by the pool where the platform refuses a thread: no more than so many take part from now on. */
export function limitThreads(count: number): void {
  most = Math.min(most ?? mostThreads, count);
}

/**
 * The number of threads that ops on the device "cpu" are spread over, the calling one included. Unless set, it is that of
 * the variable BERNOULLI_NUM_THREADS, or else the number of cores that this program may use, eight at the most. Where the
 * platform lets fewer take part it is as many as do: one on a page that is not cross-origin isolated, or, once the first large
 * op has tried, where threads cannot be started.
 * See https://pytorch.org/docs/stable/generated/torch.get_num_threads.html.
 *
 * @throws ArgumentError where BERNOULLI_NUM_THREADS is no number of threads.
 *
 * @example
 * ```ts
 * import { getNumThreads, setNumThreads } from "@bernoulli/tensor";
 * setNumThreads(1);
 * getNumThreads(); // → 1
 * ```
 */
export function getNumThreads(): number {
  most ??= canShareMemory() ? mostThreads : 1;
  return Math.min(most, chosenThreads());
}

/**
 * Sets the number of threads, from 1 to 64; results do not depend on it, bit for bit. Threads help while
 * that pays: where other programs use the cores, ops stay on the calling thread for a while, and try again.
 * See https://pytorch.org/docs/stable/generated/torch.set_num_threads.html.
 *
 * @throws ArgumentError where it is no integer from 1 to 64.
 */
export function setNumThreads(count: number): void {
  chosen = check("setNumThreads: the number of threads", count);
}
