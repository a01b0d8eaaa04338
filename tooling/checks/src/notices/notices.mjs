// The notices of what is carried of others: modules of other packages inside a bundle, by the bundle's own list, what such a package carries itself, and
// files that were ported, by what they say of themselves in their first lines. Writes nothing.
// @ts-check
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { singleFileOptions } from "@tooling/tsup";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const beside = (/** @type {string} */ name) => textOf(fileURLToPath(new URL(name, import.meta.url)));
const textOf = (/** @type {string} */ path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim();

/** Texts of licenses that those who refer to them do not pack. */
const licenses = /** @type {Record<string, () => string>} */ ({
  // Whose copyright it is, a file's own first lines say.
  MIT: () => beside("mit.txt"),
  "Apache-2.0": () => textOf(join(dirname(require.resolve("typescript/package.json")), "LICENSE.txt")),
});

/** Whose files may be ported, and what has to be said then. */
const origins = [
  {
    name: "PyTorch",
    license: "BSD-3-Clause",
    address: "https://github.com/pytorch/pytorch",
    text: () => beside("pytorch.txt"),
  },
];

/** What packages carry of third parties without a word of it in their own license: by the package, in which of its files. */
const parts = [
  {
    ...{ home: "vitepress", files: /\/fonts\/inter-/, name: "Inter", license: "OFL-1.1" },
    ...{ address: "https://rsms.me/inter/", text: () => beside("inter.txt") },
  },
  {
    ...{ home: "vitepress", files: /\/icons\.css$/, name: "Lucide", license: "ISC" },
    ...{ address: "https://lucide.dev/", text: () => beside("lucide.txt") },
  },
];

/** Files that are listed by name; of more their number says enough. */
const mostNamed = 8;

/**
 * @typedef {object} Notice
 * @property {string} name
 * @property {string} license
 * @property {string} address
 * @property {string} what of it is carried
 * @property {string[]} texts
 */

/** What goes into the file that a package bundles everything into. @param {string} folder of the package */
export function filesOfOneFile(folder) {
  return filesOfBundle(folder, singleFileOptions(folder, ["@bernoulli/source"]));
}

/** The files that a bundle takes something of. @param {string} folder @param {import("esbuild").BuildOptions} options @returns {Promise<string[]>} */
export async function filesOfBundle(folder, options) {
  const { metafile } = await build({ ...options, absWorkingDir: folder, metafile: true, write: false });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => join(folder, file));
}

/** The notices of what is carried, by the files that something is taken of. @param {readonly string[]} files @returns {Notice[]} */
export function noticesOfFiles(files) {
  const isForeign = (/** @type {string} */ path) => path.includes(`${sep}node_modules${sep}`);
  const foreign = new Map();
  for (const file of new Set(files.filter(isForeign))) {
    const home = packageOf(file);
    foreign.set(home, [...(foreign.get(home) ?? []), file]);
  }
  const notices = [...foreign].flatMap(([home, carried]) => noticesOfPackage(home, carried));
  return sorted([...notices, ...noticesOfPorts(files.filter((path) => !isForeign(path)))]);
}

/** The notices of the files of a package that were ported. @param {string} folder @returns {Notice[]} */
export function noticesOfSources(folder) {
  const names = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" });
  return noticesOfPorts(names.filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => join(folder, "src", name)));
}

/** The folder of the package that a module belongs to. @param {string} file */
function packageOf(file) {
  let folder = dirname(file);
  // Folders within a package have manifests too, some with a name.
  const isHome = () => {
    const manifest = join(folder, "package.json");
    return existsSync(manifest) && JSON.parse(textOf(manifest)).version !== undefined;
  };
  while (!isHome()) folder = dirname(folder);
  return folder;
}

/** Of the package, and of its parts by others. @param {string} home @param {string[]} carried @returns {Notice[]} */
function noticesOfPackage(home, carried) {
  const { name, version, license, homepage, repository } = JSON.parse(textOf(join(home, "package.json")));
  const own = readdirSync(home)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .sort();
  // Files that bear a license of their own, which their package's may not tell of.
  const texted = carried.filter((file) => /\.((c|m)?[jt]sx?|css)$/.test(file));
  const heads = new Set(texted.map((file) => headOf(textOf(file))).filter((head) => /copyright|©/i.test(head)));
  const missing = own.length === 0 ? [...license.matchAll(/[\w.-]+/g)].flatMap(([id]) => licenses[id]?.() ?? []) : [];
  const texts = [...own.map((file) => textOf(join(home, file))), ...heads, ...missing];
  if (texts.length === 0)
    throw new Error(`${name} is bundled and says nothing of its license but "${license}"; give its text`);
  const itself = {
    name: `${name} ${version}`,
    license,
    address: homepage ?? repository?.url ?? repository,
    what: namesOf(home, carried),
    texts,
  };
  const others = parts.flatMap(({ home: carrier, files, text, ...notice }) => {
    const within = carrier === name ? carried.filter((file) => files.test(file.split(sep).join("/"))) : [];
    return within.length === 0 ? [] : [{ ...notice, what: `in ${name}, ${namesOf(home, within)}`, texts: [text()] }];
  });
  return [itself, ...others];
}

/** @param {string} home @param {readonly string[]} files */
function namesOf(home, files) {
  const names = files.map((file) => relative(home, file).split(sep).join("/")).sort();
  return names.length > mostNamed ? `${names.length} of its files` : names.join(", ");
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
