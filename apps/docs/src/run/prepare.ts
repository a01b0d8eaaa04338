// Makes a program of a block of TypeScript: types are stripped, imports become calls of `require`, and what stands before a `// → value` or a
// `// throws text` is shown. At build time for blocks as they are, and in the page for those that somebody has edited. Checks no types.

import { type Comment, type Node, parse } from "acorn";
import { transform } from "sucrase";

/** A program ready to run: the body of an async function of `require`, `exports`, `show`, `console` and `plot`. */
export interface Program {
  readonly code: string;
  /** What it asks `require` for. */
  readonly imports: readonly string[];
}

/** Throws a SyntaxError where the block is no TypeScript. */
export function prepare(source: string): Program {
  const { code } = transform(source, {
    transforms: ["typescript", "imports"],
    disableESTransforms: true,
    preserveDynamicImport: true,
    production: true,
  });
  const comments: Comment[] = [];
  const tree = parse(code, {
    ecmaVersion: "latest",
    allowAwaitOutsideFunction: true,
    locations: true,
    onComment: comments,
  });
  const marks = new Map(
    comments.flatMap(({ value, loc }) => (/^ (→|throws )/.test(value) ? [[loc!.start.line, value] as const] : [])),
  );
  const edits: { start: number; end: number; text: string }[] = [];
  for (const statement of expressionStatements(tree)) {
    const last = statement.loc!.end.line;
    const line = [last, last + 1].find((one) => marks.has(one) && (one === last || aloneOn(code, one)));
    const { start, end } = statement.expression;
    const expression = code.slice(start, end);
    if (line === undefined || expression.startsWith("console.log(")) continue;
    const throws = marks.get(line)!.startsWith(" throws ");
    marks.delete(line);
    edits.push({ start, end, text: shown(expression, statement, throws) });
  }
  let shownCode = code;
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start))
    shownCode = shownCode.slice(0, start) + text + shownCode.slice(end);
  return {
    code: shownCode,
    imports: [...new Set([...code.matchAll(/\brequire\('([^']+)'\)/g)].map(([, name]) => name!))],
  };
}

interface ExpressionStatement extends Node {
  type: "ExpressionStatement";
  expression: Node;
}

/** `show(line, …)` around an expression; a function, so that what it throws is shown where a throw is what the block is about. */
function shown(expression: string, { loc, expression: node }: ExpressionStatement, throws: boolean): string {
  const awaits = contains(node, "AwaitExpression");
  return `${awaits ? "await " : ""}show(${loc!.start.line}, ${awaits ? "async " : ""}() => (${expression}), ${throws})`;
}

function aloneOn(code: string, line: number): boolean {
  return /^\s*\/\//.test(code.split("\n")[line - 1] ?? "");
}

/** Outermost first; one within another is passed over when its mark is taken. */
function* expressionStatements(node: Node): Generator<ExpressionStatement> {
  if (node.type === "ExpressionStatement") yield node as ExpressionStatement;
  for (const child of childrenOf(node)) yield* expressionStatements(child);
}

function contains(node: Node, type: string): boolean {
  if (node.type === type) return true;
  if (/Function/.test(node.type)) return false;
  return childrenOf(node).some((child) => contains(child, type));
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && "type" in value && "start" in value && typeof value.type === "string"
  );
}
