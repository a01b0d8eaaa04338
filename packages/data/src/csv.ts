// The entry @bernoulli/data/csv: tables in CSV, apart from the index, since a bundler takes the parser along with whatever names it. Only re-exports.

export { CSVDataset, type CSVOptions } from "./csv/dataset.js";
export type { TableOptions } from "./csv/table.js";
