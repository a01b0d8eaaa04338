// Reads the text of a safetensors header: JSON of one schema, and nothing but it. Not what offsets say of each other (header.ts).
//
// Not JSON.parse: it takes duplicate keys and 1.0 for 1, rounds what is beyond 2⁵³, and makes of 100 MB of brackets
// objects that no memory holds.

import { quote } from "../errors.js";
import { type FileDType, isFileDType } from "./dtypes.js";

/** What a header says of a tensor, as it is written there. */
export interface ParsedTensor {
  readonly dtype: FileDType;
  readonly shape: readonly number[];
  readonly offsets: readonly [begin: number, end: number];
}

export interface ParsedHeader {
  readonly metadata: ReadonlyMap<string, string>;
  readonly tensors: ReadonlyMap<string, ParsedTensor>;
}

/** What is wrong with a header; the caller knows the file. */
export class HeaderTextError extends Error {
  readonly key: string | undefined;

  constructor(message: string, key?: string) {
    super(message);
    this.key = key;
  }
}

export const metadataKey = "__metadata__";
/** NumPy's limit, and PyTorch's in most places. */
const mostDimensions = 64;
const integer = /-?\d+(?:\.\d*)?(?:[eE][-+]?\d*)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const needsDecoding = /[\\\u0000-\u001f]/;

/** @throws HeaderTextError */
export function parseHeaderText(text: string): ParsedHeader {
  return new Parser(text).header();
}

class Parser {
  readonly #text: string;
  #at = 0;
  /** The tensor that is being read. */
  #key: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  header(): ParsedHeader {
    if (this.#text[0] !== "{")
      throw this.#error(`a header begins with "{", but this one with ${quote(this.#text[0] ?? "")}`);
    let metadata = new Map<string, string>();
    const tensors = this.#object("the header", (key) => {
      if (key === metadataKey) {
        metadata = this.#object(metadataKey, () => this.#string(`${metadataKey} to map strings to strings`));
        return null;
      }
      this.#key = key;
      const tensor = this.#tensor();
      this.#key = undefined;
      return tensor;
    });
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#unexpected("the end of the header");
    tensors.delete(metadataKey);
    return { metadata, tensors: tensors as Map<string, ParsedTensor> };
  }

  #tensor(): ParsedTensor {
    let [dtype, shape, offsets]: [FileDType?, number[]?, number[]?] = [];
    this.#object("its entry", (field) => {
      if (field === "dtype") dtype = this.#dtype();
      else if (field === "shape") shape = this.#integers("shape", mostDimensions);
      else if (field === "data_offsets") offsets = this.#integers("data_offsets", 2);
      else throw this.#error(`expected its entry to have dtype, shape and data_offsets, got ${quote(field)}`);
    });
    const missing = Object.entries({ dtype, shape, data_offsets: offsets }).find(([, value]) => value === undefined);
    if (missing !== undefined) throw this.#error(`its entry has no ${missing[0]}`);
    const [begin, end] = offsets!;
    if (begin === undefined || end === undefined)
      throw this.#error(`expected data_offsets of 2 integers, got ${offsets!.length}`);
    return { dtype: dtype!, shape: shape!, offsets: [begin, end] };
  }

  #dtype(): FileDType {
    const name = this.#string("dtype to be a string");
    if (!isFileDType(name)) throw this.#error(`unknown dtype ${quote(name)}`);
    return name;
  }

  /** Members one after another; what `read` makes of their values, by their keys. */
  #object<Value>(what: string, read: (key: string) => Value): Map<string, Value> {
    const result = new Map<string, Value>();
    this.#expect("{", `${what} to be an object`);
    if (this.#take("}")) return result;
    do {
      const key = this.#string(`a key in ${what}`);
      if (result.has(key)) throw this.#error(`duplicate key ${quote(key)} in ${what}`);
      this.#expect(":", `a colon behind a key of ${what}`);
      result.set(key, read(key));
    } while (this.#take(","));
    this.#expect("}", `a comma or the end of ${what}`);
    return result;
  }

  #integers(what: string, most: number): number[] {
    const result: number[] = [];
    this.#expect("[", `${what} to be a list of integers`);
    if (this.#take("]")) return result;
    do {
      if (result.length === most) throw this.#error(`${what} has more than ${most} elements`);
      result.push(this.#integer(what));
    } while (this.#take(","));
    this.#expect("]", `a comma or the end of ${what}`);
    return result;
  }

  #integer(what: string): number {
    this.#skipSpace();
    integer.lastIndex = this.#at;
    const token = integer.exec(this.#text)?.[0];
    if (token === undefined) throw this.#unexpected(`${what} to be a list of integers`);
    this.#at += token.length;
    const value = Number(token);
    if (!/^(0|[1-9]\d*)$/.test(token) || !Number.isSafeInteger(value))
      throw this.#error(`expected integers from 0 to 2^53 - 1 in ${what}, got ${token.slice(0, 40)}`);
    return value;
  }

  #string(wanted: string): string {
    this.#expect('"', wanted);
    const begin = this.#at;
    let end = begin;
    // A quotation mark after an odd number of backslashes is part of the string.
    for (;;) {
      end = this.#text.indexOf('"', end);
      if (end < 0) throw this.#error(`the header is not JSON: the string at character ${begin - 1} has no end`);
      let slashes = 0;
      while (this.#text[end - 1 - slashes] === "\\") slashes++;
      end += 1;
      if (slashes % 2 === 0) break;
    }
    this.#at = end;
    const raw = this.#text.slice(begin, end - 1);
    if (!needsDecoding.test(raw)) return raw;
    let decoded: string;
    try {
      decoded = JSON.parse(`"${raw}"`);
    } catch {
      throw this.#error(`the header is not JSON: ${quote(raw)} at character ${begin - 1} is no string`);
    }
    if (/\p{Surrogate}/u.test(decoded)) throw this.#error(`the string ${quote(decoded)} in the header is not Unicode`);
    return decoded;
  }

  #expect(char: string, wanted: string): void {
    if (!this.#take(char)) throw this.#unexpected(wanted);
  }

  #take(char: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at += 1;
    }
  }

  #unexpected(wanted: string): HeaderTextError {
    const came = this.#text[this.#at];
    return this.#error(
      `the header is malformed: expected ${wanted}, got ${came === undefined ? "its end" : quote(came)} at character ${this.#at}`,
    );
  }

  #error(message: string): HeaderTextError {
    return new HeaderTextError(message, this.#key);
  }
}
