// A safetensors file's header, checked before anything is allocated for its tensors. Not their bytes (read.ts).

import { CheckpointError } from "../errors.js";
import { type FileDType, fileDTypes } from "./dtypes.js";
import { HeaderTextError, type ParsedTensor, parseHeaderText } from "./parser.js";
import type { ByteSource } from "./source.js";

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

/** @throws CheckpointError for whatever the format forbids. */
export async function readHeader(source: ByteSource): Promise<SafetensorsHeader> {
  const { name: file, size } = source;
  const text = await readHeaderText(source);
  try {
    const { metadata, tensors } = parseHeaderText(text.value);
    return {
      metadata: Object.fromEntries(metadata),
      tensors: Object.fromEntries(placeTensors(tensors, text.end, size)),
    };
  } catch (error) {
    if (error instanceof HeaderTextError) throw new CheckpointError(error.message, { file, key: error.key });
    throw error;
  }
}

async function readHeaderText(source: ByteSource): Promise<{ readonly value: string; readonly end: number }> {
  const { name: file, size } = source;
  const fail = (message: string) => new CheckpointError(message, { file });
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
    throw new CheckpointError("the header is not UTF-8", { file, cause });
  }
}

/** The tensors in the order of their bytes, which must lie one behind another from the header to the end of the file. */
function placeTensors(
  tensors: ReadonlyMap<string, ParsedTensor>,
  dataStart: number,
  fileSize: number,
): [string, TensorEntry][] {
  const sorted = [...tensors].sort(([, { offsets: a }], [, { offsets: b }]) => a[0] - b[0] || a[1] - b[1]);
  const dataBytes = fileSize - dataStart;
  let last: { key: string; end: number } | null = null;
  const entries = sorted.map(([key, { dtype, shape, offsets }]): [string, TensorEntry] => {
    const [begin, end] = offsets;
    const fail = (message: string) => new HeaderTextError(message, key);
    const range = `data_offsets [${begin}, ${end}]`;
    if (end < begin) throw fail(`${range} end before they begin`);
    if (end > dataBytes) throw fail(`${range} lead beyond the end: the file has ${dataBytes} bytes of data`);
    const lastEnd: number = last?.end ?? 0;
    if (begin < lastEnd) throw fail(`${range} overlap tensor ${JSON.stringify(last!.key)}, which ends at ${lastEnd}`);
    if (begin > lastEnd)
      throw fail(`${range} leave a gap behind ${lastEnd}, where ${last === null ? "data begin" : "the last one ends"}`);
    const wanted = bytesOf(dtype, shape);
    if (wanted !== end - begin) {
      throw fail(
        `shape [${shape.join(", ")}] of ${dtype} takes ${wanted ?? "more bytes than can be counted"}${wanted === null ? "" : " bytes"}, but ${range} hold ${end - begin}`,
      );
    }
    last = { key, end };
    return [key, { dtype, shape, begin: dataStart + begin, byteLength: end - begin }];
  });
  const end = (last as { end: number } | null)?.end ?? 0;
  if (end !== dataBytes)
    throw new HeaderTextError(`its tensors end after ${end} bytes of data, but the file has ${dataBytes}`);
  return entries;
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
