// safetensors files on disk, by the names of the safetensors package's own functions. Node only.

import { checkArgument, checkOptions, type Tensor } from "@bernoulli/tensor";
import { FormatError } from "../errors.js";
import { checksummed, hasChecksum, noChecksum } from "../files/checksum.js";
import { withFile } from "../files/open.js";
import { replaceFile } from "../files/replace.js";
import { type LoadOptions, locationOf } from "../location.js";
import { readHeader, type SafetensorsHeader } from "./header.js";
import { readTensors } from "./read.js";
import { checkNamed, floatsOf, planWrite, type SaveOptions } from "./write.js";

/**
 * Writes tensors into a safetensors file, one after another; `serialize` tells what becomes of their dtypes. The file is
 * written under a temporary name, synced and renamed: it is there as a whole or, after an error, as it was before. The
 * tensors must not change before the promise is settled.
 * See https://huggingface.co/docs/safetensors/api/torch#safetensors.torch.save_file.
 *
 * @param metadata the file's own strings, such as `{ format: "pt" }`
 * @param options `{ floats: "bfloat16" }` rounds floats to half their bytes
 * @throws FormatError for a key that is `__metadata__`, for what is no tensor or was freed, and where the file
 * cannot be written: a directory that is missing or read-only, a full disk.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { tensor } from "@bernoulli/tensor";
 * import { loadFile, saveFile } from "@bernoulli/formats/node";
 * const path = join(tmpdir(), "bernoulli-example.safetensors");
 * await saveFile({ weight: tensor([1, 2, 3]) }, path);
 * (await loadFile(path)).weight.toArray(); // → [1, 2, 3]
 * await rm(path);
 * ```
 */
export async function saveFile(
  tensors: Readonly<Record<string, Tensor>>,
  path: string,
  metadata: Readonly<Record<string, string>> = {},
  options: SaveOptions = {},
): Promise<void> {
  checkNamed("saveFile", tensors, metadata);
  checkArgument("saveFile", "path", path, "string");
  const plan = planWrite(path, tensors, metadata, floatsOf("saveFile", options));
  await replaceFile(path, () => plan.pieces());
}

/** The member of the metadata that holds a checksum. */
const checksumName = "bernoulli.sha256";

/**
 * `saveFile` with a checksum of the whole file in its metadata, `bernoulli.sha256`, by which {@link verifyFile} knows a file that was cut
 * short or changed since. Others read it as any safetensors file.
 *
 * @throws FormatError as saveFile does.
 * @example
 * ```ts
 * import { rm, truncate } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { tensor } from "@bernoulli/tensor";
 * import { saveVerifiable, verifyFile } from "@bernoulli/formats/node";
 * const path = join(tmpdir(), "bernoulli-verified-example.safetensors");
 * await saveVerifiable({ weight: tensor([1, 2, 3]) }, path);
 * await verifyFile(path); // → true
 * await truncate(path, 100);
 * await verifyFile(path); // throws the file was cut off
 * await rm(path);
 * ```
 */
export async function saveVerifiable(
  tensors: Readonly<Record<string, Tensor>>,
  path: string,
  metadata: Readonly<Record<string, string>> = {},
): Promise<void> {
  checkNamed("saveVerifiable", tensors, metadata);
  checkArgument("saveVerifiable", "path", path, "string");
  // First: other metadata could hold such a text.
  const plan = planWrite(path, tensors, { [checksumName]: noChecksum, ...metadata });
  await replaceFile(path, () => checksummed(() => plan.pieces()));
}

/**
 * Reads a safetensors file from beginning to end, and says whether it has a checksum: false for one of another origin, of which nothing more
 * is known than that its header fits its size.
 *
 * @throws FormatError for a file that is missing, cannot be read, is not what the format says, or has another checksum than its bytes.
 */
export async function verifyFile(path: string): Promise<boolean> {
  const { metadata, tensors } = await readFileHeader(path);
  if (!Object.hasOwn(metadata, checksumName)) return false;
  const begins = Object.values(tensors).map(({ begin }) => begin);
  const headerEnd = begins.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...begins);
  if (await hasChecksum(path, metadata[checksumName]!, headerEnd)) return true;
  throw new FormatError("its bytes are not those that its checksum was taken of: it was cut short or changed", {
    file: path,
  });
}

/**
 * The tensors of a safetensors file, by their keys; `deserialize` tells what becomes of their dtypes. The header is checked
 * before anything is allocated, and no more than one tensor is in memory twice. The tensors belong to the scope around
 * the call, as any others: `dispose()` them, or load within a scope.
 * See https://huggingface.co/docs/safetensors/api/torch#safetensors.torch.load_file.
 *
 * @throws FormatError for a file that is missing or cannot be read, for whatever the format forbids, for other dtypes, and
 * for integers beyond int32.
 */
export async function loadFile(path: string, options: LoadOptions = {}): Promise<Record<string, Tensor>> {
  checkArgument("loadFile", "path", path, "string");
  checkOptions("loadFile", options, ["device", "mapLocation"]);
  const device = locationOf("loadFile", options);
  return withFile(path, async (source) =>
    readTensors(source, Object.entries((await readHeader(source)).tensors), device),
  );
}

/**
 * What a safetensors file says of itself, without reading its tensors: metadata, and of each tensor its dtype in the file,
 * its shape and its place.
 *
 * @throws FormatError for a file that is missing or cannot be read, and for whatever the format forbids.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { zeros } from "@bernoulli/tensor";
 * import { readFileHeader, saveFile } from "@bernoulli/formats/node";
 * const path = join(tmpdir(), "bernoulli-header-example.safetensors");
 * await saveFile({ weight: zeros(2, 3) }, path, { format: "pt" });
 * const { metadata, tensors } = await readFileHeader(path);
 * metadata; // → { "format": "pt" }
 * tensors.weight; // → { "dtype": "F32", "shape": [2, 3], "begin": 104, "byteLength": 24 }
 * await rm(path);
 * ```
 */
export async function readFileHeader(path: string): Promise<SafetensorsHeader> {
  checkArgument("readFileHeader", "path", path, "string");
  return withFile(path, readHeader);
}
