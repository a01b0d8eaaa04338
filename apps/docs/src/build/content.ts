// Writes what the site takes from the repository's documents: copies of them, and pairs of programs for pages of other languages.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyDocuments, pairOf, pairsAsColumns } from "./documents.js";
import { paths, repositoryAddress } from "./paths.js";

export function writeContent(): void {
  copyDocuments(paths.documents, paths.copies, repositoryAddress());
  const text = readFileSync(join(paths.documents, "from-pytorch.md"), "utf8");
  const folder = join(paths.copies, "pairs");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const heading of headingsWithPairs(text))
    writeFileSync(join(folder, `${slugOf(heading)}.md`), `${pairsAsColumns(pairOf(text, heading))}\n`);
  const readme = readFileSync(join(paths.repository, "README.md"), "utf8");
  writeFileSync(join(folder, "readme-net.md"), `${/```ts[\s\S]*?```/.exec(pairOf(readme, "Porting"))![0]}\n`);
}

function headingsWithPairs(text: string): string[] {
  return text
    .split(/^## /m)
    .slice(1)
    .filter((section) => section.includes("<table>"))
    .map((section) => section.split("\n")[0]!);
}

/** `Evaluation, and `no_grad`` → `evaluation-and-no-grad`. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "");
