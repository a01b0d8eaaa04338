// Compares what an example computed with what its comment states. Knows nothing of tensors.
import ts from "typescript";

/** Whether `actual` is what `text` states: a literal, numbers to 1e-6 relative, or else the text of the value. */
export function matches(actual: unknown, text: string): boolean {
  const literal = parseLiteral(text);
  if (literal !== null && equal(actual, literal.value)) return true;
  return !Array.isArray(actual) && String(actual) === text;
}

/** How a value is shown where it is not what was stated. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (ArrayBuffer.isView(value)) return show(Array.from(value as unknown as ArrayLike<number>));
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (isPlain(value))
    return `{ ${Object.entries(value)
      .map(([key, held]) => `${key}: ${show(held)}`)
      .join(", ")} }`;
  return String(value);
}

/** The value of a JSON-like literal (also NaN, Infinity, undefined, bare keys and single quotes), or null. */
export function parseLiteral(text: string): { value: unknown } | null {
  const source = ts.createSourceFile("literal.ts", `(${text}\n)`, ts.ScriptTarget.Latest, true) as ts.SourceFile & {
    parseDiagnostics?: readonly unknown[];
  };
  const [statement] = source.statements;
  if ((source.parseDiagnostics?.length ?? 0) > 0 || source.statements.length !== 1) return null;
  if (statement === undefined || !ts.isExpressionStatement(statement)) return null;
  try {
    return { value: evaluate(statement.expression) };
  } catch {
    return null;
  }
}

const names = new Map<string, unknown>([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["undefined", undefined],
]);

function evaluate(node: ts.Expression): unknown {
  if (ts.isParenthesizedExpression(node)) return evaluate(node.expression);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isBigIntLiteral(node)) return BigInt(node.text.slice(0, -1));
  if (ts.isStringLiteralLike(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isIdentifier(node) && names.has(node.text)) return names.get(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    return -(evaluate(node.operand) as number);
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(evaluate);
  if (ts.isObjectLiteralExpression(node)) {
    return Object.fromEntries(
      node.properties.map((property) => {
        if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name))
          throw new Error("not a literal");
        return [property.name.text, evaluate(property.initializer)];
      }),
    );
  }
  throw new Error("not a literal");
}

function equal(actual: unknown, wanted: unknown): boolean {
  if (typeof actual === "number" && typeof wanted === "number") {
    return Object.is(actual, wanted) || actual === wanted || Math.abs(actual - wanted) <= 1e-6 * Math.abs(wanted);
  }
  if (Array.isArray(wanted)) {
    const given = ArrayBuffer.isView(actual) ? Array.from(actual as unknown as ArrayLike<unknown>) : actual;
    return (
      Array.isArray(given) && given.length === wanted.length && wanted.every((value, at) => equal(given[at], value))
    );
  }
  if (isPlain(wanted)) {
    if (!isPlain(actual)) return false;
    const keys = Object.keys(wanted);
    return (
      keys.length === Object.keys(actual).length &&
      keys.every((key) => key in actual && equal(actual[key], wanted[key]))
    );
  }
  return Object.is(actual, wanted);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
