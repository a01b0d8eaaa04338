// JPEG files to pixels, by libjpeg-turbo's successor mozjpeg in WebAssembly (@jsquash/jpeg): the same pixels as PIL's and torchvision's. Its decoder
// is made here without a wait, since a dataset's `get` has none. Node only: the module's bytes come from the disk.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import makeDecoder, { type MozJPEGModule } from "@jsquash/jpeg/codec/dec/mozjpeg_dec.js";

/** Pixels, in rows: red, green, blue and opaque alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** A decoder, and what it said of the file that it is at: of errors and of what it made good. */
interface Decoder {
  readonly decode: MozJPEGModule["decode"];
  said: string[];
}

let compiled: WebAssembly.Module | null = null;
let decoder: Decoder | null = null;

function newDecoder(): Decoder {
  compiled ??= new WebAssembly.Module(
    readFileSync(createRequire(import.meta.url).resolve("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm")),
  );
  const module = compiled;
  const made: Decoder & Record<string, unknown> = {
    said: [],
    decode: () => {
      throw new Error("the decoder was not made");
    },
    noInitialRun: true,
    printErr: (text: string) => void made.said.push(text),
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  };
  // What it promises is there at once, since the instance is.
  makeDecoder(made as never);
  return made;
}

/** A file that ends too early, or has bits that are no pixels; what was there is made up. Bytes between segments harm nothing. */
const damage = /premature end|corrupt jpeg data: (?!.*extraneous bytes)/i;

/**
 * The pixels of a JPEG.
 *
 * @throws Error that says what is wrong with the file.
 */
export function decodeJpeg(file: Uint8Array): Pixels {
  decoder ??= newDecoder();
  const used = decoder;
  used.said = [];
  let pixels: Pixels | null;
  try {
    pixels = withImageData(() => used.decode(file as Uint8Array<ArrayBuffer>, false));
  } catch (cause) {
    // It has stopped in the middle of anything, and what it had reserved is lost to it.
    decoder = null;
    const said = used.said.at(-1) ?? (cause as Error).message;
    throw new Error(
      /unsupported color conversion/i.test(said) ? "it is in CMYK; convert it to RGB" : said.replace(/[\s.]+$/, ""),
      { cause },
    );
  }
  // It made an end, and is as good as before, whatever it said of the file.
  const problem = used.said.find((text) => damage.test(text));
  if (problem !== undefined) throw new Error(problem.replace(/[\s.]+$/, ""));
  if (pixels === null) throw new Error("it cannot be decoded");
  return pixels;
}

/** Runs while there is the class that the decoder gives its pixels in, which pages have and Node has not. */
function withImageData<Result>(act: () => Result): Result {
  const place = globalThis as { ImageData?: unknown };
  if (place.ImageData !== undefined) return act();
  place.ImageData = PlainImageData;
  try {
    return act();
  } finally {
    delete place.ImageData;
  }
}

class PlainImageData implements Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
