// Pointwise ops as nodes: their formulas, primitive by primitive, so that an op needs no line here. What has an operator of its own
// is written as that.

import type { DType } from "@bernoulli/tensor";
import type { CalledFormula } from "@bernoulli/tensor/formulas";
import type { GraphBuilder, Value } from "./graph.js";

/** The operators that are a primitive by another name. */
const operators: Readonly<Record<string, string>> = {
  add: "Add",
  sub: "Sub",
  mul: "Mul",
  div: "Div",
  maximum: "Max",
  minimum: "Min",
  neg: "Neg",
  abs: "Abs",
  sqrt: "Sqrt",
  exp: "Exp",
  log: "Log",
  tanh: "Tanh",
  pow: "Pow",
  eq: "Equal",
  lt: "Less",
  le: "LessOrEqual",
  gt: "Greater",
  ge: "GreaterOrEqual",
  and: "And",
  or: "Or",
  not: "Not",
  where: "Where",
  sigmoid: "Sigmoid",
  sin: "Sin",
  cos: "Cos",
  tan: "Tan",
  asin: "Asin",
  acos: "Acos",
  atan: "Atan",
  sinh: "Sinh",
  cosh: "Cosh",
  asinh: "Asinh",
  acosh: "Acosh",
  atanh: "Atanh",
  erf: "Erf",
  ceil: "Ceil",
  floor: "Floor",
  round: "Round",
};

type Written = (graph: GraphBuilder, operands: readonly string[], dtype: DType) => string;

/** Those that take several. */
const compositions: Readonly<Record<string, Written>> = {
  ne: (graph, operands) => graph.add("Not", [graph.add("Equal", operands)]),
  erfc: (graph, [x], dtype) => graph.add("Sub", [graph.scalar(1, dtype), graph.add("Erf", [x!])]),
  /** tanh(x/2) · (e^x + 1), of which nothing cancels near 0 */
  expm1: (graph, [x], dtype) => {
    const half = graph.add("Tanh", [graph.add("Mul", [x!, graph.scalar(0.5, dtype)])]);
    return graph.add("Mul", [half, graph.add("Add", [graph.add("Exp", [x!]), graph.scalar(1, dtype)])]);
  },
  /** log u · x/(u − 1) of the rounded u = 1 + x: its error is in both; x itself where u is 1, log u where it is infinite */
  log1p: (graph, [x], dtype) => {
    const one = graph.scalar(1, dtype);
    const sum = graph.add("Add", [x!, one]);
    const log = graph.add("Log", [sum]);
    const near = graph.add("Equal", [sum, one]);
    const share = graph.add("Div", [x!, graph.add("Where", [near, one, graph.add("Sub", [sum, one])])]);
    const far = graph.add("Equal", [sum, graph.scalar(Number.POSITIVE_INFINITY, dtype)]);
    const exact = graph.add("Where", [far, log, graph.add("Mul", [log, share])]);
    return graph.add("Where", [near, x!, exact]);
  },
  exp2: (graph, [x], dtype) => graph.add("Pow", [graph.scalar(2, dtype), x!]),
  log2: (graph, [x], dtype) => graph.add("Div", [graph.add("Log", [x!]), graph.scalar(Math.LN2, dtype)]),
  log10: (graph, [x], dtype) => graph.add("Div", [graph.add("Log", [x!]), graph.scalar(Math.LN10, dtype)]),
  trunc: (graph, [x], dtype) =>
    graph.add("Where", [
      graph.add("Less", [x!, graph.scalar(0, dtype)]),
      graph.add("Ceil", [x!]),
      graph.add("Floor", [x!]),
    ]),
  /** max(x, 0) + log(1 + e^−|x|), which does not overflow */
  softplus: (graph, [x], dtype) => {
    const less = graph.add("Exp", [graph.add("Neg", [graph.add("Abs", [x!])])]);
    const beyond = graph.add("Log", [graph.add("Add", [less, graph.scalar(1, dtype)])]);
    return graph.add("Add", [graph.add("Max", [x!, graph.scalar(0, dtype)]), beyond]);
  },
  /** x/2 · (1 + erf(x/√2)) */
  gelu: (graph, [x], dtype) => {
    const erf = graph.add("Erf", [graph.add("Mul", [x!, graph.scalar(Math.SQRT1_2, dtype)])]);
    const share = graph.add("Add", [erf, graph.scalar(1, dtype)]);
    return graph.add("Mul", [graph.add("Mul", [x!, share]), graph.scalar(0.5, dtype)]);
  },
};

/** Not of bytes in ONNX. */
const negated: Written = (graph, [x], dtype) => graph.add("Sub", [graph.scalar(0, dtype), x!]);

type OfBools = (graph: GraphBuilder, operands: readonly string[]) => string;
const not = (graph: GraphBuilder, name: string) => graph.add("Not", [name]);

/** Those of numbers by what they are of bools, which ONNX's operators do not take. */
const ofBools: Readonly<Record<string, OfBools>> = {
  add: (graph, operands) => graph.add("Or", operands),
  maximum: (graph, operands) => graph.add("Or", operands),
  mul: (graph, operands) => graph.add("And", operands),
  minimum: (graph, operands) => graph.add("And", operands),
  lt: (graph, [a, b]) => graph.add("And", [not(graph, a!), b!]),
  gt: (graph, [a, b]) => graph.add("And", [a!, not(graph, b!)]),
  le: (graph, [a, b]) => graph.add("Or", [not(graph, a!), b!]),
  ge: (graph, [a, b]) => graph.add("Or", [a!, not(graph, b!)]),
  where: (graph, [condition, a, b]) =>
    graph.add("Or", [graph.add("And", [condition!, a!]), graph.add("And", [not(graph, condition!), b!])]),
};

const givesBools: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...["eq", "ne", "lt", "le", "gt", "ge"],
  ...["and", "or", "not"],
]);

/** The name of a primitive's result, of operands that are not all bools or that it takes as numbers; null where it has no counterpart. */
function stepIn(graph: GraphBuilder, name: string, operands: readonly string[], dtype: DType): string | null {
  if (name === "neg" && dtype === "uint8") return negated(graph, operands, dtype);
  if (Object.hasOwn(compositions, name)) return compositions[name]!(graph, operands, dtype);
  return Object.hasOwn(operators, name) ? graph.add(operators[name]!, operands) : null;
}

/** The name of a formula's result, computed from its inputs; or the primitive that has no counterpart. */
export function writeFormula(
  graph: GraphBuilder,
  { steps, numbers, result }: CalledFormula,
  inputs: readonly Value[],
  dtype: DType,
): string | { readonly missing: string } {
  const made: { readonly name: string; readonly isBool: boolean }[] = [];
  const at = ({ from, at: index }: CalledFormula["result"]) => {
    if (from === "step") return made[index]!;
    if (from === "number") return { name: graph.scalar(numbers[index]!, dtype), isBool: dtype === "bool" };
    return { name: inputs[index]!.name, isBool: inputs[index]!.dtype === "bool" };
  };
  for (const { name, operands } of steps) {
    const given = operands.map(at);
    const names = given.map((operand) => operand.name);
    const areBools = given.every(({ isBool }) => isBool);
    const written =
      areBools && Object.hasOwn(ofBools, name) ? ofBools[name]!(graph, names) : stepIn(graph, name, names, dtype);
    if (written === null) return { missing: name };
    made.push({ name: written, isBool: areBools || givesBools.has(name) });
  }
  return at(result).name;
}
