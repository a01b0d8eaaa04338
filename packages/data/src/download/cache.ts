// Where data sets are kept between runs.

import { homedir } from "node:os";
import { join } from "node:path";
import { ArgumentError } from "@bernoulli/tensor";

/**
 * The directory that data sets are downloaded to: `BERNOULLI_CACHE` if it is set, else the system's place for caches
 * with `bernoulli` in it. It need not exist.
 *
 * @throws ArgumentError where the program may not ask for the home directory, as in Deno.
 * @example
 * ```ts
 * import { cacheDirectory } from "@bernoulli/data/node";
 * cacheDirectory({ BERNOULLI_CACHE: "/data" }); // → "/data"
 * cacheDirectory({ XDG_CACHE_HOME: "/home/me/.cache" }).endsWith("bernoulli"); // → true
 * ```
 */
export function cacheDirectory(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const own = variable(environment, "BERNOULLI_CACHE");
  if (own) return own;
  const local = process.platform === "win32" ? variable(environment, "LOCALAPPDATA") : undefined;
  const caches = variable(environment, "XDG_CACHE_HOME") || local || join(home(), ".cache");
  return join(caches, "bernoulli");
}

/** A variable; none where it may not be read: Deno asks for --allow-env. */
function variable(environment: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  try {
    return environment[name];
  } catch {
    return undefined;
  }
}

function home(): string {
  try {
    return homedir();
  } catch (cause) {
    throw new ArgumentError(
      "cacheDirectory: this program may not ask for the home directory; name the directory for the data yourself, or give the program the right (in Deno --allow-sys=homedir, or --allow-env and BERNOULLI_CACHE)",
      { cause },
    );
  }
}
