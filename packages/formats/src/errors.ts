// The error of files of tensors, and how text out of a file is shown. Errors of arguments are @bernoulli/tensor's.

import { BernoulliError } from "@bernoulli/tensor";

export interface FormatErrorDetails {
  /** The file, or what stands for one where there are only bytes. */
  readonly file: string;
  /** The tensor, where it is about one. */
  readonly key?: string | undefined;
  readonly cause?: unknown;
}

/**
 * A file of tensors that cannot be read, written or used: its text names the file, the tensor where there is one, what was
 * wanted and what came. `cause` is the system's error, where there was one.
 */
export class FormatError extends BernoulliError {
  override name = "FormatError";
  override readonly code: BernoulliError["code"] = "BERNOULLI_FORMAT";
  /** The file, or what stands for one where there are only bytes. */
  readonly file: string;
  /** The tensor, where it is about one. */
  readonly key: string | null;

  constructor(message: string, { file, key, cause }: FormatErrorDetails) {
    super(`${file}: ${key === undefined ? "" : `tensor ${quote(key)}: `}${message}`, { cause });
    this.file = file;
    this.key = key ?? null;
  }
}

const longest = 100;

/** Text from a file, for a message: short, and without what would steer a terminal. */
export function quote(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  // JSON.stringify leaves these as they are: further control characters, and what is invisible or turns the line around.
  return JSON.stringify(short).replaceAll(
    /[\u007f-\u009f\p{Cf}]/gu,
    (char) => `\\u${char.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
}
