// The header of a `.npy` file: a Python dictionary of three entries. See numpy.lib.format,
// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html. Its text is read by its own grammar, not as Python; that of
// Python 2 among it, as u'shape': (3L,).

import { type FileDType, fileDTypes, type WrittenDType } from "../dtypes.js";
import { FormatError, quote } from "../errors.js";
import type { ByteSource } from "../source.js";

export interface NpyHeader {
  readonly dtype: FileDType;
  /** Whether the highest byte of each element comes first. */
  readonly bigEndian: boolean;
  /** Whether the first index runs fastest. */
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** The first byte of the elements. */
  readonly begin: number;
}

export const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;
/** Elements begin at a multiple of it. */
const alignment = 64;
/** As NumPy refuses longer ones unless asked. */
const longestHeader = 10_000;

/** NumPy's kinds and widths, as safetensors' names, whose decoders serve both. */
const types: Readonly<Record<string, FileDType>> = {
  b1: "BOOL",
  u1: "U8",
  u2: "U16",
  u4: "U32",
  u8: "U64",
  i1: "I8",
  i2: "I16",
  i4: "I32",
  i8: "I64",
  f2: "F16",
  f4: "F32",
  f8: "F64",
};

/** @throws FormatError for what is no such header, for objects and structures, and for fewer bytes than the shape takes. */
export async function readNpyHeader(source: ByteSource): Promise<NpyHeader> {
  const fail = (message: string) => new FormatError(message, { file: source.name });
  const start = new Uint8Array(Math.min(12, source.size));
  await source.read(0, start);
  const view = new DataView(start.buffer);
  const isNpy = start.length >= 10 && magic.every((byte, at) => start[at] === byte);
  if (!isNpy) throw fail("expected a .npy file, but it does not begin as one");
  const major = start[6]!;
  if (major < 1 || major > 3) throw fail(`it is of version ${major}.${start[7]}; 1 to 3 are read`);
  const lengthWidth = major === 1 ? 2 : 4;
  if (start.length < 8 + lengthWidth) throw fail("it ends early; the file was cut off");
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const begin = 8 + lengthWidth + length;
  if (length > longestHeader) throw fail(`it announces a header of ${length} bytes, where ${longestHeader} are read`);
  if (begin > source.size) throw fail("it ends early; the file was cut off");
  const text = new Uint8Array(length);
  await source.read(8 + lengthWidth, text);
  const { descr, fortranOrder, shape } = parse(new TextDecoder("latin1").decode(text), major < 3, fail);
  const [, order, type] = /^([<>|=])([a-zA-Z]\d+)$/.exec(descr) ?? [];
  if (type === undefined || !Object.hasOwn(types, type))
    throw fail(`elements of ${quote(descr)} have no counterpart here`);
  const dtype = types[type]!;
  const wanted = shape.reduce((all, size) => all * size, fileDTypes[dtype].bits / 8);
  if (!Number.isSafeInteger(wanted) || wanted !== source.size - begin)
    throw fail(`shape [${shape}] of ${descr} takes ${wanted} bytes, but ${source.size - begin} follow the header`);
  return { dtype, bigEndian: order === ">", fortranOrder, shape, begin };
}

const entry =
  /\s*[uU]?(['"])(descr|fortran_order|shape)\1\s*:\s*(?:[uU]?(['"])([^'"\\]*)\3|(True|False)|\(([\dL,\s]*)\))\s*(,|(?=\}))/y;

/** @param isOld whether Python 2 may have written it, whose long integers end with an L */
function parse(text: string, isOld: boolean, fail: (message: string) => FormatError) {
  const found: Partial<Record<string, string>> = {};
  const wrong = () => fail(`its header is not one of a plain array: ${quote(text.trim())}`);
  if (text[0] !== "{") throw wrong();
  entry.lastIndex = 1;
  let end = 1;
  for (let match = entry.exec(text); match !== null; match = entry.exec(text)) {
    const [, , name, , descr, order, shape] = match;
    if (Object.hasOwn(found, name!)) throw wrong();
    found[name!] = { descr, fortran_order: order, shape }[name!] ?? "?";
    end = entry.lastIndex;
  }
  if (!/^\s*\}\s*$/.test(text.slice(end))) throw wrong();
  const { descr, fortran_order: order, shape } = found;
  if (
    descr === undefined ||
    order === undefined ||
    shape === undefined ||
    order === "?" ||
    shape === "?" ||
    descr === "?"
  )
    throw wrong();
  const list = isOld ? shape.replaceAll(/(?<=\d\s*)L/g, "") : shape;
  const sizes = /^\s*(?:\d+\s*,\s*)*(?:\d+\s*)?$/.test(list) ? list.match(/\d+/g) : null;
  // A tuple of one has a comma behind it.
  const oneBare = sizes?.length === 1 && !shape.includes(",");
  if ((sizes === null && list.trim() !== "") || oneBare) throw wrong();
  const numbers = (sizes ?? []).map(Number);
  if (numbers.length > 64 || !numbers.every(Number.isSafeInteger)) throw wrong();
  return { descr, fortranOrder: order === "True", shape: numbers };
}

/** How ours are written. */
const written: { readonly [D in WrittenDType]: string } = {
  F32: "<f4",
  F64: "<f8",
  I32: "<i4",
  I64: "<i8",
  U8: "|u1",
  BOOL: "|b1",
};

/** The header of an array of some shape, as NumPy 1 writes it: version 1.0, or 2.0 where it is too long for that. */
export function npyHeader(dtype: WrittenDType, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const text = `{'descr': '${written[dtype]}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const padded = (prefix: number) => Math.ceil((prefix + text.length + 1) / alignment) * alignment;
  const version = padded(10) - 10 <= 0xffff ? 1 : 2;
  const prefix = version === 1 ? 10 : 12;
  const bytes = new Uint8Array(padded(prefix)).fill(0x20);
  bytes.set([...magic, version, 0]);
  const view = new DataView(bytes.buffer);
  if (version === 1) view.setUint16(8, bytes.length - prefix, true);
  else view.setUint32(8, bytes.length - prefix, true);
  bytes.set(new TextEncoder().encode(text), prefix);
  bytes[bytes.length - 1] = 0x0a;
  return bytes;
}
