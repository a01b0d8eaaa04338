// A text as a dataset for language models: its words as numbers, in windows of which each knows what comes next. Which numbers they have
// is vocabulary.ts's.

import { ArgumentError, checkArgument, checkOptions, type Kinds, type Tensor } from "@bernoulli/tensor";
import { Vocabulary } from "./vocabulary.js";
import { checkBlockSize, Windows } from "./windows.js";

export interface WordDatasetOptions {
  /** Words in a window. */
  readonly blockSize: number;
  /** The words that there are: those of a training text, for a validation text. Default: those of the text, `minCount` at least. */
  readonly vocabulary?: Vocabulary;
  /** How often a word must be in the text to get a number, without a `vocabulary`; the others are `<unk>`. Default 1. */
  readonly minCount?: number;
  /** What a text is split into. Default {@link splitWords}. */
  readonly split?: (text: string) => readonly string[];
}

const kinds: Kinds<WordDatasetOptions> = {
  blockSize: "count",
  vocabulary: "anything",
  minCount: "count",
  split: "function",
};

/** Letters and digits with the apostrophes and marks among them, the unknown of a text that was written with it, or any other sign by itself. */
const word = /<\w+>|[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}_]+)*|[^\s\p{L}\p{M}\p{N}_]/gu;

/**
 * The words of a text, and its signs, each by itself, as they are written; white space is left out. `<unk>` and its like, as in the Penn Treebank and
 * WikiText, are words.
 *
 * @example
 * ```ts
 * import { splitWords } from "@bernoulli/data";
 * splitWords("Don't panic, <unk>!"); // → ["Don't", "panic", ",", "<unk>", "!"]
 * ```
 */
export function splitWords(text: string): string[] {
  checkArgument("splitWords", "text", text, "string");
  return text.match(word) ?? [];
}

/**
 * The windows of a text: sample i is `[x, y]`, `blockSize` words from the i-th on as int32, and those one further, which a language model is to say.
 *
 * Shapes: samples (blockSize) and (blockSize); they are views of `data`.
 *
 * @throws ArgumentError for a block size that is not positive, a text that has no window, or a word that the vocabulary lacks where that has no unknown.
 * @example
 * ```ts
 * import { WordDataset } from "@bernoulli/data";
 * const dataset = new WordDataset("to be, or not to be", { blockSize: 3 });
 * dataset.vocabulary.words; // → ["<unk>", "be", "to", ",", "not", "or"]
 * const [x, y] = dataset.get(0);
 * [x.toArray(), y.toArray()]; // → [[2, 1, 3], [1, 3, 5]]
 * dataset.decode(y); // → "be , or"
 * const validation = new WordDataset("to die, to sleep", { blockSize: 2, vocabulary: dataset.vocabulary });
 * validation.decode(validation.data); // → "to <unk> , to <unk>"
 * ```
 */
export class WordDataset extends Windows {
  readonly vocabulary: Vocabulary;
  readonly #split: (text: string) => readonly string[];

  constructor(text: string, options: WordDatasetOptions) {
    checkArgument("WordDataset", "text", text, "string");
    checkOptions("WordDataset", options, kinds);
    const { blockSize, minCount, split = splitWords } = options;
    checkBlockSize("WordDataset", blockSize);
    if (options.vocabulary !== undefined && !(options.vocabulary instanceof Vocabulary))
      throw new ArgumentError(
        "WordDataset: vocabulary must be a Vocabulary; for a list of words write new Vocabulary(words)",
      );
    if (options.vocabulary !== undefined && minCount !== undefined)
      throw new ArgumentError("WordDataset: minCount is of the vocabulary, which is given; leave it out");
    const words = split(text);
    const vocabulary = options.vocabulary ?? new Vocabulary(words, minCount === undefined ? {} : { minCount });
    super({ owner: "WordDataset", pieces: "words", numbers: vocabulary.encode(words), blockSize });
    this.vocabulary = vocabulary;
    this.#split = split;
  }

  /**
   * The numbers of a text's words.
   *
   * @throws ArgumentError for a word that the vocabulary lacks, where that has no unknown.
   */
  encode(text: string): number[] {
    checkArgument("WordDataset.encode", "text", text, "string");
    return this.vocabulary.encode(this.#split(text));
  }

  /**
   * The words that numbers stand for, with a space between them.
   *
   * @throws ArgumentError for a number that stands for nothing.
   */
  decode(numbers: Iterable<number> | Tensor): string {
    return this.vocabulary.decode(numbers).join(" ");
  }
}
