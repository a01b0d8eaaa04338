// NumPy's files on disk. Node only.

import { checkArgument, checkOptions, type Tensor } from "@bernoulli/tensor";
import { withFile } from "../files/open.js";
import { replaceFile } from "../files/replace.js";
import { type LoadOptions, locationOf } from "../location.js";
import { planNpy, planNpz, readNpy, readNpz } from "./npy.js";

function located(owner: string, path: string, options: LoadOptions) {
  checkArgument(owner, "path", path, "string");
  checkOptions(owner, options, ["device", "mapLocation"]);
  return locationOf(owner, options);
}

/**
 * The array in a `.npy` file; `deserializeNpy` says what becomes of its elements.
 * See https://numpy.org/doc/stable/reference/generated/numpy.load.html.
 *
 * @throws FormatError for a file that is missing, is none of NumPy's, is damaged, or has elements without a counterpart here.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { loadNpy, saveNpy } from "@bernoulli/formats/node";
 * import { tensor } from "@bernoulli/tensor";
 * const path = join(tmpdir(), "bernoulli-npy-example.npy");
 * await saveNpy(tensor([[1, 2]]), path);
 * (await loadNpy(path)).toArray(); // → [[1, 2]]
 * await rm(path);
 * ```
 */
export async function loadNpy(path: string, options: LoadOptions = {}): Promise<Tensor> {
  const device = located("loadNpy", path, options);
  return withFile(path, (source) => readNpy(source, device));
}

/**
 * The arrays in a `.npz` file, by their names, compressed or not.
 * See https://numpy.org/doc/stable/reference/generated/numpy.load.html.
 *
 * @throws FormatError as `loadNpy`.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { loadNpz, saveNpz } from "@bernoulli/formats/node";
 * import { tensor } from "@bernoulli/tensor";
 * const path = join(tmpdir(), "bernoulli-npz-example.npz");
 * await saveNpz({ x: tensor([1, 2]), y: tensor([3]) }, path);
 * (await loadNpz(path)).y.toArray(); // → [3]
 * await rm(path);
 * ```
 */
export async function loadNpz(path: string, options: LoadOptions = {}): Promise<Record<string, Tensor>> {
  const device = located("loadNpz", path, options);
  return withFile(path, (source) => readNpz(source, device));
}

/**
 * Writes a `.npy` file, which is there as a whole or as it was before.
 * See https://numpy.org/doc/stable/reference/generated/numpy.save.html.
 *
 * @throws FormatError where the file cannot be written.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { saveNpy } from "@bernoulli/formats/node";
 * import { zeros } from "@bernoulli/tensor";
 * const path = join(tmpdir(), "bernoulli-save-npy-example.npy");
 * await saveNpy(zeros(2, 3), path); // in Python: numpy.load(path)
 * await rm(path);
 * ```
 */
export async function saveNpy(value: Tensor, path: string): Promise<void> {
  checkArgument("saveNpy", "path", path, "string");
  const pieces = planNpy("saveNpy", value);
  await replaceFile(path, () => pieces);
}

/**
 * Writes a `.npz` file, not compressed, which is there as a whole or as it was before.
 * See https://numpy.org/doc/stable/reference/generated/numpy.savez.html.
 *
 * @throws FormatError where the file cannot be written.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { saveNpz } from "@bernoulli/formats/node";
 * import { zeros } from "@bernoulli/tensor";
 * const path = join(tmpdir(), "bernoulli-save-npz-example.npz");
 * await saveNpz({ x: zeros(2, 3) }, path); // in Python: numpy.load(path)["x"]
 * await rm(path);
 * ```
 */
export async function saveNpz(tensors: Readonly<Record<string, Tensor>>, path: string): Promise<void> {
  checkArgument("saveNpz", "path", path, "string");
  const pieces = planNpz("saveNpz", tensors);
  await replaceFile(path, () => pieces);
}
