// What has changed since main, and which variants of the tests that asks for. What it does not know asks for all.
// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const ops = "packages/tensor/src/ops/";

/** Tests that go through all ops, by other names than their files: one that has changed asks for them whole. */
const throughOps = [
  `${ops}page.test.ts`,
  `${ops}saved.test.ts`,
  "packages/bernoulli/src/misuse/misuse.test.ts",
  "tooling/opinfo/src/sample.test.mjs",
];

/** Tests that take long and hang on folders that their package does not name: what the built site carries is told by a build of it. */
const onFolders = [
  {
    test: "tooling/checks/src/notices/notices.test.mjs",
    folders: ["apps/docs/", "apps/playground/", "tooling/checks/src/notices/"],
  },
];

/** No op's numbers hang on these: what uses the ops, what is no program, and the lists of ops. */
const aside = [
  /\.md$/,
  /\.soak\.ts$/,
  /^\.(changeset|ci|github)\//,
  /^(docs|apps)\//,
  /^packages\/(bernoulli|data|dropout|nn|optim|trainer)\//,
  /^packages\/[^/]+\/api\//,
  /^tooling\/(bench|checks|opinfo|script|torch-fixtures|tsup)\//,
  /^packages\/tensor\/src\/(index|ops\/methods)\.ts$/,
  /^biome\.json$/,
];

/**
 * The files that differ from where this branch left main, committed or not, by their paths from the root; null where git cannot
 * say, as outside a clone.
 *
 * @param {string} root
 * @returns {string[] | null}
 */
export function changedFiles(root) {
  const git = (/** @type {string[]} */ ...parameters) =>
    execFileSync("git", parameters, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const lines = (/** @type {string} */ text) => text.split("\0").filter((line) => line !== "");
  try {
    const base = ["origin/main", "main", "HEAD"].flatMap((name) => {
      try {
        return [git("merge-base", "HEAD", name).trim()];
      } catch {
        return [];
      }
    })[0];
    if (base === undefined) return null;
    return [
      ...lines(git("diff", "--name-only", "--no-renames", "-z", base)),
      ...lines(git("ls-files", "--others", "--exclude-standard", "-z")),
    ];
  } catch {
    return null;
  }
}

/**
 * What changed files ask for: all variants, because of a file that every op may hang on, or those of some sources.
 *
 * @param {readonly string[]} files
 * @param {string} root
 * @returns {{ everythingFor: string | null, changed: string[] }} `changed` as BERNOULLI_TEST_CHANGED has it
 */
export function askedFor(files, root) {
  /** @type {Set<string>} */
  const changed = new Set();
  const others = testsElsewhere(root).filter(({ test }) => onFolders.every((one) => one.test !== test));
  for (const file of files) {
    for (const { test, folders } of [...others, ...onFolders])
      if (folders.some((folder) => file.startsWith(folder)) && !isApart.test(file)) changed.add(test);
    // A test's variants hang on it as well; what tests share is no test.
    if (/\.test\.m?[jt]s$/.test(file)) changed.add(file);
    // The goldens are compared whole where they were written anew.
    else if (/^tooling\/torch-fixtures\/fixtures\/ops\//.test(file))
      for (const test of ["goldens", "page"]) changed.add(`${ops}${test}.test.ts`);
    else if (/^tooling\/torch-fixtures\/fixtures\//.test(file)) for (const { test } of others) changed.add(test);
    else if (aside.some((pattern) => pattern.test(file))) continue;
    else {
      const source = sourceOf(file);
      // An op has samples; without, as parts that several share or what was deleted, nobody knows what hangs on it.
      if (source === null || !existsSync(join(root, `${source}.samples.ts`)))
        return { everythingFor: file, changed: [] };
      for (const one of [...withDependents(source.slice(ops.length), root).map((name) => ops + name), ...throughOps])
        changed.add(one);
    }
  }
  return { everythingFor: null, changed: [...changed].sort() };
}

/** What is no program, tests, which are added by themselves, and tensor: of its ops it is the tests through all ops that tell. */
const isApart = /\.(md|test\.\w+|soak\.\w+)$|^packages\/[^/]+\/api\/|^packages\/tensor\//;

/**
 * The tests of variants outside tensor, and the folders of the packages that they hang on: their own, and those that it is made of.
 *
 * @param {string} root
 */
function testsElsewhere(root) {
  const packages = ["packages", "apps", "tooling"].flatMap((group) => {
    if (!existsSync(join(root, group))) return [];
    return readdirSync(join(root, group)).flatMap((name) => {
      const manifest = join(root, group, name, "package.json");
      if (!existsSync(manifest)) return [];
      const { name: called, dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(manifest, "utf8"));
      return [{ folder: `${group}/${name}/`, called, uses: Object.keys({ ...dependencies, ...devDependencies }) }];
    });
  });
  return packages.flatMap(({ folder, called }) => {
    const sources = join(root, folder, "src");
    if (/^packages\/(tensor|testing)\/$|^tooling\/vitest\//.test(folder) || !existsSync(sources)) return [];
    const names = [called];
    for (const name of names)
      for (const used of packages.find((one) => one.called === name)?.uses ?? [])
        if (!names.includes(used)) names.push(used);
    const folders = packages.filter((one) => names.includes(one.called)).map((one) => one.folder);
    return readdirSync(sources, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(test|testing)\.m?[jt]s$/.test(file))
      .flatMap((file) => /new Variants\("([^"]+)"/.exec(readFileSync(join(sources, file), "utf8"))?.[1] ?? [])
      .map((test) => ({ test, folders }));
  });
}

/** An op's file or its samples' without the ending, or null. @param {string} file */
function sourceOf(file) {
  return file.startsWith(ops) ? (/^(.*\/[^./]+)(\.samples)?\.ts$/.exec(file)?.[1] ?? null) : null;
}

/** An op's file and those that are made of it, file by file. @param {string} name @param {string} root @returns {string[]} */
function withDependents(name, root) {
  const folder = join(root, ops);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  const imports = files
    .filter((file) => /^[\w-]+\/[^.]+\.ts$/.test(file))
    .map(
      (file) => /** @type {const} */ ([file.slice(0, -3), importsOf(file, readFileSync(join(folder, file), "utf8"))]),
    );
  const found = [name];
  for (const one of found)
    for (const [other, own] of imports) if (!found.includes(other) && own.includes(one)) found.push(other);
  return found;
}

/** What a file imports from near it, by the paths from the ops' folder. @param {string} file @param {string} text */
function importsOf(file, text) {
  return [...text.matchAll(/from "(\.[^"]*)\.js"/g)].map(([, path]) => posix.join(posix.dirname(file), path ?? ""));
}
