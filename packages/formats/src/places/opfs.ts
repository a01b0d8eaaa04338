// Bytes in the origin's private file system. What is written is a file of its own until it is closed, and then takes the other's place.

import { FormatError } from "../errors.js";

/** The folder of a path and the name in it. @throws FormatError where there is no such file system. */
async function locate(path: string, create: boolean): Promise<[FileSystemDirectoryHandle, string]> {
  const parts = path.split("/").filter((part) => part !== "");
  const name = parts.pop() ?? "";
  if (typeof navigator !== "object" || typeof navigator.storage?.getDirectory !== "function")
    throw new FormatError(
      "there is no private file system here; on pages it wants https, in Node take saveFile of @bernoulli/formats/node",
      { file: `opfs:${path}` },
    );
  let folder = await navigator.storage.getDirectory();
  for (const part of parts) folder = await folder.getDirectoryHandle(part, { create });
  return [folder, name];
}

/** Null for what is not there. */
async function unlessMissing<T>(body: () => Promise<T>): Promise<T | null> {
  try {
    return await body();
  } catch (error) {
    if ((error as { readonly name?: unknown }).name === "NotFoundError") return null;
    throw error;
  }
}

export async function readOwnFile(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await unlessMissing(async () => {
    const [folder, name] = await locate(path, false);
    return (await folder.getFileHandle(name)).getFile();
  });
  return file === null ? null : new Uint8Array(await file.arrayBuffer());
}

export async function writeOwnFile(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const [folder, name] = await locate(path, true);
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
  try {
    await writable.write(bytes);
  } catch (error) {
    await writable.abort();
    throw error;
  }
  await writable.close();
}

export async function removeOwnFile(path: string): Promise<void> {
  await unlessMissing(async () => {
    const [folder, name] = await locate(path, false);
    await folder.removeEntry(name);
  });
}
