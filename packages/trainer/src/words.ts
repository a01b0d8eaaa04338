// Options that are one of some words. Those of other kinds are @bernoulli/tensor's to check.

import { ArgumentError } from "@bernoulli/tensor";

/** @throws ArgumentError for a word that is none of them. */
export function oneOfWords(owner: string, name: string, word: unknown, words: readonly string[]): void {
  if (!words.includes(word as string))
    throw new ArgumentError(
      `${owner}: ${name} must be one of ${words.join(", ")}, but got ${typeof word === "string" ? word : typeof word}`,
    );
}
