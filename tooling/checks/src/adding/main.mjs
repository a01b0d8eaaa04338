// `pnpm check:adding`: does what docs/adding.md tells in a copy of the tree, one section on top of the other: each edit, each command,
// the types and the formatter; and compares the numbers of places with those that its headings claim. What PyTorch would be asked for is
// read from fixtures/; where TORCH_PYTHON names an interpreter it is asked, and `--update` writes its answers there.
// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { report, root } from "../workspace.mjs";
import { copiedTree } from "./copy.mjs";
import { edited, page, parse, placesOf } from "./document.mjs";
import { joined, picked } from "./goldens.mjs";

const answers = fileURLToPath(new URL("fixtures/", import.meta.url));
const torch = process.env["TORCH_PYTHON"];
const { sections, problems } = parse(readFileSync(join(root, page), "utf8"));
for (const section of sections) {
  const places = placesOf(section);
  if (places.length !== section.claimed)
    problems.push(
      `${page}:${section.line}: claims ${section.claimed} places, but writes ${places.length}: ${places.join(", ")}`,
    );
}
if (sections.length === 0) problems.push(`${page}: no section counts its places`);

if (problems.length === 0) {
  const copy = copiedTree();
  try {
    perform(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
report(
  "adding",
  problems,
  `${sections.length} examples do what ${page} says: ${sections.map(({ title, claimed }) => `${title} ${claimed}`).join(", ")}`,
);

/** @param {string} copy */
function perform(copy) {
  /** @type {Map<string, { readonly written: string, readonly isNew: boolean }>} */
  const touched = new Map();
  for (const { title, steps } of sections) {
    const started = Date.now();
    let tests = 0;
    for (const step of steps) {
      if (step.kind === "run") {
        const { status, output } = run(copy, step.command, step.folder);
        if (status !== 0) problems.push(`${title}: ${step.command} fails in ${step.folder}:\n${output}`);
        const passed = Number(/Tests .*?(\d+) passed/.exec(output)?.[1] ?? 0);
        // Vitest is content where a pattern fits no test.
        if (status === 0 && step.command.startsWith("pnpm vitest") && passed === 0)
          problems.push(`${title}: ${step.command} runs no test`);
        tests += passed;
        continue;
      }
      const at = join(copy, step.file);
      try {
        const text = edited(step, existsSync(at) ? readFileSync(at, "utf8") : null);
        mkdirSync(dirname(at), { recursive: true });
        writeFileSync(at, text);
        touched.set(step.file, { written: text, isNew: step.kind === "new" || touched.get(step.file)?.isNew === true });
      } catch (error) {
        problems.push(`${title}: ${/** @type {Error} */ (error).message}`);
      }
    }
    console.log(`adding: ${title}: ${tests} tests, ${Math.round((Date.now() - started) / 1000)} s`);
  }
  checkTypes(copy, [...touched.keys()]);
  checkStyle(copy, touched);
}

/** @param {string} copy @param {string} command @param {string} folder */
function run(copy, command, folder) {
  const [program, ...parameters] = wordsOf(command);
  if (program === "pnpm" && parameters[0] === "vitest")
    return node(join(copy, folder), "node_modules/vitest/vitest.mjs", ...parameters.slice(1));
  if (command === "pnpm fixtures ops") return fixtures(copy);
  return { status: 1, output: "this check does not know the command" };
}

/** The words of a command, quoted ones whole. @param {string} command */
function wordsOf(command) {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** @param {string} directory @param {string[]} parameters */
function node(directory, ...parameters) {
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: directory,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, output: `${stdout}${stderr}`.slice(-6000) };
}

/** Answers of the ops that the examples add: PyTorch's, or those that it gave. @param {string} copy */
function fixtures(copy) {
  const folder = "tooling/torch-fixtures/fixtures/ops";
  const committed = readFolder(join(root, folder));
  const known = new Set(committed.json.cases.map(({ op }) => op));
  if (torch === undefined) {
    const added = addedOps(copy).filter((op) => !known.has(op));
    writeFamily(join(copy, folder, "added"), picked(readFamily(join(answers, "ops")), new Set(added)));
    return { status: 0, output: "" };
  }
  const made = node(copy, "tooling/torch-fixtures/generate.mjs", "ops");
  if (made.status !== 0) return made;
  const after = readFolder(join(copy, folder));
  const own = picked(after, new Set(after.json.cases.map(({ op }) => op).filter((op) => !known.has(op))));
  if (process.argv.includes("--update")) writeFamily(join(answers, "ops"), own);
  return made;
}

/** All files of a family that is a folder, as one. @param {string} folder @returns {import("./goldens.mjs").Fixtures} */
function readFolder(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.map((name) => readFamily(join(folder, name.slice(0, -".json".length)))).reduce(joined);
}

/** The ops whose samples the examples have made so far. @param {string} copy */
function addedOps(copy) {
  const made = sections.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === "new" ? [step.file] : [])));
  return made.flatMap((file) => {
    const [, name] = /\/ops\/[\w-]+\/([\w-]+)\.samples\.ts$/.exec(file) ?? [];
    if (name === undefined || !existsSync(join(copy, file))) return [];
    return [name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())];
  });
}

/** @param {string} path without the endings @returns {import("./goldens.mjs").Fixtures} */
function readFamily(path) {
  return { json: JSON.parse(readFileSync(`${path}.json`, "utf8")), bin: readFileSync(`${path}.bin`) };
}

/** @param {string} path @param {import("./goldens.mjs").Fixtures} family */
function writeFamily(path, { json: { cases, ...head }, bin }) {
  const lines = cases.map((one) => JSON.stringify(one)).join(",\n");
  writeFileSync(`${path}.json`, `${JSON.stringify(head).slice(0, -1)},"cases":[\n${lines}\n]}\n`);
  writeFileSync(`${path}.bin`, bin);
}

/** @param {string} copy @param {readonly string[]} files */
function checkTypes(copy, files) {
  const folders = new Set(files.flatMap((file) => /^packages\/[^/]+/.exec(file) ?? []));
  for (const folder of folders) {
    const { status, output } = node(join(copy, folder), "node_modules/@tooling/typescript/typecheck.mjs");
    if (status !== 0) problems.push(`the types of ${folder}:\n${output}`);
  }
}

/** Biome's rules, and that new files are formatted. @param {string} copy @param {ReadonlyMap<string, { readonly written: string, readonly isNew: boolean }>} touched */
function checkStyle(copy, touched) {
  const files = [...touched.keys()].filter((file) => file.endsWith(".ts"));
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const { status, output } = node(copy, biome, "check", "--write", "--vcs-enabled=false", ...files);
  if (status !== 0) problems.push(`biome check:\n${output}`);
  for (const file of files) {
    const { written, isNew } = touched.get(file) ?? { written: "", isNew: false };
    if (isNew && readFileSync(join(copy, file), "utf8") !== written) problems.push(`${file} is not formatted`);
  }
}
