// The rows of the documents' tables, and which of them a search finds.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { paths } from "../build/paths.js";
import { cellHtml, found, nameRows, searched } from "./names.js";

const table = `| PyTorch | Bernoulli | differences |
| --- | --- | --- |
| \`torch.no_grad\`, \`enable_grad\` | \`noGrad\`, \`enableGrad\` | a function of what it holds for |
| \`F.nll_loss\` | \`F.nllLoss\` |  |

| other | table |
| --- | --- |
| \`x\` | \`y\` |`;

it("rows are read from tables of PyTorch's names alone", () => {
  expect(nameRows(table)).toEqual([
    {
      pytorch: "`torch.no_grad`, `enable_grad`",
      ours: "`noGrad`, `enableGrad`",
      differences: "a function of what it holds for",
    },
    { pytorch: "`F.nll_loss`", ours: "`F.nllLoss`", differences: "" },
  ]);
});

it("cells become HTML, and nothing else does", () => {
  expect(cellHtml("[torch.abs\\_](https://pytorch.org/x) `a<b` <i> & [here](ops.md)")).toBe(
    '<a href="https://pytorch.org/x" target="_blank" rel="noreferrer">torch.abs_</a> <code>a&lt;b</code> &lt;i&gt; &amp; here',
  );
});

const rows = ["compatibility.md", "ops.md"].flatMap((file) =>
  nameRows(readFileSync(join(paths.documents, file), "utf8")).map((row) => ({ ...row, text: searched(row) })),
);

it.each([
  ["no_grad", "noGrad"],
  ["torch.relu", "relu"],
  ["torch.nn.functional.relu", "relu"],
  ["crossEntropy", "crossEntropy"],
  ["nn.Conv2d", "Conv2d"],
  ["Dropout2d", "Dropout2d"],
  ["max_pool2d", "maxPool2d"],
])("%s is found at once", (query, ours) => {
  expect(found(rows, query)[0]?.ours).toContain(ours);
});

it("what is not there is not found, and nothing is asked for is nothing found", () => {
  expect(found(rows, "no such name")).toEqual([]);
  expect(found(rows, "  ")).toEqual([]);
});
