// Finds the examples of a package: the fenced ts blocks of its docstrings and of its README. Runs nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export interface Example {
  /** The file that holds the block, absolute. */
  readonly file: string;
  /** The line of the block's first statement in that file, from 1. */
  readonly line: number;
  readonly code: string;
}

/** The examples of the package in `directory`: src/**, less tests, and README.md. */
export function packageExamples(directory: string): Example[] {
  const sources = readdirSync(join(directory, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(directory, "src", name));
  const files = [...sources.sort(), join(directory, "README.md")].filter((file) => existsSync(file));
  return files.flatMap((file) => fileExamples(file, readFileSync(file, "utf8")));
}

/** The examples of one file: of its docstrings if it is TypeScript, else of its text. */
export function fileExamples(file: string, text: string): Example[] {
  if (!file.endsWith(".ts")) return fencedBlocks(file, text, 1);
  // Most sources have none, and need not be parsed.
  if (!/```(ts|typescript)/.test(text)) return [];
  return docComments(text).flatMap(({ start, end }) => {
    const firstLine = text.slice(0, start).split("\n").length;
    const plain = text
      .slice(start, end)
      .split("\n")
      .map((line) => line.replace(/^\s*(\/\*\*|\*\/|\* ?)/, "").replace(/\*\/$/, ""))
      .join("\n");
    return fencedBlocks(file, plain, firstLine);
  });
}

/** Where the docstrings of a source stand. The compiler finds them, because a string may hold what looks like one. */
function docComments(text: string): { start: number; end: number }[] {
  const source = ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest, true);
  const found = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    for (const comment of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (text.startsWith("/**", comment.pos)) found.set(comment.pos, comment.end);
    }
    // getChildren, unlike forEachChild, also yields the closing tokens, before which a docstring may stand.
    for (const child of node.getChildren(source)) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(source);
  return [...found].map(([start, end]) => ({ start, end }));
}

function fencedBlocks(file: string, text: string, firstLine: number): Example[] {
  const examples: Example[] = [];
  const lines = text.split(/\r?\n/);
  let opened: number | null = null;
  for (const [at, line] of lines.entries()) {
    if (opened === null) {
      if (/^\s*```(ts|typescript)\s*$/.test(line)) opened = at + 1;
    } else if (/^\s*```\s*$/.test(line)) {
      examples.push({ file, line: firstLine + opened, code: lines.slice(opened, at).join("\n") });
      opened = null;
    }
  }
  if (opened !== null)
    throw new Error(`${file}:${firstLine + opened}: the example is not closed; end it with a line of three backticks`);
  return examples;
}
