// `pnpm rehearse`: a release before the release. All packages are packed as publishing packs them, installed from a registry of their own by npm, pnpm,
// Bun and Deno into empty projects outside of the workspace, and a program trains in each: all must print the same bits. Then the compilers of
// supported.mjs check the declarations of every entry and the README's program. A runtime or compiler that npm's registry does not give is left out,
// and said. It takes minutes and the network; `pnpm check` does without it.
// @ts-check
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pnpm, report, root, workspacePackages } from "../workspace.mjs";
import { withRegistry } from "./registry.mjs";
import { compilers, runtimes } from "./supported.mjs";
import { typesProgram } from "./types.mjs";

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
  const tools = toolsOf();
  await withRegistry(place("tarballs"), upstream, async (registry, names) => {
    for (const installer of installersOf(registry, names, tools)) rehearse(installer);
    const bits = new Set(said.map((line) => JSON.parse(line.slice(line.indexOf("{"))).bits));
    if (bits.size > 1) problems.push(`the runtimes trained to other bits:\n  ${said.join("\n  ")}`);
    checkTypes();
  });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
for (const line of leftOut) console.log(`rehearsal: LEFT OUT: ${line}`);
report("rehearsal", problems, `${said.length} installations train to the same bits, and the declarations hold`);

/** Where Deno and Bun are: npm's own packages of them; null where there are none. */
function toolsOf() {
  const found = /** @type {Record<string, string | null>} */ ({});
  for (const [name, version] of Object.entries(runtimes)) {
    const at = place(`tool-${name}`);
    const { status, stderr } = spawnSync("npm", ["install", "--prefix", at, "--no-save", `${name}@${version}`], {
      cwd: at,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    found[name] = status === 0 ? join(at, "node_modules", ".bin", name) : null;
    if (status !== 0)
      leftOut.push(`${name} ${version}, which could not be installed: ${stderr.trim().split("\n").at(-1)}`);
  }
  return found;
}

/**
 * @typedef {object} Installer
 * @property {string} name
 * @property {string[]} install a command, in an empty project
 * @property {string[]} run
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
  const run = [process.execPath, "program.mjs"];
  const store = place("stores");
  return [
    { name: "npm", install: ["npm", "install", "--registry", registry, "--cache", join(store, "npm"), ...names], run },
    {
      name: "pnpm",
      install: ["pnpm", "add", `--registry=${registry}`, `--store-dir=${join(store, "pnpm")}`, ...names],
      run,
      environment: { npm_config_cache_dir: join(store, "pnpm-cache"), npm_config_verify_deps_before_run: "false" },
    },
    ...(bun === null
      ? []
      : [
          {
            name: "bun",
            install: [bun, "add", ...names],
            run: [bun, "program.mjs"],
            environment: { npm_config_registry: registry, BUN_INSTALL_CACHE_DIR: join(store, "bun") },
          },
        ]),
    ...(deno === null
      ? []
      : [
          {
            name: "deno",
            install: [deno, "add", ...names.map((name) => `npm:${name}`)],
            run: [deno, "run", "--allow-all", "program.mjs"],
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
function rehearse({ name, install, run, environment = {} }) {
  const at = place(`with-${name}`);
  writeFileSync(join(at, "package.json"), '{ "private": true, "type": "module" }\n');
  copyFileSync(program, join(at, "program.mjs"));
  for (const [command = "", ...parameters] of [install, run]) {
    const { status, stdout, stderr } = spawnSync(command, parameters, {
      cwd: at,
      env: { ...process.env, ...environment },
      encoding: "utf8",
      timeout: 300_000,
      shell: process.platform === "win32",
    });
    if (status !== 0) {
      problems.push(`${name}: \`${[command, ...parameters].join(" ")}\` failed:\n${stdout}${stderr}`);
      return;
    }
    if (parameters.at(-1) !== "program.mjs") continue;
    const line = stdout.trim().split("\n").at(-1) ?? "";
    console.log(`rehearsal: installed by ${name}: ${line}`);
    said.push(`${name} ${line}`);
    const { fell, threads } = JSON.parse(line);
    if (!fell) problems.push(`${name}: the loss did not fall`);
    if (threads !== 2) problems.push(`${name}: ${threads} threads, not 2`);
  }
}

/** The declarations, in the project that npm installed, by each compiler, as Node and as bundlers resolve modules. */
function checkTypes() {
  const at = join(folder, "with-npm");
  writeFileSync(join(at, "types.ts"), typesProgram(packages, readFileSync(join(root, "README.md"), "utf8")));
  const shared = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: "es2022",
    types: [],
    lib: ["es2022", "dom", "dom.iterable", "esnext.disposable"],
  };
  for (const resolution of ["nodenext", "bundler"]) {
    const compilerOptions = {
      ...shared,
      module: resolution === "bundler" ? "esnext" : resolution,
      moduleResolution: resolution,
    };
    writeFileSync(join(at, `tsconfig.${resolution}.json`), JSON.stringify({ compilerOptions, files: ["types.ts"] }));
  }
  for (const version of compilers) {
    const tools = place(`typescript-${version}`);
    const { status } = spawnSync("npm", ["install", "--prefix", tools, "--no-save", `typescript@${version}`], {
      cwd: tools,
      shell: process.platform === "win32",
    });
    if (status !== 0) leftOut.push(`TypeScript ${version}, which could not be installed`);
    else
      for (const resolution of ["nodenext", "bundler"]) {
        const tsc = join(tools, "node_modules", "typescript", "bin", "tsc");
        const checked = spawnSync(process.execPath, [tsc, "-p", `tsconfig.${resolution}.json`], {
          cwd: at,
          encoding: "utf8",
        });
        if (checked.status !== 0)
          problems.push(`TypeScript ${version}, ${resolution}:\n${checked.stdout}${checked.stderr}`);
        else console.log(`rehearsal: TypeScript ${version} takes all entries (${resolution})`);
      }
  }
}
