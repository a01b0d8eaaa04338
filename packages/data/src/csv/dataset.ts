// A table in CSV as a dataset: columns of numbers and of categories as features, a column of words as classes, or one of numbers as target. How a
// text becomes cells is table.ts's.

import { ArgumentError, checkArgument, checkOptions, type Kinds, type Tensor, tensor } from "@bernoulli/tensor";
import { checkIndex, checkIndices, type Dataset } from "../dataset.js";
import { DataFileError } from "../errors.js";
import { parseTable, type Table, type TableOptions } from "./table.js";

export interface CSVOptions extends TableOptions {
  /** The column that holds the class: a word or a number for each row, which becomes int32. This, or `target`. */
  readonly label?: string;
  /** The column of numbers that is to be said: float32. This, or `label`. */
  readonly target?: string;
  /** The columns that are features, in their order. Default: all but the label, or the target. */
  readonly features?: readonly string[];
  /**
   * Which of the features are words, and which words there are: each becomes as many numbers, 1 for the word that it is and 0 for the others.
   * Null: those of the text, sorted. Give a validation set the `categories` of the training set.
   */
  readonly categories?: Readonly<Record<string, readonly string[] | null>>;
  /** The classes, in the order of their numbers. Default: those of the text, sorted; numbers by size. Give a validation set those of the training set. */
  readonly classes?: readonly string[];
  /** What errors call the text. Default `"the text"`. */
  readonly source?: string;
}

export const csvKinds: Kinds<CSVOptions> = {
  header: "boolean",
  delimiter: "string",
  label: "string",
  target: "string",
  features: "array",
  categories: "object",
  classes: "array",
  source: "string",
};

/**
 * The rows of a CSV text, read at once: sample i is `[features, target]`. The format is that of RFC 4180, with a header unless `header:
 * false`, and any delimiter; white space around cells is left out. Of the entry `@bernoulli/data/csv`. There must be something in every
 * cell that is used: a missing value is refused, not taken for a number. In Node, {@link readCSV} of `@bernoulli/data/node` reads a file.
 *
 * Shapes: samples (features) of float32, and () of int32 where a `label` is given, of float32 where a `target` is.
 *
 * @throws DataFileError for a text that is no table, and for a cell that is missing, no finite number, or none of the words that there are: it names
 * row and column. ArgumentError for columns that are not there.
 * @example
 * ```ts
 * import { CSVDataset } from "@bernoulli/data/csv";
 * const text = "length,colour,kind\n5.1,red,rose\n4.7,white,lily\n6.0,red,rose";
 * const dataset = new CSVDataset(text, { label: "kind", categories: { colour: null } });
 * dataset.featureNames; // → ["length", "colour=red", "colour=white"]
 * dataset.classes; // → ["lily", "rose"]
 * const [x, y] = dataset.get(2);
 * [x.toArray(), y.item()]; // → [[6, 1, 0], 1]
 * new CSVDataset("a,b\n1,\n", { target: "b" }); // throws the text has no value in row 2, column "b"
 * ```
 */
export class CSVDataset implements Dataset<[features: Tensor, target: Tensor]> {
  readonly length: number;
  /** What each feature is: a column, or `column=word`. */
  readonly featureNames: readonly string[];
  /** The classes in the order of their numbers; empty where a target is said. */
  readonly classes: readonly string[];
  /** The words of each feature that is words. */
  readonly categories: Readonly<Record<string, readonly string[]>>;
  /** Row by row: length × features. */
  readonly #features: Float32Array;
  readonly #targets: Int32Array | Float32Array;

  constructor(text: string, options: CSVOptions) {
    checkArgument("CSVDataset", "text", text, "string");
    checkOptions("CSVDataset", options, csvKinds);
    const { label, target, categories = {}, source = "the text" } = options;
    if ((label === undefined) === (target === undefined))
      throw new ArgumentError("CSVDataset: give either label, a column of classes, or target, a column of numbers");
    const table = parseTable(text, source, options);
    const said = (label ?? target)!;
    const { features = table.columns.filter((name) => name !== said) } = options;
    for (const name of [said, ...features, ...Object.keys(categories)])
      if (!table.columns.includes(name))
        throw new ArgumentError(
          `CSVDataset: there is no column ${JSON.stringify(name)}: ${source} has ${table.columns.join(", ")}`,
        );
    const unused = Object.keys(categories).find((name) => !features.includes(name));
    if (unused !== undefined || features.includes(said) || features.length === 0)
      throw new ArgumentError(
        unused === undefined
          ? `CSVDataset: features must be columns besides ${JSON.stringify(said)}, one at least`
          : `CSVDataset: categories names ${JSON.stringify(unused)}, which is none of the features`,
      );
    // A column may be called constructor.
    const wordsOf = (name: string) => (Object.hasOwn(categories, name) ? categories[name] : undefined);
    const columns = features.map((name) => featureOf(table, name, wordsOf(name)));
    this.length = table.cells.length;
    this.featureNames = columns.flatMap(({ names }) => names);
    this.categories = Object.fromEntries(
      columns.flatMap(({ name, words }) => (words === null ? [] : [[name, words] as const])),
    );
    this.#features = joined(columns, this.length);
    if (target !== undefined) {
      if (options.classes !== undefined)
        throw new ArgumentError("CSVDataset: classes are of a label; a target is a number: leave them out");
      this.classes = [];
      this.#targets = numbersIn(table, target);
    } else {
      this.classes = options.classes ?? wordsIn(table, said);
      this.#targets = Int32Array.from(placesIn(table, said, this.classes, "classes"));
    }
  }

  get(index: number): [features: Tensor, target: Tensor] {
    checkIndex("CSVDataset", index, this.length);
    const width = this.featureNames.length;
    const target = this.#targets[index]!;
    return [
      tensor(this.#features.slice(index * width, (index + 1) * width)),
      tensor(target, { dtype: this.#targets instanceof Int32Array ? "int32" : "float32" }),
    ];
  }

  getBatch(indices: readonly number[]): [features: Tensor, targets: Tensor] {
    checkIndices("CSVDataset", indices, this.length);
    const width = this.featureNames.length;
    const features = new Float32Array(indices.length * width);
    indices.forEach((index, at) => {
      features.set(this.#features.subarray(index * width, (index + 1) * width), at * width);
    });
    const chosen = indices.map((index) => this.#targets[index]!);
    const targets = this.#targets instanceof Int32Array ? Int32Array.from(chosen) : Float32Array.from(chosen);
    return [tensor(features).view(indices.length, width), tensor(targets)];
  }
}

/** A column as numbers: one for each row, or one for each row and word. */
interface Feature {
  readonly name: string;
  readonly names: readonly string[];
  /** Null for a column of numbers. */
  readonly words: readonly string[] | null;
  readonly values: Float32Array;
}

function featureOf(table: Table, name: string, given: readonly string[] | null | undefined): Feature {
  if (given === undefined) return { name, names: [name], words: null, values: numbersIn(table, name) };
  if (given !== null) checkArgument("CSVDataset", `categories.${name}`, given, "array");
  const words = given ?? wordsIn(table, name);
  const values = new Float32Array(table.cells.length * words.length);
  placesIn(table, name, words, `categories.${name}`).forEach((place, row) => {
    values[row * words.length + place] = 1;
  });
  return { name, names: words.map((word) => `${name}=${word}`), words, values };
}

/** The columns beside one another, row by row. */
function joined(columns: readonly Feature[], length: number): Float32Array {
  const width = columns.reduce((sum, { names }) => sum + names.length, 0);
  const all = new Float32Array(length * width);
  let left = 0;
  for (const { names, values } of columns) {
    for (let row = 0; row < length; row++)
      all.set(values.subarray(row * names.length, (row + 1) * names.length), row * width + left);
    left += names.length;
  }
  return all;
}

/** The cells of a column, none of them empty. */
function cellsIn(table: Table, name: string): readonly string[] {
  const at = table.columns.indexOf(name);
  return table.cells.map((row, index) => {
    const cell = row[at]!;
    if (cell === "") throw problem(table, index, name, "no value", "fill it in, or leave the row or the column out");
    return cell;
  });
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** How tables tell that a number is missing. */
const missing = /^(?:na|n\/a|nan|null|none|nil|\?|-)$/i;

function numbersIn(table: Table, name: string): Float32Array {
  return Float32Array.from(cellsIn(table, name), (cell, row) => {
    const value = decimal.test(cell) ? Math.fround(Number(cell)) : Number.NaN;
    if (Number.isFinite(value)) return value;
    const shown = JSON.stringify(cell);
    if (missing.test(cell))
      throw problem(table, row, name, `no number but ${shown}`, "fill it in, or leave the row or the column out");
    throw decimal.test(cell)
      ? problem(table, row, name, `${shown}, beyond what a float32 holds,`, "scale the column")
      : problem(table, row, name, `no number but ${shown}`, "a column of words is a label, or belongs in categories");
  });
}

/** The words of a column, each once, sorted: numbers by size where all are. */
function wordsIn(table: Table, name: string): readonly string[] {
  const words = [...new Set(cellsIn(table, name))];
  if (!words.every((word) => decimal.test(word))) return words.sort();
  words.sort((a, b) => Number(a) - Number(b));
  const twice = words.findIndex((word, at) => at > 0 && Number(word) === Number(words[at - 1]));
  if (twice > 0)
    throw new DataFileError(
      `CSV: ${table.source} has ${words[twice - 1]} and ${words[twice]} in column ${JSON.stringify(name)}, one number in two spellings, which would be two words; write it in one`,
    );
  return words;
}

function placesIn(table: Table, name: string, words: readonly string[], option: string): readonly number[] {
  if (new Set(words).size !== words.length || words.some((word) => typeof word !== "string"))
    throw new ArgumentError(`CSVDataset: ${option} must be words, each once`);
  const places = new Map(words.map((word, place) => [word, place]));
  return cellsIn(table, name).map((cell, row) => {
    const place = places.get(cell);
    if (place !== undefined) return place;
    throw problem(table, row, name, JSON.stringify(cell), `${option} has ${words.join(", ")}`);
  });
}

function problem(table: Table, row: number, column: string, what: string, cure: string): DataFileError {
  return new DataFileError(
    `CSV: ${table.source} has ${what} in row ${table.numbers[row]}, column ${JSON.stringify(column)}; ${cure}`,
  );
}
