// Reads the modules of packages and what they import. Judges nothing: see rules.mjs.
// @ts-check
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import ts from "typescript";

/**
 * @typedef {object} Import
 * @property {string} specifier as written
 * @property {boolean} typeOnly erased by the compiler
 * @property {boolean} dynamic `import()`, which runs later than the module that holds it
 * @property {string | null} target the module of the workspace that it is, absolute; null where it is from outside
 *
 * @typedef {object} Module
 * @property {string} file absolute
 * @property {import("../workspace.mjs").Package} owner
 * @property {boolean} isTest
 * @property {boolean} onlyReExports
 * @property {Import[]} imports
 */

/**
 * The modules under src/ of each package, by file.
 *
 * @param {import("../workspace.mjs").Package[]} packages
 * @returns {Map<string, Module>}
 */
export function readModules(packages) {
  const entries = packageEntries(packages);
  const modules = new Map();
  for (const owner of packages) {
    const directory = join(owner.directory, "src");
    if (!existsSync(directory)) continue;
    for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
      if (!/\.(ts|mts|tsx)$/.test(name) || name.endsWith(".d.ts")) continue;
      const file = join(directory, name);
      const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
      modules.set(file, {
        file,
        owner,
        // Samples, soaks and what *.testing.ts files share are loaded by tests only.
        isTest: /\.(test|samples|testing|soak)\.ts$/.test(name) || name.split(sep).includes("test"),
        onlyReExports: source.statements.every(
          (statement) => ts.isExportDeclaration(statement) || ts.isImportDeclaration(statement),
        ),
        imports: readImports(source).map((found) => ({ ...found, target: targetOf(found.specifier, file, entries) })),
      });
    }
  }
  return modules;
}

/** @param {ts.SourceFile} source */
function readImports(source) {
  /** @type {Omit<Import, "target">[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      // With verbatimModuleSyntax `import { type A }` still loads the module: only `import type` is erased.
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly === true : node.isTypeOnly;
      found.push({ specifier: textOf(node.moduleSpecifier), typeOnly, dynamic: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push({ specifier: textOf(node.argument.literal), typeOnly: true, dynamic: false });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteralLike(argument))
        found.push({ specifier: argument.text, typeOnly: false, dynamic: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** @param {ts.Node} node */
function textOf(node) {
  return ts.isStringLiteralLike(node) ? node.text : node.getText();
}

/**
 * @param {string} specifier
 * @param {string} from
 * @param {Map<string, string>} entries
 */
function targetOf(specifier, from, entries) {
  if (!specifier.startsWith(".")) return entries.get(specifier) ?? null;
  const plain = resolve(from, "..", specifier);
  const sources = [".ts", ".tsx"].map((extension) => plain.replace(/\.js$/, extension));
  return [...sources, plain].find((file) => existsSync(file)) ?? plain;
}

/** @param {import("../workspace.mjs").Package[]} packages */
function packageEntries(packages) {
  const entries = new Map();
  for (const { name, directory, manifest } of packages) {
    for (const [entry, conditions] of Object.entries(manifest.exports ?? {})) {
      const source = typeof conditions === "string" ? conditions : conditions["@bernoulli/source"];
      if (source !== undefined) entries.set(name + entry.slice(1), join(directory, source));
    }
  }
  return entries;
}
