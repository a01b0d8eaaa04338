// Values that are nearly JSON, as JSON: numbers that it lacks, and tensors, which are put aside and named instead.
// What JSON would change without a word is refused.

import { isTensor, type Tensor } from "@bernoulli/tensor";

/** What JSON holds; numbers may be NaN, infinite and -0, which JSON itself cannot tell. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** What is wrong with a value; the caller knows the file. */
export class JsonError extends Error {}

const deepest = 100;
const marks = { number: "$number", tensor: "$tensor" } as const;
const unwritable: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-0": -0,
};

/**
 * A value as JSON holds it. Tensors in it go into `tensors` under the path that leads to them, such as
 * `optimizer.state.0.exp_avg`; where `tensors` is null, there may be none.
 *
 * @throws JsonError that names the place of what cannot be held.
 */
export function toJson(value: unknown, place: string, tensors: Map<string, Tensor> | null): JsonValue {
  return convert(value, place, 0);

  function convert(value: unknown, place: string, depth: number): JsonValue {
    if (depth > deepest)
      throw new JsonError(`${place.slice(0, 60)}… is more than ${deepest} levels deep, or holds itself`);
    if (value === null || typeof value === "boolean" || typeof value === "string") return value;
    if (typeof value === "number") {
      const name = Object.is(value, -0) ? "-0" : String(value);
      return Object.hasOwn(unwritable, name) ? { [marks.number]: name } : value;
    }
    if (isTensor(value) && tensors !== null) {
      tensors.set(place, value);
      return { [marks.tensor]: place };
    }
    if (Array.isArray(value)) return value.map((item, at) => convert(item, `${place}[${at}]`, depth + 1));
    if (!isPlainObject(value)) throw new JsonError(`${place} is ${describe(value)}, which JSON cannot hold`);
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    const marked = members.find(([name]) => isMark(name));
    if (marked !== undefined)
      throw new JsonError(`${place} has a member ${marked[0]}, a name that is kept for other things`);
    return Object.fromEntries(members.map(([name, member]) => [name, convert(member, `${place}.${name}`, depth + 1)]));
  }
}

/** The keys of the tensors that a value of `toJson` names. */
export function tensorKeys(value: JsonValue, depth = 0): string[] {
  const reference = referenceIn(value);
  if (reference !== null) return [reference];
  return members(value, depth).flatMap(([, member]) => tensorKeys(member, depth + 1));
}

/**
 * What `toJson` was given, with what `tensor` makes of the tensors' keys.
 *
 * @throws JsonError for what `toJson` does not write.
 */
export function fromJson(value: JsonValue, tensor: (key: string) => unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  const reference = referenceIn(value);
  if (reference !== null) return tensor(reference);
  if (Object.hasOwn(value, marks.number)) {
    const name = (value as Record<string, JsonValue>)[marks.number];
    if (typeof name !== "string" || !Object.hasOwn(unwritable, name))
      throw new JsonError(`it names ${JSON.stringify(name)?.slice(0, 60)}, which is no number`);
    return unwritable[name];
  }
  const converted = members(value, depth).map(([name, member]) => [name, fromJson(member, tensor, depth + 1)] as const);
  return Array.isArray(value) ? converted.map(([, member]) => member) : Object.fromEntries(converted);
}

function members(value: JsonValue, depth: number): [string, JsonValue][] {
  if (typeof value !== "object" || value === null) return [];
  if (depth > deepest) throw new JsonError(`it is more than ${deepest} levels deep`);
  return Object.entries(value);
}

function referenceIn(value: JsonValue): string | null {
  if (!isPlainObject(value) || !Object.hasOwn(value, marks.tensor)) return null;
  const key = value[marks.tensor];
  if (typeof key !== "string") throw new JsonError("it names a tensor by what is no string");
  return key;
}

const isMark = (name: string) => (Object.values(marks) as string[]).includes(name);

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "object") return `a ${value?.constructor?.name ?? "class instance"}`;
  return `a ${typeof value}`;
}
