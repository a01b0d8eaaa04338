// One call with anything, and what is wrong with how it ends: it may work, or throw an error of ours that names no object by
// JavaScript's "[object Object]". Nothing else may be left behind.

import {
  BernoulliError,
  defaultGenerator,
  getNumThreads,
  isGradEnabled,
  memoryStats,
  ones,
  scope,
  setGradEnabled,
  setNumThreads,
  tensor,
} from "../index.js";
import type { Callable } from "./functions.testing.js";

/** What belongs nowhere, or somewhere else; made anew for each call. */
export const wrongValues: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 5,
  () => -1,
  () => 1.5,
  () => Number.NaN,
  () => "x",
  () => "toString",
  () => true,
  () => ({}),
  () => ({ dim: 1 }),
  () => ({ length: 2 }),
  () => ({ batch_size: 32 }),
  () => [1],
  () => [[1, 2]],
  () => [undefined],
  () => itself(),
  () => 1n,
  () => Symbol("s"),
  () => () => 1,
  () => async () => 1,
  () => new Date(0),
  () => new Float32Array(2),
  () => new BigInt64Array(2),
  () => new DataView(new ArrayBuffer(4)),
  () => new Map([[1, 2]]),
  () => Object.create(null),
];

/** What often belongs where it stands. */
export const rightValues = {
  matrix: () => ones(2, 3),
  vector: () => tensor([1, 2, 3]),
  index: () => tensor(0, { dtype: "int32" }),
  zero: () => 0,
  one: () => 1,
  sizes: () => [2, 3],
} as const satisfies Readonly<Record<string, () => unknown>>;

function itself(): unknown[] {
  const array: unknown[] = [];
  array.push(array);
  return array;
}

const text = (value: unknown) => {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  return /^(Number|String|Boolean|Undefined|Null)$/.test(tag) ? String(value) : tag;
};

/** Calls, waits for what is promised, and takes back what stays for all: an observer or a hook. */
async function resultOf(call: Callable, args: readonly unknown[]): Promise<void> {
  const result: unknown = await scope(() => ({ held: [call(...args)] })).held[0];
  const { remove } = (result ?? {}) as { remove?: unknown };
  if (typeof remove === "function" && remove.length === 0) remove.call(result);
}

/** What is wrong with the way in which a call ends, in words; null for nothing. */
export async function problemOf(name: string, call: Callable, args: readonly unknown[]): Promise<string | null> {
  const [before, generator, threads] = [memoryStats().scopes, defaultGenerator(), getNumThreads()];
  let problem: string | null = null;
  const begin = performance.now();
  try {
    await resultOf(call, args);
  } catch (error) {
    if (!(error instanceof BernoulliError)) problem = String(error).slice(0, 200);
    else if (/\[object |Cannot read|is not a function|=> 1/.test(error.message)) problem = error.message.slice(0, 200);
    // Whose wording is PyTorch's names the op in another way.
    else if (!/^([\w.]+(\(…\))?[: ]|"\w+" not implemented|Error\(s\) in loading state_dict)/.test(error.message))
      problem = `no owner is named: ${error.message.slice(0, 200)}`;
  }
  if (performance.now() - begin > 20_000) problem ??= "it takes more than 20 seconds";
  if (memoryStats().scopes !== before) problem ??= "a scope stays open";
  if (!isGradEnabled() && name !== "setGradEnabled") problem ??= "gradients stay switched off";
  if (defaultGenerator() !== generator) problem ??= "the default generator is another";
  setNumThreads(threads);
  setGradEnabled(true);
  return problem === null ? null : `${name}(${args.map(text).join(", ")}): ${problem}`;
}

/** The problems of all these calls, each once; arguments are made anew for each. */
export async function problemsOf(
  name: string,
  call: Callable,
  lists: Iterable<readonly (() => unknown)[]>,
): Promise<readonly string[]> {
  const problems = new Set<string>();
  for (const list of lists) {
    const problem = await problemOf(
      name,
      call,
      list.map((make) => make()),
    );
    if (problem !== null) problems.add(problem);
  }
  return [...problems];
}

/** Whether a call ends in a result. */
export async function works(call: Callable, args: readonly unknown[]): Promise<boolean> {
  const [generator, threads] = [defaultGenerator(), getNumThreads()];
  try {
    await resultOf(call, args);
    return defaultGenerator() === generator;
  } catch {
    return false;
  } finally {
    setNumThreads(threads);
    setGradEnabled(true);
  }
}
