// Prints modules as PyTorch does: a line a layer, children indented.

import { isList } from "./callable.js";
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
  const children = [...ownChildren(node)].map(([key, child]) => ({ key, text: format(child, ancestors) }));
  const childLines = (!isModule(node) || node[isList] ? withRepeats(children) : children).map(
    ({ key, text }) => `(${key}): ${text.replaceAll("\n", "\n  ")}`,
  );
  ancestors.delete(node);
  if (childLines.length === 0 && extraLines.length <= 1) return `${name}(${extra})`;
  return `${name}(\n${[...extraLines, ...childLines].map((line) => `  ${line}`).join("\n")}\n)`;
}

interface Child {
  readonly key: string;
  readonly text: string;
}

/** Neighbours with one text on one line, as lists print them since PyTorch 2. */
function withRepeats(children: readonly Child[]): Child[] {
  const runs: { first: string; last: string; count: number; text: string }[] = [];
  for (const { key, text } of children) {
    const run = runs.at(-1);
    if (run?.text === text) {
      run.last = key;
      run.count += 1;
    } else runs.push({ first: key, last: key, count: 1, text });
  }
  return runs.map(({ first, last, count, text }) =>
    count === 1 ? { key: first, text } : { key: `${first}-${last}`, text: `${count} x ${text}` },
  );
}

/** A value as Python prints it: `True`, `None`, `(3, 3)`. */
export function python(value: number | boolean | string | null | readonly number[]): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "object") return `(${value.join(", ")}${value.length === 1 ? "," : ""})`;
  if (typeof value === "string" || Number.isInteger(value)) return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  // Python turns to exponents below 1e-4, JavaScript below 1e-6, and Python writes two digits of exponent at least.
  const text = value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

/** A number as Python writes a float: 2.0, which {@link python} writes as an integer. */
export function pythonFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : python(value);
}
