// Tables in CSV: columns as features, classes and targets; and what is wrong with a text, by row and column.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { CSVDataset, type CSVOptions } from "../csv.js";
import { DataLoader, type Dataset } from "../index.js";
import { readCSV } from "../node.js";

const plain = (text: string, options: CSVOptions) => {
  const dataset = new CSVDataset(text, options);
  return Array.from({ length: dataset.length }, (_, at) => dataset.get(at).map((part) => part.toArray()));
};

it("gives numbers as features and a target", () => {
  expect(plain("a,b,c\n1,2,3\n\n-4.5,+.5,6e2\n", { target: "c" })).toEqual([
    [[1, 2], 3],
    [[-4.5, 0.5], 600],
  ]);
  expect(plain("1;2\r\n3;4\r\n", { header: false, delimiter: ";", target: "0", features: ["1"] })).toEqual([
    [[2], 1],
    [[4], 3],
  ]);
  expect(plain("constructor,toString\n1,2\n", { target: "toString" })).toEqual([[[1], 2]]);
  expect(plain('\ufeff"a ""quoted"" name",b\n"1", 7 \n', { target: "b" })).toEqual([[[1], 7]]);
});

it("makes classes of words, in the same order for a validation set", () => {
  const train = new CSVDataset("kind,size,x\nrose,big,1\nlily,small,2\nrose,medium,3", {
    label: "kind",
    categories: { size: null },
  });
  expect(train.featureNames).toEqual(["size=big", "size=medium", "size=small", "x"]);
  const validation = new CSVDataset("kind,size,x\nrose,medium,4", {
    label: "kind",
    classes: train.classes,
    categories: train.categories,
  });
  const [x, y] = validation.get(0);
  expect([x.toArray(), y.item(), x.dtype, y.dtype]).toEqual([[0, 1, 0, 4], 1, "float32", "int32"]);
  const numbers = new CSVDataset("x,digit\n1,10\n2,9\n3,10", { label: "digit" });
  expect([numbers.classes, numbers.get(0)[1].item()]).toEqual([["9", "10"], 1]);
});

it("makes batches as single samples do", () => {
  for (const options of [{ label: "k" }, { target: "b" }]) {
    const text = "a,b,k\n1,2,7\n3,4,8\n5,6,7";
    const { length, get } = new CSVDataset(text, options);
    const dataset = new CSVDataset(text, options);
    const single = { length, get: (index: number) => get.call(dataset, index) };
    const all = (given: any) =>
      Array.from(new DataLoader(given as Dataset<any>, { batchSize: 2 }) as unknown as Iterable<any>, (batch) =>
        batch.map((part: any) => [part.dtype, part.toArray()]),
      );
    expect(all(dataset)).toEqual(all(single));
  }
});

it("refuses a text that is no such table, by row and column", () => {
  const text = "a,b,k\n1,2,x\n3,4,y\n";
  const refused = [
    () => new CSVDataset("a,b\n1,2\n3,\n", { target: "b" }),
    () => new CSVDataset("a,b\n1,2\nNA,4\n", { target: "b" }),
    () => new CSVDataset("a,b\n1,2\n\n0x10,4\n", { target: "b" }),
    () => new CSVDataset("a,b\n1,2\n1e99,4\n", { target: "b" }),
    () => new CSVDataset("a,b\n1,2\n3,4,5\n", { target: "b" }),
    () => new CSVDataset('a,b\n1,"2\n3,4\n', { target: "b" }),
    () => new CSVDataset("a,a\n1,2\n", { target: "a" }),
    () => new CSVDataset("a,\n1,2\n", { target: "a" }),
    () => new CSVDataset("a,b\n", { target: "a" }),
    () => new CSVDataset("", { target: "a" }),
    () => new CSVDataset("x,d\n1,1.0\n2,1\n", { label: "d" }),
    () => new CSVDataset(text, { label: "k", classes: ["x", "z"] }),
    () => new CSVDataset(text, { label: "kind" }),
    () => new CSVDataset(text, {} as never),
    () => new CSVDataset(text, { label: "k", target: "a" }),
    () => new CSVDataset(text, { target: "a" }),
    () => new CSVDataset(text, { label: "k", features: ["k"] }),
    () => new CSVDataset(text, { label: "k", features: ["a"], categories: { b: null } }),
    () => new CSVDataset(text, { label: "k", categories: { a: ["1", "1"] } }),
    () => new CSVDataset(text, { target: "a", features: ["b"], classes: [] }),
    () => new CSVDataset(text, { label: "k" }).get(2),
  ];
  expect(refused.map(thrown)).toMatchInlineSnapshot(`
    [
      "DataFileError: CSV: the text has no value in row 3, column "b"; fill it in, or leave the row or the column out",
      "DataFileError: CSV: the text has no number but "NA" in row 3, column "a"; fill it in, or leave the row or the column out",
      "DataFileError: CSV: the text has no number but "0x10" in row 4, column "a"; a column of words is a label, or belongs in categories",
      "DataFileError: CSV: the text has "1e99", beyond what a float32 holds, in row 3, column "a"; scale the column",
      "DataFileError: CSV: the text has 3 cells in row 3, expected 2, one for each column; is "," the delimiter?",
      "DataFileError: CSV: the text cannot be read, row 2: Quoted field unterminated; write a quote within quotes twice",
      "DataFileError: CSV: the text has two columns "a"; rename one",
      "DataFileError: CSV: the text has no name for column 2; write one, or give header: false",
      "DataFileError: CSV: the text has a header, but no row below it",
      "DataFileError: CSV: the text has no row",
      "DataFileError: CSV: the text has 1.0 and 1 in column "d", one number in two spellings, which would be two words; write it in one",
      "DataFileError: CSV: the text has "y" in row 3, column "k"; classes has x, z",
      "ArgumentError: CSVDataset: there is no column "kind": the text has a, b, k",
      "ArgumentError: CSVDataset: give either label, a column of classes, or target, a column of numbers",
      "ArgumentError: CSVDataset: give either label, a column of classes, or target, a column of numbers",
      "DataFileError: CSV: the text has no number but "x" in row 2, column "k"; a column of words is a label, or belongs in categories",
      "ArgumentError: CSVDataset: features must be columns besides "k", one at least",
      "ArgumentError: CSVDataset: categories names "b", which is none of the features",
      "ArgumentError: CSVDataset: categories.a must be words, each once",
      "ArgumentError: CSVDataset: classes are of a label; a target is a number: leave them out",
      "IndexError: CSVDataset: index 2 is out of range: expected an integer from 0 to 1",
    ]
  `);
});

it("is read from a file, which its errors name", () => {
  const folder = mkdtempSync(join(tmpdir(), "bernoulli-csv-"));
  try {
    const path = join(folder, "a.csv");
    writeFileSync(path, "größe,art\n1,a\n2,b\n");
    expect([...readCSV(path, { label: "art" }).featureNames]).toEqual(["größe"]);
    const said = [thrown(() => readCSV(path, { target: "art" }))];
    writeFileSync(path, Uint8Array.of(0x61, 0xff, 0x0a));
    said.push(thrown(() => readCSV(path, { target: "a" })));
    said.push(thrown(() => readCSV(join(folder, "none.csv"), { target: "a" })));
    expect(said.map((text) => text.replaceAll(folder, "DIR"))).toMatchInlineSnapshot(`
      [
        "DataFileError: CSV: DIR/a.csv has no number but "a" in row 2, column "art"; a column of words is a label, or belongs in categories",
        "DataFileError: CSV: DIR/a.csv is no text in UTF-8; save it as such, or it is another format",
        "DataFileError: CSV: the file DIR/none.csv is missing: name another file",
      ]
    `);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
