// State dicts of schedulers: fields by PyTorch's names, checked before they are taken.

import { ArgumentError, describe } from "@bernoulli/tensor";

/** What a state dict of a scheduler holds: plain data. */
export type SchedulerValue =
  | null
  | boolean
  | number
  | string
  | readonly SchedulerValue[]
  | { readonly [name: string]: SchedulerValue };

export type SchedulerStateDict = Readonly<Record<string, SchedulerValue>>;

/** Names that PyTorch writes otherwise. */
const irregular: Readonly<Record<string, string>> = {
  stepCount: "_step_count",
  isInitial: "_is_initial",
  getLrCalledWithinStep: "_get_lr_called_within_step",
  lastLr: "_last_lr",
  tMax: "T_max",
  t0: "T_0",
  tI: "T_i",
  tMult: "T_mult",
  tCur: "T_cur",
  sequence: "_schedulers",
  boundaries: "_milestones",
  schedulePhases: "_schedule_phases",
  annealFuncType: "_anneal_func_type",
  annealStrategy: "_anneal_strategy",
  scaleFnCustom: "_scale_fn_custom",
};

export function savedAs(name: string): string {
  return Object.hasOwn(irregular, name)
    ? irregular[name]!
    : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What older releases of PyTorch wrote and newer ones do not; and the other way round, which SequentialLR also writes into a first ChainedScheduler. */
const former = ["verbose"];
const recent = ["_is_initial", "_get_lr_called_within_step"];

/**
 * The values of a state dict by the fields' names, each of the kind that the field is of; copied.
 *
 * @throws ArgumentError that names what does not fit.
 */
export function loadValues(
  owner: string,
  present: object,
  names: readonly string[],
  stateDict: unknown,
): Record<string, unknown> {
  if (typeof stateDict !== "object" || stateDict === null || Array.isArray(stateDict))
    throw new ArgumentError(
      `${owner}: expected a state dict, as stateDict() and PyTorch's state_dict() give it, but got ${describe(stateDict)}`,
    );
  const saved = stateDict as Readonly<Record<string, unknown>>;
  const fields = new Map(names.map((name) => [savedAs(name), name]));
  const list = (keys: readonly string[]) => keys.map((key) => `"${key}"`).join(", ");
  const unknown = Object.keys(saved).filter((key) => !fields.has(key) && ![...former, ...recent].includes(key));
  const missing = [...fields.keys()].filter((key) => saved[key] === undefined && !recent.includes(key));
  if (unknown.length + missing.length > 0) {
    const parts = [
      missing.length > 0 ? `lacks ${list(missing)}` : "",
      unknown.length > 0 ? `has ${list(unknown)}, which ${owner} does not know` : "",
    ];
    throw new ArgumentError(
      `${owner}: the loaded state dict ${parts.filter((part) => part !== "").join(" and ")}; was it saved by another scheduler?`,
    );
  }
  const values: Record<string, unknown> = {};
  for (const [key, name] of fields) {
    const value = saved[key];
    if (value === undefined) continue;
    const wrong = problem(present[name as keyof object], value);
    if (wrong !== null) throw new ArgumentError(`${owner}: ${key} in the loaded state dict must be ${wrong}`);
    values[name] = structuredClone(value);
  }
  return values;
}

/** What a value should be and is not; null where it is of the kind of what is there. */
function problem(present: unknown, value: unknown): string | null {
  if (present === null || value === null) return null;
  if (typeof present === "number")
    return typeof value === "number" && !Number.isNaN(value) ? null : `a number, but is ${describe(value)}`;
  if (Array.isArray(present)) {
    if (!Array.isArray(value)) return `a list, but is ${describe(value)}`;
    if (value.length !== present.length) return `a list of ${present.length}, but has ${value.length} items`;
    const wrong = value.map((item, at) => problem(present[at], item)).find((found) => found !== null);
    return wrong === undefined ? null : `a list, of which each item must be ${wrong}`;
  }
  return typeof value === typeof present && !Array.isArray(value)
    ? null
    : `a ${typeof present}, but is ${describe(value)}`;
}
