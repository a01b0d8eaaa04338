// Values into a file of `torch.save`'s, piece by piece: no more than one tensor's elements are in memory twice.

import { ArgumentError, describe, isTensor, type Tensor } from "@bernoulli/tensor";
import { collected, type Pieces } from "../bytes.js";
import { encode, fileDTypeOf, fileDTypes, type WrittenDType } from "../dtypes.js";
import { FormatError, quote } from "../errors.js";
import {
  PickleCall,
  PickleDict,
  PickleGlobal,
  PicklePersistent,
  PickleTuple,
  type PickleValue,
} from "../pickle/values.js";
import { writePickle } from "../pickle/write.js";
import { type ZipInput, zipPieces } from "../zip/write.js";
import type { TorchValue } from "./convert.js";
import { storageOf } from "./dtypes.js";

/** PyTorch's own: so that storages can be mapped into memory. */
const alignment = 64;
/** The version of the layout. */
const version = "3\n";
const deepest = 200;

/**
 * The pieces of a file. Everything is checked, and no element read, before the first.
 *
 * @throws FormatError that calls the file `file`, for what is no such value.
 */
export function planTorch(file: string, value: TorchValue): Pieces {
  const tensors = new Map<Tensor, { readonly key: string; readonly dtype: WrittenDType }>();
  const pickle = writePickle(toPickle(file, value, tensors));
  const known = (name: string, bytes: Uint8Array): ZipInput => ({ name, size: bytes.length, bytes: () => bytes });
  const text = (content: string) => new TextEncoder().encode(content);
  const files: ZipInput[] = [
    known("archive/data.pkl", pickle),
    known("archive/byteorder", text("little")),
    ...[...tensors].map(([tensor, { key, dtype }]) => ({
      name: `archive/data/${key}`,
      size: (tensor.numel() * fileDTypes[dtype].bits) / 8,
      bytes: async () => encode(await tensor.read(), dtype),
    })),
    known("archive/version", text(version)),
  ];
  return zipPieces(files, alignment);
}

function toPickle(
  file: string,
  value: TorchValue,
  tensors: Map<Tensor, { readonly key: string; readonly dtype: WrittenDType }>,
): PickleValue {
  const open = new Set<object>();
  const visit = (part: unknown, path: string): PickleValue => {
    const fail = (message: string) => new FormatError(path === "" ? message : `${quote(path)}: ${message}`, { file });
    if (part === null || typeof part === "boolean" || typeof part === "number") return part;
    if (typeof part === "string") {
      if (/\p{Surrogate}/u.test(part))
        throw fail("a string must be Unicode, and this one has half of a surrogate pair");
      return part;
    }
    if (isTensor(part)) return tensorCall(part, path, fail);
    const prototype: unknown = typeof part === "object" ? Object.getPrototypeOf(part) : undefined;
    const plain = prototype === null || prototype === Object.prototype;
    if (typeof part !== "object" || part === null || !(Array.isArray(part) || plain))
      throw fail(
        `expected null, a boolean, a number, a string, a Tensor, or an array or a plain object of them, but got ${describe(part)}`,
      );
    if (open.has(part)) throw fail("it contains itself");
    if (open.size >= deepest) throw fail(`it is nested more than ${deepest} deep`);
    open.add(part);
    const at = (name: string) => (path === "" ? name : `${path}.${name}`);
    const result = Array.isArray(part)
      ? Array.from(part, (item, index) => visit(item, at(String(index))))
      : dictionary(Object.entries(part), at, fail);
    open.delete(part);
    return result;
  };

  const dictionary = (
    entries: readonly [string, unknown][],
    at: (name: string) => string,
    fail: (message: string) => FormatError,
  ): PickleDict => {
    const dict = new PickleDict();
    // Numbers are what an optimizer's state is kept by in Python; tensors are named by strings even where those are digits.
    const numbered =
      entries.length > 0 && entries.every(([key, item]) => /^(0|[1-9]\d{0,14})$/.test(key) && !isTensor(item));
    for (const [key, item] of entries) {
      if (/\p{Surrogate}/u.test(key)) throw fail("a key must be Unicode, and one has half of a surrogate pair");
      dict.entries.push([numbered ? Number(key) : key, visit(item, at(key))]);
    }
    return dict;
  };

  const tensorCall = (tensor: Tensor, path: string, fail: (message: string) => FormatError): PickleCall => {
    if (tensor.storage.freed) throw fail("the tensor was freed; keep() or clone() it");
    const known = tensors.get(tensor);
    const dtype = known?.dtype ?? fileDTypeOf(path, tensor.dtype);
    const key = known?.key ?? String(tensors.size);
    tensors.set(tensor, { key, dtype });
    const { shape } = tensor;
    const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((all, size) => all * Math.max(size, 1), 1));
    const storage = new PickleTuple([
      "storage",
      new PickleGlobal("torch", storageOf[dtype]),
      key,
      "cpu",
      tensor.numel(),
    ]);
    return new PickleCall(new PickleGlobal("torch._utils", "_rebuild_tensor_v2"), [
      new PicklePersistent(storage),
      0,
      new PickleTuple([...shape]),
      new PickleTuple(strides),
      tensor.requiresGrad && tensor.isLeaf,
      new PickleCall(new PickleGlobal("collections", "OrderedDict"), []),
    ]);
  };
  return visit(value, "");
}

/**
 * The bytes of a file that `torch.load` reads, with `weights_only=True` too: a state dict, an optimizer's, or any dictionaries
 * and lists of tensors, numbers, strings and null. Works in browsers; `saveTorch` of `@bernoulli/formats/node` writes files.
 *
 * int32 stays int32, but for PyTorch's `num_batches_tracked`, which is int64 there. Objects become dicts with string keys; one
 * whose keys are all whole numbers, and whose values are no tensors, gets integers, as an optimizer's state has. A number
 * without a fraction becomes an int. Arrays become lists.
 * See https://docs.pytorch.org/docs/2.15/generated/torch.save.html.
 *
 * @throws FormatError for other values, for tensors that were freed, and for what contains itself.
 * @example
 * ```ts
 * import { deserializeTorch, serializeTorch } from "@bernoulli/formats";
 * import { Linear } from "@bernoulli/nn";
 * const bytes = await serializeTorch({ model: new Linear(3, 2).stateDict(), lr: 0.1 });
 * Object.keys((await deserializeTorch(bytes)) as object); // → ["model", "lr"]
 * ```
 */
export async function serializeTorch(value: TorchValue): Promise<Uint8Array<ArrayBuffer>> {
  if (value === undefined) throw new ArgumentError("serializeTorch: expected a value, such as model.stateDict()");
  return collected(planTorch("PyTorch bytes", value));
}
