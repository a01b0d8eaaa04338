// Tensors into the bytes of a safetensors file, piece by piece: no more than one tensor is in memory twice.

import { ArgumentError, checkArgument, checkOptions, describe, isTensor, type Tensor } from "@bernoulli/tensor";
import { encode, fileDTypes, type NarrowFloats, narrowDTypeOf } from "../dtypes.js";
import { FormatError, quote } from "../errors.js";
import { lengthBytes, maxHeaderBytes } from "./header.js";
import { metadataKey } from "./parser.js";

/** A file that is to be written: everything is checked, and no element read. */
export interface WritePlan {
  /** The bytes of the whole file. */
  readonly byteLength: number;
  /** The file's bytes, in order; reads each tensor as its turn comes. */
  pieces(): AsyncGenerator<Uint8Array>;
}

/** @throws FormatError that calls the file `file`, for what the format cannot hold. */
export function planWrite(
  file: string,
  tensors: Readonly<Record<string, Tensor>>,
  metadata: Readonly<Record<string, string>>,
  floats: NarrowFloats | null = null,
): WritePlan {
  for (const [name, value] of Object.entries(metadata)) {
    if (typeof value !== "string" || !isUnicode(name) || !isUnicode(value))
      throw new FormatError(`metadata maps strings to strings, but ${quote(name)} is ${typeof value}`, { file });
  }
  // Larger elements first, so that all are aligned to their size; else in the order given.
  const list = Object.entries(tensors)
    .map(([key, value]) => ({ key, value, dtype: checkedDType(file, key, value, floats) }))
    .sort((a, b) => fileDTypes[b.dtype].bits - fileDTypes[a.dtype].bits);
  let end = 0;
  const entries = list.map(({ key, value, dtype }): [string, object] => {
    const begin = end;
    end += (value.numel() * fileDTypes[dtype].bits) / 8;
    return [key, { dtype, shape: value.shape, data_offsets: [begin, end] }];
  });
  const withMetadata = Object.keys(metadata).length > 0 ? [[metadataKey, metadata] as const, ...entries] : entries;
  const header = headerBytes(file, withMetadata);
  return {
    byteLength: header.length + end,
    async *pieces() {
      yield header;
      for (const { key, value, dtype } of list) {
        try {
          yield encode(await value.read(), dtype);
        } catch (error) {
          if (error instanceof RangeError) throw new FormatError(error.message, { file, key });
          throw error;
        }
      }
    },
  };
}

/** The length and the text, which spaces fill up so that the data begin at a multiple of 8. */
function headerBytes(file: string, entries: readonly (readonly [string, object])[]): Uint8Array {
  // Not JSON.stringify of one object: it would put keys such as "0" first.
  const members = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  const text = new TextEncoder().encode(`{${members.join(",")}}`);
  const length = Math.ceil(text.length / 8) * 8;
  if (length > maxHeaderBytes) {
    throw new FormatError(
      `the header would have ${length} bytes, where the format allows ${maxHeaderBytes}; put what is long into tensors`,
      { file },
    );
  }
  const bytes = new Uint8Array(lengthBytes + length).fill(0x20);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length), true);
  bytes.set(text, lengthBytes);
  return bytes;
}

function checkedDType(file: string, key: string, value: unknown, floats: NarrowFloats | null) {
  const fail = (message: string) => new FormatError(message, { file, key });
  if (key === metadataKey) throw fail("the format keeps this key for metadata; give the tensor another");
  if (!isUnicode(key)) throw fail("a key must be Unicode, and this one has half of a surrogate pair");
  if (!isTensor(value)) throw fail(`expected a Tensor, got ${value === null ? "null" : typeof value}`);
  if (value.storage.freed) throw fail("it was freed; keep() or clone() it");
  return narrowDTypeOf(key, value.dtype, floats);
}

export interface SaveOptions {
  /** float32 and float64 are rounded to it; what it cannot hold is refused. Default: they stay as they are. */
  readonly floats?: NarrowFloats;
}

/** @throws ArgumentError for options that are none. */
export function floatsOf(owner: string, options: SaveOptions): NarrowFloats | null {
  checkOptions(owner, options, ["floats"]);
  const { floats } = options;
  if (floats === undefined || floats === "float16" || floats === "bfloat16") return floats ?? null;
  throw new ArgumentError(`${owner}: floats must be "float16" or "bfloat16", but got ${describe(floats)}`);
}

/** Throws unless these are tensors by their names, and strings by theirs. */
export function checkNamed(owner: string, tensors: unknown, metadata: unknown): void {
  checkArgument(owner, "metadata", metadata, "object");
  const prototype: unknown =
    typeof tensors === "object" && tensors !== null ? Object.getPrototypeOf(tensors) : undefined;
  if (prototype === null || prototype === Object.prototype) return;
  throw new ArgumentError(
    `${owner}: expected tensors by their names, such as { weight } or model.stateDict(), but got ${describe(tensors)}`,
  );
}

const isUnicode = (text: string) => !/\p{Surrogate}/u.test(text);

/**
 * The bytes of a safetensors file of the given tensors. Works in browsers; `saveFile` of `@bernoulli/formats/node`
 * writes files. float32, float64, int32, uint8 and bool become F32, F64, I32, U8 and BOOL; an int32 tensor whose name is
 * PyTorch's `num_batches_tracked` becomes I64, as it is there.
 * See https://huggingface.co/docs/safetensors/api/torch#safetensors.torch.save.
 *
 * @param metadata the file's own strings, such as `{ format: "pt" }`
 * @param options `{ floats: "bfloat16" }` rounds floats to half their bytes
 * @throws FormatError for a key that is `__metadata__`, and for what is no tensor or was freed.
 * @example
 * ```ts
 * import { Linear } from "@bernoulli/nn";
 * import { deserialize, serialize } from "@bernoulli/formats";
 * const bytes = await serialize(new Linear(3, 2).stateDict(), { format: "pt" });
 * Object.keys(await deserialize(bytes)); // → ["weight", "bias"]
 * ```
 */
export async function serialize(
  tensors: Readonly<Record<string, Tensor>>,
  metadata: Readonly<Record<string, string>> = {},
  options: SaveOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  checkNamed("serialize", tensors, metadata);
  const plan = planWrite("safetensors bytes", tensors, metadata, floatsOf("serialize", options));
  const result = new Uint8Array(plan.byteLength);
  let at = 0;
  for await (const piece of plan.pieces()) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}
