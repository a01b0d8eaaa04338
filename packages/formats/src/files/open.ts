// A file as a source of bytes, open for as long as it is read.

import { promises as fs } from "node:fs";
import { type ByteSource, endedEarly } from "../source.js";
import { explained } from "./explain.js";

/** Node takes no longer reads and writes on some systems. */
export const mostBytesAtOnce = 2 ** 28;

/**
 * Opens a file for `use`, and closes it behind.
 *
 * @throws FormatError for a file that is missing, is none, or cannot be read; whatever `use` throws.
 */
export async function withFile<Result>(path: string, use: (source: ByteSource) => Promise<Result>): Promise<Result> {
  const fail = (error: unknown) => explained(path, "cannot be read", error);
  // What is not there yet is waited for by open where it is a named pipe: hence the look before.
  const isFile = await fs.stat(path).then(
    (found) => found.isFile() || (found.isDirectory() ? "it is a directory" : "it is neither a file nor a directory"),
    (error: unknown) => Promise.reject(fail(error)),
  );
  if (isFile !== true) throw fail(new Error(`${isFile}, where a file is expected`));
  const handle = await fs.open(path, "r").catch((error: unknown) => Promise.reject(fail(error)));
  try {
    const { size } = await handle.stat();
    return await use({
      name: path,
      size,
      read: async (begin, target) => {
        let done = 0;
        while (done < target.length) {
          const length = Math.min(target.length - done, mostBytesAtOnce);
          const { bytesRead } = await handle
            .read(target, done, length, begin + done)
            .catch((error: unknown) => Promise.reject(fail(error)));
          // It was longer when it was opened.
          if (bytesRead === 0) throw endedEarly(path, begin + target.length, begin + done);
          done += bytesRead;
        }
      },
    });
  } finally {
    await handle.close();
  }
}
