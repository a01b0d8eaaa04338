// The API report of a package: its declarations without comments, in an order that only a change of the API changes.
// @ts-check
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * The reports of a built package, by file name: one for each entry, one for each file of declarations that entries share.
 *
 * @param {string} directory of the package
 * @param {string[]} entries its entries, as "index"
 * @returns {Map<string, string>}
 */
export function makeReports(directory, entries) {
  // From the entries along their imports: dist may still hold shared files of an earlier build.
  const reports = new Map();
  const files = entries.map((entry) => `${entry}.d.ts`);
  for (const file of files) {
    const path = join(directory, "dist", file);
    if (!existsSync(path)) throw new Error(`${path} does not exist; run pnpm build first`);
    const text = readFileSync(path, "utf8");
    reports.set(withoutHash(file), normalise(text));
    // Not those of examples, which stand in comments.
    for (const [, shared] of text.matchAll(/^(?:import|export) .*from ["']\.\/([^"']+)\.js["']/gm)) {
      if (!files.includes(`${shared}.d.ts`)) files.push(`${shared}.d.ts`);
    }
  }
  return reports;
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
    const lines = [
      ...without(before, after).map((line) => `- ${line}`),
      ...without(after, before).map((line) => `+ ${line}`),
    ];
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
