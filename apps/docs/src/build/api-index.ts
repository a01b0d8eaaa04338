// The first page of the reference: the packages, what each holds, and what stands on which page. TypeDoc's own is a list of the pages.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ApiGroup } from "./api-groups.js";
import { paths } from "./paths.js";

/** Names that are shown of a page: enough to tell what it is about. */
const shown = 6;

/** The page's text. */
export function apiIndex(groups: readonly ApiGroup[]): string {
  const packages = [...new Set(groups.map(({ entry }) => packageOf(entry)))];
  const parts = packages.map((name) => {
    const rows = groups.filter(({ entry }) => packageOf(entry) === name).map(row);
    return [`## ${name}`, descriptionOf(name), `| page | of what is there |\n| --- | --- |\n${rows.join("\n")}`].join(
      "\n\n",
    );
  });
  const head =
    "What each package exports, from its docstrings. Who knows PyTorch's name finds ours [by it](/from-pytorch); every example has a Run button.";
  return `${["# API", head, ...parts].join("\n\n")}\n`;
}

function row({ title, path, names }: ApiGroup): string {
  const functions = names.filter((name) => /^[a-z]/.test(name));
  const first = (functions.length > 0 ? functions : names).slice(0, shown);
  const more = names.length > first.length ? ", …" : "";
  return `| [${title}](./${path}${path.endsWith("/") ? "index" : ""}.md) | ${first.map((name) => `\`${name}\``).join(", ")}${more} |`;
}

/** `@bernoulli/tensor/func` → `@bernoulli/tensor`. */
export const packageOf = (entry: string): string =>
  entry
    .split("/")
    .slice(0, entry.startsWith("@") ? 2 : 1)
    .join("/");

function descriptionOf(name: string): string {
  const folder = name.replace(/^@bernoulli\//, "");
  return JSON.parse(readFileSync(join(paths.repository, "packages", folder, "package.json"), "utf8")).description;
}
