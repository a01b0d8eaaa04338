// What adapters are made with: PyTorch's parameters of an op, and the same call here. In place, `input` is written instead.

import { bernoulli } from "../library.mjs";
import { arrays, dtypeOf } from "../values.mjs";
import { cannot, differs } from "../verdicts.mjs";

export const adapters = {};

/**
 * `names` share `parameters`, those behind a * by keyword only; `run(name)` gives the call, which takes the bound arguments and
 * whether it is in place. `more`: `elementwise`, each element is as near as it is large, so not sums, of which the largest part
 * decides; `parts`, of what size `output` is the rest, at a point, and how many times the cotangent those of its `slope`;
 * `lost`, of the expected outputs and the record, by how much the problem itself enlarges a rounding; `keeps`, the output that it leaves alone;
 * `known`, a documented difference by its key, and whether it `holds` of an element at a point of the first tensor, of an output or, where
 * `gradient` is its number, of a gradient; `borrowed`, PyTorch has a name for it that is not ours, so that what it refuses ours may well take.
 */
export function define(names, parameters, run, more = {}) {
  const [positional, keywords = []] = parameters
    .split("*")
    .map((part) => part.split(/[\s,]+/).filter((name) => name !== ""));
  for (const name of names.split(" ")) adapters[name] = { positional, keywords, run: run(name), ...more };
}

export const elementwise = { elementwise: true };
export const borrowed = { borrowed: true };

const ours = {
  "nn.functional.relu": "relu",
  true_divide: "div",
};
export const named = (name) => ours[name] ?? name;
export const inPlaceOf = (name) => bernoulli[`${name}_`] ?? (() => cannot("name", `${name}_`));

export const isTensor = (value) => bernoulli.isTensor(value);

/** PyTorch's name of an option or op, as ours. */
export const camelCase = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** The members that were given. */
export const given = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** The members that were given, by our names. */
export const optionsIn = (object) =>
  Object.fromEntries(Object.entries(given(object)).map(([name, value]) => [camelCase(name), value]));

/** None is null where it has a place. */
export const orNull = (value) => value ?? null;

/** Arithmetic begins with a tensor here. */
export const tensorFirst = (value) => (isTensor(value) ? value : differs("number first"));

export function dtypeNamed(value) {
  if (value === undefined) return undefined;
  const dtype = dtypeOf(value.dtype);
  return arrays[dtype] === undefined ? cannot("dtype", value.dtype) : dtype;
}

/** A parameter that is not there, but may be given its default. */
export function noArgument(name, value, otherwise) {
  if (value !== undefined && value !== otherwise) throw new Error(`no parameter ${name}`);
}

/** Sizes given apart or as a list. */
export const sizesIn = (first, rest = []) =>
  Array.isArray(first) ? first : [first, ...rest].filter((size) => size !== undefined);

/** PyTorch takes [n] for n, and [] for a default. */
export const pair = (value) => (Array.isArray(value) && value.length < 2 ? value[0] : value);
export const pairs = (object) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, pair(value)]));
