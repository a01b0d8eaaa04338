// Writes what the site takes from the repository's documents: copies of them, and pairs of programs for pages of other languages.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyDocuments, pairOf, pairsAsColumns } from "./documents.js";
import { paths, repositoryAddress } from "./paths.js";

export function writeContent(): void {
  copyDocuments(paths.documents, paths.copies, repositoryAddress());
  const parts = join(paths.copies, "parts");
  mkdirSync(parts, { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(parts, `${name}.md`), `${text}\n`);

  const text = readFileSync(join(paths.documents, "from-pytorch.md"), "utf8");
  for (const heading of headingsWithPairs(text)) write(slugOf(heading), pairsAsColumns(pairOf(text, heading)));
  // The page of that name begins with a search; its links are no neighbours of these texts'.
  const page = readFileSync(join(paths.copies, "from-pytorch.md"), "utf8");
  write("from-pytorch", page.replace(/^# .*\n/, "").replace(/\]\(([\w-]+\.md)/g, "](/docs/$1"));
  rmSync(join(paths.copies, "from-pytorch.md"));

  const readme = readFileSync(join(paths.repository, "README.md"), "utf8");
  write("readme-net", /```ts[\s\S]*?```/.exec(pairOf(readme, "Porting"))![0]);
}

function headingsWithPairs(text: string): string[] {
  return text
    .split(/^## /m)
    .slice(1)
    .filter((section) => section.includes("<table>"))
    .map((section) => section.split("\n")[0]!);
}

/** `Evaluation, and `no_grad`` → `evaluation-and-no-grad`. */
const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "");
