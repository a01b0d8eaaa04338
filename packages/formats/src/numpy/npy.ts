// NumPy's arrays: one in a `.npy` file, several by their names in a `.npz` archive.

import { ArgumentError, checkOptions, type Device, describe, isTensor, type Tensor, tensor } from "@bernoulli/tensor";
import { type Bytes, collected, type Pieces, viewOf } from "../bytes.js";
import { encode, fileDTypeOf, fileDTypes } from "../dtypes.js";
import { FormatError } from "../errors.js";
import { type LoadOptions, locationOf } from "../location.js";
import { type ByteSource, bytesAsSource } from "../source.js";
import { readZipDirectory, readZipEntry } from "../zip/read.js";
import { zipPieces } from "../zip/write.js";
import { npyHeader, readNpyHeader } from "./header.js";

/** The tensor of one file. */
export async function readNpy(source: ByteSource, device: Device | null): Promise<Tensor> {
  const fail = (message: string, cause?: unknown) => new FormatError(message, { file: source.name, cause });
  const { dtype, bigEndian, fortranOrder, shape, begin } = await readNpyHeader(source);
  const { bits, decode } = fileDTypes[dtype];
  if (decode === null) throw fail(`elements of ${dtype} have no counterpart here`);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(source.size - begin);
  } catch (cause) {
    throw fail(`there is no room for its ${source.size - begin} bytes`, cause);
  }
  await source.read(begin, bytes);
  if (bigEndian) swapBytes(bytes, bits / 8);
  const options = device === null ? { dtype: decode.dtype } : { dtype: decode.dtype, device };
  try {
    const flat = tensor(decode.elements(bytes.buffer), options);
    if (!fortranOrder || shape.length < 2) return flat.view(shape);
    const columns = flat.view([...shape].reverse()).permute(shape.map((_, axis) => shape.length - 1 - axis));
    const rows = columns.contiguous();
    // An array of one column is in rows as it is.
    if (rows.storage !== columns.storage) flat.dispose();
    return rows;
  } catch (error) {
    if (error instanceof RangeError) throw fail(error.message);
    throw error;
  }
}

function swapBytes(bytes: Uint8Array, width: number): void {
  for (let at = 0; at < bytes.length; at += width) bytes.subarray(at, at + width).reverse();
}

/** The tensors of an archive, by their names without ".npy". */
export async function readNpz(source: ByteSource, device: Device | null): Promise<Record<string, Tensor>> {
  const made: [string, Tensor][] = [];
  try {
    for (const [name, entry] of await readZipDirectory(source)) {
      if (!name.endsWith(".npy"))
        throw new FormatError(`expected .npy files in the archive, got ${JSON.stringify(name.slice(0, 100))}`, {
          file: source.name,
        });
      const bytes = await readZipEntry(source, entry);
      const value = await readNpy(bytesAsSource(bytes, `${source.name}, ${name}`), device);
      made.push([name.slice(0, -".npy".length), value]);
    }
    return Object.fromEntries(made);
  } catch (error) {
    for (const [, value] of made) value.dispose();
    throw error;
  }
}

function npyPieces(value: Tensor, name: string): Pieces {
  const dtype = fileDTypeOf(name, value.dtype);
  const header = npyHeader(dtype, value.shape);
  return {
    size: header.length + (value.numel() * fileDTypes[dtype].bits) / 8,
    async *[Symbol.asyncIterator]() {
      yield header;
      yield encode(await value.read(), dtype);
    },
  };
}

/** The pieces of a `.npy` file. */
export function planNpy(owner: string, value: Tensor): Pieces {
  if (!isTensor(value)) throw new ArgumentError(`${owner}: expected a Tensor, but got ${describe(value)}`);
  return npyPieces(value, "");
}

/** The pieces of a `.npz` file, uncompressed. */
export function planNpz(owner: string, tensors: Readonly<Record<string, Tensor>>): Pieces {
  const entries = typeof tensors === "object" && tensors !== null && !isTensor(tensors) ? Object.entries(tensors) : [];
  const wrong = entries.find(([, value]) => !isTensor(value));
  if (entries.length === 0 || wrong !== undefined)
    throw new ArgumentError(
      `${owner}: expected tensors by their names, such as { x, y }, but got ${wrong === undefined ? describe(tensors) : `${wrong[0]} of ${describe(wrong[1])}`}`,
    );
  return zipPieces(
    entries.map(([name, value]) => {
      const pieces = npyPieces(value, name);
      return { name: `${name}.npy`, size: pieces.size, bytes: () => collected(pieces) };
    }),
  );
}

/**
 * The array in the bytes of a `.npy` file, as `numpy.save` writes it. float16 widens to float32; integers become int32 if every
 * element fits; arrays of columns first are turned into rows. Objects are refused: they are pickles.
 * See https://numpy.org/doc/stable/reference/generated/numpy.load.html.
 *
 * @throws FormatError for what is no such file, is damaged, or has elements without a counterpart here.
 * @example
 * ```ts
 * import { deserializeNpy, serializeNpy } from "@bernoulli/formats";
 * import { tensor } from "@bernoulli/tensor";
 * const array = await deserializeNpy(await serializeNpy(tensor([[1, 2], [3, 4]])));
 * array.toArray(); // → [[1, 2], [3, 4]]
 * ```
 */
export async function deserializeNpy(bytes: Bytes, options: LoadOptions = {}): Promise<Tensor> {
  checkOptions("deserializeNpy", options, ["device", "mapLocation"]);
  const device = locationOf("deserializeNpy", options);
  return readNpy(bytesAsSource(await viewOf("deserializeNpy", bytes), "NumPy bytes"), device);
}

/**
 * The arrays in the bytes of a `.npz` file, as `numpy.savez` and `savez_compressed` write it, by their names.
 * See https://numpy.org/doc/stable/reference/generated/numpy.load.html.
 *
 * @throws FormatError for what is no such file, is damaged, or has elements without a counterpart here.
 * @example
 * ```ts
 * import { deserializeNpz, serializeNpz } from "@bernoulli/formats";
 * import { tensor } from "@bernoulli/tensor";
 * const { x } = await deserializeNpz(await serializeNpz({ x: tensor([1, 2]), y: tensor([3]) }));
 * x.toArray(); // → [1, 2]
 * ```
 */
export async function deserializeNpz(bytes: Bytes, options: LoadOptions = {}): Promise<Record<string, Tensor>> {
  checkOptions("deserializeNpz", options, ["device", "mapLocation"]);
  const device = locationOf("deserializeNpz", options);
  return readNpz(bytesAsSource(await viewOf("deserializeNpz", bytes), "NumPy bytes"), device);
}

/**
 * The bytes of a `.npy` file, as `numpy.save` writes them: float32, float64, int32, uint8 and bool by their own names.
 * See https://numpy.org/doc/stable/reference/generated/numpy.save.html.
 *
 * @throws ArgumentError for what is no tensor.
 * @example
 * ```ts
 * import { serializeNpy } from "@bernoulli/formats";
 * import { zeros } from "@bernoulli/tensor";
 * (await serializeNpy(zeros(2, 3))).length; // → 152
 * ```
 */
export async function serializeNpy(value: Tensor): Promise<Uint8Array<ArrayBuffer>> {
  return collected(planNpy("serializeNpy", value));
}

/**
 * The bytes of a `.npz` file of some tensors, as `numpy.savez` writes them: not compressed.
 * See https://numpy.org/doc/stable/reference/generated/numpy.savez.html.
 *
 * @throws ArgumentError for what are no tensors by their names.
 * @example
 * ```ts
 * import { deserializeNpz, serializeNpz } from "@bernoulli/formats";
 * import { zeros } from "@bernoulli/tensor";
 * Object.keys(await deserializeNpz(await serializeNpz({ x: zeros(2), y: zeros(3) }))); // → ["x", "y"]
 * ```
 */
export async function serializeNpz(tensors: Readonly<Record<string, Tensor>>): Promise<Uint8Array<ArrayBuffer>> {
  return collected(planNpz("serializeNpz", tensors));
}
