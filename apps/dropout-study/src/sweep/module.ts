// A module of the user's own, TypeScript or JavaScript: made one file by esbuild, and loaded with the packages of this program, of which
// there must be one only. Types are not checked.

import { basename, resolve } from "node:path";
import * as dropout from "@bernoulli/dropout";
import * as nnPackage from "@bernoulli/nn";
import * as optimPackage from "@bernoulli/optim";
import { UsageError } from "@bernoulli/programs";
import * as tensorPackage from "@bernoulli/tensor";
import * as trainerPackage from "@bernoulli/trainer";
import type { nn, optim } from "bernoulli";
import * as bernoulli from "bernoulli";
import type { Plugin } from "esbuild";
import { type DataKind, dataKinds } from "../images.js";

/** What a module exports. */
export interface OwnModule {
  /** Makes the net; `p` is the share of units to DROP. */
  readonly default: (p: number) => nn.Module;
  /** Default: Adam as it is. */
  readonly optimizer?: (parameters: nn.Parameter[]) => optim.Optimizer;
  /** Default: mnist. */
  readonly data?: DataKind;
  /** Default: 10. */
  readonly epochs?: number;
  /** Default: 50. */
  readonly batchSize?: number;
}

const packages: Readonly<Record<string, object>> = {
  bernoulli,
  "@bernoulli/dropout": dropout,
  "@bernoulli/nn": nnPackage,
  "@bernoulli/optim": optimPackage,
  "@bernoulli/tensor": tensorPackage,
  "@bernoulli/trainer": trainerPackage,
};

/** Where a loaded module finds the packages. */
const shared = Symbol.for("dropout-study.packages");

const hostPackages: Plugin = {
  name: "the study's packages",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(@bernoulli\/|bernoulli(\/|$))/ }, ({ path }) =>
      Object.hasOwn(packages, path)
        ? { path, namespace: "study" }
        : { errors: [{ text: `${path} is no package of a sweep; there are ${Object.keys(packages).join(", ")}` }] },
    );
    onLoad({ filter: /.*/, namespace: "study" }, ({ path }) => {
      const names = Object.keys(packages[path]!).filter((name) => name !== "default");
      const from = `globalThis[Symbol.for(${JSON.stringify(Symbol.keyFor(shared))})][${JSON.stringify(path)}]`;
      // By way of other names: some are words of the language, as var is.
      const values = names.map((name, at) => `const value${at} = from.${name};`);
      const exported = names.map((name, at) => `value${at} as ${name}`);
      return { contents: `const from = ${from};\n${values.join("\n")}\nexport { ${exported.join(", ")} };` };
    });
  },
};

/**
 * Makes one file of a module and what it imports.
 *
 * @throws UsageError for what cannot be read, or is no TypeScript or JavaScript.
 */
export async function bundleModule(path: string): Promise<string> {
  const { build } = await import("esbuild");
  try {
    const { outputFiles } = await build({
      entryPoints: [resolve(path)],
      bundle: true,
      write: false,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "silent",
      treeShaking: true,
      plugins: [hostPackages],
    });
    return outputFiles[0]!.text;
  } catch (error) {
    const { errors = [] } = error as { errors?: { text: string; location: { line: number; file: string } | null }[] };
    const [first] = errors;
    const place = first?.location == null ? "" : `, line ${first.location.line} of ${basename(first.location.file)}`;
    throw new UsageError(`${path} cannot be made a module: ${first?.text ?? (error as Error).message}${place}`);
  }
}

/**
 * Loads what {@link bundleModule} made.
 *
 * @throws UsageError where it does not export what a sweep needs.
 */
export async function loadModule(code: string, name = "the module"): Promise<OwnModule> {
  (globalThis as Record<symbol, unknown>)[shared] = packages;
  let own: Partial<OwnModule>;
  try {
    own = (await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`)) as Partial<OwnModule>;
  } catch (error) {
    throw new UsageError(`${name} threw as it was loaded: ${reasonOf(error)}`);
  }
  const wrong = (what: string) => new UsageError(`${name}: ${what}; see study sweep --help`);
  if (typeof own.default !== "function")
    throw wrong("its default export must be a function (p) => net, p being the share of units to drop");
  if (own.data !== undefined && !dataKinds.includes(own.data)) throw wrong(`data must be ${dataKinds.join(" or ")}`);
  if (own.optimizer !== undefined && typeof own.optimizer !== "function")
    throw wrong("optimizer must be a function (parameters) => optimizer");
  for (const key of ["epochs", "batchSize"] as const)
    if (own[key] !== undefined && !(Number.isInteger(own[key]) && own[key] > 0))
      throw wrong(`${key} must be a whole number of at least 1`);
  return own as OwnModule;
}

/** A module may throw what it likes. */
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** @throws UsageError where the function gives no net for this p. */
export function checkNet(own: OwnModule, p: number, name: string): void {
  let net: unknown;
  try {
    net = own.default(p);
  } catch (error) {
    throw new UsageError(`${name}: its function threw for p = ${p}: ${reasonOf(error)}`);
  }
  if (net instanceof Promise)
    throw new UsageError(
      `${name}: its function must return an nn.Module, but for p = ${p} it returned a promise; await what it needs outside of it, and make the net at once`,
    );
  if (!(net instanceof nnPackage.Module))
    throw new UsageError(
      `${name}: its function must return an nn.Module, but for p = ${p} it returned ${net === null ? "null" : typeof net}`,
    );
  net.dispose();
}
