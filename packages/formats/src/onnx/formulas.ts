// Pointwise ops as nodes: their formulas, primitive by primitive, so that an op needs no line here. What has an operator of its own
// is written as that.

import type { DType } from "@bernoulli/tensor";
import type { CalledFormula } from "@bernoulli/tensor/formulas";
import type { GraphBuilder } from "./graph.js";

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
  expm1: (graph, [x], dtype) => graph.add("Sub", [graph.add("Exp", [x!]), graph.scalar(1, dtype)]),
  log1p: (graph, [x], dtype) => graph.add("Log", [graph.add("Add", [x!, graph.scalar(1, dtype)])]),
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

/** The name of a formula's result, computed from its inputs; null where a primitive has no counterpart. */
export function writeFormula(
  graph: GraphBuilder,
  { steps, numbers, result }: CalledFormula,
  inputs: readonly string[],
  dtype: DType,
): string | { readonly missing: string } {
  const made: string[] = [];
  const at = ({ from, at: index }: CalledFormula["result"]) =>
    from === "input" ? inputs[index]! : from === "number" ? graph.scalar(numbers[index]!, dtype) : made[index]!;
  for (const { name, operands } of steps) {
    const given = operands.map(at);
    const composition = compositions[name];
    if (composition !== undefined) made.push(composition(graph, given, dtype));
    else if (Object.hasOwn(operators, name)) made.push(graph.add(operators[name]!, given));
    else return { missing: name };
  }
  return at(result);
}
