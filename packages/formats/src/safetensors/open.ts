// A safetensors file that stays open while some of its tensors are read. Node only.

import { checkArgument, checkOptions, type Tensor } from "@bernoulli/tensor";
import { FormatError } from "../errors.js";
import { withFile } from "../files/open.js";
import { type LoadOptions, locationOf } from "../location.js";
import { readHeader, type SafetensorsHeader } from "./header.js";
import { readTensors } from "./read.js";

/** A file that `safeOpen` has open. */
export interface SafetensorsFile extends SafetensorsHeader {
  /** The tensors of some keys, read one after another; one that is not there is a FormatError. */
  read(keys: readonly string[]): Promise<Record<string, Tensor>>;
}

/**
 * Opens a safetensors file, and closes it behind `use`: its header is there at once, its tensors are read as they are asked for.
 * See https://huggingface.co/docs/safetensors/api/torch#safetensors.safe_open.
 *
 * @param options where tensors are made; the name stands for the call in errors of options
 * @throws FormatError for a file that is missing or cannot be read, for whatever the format forbids, and for keys it has not.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { ones, zeros } from "@bernoulli/tensor";
 * import { safeOpen, saveFile } from "@bernoulli/formats/node";
 * const path = join(tmpdir(), "bernoulli-open-example.safetensors");
 * await saveFile({ weight: zeros(2, 3), bias: ones(2) }, path);
 * const { bias } = await safeOpen(path, (file) => file.read(Object.keys(file.tensors).filter((key) => key === "bias")));
 * bias.toArray(); // → [1, 1]
 * await rm(path);
 * ```
 */
export async function safeOpen<Result>(
  path: string,
  use: (file: SafetensorsFile) => Promise<Result>,
  options: LoadOptions & { readonly name?: string } = {},
): Promise<Result> {
  const { name = "safeOpen", ...location } = options;
  checkArgument(name, "path", path, "string");
  checkArgument(name, "use", use, "function");
  checkOptions(name, location, ["device", "mapLocation"]);
  const device = locationOf(name, location);
  return withFile(path, async (source) => {
    const header = await readHeader(source);
    const read = (keys: readonly string[]) =>
      readTensors(
        source,
        [...new Set(keys)].map((key) => {
          if (Object.hasOwn(header.tensors, key)) return [key, header.tensors[key]!] as const;
          throw new FormatError("it is not in the file", { file: path, key });
        }),
        device,
      );
    return use({ ...header, read });
  });
}
