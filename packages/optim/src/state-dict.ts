// State dicts of optimizers: from live state to PyTorch's structure and back. Names are camelCase alive and PyTorch's
// snake_case when saved: maxExpAvgSq and max_exp_avg_sq.

import { ArgumentError, isTensor, noGrad, scope, type Tensor } from "@bernoulli/tensor";
import type { ParameterGroup, ParameterState } from "./optimizer.js";

/** What `torch.optim.Optimizer.state_dict()` gives; `step` is a number here. */
export interface OptimizerStateDict {
  /** By the parameter's number: `{ 0: { step: 10, exp_avg: …, exp_avg_sq: … } }`. */
  readonly state: Readonly<Record<number, Readonly<Record<string, Tensor | number | null>>>>;
  /** The options of each group, and the numbers of its parameters. */
  readonly param_groups: readonly (Readonly<Record<string, unknown>> & { readonly params: readonly number[] })[];
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toCamelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function renamed(values: object, rename: (name: string) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [rename(name), value]));
}

export function saveOptimizerState(
  groups: readonly ParameterGroup<object>[],
  state: ReadonlyMap<Tensor, ParameterState>,
): OptimizerStateDict {
  const numbers = new Map(groups.flatMap(({ params }) => params).map((parameter, at) => [parameter, at]));
  const saved: Record<number, Record<string, Tensor | number | null>> = {};
  for (const [parameter, at] of numbers) {
    const values = Object.entries(state.get(parameter) ?? {}).filter(([, value]) => value !== null);
    // Current PyTorch writes nothing where there is nothing to remember, as of SGD without momentum.
    if (values.length > 0) saved[at] = renamed(Object.fromEntries(values), toSnakeCase) as ParameterState;
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
    const fresh = scope(() => ({ ...target.initialState(parameter, group) }));
    const values = { ...nullsOf(fresh), ...(renamed(savedValues, toCamelCase) as ParameterState) };
    checkNames(owner, number, values, fresh);
    checkShapes(owner, number, parameter, values);
    return [parameter, values] as const;
  });
  return { groups, state: new Map(checked.map(([parameter, values]) => [parameter, copyState(parameter, values)])) };
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
  const known = Object.entries(renamed(saved, toCamelCase)).filter(([name]) => Object.hasOwn(defaults, name));
  const group = { ...groups[at]!, ...structuredClone(Object.fromEntries(known)) };
  checkRanges(group);
  return group;
}

function nullsOf(state: ParameterState): ParameterState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value === null));
}

function checkNames(owner: string, number: string, values: ParameterState, fresh: ParameterState): void {
  const missing = Object.keys(fresh).filter((name) => values[name] === undefined);
  const unexpected = Object.keys(values).filter((name) => fresh[name] === undefined);
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

function checkShapes(owner: string, number: string, parameter: Tensor, values: ParameterState): void {
  for (const [name, value] of Object.entries(values)) {
    if (!isTensor(value) || name === "step") continue;
    if (value.ndim !== parameter.ndim || value.shape.some((size, dim) => size !== parameter.shape[dim])) {
      throw new ArgumentError(
        `${owner}: size mismatch for ${toSnakeCase(name)} of parameter ${number}: it has shape [${value.shape.join(", ")}] in the loaded state dict, and the parameter [${parameter.shape.join(", ")}]`,
      );
    }
  }
}

/** PyTorch saves the number of steps as a tensor of one element; alive it is a number, so that no step has to read it. */
function copyState(parameter: Tensor, values: ParameterState): ParameterState {
  const copy = (name: string, value: Tensor | number | null): Tensor | number | null => {
    if (!isTensor(value)) return value;
    return name === "step" ? value.item() : noGrad(() => value.to(parameter.dtype).clone().keep());
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, copy(name, value)]));
}
