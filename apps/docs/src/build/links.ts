// Checks the built pages: every link within the site leads to a file and, where it has a fragment, to an element of that name.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, sep } from "node:path";

/**
 * What is wrong with the links of a built site, one line each.
 *
 * @param folder where its files are
 * @param base where it will stand on its host
 * @param elsewhere paths below the base that another app fills
 */
export function brokenLinks(folder: string, base: string, elsewhere: readonly string[] = []): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.split(sep).join("/"));
  const pages = new Map(
    names.filter((name) => name.endsWith(".html")).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  const ids = new Map<string, Set<string>>();
  const idsOf = (page: string): Set<string> => {
    const known =
      ids.get(page) ?? new Set([...pages.get(page)!.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => decoded(id!)));
    ids.set(page, known);
    return known;
  };
  return [...pages].flatMap(([page, html]) =>
    [...new Set([...html.matchAll(/<(?:a|img|script|link)\b[^>]*?\s(?:href|src)="([^"]+)"/g)].map(([, to]) => to!))]
      .filter((to) => !/^([a-z]+:|\/\/)/.test(to))
      .flatMap((to) => {
        const [path, fragment] = decoded(to).split("#") as [string, string?];
        const inSite =
          path === "" ? page : path.startsWith("/") ? withoutBase(path, base) : posix.join(posix.dirname(page), path);
        if (inSite === null) return [`${page}: ${to} is outside of ${base}`];
        if (elsewhere.some((start) => inSite.startsWith(start))) return [];
        const file = fileOf(folder, inSite);
        if (file === null) return [`${page}: ${to} is not there`];
        if (fragment === undefined || fragment === "" || !pages.has(file) || idsOf(file).has(fragment)) return [];
        return [`${page}: ${to}: ${file} has no element "${fragment}"`];
      }),
  );
}

const withoutBase = (path: string, base: string): string | null =>
  path.startsWith(base) ? path.slice(base.length) : `${path}/` === base ? "" : null;

/** What a host of static files answers with. */
function fileOf(folder: string, path: string): string | null {
  const isFile = (name: string): boolean => existsSync(join(folder, name)) && statSync(join(folder, name)).isFile();
  return [path, posix.join(path, "index.html"), `${path}.html`].find((name) => name !== "" && isFile(name)) ?? null;
}

const decoded = (text: string): string => {
  const plain = text.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
};
