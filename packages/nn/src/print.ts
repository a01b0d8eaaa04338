// Prints modules as PyTorch does: a line a layer, children indented.

import type { Module } from "./module.js";
import { isModule, type Node, ownChildren } from "./walk.js";

/** The text of PyTorch's repr. A cycle, which PyTorch could not print, is cut with an ellipsis. */
export function formatModule(module: Module): string {
  return format(module, new Set());
}

function format(node: Node, ancestors: Set<Node>): string {
  // An array of modules is what PyTorch calls a ModuleList.
  const name = isModule(node) ? node.constructor.name : "ModuleList";
  if (ancestors.has(node)) return `${name}(...)`;
  ancestors.add(node);
  const extra = isModule(node) ? node.extraRepr() : "";
  const extraLines = extra === "" ? [] : extra.split("\n");
  const childLines = [...ownChildren(node)].map(
    ([key, child]) => `(${key}): ${format(child, ancestors).replaceAll("\n", "\n  ")}`,
  );
  ancestors.delete(node);
  if (childLines.length === 0 && extraLines.length <= 1) return `${name}(${extra})`;
  return `${name}(\n${[...extraLines, ...childLines].map((line) => `  ${line}`).join("\n")}\n)`;
}

/** A value as Python prints it: `True`, `None`, `(3, 3)`. */
export function python(value: number | boolean | string | null | readonly number[]): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "object") return `(${value.join(", ")}${value.length === 1 ? "," : ""})`;
  if (typeof value === "string" || Number.isInteger(value)) return String(value);
  // Python turns to exponents below 1e-4, JavaScript below 1e-6, and Python writes two digits of exponent at least.
  const text = value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}
