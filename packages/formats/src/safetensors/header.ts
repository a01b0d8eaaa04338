// A safetensors file's header, checked before anything is allocated for its tensors. Not their bytes (read.ts).

import { type FileDType, fileDTypes } from "../dtypes.js";
import { FormatError } from "../errors.js";
import type { ByteSource } from "../source.js";
import { HeaderTextError, type ParsedHeader, parseHeaderText } from "./parser.js";

/** Where a tensor lies in a file. */
export interface TensorEntry {
  /** The element type's name in the format: F32, BF16, I64, … */
  readonly dtype: FileDType;
  readonly shape: readonly number[];
  /** The first byte, counted from the beginning of the file. */
  readonly begin: number;
  readonly byteLength: number;
}

/** What a safetensors file says of itself before its data. */
export interface SafetensorsHeader {
  /** The file's own strings: `__metadata__`. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The tensors, in the order of their bytes. */
  readonly tensors: Readonly<Record<string, TensorEntry>>;
}

/** The bytes of a header's length. */
export const lengthBytes = 8;
/** The reference implementation's limit. */
export const maxHeaderBytes = 100_000_000;

/** @throws FormatError for whatever the format forbids. */
export async function readHeader(source: ByteSource): Promise<SafetensorsHeader> {
  const { name: file, size } = source;
  const text = await readHeaderText(source);
  try {
    const parsed = parseHeaderText(text.value, text.end);
    return { metadata: parsed.metadata, tensors: inOrder(parsed, text.end, size) };
  } catch (error) {
    if (error instanceof HeaderTextError) throw new FormatError(error.message, { file, key: error.key });
    throw error;
  }
}

async function readHeaderText(source: ByteSource): Promise<{ readonly value: string; readonly end: number }> {
  const { name: file, size } = source;
  const fail = (message: string) => new FormatError(message, { file });
  if (size < lengthBytes)
    throw fail(`expected a safetensors file, which begins with ${lengthBytes} bytes of length, but got ${size} bytes`);
  const first = new Uint8Array(lengthBytes);
  await source.read(0, first);
  if (first[0] === 0x50 && first[1] === 0x4b && first[2] === 3 && first[3] === 4) {
    throw fail(
      "expected a safetensors file, but this is a zip archive, as torch.save writes it; in Python, safetensors.torch.save_file(torch.load(…), …) converts a state dict",
    );
  }
  const length = new DataView(first.buffer).getBigUint64(0, true);
  if (length > maxHeaderBytes)
    throw fail(
      `it announces a header of ${length} bytes, where the format allows ${maxHeaderBytes}; is it a safetensors file?`,
    );
  const rest = size - lengthBytes;
  if (length > rest) throw fail(`it announces a header of ${length} bytes, but ${rest} follow; the file was cut off`);
  const bytes = new Uint8Array(Number(length));
  await source.read(lengthBytes, bytes);
  try {
    const value = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { value, end: lengthBytes + bytes.length };
  } catch (cause) {
    throw new FormatError("the header is not UTF-8", { file, cause });
  }
}

/** The tensors in the order of their bytes, which must lie one behind another from the header to the end of the file. */
function inOrder(
  { tensors, list, keys }: Omit<ParsedHeader, "metadata">,
  dataStart: number,
  fileSize: number,
): Readonly<Record<string, TensorEntry>> {
  const byPlace = (a: TensorEntry, b: TensorEntry) => a.begin - b.begin || a.byteLength - b.byteLength;
  if (list.some((entry, at) => at > 0 && byPlace(entry, list[at - 1]!) < 0)) {
    const sorted = Object.entries(tensors).sort(([, a], [, b]) => byPlace(a, b));
    const [sortedKeys, sortedList] = [sorted.map(([key]) => key), sorted.map(([, entry]) => entry)];
    return inOrder({ tensors: Object.fromEntries(sorted), list: sortedList, keys: sortedKeys }, dataStart, fileSize);
  }
  let end = dataStart;
  for (const [at, entry] of list.entries()) {
    const problem = problemOf(entry, at === 0 ? null : keys[at - 1]!, { end, dataStart, fileSize });
    if (problem !== null) throw new HeaderTextError(problem, keys[at]);
    end = entry.begin + entry.byteLength;
  }
  if (end !== fileSize) {
    const [came, has] = [end - dataStart, fileSize - dataStart];
    throw new HeaderTextError(`its tensors end after ${came} bytes of data, but the file has ${has}`);
  }
  return tensors;
}

interface Place {
  /** Where the tensor before ends. */
  readonly end: number;
  readonly dataStart: number;
  readonly fileSize: number;
}

/** What is wrong with a tensor's place behind that of `last`; null for what is right. */
function problemOf(
  { dtype, shape, begin, byteLength }: TensorEntry,
  last: string | null,
  { end: lastEnd, dataStart, fileSize }: Place,
): string | null {
  const bytes = bytesOf(dtype, shape);
  if (begin === lastEnd && byteLength === bytes && begin + byteLength <= fileSize) return null;
  const [from, to, before] = [begin - dataStart, begin - dataStart + byteLength, lastEnd - dataStart];
  const range = `data_offsets [${from}, ${to}]`;
  if (to > fileSize - dataStart)
    return `${range} lead beyond the end: the file has ${fileSize - dataStart} bytes of data`;
  if (from < before) return `${range} overlap tensor ${JSON.stringify(last)}, which ends at ${before}`;
  if (from > before)
    return `${range} leave a gap behind ${before}, where ${last === null ? "data begin" : "the last one ends"}`;
  const takes = bytes === null ? "more bytes than can be counted" : `${bytes} bytes`;
  return `shape [${shape.join(", ")}] of ${dtype} takes ${takes}, but ${range} hold ${byteLength}`;
}

/** The bytes of a tensor; null for more than can be counted. */
function bytesOf(dtype: FileDType, shape: readonly number[]): number | null {
  let elements = 1;
  for (const size of shape) {
    elements *= size;
    // Checked at each size, as the reference does: a later 0 makes no tensor of [2^53 - 1, 2^53 - 1, 0].
    if (!Number.isSafeInteger(elements)) return null;
  }
  // Half a byte is possible, and equal to no range.
  return (elements * fileDTypes[dtype].bits) / 8;
}
