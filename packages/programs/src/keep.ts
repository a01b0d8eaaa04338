// Writes what must not be lost: where it was asked for or, if that fails late, beside it, or in the system's temporary
// directory.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, parse } from "node:path";
import { makeDirectory } from "@bernoulli/data/node";

export interface Kept {
  /** Where it is in the end; null where it could be written nowhere. */
  readonly path: string | null;
  /** What kept it from where it should be, in a line; otherwise null. */
  readonly problem: string | null;
}

/**
 * Tries one place after another. `write` makes a file as a whole or not at all, and is called again where it fails.
 *
 * @param program what the temporary directory's name begins with
 */
export async function keep(
  program: string,
  path: string,
  write: (path: string) => void | Promise<void>,
): Promise<Kept> {
  const { dir, name, ext } = parse(path);
  const places = [
    () => path,
    () => {
      // It may have been removed meanwhile.
      makeDirectory(dirname(path));
      return path;
    },
    () => join(dir, `${name}-${process.pid}${ext}`),
    () => join(mkdtempSync(join(tmpdir(), `${program}-`)), basename(path)),
  ];
  let problem: string | null = null;
  for (const place of places) {
    try {
      const found = place();
      await write(found);
      if (found === path) return { path, problem: null };
      return { path: found, problem: `${problem}; it is in ${found}` };
    } catch (error) {
      problem ??= (error as Error).message;
    }
  }
  return { path: null, problem: `${problem}; nor could it be written elsewhere, and is lost` };
}
