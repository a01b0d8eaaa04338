// ONNX models on disk. Node only.

import { checkArgument, type Tensor } from "@bernoulli/tensor";
import { replaceFile } from "../files/replace.js";
import { type OnnxModule, type OnnxOptions, writeOnnx } from "./export.js";

/**
 * Writes a net as an ONNX model; `exportOnnx` says what of it. The file is there as a whole or as it was before.
 *
 * @throws FormatError where the file cannot be written, and for ops without a counterpart; ArgumentError for a net in training mode.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { saveOnnx } from "@bernoulli/formats/node";
 * import { Linear } from "@bernoulli/nn";
 * import { zeros } from "@bernoulli/tensor";
 * const path = join(tmpdir(), "bernoulli-example.onnx");
 * await saveOnnx(new Linear(3, 2).eval(), zeros(1, 3), path);
 * await rm(path);
 * ```
 */
export async function saveOnnx(
  model: OnnxModule,
  inputs: Tensor | readonly Tensor[],
  path: string,
  options: OnnxOptions = {},
): Promise<void> {
  checkArgument("saveOnnx", "path", path, "string");
  await replaceFile(path, writeOnnx("saveOnnx", path, model, inputs, options));
}
