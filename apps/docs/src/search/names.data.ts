// What the search by PyTorch's names looks through, made when the site is built.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../build/paths.js";
import { cellHtml, nameRows, searched } from "./names.js";

export interface SearchedName {
  /** HTML of the cells. */
  readonly pytorch: string;
  readonly ours: string;
  readonly differences: string;
  readonly text: string;
}

declare const data: SearchedName[];

export { data };

const files = ["compatibility.md", "ops.md"].map((name) => join(paths.documents, name));

export default {
  watch: files,
  load(): SearchedName[] {
    return files
      .flatMap((file) => nameRows(readFileSync(file, "utf8")))
      .map((row) => ({
        pytorch: cellHtml(row.pytorch),
        ours: cellHtml(row.ours),
        differences: cellHtml(row.differences),
        text: searched(row),
      }));
  },
};
