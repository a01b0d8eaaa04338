// PyTorch's files on disk. Node only.

import { checkArgument, type Tensor } from "@bernoulli/tensor";
import { withFile } from "../files/open.js";
import { replaceFile } from "../files/replace.js";
import type { TorchValue } from "./convert.js";
import { asStateDict, readTorch, type TorchLoadOptions, torchOptions } from "./read.js";
import { planTorch } from "./write.js";

/**
 * What is in a `.pt` or `.pth` file that `torch.save` wrote; `deserializeTorch` says what is read. Nothing in it is run.
 * See https://docs.pytorch.org/docs/2.15/generated/torch.load.html.
 *
 * @throws FormatError for a file that is missing, is none of PyTorch's, is damaged, or names other objects.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { loadTorch, saveTorch } from "@bernoulli/formats/node";
 * import { tensor } from "@bernoulli/tensor";
 * const path = join(tmpdir(), "bernoulli-torch-example.pt");
 * await saveTorch({ epoch: 3, model: { weight: tensor([1, 2]) } }, path);
 * await loadTorch(path, { at: "epoch" }); // → 3
 * await rm(path);
 * ```
 */
export async function loadTorch(path: string, options: TorchLoadOptions = {}): Promise<TorchValue> {
  checkArgument("loadTorch", "path", path, "string");
  const { device, at } = torchOptions("loadTorch", options);
  return withFile(path, (source) => readTorch(source, device, at));
}

/**
 * The state dict in a `.pt` or `.pth` file: `model.loadStateDict(await loadTorchStateDict(path))`.
 *
 * @throws FormatError as `loadTorch`, and where the file, or the part of it that `at` names, is no state dict.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { loadTorchStateDict, saveTorch } from "@bernoulli/formats/node";
 * import { Linear } from "@bernoulli/nn";
 * const path = join(tmpdir(), "bernoulli-state-dict-example.pth");
 * await saveTorch({ epoch: 3, model: new Linear(3, 2).stateDict() }, path);
 * const model = new Linear(3, 2);
 * model.loadStateDict(await loadTorchStateDict(path, { at: "model" }));
 * await loadTorchStateDict(path); // throws "epoch" is no tensor
 * await rm(path);
 * ```
 */
export async function loadTorchStateDict(
  path: string,
  options: TorchLoadOptions = {},
): Promise<Record<string, Tensor>> {
  return asStateDict(await loadTorch(path, options), path);
}

/**
 * Writes a file that `torch.load` reads; `serializeTorch` says what becomes of the values. The file is there as a whole, or as
 * it was before. The tensors must not change before the promise is settled.
 * See https://docs.pytorch.org/docs/2.15/generated/torch.save.html.
 *
 * @throws FormatError where the file cannot be written, and for values that such a file cannot hold.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { saveTorch } from "@bernoulli/formats/node";
 * import { Linear } from "@bernoulli/nn";
 * const path = join(tmpdir(), "bernoulli-save-example.pt");
 * await saveTorch(new Linear(3, 2).stateDict(), path); // in Python: model.load_state_dict(torch.load(path))
 * await rm(path);
 * ```
 */
export async function saveTorch(value: TorchValue, path: string): Promise<void> {
  checkArgument("saveTorch", "path", path, "string");
  const pieces = planTorch(path, value);
  await replaceFile(path, () => pieces);
}
