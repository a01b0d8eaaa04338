// Every public function and every member of Tensor shows docs, with the address of PyTorch's page, where an editor asks the compiler for them.

import { fileURLToPath } from "node:url";
import { withStarsInDocs } from "@tooling/tsup";
import { withStars } from "@tooling/tsup/stars";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What PyTorch has not, or not under a page of its own. */
const ours = new Set([
  ...["Tensor.storage", "Tensor.base", "Tensor.gradNode", "Tensor.keep", "Tensor.dispose", "Tensor.read"],
  ...["Tensor.toTypedArray", "Tensor.toJSON", "Tensor.[Symbol.iterator]"],
  ...[
    "getSimd",
    "hasRelaxedSimd",
    "setSimd",
    "setWorkerUrl",
    "workerSource",
    "ready",
    "pause",
    "fromImage",
    "toImageData",
    "scope",
    "openScope",
    "closeScope",
  ],
  ...[
    "memoryStats",
    "withGenerator",
    "withMasks",
    "maskFrom",
    "noiseFrom",
    "hasMaskSource",
    "checkSynchronous",
    "isAsynchronous",
    "isPromise",
    "describe",
    "describeAll",
  ],
  ...[
    "checkArgument",
    "checkOptions",
    "inPlace",
    "optionsOf",
    "lossOptions",
    "checkProbability",
    "placementOf",
    "warnOnce",
    "observeBackward",
    "elementsInPlace",
    "outwardOp",
    "computeOutward",
    "nanOriginOf",
    "witness",
    "resetWarnings",
  ],
  ...["Profile", "LoopScope", "Scope", "BernoulliError", "ShapeError", "DTypeError", "DeviceError", "IndexError"],
  ...["ArgumentError", "AutogradError", "FreedTensorError", "ScopeError", "OutOfMemoryError", "ThreadError"],
  ...["deepcopy", "nn.deepcopy", "nn.StateDictError", "nn.summary", "nn.formatSummary", "optim.Lion"],
]);

const entry = fileURLToPath(new URL("index.ts", import.meta.url));
const program = ts.createProgram([entry], {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.Node20,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ["@bernoulli/source"],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();

const aimOf = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
const textOf = (of: ts.Symbol | ts.Signature) => ts.displayPartsToString(of.getDocumentationComment(checker));

/** As an editor has it: of the symbol, or of what is called. */
function docsOf(symbol: ts.Symbol): string {
  const calls = checker.getTypeOfSymbol(symbol).getCallSignatures();
  return [symbol, ...calls].map(textOf).find((text) => text !== "") ?? "";
}

const exportsOf = (symbol: ts.Symbol) => checker.getExportsOfModule(aimOf(symbol)).map(aimOf);
const isPublic = ({ name, declarations = [] }: ts.Symbol) =>
  !/^(__)?#/.test(name) &&
  !declarations.some((one) => ts.getJSDocTags(one).some(({ tagName }) => tagName.text === "internal"));
const isValue = ({ flags }: ts.Symbol) => (flags & (ts.SymbolFlags.Value & ~ts.SymbolFlags.ValueModule)) !== 0;

const entries = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)!)!);
const found = (name: string) => aimOf(entries.find((one) => one.name === name)!);
const named = (space: string, symbols: readonly ts.Symbol[]) =>
  symbols
    .filter(isValue)
    .filter(isPublic)
    .map((symbol) => [`${space}${symbol.name.replace(/^__@iterator.*/, "[Symbol.iterator]")}`, symbol] as const);

const groups: Readonly<Record<string, readonly (readonly [string, ts.Symbol])[]>> = {
  functions: named("", entries.map(aimOf)),
  Tensor: named("Tensor.", checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(found("Tensor")))),
  ...Object.fromEntries(
    ["F", "nn", "optim", "distributions", "cuda", "func"].map((name) => [
      name,
      named(`${name}.`, exportsOf(found(name))),
    ]),
  ),
  ...Object.fromEntries(
    ["linalg", "special", "autograd"].map((name) => [
      name,
      named(`${name}.`, checker.getPropertiesOfType(checker.getTypeOfSymbol(found(name)))),
    ]),
  ),
};

describe.each(Object.entries(groups))("%s", (_, members) => {
  it("shows docs", () => {
    expect(members.length).toBeGreaterThan(2);
    expect(members.filter(([, symbol]) => docsOf(symbol) === "").map(([name]) => name)).toEqual([]);
  });

  it("names PyTorch's page", () => {
    const without = members.filter(([, symbol]) => !docsOf(symbol).includes("https://pytorch.org/docs/"));
    expect(without.map(([name]) => name).filter((name) => !ours.has(name))).toEqual([]);
    // No longer ours alone.
    expect(members.map(([name]) => name).filter((name) => ours.has(name))).toEqual(without.map(([name]) => name));
  });
});

// Editors take docs for Markdown, in which two stars make emphasis.
it.each([
  ["/** Shape: (*) → (*). */\nexport function f(): void;", "/** Shape: (\\*) → (\\*). */\nexport function f(): void;"],
  ["/**\n * Shapes: (N, *), (*, m) → (N, *, m).\n */", "/**\n * Shapes: (N, \\*), (\\*, m) → (N, \\*, m).\n */"],
  ["/** *This* is emphasis, `f(*)` code. */ // (*)", "/** *This* is emphasis, `f(*)` code. */ // (*)"],
  ["/**\n * ```ts\n * f(*);\n * ```\n * (*)\n */", "/**\n * ```ts\n * f(*);\n * ```\n * (\\*)\n */"],
])("published declarations keep the stars of shapes: %j", (declarations, published) => {
  expect(withStarsInDocs(declarations)).toBe(published);
});

it.each([
  ["Shape: (*) → (*).", "Shape: (\\*) → (\\*)."],
  ["Shape: (N, *), (*, m) → (N, *, m).", "Shape: (N, \\*), (\\*, m) → (N, \\*, m)."],
  ["*This* is emphasis, and `f(*)` is code.", "*This* is emphasis, and `f(*)` is code."],
  ["```ts\nf(*);\n```\n(*)", "```ts\nf(*);\n```\n(\\*)"],
  ["  ```ts\n  f(*); // ```\n  ```\n(*)", "  ```ts\n  f(*); // ```\n  ```\n(\\*)"],
])("and so do pages: %j", (markdown, escaped) => {
  expect(withStars(markdown)).toBe(escaped);
});
