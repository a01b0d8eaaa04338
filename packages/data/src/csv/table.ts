// The cells of a CSV text, in columns by their names: parsed by papaparse, and checked that they are a table. What the cells mean is
// dataset.ts's.

import Papa from "papaparse";
import { DataFileError } from "../errors.js";

/** A table of words. */
export interface Table {
  /** What errors call it. */
  readonly source: string;
  readonly columns: readonly string[];
  /** Row by row. */
  readonly cells: readonly (readonly string[])[];
  /** The number of each row in the file, from 1 on, the header and empty lines counted. */
  readonly numbers: readonly number[];
}

export interface TableOptions {
  /** Whether the first row names the columns. Default true; without it they are named by their places, `"0"`, `"1"` … */
  readonly header?: boolean;
  /** What stands between cells. Default: a comma. */
  readonly delimiter?: string;
}

/**
 * The cells of a text, without the white space around them; empty lines are left out.
 *
 * @throws DataFileError for a text that is no table: quotes that are wrong, rows of another length than the first, names that are there twice.
 */
export function parseTable(text: string, source: string, { header = true, delimiter = "," }: TableOptions): Table {
  const fail = (problem: string): never => {
    throw new DataFileError(`CSV: ${source} ${problem}`);
  };
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, header: false, skipEmptyLines: false });
  const [error] = errors;
  if (error !== undefined) {
    const row = error.row === undefined ? "" : `, row ${error.row + 1}`;
    fail(`cannot be read${row}: ${error.message}; write a quote within quotes twice`);
  }
  const rows = data
    .map((cells, at) => ({ number: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.length > 1 || cells[0] !== "");
  const first = rows[0] ?? fail("has no row");
  const columns = header ? first.cells : first.cells.map((_, at) => String(at));
  const nameless = columns.indexOf("");
  if (nameless >= 0) fail(`has no name for column ${nameless + 1}; write one, or give header: false`);
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (twice !== undefined) fail(`has two columns ${JSON.stringify(twice)}; rename one`);
  const below = header ? rows.slice(1) : rows;
  if (below.length === 0) fail("has a header, but no row below it");
  const uneven = below.find(({ cells }) => cells.length !== columns.length);
  if (uneven !== undefined)
    fail(
      `has ${uneven.cells.length} cells in row ${uneven.number}, expected ${columns.length}, one for each column; is ${JSON.stringify(delimiter)} the delimiter?`,
    );
  return {
    source,
    columns,
    cells: below.map(({ cells }) => cells),
    numbers: below.map(({ number }) => number),
  };
}
