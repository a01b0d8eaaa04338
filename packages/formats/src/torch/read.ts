// PyTorch's files: zip archives, as `torch.save` writes them, and the pickles in a row of versions before 1.6.

import { checkOptions, type Device, isTensor, type Tensor, type TypedArray, tensor } from "@bernoulli/tensor";
import { type Bytes, viewOf } from "../bytes.js";
import { type FileDType, fileDTypes } from "../dtypes.js";
import { FormatError } from "../errors.js";
import { type LoadOptions, locationOf } from "../location.js";
import type { PickleValue } from "../pickle/values.js";
import { type ByteSource, bytesAsSource } from "../source.js";
import { openArchive } from "./archive.js";
import { convert, partOf, type TorchValue } from "./convert.js";
import { openLegacy } from "./legacy.js";
import { checkSameStorage, convertIt, gather, type StorageReference, type TensorReference } from "./storage.js";

export interface TorchLoadOptions extends LoadOptions {
  /**
   * Which part of the file: the keys that lead to it, with dots between, as "state_dict". Keys may have dots of their own, as in
   * "state_dict.layer1.0.weight". What is beside the part may be anything.
   */
  readonly at?: string;
}

/** A file whose pickle is read, and whose storages are there to be. */
export interface TorchFile {
  readonly value: PickleValue;
  /** The bytes of a storage, checked to be as many as it says. */
  storage(reference: StorageReference, dtype: FileDType): Promise<Uint8Array<ArrayBuffer>>;
}

/** What is in a source; the options are checked already. */
export async function readTorch(
  source: ByteSource,
  device: Device | null,
  at: string | undefined,
): Promise<TorchValue> {
  const start = new Uint8Array(Math.min(2, source.size));
  await source.read(0, start);
  const isZip = start[0] === 0x50 && start[1] === 0x4b;
  const file = await (isZip ? openArchive(source) : openLegacy(source));
  const value = at === undefined ? file.value : partOf(file.value, at.split("."), source.name);

  // Once to see which tensors there are, and once to put them where they belong.
  const found = new Map<string, TensorReference[]>();
  convert(value, {
    file: source.name,
    tensor: (reference) => {
      const { key } = reference.storage;
      const all = found.get(key);
      if (all === undefined) found.set(key, [reference]);
      else all.push(reference);
      return null;
    },
  });
  const made = new Map<string, Tensor>();
  try {
    for (const references of found.values()) {
      checkSameStorage(references, source.name);
      const elements = new Map<FileDType, TypedArray>();
      for (const reference of references) {
        const name = nameOf(reference);
        if (made.has(name)) continue;
        made.set(name, await makeTensor(source, file, reference, elements, device));
      }
    }
    return convert(value, { file: source.name, tensor: (reference) => made.get(nameOf(reference))! });
  } catch (error) {
    for (const value of made.values()) value.dispose();
    throw error;
  }
}

/** Tensors of one name are one: two names of one parameter, as of tied weights, stay so. */
const nameOf = ({ storage, dtype, offset, shape, strides, requiresGrad }: TensorReference) =>
  JSON.stringify([storage.key, dtype, offset, shape, strides, requiresGrad]);

async function makeTensor(
  source: ByteSource,
  file: TorchFile,
  reference: TensorReference,
  elementsOf: Map<FileDType, TypedArray>,
  device: Device | null,
): Promise<Tensor> {
  const { storage, dtype } = reference;
  const { decode } = fileDTypes[dtype];
  if (decode === null)
    throw new FormatError(`storage ${storage.key}: dtype ${dtype} has no counterpart here; ${convertIt}`, {
      file: source.name,
    });
  if (reference.requiresGrad && !decode.dtype.startsWith("float"))
    throw new FormatError(`storage ${storage.key}: a tensor of ${dtype} is said to require a gradient`, {
      file: source.name,
    });
  let elements = elementsOf.get(dtype);
  if (elements === undefined) {
    const bytes = await file.storage(storage, dtype);
    try {
      elements = decode.elements(bytes.buffer);
    } catch (error) {
      if (error instanceof RangeError)
        throw new FormatError(`storage ${storage.key}: ${error.message}`, { file: source.name });
      throw error;
    }
    elementsOf.set(dtype, elements);
  }
  const placed = device === null ? { dtype: decode.dtype } : { dtype: decode.dtype, device };
  const flat = tensor(gather(elements, reference), placed);
  const result = flat.view(reference.shape);
  return reference.requiresGrad ? result.detach().requiresGrad_() : result;
}

/**
 * What `torch.save` wrote, from its bytes: a state dict, a checkpoint of several, or lists of tensors. Works in browsers;
 * `loadTorch` of `@bernoulli/formats/node` reads files.
 *
 * Of Python's objects only tensors, parameters, dictionaries (`OrderedDict`, `defaultdict` and `Counter` among them), `torch.Size`, dtypes
 * and devices are known, much as with `torch.load(weights_only=True)`; a file that names anything else is refused, and nothing in it is
 * ever run. Tuples become arrays, dicts become objects, whose integer keys are strings here. float16 and bfloat16 widen to float32,
 * integers become int32 if each fits. Tensors that are one in the file are one here; views of one storage are copies of their own.
 * See https://docs.pytorch.org/docs/2.15/generated/torch.load.html.
 *
 * @throws FormatError for what is no such file, what is damaged, and objects that are not known.
 * @example
 * ```ts
 * import { deserializeTorch, serializeTorch } from "@bernoulli/formats";
 * import { tensor } from "@bernoulli/tensor";
 * const bytes = await serializeTorch({ epoch: 3, model: { weight: tensor([1, 2]) } });
 * const { weight } = (await deserializeTorch(bytes, { at: "model" })) as { weight: { toArray(): unknown } };
 * weight.toArray(); // → [1, 2]
 * ```
 */
export async function deserializeTorch(bytes: Bytes, options: TorchLoadOptions = {}): Promise<TorchValue> {
  const { device, at } = torchOptions("deserializeTorch", options);
  return readTorch(bytesAsSource(await viewOf("deserializeTorch", bytes), "PyTorch bytes"), device, at);
}

export function torchOptions(owner: string, options: TorchLoadOptions) {
  checkOptions(owner, options, ["device", "mapLocation", "at"]);
  return { device: locationOf(owner, options), at: options.at };
}

/**
 * The same value as a state dict: tensors by their names.
 *
 * @throws FormatError that says what else is there, and how to name a part of it; the value's tensors are freed then.
 */
export function asStateDict(value: TorchValue, file: string): Record<string, Tensor> {
  const entries =
    typeof value === "object" && value !== null && !isTensor(value) && !Array.isArray(value)
      ? Object.entries(value)
      : null;
  const other = entries?.find(([, item]) => !isTensor(item));
  if (entries !== null && other === undefined) return Object.fromEntries(entries as [string, Tensor][]);
  disposeAll(value);
  throw new FormatError(
    other === undefined
      ? "expected a state dict, tensors by their names"
      : `expected a state dict, but ${JSON.stringify(other[0])} is no tensor; give the part that is one, as { at: "state_dict" }`,
    { file },
  );
}

function disposeAll(value: TorchValue): void {
  if (isTensor(value)) value.dispose();
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) disposeAll(item);
}
