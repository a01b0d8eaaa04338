// Copies the documents of the repository into the site: the text stays theirs, links and tables become the site's. Writes nothing back.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { outsideFences } from "./outside-fences.js";

/** Copies every document below `from` to `to`; `repository` is the address at which the rest of the repository can be read, if there is one. */
export function copyDocuments(from: string, to: string, repository: string | null): void {
  rmSync(to, { recursive: true, force: true });
  for (const name of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    if (/\.(png|svg)$/.test(name)) cpSync(join(from, name), join(to, name));
    if (!name.endsWith(".md")) continue;
    const target = join(to, name.replace(/README\.md$/, "index.md"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, asPage(readFileSync(join(from, name), "utf8"), relative(".", name), repository));
  }
}

/**
 * The page of a document.
 *
 * @param name its path below `docs/`
 */
export function asPage(text: string, name: string, repository: string | null): string {
  return outsideFences(pairsAsColumns(text), (stretch) => escapedForVue(linksOf(stretch, name, repository)));
}

/** A link to what is no document leads to the repository, or is words alone where nobody knows its address. */
function linksOf(text: string, name: string, repository: string | null): string {
  return text.replace(
    /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g,
    (whole, image: string, words: string, target: string) => {
      if (image !== "" || /^([a-z]+:|#)/.test(target)) return whole;
      const [path, fragment] = target.split("#") as [string, string?];
      const inRepository = posix.join("docs", posix.dirname(name.replaceAll("\\", "/")), path);
      const end = fragment === undefined ? "" : `#${fragment}`;
      if (/^docs\/(.*\.md)?$/.test(`${inRepository}`))
        return `[${words}](${path.replace(/README\.md$/, "index.md")}${end})`;
      if (inRepository === "docs/decisions") return `[${words}](${posix.join(path, "index.md")}${end})`;
      return repository === null ? words : `[${words}](${repository}/${inRepository}${end})`;
    },
  );
}

/** Vue would take what stands between double braces, outside of code, for an expression of its own. */
function escapedForVue(text: string): string {
  return text.replace(/\{\{/g, "&lbrace;&lbrace;");
}

/** Tables of two programs beside each other, as columns that stand below each other where there is no room. */
export function pairsAsColumns(text: string): string {
  return text.replace(
    /<table>\n<tr><th>PyTorch<\/th><th>Bernoulli<\/th><\/tr>\n<tr><td>\n([\s\S]*?)\n<\/td><td>\n([\s\S]*?)\n<\/td><\/tr>\n<\/table>/g,
    '<div class="pair"><div>\n$1\n</div><div>\n$2\n</div></div>',
  );
}

/** The pair of programs under a heading of a document, for a page of another language. */
export function pairOf(text: string, heading: string): string {
  const section = text.split(/^## /m).find((one) => one.startsWith(`${heading}\n`));
  const pair = section === undefined ? null : /<table>[\s\S]*?<\/table>/.exec(section);
  if (!pair) throw new Error(`there is no pair of programs under "${heading}"`);
  return pair[0];
}
