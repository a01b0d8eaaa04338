// Marks the calls of functions that are declared free of side effects (`@__NO_SIDE_EFFECTS__` in their docstring) where modules call
// them when they are loaded, so that a bundler may drop what nobody uses of what they make. esbuild by itself heeds the declaration
// only within one file.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { withoutLocalNames } from "./local-names.js";

const declaration = /@__NO_SIDE_EFFECTS__[^/]*\*\/\s*(?:export )?function (\w+)/g;

/**
 * The names of the functions that a file declares so.
 *
 * @param {string} text
 */
function pureFunctions(text) {
  return Array.from(text.matchAll(declaration), ([, name]) => /** @type {string} */ (name));
}

/**
 * A file with the calls marked of which it imports, or declares, the function.
 *
 * @param {string} text
 * @param {ReadonlySet<string>} names what all files of the package declare
 */
function markCalls(text, names) {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest);
  const known = new Set(pureFunctions(text));
  for (const statement of source.statements) {
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements)
      if (names.has((propertyName ?? name).text)) known.add(name.text);
  }
  /** @type {number[]} */
  const places = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && known.has(node.expression.text))
      places.push(node.getStart(source));
    ts.forEachChild(node, visit);
  };
  source.statements.forEach(visit);
  return places
    .sort((a, b) => b - a)
    .reduce((marked, place) => `${marked.slice(0, place)}/* @__PURE__ */ ${marked.slice(place)}`, text);
}

/**
 * The esbuild plugin, for a build that is run in a package's folder.
 *
 * @type {import("esbuild").Plugin}
 */
export const pureCalls = {
  name: "pure-calls",
  setup(build) {
    const folder = join(process.cwd(), "src");
    /** @type {ReadonlySet<string>} */
    let names = new Set();
    build.onStart(() => {
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
      names = new Set(files.flatMap((file) => pureFunctions(readFileSync(join(folder, file), "utf8"))));
    });
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (!path.startsWith(folder) || names.size === 0) return null;
      return { contents: withoutLocalNames(markCalls(readFileSync(path, "utf8"), names)), loader: "ts" };
    });
  },
};

/**
 * The tsup plugin that marks the objects of whole modules, of `import * as`, in the same way: esbuild fills them by a call that bundlers keep.
 *
 * @type {NonNullable<import("tsup").Options["plugins"]>[number]}
 */
export const pureNamespaces = {
  name: "pure-namespaces",
  renderChunk: (code) => ({ code: markNamespaces(code) }),
};

/**
 * Lines stay where they are, for source maps.
 *
 * @param {string} code
 */
function markNamespaces(code) {
  return code.replace(
    /^var (\w+) = \{\};\n__export\(\1, \{$/gm,
    "var $1 = /* @__PURE__ */ ((all) => { const filled = {}; __export(filled, all); return filled; })(\n{",
  );
}
