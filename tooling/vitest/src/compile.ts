// Turns the code of an example into a CommonJS module whose default export runs it. Statements with `// → value` or
// `// throws Text` become checks. It loads none of the imports.
import { transform } from "esbuild";
import ts from "typescript";
import type { Example } from "./extract.js";

interface Expectation {
  readonly kind: "value" | "throws";
  readonly text: string;
  /** The line of the comment inside the example, from 0. */
  readonly line: number;
}

/** An example ready to run: see ExampleBody. */
export interface CompiledExample {
  readonly code: string;
  /** The modules that the code asks `require` for. */
  readonly imports: readonly string[];
  readonly checks: number;
}

/**
 * The module of an example, whose default export is `async function (check, console)`.
 * Throws where a check stands behind anything but an expression statement, since it would be passed over in silence.
 */
export async function compileExample(example: Example): Promise<CompiledExample> {
  const source = ts.createSourceFile("example.ts", example.code, ts.ScriptTarget.Latest, true);
  const expectations = findExpectations(example.code);
  const unclaimed = new Map(expectations.map((expectation) => [expectation.line, expectation]));
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;

  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) {
      const last = lineOf(node.getEnd());
      // Behind the statement, or alone on the next line.
      const at = unclaimed.has(last) ? last : isCommentLine(source, last + 1) ? last + 1 : -1;
      const expectation = unclaimed.get(at);
      if (expectation !== undefined && isLastOfLine(source, node)) {
        unclaimed.delete(at);
        const start = node.getStart(source);
        edits.push({
          start,
          end: node.getEnd(),
          text: checkCall(node, source, expectation, example.line + lineOf(start)),
        });
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const { line, text } of unclaimed.values()) {
    throw new Error(
      `${example.file}:${example.line + line}: nothing to check against "${text}"; write it behind an expression that ends in ";"`,
    );
  }

  let body = example.code;
  for (const edit of edits.sort((a, b) => b.start - a.start))
    body = body.slice(0, edit.start) + edit.text + body.slice(edit.end);
  const imports = source.statements
    .filter(ts.isImportDeclaration)
    .filter((statement) => statement.importClause?.isTypeOnly !== true);
  return {
    code: await transpile(body),
    imports: imports.map((statement) => (statement.moduleSpecifier as ts.StringLiteral).text),
    checks: expectations.length,
  };
}

/** `check(...)` around the expression of a statement. Where the expression awaits, so does the check. */
function checkCall(
  node: ts.ExpressionStatement,
  source: ts.SourceFile,
  expectation: Expectation,
  line: number,
): string {
  const expression = node.expression.getText(source);
  const awaits = containsAwait(node.expression);
  const prints = ts.isCallExpression(node.expression) && node.expression.expression.getText(source) === "console.log";
  const kind = expectation.kind === "throws" ? "throws" : prints ? "prints" : "value";
  const call = `check.${kind}(${line}, ${awaits ? "async " : ""}() => (${expression}), ${JSON.stringify(expectation.text)})`;
  return `${awaits ? "await " : ""}${call};`;
}

/** The `// → …` and `// throws …` comments; the lines of comment below a `// →` that stands alone belong to it. */
function findExpectations(code: string): Expectation[] {
  const found: Expectation[] = [];
  const lines = code.split("\n");
  for (const [line, text] of lines.entries()) {
    const match = /(?:^|[;)}\]]|\s)\/\/ (?:→ ?|(throws ))(.*)$/.exec(text);
    if (match === null) continue;
    const parts = [match[2]!.trimEnd()];
    for (let next = line + 1; next < lines.length; next += 1) {
      const more = /^\s*\/\/ {3}(.*)$/.exec(lines[next]!);
      if (more === null) break;
      parts.push(more[1]!.trimEnd());
    }
    found.push({ kind: match[1] === undefined ? "value" : "throws", text: parts.join("\n"), line });
  }
  return found;
}

function isCommentLine(source: ts.SourceFile, line: number): boolean {
  return /^\s*\/\/ (→|throws )/.test(source.text.split("\n")[line] ?? "");
}

function isLastOfLine(source: ts.SourceFile, node: ts.Node): boolean {
  return /^\s*(\/\/.*)?$/.test(source.text.slice(node.getEnd()).split("\n")[0]!);
}

function containsAwait(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, (child) => containsAwait(child) || undefined) ?? false;
}

/** Imports stay at the top; the rest becomes the body of the exported function. Types are erased. */
async function transpile(body: string): Promise<string> {
  const source = ts.createSourceFile("example.ts", body, ts.ScriptTarget.Latest, true);
  const imports = source.statements.filter((statement) => ts.isImportDeclaration(statement));
  const rest = source.statements.filter((statement) => !ts.isImportDeclaration(statement));
  const text = (statements: readonly ts.Statement[]): string =>
    statements.map((statement) => statement.getText(source)).join("\n");
  // Not by TypeScript, which makes a program of each: half of what hundreds of examples took.
  const { code } = await transform(
    `${text(imports)}\nexport default async function (check: any, console: any) {\n${text(rest)}\n}\n`,
    { loader: "ts", format: "cjs", target: "es2022" },
  );
  return code;
}
