// Options objects as they come from JavaScript: what is no such object, or has a member that nobody would read, is refused
// before it is silently ignored. What values are allowed is the owner's affair.

import { isTensor, type Tensor } from "../tensor/tensor.js";
import { describe } from "./describe.js";
import { ArgumentError } from "./errors.js";

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  (typeof value === "object" || typeof value === "function") && value !== null;

/** What a value can be asked to be: how an error calls it, and whether one is. */
const kinds = {
  anything: ["anything", () => true],
  boolean: ["true or false", (value) => typeof value === "boolean"],
  number: ["a number", (value) => typeof value === "number"],
  /** Zero is one. */
  count: ["an integer of at least 0", (value) => Number.isSafeInteger(value) && (value as number) >= 0],
  string: ["a string", (value) => typeof value === "string"],
  function: ["a function", (value) => typeof value === "function"],
  object: ["an object", isObject],
  array: ["an array", (value) => Array.isArray(value)],
  numbers: [
    "an array of numbers",
    // Holes are no numbers; `every` passes over them.
    (value) => Array.isArray(value) && value.findIndex((element) => typeof element !== "number") < 0,
  ],
  iterable: ["iterable", (value) => isObject(value) && (Symbol.iterator in value || Symbol.asyncIterator in value)],
  Tensor: ["a Tensor", isTensor],
  // Told by what it does: its own file needs this one.
  Generator: ["a Generator", (value) => isObject(value) && typeof value["random64"] === "function"],
} satisfies Record<string, readonly [wanted: string, holds: (value: unknown) => boolean]>;

/** What an argument or an option can be asked to be. */
export type Kind = keyof typeof kinds;

/** The kind of each member of an options object: of all of them, or it does not compile. */
export type Kinds<Options> = { readonly [Name in keyof Required<Options>]: Kind };

/**
 * Throws unless `given` is an object whose members are all among `known`, each of its kind where kinds are told; a member that is
 * undefined counts as absent.
 *
 * @throws ArgumentError that names the owner, what came and what there is.
 */
export function checkOptions(
  owner: string,
  given: unknown,
  known: readonly string[] | Readonly<Record<string, Kind>>,
): void {
  const names = Array.isArray(known) ? (known as readonly string[]) : Object.keys(known);
  // Written where it is said only: ops come by here at each call.
  const list = () => `{ ${names.join(", ")} }`;
  if (typeof given !== "object" || given === null || Array.isArray(given) || isTensor(given)) {
    throw new ArgumentError(`${owner}: expected an object of options, some of ${list()}, but got ${describe(given)}`);
  }
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!names.includes(name)) {
      const camel = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
      // T_max is tMax.
      const known = names.find((own) => own === camel || own === camel[0]!.toLowerCase() + camel.slice(1));
      const cure = known !== undefined && known !== name ? `here it is ${known}` : `take some of ${list()}`;
      throw new ArgumentError(`${owner}: got an unexpected option ${name}; ${cure}`);
    }
    if (!Array.isArray(known)) checkArgument(owner, name, value, (known as Readonly<Record<string, Kind>>)[name]!);
  }
}

/**
 * The arguments behind the needed ones: options by name, or the first of them in order, as PyTorch's hands write them, and the
 * others by name: `(options?)`, `(stride, options?)`, `(stride, padding, options?)`. Null leaves a place to its default.
 */
export type Positional<Options, Names extends readonly (keyof Options)[], Done extends keyof Options = never> =
  | readonly [options?: Omit<Options, Done> | undefined]
  | (Names extends readonly [infer First extends keyof Options, ...infer Rest extends readonly (keyof Options)[]]
      ? readonly [first?: Options[First] | null | undefined, ...rest: Positional<Options, Rest, Done | First>]
      : never);

/**
 * The options out of {@link Positional} arguments. Which there may be, and of which values, {@link checkOptions} sees to.
 *
 * @throws ArgumentError for more arguments than there are names, or one given twice.
 */
export function optionsOf<Options extends object>(
  owner: string,
  names: readonly (keyof Options & string)[],
  given: readonly unknown[],
): Options {
  const options: Record<string, unknown> = {};
  for (const [at, value] of given.entries()) {
    if (isPlainOptions(value)) {
      if (given.slice(at + 1).some((later) => later !== undefined))
        throw new ArgumentError(`${owner}: got arguments behind the options; put all options into one object`);
      const twice = Object.keys(options).find((name) => (value as Record<string, unknown>)[name] !== undefined);
      if (twice !== undefined) throw new ArgumentError(`${owner}: got ${twice} twice, in its place and by its name`);
      return { ...options, ...(value as object) } as Options;
    }
    const name = names[at];
    if (value === undefined || (value === null && name !== undefined)) continue;
    if (name === undefined)
      throw new ArgumentError(
        `${owner}: expected an object of options${at === 0 ? "" : ` behind ${names.slice(0, at).join(", ")}`}, but got ${describe(value)}`,
      );
    options[name] = value;
  }
  return options as Options;
}

/** The last needed argument by its name, in one object with the options, as Python's hands write it: `(inChannels, outChannels, { kernelSize, stride })`. */
export type ByName<Name extends string, Value, Options = unknown> = { readonly [At in Name]: Value } & Options;

/**
 * The last needed argument, out of an object that has it by name or as it came, and behind it what else there is.
 *
 * @throws ArgumentError for arguments behind the object.
 */
export function inPlace<Value, Rest extends readonly unknown[]>(
  owner: string,
  name: string,
  given: unknown,
  rest: Rest,
): readonly [value: Value, rest: Rest] {
  if (!isPlainOptions(given)) return [given as Value, rest];
  const { [name]: value, ...options } = given as Record<string, unknown>;
  // An object of anything else is refused as what it stands for.
  if (value === undefined) return [given as Value, rest];
  if (rest.some((later) => later !== undefined))
    throw new ArgumentError(`${owner}: got arguments behind the options; put all options into one object`);
  return [value as Value, [options] as unknown as Rest];
}

function isPlainOptions(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Throws unless an argument is of a kind.
 *
 * @throws ArgumentError that names the owner and the argument, and what came.
 */
export function checkArgument(owner: string, name: string, given: unknown, kind: Kind): void {
  const [wanted, holds] = kinds[kind];
  if (holds(given)) return;
  const cure = kind === "Tensor" ? cureOf(given) : "";
  throw new ArgumentError(`${owner}: ${name} must be ${wanted}, but got ${describe(given)}${cure}`);
}

/**
 * Throws unless an argument is a number.
 *
 * @throws ArgumentError that names the op and the argument.
 */
export function checkNumber(op: string, name: string, given: unknown): asserts given is number {
  checkArgument(op, name, given, "number");
}

/**
 * Throws unless an argument is a tensor.
 *
 * @throws ArgumentError that names the op and the argument, and says what makes a tensor.
 */
export function checkTensor(op: string, name: string, given: unknown): asserts given is Tensor {
  if (!isTensor(given)) checkArgument(op, name, given, "Tensor");
}

/** An array, or a number, that stands where a tensor should. */
export function cureOf(given: unknown): string {
  return Array.isArray(given) || ArrayBuffer.isView(given) || typeof given === "number"
    ? "; make a tensor of it with tensor(…)"
    : "";
}

/** One argument in its place, `cat(xs, 1)`, or by its name, `cat(xs, { dim: 1 })`. */
export type NamedArgument<Name extends string, Value> = Positional<{ readonly [At in Name]?: Value }, [Name]>;

/** A dimension in its place or by its name. */
export type DimArgument = NamedArgument<"dim", number>;

/** The value out of a {@link NamedArgument}; undefined where none is told. */
export function namedArgument<Value>(op: string, name: string, given: readonly unknown[]): Value | undefined {
  // The common case, which ops come by at each call.
  if (given.length === 0 || (given.length === 1 && typeof given[0] === "number")) return given[0] as Value | undefined;
  const options = optionsOf<Record<string, Value>>(op, [name], given);
  checkOptions(op, options, [name]);
  return options[name];
}
