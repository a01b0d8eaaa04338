// Reads the text of a safetensors header: JSON of one schema, and nothing but it. Not what offsets say of each other (header.ts).
//
// Not JSON.parse: it takes duplicate keys and 1.0 for 1, rounds what is beyond 2⁵³, and makes of 100 MB of brackets
// objects that no memory holds.

import { type FileDType, isFileDType } from "../dtypes.js";
import { quote } from "../errors.js";

/** What a header says of a tensor. */
export interface ParsedTensor {
  readonly dtype: FileDType;
  readonly shape: readonly number[];
  /** The first byte: counted from the place that the parser was given. */
  readonly begin: number;
  readonly byteLength: number;
}

export interface ParsedHeader {
  readonly metadata: Readonly<Record<string, string>>;
  /** The tensors by their keys, and the same as they are written, one after another. */
  readonly tensors: Readonly<Record<string, ParsedTensor>>;
  readonly list: readonly ParsedTensor[];
  readonly keys: readonly string[];
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
const numeral = /-?\d+(?:\.\d*)?(?:[eE][-+]?\d*)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const needsDecoding = /[\\\u0000-\u001f]/;

/**
 * @param dataStart the place of the first byte behind the header
 * @throws HeaderTextError
 */
export function parseHeaderText(text: string, dataStart: number): ParsedHeader {
  return new Parser(text, dataStart).header();
}

/** Whether a character behind digits, a point or an exponent, makes them another number than an integer. */
const numberGoesOn = (code: number) => code === 46 || code === 69 || code === 101;

/** Sets a member whatever its name: assignment takes `__proto__` for something else, and defining all takes several times as long. */
function setMember<Value>(object: Record<string, Value>, key: string, value: Value): void {
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
}

// A header of 100 MB has 1.7 million tensors, and what is made for each of them is what reading it costs: hence no map, no
// closure and no copy for each.
class Parser {
  readonly #text: string;
  readonly #dataStart: number;
  #at = 0;
  /** The tensor that is being read, and what is known of it. */
  #key: string | undefined;
  #dtype: FileDType | undefined;
  #shape: number[] | undefined;
  #offsets: number[] | undefined;

  constructor(text: string, dataStart: number) {
    this.#text = text;
    this.#dataStart = dataStart;
  }

  header(): ParsedHeader {
    if (this.#text[0] !== "{")
      throw this.#error(`a header begins with "{", but this one with ${quote(this.#text[0] ?? "")}`);
    let metadata: Record<string, string> | null = null;
    const tensors: Record<string, ParsedTensor> = {};
    const list: ParsedTensor[] = [];
    const keys: string[] = [];
    this.#members("the header", (key) => {
      if (Object.hasOwn(tensors, key) || (key === metadataKey && metadata !== null))
        throw this.#duplicate(key, "the header");
      this.#colon("the header");
      if (key === metadataKey) {
        metadata = this.#metadata();
        return;
      }
      this.#key = key;
      const tensor = this.#tensor();
      this.#key = undefined;
      setMember(tensors, key, tensor);
      list.push(tensor);
      keys.push(key);
    });
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#unexpected("the end of the header");
    return { metadata: metadata ?? {}, tensors, list, keys };
  }

  #metadata(): Record<string, string> {
    const result: Record<string, string> = {};
    this.#members(metadataKey, (key) => {
      if (Object.hasOwn(result, key)) throw this.#duplicate(key, metadataKey);
      this.#colon(metadataKey);
      setMember(result, key, this.#string(`${metadataKey} to map strings to strings`));
    });
    return result;
  }

  #tensor(): ParsedTensor {
    this.#dtype = this.#shape = this.#offsets = undefined;
    this.#members("its entry", this.#readField);
    const [dtype, shape, offsets] = [this.#dtype, this.#shape, this.#offsets] as const;
    if (dtype === undefined) throw this.#error("its entry has no dtype");
    if (shape === undefined) throw this.#error("its entry has no shape");
    if (offsets === undefined) throw this.#error("its entry has no data_offsets");
    const [begin, end] = offsets as number[];
    if (begin === undefined || end === undefined)
      throw this.#error(`expected data_offsets of 2 integers, got ${(offsets as number[]).length}`);
    if (end < begin) throw this.#error(`data_offsets [${begin}, ${end}] end before they begin`);
    return { dtype, shape, begin: this.#dataStart + begin, byteLength: end - begin };
  }

  readonly #readField = (field: string): void => {
    const present = field === "dtype" ? this.#dtype : field === "shape" ? this.#shape : this.#offsets;
    if (field !== "dtype" && field !== "shape" && field !== "data_offsets") {
      this.#colon("its entry");
      throw this.#error(`expected its entry to have dtype, shape and data_offsets, got ${quote(field)}`);
    }
    if (present !== undefined) throw this.#duplicate(field, "its entry");
    this.#colon("its entry");
    if (field === "dtype") this.#dtype = this.#readDType();
    else if (field === "shape") this.#shape = this.#integers("shape", mostDimensions);
    else this.#offsets = this.#integers("data_offsets", 2);
  };

  #readDType(): FileDType {
    const name = this.#string("dtype to be a string");
    if (!isFileDType(name)) throw this.#error(`unknown dtype ${quote(name)}`);
    return name;
  }

  /** Members one after another: `read` is given each key, and reads what follows. */
  #members(what: string, read: (key: string) => void): void {
    this.#expect("{", `${what} to be an object`);
    if (this.#take("}")) return;
    do read(this.#string(`a key in ${what}`));
    while (this.#take(","));
    this.#expect("}", `a comma or the end of ${what}`);
  }

  #colon(what: string): void {
    this.#expect(":", `a colon behind a key of ${what}`);
  }

  #duplicate(key: string, what: string): HeaderTextError {
    return this.#error(`duplicate key ${quote(key)} in ${what}`);
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
    const text = this.#text;
    const begin = this.#at;
    let value = 0;
    let at = begin;
    for (;;) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = 10 * value + digit;
      at += 1;
    }
    const isPlain = at > begin && (text.charCodeAt(begin) !== 48 || at === begin + 1) && Number.isSafeInteger(value);
    if (!isPlain || numberGoesOn(text.charCodeAt(at))) throw this.#noInteger(what);
    this.#at = at;
    return value;
  }

  #noInteger(what: string): HeaderTextError {
    numeral.lastIndex = this.#at;
    const token = numeral.exec(this.#text)?.[0];
    if (token === undefined) return this.#unexpected(`${what} to be a list of integers`);
    return this.#error(`expected integers from 0 to 2^53 - 1 in ${what}, got ${token.slice(0, 40)}`);
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
    if (this.#text.charCodeAt(this.#at) !== char.charCodeAt(0)) return false;
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
