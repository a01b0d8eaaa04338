// Loading of state dicts: everything is compared first, and only then written. Which keys a module has, it says itself.

import {
  ArgumentError,
  BernoulliError,
  type Device,
  isTensor,
  noGrad,
  scope,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";

/** Tensors by their paths, in the order of declaration: `{ "fc1.weight": …, "fc1.bias": … }`. */
export type StateDict = Record<string, Tensor>;

export interface LoadStateDictOptions {
  /** Whether missing and unexpected keys are errors. Default true. */
  readonly strict?: boolean;
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
  readonly missingKeys: readonly string[];
  readonly unexpectedKeys: readonly string[];

  constructor(message: string, { missingKeys, unexpectedKeys }: LoadResult) {
    super(message);
    this.missingKeys = missingKeys;
    this.unexpectedKeys = unexpectedKeys;
  }
}

/** Copies the elements of `source` into the tensors of `target`. Nothing is written where something does not fit. */
export function loadInto(
  owner: string,
  target: StateDict,
  source: Readonly<Record<string, Tensor>>,
  { strict = true }: LoadStateDictOptions,
): LoadResult {
  if (typeof source !== "object" || source === null)
    throw new ArgumentError(
      `${owner}: expected state_dict to be an object of tensors, got ${source === null ? "null" : typeof source}`,
    );
  const missingKeys = Object.keys(target).filter((key) => !Object.hasOwn(source, key));
  const unexpectedKeys = Object.keys(source).filter((key) => !Object.hasOwn(target, key));
  const problems: string[] = [];
  if (strict && missingKeys.length > 0) problems.push(`Missing key(s) in state_dict: ${quoted(missingKeys)}.`);
  if (strict && unexpectedKeys.length > 0) problems.push(`Unexpected key(s) in state_dict: ${quoted(unexpectedKeys)}.`);
  const pairs = Object.keys(target)
    .filter((key) => Object.hasOwn(source, key))
    .map((key) => [key, target[key]!, source[key]!] as const);
  for (const [key, own, given] of pairs) {
    if (!isTensor(given)) {
      problems.push(
        `While copying the parameter named "${key}", expected a Tensor from checkpoint but received ${given === null ? "null" : `a value of type ${typeof given}`}.`,
      );
    } else if (given.storage.freed) {
      problems.push(
        `While copying the parameter named "${key}", found that its tensor was freed; keep() or clone() it.`,
      );
    } else if (own.shape.length !== given.shape.length || own.shape.some((size, dim) => size !== given.shape[dim])) {
      problems.push(
        `size mismatch for ${key}: copying a param with shape [${given.shape.join(", ")}] from checkpoint, the shape in current model is [${own.shape.join(", ")}].`,
      );
    }
  }
  if (problems.length > 0) {
    throw new StateDictError(`Error(s) in loading state_dict for ${owner}:\n\t${problems.join("\n\t")}`, {
      missingKeys,
      unexpectedKeys,
    });
  }
  noGrad(() =>
    scope(() => {
      for (const [, own, given] of pairs) own.copy_(given.device === own.device ? given : onDevice(given, own.device));
    }),
  );
  return { missingKeys, unexpectedKeys };
}

function onDevice(given: Tensor, device: Device): Tensor {
  return tensor(given.data(), { dtype: given.dtype, device }).view(given.shape);
}

function quoted(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(", ");
}
