// Formulas on the `cpu` device: their steps as expressions over four lanes, put into pointwise.ts's loops. Those of doubles are
// double-formulas.ts's.

import { givenBy, type ofFloatsOnly, type Primitive, type PrimitiveName } from "../../../formulas/expression.js";
import { dtypeOfSort, type Formula, nameOf, numberAs, type Place } from "../../../formulas/formula.js";
import type { MathFunction } from "../../../formulas/math/define.js";
import type { KernelFunction } from "../../../kernels/contract.js";
import type { DType } from "../../../tensor/dtype.js";
import type { F32x4, FunctionBuilder, I8x16, I32x4 } from "../assembler/index.js";
import type { ElementType } from "./elements.js";
import { pointwiseKernel } from "./pointwise.js";
import { definePointwise, type Pointwise } from "./pointwise-operation.js";
import {
  copied,
  type Lanes,
  lanesAt,
  type PointwiseStep,
  type PointwiseSteps,
  type Taken,
  VectorValues,
} from "./pointwise-steps.js";

/** Operands are of the kind that the formula's dtype and the primitive's sorts say. */
type Emit = (f: FunctionBuilder, ...operands: any[]) => Lanes;

/** What floats and integers have under the same names. Truths are masks: −1 in a lane where it is so. */
const ofBoth = {
  add: (_: FunctionBuilder, a: any, b: any) => a.add(b),
  sub: (_: FunctionBuilder, a: any, b: any) => a.subtract(b),
  mul: (_: FunctionBuilder, a: any, b: any) => a.multiply(b),
  maximum: (_: FunctionBuilder, a: any, b: any) => a.max(b),
  minimum: (_: FunctionBuilder, a: any, b: any) => a.min(b),
  neg: (_: FunctionBuilder, x: any) => x.negate(),
  eq: (_: FunctionBuilder, a: any, b: any) => a.equals(b),
  ne: (_: FunctionBuilder, a: any, b: any) => a.notEquals(b),
  lt: (_: FunctionBuilder, a: any, b: any) => a.lessThan(b),
  le: (_: FunctionBuilder, a: any, b: any) => a.atMost(b),
  gt: (_: FunctionBuilder, a: any, b: any) => a.greaterThan(b),
  ge: (_: FunctionBuilder, a: any, b: any) => a.atLeast(b),
  and: (_: FunctionBuilder, a: I32x4, b: I32x4) => a.and(b),
  or: (_: FunctionBuilder, a: I32x4, b: I32x4) => a.or(b),
  not: (_: FunctionBuilder, a: I32x4) => a.not(),
  where: (_: FunctionBuilder, condition: I32x4, a: I32x4, b: I32x4) => condition.select(a, b),
} satisfies { readonly [P in PrimitiveName]?: Emit };

const ofFloatsAlone = {
  div: (_: FunctionBuilder, a: F32x4, b: F32x4) => a.divide(b),
  abs: (_: FunctionBuilder, x: F32x4) => x.asI32x4().and(0x7fffffff).asF32x4(),
  sqrt: (_: FunctionBuilder, x: F32x4) => x.squareRoot(),
} satisfies { readonly [P in (typeof ofFloatsOnly)[number] | "abs"]: Emit };

const ofIntegersAlone = {
  abs: (_: FunctionBuilder, x: I32x4) => x.max(x.negate()),
};

function emittersOf(isFloat: boolean): { readonly [P in PrimitiveName]?: Emit } {
  const floats: { readonly [P in PrimitiveName]: Emit } = { ...ofBoth, ...ofFloatsAlone };
  const integers: { readonly [P in Exclude<PrimitiveName, (typeof ofFloatsOnly)[number]>]: Emit } = {
    ...ofBoth,
    ...ofIntegersAlone,
  };
  return isFloat ? floats : integers;
}

/** Of uint8 and bool, sixteen at a time. */
const ofBytesAlone = {
  mul: (f: FunctionBuilder, a: I8x16, b: I8x16) => f.local("i8x16", "left", a).multiply(f.local("i8x16", "right", b)),
  abs: (_: FunctionBuilder, x: I8x16) => x,
};

function bytesEmitters() {
  return { ...ofBoth, ...ofBytesAlone } satisfies {
    readonly [P in Exclude<PrimitiveName, (typeof ofFloatsOnly)[number]>]: unknown;
  };
}

/** What is the same modulo 2⁸ of numbers that are no bytes. */
const wraps: ReadonlySet<Primitive> = new Set<Primitive>(["add", "sub", "mul"]);

/** A formula's expression over sixteen bytes; undefined where bytes do not do. */
function computeBytes({ inputs, steps, result, gives, stores }: Formula, dtype: "uint8" | "bool") {
  const ofBytes = bytesEmitters();
  const isOfBytes = steps.every(({ name, operands }) => {
    if (typeof name !== "string" || !(name in ofBytes)) return false;
    return dtype === "bool" || wraps.has(name) || operands.every(({ from }) => from !== "number");
  });
  if (!isOfBytes || stores.length > 0) return undefined;
  return (f: FunctionBuilder, given: readonly I8x16[], numbers: readonly I8x16[]): I8x16 => {
    const held = given.map((own, at) =>
      inputs[at]!.sort === "truth" ? f.local("i8x16", `truth${at}`, own.notEquals(0)) : own,
    );
    const values: I8x16[] = [];
    const from = { input: held, number: numbers, step: values };
    const at = (place: Place): I8x16 => from[place.from][place.at]!;
    for (const { name, operands } of steps) {
      const emit = ofBytes[name as keyof typeof ofBytes] as (f: FunctionBuilder, ...operands: I8x16[]) => I8x16;
      const value = emit(f, ...operands.map(at));
      // A sum of bools is an or.
      const isBool = dtype === "bool" && givenBy(name) === "value";
      values.push(f.local("i8x16", `step${values.length}`, isBool ? value.notEquals(0).and(1) : value));
    }
    return gives === "truth" ? at(result).and(1) : at(result);
  };
}

/** What a step gives is as its dtype would hold it: bytes wrap, and a sum of bools is an or. */
const asHeld: { readonly [E in ElementType]: (lanes: Lanes) => Lanes } = {
  float32: (lanes) => lanes,
  int32: (lanes) => lanes,
  uint8: (lanes) => (lanes as I32x4).and(0xff),
  bool: (lanes) => (lanes as I32x4).notEquals(0).and(1),
};

function bytesOf(formula: Formula, dtype: DType): Pick<Pointwise, "computeBytes"> {
  const bytes = dtype === "uint8" || dtype === "bool" ? computeBytes(formula, dtype) : undefined;
  return bytes === undefined ? {} : { computeBytes: bytes };
}

/** A formula's steps as this device has them. */
function stepsInLanes(formula: Formula, dtype: ElementType): PointwiseSteps {
  const emitters = emittersOf(dtype === "float32");
  const steps: PointwiseStep[] = [];
  const push = (name: string, operands: readonly Place[], compute: PointwiseStep["compute"]): Place => ({
    from: "step",
    at: steps.push({ name, operands, compute }) - 1,
  });
  const masks = formula.inputs.map(({ sort }, at): Place => {
    const place = { from: "input", at } as const;
    return sort === "truth" ? push("is true", [place], (_, lanes: I32x4) => lanes.notEquals(0)) : place;
  });
  const made: Place[] = [];
  const at = (place: Place): Place => {
    if (place.from === "number") return place;
    return (place.from === "input" ? masks : made)[place.at]!;
  };
  for (const { name, operands } of formula.steps) {
    const bounded = dtype === "float32" ? boundedBy(formula, name, operands) : null;
    if (bounded !== null) {
      const { side, places } = bounded;
      made.push(push(`replace ${side}`, places.map(at), replacements[side]));
      continue;
    }
    const compute = (f: FunctionBuilder, ...given: never[]): Lanes => {
      const emit = typeof name === "string" ? emitters[name]! : lanesOf(name, dtype);
      const lanes = emit(f, ...given);
      return givenBy(name) === "value" ? asHeld[dtype](lanes) : lanes;
    };
    made.push(push(`${dtype} ${nameOf(name)}`, operands.map(at), compute));
  }
  const result = at(formula.result);
  const first = formula.gives === "truth" ? push("as bool", [result], (_, mask: I32x4) => mask.and(1)) : result;
  return {
    steps,
    results: [first, ...formula.stores.map(({ place }) => at(place))],
    constants: formula.constants.map((number) => (number === null ? null : numberAs(dtype, number))),
  };
}

function lanesOf({ floats, integers }: MathFunction, dtype: ElementType): Emit {
  return (dtype === "float32" ? floats?.lanes : integers?.lanes) as Emit;
}

/** Whether this device has lanes of it; what is rare may have none. */
function isInLanes(formula: Formula, dtype: ElementType): boolean {
  return formula.steps.every(({ name }) => typeof name === "string" || lanesOf(name, dtype) !== undefined);
}

/** Whether it is of floats all through, and has a step that is. */
function isLong({ inputs, gives, steps }: Formula, dtype: ElementType): boolean {
  return (
    dtype === "float32" &&
    gives === "value" &&
    inputs.every(({ sort }) => sort === "value") &&
    steps.some(({ name }) => typeof name !== "string" && name.floats?.isLong === true)
  );
}

/** Null where a formula is not computed in lanes. */
export function wasmFormula(formula: Formula, dtype: ElementType): KernelFunction | null {
  if (!isInLanes(formula, dtype)) return null;
  const steps = stepsInLanes(formula, dtype);
  const scalar = dtype === "float32" ? ("float32" as const) : ("int32" as const);
  const operation = definePointwise({
    name: `${dtype} ${formula.text}`,
    inputs: formula.inputs.map(({ sort }) => dtypeOfSort(sort, dtype) as ElementType),
    output: dtypeOfSort(formula.gives, dtype) as ElementType,
    scalars: formula.constants.map(() => scalar),
    alsoWrites: formula.stores.map(({ input }) => input),
    isLong: isLong(formula, dtype),
    steps,
    ...bytesOf(formula, dtype),
    compute: (f, given, scalars) => {
      const values = new VectorValues(f);
      const taken: Taken = { input: given as readonly Lanes[], number: scalars as readonly Lanes[], step: [] };
      for (const step of steps.steps) taken.step.push(values.compute(step, taken));
      const results = steps.results.map((place) => lanesAt(place, taken));
      if (results.length === 1) return results[0] as never;
      // Each as it is before any is written.
      const [result, ...becoming] = results.map((lanes) => copied(f, lanes, "result"));
      for (const [index, { input }] of formula.stores.entries())
        f.set(given[input] as never, becoming[index]! as never);
      return result as never;
    },
  });
  return pointwiseKernel(operation as never, (attributes) =>
    formula.numbers(attributes as never).map((number) => numberAs(dtype, number)),
  ) as KernelFunction;
}

const replacements = {
  below: (_: FunctionBuilder, x: F32x4, least: F32x4) => x.replaceBelow(least),
  above: (_: FunctionBuilder, x: F32x4, most: F32x4) => x.replaceAbove(most),
};

const sidesOf: { readonly [P in PrimitiveName]?: keyof typeof replacements } = { lt: "below", gt: "above" };

/** `where(a < b, b, a)` is one instruction, of a and b; and so is `where(a > b, b, a)`. */
function boundedBy(
  formula: Formula,
  name: Primitive,
  [condition, chosen, other]: readonly Place[],
): { readonly side: keyof typeof replacements; readonly places: readonly Place[] } | null {
  if (name !== "where" || condition!.from !== "step") return null;
  const comparison = formula.steps[condition!.at]!;
  const [a, b] = comparison.operands;
  const side = typeof comparison.name === "string" ? sidesOf[comparison.name] : undefined;
  return side !== undefined && isSame(a!, other!) && isSame(b!, chosen!) ? { side, places: [a!, b!] } : null;
}

function isSame(a: Place, b: Place): boolean {
  return a.from === b.from && a.at === b.at;
}
