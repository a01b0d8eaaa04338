// Which pages the API reference has: the public exports of each package, by the folder in which they are written. Reads no docstrings.

import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { paths } from "./paths.js";

/** One page: some exports of one entry. */
export interface ApiGroup {
  /** The module that a program imports them from. */
  readonly entry: string;
  /** What the page is called, as `pointwise`. */
  readonly title: string;
  /** Its address below `/api/`, as `tensor/pointwise`; with a slash behind it where it is a folder. */
  readonly path: string;
  readonly names: readonly string[];
}

const packages = ["bernoulli", "tensor", "nn", "dropout", "optim", "data", "formats", "trainer", "distributed"];
/** Entries that are the same functions once more, or load kernels or set flags alone. */
const leftOut = [
  "@bernoulli/tensor/compile",
  "@bernoulli/tensor/convolutions",
  "@bernoulli/tensor/dtypes",
  "@bernoulli/tensor/lean",
  "@bernoulli/tensor/relaxed-simd",
  "@bernoulli/tensor/revectorize",
];
/** An entry with fewer exports than this has one page. */
const fewest = 40;

/** All pages of the reference, in the order of the packages. */
export function apiGroups(): ApiGroup[] {
  const entries = packages.flatMap((name) => entriesOf(join(paths.repository, "packages", name)));
  const program = ts.createProgram(
    entries.map(({ source }) => source),
    { ...compilerOptions(), skipLibCheck: true, noEmit: true },
  );
  const checker = program.getTypeChecker();
  const others = entries.map(({ entry }) => shortName(entry));
  return entries.flatMap(({ entry, source }) => {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(source)!);
    const exports = symbol === undefined ? [] : checker.getExportsOfModule(symbol);
    const own = exports.filter((one) => isWrittenIn(one, checker, packageOf(source)));
    return grouped(
      entry,
      own.map((one) => [one.name, folderOf(one, checker, source)]),
      others,
    );
  });
}

/** The options under which the sources compile. */
export function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(paths.app, "tsconfig.json"), ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, paths.app).options;
}

/** The entries of a package that have sources of their own: the single file for pages is another form of its package's. */
export function entriesOf(directory: string): { entry: string; source: string }[] {
  const { name, exports } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  return Object.entries<Record<string, string>>(exports).flatMap(([path, { "@bernoulli/source": source }]) => {
    const entry = name + path.slice(1);
    return source === undefined || leftOut.includes(entry) ? [] : [{ entry, source: join(directory, source) }];
  });
}

const packageOf = (source: string): string => relative(paths.repository, source).split(sep).slice(0, 2).join("/");

function fileOf(symbol: ts.Symbol, checker: ts.TypeChecker): string | null {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.declarations?.[0]?.getSourceFile().fileName ?? null;
}

/** What the umbrella and the trainer hand on from other packages is described where it is written. */
function isWrittenIn(symbol: ts.Symbol, checker: ts.TypeChecker, directory: string): boolean {
  const file = fileOf(symbol, checker);
  return file !== null && packageOf(file) === directory;
}

/** The folder of a declaration below its package's `src`, one level deep, two within `ops`. */
function folderOf(symbol: ts.Symbol, checker: ts.TypeChecker, source: string): string {
  const parts = relative(join(paths.repository, packageOf(source), "src"), fileOf(symbol, checker)!).split(sep);
  if (parts.length === 1) return "";
  return parts[0] === "ops" && parts.length > 2 ? parts[1]! : parts[0] === "backends" ? "runtime" : parts[0]!;
}

const shortName = (entry: string): string => entry.replace(/^@bernoulli\//, "");

/** @param others the entries, some of which are called as a folder is */
function grouped(
  entry: string,
  exports: readonly (readonly [string, string])[],
  others: readonly string[],
): ApiGroup[] {
  if (exports.length === 0) return [];
  const name = shortName(entry);
  const isMain = !name.includes("/");
  if (!isMain || exports.length < fewest) {
    const names = exports.map(([one]) => one);
    return [
      isMain ? { entry, title: name, path: `${name}/${name}`, names } : { entry, title: entry, path: name, names },
    ];
  }
  const folders = new Map<string, string[]>();
  for (const [one, folder] of exports) {
    const title = folder === "" ? name : others.includes(`${name}/${folder}`) ? `${folder} and others` : folder;
    folders.set(title, [...(folders.get(title) ?? []), one]);
  }
  return [...folders]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([title, names]) => ({ entry, title, path: `${name}/${title.replaceAll(" ", "-")}`, names }));
}
