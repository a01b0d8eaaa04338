// The tensors that a PyTorch file names, and their elements out of a storage's bytes. Not where those lie (archive.ts, legacy.ts).

import type { TypedArray } from "@bernoulli/tensor";
import { type FileDType, fileDTypes } from "../dtypes.js";
import { FormatError } from "../errors.js";
import { PickleGlobal, PicklePersistent, PickleTuple, type PickleValue } from "../pickle/values.js";
import { storages } from "./dtypes.js";

/** A storage as a tensor names it. */
export interface StorageReference {
  /** Its name in the file. */
  readonly key: string;
  /** Of its elements; null where the tensor says it. */
  readonly dtype: FileDType | null;
  /** How many elements it has: of bytes, where it has no dtype. */
  readonly count: number;
}

/** A tensor as a file names it: a view of a storage. */
export interface TensorReference {
  readonly storage: StorageReference;
  readonly dtype: FileDType;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly requiresGrad: boolean;
}

/** What to do where a dtype has no counterpart here. */
export const convertIt = "convert it in Python, as by .to(torch.float32), and save again";

const isCount = (value: PickleValue): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

/** The sizes or strides that a tuple or a list says. */
export function countsOf(value: PickleValue): readonly number[] | null {
  const items = value instanceof PickleTuple ? value.items : value;
  return Array.isArray(items) && items.length <= 64 && items.every(isCount) ? items : null;
}

/**
 * The storage that a reference means: `("storage", torch.FloatStorage, "0", "cpu", 12)`, in old files with a view of another
 * storage behind it, which is refused unless there is none.
 */
export function storageReference(value: PickleValue, file: string): StorageReference {
  const fail = (message: string) => new FormatError(message, { file });
  const id = value instanceof PicklePersistent && value.id instanceof PickleTuple ? value.id.items : [];
  const [kind, type, key, , count, view] = id;
  if (kind !== "storage" || !(type instanceof PickleGlobal) || typeof key !== "string" || !isCount(count!))
    throw fail("a storage is named by what is no reference to one");
  if (view !== undefined && view !== null)
    throw fail(`storage ${key} is a view of another, which PyTorch no longer writes`);
  const untyped = type.name === "UntypedStorage";
  const known = type.module === "torch" || type.module === "torch.storage";
  if (!known || !(untyped || Object.hasOwn(storages, type.name)))
    throw fail(`storage ${key} is of the type ${type}, which has no counterpart here; ${convertIt}`);
  return { key, dtype: untyped ? null : storages[type.name]!, count };
}

/** @throws FormatError where tensors name one storage, and say that it is of different sizes. */
export function checkSameStorage(references: readonly TensorReference[], file: string): void {
  const bytesOf = ({ count, dtype }: StorageReference) =>
    dtype === null ? count : (count * fileDTypes[dtype].bits) / 8;
  const [first] = references;
  const other = references.find(({ storage }) => bytesOf(storage) !== bytesOf(first!.storage));
  if (other !== undefined)
    throw new FormatError(
      `storage ${first!.storage.key} is said to have ${bytesOf(first!.storage)} bytes, and ${bytesOf(other.storage)}`,
      { file },
    );
}

/** Expanded tensors, whose storage has fewer elements than they, are written out up to so many. */
const mostExpanded = 2 ** 24;

const product = (sizes: readonly number[]) => sizes.reduce((all, size) => all * size, 1);

/** @throws FormatError for a tensor that its storage does not hold. */
export function checkTensor({ storage, dtype, offset, shape, strides }: TensorReference, file: string): void {
  const fail = (message: string) => new FormatError(message, { file });
  const count = product(shape);
  const elements = storage.dtype === null ? Math.floor((storage.count * 8) / fileDTypes[dtype].bits) : storage.count;
  if (shape.length !== strides.length) throw fail(`a tensor of shape [${shape}] has the strides [${strides}]`);
  const last = count === 0 ? -1 : shape.reduce((sum, size, axis) => sum + (size - 1) * strides[axis]!, offset);
  if (!Number.isSafeInteger(count) || last >= elements)
    throw fail(
      `a tensor of shape [${shape}] and strides [${strides}] from ${offset} on leads beyond its storage of ${elements} elements`,
    );
  if (count > Math.max(elements, mostExpanded))
    throw fail(
      `a tensor of shape [${shape}] is expanded from ${elements} elements; save what .contiguous() gives of a part of it`,
    );
}

/**
 * A tensor's elements in order, out of those of its storage.
 *
 * @param elements the whole storage's, or a copy that may be given on
 */
export function gather(elements: TypedArray, { offset, shape, strides }: TensorReference): TypedArray {
  const count = product(shape);
  const contiguous = shape.every((size, axis) => size === 1 || strides[axis] === product(shape.slice(axis + 1)));
  if (contiguous || count === 0) return elements.subarray(count === 0 ? 0 : offset, count === 0 ? 0 : offset + count);
  const result = new (elements.constructor as new (length: number) => TypedArray)(count);
  const index = shape.map(() => 0);
  let from = offset;
  for (let at = 0; at < count; at++) {
    result[at] = elements[from]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += strides[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      from -= strides[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return result;
}
