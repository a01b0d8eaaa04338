// Vocabulary: words and their numbers, of which the rare ones are one word, the unknown. Not how a text becomes words (words.ts).

import { ArgumentError, checkArgument, checkOptions, type Kinds, type Tensor } from "@bernoulli/tensor";
import { numbersOf } from "./windows.js";

export interface VocabularyOptions {
  /** How often a word must be there to get a number. Default 1. */
  readonly minCount?: number;
  /** The most words, `specials` among them: the rarest go. Default: no end. */
  readonly maxSize?: number;
  /** What stands for words that have no number; null: there is none, and such words are refused. Default `"<unk>"`. */
  readonly unknown?: string | null;
  /** Words that come first, behind the unknown, such as `"<eos>"`, whether they are there or not. Default: none. */
  readonly specials?: readonly string[];
}

const kinds: Kinds<VocabularyOptions> = {
  minCount: "count",
  maxSize: "count",
  unknown: "anything",
  specials: "array",
};

/**
 * The words of a text by their numbers: the unknown, the specials, then the words from the most frequent to the rarest; equally frequent ones as
 * their code units sort them. The order is that of torchtext's `build_vocab_from_iterator`, with `specials=["<unk>", …]` and `set_default_index(0)`.
 *
 * @throws ArgumentError for options that are none, words that are no strings, or where no word is frequent enough.
 * @example
 * ```ts
 * import { Vocabulary } from "@bernoulli/data";
 * const vocabulary = new Vocabulary(["to", "be", "or", "not", "to", "be"], { minCount: 2 });
 * vocabulary.words; // → ["<unk>", "be", "to"]
 * vocabulary.encode(["to", "die"]); // → [2, 0]
 * vocabulary.decode([1, 2]); // → ["be", "to"]
 * ```
 */
export class Vocabulary {
  /** The words; the number of each is its place. */
  readonly words: readonly string[];
  /** What stands for words that have no number; null where there is none. */
  readonly unknown: string | null;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(words: Iterable<string>, options: VocabularyOptions = {}) {
    checkOptions("Vocabulary", options, kinds);
    const { minCount = 1, maxSize = Number.POSITIVE_INFINITY, unknown = "<unk>", specials = [] } = options;
    if (typeof words === "string")
      throw new ArgumentError(
        "Vocabulary: words must be a list of words, but got a text; split it, or take WordDataset",
      );
    checkArgument("Vocabulary", "words", words, "iterable");
    if (unknown !== null) checkArgument("Vocabulary", "unknown", unknown, "string");
    const first = [...(unknown === null ? [] : [unknown]), ...specials];
    if (new Set(first).size !== first.length || first.some((word) => typeof word !== "string"))
      throw new ArgumentError("Vocabulary: specials must be words, each once, and none of them the unknown");
    const counts = new Map<string, number>();
    for (const word of words) {
      if (typeof word !== "string")
        throw new ArgumentError(`Vocabulary: words must be strings, but got ${String(word)}`);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    for (const word of first) counts.delete(word);
    const frequent = [...counts]
      .filter(([, count]) => count >= minCount)
      .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
      .map(([word]) => word);
    const all = [...first, ...frequent.slice(0, Math.max(0, maxSize - first.length))];
    if (all.length === 0 || maxSize < first.length)
      throw new ArgumentError(
        `Vocabulary: no word would have a number: ${counts.size} different words, minCount ${minCount}, maxSize ${maxSize}, ${first.length} specials`,
      );
    this.words = all;
    this.unknown = unknown;
    this.#numbers = new Map(all.map((word, number) => [word, number]));
  }

  /** How many words there are, the unknown and the specials among them. */
  get length(): number {
    return this.words.length;
  }

  /** Whether a word has a number of its own. */
  has(word: string): boolean {
    return this.#numbers.has(word);
  }

  /**
   * The numbers of words.
   *
   * @throws ArgumentError for a word that has none, where there is no unknown.
   */
  encode(words: Iterable<string>): number[] {
    if (typeof words === "string")
      throw new ArgumentError("Vocabulary.encode: words must be a list of words, but got a text; split it first");
    checkArgument("Vocabulary.encode", "words", words, "iterable");
    const unknown = this.unknown === null ? undefined : this.#numbers.get(this.unknown);
    return Array.from(words, (word) => {
      const number = this.#numbers.get(word) ?? unknown;
      if (number === undefined)
        throw new ArgumentError(
          `Vocabulary.encode: there is no ${JSON.stringify(word)} among the ${this.length} words; make the vocabulary with an unknown`,
        );
      return number;
    });
  }

  /**
   * The words of numbers.
   *
   * @throws ArgumentError for a number that stands for nothing.
   */
  decode(numbers: Iterable<number> | Tensor): string[] {
    return numbersOf(numbers).map((number) => {
      const word = this.words[number];
      if (word === undefined)
        throw new ArgumentError(`Vocabulary.decode: ${number} is none of the ${this.length} words`);
      return word;
    });
  }
}
