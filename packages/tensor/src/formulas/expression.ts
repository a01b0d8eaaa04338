// A formula's right-hand side as data: a graph of the inputs' elements, numbers, constants and primitives. It reads like code on
// tensors, by the same names, but computes nothing: what a primitive's slope is, adjoints.ts says; how a device computes it, the
// device.

import { describe } from "../checks/describe.js";
import { ArgumentError } from "../checks/errors.js";
import type { MathFunction } from "./math/define.js";

/**
 * The primitives of every formula, by what they take and give; others, such as exponentials, bring all of theirs along (math/). Each has an
 * adjoint (adjoints.ts) and a way to be computed on every device.
 */
export const primitives = {
  add: { takes: ["value", "value"], gives: "value" },
  sub: { takes: ["value", "value"], gives: "value" },
  mul: { takes: ["value", "value"], gives: "value" },
  /** Of floats only. */
  div: { takes: ["value", "value"], gives: "value" },
  /** NaN where either is. */
  maximum: { takes: ["value", "value"], gives: "value" },
  minimum: { takes: ["value", "value"], gives: "value" },
  neg: { takes: ["value"], gives: "value" },
  abs: { takes: ["value"], gives: "value" },
  sqrt: { takes: ["value"], gives: "value" },
  eq: { takes: ["value", "value"], gives: "truth" },
  ne: { takes: ["value", "value"], gives: "truth" },
  lt: { takes: ["value", "value"], gives: "truth" },
  le: { takes: ["value", "value"], gives: "truth" },
  gt: { takes: ["value", "value"], gives: "truth" },
  ge: { takes: ["value", "value"], gives: "truth" },
  and: { takes: ["truth", "truth"], gives: "truth" },
  or: { takes: ["truth", "truth"], gives: "truth" },
  not: { takes: ["truth"], gives: "truth" },
  /** A choice, not a product: what is not chosen may be NaN. */
  where: { takes: ["truth", "value", "value"], gives: "value" },
} as const satisfies Record<string, { takes: readonly Sort[]; gives: Sort }>;

/** What an expression stands for: a number of the formula's dtype, or whether something is so. */
export type Sort = "value" | "truth";
export type PrimitiveName = keyof typeof primitives;
export type Primitive = PrimitiveName | MathFunction;

/** Where an expression comes from. */
export type Origin =
  | { readonly kind: "input"; readonly name: string }
  /** An attribute of the op: the same for every element. */
  | { readonly kind: "number"; readonly name: string }
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "primitive"; readonly name: Primitive; readonly operands: readonly Expression[] };

export type Expression = Value | Truth;
/** A constant may be written as what it is. */
export type Given = Value | number;

const noOperators =
  "a formula's value is of no element yet, so JavaScript's operators cannot take it; write x.mul(2), x.gt(0), where(x.gt(0), a, b)";

declare global {
  /** Functions on values as methods: what methods.ts adds, where that is loaded. The ops of this package do without, so that each loads what it uses. */
  interface BernoulliValueMethods {}
}

export interface Value extends BernoulliValueMethods {}

/** A number of the formula's dtype. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the mixin in methods.ts fills every method of the interface
export class Value {
  readonly sort = "value";
  readonly origin: Origin;

  constructor(origin: Origin) {
    this.origin = origin;
  }

  /** JavaScript's own operators know nothing of formulas: `x > 0` would be false for every element. */
  [Symbol.toPrimitive](): never {
    throw new ArgumentError(noOperators);
  }

  add(other: Given): Value {
    return value("add", this, constant(other));
  }
  sub(other: Given): Value {
    return value("sub", this, constant(other));
  }
  mul(other: Given): Value {
    return value("mul", this, constant(other));
  }
  div(other: Given): Value {
    return value("div", this, constant(other));
  }
  maximum(other: Given): Value {
    return value("maximum", this, constant(other));
  }
  minimum(other: Given): Value {
    return value("minimum", this, constant(other));
  }
  neg(): Value {
    return value("neg", this);
  }
  abs(): Value {
    return value("abs", this);
  }
  sqrt(): Value {
    return value("sqrt", this);
  }
  eq(other: Given): Truth {
    return truth("eq", this, constant(other));
  }
  ne(other: Given): Truth {
    return truth("ne", this, constant(other));
  }
  lt(other: Given): Truth {
    return truth("lt", this, constant(other));
  }
  le(other: Given): Truth {
    return truth("le", this, constant(other));
  }
  gt(other: Given): Truth {
    return truth("gt", this, constant(other));
  }
  ge(other: Given): Truth {
    return truth("ge", this, constant(other));
  }
}

/** Whether something is so: what `where` chooses by, and what a comparison gives. As a result it is stored as bool. */
export class Truth {
  readonly sort = "truth";
  readonly origin: Origin;

  constructor(origin: Origin) {
    this.origin = origin;
  }

  /** JavaScript's own operators know nothing of formulas: `x > 0` would be false for every element. */
  [Symbol.toPrimitive](): never {
    throw new ArgumentError(noOperators);
  }

  and(other: Truth): Truth {
    return truth("and", this, other);
  }
  or(other: Truth): Truth {
    return truth("or", this, other);
  }
  not(): Truth {
    return truth("not", this);
  }
}

function value(name: PrimitiveName, ...operands: Expression[]): Value {
  return new Value({ kind: "primitive", name, operands });
}

function truth(name: PrimitiveName, ...operands: Expression[]): Truth {
  return new Truth({ kind: "primitive", name, operands });
}

/** @__NO_SIDE_EFFECTS__ */
export function constant(given: Given): Value {
  if (typeof given === "number") return new Value({ kind: "constant", value: given });
  if (given instanceof Value) return given;
  throw new ArgumentError(
    `a formula is made of its inputs, numbers and what they give; it cannot take ${describe(given)}`,
  );
}

/** `chosen` where `condition`, else `other`: a choice, not a product, so that what is not chosen may be NaN. */
export function where(condition: Truth, chosen: Given, other: Given): Value {
  if (!(condition instanceof Truth))
    throw new ArgumentError(`where chooses by a comparison, such as x.gt(0), but got ${describe(condition)}`);
  return value("where", condition, constant(chosen), constant(other));
}

/** The primitives that integers have none of. */
export const ofFloatsOnly = ["div", "sqrt"] as const satisfies readonly PrimitiveName[];

export function givenBy(primitive: Primitive): Sort {
  return typeof primitive === "string" ? primitives[primitive].gives : "value";
}

/** An op's inputs and numbers as its formula is given them, by their names. */
export function leavesOf(
  inputs: readonly { readonly name: string; readonly sort: Sort }[],
  numbers: readonly string[],
): Readonly<Record<string, Expression>> {
  return Object.fromEntries([
    ...inputs.map(({ name, sort }) => {
      const origin = { kind: "input", name } as const;
      return [name, sort === "truth" ? new Truth(origin) : new Value(origin)] as const;
    }),
    ...numbers.map((name) => [name, new Value({ kind: "number", name })] as const),
  ]);
}

/** All that expressions are made of, they themselves among it, each once and after what it is made of. */
export function partsOf(...roots: readonly Expression[]): readonly Expression[] {
  const seen = new Set<Expression>();
  const visit = (expression: Expression): void => {
    if (seen.has(expression)) return;
    if (expression.origin.kind === "primitive") expression.origin.operands.forEach(visit);
    seen.add(expression);
  };
  roots.forEach(visit);
  return [...seen];
}
