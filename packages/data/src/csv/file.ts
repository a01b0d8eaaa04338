// readCSV: a table in a file, in Node. What becomes of its text is dataset.ts's.

import { checkArgument, checkOptions } from "@bernoulli/tensor";
import { DataFileError } from "../errors.js";
import { readDataFile } from "../files.js";
import { CSVDataset, type CSVOptions, csvKinds } from "./dataset.js";

/**
 * The rows of a CSV file as a {@link CSVDataset}. The text is UTF-8.
 *
 *     const train = readCSV("flowers.csv", { label: "species" });
 *     const validation = readCSV("more.csv", { label: "species", classes: train.classes, categories: train.categories });
 *
 * @throws DataFileError where the file cannot be read, is no UTF-8, or no such table; ArgumentError for columns that are not there.
 */
export function readCSV(path: string, options: CSVOptions): CSVDataset {
  checkArgument("readCSV", "path", path, "string");
  checkOptions("readCSV", options, csvKinds);
  const bytes = readDataFile("CSV", path, "name another file");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DataFileError(`CSV: ${path} is no text in UTF-8; save it as such, or it is another format`, { cause });
  }
  return new CSVDataset(text, { source: path, ...options });
}
