// The declarations of a package, as the compiler writes them: a file for each module that its entries reach by types. They are not put together into
// one file an entry: what does that loses types of namespaces (docs/decisions/0060-what-is-published.md).

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { withStars } from "./stars.js";

/**
 * The files that a set of declarations needs of those that the compiler wrote.
 *
 * @param {readonly string[]} entries
 * @param {ReadonlyMap<string, string>} written texts by their paths
 * @returns {string[]}
 */
export function reached(entries, written) {
  const found = new Set(entries);
  for (const file of found) {
    const text = written.get(file);
    if (text === undefined) throw new Error(`no declarations were written for ${file}`);
    for (const name of modulesOf(text))
      if (name.startsWith(".")) found.add(join(dirname(file), name).replace(/\.js$/, ".d.ts"));
  }
  return [...found];
}

/** The modules that declarations import, by name, by `import()` and for what they do, and those that they add to. @param {string} text */
function modulesOf(text) {
  /** @type {string[]} */
  const names = [];
  const visit = (/** @type {ts.Node} */ node) => {
    const specifier = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    const literal =
      ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal : specifier;
    const name = ts.isModuleDeclaration(node) ? node.name : literal;
    if (name !== undefined && ts.isStringLiteral(name)) names.push(name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("file.d.ts", text, ts.ScriptTarget.Latest));
  return names;
}

/** A comment of docs. */
const docs = /\/\*\*[\s\S]*?\*\//g;

/** The declarations, with the stars of shapes in their docs escaped, since editors take docs for Markdown. @param {string} text */
export function withStarsInDocs(text) {
  return text.replace(docs, withStars);
}

/** Writes the declarations of the package in `folder` into its dist. @param {string} folder */
function writeDeclarations(folder) {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const entries = Object.values(exports).flatMap((entry) => entry["@bernoulli/source"] ?? []);
  const dist = join(folder, "dist");
  const config = {
    extends: join(folder, "tsconfig.json"),
    // The neighbours' declarations come from their dist: with the source condition their sources would be read here again.
    compilerOptions: {
      ...{ noEmit: false, declaration: true, emitDeclarationOnly: true, customConditions: [] },
      ...{ rootDir: "src", outDir: "dist" },
    },
    include: [],
    files: entries,
  };
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = ts.createProgram(fileNames, options);
  /** @type {Map<string, string>} */
  const written = new Map();
  const { diagnostics } = program.emit(undefined, (path, text) => written.set(resolve(path), text), undefined, true);
  const problems = [...errors, ...diagnostics, ...program.getDeclarationDiagnostics()];
  if (problems.length > 0) {
    const host = {
      getCanonicalFileName: (/** @type {string} */ name) => name,
      getCurrentDirectory: () => folder,
      getNewLine: () => "\n",
    };
    throw new Error(ts.formatDiagnostics(problems, host));
  }
  const starts = entries.map((entry) => join(dist, entry.replace("./src/", "").replace(/\.ts$/, ".d.ts")));
  for (const old of readdirSync(dist, { recursive: true, encoding: "utf8" }))
    if (old.endsWith(".d.ts")) rmSync(join(dist, old));
  for (const file of reached(starts, written)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, withStarsInDocs(written.get(file) ?? ""));
  }
}

/**
 * The tsup plugin, for a build that is run in a package's folder.
 *
 * @type {NonNullable<import("tsup").Options["plugins"]>[number]}
 */
export const declarations = {
  name: "declarations",
  buildEnd: () => writeDeclarations(process.cwd()),
};
