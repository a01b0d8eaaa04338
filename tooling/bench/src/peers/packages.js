// The npm packages of a peer: in the folder into which ../peers.js installed them, which it gives as the first argument.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** Absolute. */
export const folder = resolve(process.argv[2] ?? ".");

export const requirePackage = createRequire(join(folder, "package.json"));

/** The version of an installed package, from the file and not by `require`, which a package may forbid; null without one. */
export function installedVersion(name, within = folder) {
  const file = join(within, "node_modules", name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : null;
}
