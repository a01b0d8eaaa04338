// Leaves out the names of locals that kernels' emitters give for a debugger of WebAssembly: they are read where the sources run, and in a bundle
// they are nothing but bytes. Names of functions stay, which profiles and stack traces show.

import ts from "typescript";

/**
 * A file with `f.local("i32", "")` for `f.local("i32", "left")`. Lines stay where they are, for source maps.
 *
 * @param {string} text
 */
export function withoutLocalNames(text) {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest);
  /** @type {ts.Expression[]} */
  const names = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [, name] = node.arguments;
      const makesLocals = ["local", "locals"].includes(node.expression.name.text);
      if (makesLocals && name !== undefined && isText(name)) names.push(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names
    .sort((one, other) => other.pos - one.pos)
    .reduce((left, name) => `${left.slice(0, name.getStart(source))}""${left.slice(name.getEnd())}`, text);
}

const isText = (/** @type {ts.Expression} */ node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
