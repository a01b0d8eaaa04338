// State dicts of optimizers: from live state to PyTorch's structure and back. Names are camelCase alive and PyTorch's
// snake_case when saved: maxExpAvgSq and max_exp_avg_sq.

import { ArgumentError, isTensor, type Tensor } from "@bernoulli/tensor";
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

/** Groups and state as the optimizer will hold them, copied and checked. Changes nothing. */
export function loadOptimizerState<Options extends object>(
  owner: string,
  groups: readonly ParameterGroup<Options>[],
  defaults: Readonly<Options>,
  { state, param_groups: saved }: OptimizerStateDict,
): { groups: ParameterGroup<Options>[]; state: Map<Tensor, ParameterState> } {
  if (saved.length !== groups.length) {
    throw new ArgumentError(
      `${owner}: loaded state dict has a different number of parameter groups: ${saved.length}, where the optimizer has ${groups.length}`,
    );
  }
  const parameters = new Map<number, Tensor>();
  const newGroups = saved.map(({ params: numbers, ...savedOptions }, at) => {
    const { params, ...present } = groups[at]!;
    if (numbers.length !== params.length) {
      throw new ArgumentError(
        `${owner}: loaded state dict contains a parameter group that doesn't match the size of optimizer's group: group ${at} has ${numbers.length} parameters, where the optimizer's has ${params.length}`,
      );
    }
    for (const [place, number] of numbers.entries()) parameters.set(number, params[place]!);
    const options = Object.entries(renamed(savedOptions, toCamelCase)).filter(([name]) =>
      Object.hasOwn(defaults, name),
    );
    return {
      ...present,
      ...structuredClone(Object.fromEntries(options)),
      params,
    } as unknown as ParameterGroup<Options>;
  });
  const pairs = Object.entries(state).map(([number, values]) => {
    const parameter = parameters.get(Number(number));
    if (parameter === undefined)
      throw new ArgumentError(
        `${owner}: loaded state dict has state for parameter ${number}, which is in none of its groups`,
      );
    checkShapes(owner, number, parameter, values);
    return [parameter, values] as const;
  });
  const copied = pairs.map(
    ([parameter, values]) => [parameter, renamed(copyState(parameter, values), toCamelCase) as ParameterState] as const,
  );
  return { groups: newGroups, state: new Map(copied) };
}

function checkShapes(
  owner: string,
  number: string,
  parameter: Tensor,
  values: Readonly<Record<string, unknown>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (!isTensor(value) || name === "step") continue;
    if (value.ndim !== parameter.ndim || value.shape.some((size, dim) => size !== parameter.shape[dim])) {
      throw new ArgumentError(
        `${owner}: size mismatch for ${name} of parameter ${number}: it has shape [${value.shape.join(", ")}] in the loaded state dict, and the parameter [${parameter.shape.join(", ")}]`,
      );
    }
  }
}

/** PyTorch saves the number of steps as a tensor of one element; alive it is a number, so that no step has to read it. */
function copyState(parameter: Tensor, values: Readonly<Record<string, Tensor | number | null>>): ParameterState {
  const copy = ([name, value]: [string, Tensor | number | null]): [string, Tensor | number | null] => {
    if (!isTensor(value)) return [name, value];
    return [name, name === "step" ? value.item() : value.detach().to(parameter.dtype).clone().keep()];
  };
  return Object.fromEntries(Object.entries(values).map(copy));
}
