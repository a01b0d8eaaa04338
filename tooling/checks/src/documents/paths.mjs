// The paths that a Markdown text names, in links, code spans and commands, and which of them lead to no file. Reads no files itself.
// @ts-check
import { posix } from "node:path";

/** What begins with one of these is a path from the repository's root. */
const folders = ["packages", "apps", "tooling", "docs", ".github", ".ci", ".changeset"];
/** A path from the text itself or the end of one. */
const isPath = /^[\w.@*/-]+\/[\w.*-]+\.(ts|js|mjs|py|md|json|ya?ml)$/;
/** A name alone is a source's: what programs write is called as documents and data are. */
const isName = /^[\w.*-]+\.(ts|js|mjs|py)$/;
/** Parts that stand for any name: `x.test.ts`, `packages/NAME/src`. */
const isExample = /(^|\/)(x|[A-Z]+)(\/|$|\.(?!md$))/;

/**
 * @param {string} file the text's path from the root
 * @param {string} text
 * @param {ReadonlySet<string>} files all of the repository's, by their paths from the root
 * @returns {string[]} what is wrong, a line each
 */
export function lostPaths(file, text, files) {
  const home = posix.dirname(file);
  return text.split("\n").flatMap((line, at) => {
    const links = [...line.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target = ""]) => target);
    // From the root on it is an address of the site, whose build looks for it.
    const lostLinks = links.filter(
      (target) => !/^([a-z]+:|\/)/.test(target) && !isThere(posix.join(home, target), files),
    );
    const words = codeOf(line).flatMap((span) => span.split(/\s+/));
    const paths = words.map((word) => word.replace(/^[("'[]+/, "").replace(/[)"'\],;:]+$/, ""));
    const lost = paths.filter((path) => !isExample.test(path) && !isFound(path, home, files));
    return [...lostLinks, ...lost].map((path) => `${file}:${at + 1}: ${path} is not there`);
  });
}

/** Whether a word is no path, or one that leads somewhere. @param {string} word @param {string} home @param {ReadonlySet<string>} files */
function isFound(word, home, files) {
  if (/[{}<>=$…]/.test(word)) return true;
  if (folders.some((folder) => word.startsWith(`${folder}/`))) return isThere(word, files);
  if (!isPath.test(word) && !isName.test(word)) return true;
  return isThere(posix.join(home, word), files) || isThere(`**/${word}`, files);
}

/** @param {string} path of a file or a folder, from the root; `*` stands for any part @param {ReadonlySet<string>} files */
function isThere(path, files) {
  const wanted = posix.normalize(path).replace(/\/$/, "");
  if (files.has(wanted)) return true;
  const parts = wanted.split("**").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*"));
  const pattern = new RegExp(`^${parts.join(".*")}(/|$)`);
  return [...files].some((file) => pattern.test(file));
}

/** The code spans of a line, and the line itself where it is a command. @param {string} line @returns {string[]} */
function codeOf(line) {
  const spans = [...line.matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span);
  return /^\s*(npx|pnpm|node|cd|python3?|git) /.test(line) ? [...spans, line] : spans;
}
