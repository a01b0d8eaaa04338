// Where data sets are kept between runs.

import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The directory that data sets are downloaded to: `BERNOULLI_CACHE` if it is set, else the system's place for caches
 * with `bernoulli` in it. It need not exist.
 *
 * @example
 * ```ts
 * import { cacheDirectory } from "@bernoulli/data/node";
 * cacheDirectory({ BERNOULLI_CACHE: "/data" }); // → "/data"
 * cacheDirectory({ XDG_CACHE_HOME: "/home/me/.cache" }).endsWith("bernoulli"); // → true
 * ```
 */
export function cacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  const own = environment["BERNOULLI_CACHE"];
  if (own) return own;
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment;
  const caches = xdg || (process.platform === "win32" && local) || join(homedir(), ".cache");
  return join(caches, "bernoulli");
}
