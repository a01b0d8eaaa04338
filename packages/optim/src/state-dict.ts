// State dicts of optimizers: from live state to PyTorch's structure and back. Names are camelCase alive and PyTorch's
// snake_case when saved: maxExpAvgSq and max_exp_avg_sq.

import { ArgumentError, isTensor, scope, type Tensor, tensor } from "@bernoulli/tensor";
import type { ParameterState, StateValue } from "./optimizer.js";
import { type ParameterGroup, scheduledNames } from "./parameter-groups.js";

/** What `torch.optim.Optimizer.state_dict()` gives; `step` is a number here. */
export interface OptimizerStateDict {
  /** By the parameter's number: `{ 0: { step: 10, exp_avg: …, exp_avg_sq: … } }`. */
  readonly state: Readonly<Record<number, Readonly<Record<string, StateValue>>>>;
  /** The options of each group, and the numbers of its parameters. */
  readonly param_groups: readonly (Readonly<Record<string, unknown>> & { readonly params: readonly number[] })[];
}

/** LBFGS's has a capital letter in PyTorch. */
const irregular = { hDiag: "H_diag" } as const;

function toSnakeCase(name: string): string {
  if (Object.hasOwn(irregular, name)) return irregular[name as "hDiag"];
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toCamelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function renamed(values: object, rename: (name: string) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [rename(name), value]));
}

/**
 * Numbers follow the state as its tensors do, and as PyTorch's `step`, a tensor, does: a dict that is loaded after further
 * steps would else join the number of then with the averages of now.
 */
function livingView(values: ParameterState, names: readonly string[]): ParameterState {
  const view: ParameterState = {};
  for (const name of names)
    Object.defineProperty(view, toSnakeCase(name), { get: () => values[name], enumerable: true, configurable: true });
  return view;
}

export function saveOptimizerState(
  groups: readonly ParameterGroup<object>[],
  state: ReadonlyMap<Tensor, ParameterState>,
): OptimizerStateDict {
  const numbers = new Map(groups.flatMap(({ params }) => params).map((parameter, at) => [parameter, at]));
  const saved: Record<number, Record<string, StateValue>> = {};
  for (const [parameter, at] of numbers) {
    const values = state.get(parameter) ?? {};
    const names = Object.keys(values).filter((name) => values[name] !== null);
    // Current PyTorch writes nothing where there is nothing to remember, as of SGD without momentum.
    if (names.length > 0) saved[at] = livingView(values, names);
  }
  return {
    state: saved,
    param_groups: groups.map(({ params, ...options }) => ({
      ...structuredClone(renamed(options, toSnakeCase)),
      params: params.map((parameter) => numbers.get(parameter)!),
    })),
  };
}

/** What loading has to know of an optimizer. */
export interface LoadTarget<Options extends object> {
  /** The optimizer's name, for messages. */
  readonly owner: string;
  readonly groups: readonly ParameterGroup<Options>[];
  readonly defaults: Readonly<Options>;
  checkRanges(options: Options): void;
  /** The state of a parameter that has not been updated: which values there are, and which may be absent (null). */
  initialState(parameter: Tensor, options: Options): ParameterState;
}

/** Groups and state as the optimizer will hold them, checked and copied. Changes nothing, and copies only what fits. */
export function loadOptimizerState<Options extends object>(
  target: LoadTarget<Options>,
  stateDict: OptimizerStateDict,
): { groups: ParameterGroup<Options>[]; state: Map<Tensor, ParameterState> } {
  const { owner } = target;
  const { state, param_groups: saved } = checkStructure(owner, stateDict);
  if (saved.length !== target.groups.length) {
    throw new ArgumentError(
      `${owner}: loaded state dict has a different number of parameter groups: ${saved.length}, where the optimizer has ${target.groups.length}`,
    );
  }
  checkNumbers(owner, saved);
  const places = new Map<number, { parameter: Tensor; group: ParameterGroup<Options> }>();
  const groups = saved.map((savedGroup, at) => {
    const group = loadGroup(target, at, savedGroup);
    for (const [place, number] of savedGroup.params.entries())
      places.set(number, { parameter: group.params[place]!, group });
    return group;
  });
  const checked = Object.entries(state).map(([number, savedValues]) => {
    const place = places.get(Number(number));
    if (place === undefined) {
      throw new ArgumentError(
        `${owner}: loaded state dict has state for parameter ${number}, which is in none of its groups`,
      );
    }
    const { parameter, group } = place;
    const kinds = kindsOf(target, parameter, group);
    const absent = Object.fromEntries(
      Object.entries(kinds).flatMap(([name, kind]) => (kind !== "number" && kind.isOptional ? [[name, null]] : [])),
    );
    const values = { ...absent, ...(renamed(savedValues ?? {}, toCamelCase) as ParameterState) };
    checkNames(owner, number, values, kinds);
    checkValues(owner, number, parameter, values, kinds);
    return [parameter, values, kinds] as const;
  });
  // Kept behind the last copy only: where one fails, as for want of memory, the scope frees the others.
  return scope(() => {
    const copies = checked.map(
      ([parameter, values, kinds]) => [parameter, copyState(parameter, values, kinds)] as const,
    );
    for (const [, values] of copies) for (const value of Object.values(values)) if (isTensor(value)) value.keep();
    return { groups, state: new Map(copies) };
  });
}

function checkStructure(owner: string, stateDict: Partial<OptimizerStateDict> | null): OptimizerStateDict {
  const { state, param_groups } = stateDict ?? {};
  const isObject = (value: unknown) => typeof value === "object" && value !== null;
  if (isObject(state) && Array.isArray(param_groups) && param_groups.every((group) => Array.isArray(group?.params)))
    return stateDict as OptimizerStateDict;
  throw new ArgumentError(
    `${owner}: expected a state dict { state, param_groups: [{ params: [0, …], … }, …] }, as stateDict() and PyTorch's state_dict() give it`,
  );
}

/** Parameters are numbered, each by a number of its own. */
function checkNumbers(owner: string, groups: OptimizerStateDict["param_groups"]): void {
  const seen = new Set<unknown>();
  for (const [at, { params }] of groups.entries()) {
    for (const number of params) {
      if (Number.isSafeInteger(number) && number >= 0 && !seen.has(number)) seen.add(number);
      else
        throw new ArgumentError(
          `${owner}: params of group ${at} in the loaded state dict must be whole numbers, each of one parameter, but ${seen.has(number) ? `${number} is there twice` : `one is ${JSON.stringify(number)}`}`,
        );
    }
  }
}

function loadGroup<Options extends object>(
  { owner, groups, defaults, checkRanges }: LoadTarget<Options>,
  at: number,
  { params: numbers, ...saved }: OptimizerStateDict["param_groups"][number],
): ParameterGroup<Options> {
  const { params } = groups[at]!;
  if (numbers.length !== params.length) {
    throw new ArgumentError(
      `${owner}: loaded state dict contains a parameter group that doesn't match the size of optimizer's group: group ${at} has ${numbers.length} parameters, where the optimizer's has ${params.length}`,
    );
  }
  const known = Object.entries(renamed(saved, toCamelCase)).filter(
    ([name, value]) => Object.hasOwn(defaults, name) || (scheduledNames.includes(name) && typeof value === "number"),
  );
  const group = { ...groups[at]!, ...structuredClone(Object.fromEntries(known)) };
  checkRanges(group);
  return group;
}

/** What each value of a parameter's state is: a number, a tensor of this shape, or that or null. */
type Kinds = Readonly<Record<string, "number" | { readonly shape: readonly number[]; readonly isOptional: boolean }>>;

function kindsOf<Options extends object>(target: LoadTarget<Options>, parameter: Tensor, options: Options): Kinds {
  return scope(() => {
    const entries = Object.entries(target.initialState(parameter, options));
    const kind = (value: unknown): Kinds[string] => {
      if (value === null) return { shape: parameter.shape, isOptional: true };
      return isTensor(value) ? { shape: value.shape, isOptional: false } : "number";
    };
    return Object.fromEntries(entries.map(([name, value]) => [name, kind(value)]));
  });
}

function checkNames(owner: string, number: string, values: ParameterState, kinds: Kinds): void {
  const missing = Object.keys(kinds).filter((name) => values[name] === undefined);
  const unexpected = Object.keys(values).filter((name) => kinds[name] === undefined);
  if (missing.length === 0 && unexpected.length === 0) return;
  const list = (names: readonly string[]) => names.map((name) => `"${toSnakeCase(name)}"`).join(", ");
  const parts = [
    missing.length > 0 ? `lacks ${list(missing)}` : "",
    unexpected.length > 0 ? `has ${list(unexpected)}, which ${owner} does not know` : "",
  ];
  throw new ArgumentError(
    `${owner}: the loaded state of parameter ${number} ${parts.filter((part) => part !== "").join(" and ")}; was it saved by another optimizer?`,
  );
}

function checkValues(owner: string, number: string, parameter: Tensor, values: ParameterState, kinds: Kinds): void {
  for (const [name, value] of Object.entries(values)) {
    const what = `${toSnakeCase(name)} of parameter ${number}`;
    if (isTensor(value) && value.storage.freed) {
      throw new ArgumentError(
        `${owner}: the tensor ${what} in the loaded state dict was freed; keep() or clone() it before`,
      );
    }
    // A number may be saved as a tensor of one element.
    const kind = kinds[name]!;
    if (kind === "number") {
      if (isTensor(value) ? value.numel() !== 1 : typeof value !== "number")
        throw new ArgumentError(`${owner}: ${what} in the loaded state dict must be a number`);
      // From a count of steps that is none, all that is scaled by it becomes no number.
      const number = isTensor(value) ? value.item() : (value as number);
      if (name === "step" ? !(Number.isInteger(number) && number >= 0) : Number.isNaN(number))
        throw new ArgumentError(
          `${owner}: ${what} in the loaded state dict must be a ${name === "step" ? "whole number of at least 0" : "number"}, but is ${number}`,
        );
      continue;
    }
    if (value === null && kind.isOptional) continue;
    if (!isTensor(value))
      throw new ArgumentError(`${owner}: ${what} in the loaded state dict must be a Tensor, but is ${String(value)}`);
    if (value.shape.join() === kind.shape.join() && value.ndim === kind.shape.length) continue;
    const shape = (sizes: readonly number[]) => `[${sizes.join(", ")}]`;
    const wanted = kind.shape.join() === parameter.shape.join() ? "" : `, for which it has ${shape(kind.shape)}`;
    throw new ArgumentError(
      `${owner}: size mismatch for ${what}: it has shape ${shape(value.shape)} in the loaded state dict, and the parameter ${shape(parameter.shape)}${wanted}`,
    );
  }
}

/**
 * Copies in the parameter's dtype and on its device, by way of JavaScript memory, where a held state may lie. PyTorch saves
 * the number of steps, and others, as tensors of one element; alive they are numbers, so that no step has to read them.
 */
function copyState({ dtype, device }: Tensor, values: ParameterState, kinds: Kinds): ParameterState {
  const copy = (name: string, value: StateValue): StateValue => {
    if (!isTensor(value)) return value;
    return kinds[name] === "number" ? value.item() : tensor(value.toTypedArray(), { dtype, device }).view(value.shape);
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, copy(name, value)]));
}
