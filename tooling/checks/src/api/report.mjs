// The API report of a package: its declarations without comments, in an order that only a change of the API changes.
// @ts-check
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * The reports of a built package, by file name: one for each entry, one for each file of declarations that entries share.
 *
 * @param {string} directory of the package
 * @returns {Map<string, string>}
 */
export function makeReports(directory) {
  const dist = join(directory, "dist");
  const names = existsSync(dist) ? readdirSync(dist).filter((name) => name.endsWith(".d.ts")) : [];
  if (names.length === 0) throw new Error(`${dist} holds no declarations; run pnpm build first`);
  return new Map(names.sort().map((name) => [withoutHash(name), normalise(readFileSync(join(dist, name), "utf8"))]));
}

/**
 * The reports that stand in the package's api/.
 *
 * @param {string} directory of the package
 * @returns {Map<string, string>}
 */
export function readReports(directory) {
  const api = join(directory, "api");
  const names = existsSync(api) ? readdirSync(api).filter((name) => name.endsWith(".d.ts")) : [];
  return new Map(names.sort().map((name) => [name, readFileSync(join(api, name), "utf8").replaceAll("\r\n", "\n")]));
}

/**
 * @param {string} directory of the package
 * @param {Map<string, string>} reports
 */
export function writeReports(directory, reports) {
  const api = join(directory, "api");
  rmSync(api, { recursive: true, force: true });
  mkdirSync(api);
  for (const [name, text] of reports) writeFileSync(join(api, name), text);
}

/**
 * What differs, as lines that start with - (only written down) or + (only built); empty where nothing does.
 *
 * @param {Map<string, string>} written
 * @param {Map<string, string>} built
 */
export function compareReports(written, built) {
  return [...new Set([...written.keys(), ...built.keys()])].sort().flatMap((name) => {
    const before = (written.get(name) ?? "").split("\n");
    const after = (built.get(name) ?? "").split("\n");
    const lines = [...without(before, after).map((line) => `- ${line}`), ...without(after, before).map((line) => `+ ${line}`)];
    // The same lines in another order are no change of the API.
    return lines.length === 0 ? [] : [`${name}:`, ...lines];
  });
}

/**
 * The lines of `these` less those of `those`, each counted as often as it stands there.
 *
 * @param {string[]} these
 * @param {string[]} those
 */
function without(these, those) {
  const counts = new Map();
  for (const line of those) counts.set(line, (counts.get(line) ?? 0) + 1);
  return these.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}

/**
 * Without comments, and with exported names one a line in order.
 *
 * @param {string} declarations
 */
export function normalise(declarations) {
  const source = ts.createSourceFile("index.d.ts", declarations, ts.ScriptTarget.Latest, true);
  const printed = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed }).printFile(source);
  const lists = printed.replace(/^export (type )?\{ (.*) \}(.*)$/gm, (_, type = "", list, rest) => {
    const names = list.split(", ").sort();
    return `export ${type}{\n${names.map((/** @type {string} */ name) => `  ${name},\n`).join("")}}${rest}`;
  });
  return lists.replace(/(["'])(\.\/[^"']+)\1/g, (_, quote, path) => quote + withoutHash(path) + quote);
}

/**
 * The bundler names a shared file by its content: generator-B0fJk2_a.d.ts.
 *
 * @param {string} name
 */
function withoutHash(name) {
  return name.replace(/-[\w-]{8}(\.d\.ts|\.js)$/, "$1");
}
