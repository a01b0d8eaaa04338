// The rules on imports: one way between packages, no circle inside one, no Node module where a browser may load it.
// @ts-check
import { existsSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join, relative, sep } from "node:path";

/** @typedef {import("./modules.mjs").Module} Module */

/** What each package may import of the others. A package that is missing here is an error, so that its place is thought about. */
const allowed = /** @type {Record<string, readonly string[]>} */ ({
  "@bernoulli/tensor": [],
  "@bernoulli/testing": ["@bernoulli/tensor"],
  "@bernoulli/nn": ["@bernoulli/tensor"],
  "@bernoulli/dropout": ["@bernoulli/tensor", "@bernoulli/nn"],
  "@bernoulli/optim": ["@bernoulli/tensor"],
  "@bernoulli/data": ["@bernoulli/tensor"],
  "@bernoulli/formats": ["@bernoulli/tensor"],
  "@bernoulli/trainer": [
    "@bernoulli/tensor",
    "@bernoulli/nn",
    "@bernoulli/optim",
    "@bernoulli/data",
    "@bernoulli/formats",
  ],
  "@bernoulli/distributed": ["@bernoulli/tensor", "@bernoulli/nn"],
  bernoulli: [
    "@bernoulli/tensor",
    "@bernoulli/nn",
    "@bernoulli/optim",
    "@bernoulli/data",
    "@bernoulli/formats",
    "@bernoulli/trainer",
  ],
  "@bernoulli/programs": ["@bernoulli/tensor", "@bernoulli/data", "@bernoulli/trainer"],
});

/** Folders of one package that know nothing of others, tests and generators apart: by the path of each, the paths that it must not import. */
const apart = /** @type {Record<string, readonly string[]>} */ ({
  "packages/tensor/src/compile/": ["packages/tensor/src/backends/wasm/", "packages/tensor/src/backends/reference/"],
});

/**
 * What breaks the rules, one line each; empty where nothing does.
 *
 * @param {Map<string, Module>} modules
 * @param {string} root names are given relative to it
 * @returns {string[]}
 */
export function checkImports(modules, root) {
  const name = (/** @type {string} */ file) => relative(root, file).split(sep).join("/");
  return [
    ...[...modules.values()].flatMap((module) => checkModule(module, name(module.file))),
    ...findCycles(modules).map(
      (cycle) =>
        `circle of imports: ${[...cycle, cycle[0]].map((file) => name(/** @type {string} */ (file))).join(" → ")}`,
    ),
    ...findNodeImports(modules).map(
      (path) =>
        `a browser would load a Node module: ${path.map((step) => (modules.has(step) ? name(step) : step)).join(" → ")}`,
    ),
  ];
}

/**
 * @param {Module} module
 * @param {string} name
 */
function checkModule(module, name) {
  const { owner, isTest } = module;
  const { dependencies = {}, devDependencies = {}, peerDependencies = {} } = owner.manifest;
  const problems = [];
  const isApp = basename(dirname(owner.directory)) === "apps";
  const order = isApp ? Object.keys(allowed) : allowed[owner.name];
  if (order === undefined)
    problems.push(
      `${name}: ${owner.name} has no place in the order of packages (tooling/checks/src/imports/rules.mjs)`,
    );
  if (
    !isTest &&
    /^(index|node)\.ts$/.test(basename(module.file)) &&
    dirname(module.file) === join(owner.directory, "src") &&
    !module.onlyReExports
  ) {
    problems.push(`${name}: an entry only re-exports; move what it defines to a file of its own`);
  }
  const others = Object.entries(apart).flatMap(([folder, paths]) => (name.startsWith(folder) && !isTest ? paths : []));
  for (const { specifier, target } of module.imports) {
    if (specifier.startsWith(".")) {
      const path = target === null ? "" : relative(join(owner.directory, "../.."), target).split(sep).join("/");
      if (others.some((other) => path.startsWith(other)))
        problems.push(`${name}: imports "${specifier}"; what is here knows no device, so let the device bring it`);
      if (target !== null && !target.startsWith(join(owner.directory, sep))) {
        problems.push(
          `${name}: imports "${specifier}", which is outside the package; import the other package by its name`,
        );
      } else if (target !== null && !existsSync(target)) {
        problems.push(`${name}: imports "${specifier}", which does not exist`);
      }
      continue;
    }
    if (isBuiltin(specifier)) {
      if (!specifier.startsWith("node:")) problems.push(`${name}: imports "${specifier}"; write "node:${specifier}"`);
      continue;
    }
    if (specifier.startsWith("#")) continue;
    const wanted = specifier
      .split("/")
      .slice(0, specifier.startsWith("@") ? 2 : 1)
      .join("/");
    if (wanted === owner.name) {
      if (!isTest) problems.push(`${name}: imports its own package "${specifier}"; import the file`);
      continue;
    }
    const declared = wanted in dependencies || wanted in peerDependencies;
    if (!declared && !(isTest && wanted in devDependencies)) {
      problems.push(
        `${name}: imports "${specifier}", which ${owner.name} does not declare among its ${isTest ? "devDependencies" : "dependencies"}`,
      );
    }
    if (!isTest && order !== undefined && wanted in allowed && !order.includes(wanted)) {
      problems.push(
        `${name}: imports "${specifier}", against the order tensor ← nn, optim, data, formats ← trainer ← bernoulli ← apps`,
      );
    }
  }
  return problems;
}

/**
 * One shortest circle for each knot of modules that load each other. Types do not count, nor do dynamic imports.
 *
 * @param {Map<string, Module>} modules
 */
function findCycles(modules) {
  const next = (/** @type {string} */ file) =>
    (modules.get(file)?.imports ?? []).flatMap(({ target, typeOnly, dynamic }) =>
      target === null || typeOnly || dynamic ? [] : [target],
    );
  const cycles = [];
  const seen = new Set();
  for (const start of [...modules.keys()].sort()) {
    if (seen.has(start)) continue;
    const path = shortestPath(start, next, (file) => next(file).includes(start));
    if (path === null) continue;
    for (const file of path) seen.add(file);
    cycles.push(path);
  }
  return cycles;
}

/**
 * For each package whose src/index.ts loads a Node module, how it gets there. Only src/node.ts, tests and apps may.
 *
 * @param {Map<string, Module>} modules
 */
function findNodeImports(modules) {
  const next = (/** @type {string} */ file) =>
    (modules.get(file)?.imports ?? [])
      .filter(({ typeOnly }) => !typeOnly)
      .flatMap(({ specifier, target }) => (isBuiltin(specifier) ? [specifier] : (target ?? [])));
  return [...modules.values()]
    .filter(({ file, owner }) => owner.isPublic && file === join(owner.directory, "src", "index.ts"))
    .map(({ file }) => shortestPath(file, next, isBuiltin))
    .filter((path) => path !== null);
}

/**
 * Breadth first from `start` to the first node that `isEnd`; null where none is reached.
 *
 * @param {string} start
 * @param {(node: string) => string[]} next
 * @param {(node: string) => boolean} isEnd
 * @returns {string[] | null}
 */
function shortestPath(start, next, isEnd) {
  const cameFrom = new Map([[start, start]]);
  const queue = [start];
  for (const node of queue) {
    if (isEnd(node)) {
      const path = [node];
      while (path[0] !== start) path.unshift(/** @type {string} */ (cameFrom.get(/** @type {string} */ (path[0]))));
      return path;
    }
    for (const neighbour of next(node)) {
      if (cameFrom.has(neighbour)) continue;
      cameFrom.set(neighbour, node);
      queue.push(neighbour);
    }
  }
  return null;
}
