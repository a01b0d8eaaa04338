// What the tests of files share: a directory of their own, and a disk that fails.

import { promises as fs } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";

/** A new empty directory, removed behind the test. */
export async function makeDirectory(): Promise<string> {
  const directory = await fs.mkdtemp(join(tmpdir(), "bernoulli-test-"));
  onTestFinished(() => fs.rm(directory, { recursive: true, force: true }));
  return directory;
}

/** An error as the system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as a test wants it`), { code });
}

/**
 * Makes files that are opened for writing take so many bytes and then fail, as a full disk does: the write that reaches the
 * limit is a short one.
 *
 * @returns makes room for so many bytes more
 */
export function fillDiskAfter(room: number, code = "ENOSPC"): (more: number) => void {
  const open = fs.open;
  let left = room;
  const spy = vi.spyOn(fs, "open").mockImplementation(async (path, flags, mode) => {
    const handle = await open(path, flags, mode);
    if (!["w", "wx", "r+"].includes(String(flags))) return handle;
    const write = handle.write.bind(handle) as (...args: unknown[]) => Promise<unknown>;
    handle.write = (async (bytes: Uint8Array, offset: number, length: number, at: number | null) => {
      if (left === 0) throw systemError(code);
      const taken = Math.min(left, length);
      left -= taken;
      return write(bytes, offset, taken, at);
    }) as typeof handle.write;
    return handle;
  });
  onTestFinished(() => spy.mockRestore());
  return (more) => void (left += more);
}

/** Makes a call of the file system fail from now on. */
export function failAt(method: "open" | "rename" | "access", code: string): void {
  const spy = vi.spyOn(fs, method as "rename").mockRejectedValue(systemError(code));
  onTestFinished(() => spy.mockRestore());
}

/** What a promise is rejected with, as `Class: message`, the directory's name left out. */
export async function rejection(promise: Promise<unknown>, directory = ""): Promise<string> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) throw new Error("expected an error, but nothing was thrown");
  return directory === "" ? String(error) : String(error).replaceAll(directory, "DIR");
}
