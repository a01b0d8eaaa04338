// A text as a dataset for language models: its characters as numbers, in windows of which each knows what comes next.

import { ArgumentError, checkArgument, checkOptions, type Kinds, type Tensor } from "@bernoulli/tensor";
import { checkBlockSize, numbersOf, Windows } from "./windows.js";

export interface CharacterDatasetOptions {
  /** Characters in a window. */
  readonly blockSize: number;
  /** The characters that there are, each once, by their numbers: those of a training text, for a validation text. Default: those of the text, sorted. */
  readonly vocabulary?: readonly string[];
}

const kinds: Kinds<CharacterDatasetOptions> = { blockSize: "count", vocabulary: "array" };

/**
 * The windows of a text: sample i is `[x, y]`, `blockSize` characters from the i-th on as int32, and those one further, which a language model is
 * to say. A character is one of Unicode, so that an emoji is one; its number is its place in the sorted `vocabulary`.
 *
 * Shapes: samples (blockSize) and (blockSize); they are views of `data`.
 *
 * @throws ArgumentError for a block size that is not positive, a text that has no window, or a character that the vocabulary lacks.
 * @example
 * ```ts
 * import { CharacterDataset } from "@bernoulli/data";
 * const dataset = new CharacterDataset("hello", { blockSize: 3 });
 * dataset.vocabulary; // → ["e", "h", "l", "o"]
 * const [x, y] = dataset.get(1);
 * [x.toArray(), y.toArray()]; // → [[0, 2, 2], [2, 2, 3]]
 * dataset.decode(y); // → "llo"
 * dataset.length; // → 2
 * ```
 */
export class CharacterDataset extends Windows {
  readonly vocabulary: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(text: string, options: CharacterDatasetOptions) {
    checkArgument("CharacterDataset", "text", text, "string");
    checkOptions("CharacterDataset", options, kinds);
    const { blockSize, vocabulary = [...new Set(text)].sort() } = options;
    checkBlockSize("CharacterDataset", blockSize);
    const numbers: ReadonlyMap<string, number> = new Map(vocabulary.map((character, number) => [character, number]));
    if (numbers.size !== vocabulary.length)
      throw new ArgumentError("CharacterDataset: the vocabulary has a character twice");
    super({ owner: "CharacterDataset", pieces: "characters", numbers: encoded(text, numbers), blockSize });
    this.vocabulary = vocabulary;
    this.#numbers = numbers;
  }

  /**
   * The numbers of a text's characters.
   *
   * @throws ArgumentError for a character that the vocabulary lacks.
   */
  encode(text: string): number[] {
    return encoded(text, this.#numbers);
  }

  /**
   * The text that numbers stand for.
   *
   * @throws ArgumentError for a number that stands for nothing.
   */
  decode(numbers: Iterable<number> | Tensor): string {
    return numbersOf(numbers)
      .map((number) => {
        const character = this.vocabulary[number];
        if (character === undefined)
          throw new ArgumentError(
            `CharacterDataset: ${number} is none of the ${this.vocabulary.length} characters of the vocabulary`,
          );
        return character;
      })
      .join("");
  }
}

function encoded(text: string, numbers: ReadonlyMap<string, number>): number[] {
  return [...text].map((character) => {
    const number = numbers.get(character);
    if (number === undefined)
      throw new ArgumentError(`CharacterDataset: the vocabulary has no ${JSON.stringify(character)}`);
    return number;
  });
}
