// Texts for language models: vocabularies in torchtext's order, windows of words and of characters, and what they refuse.

import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { CharacterDataset, DataLoader, splitWords, Vocabulary, WordDataset } from "../index.js";

it("a vocabulary has the frequent words first, then by their letters", () => {
  // torchtext's build_vocab_from_iterator([words], min_freq=2, specials=["<unk>", "<eos>"]).get_itos().
  const words = "b a c b a d b e e".split(" ");
  const vocabulary = new Vocabulary(words, { minCount: 2, specials: ["<eos>"] });
  expect(vocabulary.words).toEqual(["<unk>", "<eos>", "b", "a", "e"]);
  expect([vocabulary.length, vocabulary.has("a"), vocabulary.has("d")]).toEqual([5, true, false]);
  expect(vocabulary.encode(["a", "d", "<eos>", "<unk>"])).toEqual([3, 0, 1, 0]);
  expect(vocabulary.decode([2, 0])).toEqual(["b", "<unk>"]);
  expect(new Vocabulary(words, { maxSize: 3 }).words).toEqual(["<unk>", "b", "a"]);
  expect(new Vocabulary(["x", "<unk>"], { unknown: null }).words).toEqual(["<unk>", "x"]);
});

it("words are split from signs, whatever the script", () => {
  expect(splitWords("It's 3.5—non-stop; l’été, <unk> 中文 café 🎉!")).toEqual([
    "It's",
    "3",
    ".",
    "5",
    "—",
    "non",
    "-",
    "stop",
    ";",
    "l’été",
    ",",
    "<unk>",
    "中文",
    "café",
    "🎉",
    "!",
  ]);
  expect(splitWords("  \n ")).toEqual([]);
});

it("windows of words know what comes next, and batches of them too", () => {
  const dataset = new WordDataset("a b c d a b", { blockSize: 2, minCount: 2 });
  expect([dataset.length, dataset.vocabulary.words]).toEqual([4, ["<unk>", "a", "b"]]);
  const batches = Array.from(new DataLoader(dataset, { batchSize: 3 }), ([x, y]) => [x.toArray(), y.toArray()]);
  expect(batches).toEqual([
    [
      [
        [1, 2],
        [2, 0],
        [0, 0],
      ],
      [
        [2, 0],
        [0, 0],
        [0, 1],
      ],
    ],
    [[[0, 1]], [[1, 2]]],
  ]);
  expect(dataset.decode(dataset.encode("b, z a"))).toBe("b <unk> <unk> a");
  const lower = new WordDataset("A a A", { blockSize: 1, split: (text) => splitWords(text.toLowerCase()) });
  expect(lower.vocabulary.words).toEqual(["<unk>", "a"]);
});

it("refuse what cannot be", () => {
  const vocabulary = new Vocabulary(["a"], { unknown: null });
  const refused = [
    () => new Vocabulary("abc" as never),
    () => new Vocabulary([1] as never),
    () => new Vocabulary([], { unknown: null }),
    () => new Vocabulary(["a"], { specials: ["b", "b"] }),
    () => new Vocabulary(["a"], { maxSize: 0 }),
    () => vocabulary.encode(["b"]),
    () => vocabulary.encode("a" as never),
    () => vocabulary.decode([1]),
    () => new WordDataset("a b", { blockSize: 2 }),
    () => new WordDataset("a b", { blockSize: 0 }),
    () => new WordDataset("a b", { blockSize: 1, vocabulary: ["a", "b"] as never }),
    () => new WordDataset("a b", { blockSize: 1, vocabulary, minCount: 2 }),
    () => new WordDataset("a b", { blockSize: 1, vocabulary }),
    () => new WordDataset("a b", { blockSize: 1 }).get(1),
    () => new CharacterDataset("ab", { blockSize: 2 }),
    () => new CharacterDataset("ab", { blockSize: 1, vocabulary: ["a", "a"] }),
    () => new CharacterDataset("ab", { blockSize: 1, vocabulary: ["a"] }),
    () => new CharacterDataset("ab", { blockSize: 1 }).decode([2]),
  ];
  expect(refused.map(thrown)).toMatchInlineSnapshot(`
    [
      "ArgumentError: Vocabulary: words must be a list of words, but got a text; split it, or take WordDataset",
      "ArgumentError: Vocabulary: words must be strings, but got 1",
      "ArgumentError: Vocabulary: no word would have a number: 0 different words, minCount 1, maxSize Infinity, 0 specials",
      "ArgumentError: Vocabulary: specials must be words, each once, and none of them the unknown",
      "ArgumentError: Vocabulary: no word would have a number: 1 different words, minCount 1, maxSize 0, 1 specials",
      "ArgumentError: Vocabulary.encode: there is no "b" among the 1 words; make the vocabulary with an unknown",
      "ArgumentError: Vocabulary.encode: words must be a list of words, but got a text; split it first",
      "ArgumentError: Vocabulary.decode: 1 is none of the 1 words",
      "ArgumentError: WordDataset: a window is 2 words and the one behind them, but the text has 2",
      "ArgumentError: WordDataset: blockSize must be a positive integer, but got 0",
      "ArgumentError: WordDataset: vocabulary must be a Vocabulary; for a list of words write new Vocabulary(words)",
      "ArgumentError: WordDataset: minCount is of the vocabulary, which is given; leave it out",
      "ArgumentError: Vocabulary.encode: there is no "b" among the 1 words; make the vocabulary with an unknown",
      "IndexError: WordDataset: index 1 is out of range: expected an integer from 0 to 0",
      "ArgumentError: CharacterDataset: a window is 2 characters and the one behind them, but the text has 2",
      "ArgumentError: CharacterDataset: the vocabulary has a character twice",
      "ArgumentError: CharacterDataset: the vocabulary has no "b"",
      "ArgumentError: CharacterDataset: 2 is none of the 2 characters of the vocabulary",
    ]
  `);
});
