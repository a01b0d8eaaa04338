// Bytes at places that pages have: OPFS, IndexedDB, addresses. What they mean is the formats' affair; files of Node's are files/.

import { ArgumentError, describe } from "@bernoulli/tensor";
import { type Bytes, bodyOf, viewOf } from "../bytes.js";
import { FormatError } from "../errors.js";
import { readRecord, removeRecord, writeRecord } from "./indexeddb.js";
import { readOwnFile, removeOwnFile, writeOwnFile } from "./opfs.js";

/** A place that a page can write to: a file of its own, whose folders are made, or a record in its database. */
export type WritablePlace = `opfs:${string}` | `indexeddb:${string}`;
/** A place that a page can read: also an address, as `fetch` takes it. */
export type Place = WritablePlace | `https://${string}` | `http://${string}` | URL;

interface Store {
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(name: string): Promise<void>;
}

const stores: Readonly<Record<string, Store>> = {
  opfs: { read: readOwnFile, write: writeOwnFile, remove: removeOwnFile },
  indexeddb: { read: readRecord, write: writeRecord, remove: removeRecord },
};

function storeOf(owner: string, place: unknown): { readonly store: Store; readonly name: string } {
  const [, scheme = "", name = ""] = typeof place === "string" ? (/^(\w+):(.*)$/s.exec(place) ?? []) : [];
  const store = Object.hasOwn(stores, scheme) ? stores[scheme] : undefined;
  if (store === undefined || name === "")
    throw new ArgumentError(
      `${owner}: expected a place such as "opfs:models/net.safetensors" or "indexeddb:net", but got ${describe(place)}; ` +
        "in Node the functions of @bernoulli/formats/node write and read paths",
    );
  return { store, name };
}

/** Runs what a browser does, and says in whose words it refused. */
async function asking<T>(file: string, what: string, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (cause) {
    if (cause instanceof FormatError) throw cause;
    const { name = "", message = String(cause) } = (cause ?? {}) as { name?: string; message?: string };
    const cure = name === "QuotaExceededError" ? "; this site's room is full: remove what is no longer needed" : "";
    throw new FormatError(`cannot be ${what}: ${message}${cure}`, { file, cause });
  }
}

/**
 * Keeps bytes on a page's own disk: in the origin's private file system, `"opfs:models/net.safetensors"`, or in IndexedDB,
 * `"indexeddb:net"`. They are there as a whole, or what was there before is. Browsers may clear a site's storage when room is short, unless
 * `navigator.storage.persist()` was granted.
 *
 * @param bytes what `serialize`, `serializeTorch` or `serializeNpz` gives, or any other
 * @throws FormatError where the browser has no such storage, or no room; ArgumentError for another place.
 * @example
 * ```ts
 * import { loadBytes, saveBytes, serialize } from "@bernoulli/formats";
 * import { tensor } from "@bernoulli/tensor";
 * const bytes = await serialize({ weight: tensor([1, 2]) });
 * if (typeof indexedDB === "object") await saveBytes("indexeddb:net", bytes); // then deserialize(await loadBytes("indexeddb:net"))
 * else await saveBytes("indexeddb:net", bytes); // throws there is no IndexedDB here
 * ```
 */
export async function saveBytes(place: WritablePlace, bytes: Bytes): Promise<void> {
  const { store, name } = storeOf("saveBytes", place);
  const view = await viewOf("saveBytes", bytes);
  // A copy where it is a part of more, or shared: storages take neither, or all of it.
  const own = view.byteLength === view.buffer.byteLength && view.buffer instanceof ArrayBuffer ? view : view.slice();
  await asking(place, "written", () => store.write(name, own as Uint8Array<ArrayBuffer>));
}

/**
 * Bytes from where {@link saveBytes} kept them, or from an address: `deserialize(await loadBytes("https://…/net.safetensors"))`.
 *
 * @throws FormatError where nothing is there, or it cannot be read; ArgumentError for another place.
 */
export async function loadBytes(place: Place): Promise<Uint8Array<ArrayBuffer>> {
  const address = String(place);
  if (place instanceof URL || /^https?:/.test(address))
    return bodyOf(await asking(address, "fetched", () => fetch(address)));
  const { store, name } = storeOf("loadBytes", place);
  const bytes = await asking(address, "read", () => store.read(name));
  if (bytes === null) throw new FormatError("nothing is there; saveBytes puts it there", { file: address });
  return bytes;
}

/**
 * Removes what {@link saveBytes} kept. Where nothing is, nothing happens.
 *
 * @throws FormatError where the browser refuses; ArgumentError for another place.
 */
export async function removeBytes(place: WritablePlace): Promise<void> {
  const { store, name } = storeOf("removeBytes", place);
  await asking(place, "removed", () => store.remove(name));
}
