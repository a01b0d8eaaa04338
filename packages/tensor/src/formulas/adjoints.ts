// The calculus: how a gradient goes back through each primitive, and through a formula of them. Reverse mode over the graph rather
// than slopes multiplied: `where` then splits a gradient by choice, and what is saved is what the gradient reads.

import { constant, type Expression, type PrimitiveName, partsOf, type Truth, Value, where } from "./expression.js";
import type { Adjoint } from "./math/define.js";

const none: Adjoint = () => [];
const zero = constant(0);

// Where PyTorch chooses a slope (derivatives.yaml), so do these: sign(0) is 0, and of two equals each gets half.
const adjoints: { readonly [P in PrimitiveName]: Adjoint } = {
  add: ({ grad }) => [grad, grad],
  sub: ({ grad }) => [grad, grad.neg()],
  mul: ({ grad }, a: Value, b: Value) => [grad.mul(b), grad.mul(a)],
  // Not by the result: the quotient may be written over, as in PyTorch, and −(a / b) / b keeps range that b² would lose.
  div: ({ grad }, a: Value, b: Value) => [grad.div(b), grad.mul(a.div(b).div(b).neg())],
  maximum: ({ grad }, a: Value, b: Value) => [ofExtreme(grad, a, b, a.lt(b)), ofExtreme(grad, a, b, b.lt(a))],
  minimum: ({ grad }, a: Value, b: Value) => [ofExtreme(grad, a, b, a.gt(b)), ofExtreme(grad, a, b, b.gt(a))],
  neg: ({ grad }) => [grad.neg()],
  abs: ({ grad }, x: Value) => [grad.mul(where(x.gt(0), 1, where(x.lt(0), -1, 0)))],
  sqrt: ({ grad, result }) => [grad.div(result.mul(2))],
  where: ({ grad }, condition: Truth) => [null, where(condition, grad, zero), where(condition, zero, grad)],
  eq: none,
  ne: none,
  lt: none,
  le: none,
  gt: none,
  ge: none,
  and: none,
  or: none,
  not: none,
};

function ofExtreme(grad: Value, a: Value, b: Value, isOther: Truth): Value {
  return where(isOther, 0, where(a.eq(b), grad.div(2), grad));
}

/**
 * The gradient of an input, as an expression of the result's gradient, of the inputs and, where that of the last primitive asks, of
 * the result, the two under the names given; null for none.
 */
export function gradientOf(
  formula: Expression,
  input: string,
  names: { readonly grad: string; readonly output: string },
): Value | null {
  if (formula.sort === "truth") return null;
  const parts = partsOf(formula);
  const leads = new Set<Expression>();
  for (const part of parts) {
    const { origin } = part;
    const isLeading =
      origin.kind === "primitive" ? origin.operands.some((one) => leads.has(one)) : isInput(part, input);
    if (isLeading && part.sort === "value") leads.add(part);
  }
  const arrived = new Map<Expression, Value>([[formula, new Value({ kind: "input", name: names.grad })]]);
  let found: Value | null = null;
  for (const part of [...parts].reverse()) {
    const grad = arrived.get(part);
    if (grad === undefined || !leads.has(part)) continue;
    if (part.origin.kind !== "primitive") {
      found = grad;
      continue;
    }
    const { name, operands } = part.origin;
    const result = part === formula ? new Value({ kind: "input", name: names.output }) : (part as Value);
    const adjoint = typeof name === "string" ? adjoints[name] : name.adjoint;
    const gradients = adjoint({ grad, result }, ...(operands as never[]));
    for (const [at, gradient] of gradients.entries()) {
      const operand = operands[at]!;
      if (gradient === null || !leads.has(operand)) continue;
      const present = arrived.get(operand);
      arrived.set(operand, present === undefined ? gradient : present.add(gradient));
    }
  }
  return found;
}

function isInput({ origin }: Expression, name: string): boolean {
  return origin.kind === "input" && origin.name === name;
}
