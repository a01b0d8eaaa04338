// The modules that an example may import where it runs in the page. Loads none of them: worker-modules.ts does.

const moduleNames = [
  "bernoulli",
  "@bernoulli/data",
  "@bernoulli/dropout",
  "@bernoulli/formats",
  "@bernoulli/nn",
  "@bernoulli/nn/models",
  "@bernoulli/nn/swa-utils",
  "@bernoulli/optim",
  "@bernoulli/tensor",
  "@bernoulli/tensor/checkpoint",
  "@bernoulli/tensor/compile",
  "@bernoulli/tensor/convolutions",
  "@bernoulli/tensor/distributions",
  "@bernoulli/tensor/dtypes",
  "@bernoulli/tensor/formulas",
  "@bernoulli/tensor/func",
  "@bernoulli/tensor/lean",
  "@bernoulli/tensor/linalg",
  "@bernoulli/trainer",
] as const;

export type ModuleName = (typeof moduleNames)[number];

/**
 * What can become of a block: `page` runs here; `node` runs in Node alone; a `fragment` is a piece of a program, without the imports that it
 * would need.
 */
export type BlockKind = "page" | "node" | "fragment";

/** The kind of a block of TypeScript, by what it imports. */
export function kindOf(code: string): BlockKind {
  const imports = [...code.matchAll(/^\s*import\b[^"']*["']([^"']+)["']/gm)].map(([, name]) => name!);
  if (imports.length === 0 || imports.some((name) => name.startsWith("."))) return "fragment";
  if (imports.every((name) => (moduleNames as readonly string[]).includes(name))) return "page";
  return imports.every(isPublic) ? "node" : "fragment";
}

/** Whether a reader can import it: a package's entry, or a module of Node. */
function isPublic(name: string): boolean {
  return name.startsWith("node:") || name === "bernoulli" || /^@bernoulli\/(?!testing|programs)/.test(name);
}
