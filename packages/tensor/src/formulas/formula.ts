// A formula: expressions over inputs of one dtype (and bools), by name and as a device takes it: its inputs in order, its numbers,
// and the steps that give its result. What an op adds to it is pointwise.ts's.

import { describe } from "../checks/describe.js";
import { ArgumentError } from "../checks/errors.js";
import { type DType, isFloating } from "../tensor/dtype.js";
import {
  type Expression,
  type Origin,
  ofFloatsOnly,
  type Primitive,
  type PrimitiveName,
  partsOf,
  type Sort,
  Truth,
  Value,
} from "./expression.js";

/** Where a step takes an operand from: an input, a number or constant, or an earlier step. */
export interface Place {
  readonly from: "input" | "number" | "step";
  readonly at: number;
}

export interface FormulaStep {
  readonly name: Primitive;
  readonly operands: readonly Place[];
}

export interface FormulaInput {
  readonly name: string;
  /** A value has the formula's dtype, a truth is a bool. */
  readonly sort: Sort;
}

export interface Formula {
  readonly name: string;
  readonly inputs: readonly FormulaInput[];
  readonly dtypes: readonly DType[];
  /** What is the same for every element, computed once: from the attributes, in float64. */
  readonly numbers: (attributes: never) => readonly number[];
  /** By number: what it is whatever the attributes; null where it depends on them. */
  readonly constants: readonly (number | null)[];
  readonly steps: readonly FormulaStep[];
  readonly result: Place;
  readonly gives: Sort;
  /** In place: what inputs become, by their places, beside the first, which becomes the result. */
  readonly stores: readonly { readonly input: number; readonly place: Place }[];
  /** All of it as text: formulas with one text are one. */
  readonly text: string;
}

type Attributes = Readonly<Record<string, number>>;

const ofFloats: ReadonlySet<Primitive> = new Set(ofFloatsOnly);

export function nameOf(primitive: Primitive): string {
  return typeof primitive === "string" ? primitive : primitive.name;
}

/**
 * Puts an expression, and those that inputs become by their names, into steps, each value once; what no element goes into becomes
 * a number.
 */
export function formulaOf(
  name: string,
  inputs: readonly FormulaInput[],
  dtypes: readonly DType[],
  root: Expression,
  becoming: Readonly<Record<string, Expression>> = {},
): Formula {
  for (const expression of [root, ...Object.values(becoming)])
    if (!(expression instanceof Value || expression instanceof Truth))
      throw new ArgumentError(
        `${name}: its formula must give an expression of its inputs, but gave ${describe(expression)}`,
      );
  const parts = partsOf(root, ...Object.values(becoming));
  const uniform = new Set<Expression>();
  for (const part of parts) {
    const { origin } = part;
    if (origin.kind === "primitive" ? origin.operands.every((one) => uniform.has(one)) : origin.kind !== "input")
      uniform.add(part);
  }
  const inputAt = (wanted: string) => inputs.findIndex((input) => input.name === wanted);
  // A part by what it is made of: its operands by their places in this list, so that shared ones do not grow.
  const texts = new Map<string, number>();
  const places: Place[] = [];
  const known = new Map<Expression, number>();
  const steps: FormulaStep[] = [];
  const numbers: Expression[] = [];
  for (const part of parts) {
    const { origin } = part;
    const text = textOf(origin, known);
    const present = texts.get(text);
    if (present !== undefined) {
      known.set(part, present);
      continue;
    }
    known.set(part, texts.size);
    texts.set(text, texts.size);
    if (origin.kind === "input") {
      const at = inputAt(origin.name);
      if (at < 0) throw new ArgumentError(`${name}: its formula reads ${origin.name}, which is none of its inputs`);
      places.push({ from: "input", at });
    } else if (uniform.has(part) && part.sort === "value") {
      places.push({ from: "number", at: numbers.push(part) - 1 });
    } else if (origin.kind === "primitive") {
      const wrong = dtypes.filter((dtype) => !isOf(origin.name, dtype));
      if (wrong.length > 0)
        throw new ArgumentError(
          `${name}: ${nameOf(origin.name)} is of ${isFloating(wrong[0]!) ? "integers" : "floats"} only, but its dtypes are ${dtypes.join(", ")}`,
        );
      const operands = origin.operands.map((operand) => places[known.get(operand)!]!);
      places.push({ from: "step", at: steps.push({ name: origin.name, operands }) - 1 });
    }
  }
  const placeOf = (part: Expression): Place => places[known.get(part)!]!;
  const stores = Object.entries(becoming).map(([input, value]) => {
    const at = inputAt(input);
    if (at < 0) throw new ArgumentError(`${name}: its formula writes ${input}, which is none of its inputs`);
    return { input: at, place: placeOf(value) };
  });
  const used = withoutUnused(numbers, steps, [placeOf(root), ...stores.map(({ place }) => place)]);
  const [result, ...stored] = used.places as [Place, ...Place[]];
  return {
    name,
    inputs,
    dtypes,
    numbers: numbersOf(used.numbers),
    constants: used.numbers.map(constantOf),
    steps: used.steps,
    result,
    gives: root.sort,
    stores: stores.map(({ input }, at) => ({ input, place: stored[at]! })),
    text: [
      `(${inputs.map((input) => `${input.name}: ${input.sort}`).join(", ")})`,
      ...texts.keys(),
      `→ ${known.get(root)!}`,
      ...Object.entries(becoming).map(([input, value]) => `${input} ← ${known.get(value)!}`),
    ].join("; "),
  };
}

/** Numbers that only go into other numbers are none of a device's affair. */
function withoutUnused(numbers: readonly Expression[], steps: readonly FormulaStep[], places: readonly Place[]) {
  const used: number[] = [];
  const moved = (place: Place): Place => {
    if (place.from !== "number") return place;
    const present = used.indexOf(place.at);
    return { from: "number", at: present >= 0 ? present : used.push(place.at) - 1 };
  };
  const numbered = steps.map(({ name, operands }) => ({ name, operands: operands.map(moved) }));
  const last = places.map(moved);
  return { numbers: used.map((at) => numbers[at]!), steps: numbered, places: last };
}

function textOf(origin: Origin, known: ReadonlyMap<Expression, number>): string {
  if (origin.kind === "primitive")
    return `${nameOf(origin.name)}(${origin.operands.map((one) => known.get(one)!).join(", ")})`;
  if (origin.kind === "constant") return Object.is(origin.value, -0) ? "-0" : String(origin.value);
  return `${origin.kind} ${origin.name}`;
}

/** What each primitive gives for numbers of JavaScript; integers wrap where they are stored. */
const primitiveValues: { readonly [P in PrimitiveName]: (...operands: number[]) => number } = {
  add: (a, b) => a! + b!,
  sub: (a, b) => a! - b!,
  mul: (a, b) => a! * b!,
  div: (a, b) => a! / b!,
  maximum: (a, b) => Math.max(a!, b!),
  minimum: (a, b) => Math.min(a!, b!),
  neg: (x) => -x!,
  abs: (x) => Math.abs(x!),
  sqrt: (x) => Math.sqrt(x!),
  eq: (a, b) => Number(a === b),
  ne: (a, b) => Number(a !== b),
  lt: (a, b) => Number(a! < b!),
  le: (a, b) => Number(a! <= b!),
  gt: (a, b) => Number(a! > b!),
  ge: (a, b) => Number(a! >= b!),
  and: (a, b) => a! & b!,
  or: (a, b) => a! | b!,
  not: (x) => 1 - x!,
  where: (condition, a, b) => (condition === 0 ? b! : a!),
};

/** Of integers, where a float64 would lose the low bits. */
const integerValues: { readonly [P in PrimitiveName]?: (...operands: number[]) => number } = {
  mul: (a, b) => Math.imul(a!, b!),
};

function isOf(primitive: Primitive, dtype: DType): boolean {
  if (typeof primitive === "string") return isFloating(dtype) || !ofFloats.has(primitive);
  return (isFloating(dtype) ? primitive.floats : primitive.integers) !== undefined;
}

/** What a primitive gives for elements of a dtype, as numbers of JavaScript. */
export function valueFor(primitive: Primitive, dtype: DType): (...operands: number[]) => number {
  if (typeof primitive === "string")
    return (isFloating(dtype) ? undefined : integerValues[primitive]) ?? primitiveValues[primitive];
  const { floats, integers } = primitive;
  if (dtype === "float32" && floats?.float32 !== undefined) return floats.float32;
  return ((isFloating(dtype) ? floats : integers) ?? floats ?? integers!).value;
}

/** Their values for given attributes, each part computed once: a plain loop asks at each op. */
function numbersOf(numbers: readonly Expression[]): (attributes: Attributes) => readonly number[] {
  const parts = partsOf(...numbers);
  const at = new Map(parts.map((part, index) => [part, index]));
  const compute = parts.map(({ origin }): ((attributes: Attributes, values: readonly number[]) => number) => {
    if (origin.kind === "constant") return () => origin.value;
    if (origin.kind !== "primitive") return (attributes) => attributes[origin.name]!;
    const value = valueFor(origin.name, "float64");
    const [a, b, c] = origin.operands.map((operand) => at.get(operand)!) as [number, number?, number?];
    return (_, values) => value(values[a]!, b === undefined ? 0 : values[b]!, c === undefined ? 0 : values[c]!);
  });
  const wanted = numbers.map((number) => at.get(number)!);
  return (attributes) => {
    const values: number[] = [];
    for (const part of compute) values.push(part(attributes, values));
    return wanted.map((index) => values[index]!);
  };
}

function constantOf(number: Expression): number | null {
  if (partsOf(number).some(({ origin }) => origin.kind === "number")) return null;
  return numbersOf([number])({})[0]!;
}

/** The dtype that an input is read as, and a result stored as. */
export function dtypeOfSort(sort: Sort, dtype: DType): DType {
  return sort === "truth" ? "bool" : dtype;
}

/** A number as elements of a dtype hold it: integers wrap, but an infinite one is the least or the largest. */
export function numberAs(dtype: DType, number: number): number {
  if (dtype === "float64") return number;
  if (dtype === "float32") return Math.fround(number);
  if (dtype === "bool") return Number(number !== 0);
  return Number.isFinite(number) ? number | 0 : Math.min(Math.max(number, -(2 ** 31)), 2 ** 31 - 1) | 0;
}
