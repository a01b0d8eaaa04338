// What a PyTorch file's pickle means: tensors, numbers, strings, lists and dictionaries. All else is refused: nothing is built
// but these, so that a file can do no more than be wrong.

import type { Tensor } from "@bernoulli/tensor";
import { FormatError, quote } from "../errors.js";
import {
  PickleCall,
  PickleDict,
  PickleGlobal,
  PicklePersistent,
  PickleTuple,
  type PickleValue,
} from "../pickle/values.js";
import { dtypes } from "./dtypes.js";
import { checkTensor, convertIt, countsOf, storageReference, type TensorReference } from "./storage.js";

/** What a file of PyTorch's holds: Python's None, bool, int, float and str, its lists and tuples, its dicts, and tensors. */
export type TorchValue =
  | null
  | boolean
  | number
  | string
  | Tensor
  | readonly TorchValue[]
  | { readonly [key: string]: TorchValue };

/** Deeper than any state dict, and not so deep that the stack ends. */
const deepest = 200;

export interface Conversion {
  readonly file: string;
  /** What stands for a tensor. */
  tensor(reference: TensorReference, path: string): TorchValue;
}

/** A value as ours. What stands in two places is made once. */
export function convert(value: PickleValue, conversion: Conversion): TorchValue {
  const made = new Map<object, TorchValue>();
  const open = new Set<object>();

  const visit = (part: PickleValue, path: string, depth: number): TorchValue => {
    const fail = (message: string) =>
      new FormatError(path === "" ? message : `${quote(path)}: ${message}`, { file: conversion.file });
    if (part === null || typeof part === "boolean" || typeof part === "number" || typeof part === "string") return part;
    if (typeof part === "bigint")
      throw fail(`the integer ${String(part).slice(0, 40)} is none that a number here can hold`);
    if (part instanceof Uint8Array) throw fail("bytes are not read: only tensors, numbers, strings, lists and dicts");
    if (part instanceof PickleGlobal) return nameOf(part) ?? refuse(part, fail);
    const known = made.get(part);
    if (known !== undefined) return known;
    if (open.has(part)) throw fail("it contains itself");
    if (depth > deepest) throw fail(`it is nested more than ${deepest} deep`);
    open.add(part);
    const result = build(part, path, depth + 1, fail);
    open.delete(part);
    made.set(part, result);
    return result;
  };

  const build = (
    part: PickleValue[] | PickleTuple | PickleDict | PicklePersistent | PickleCall,
    path: string,
    depth: number,
    fail: (message: string) => FormatError,
  ): TorchValue => {
    const list = (items: readonly PickleValue[]) =>
      items.map((item, index) => visit(item, path === "" ? String(index) : `${path}.${index}`, depth));
    if (Array.isArray(part)) return list(part);
    if (part instanceof PickleTuple) return list(part.items);
    if (part instanceof PickleDict) return dictionary(part.entries, path, depth, fail);
    if (part instanceof PicklePersistent) throw fail("a storage without a tensor is not read");
    const { callable } = part;
    if (!(callable instanceof PickleGlobal)) throw fail("it calls what has no name");
    const name = String(callable);
    const entries = entriesOf(part);
    if (entries !== null) return dictionary(entries, path, depth, fail);
    if (part.entries.length > 0 || part.items.length > 0) return refuse(callable, fail);
    const reference = tensorOf(name, part, fail);
    if (reference !== null) return conversion.tensor(reference, path);
    const [first] = part.args;
    if (name === "torch.Size" && part.args.length === 1) {
      const sizes = countsOf(first!);
      if (sizes !== null) return [...sizes];
    }
    if (name === "torch.device" && typeof first === "string") {
      const index = part.args[1];
      return typeof index === "number" ? `${first}:${index}` : first;
    }
    return refuse(callable, fail);
  };

  const dictionary = (
    entries: readonly [key: PickleValue, value: PickleValue][],
    path: string,
    depth: number,
    fail: (message: string) => FormatError,
  ): TorchValue => {
    // A key that is set again is overwritten, as in Python; an int and a string of one text are not one key there.
    const kinds = new Map<string, string>();
    const result = new Map<string, TorchValue>();
    for (const [key, item] of entries) {
      if (!(typeof key === "string" || (typeof key === "number" && Number.isInteger(key))))
        throw fail("a key of a dict is neither a string nor an integer");
      const name = String(key);
      if ((kinds.get(name) ?? typeof key) !== typeof key)
        throw fail(`it has the key ${quote(name)} as a string and as a number, which objects here do not tell apart`);
      kinds.set(name, typeof key);
      result.set(name, visit(item, path === "" ? name : `${path}.${name}`, depth));
    }
    // Not by assignment, which would take the key "__proto__" for something else.
    return Object.fromEntries(result);
  };

  const tensorOf = (name: string, part: PickleCall, fail: (message: string) => FormatError): TensorReference | null => {
    const { args } = part;
    const inner = (call: PickleCall) =>
      call.callable instanceof PickleGlobal ? tensorOf(String(call.callable), call, fail) : null;
    // What somebody has set on a tensor, such as a tag, is left behind.
    if (/^torch\._utils\._rebuild_parameter(_with_state)?$/.test(name) && args[0] instanceof PickleCall) {
      const data = inner(args[0]);
      return data === null ? null : { ...data, requiresGrad: args[1] === true };
    }
    if (name === "torch._tensor._rebuild_from_type_v2") {
      const [builder, type, own] = args;
      const isPlain = type instanceof PickleGlobal && plainTensors.includes(String(type));
      return isPlain && own instanceof PickleTuple ? inner(new PickleCall(builder!, own.items)) : null;
    }
    const form = /^torch\._utils\._rebuild_tensor(_v[23])?$/.exec(name);
    if (form === null) return null;
    const [storage, offset, size, stride, requiresGrad = false] = args;
    const [shape, strides] = [countsOf(size ?? null), countsOf(stride ?? null)];
    if (typeof offset !== "number" || offset < 0 || !Number.isSafeInteger(offset) || shape === null || strides === null)
      throw fail("a tensor is named by other numbers than tensors have");
    const named = storageReference(storage!, conversion.file);
    const own = form[1] === "_v3" ? dtypeOf(args[6]) : named.dtype;
    if (own === null)
      throw fail(
        form[1] === "_v3" && args[6] instanceof PickleGlobal
          ? `dtype ${args[6]} has no counterpart here; ${convertIt}`
          : "a tensor has no dtype",
      );
    // Bits that change what the elements mean: their signs, or those of their imaginary parts.
    const metadata = args[form[1] === "_v3" ? 7 : 6] ?? null;
    const bits = metadata instanceof PickleDict ? metadata.entries.filter(([, value]) => value !== false) : [];
    if (bits.length > 0 || !(metadata === null || metadata instanceof PickleDict))
      throw fail(
        `a tensor has the mark ${quote(String(bits[0]?.[0]))}, by which its elements mean others; in Python, save what .resolve_neg() and .resolve_conj() give`,
      );
    const reference = { storage: named, dtype: own, offset, shape, strides, requiresGrad: requiresGrad === true };
    checkTensor(reference, conversion.file);
    return reference;
  };

  return visit(value, "", 0);
}

const dtypeOf = (value: PickleValue | undefined) =>
  value instanceof PickleGlobal && value.module === "torch" && Object.hasOwn(dtypes, value.name)
    ? dtypes[value.name]!
    : null;

/** A dtype that stands for itself, by its name; null for another name. */
const nameOf = (name: PickleGlobal) => (dtypeOf(name) === null ? null : name.name);

function refuse(name: PickleGlobal, fail: (message: string) => FormatError): never {
  const [, cure] = cures.find(([names]) => names.test(String(name)))!;
  throw fail(
    `it is an object of ${quote(String(name))}, which is not built: only tensors, numbers, strings, lists and dicts are; in Python, save ${cure}`,
  );
}

/** Classes of tensors that are nothing more. */
const plainTensors: readonly string[] = ["torch.Tensor", "torch.nn.parameter.Parameter"];

/** What to save in place of an object, by what it is. */
const cures: readonly (readonly [names: RegExp, cure: string])[] = [
  [
    /^torch\._utils\._rebuild_(sparse|wrapper|nested)/,
    "what .to_dense() or .unbind() gives, or read another part of the file by { at }",
  ],
  [/^torch\._utils\._rebuild_qtensor$/, "what .dequantize() gives"],
  [/^torch\._utils\._rebuild_meta/, "tensors that have elements, not those of the device meta"],
  [/^numpy\./, "float(x) of a number and torch.from_numpy(x) of an array, or read another part of the file by { at }"],
  [/^torch\.nn\./, "model.state_dict()"],
  [/./, "model.state_dict(), or read another part of the file by { at }"],
];

/** A dictionary's entries, of whichever of Python's kinds it is; null for what is none. */
function entriesOf(part: PickleValue): readonly [key: PickleValue, value: PickleValue][] | null {
  if (part instanceof PickleDict) return part.entries;
  if (!(part instanceof PickleCall) || part.items.length > 0) return null;
  const { args, entries } = part;
  switch (String(part.callable)) {
    case "collections.OrderedDict":
      return args.length === 0 ? entries : null;
    // What makes its missing values is of no use here.
    case "collections.defaultdict":
      return args.length <= 1 ? entries : null;
    case "collections.Counter":
      return args.length === 1 && args[0] instanceof PickleDict ? [...args[0].entries, ...entries] : null;
    default:
      return null;
  }
}

/**
 * The part of a pickle that lies at a path of keys, such as "state_dict" or "model.0". A key may have dots of its own: the shortest
 * that leads on is taken.
 *
 * @throws FormatError that says which keys there are.
 */
export function partOf(value: PickleValue, path: readonly string[], file: string): PickleValue {
  let deepestAt = -1;
  let there: readonly PickleValue[] = [];
  const seek = (part: PickleValue, at: number): { readonly part: PickleValue } | null => {
    if (at === path.length) return { part };
    const items = part instanceof PickleTuple ? part.items : Array.isArray(part) ? part : [];
    const entries = entriesOf(part) ?? items.map((item, index): [PickleValue, PickleValue] => [index, item]);
    if (at > deepestAt) [deepestAt, there] = [at, entries.slice(0, 20).map(([key]) => key)];
    for (let end = at + 1; end <= path.length; end++) {
      const name = path.slice(at, end).join(".");
      const found = entries.findLast(([key]) => String(key) === name);
      const result = found === undefined ? null : seek(found[1], end);
      if (result !== null) return result;
    }
    return null;
  };
  const found = seek(value, 0);
  if (found !== null) return found.part;
  const keys = there.map((key) => quote(String(key)));
  throw new FormatError(
    `it has no ${quote(path.slice(0, deepestAt + 1).join("."))}; there ${keys.length === 0 ? "are no keys" : `is ${keys.join(", ")}`}`,
    { file },
  );
}
