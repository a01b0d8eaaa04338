// The playground, an app of its own: its built files are put beside the site's. Builds nothing.

import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { paths } from "./paths.js";

const files = join(paths.repository, "apps/playground/dist");

/** Whether the site that is being built gets one. Where pages are only served while somebody writes them there is none. */
export const hasPlayground = process.argv.includes("build") && existsSync(join(files, "index.html"));

/** Puts it into the folder of a built site. */
export function addPlayground(site: string): void {
  if (hasPlayground) cpSync(files, join(site, "playground"), { recursive: true });
}
