// `pnpm rehearse`: a release before the release. All packages are packed as publishing packs them, installed from a registry of their own by npm, pnpm,
// Bun and Deno into empty projects outside of the workspace, and a program trains in each: all must print the same bits. Then the compilers of
// supported.mjs check the declarations of every entry and the README's program. A runtime or compiler that npm's registry does not give is left out,
// and said. It takes minutes and the network; `pnpm check` does without it.
// @ts-check
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pnpm, report, workspacePackages } from "../workspace.mjs";
import { withRegistry } from "./registry.mjs";
import { compilers, runtimes } from "./supported.mjs";
import { resolutions, writeTypesProject } from "./types.mjs";

const program = fileURLToPath(new URL("program.mjs", import.meta.url));
const packages = workspacePackages(["packages"]).filter(({ isPublic }) => isPublic);
const folder = mkdtempSync(join(tmpdir(), "bernoulli-rehearsal-"));
const place = (/** @type {string} */ name) => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
};
/** @type {string[]} */
const problems = [];
/** @type {string[]} */
const leftOut = [];
/** @type {string[]} */
const said = [];

try {
  for (const { directory } of packages) pnpm(["pack", "--pack-destination", place("tarballs")], directory);
  const upstream = execFileSync("npm", ["config", "get", "registry"], { cwd: folder, encoding: "utf8" }).trim();
  const tools = await toolsOf();
  await withRegistry(place("tarballs"), upstream, async (registry, names) => {
    for (const installer of installersOf(registry, names, tools)) await rehearse(installer);
    const bits = new Set(said.map((line) => JSON.parse(line.slice(line.indexOf("{"))).bits));
    if (bits.size > 1) problems.push(`the runtimes trained to other bits:\n  ${said.join("\n  ")}`);
    await checkTypes();
  });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
for (const line of leftOut) console.log(`rehearsal: LEFT OUT: ${line}`);
report("rehearsal", problems, `${said.length} installations train to the same bits, and the declarations hold`);

/**
 * Runs a command to its end. Not synchronously: the registry answers from this process.
 *
 * @param {readonly string[]} command
 * @param {string} cwd
 * @param {Record<string, string>} [environment]
 * @returns {Promise<{ status: number | null, stdout: string, all: string }>}
 */
function run([program = "", ...parameters], cwd, environment = {}) {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...environment }, shell: process.platform === "win32" };
    const child = spawn(program, parameters, { ...options, stdio: ["ignore", "pipe", "pipe"], timeout: 300_000 });
    let [stdout, all] = ["", ""];
    child.stdout.on("data", (text) => {
      stdout += text;
      all += text;
    });
    child.stderr.on("data", (text) => {
      all += text;
    });
    child.on("error", (error) => resolve({ status: null, stdout, all: String(error) }));
    child.on("close", (status) => resolve({ status, stdout, all }));
  });
}

/** Installs one of npm's own packages beside the projects, and says where; null where it cannot be had. @param {string} wanted */
async function toolOf(wanted) {
  const at = place(`tool-${wanted}`);
  const { status, all } = await run(["npm", "install", "--prefix", at, "--no-save", wanted], at);
  if (status === 0) return join(at, "node_modules");
  leftOut.push(`${wanted}, which could not be installed: ${all.trim().split("\n").at(-1)}`);
  return null;
}

/** Where Deno and Bun are. */
async function toolsOf() {
  const found = /** @type {Record<string, string | null>} */ ({});
  for (const [name, version] of Object.entries(runtimes)) {
    const at = await toolOf(`${name}@${version}`);
    found[name] = at === null ? null : join(at, ".bin", name);
  }
  return found;
}

/**
 * @typedef {object} Installer
 * @property {string} name
 * @property {string[]} install a command, in an empty project
 * @property {string[]} start
 * @property {Record<string, string>} [environment]
 */

/**
 * Each with stores of its own: a version that was packed before may lie in those of this machine.
 *
 * @param {string} registry
 * @param {string[]} names
 * @param {Record<string, string | null>} tools
 * @returns {Installer[]}
 */
function installersOf(registry, names, { deno = null, bun = null }) {
  const start = [process.execPath, "program.mjs"];
  const store = place("stores");
  return [
    {
      name: "npm",
      install: ["npm", "install", "--registry", registry, "--cache", join(store, "npm"), ...names],
      start,
    },
    {
      name: "pnpm",
      install: ["pnpm", "add", `--registry=${registry}`, `--store-dir=${join(store, "pnpm")}`, ...names],
      start,
      environment: { npm_config_cache_dir: join(store, "pnpm-cache"), npm_config_verify_deps_before_run: "false" },
    },
    ...(bun === null
      ? []
      : [
          {
            name: "bun",
            install: [bun, "add", ...names],
            start: [bun, "program.mjs"],
            environment: { npm_config_registry: registry, BUN_INSTALL_CACHE_DIR: join(store, "bun") },
          },
        ]),
    ...(deno === null
      ? []
      : [
          {
            name: "deno",
            install: [deno, "add", ...names.map((name) => `npm:${name}`)],
            start: [deno, "run", "--allow-all", "program.mjs"],
            environment: {
              NPM_CONFIG_REGISTRY: registry,
              DENO_DIR: join(store, "deno"),
              DENO_TLS_CA_STORE: "mozilla,system",
            },
          },
        ]),
  ];
}

/** @param {Installer} installer */
async function rehearse({ name, install, start, environment = {} }) {
  const at = place(`with-${name}`);
  writeFileSync(join(at, "package.json"), '{ "private": true, "type": "module" }\n');
  copyFileSync(program, join(at, "program.mjs"));
  const installed = await run(install, at, environment);
  const { status, stdout, all } = installed.status === 0 ? await run(start, at, environment) : installed;
  if (status !== 0) {
    problems.push(`${name} failed, with ${status}:\n${all}`);
    return;
  }
  const line = stdout.trim().split("\n").at(-1) ?? "";
  console.log(`rehearsal: installed by ${name}: ${line}`);
  said.push(`${name} ${line}`);
  const { fell, threads } = JSON.parse(line);
  if (!fell) problems.push(`${name}: the loss did not fall`);
  if (threads !== 2) problems.push(`${name}: ${threads} threads, not 2`);
}

/** The declarations, in the project that npm installed, by each compiler, as Node and as bundlers resolve modules. */
async function checkTypes() {
  const at = join(folder, "with-npm");
  writeTypesProject(at, packages);
  for (const version of compilers) {
    const modules = await toolOf(`typescript@${version}`);
    if (modules === null) continue;
    const tsc = join(modules, "typescript", "bin", "tsc");
    for (const resolution of resolutions) {
      const { status, all } = await run([process.execPath, tsc, "-p", `tsconfig.${resolution}.json`], at);
      if (status !== 0) problems.push(`TypeScript ${version}, ${resolution}:\n${all}`);
      else console.log(`rehearsal: TypeScript ${version} takes all entries (${resolution})`);
    }
  }
}
