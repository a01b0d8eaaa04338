// Loading of state dicts: everything is compared first, and only then written. Which keys a module has, it says itself.

import {
  ArgumentError,
  BernoulliError,
  checkOptions,
  describe,
  isTensor,
  noGrad,
  scope,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { propertyOf } from "./keys.js";
import { initialize, isUninitialized, withoutShape } from "./uninitialized.js";

/** Tensors by their paths, in the order of declaration: `{ "fc1.weight": …, "fc1.bias": … }`. */
export type StateDict = Record<string, Tensor>;

export interface LoadStateDictOptions {
  /** Whether missing and unexpected keys are errors. Default true. */
  readonly strict?: boolean;
  /**
   * `"snake"` reads keys as PyTorch's scripts name fields, `hidden_layer.weight` for `hiddenLayer.weight`, beside those that fit as they
   * are. Default null.
   */
  readonly rename?: "snake" | null;
  /** Whether the tensors themselves take the places of what is there, instead of being copied into it. Default false. */
  readonly assign?: boolean;
}

export interface LoadResult {
  /** Keys of the module that the state dict lacks. */
  readonly missingKeys: readonly string[];
  /** Keys of the state dict that the module lacks. */
  readonly unexpectedKeys: readonly string[];
}

/** A state dict that does not fit a module; `missingKeys` and `unexpectedKeys` hold what the message lists. */
export class StateDictError extends BernoulliError implements LoadResult {
  override name = "StateDictError";
  override readonly code = "BERNOULLI_STATE_DICT";
  readonly missingKeys: readonly string[];
  readonly unexpectedKeys: readonly string[];

  constructor(message: string, { missingKeys, unexpectedKeys }: LoadResult) {
    super(message);
    this.missingKeys = missingKeys;
    this.unexpectedKeys = unexpectedKeys;
  }
}

/** Copies the elements of `given` into the tensors of `target`, or has them assigned. Nothing is written where something does not fit. */
export function loadInto(
  owner: string,
  target: StateDict,
  given: Readonly<Record<string, Tensor>>,
  options: LoadStateDictOptions,
  assign: (others: ReadonlyMap<Tensor, Tensor>) => void,
): LoadResult {
  checkOptions(`${owner}.loadStateDict`, options, ["strict", "rename", "assign"]);
  const { strict = true, rename = null } = options;
  if (rename !== null && rename !== "snake")
    throw new ArgumentError(`${owner}.loadStateDict: rename must be "snake" or null, but got ${describe(rename)}`);
  checkStateDict(owner, given);
  const source = rename === null ? given : renamed(owner, target, given);
  const missingKeys = Object.keys(target).filter((key) => !Object.hasOwn(source, key) && !mayBeMissing(key));
  const unexpectedKeys = Object.keys(source).filter((key) => !Object.hasOwn(target, key));
  const problems: string[] = [];
  if (strict && missingKeys.length > 0) problems.push(`Missing key(s) in state_dict: ${quoted(missingKeys)}.`);
  if (strict && unexpectedKeys.length > 0) problems.push(`Unexpected key(s) in state_dict: ${quoted(unexpectedKeys)}.`);
  const pairs = Object.keys(target)
    .filter((key) => Object.hasOwn(source, key))
    .map((key) => [key, target[key]!, source[key]!] as const);
  for (const [key, own, given] of pairs) {
    const problem = misfit(key, own, given);
    if (problem !== null) problems.push(problem);
  }
  if (rename === null && strict && missingKeys.length > 0 && fitsRenamed(target, source, missingKeys, unexpectedKeys))
    problems.push('All keys fit with { rename: "snake" }, which reads hidden_layer as hiddenLayer.');
  if (problems.length > 0) {
    throw new StateDictError(`Error(s) in loading state_dict for ${owner}:\n\t${problems.join("\n\t")}`, {
      missingKeys,
      unexpectedKeys,
    });
  }
  if (options.assign === true) {
    const assigned = pairs.filter(([, , given]) => !isUninitialized(given));
    noGrad(() => assign(new Map(assigned.map(([, own, given]) => [own, given.detach()]))));
    return { missingKeys, unexpectedKeys };
  }
  noGrad(() =>
    scope(() => {
      // Memory may run out here and only here: writing takes none.
      const written = pairs.filter(([, , given]) => !isUninitialized(given));
      const converted = written.map(([, own, given]) => convert(given, own));
      for (const [at, [, own]] of written.entries()) {
        if (isUninitialized(own)) initialize(own, converted[at]!);
        else own.copy_(converted[at]!);
      }
    }),
  );
  return { missingKeys, unexpectedKeys };
}

/** Batch norm's counter, which files from before PyTorch 0.4.1 lack: as there it stays what it is. */
function mayBeMissing(key: string): boolean {
  return /(^|\.)num_batches_tracked$/.test(key);
}

/** A path with each name in camelCase, by which names of both habits meet. */
function meeting(path: string): string {
  return path.split(".").map(propertyOf).join(".");
}

/** The state dict by the module's keys, where a key of its own habit leads to one; other keys stay. */
function renamed(
  owner: string,
  target: StateDict,
  given: Readonly<Record<string, Tensor>>,
): Readonly<Record<string, Tensor>> {
  const own = new Map<string, string[]>();
  for (const key of Object.keys(target)) own.set(meeting(key), [...(own.get(meeting(key)) ?? []), key]);
  const result: StateDict = {};
  const from = new Map<string, string>();
  for (const [key, tensor] of Object.entries(given)) {
    const candidates = Object.hasOwn(target, key) ? [key] : (own.get(meeting(key)) ?? [key]);
    const before = from.get(candidates[0]!);
    if (candidates.length > 1 || before !== undefined)
      throw new ArgumentError(
        `${owner}.loadStateDict: rename: "snake" is ambiguous: ${before === undefined ? `"${key}" may be ${quoted(candidates)}` : `${quoted([before, key])} are both "${candidates[0]}"`}; rename keys by hand`,
      );
    from.set(candidates[0]!, key);
    result[candidates[0]!] = tensor;
  }
  return result;
}

function fitsRenamed(
  target: StateDict,
  source: Readonly<Record<string, Tensor>>,
  missingKeys: readonly string[],
  unexpectedKeys: readonly string[],
): boolean {
  const wanted = missingKeys.map(meeting).sort();
  const offered = unexpectedKeys.map(meeting).sort();
  const sameKeys = wanted.length === offered.length && wanted.every((key, at) => key === offered[at]);
  return sameKeys && Object.keys(target).length === Object.keys(source).length;
}

function checkStateDict(owner: string, source: unknown): void {
  const isObject = typeof source === "object" && source !== null;
  if (isObject && !Array.isArray(source) && !isTensor(source) && !(source instanceof Map)) return;
  const cure = source instanceof Map ? "; give Object.fromEntries(map)" : "";
  throw new ArgumentError(`${owner}: expected state_dict to be an object of tensors, got ${describe(source)}${cure}`);
}

/** Why `given` cannot be copied into `own`, or null. */
function misfit(key: string, own: Tensor, given: unknown): string | null {
  if (!isTensor(given))
    return `While copying the parameter named "${key}", expected a Tensor from checkpoint but received ${given === null ? "null" : `a value of type ${typeof given}`}.`;
  if (given.storage.freed)
    return `While copying the parameter named "${key}", found that its tensor was freed; keep() or clone() it.`;
  if (isUninitialized(given))
    return isUninitialized(own)
      ? null
      : `While copying the parameter named "${key}", an exception occurred: ${withoutShape}`;
  if (isUninitialized(own)) return null;
  if (own.shape.length !== given.shape.length || own.shape.some((size, dim) => size !== given.shape[dim]))
    return `size mismatch for ${key}: copying a param with shape [${given.shape.join(", ")}] from checkpoint, the shape in current model is [${own.shape.join(", ")}].`;
  return null;
}

/**
 * The elements in `own`'s dtype and on its device; those of what has none yet are its own to have. What lies in JavaScript memory is read
 * from there, and stays there.
 */
function convert(given: Tensor, own: Tensor): Tensor {
  const { dtype, device } = own;
  if (!given.storage.onHost) return given.to({ dtype, device, copy: isUninitialized(own) });
  return tensor(given.toTypedArray(), { dtype, device }).view(given.shape);
}

function quoted(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(", ");
}
