// The API report of a package: what its entries export, and every declaration that a caller can come to see from there, without comments and in an
// order that only a change of the API changes. In which files they stand does not matter.
// @ts-check
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

/**
 * The reports of a built package, by file name: one for each entry, and one for the declarations of all.
 *
 * @param {string} directory of the package
 * @param {Readonly<Record<string, string>>} entries the files of their declarations, by their names: `{ ".": "./dist/index.d.ts" }`
 * @returns {Map<string, string>}
 */
export function makeReports(directory, entries) {
  const files = Object.entries(entries).map(([name, file]) => ({
    name: name === "." ? "index" : basename(name),
    path: join(directory, file),
  }));
  for (const { path } of files) if (!existsSync(path)) throw new Error(`${path} does not exist; run pnpm build first`);
  const program = programOf(files.map(({ path }) => path));
  const checker = program.getTypeChecker();
  /** @type {Set<ts.Node>} */
  const statements = new Set();
  const reports = new Map();
  for (const { name, path } of files) {
    const source = /** @type {ts.SourceFile} */ (program.getSourceFile(path));
    const lines = exportsOf(source, checker, (symbol) => addStatements(symbol, statements));
    reports.set(`${name}.d.ts`, `${lines.join("\n")}\n`);
  }
  // A set that grows while it is walked: each declaration brings along those that it names.
  for (const statement of statements) {
    const visit = (/** @type {ts.Node} */ node) => {
      const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
      if (symbol !== undefined) addStatements(targetOf(symbol, checker), statements);
      ts.forEachChild(node, visit);
    };
    visit(statement);
  }
  reports.set("declarations.d.ts", `${[...statements].map(textOf).sort().join("\n")}\n`);
  return reports;
}

/** A program of declarations alone: what they import of other packages stays a name. @param {string[]} rootNames */
function programOf(rootNames) {
  const options = { noLib: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, file) =>
    literals.map(({ text }) => {
      const resolvedFileName = join(dirname(file), text).replace(/\.js$/, ".d.ts");
      const isHere = text.startsWith(".") && existsSync(resolvedFileName);
      return { resolvedModule: isHere ? { resolvedFileName, extension: ts.Extension.Dts } : undefined };
    });
  return ts.createProgram(rootNames, options, host);
}

/**
 * What a module exports, a line each; of modules that it exports whole, theirs indented.
 *
 * @param {ts.SourceFile} source
 * @param {ts.TypeChecker} checker
 * @param {(target: ts.Symbol) => void} tell what is exported
 * @returns {string[]}
 */
function exportsOf(source, checker, tell) {
  const module = checker.getSymbolAtLocation(source);
  if (module === undefined) return [];
  const stars = [...(module.exports?.get(ts.InternalSymbolName.ExportStar)?.declarations ?? [])]
    .filter(ts.isExportDeclaration)
    .flatMap(({ moduleSpecifier }) =>
      moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : [],
    )
    .filter((name) => !name.startsWith("."))
    .map((name) => `export * from "${name}";`);
  const lines = checker.getExportsOfModule(module).flatMap((symbol) => {
    const target = targetOf(symbol, checker);
    const inner = target.declarations?.find(ts.isSourceFile);
    if (inner !== undefined) {
      const lines = exportsOf(inner, checker, tell).flatMap((line) => line.split("\n"));
      return [[`export namespace ${symbol.name} {`, ...lines.map((line) => `  ${line}`), "}"].join("\n")];
    }
    tell(target);
    const from = externalOf(symbol);
    if (from !== null) return [`export ${from};`];
    return [`export { ${target.name === symbol.name ? "" : `${target.name} as `}${symbol.name} };`];
  });
  return [...stars.sort(), ...lines.sort()];
}

/** What a module passes on of another package, as `{ name } from "package"`; null where the module has it itself. @param {ts.Symbol} symbol */
function externalOf(symbol) {
  for (const declaration of symbol.declarations ?? []) {
    const statement = ts.findAncestor(declaration, ts.isExportDeclaration);
    const name = statement?.moduleSpecifier;
    if (name === undefined || !ts.isStringLiteral(name) || name.text.startsWith(".")) continue;
    const all = ts.isNamespaceExport(declaration) ? `* as ${symbol.name}` : null;
    const other = ts.isExportSpecifier(declaration) ? declaration.propertyName?.text : undefined;
    return `${all ?? `{ ${other === undefined ? "" : `${other} as `}${symbol.name} }`} from "${name.text}"`;
  }
  return null;
}

/** @param {ts.Symbol} symbol @param {ts.TypeChecker} checker */
function targetOf(symbol, checker) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Adds the statements that declare a symbol: all overloads, all parts of an interface. @param {ts.Symbol} symbol @param {Set<ts.Node>} statements */
function addStatements({ declarations = [] }, statements) {
  for (const declaration of declarations) {
    const statement = ts.findAncestor(declaration, (node) => node.parent !== undefined && ts.isSourceFile(node.parent));
    // What is imported of another package is declared there.
    if (statement !== undefined && !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement))
      statements.add(statement);
  }
}

/** A statement as it would stand in one file with all others. @param {ts.Node} statement */
function textOf(statement) {
  const text = printer.printNode(ts.EmitHint.Unspecified, statement, statement.getSourceFile());
  return text.replace(/^export (default )?/, "").replace(/import\("\.[^"]*"\)\./g, "");
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
