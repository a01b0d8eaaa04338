// Groups of parameters, as they are given and as an optimizer has them: which tensors may be trained, which options are given, and what
// schedulers leave in a group. Which options there are, and their ranges, each optimizer knows.

import { ArgumentError, describe, isTensor, type Tensor } from "@bernoulli/tensor";

/** What schedulers leave in a group, to find it again: where its rate and momentum began, and between what they go. */
export interface ScheduledValues {
  initialLr?: number;
  maxLr?: number;
  minLr?: number;
  maxMomentum?: number;
  baseMomentum?: number;
  swaLr?: number;
}

/** Parameters that are trained with the same options. The options may be changed between steps. */
export type ParameterGroup<Options> = Options & ScheduledValues & { readonly params: readonly Tensor[] };

/** A group as it is given: its parameters, and the options that differ from the optimizer's. */
export type ParameterGroupInput<Options> = Partial<Options> &
  ScheduledValues & { readonly params: Tensor | Iterable<Tensor> };

/** `model.parameters()`, or groups with options of their own. */
export type OptimizerParameters<Options> = Iterable<Tensor> | Iterable<ParameterGroupInput<Options>>;

/** The names of what schedulers leave in groups. */
export const scheduledNames: readonly string[] = Object.keys({
  initialLr: true,
  maxLr: true,
  minLr: true,
  maxMomentum: true,
  baseMomentum: true,
  swaLr: true,
} satisfies Record<keyof Required<ScheduledValues>, true>);

/** The tensors that are given as a group's. Throws for what is neither one nor several. */
export function parametersIn(owner: string, params: unknown): readonly Tensor[] {
  if (!isTensor(params) && !isIterable(params))
    throw new ArgumentError(
      `${owner}: the params of a group should be a Tensor or an iterable of Tensors, but got ${describe(params)}`,
    );
  return isTensor(params) ? [params] : [...params];
}

/** Throws unless all are leaf tensors, each there once, and none of them is trained already. */
export function checkTrainable(owner: string, list: readonly unknown[], present: ReadonlySet<Tensor>): void {
  const own = new Set<Tensor>();
  for (const parameter of list) {
    if (!isTensor(parameter))
      throw new ArgumentError(
        `${owner}: optimizer can only optimize Tensors, but one of the params is ${describe(parameter)}`,
      );
    if (!parameter.isLeaf)
      throw new ArgumentError(
        `${owner}: can't optimize a non-leaf Tensor; it was computed by ${parameter.gradNode?.rule.name ?? "an op"}, so train what it was computed from, or its .detach()`,
      );
    if (own.has(parameter))
      throw new ArgumentError(`${owner}: optimizer contains a parameter group with duplicate parameters`);
    if (present.has(parameter))
      throw new ArgumentError(`${owner}: some parameters appear in more than one parameter group`);
    own.add(parameter);
  }
}

export function isIterable(value: unknown): value is Iterable<Tensor> {
  return !isTensor(value) && typeof (value as Partial<Iterable<Tensor>> | null)?.[Symbol.iterator] === "function";
}

export function isGroup(value: unknown): value is { readonly params: unknown } {
  return typeof value === "object" && value !== null && !isTensor(value) && "params" in value;
}

/** What schedulers leave in a group, as numbers, apart from the options. */
export function splitScheduled(given: object): [scheduled: ScheduledValues, options: object] {
  const entries = Object.entries(given);
  const isScheduled = ([name, value]: readonly [string, unknown]) =>
    scheduledNames.includes(name) && typeof value === "number";
  return [
    Object.fromEntries(entries.filter(isScheduled)),
    Object.fromEntries(entries.filter((entry) => !isScheduled(entry))),
  ];
}

export function withoutUndefined(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
