// The notices of what the packages carry of others: modules of other packages inside a bundle, by the bundle's own list, and files that were ported, by
// what they say of themselves in their first lines. Writes nothing.
// @ts-check
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { singleFileOptions } from "@tooling/tsup";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const textOf = (/** @type {string} */ path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim();

/** Texts of licenses that those who refer to them do not pack. */
const licenses = /** @type {Record<string, () => string>} */ ({
  "Apache-2.0": () => textOf(join(dirname(require.resolve("typescript/package.json")), "LICENSE.txt")),
});

/** Whose files may be ported, and what has to be said then. */
const origins = [
  {
    name: "PyTorch",
    license: "BSD-3-Clause",
    address: "https://github.com/pytorch/pytorch",
    text: () => textOf(fileURLToPath(new URL("pytorch.txt", import.meta.url))),
  },
];

/**
 * @typedef {object} Notice
 * @property {string} name
 * @property {string} license
 * @property {string} address
 * @property {string} what of it is carried
 * @property {string[]} texts
 */

/** The notices of the file that a package bundles everything into. @param {string} folder of the package @returns {Promise<Notice[]>} */
export async function noticesOfBundle(folder) {
  const { metafile } = await build({
    ...singleFileOptions(folder, ["@bernoulli/source"]),
    absWorkingDir: folder,
    metafile: true,
    write: false,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const files = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => join(folder, file));
  const foreign = new Map();
  for (const file of files.filter((path) => path.includes(`${sep}node_modules${sep}`))) {
    const home = packageOf(file);
    foreign.set(home, [...(foreign.get(home) ?? []), file]);
  }
  const notices = [...foreign].map(([home, carried]) => noticeOfPackage(home, carried));
  return sorted([...notices, ...noticesOfPorts(files.filter((path) => !path.includes(`${sep}node_modules${sep}`)))]);
}

/** The notices of the files of a package that were ported. @param {string} folder @returns {Notice[]} */
export function noticesOfSources(folder) {
  const names = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" });
  return noticesOfPorts(names.filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => join(folder, "src", name)));
}

/** The folder of the package that a module belongs to. @param {string} file */
function packageOf(file) {
  let folder = dirname(file);
  while (
    !existsSync(join(folder, "package.json")) ||
    JSON.parse(textOf(join(folder, "package.json"))).name === undefined
  )
    folder = dirname(folder);
  return folder;
}

/** @param {string} home @param {string[]} carried @returns {Notice} */
function noticeOfPackage(home, carried) {
  const { name, version, license, homepage, repository } = JSON.parse(textOf(join(home, "package.json")));
  const own = readdirSync(home)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .sort();
  // Files that bear a license of their own, which their package's may not tell of.
  const heads = new Set(carried.map((file) => headOf(textOf(file))).filter((head) => /copyright/i.test(head)));
  const missing = own.length === 0 ? [...license.matchAll(/[\w.-]+/g)].flatMap(([id]) => licenses[id]?.() ?? []) : [];
  const texts = [...own.map((file) => textOf(join(home, file))), ...heads, ...missing];
  if (texts.length === 0)
    throw new Error(`${name} is bundled and says nothing of its license but "${license}"; give its text`);
  const what = carried.map((file) => relative(home, file).split(sep).join("/")).sort();
  return {
    name: `${name} ${version}`,
    license,
    address: homepage ?? repository?.url ?? repository,
    what: what.join(", "),
    texts,
  };
}

/** The comment that a file begins with, bare. @param {string} text */
export function headOf(text) {
  const [head = ""] = /^(?:\/\/.*\n|\/\*[\s\S]*?\*\/\s*)*/.exec(`${text}\n`) ?? [];
  return head.replace(/^(\/\/ ?|\/\*+!? ?| ?\*\/| \* ?)/gm, "").trim();
}

/** @param {readonly string[]} files @returns {Notice[]} */
function noticesOfPorts(files) {
  return origins.flatMap(({ name, license, address, text }) => {
    const ported = files.filter((file) => isPorted(textOf(file), name));
    if (ported.length === 0) return [];
    return [
      {
        name,
        license,
        address,
        what: ported
          .map((file) => file.split(`${sep}src${sep}`)[1]?.split(sep).join("/"))
          .sort()
          .join(", "),
        texts: [text()],
      },
    ];
  });
}

/** Whether a file says in its head that it is ported. @param {string} text @param {string} origin */
export function isPorted(text, origin) {
  return new RegExp(`[Pp]orted\\s+from\\s+${origin}\\b`).test(headOf(text));
}

/** @param {Notice[]} notices */
const sorted = (notices) => notices.sort((one, other) => (one.name < other.name ? -1 : 1));

/** The file. @param {string} what carries it @param {readonly Notice[]} notices */
export function documentOf(what, notices) {
  const parts = notices.map(({ name, license, address, what: carried, texts }) =>
    [`## ${name}`, `${license}, <${address}>: ${carried}.`, ...texts.map((text) => `\`\`\`text\n${text}\n\`\`\``)].join(
      "\n\n",
    ),
  );
  return `${["# Third-party notices", `What ${what} of others, under their licenses. \`pnpm notices\` writes this file.`, ...parts].join("\n\n")}\n`;
}
