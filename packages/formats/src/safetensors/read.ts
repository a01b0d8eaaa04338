// Tensors out of a safetensors source, one after another: no more than one of them is in memory twice.

import { checkOptions, type Device, type DType, type Tensor, type TypedArray, tensor } from "@bernoulli/tensor";
import { type Bytes, viewOf } from "../bytes.js";
import { fileDTypes } from "../dtypes.js";
import { FormatError } from "../errors.js";
import { type LoadOptions, locationOf } from "../location.js";
import { type ByteSource, bytesAsSource } from "../source.js";
import { readHeader, type TensorEntry } from "./header.js";

/** What a tensor of a file holds, before it is one of ours. */
export interface Elements {
  readonly dtype: DType;
  readonly elements: TypedArray;
}

async function readElements(source: ByteSource, key: string, entry: TensorEntry): Promise<Elements> {
  const fail = (message: string) => new FormatError(message, { file: source.name, key });
  const { decode } = fileDTypes[entry.dtype];
  if (decode === null) {
    throw fail(
      `dtype ${entry.dtype} has no counterpart here; convert it in Python, as by .to(torch.float32), and save again`,
    );
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(entry.byteLength);
  } catch (cause) {
    throw new FormatError(`there is no room for its ${entry.byteLength} bytes`, { file: source.name, key, cause });
  }
  await source.read(entry.begin, bytes);
  try {
    return { dtype: decode.dtype, elements: decode.elements(bytes.buffer) };
  } catch (error) {
    if (error instanceof RangeError) throw fail(error.message);
    throw error;
  }
}

/** Reads the tensors of some entries. Where one fails, those before it are freed. */
export async function readTensors(
  source: ByteSource,
  entries: readonly (readonly [key: string, entry: TensorEntry])[],
  device: Device | null = null,
): Promise<Record<string, Tensor>> {
  const made: [string, Tensor][] = [];
  try {
    for (const [key, entry] of entries) {
      const { dtype, elements } = await readElements(source, key, entry);
      const flat = tensor(elements, device === null ? { dtype } : { dtype, device });
      made.push([key, flat.view(entry.shape)]);
    }
    // Not by assignment, which would take the key "__proto__" for something else.
    return Object.fromEntries(made);
  } catch (error) {
    for (const [, value] of made) value.dispose();
    throw error;
  }
}

/**
 * The tensors in the bytes of a safetensors file, by their keys. Works in browsers; `loadFile` of
 * `@bernoulli/formats/node` reads files.
 *
 * F32, F64, I32, U8 and BOOL are ours. F16 and BF16 widen to float32; I8, I16, U16 to int32, and so do U32, I64 and U64
 * if every element fits. The tensors belong to the scope around the call, as any others.
 * See https://huggingface.co/docs/safetensors/api/torch#safetensors.torch.load.
 *
 * @param bytes An ArrayBuffer, any view of one, a Blob, such as a file that somebody chose, or what `await fetch(…)` gave.
 * @throws FormatError for whatever the format forbids, for other dtypes, and for integers beyond int32.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { deserialize, serialize } from "@bernoulli/formats";
 * const bytes = await serialize({ weight: tensor([[1, 2], [3, 4]]) });
 * const { weight } = await deserialize(bytes);
 * weight.toArray(); // → [[1, 2], [3, 4]]
 * ```
 */
export async function deserialize(bytes: Bytes, options: LoadOptions = {}): Promise<Record<string, Tensor>> {
  checkOptions("deserialize", options, ["device", "mapLocation"]);
  const device = locationOf("deserialize", options);
  const source = bytesAsSource(await viewOf("deserialize", bytes), "safetensors bytes");
  const { tensors } = await readHeader(source);
  return readTensors(source, Object.entries(tensors), device);
}
