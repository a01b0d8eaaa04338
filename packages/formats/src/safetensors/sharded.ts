// Models in several safetensors files, with an index beside them that says which tensor is where, as large ones are published.
// Node only.

import { dirname, join } from "node:path";
import { ArgumentError, checkArgument, checkOptions, type Tensor } from "@bernoulli/tensor";
import { fileDTypes, narrowDTypeOf } from "../dtypes.js";
import { FormatError, quote } from "../errors.js";
import { withFile } from "../files/open.js";
import { replaceFile } from "../files/replace.js";
import { type LoadOptions, locationOf } from "../location.js";
import { saveFile } from "./file.js";
import { safeOpen } from "./open.js";
import { checkNamed, floatsOf, planWrite, type SaveOptions } from "./write.js";

export interface SaveShardedOptions extends SaveOptions {
  /** No file has more bytes of tensors, but for one that holds a single larger tensor. Default: 5 × 10⁹. */
  readonly maxShardSize?: number;
  /** The files are `NAME-00001-of-00002.safetensors` and `NAME.safetensors.index.json`. Default: "model". */
  readonly name?: string;
  /** The files' own strings. Default: `{ format: "pt" }`. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** An index is a few lines for each tensor. */
const longestIndex = 100_000_000;

/**
 * The tensors that an index names, out of the files beside it: `loadSharded("model.safetensors.index.json")`.
 * See https://huggingface.co/docs/safetensors/metadata_parsing.
 *
 * @throws FormatError for a file that is missing or no such index, for one that names files elsewhere, and where a file has not
 * the tensors that the index says, or others.
 */
export async function loadSharded(path: string, options: LoadOptions = {}): Promise<Record<string, Tensor>> {
  checkArgument("loadSharded", "path", path, "string");
  checkOptions("loadSharded", options, ["device", "mapLocation"]);
  locationOf("loadSharded", options);
  const shards = await readIndex(path);
  const made: Record<string, Tensor>[] = [];
  try {
    for (const [name, keys] of shards) {
      const file = join(dirname(path), name);
      const read = safeOpen(
        file,
        async ({ tensors, read }) => {
          const other = Object.keys(tensors).find((key) => !keys.has(key));
          if (other !== undefined)
            throw new FormatError("the index does not say that it is here", { file, key: other });
          return read([...keys]);
        },
        options,
      );
      made.push(await read);
    }
  } catch (error) {
    for (const tensors of made) for (const value of Object.values(tensors)) value.dispose();
    throw error;
  }
  return Object.fromEntries(made.flatMap((tensors) => Object.entries(tensors)));
}

/** The keys of each file. */
async function readIndex(path: string): Promise<Map<string, Set<string>>> {
  const fail = (message: string, cause?: unknown) => new FormatError(message, { file: path, cause });
  const text = await withFile(path, async (source) => {
    if (source.size > longestIndex) throw fail(`it has ${source.size} bytes, too many for an index`);
    const bytes = new Uint8Array(source.size);
    await source.read(0, bytes);
    return new TextDecoder().decode(bytes);
  });
  let index: unknown;
  try {
    index = JSON.parse(text);
  } catch (cause) {
    throw fail("expected an index of safetensors files, but it is not JSON", cause);
  }
  const map = typeof index === "object" && index !== null && "weight_map" in index ? index.weight_map : null;
  if (typeof map !== "object" || map === null || Array.isArray(map))
    throw fail("expected an index of safetensors files, but it has no weight_map");
  const shards = new Map<string, Set<string>>();
  for (const [key, name] of Object.entries(map)) {
    // A name, not a path: an index says nothing of other folders.
    if (typeof name !== "string" || !/^[^/\\\0]+$/.test(name) || name === "." || name === "..")
      throw fail(`it says that tensor ${quote(key)} is in ${quote(String(name))}, which is no file's name`);
    const keys = shards.get(name) ?? new Set();
    shards.set(name, keys.add(key));
  }
  return shards;
}

/**
 * Writes tensors into several files and an index, which comes last: until it is there, there is no model. Each file is there
 * as a whole or as it was before.
 * See https://huggingface.co/docs/safetensors/metadata_parsing.
 *
 * @returns the path of the index
 * @throws FormatError as `saveFile`.
 * @example
 * ```ts
 * import { mkdtemp, readdir, rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { loadSharded, saveSharded } from "@bernoulli/formats/node";
 * import { ones, zeros } from "@bernoulli/tensor";
 * const directory = await mkdtemp(join(tmpdir(), "bernoulli-shards-"));
 * const index = await saveSharded({ a: zeros(100), b: ones(100) }, directory, { maxShardSize: 500 });
 * (await readdir(directory)).length; // → 3
 * Object.keys(await loadSharded(index)); // → ["a", "b"]
 * await rm(directory, { recursive: true });
 * ```
 */
export async function saveSharded(
  tensors: Readonly<Record<string, Tensor>>,
  directory: string,
  options: SaveShardedOptions = {},
): Promise<string> {
  const { maxShardSize = 5e9, name = "model", metadata = { format: "pt" }, ...rest } = options;
  checkNamed("saveSharded", tensors, metadata);
  checkArgument("saveSharded", "directory", directory, "string");
  const floats = floatsOf("saveSharded", rest);
  if (!(maxShardSize > 0)) throw new ArgumentError(`saveSharded: maxShardSize must be positive, got ${maxShardSize}`);
  if (!/^[^/\\\0]+$/.test(name)) throw new ArgumentError(`saveSharded: name must be a file's, got ${quote(name)}`);

  // Whatever cannot be written is told before anything is.
  planWrite(join(directory, name), tensors, metadata, floats);

  const shards: [string, Tensor][][] = [];
  let room = 0;
  let total = 0;
  for (const [key, value] of Object.entries(tensors)) {
    const size = (value.numel() * fileDTypes[narrowDTypeOf(key, value.dtype, floats)].bits) / 8;
    if (shards.length === 0 || (size > room && shards.at(-1)!.length > 0)) {
      shards.push([]);
      room = maxShardSize;
    }
    shards.at(-1)!.push([key, value]);
    room -= size;
    total += size;
  }
  const number = (value: number) => String(value).padStart(5, "0");
  const weightMap: [string, string][] = [];
  for (const [at, shard] of shards.entries()) {
    const file = `${name}-${number(at + 1)}-of-${number(shards.length)}.safetensors`;
    await saveFile(Object.fromEntries(shard), join(directory, file), metadata, rest);
    for (const [key] of shard) weightMap.push([key, file]);
  }
  const path = join(directory, `${name}.safetensors.index.json`);
  const index = { metadata: { total_size: total }, weight_map: Object.fromEntries(weightMap) };
  const text = new TextEncoder().encode(`${JSON.stringify(index, null, 2)}\n`);
  await replaceFile(path, async function* () {
    yield text;
  });
  return path;
}
