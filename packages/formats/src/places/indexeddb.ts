// Bytes in IndexedDB: one database, one store, a record a name.

import { FormatError } from "../errors.js";

const database = "bernoulli";
const records = "bytes";

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Runs one request in a transaction of its own, and waits until that is done: before, a record may still be taken back. */
async function inStore<T>(
  name: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  if (typeof indexedDB !== "object")
    throw new FormatError("there is no IndexedDB here; in Node take saveFile of @bernoulli/formats/node", {
      file: `indexeddb:${name}`,
    });
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(records);
  const opened = await finished(opening);
  try {
    // Strict: what is told to be saved outlasts a power cut.
    const transaction = opened.transaction(records, mode, { durability: "strict" });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([finished(ask(transaction.objectStore(records))), done]);
    return result;
  } finally {
    opened.close();
  }
}

export async function readRecord(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return (await inStore<Uint8Array<ArrayBuffer> | undefined>(name, "readonly", (store) => store.get(name))) ?? null;
}

export async function writeRecord(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await inStore(name, "readwrite", (store) => store.put(bytes, name));
}

export async function removeRecord(name: string): Promise<void> {
  await inStore(name, "readwrite", (store) => store.delete(name));
}
