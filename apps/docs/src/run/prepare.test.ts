// What programs are made of blocks, and what they say when they run: in Node as in the page's worker.

import { expect, it } from "vitest";
import { kindOf } from "./module-names.js";
import type { Output } from "./output.js";
import { prepare } from "./prepare.js";
import { runProgram } from "./run.js";

const modules: Readonly<Record<string, object>> = {
  bernoulli: {
    double: (x: number) => 2 * x,
    fail: () => {
      throw new RangeError("too far");
    },
  },
};

async function said(source: string): Promise<Output[]> {
  const outputs: Output[] = [];
  await runProgram(
    prepare(source),
    async (name) => modules[name]!,
    (output) => outputs.push(output),
  );
  return outputs;
}

it("types are stripped, imports are asked for, values are shown with their lines", async () => {
  const source = `import { double, type Tensor } from "bernoulli";
import * as all from "bernoulli";

const x: number = double(2);
x as number; // → 4
all.double(x); // → 8
console.log(x, "text", [1, "a"]); // → 4 text
await Promise.resolve("late"); // → "late"
[x,
  x]
  .length;
// → 2`;
  expect(prepare(source).imports).toEqual(["bernoulli"]);
  expect(await said(source)).toEqual([
    { kind: "value", line: 5, text: "4" },
    { kind: "value", line: 6, text: "8" },
    { kind: "log", text: '4 text [1, "a"]' },
    { kind: "value", line: 8, text: '"late"' },
    { kind: "value", line: 9, text: "2" },
  ]);
});

it("what throws as it says is shown; what throws else ends the program, with its line", async () => {
  const source = `import { fail } from "bernoulli";
fail(); // throws too far
fail();
console.log("not reached");`;
  expect(await said(source)).toEqual([
    { kind: "value", line: 2, text: "throws RangeError: too far" },
    { kind: "error", text: expect.stringMatching(/^line 3: RangeError: too far$/) },
  ]);
});

it("curves are plain numbers, and nothing else is one", async () => {
  expect(await said(`plot({ a: [1, 2], b: new Float32Array([3]) }); plot([4]);`)).toEqual([
    { kind: "plot", series: { a: [1, 2], b: [3] } },
    { kind: "plot", series: { values: [4] } },
  ]);
  expect(await said(`plot({ a: ["x"] });`)).toEqual([
    { kind: "error", text: expect.stringContaining('plot: expected an array of numbers as "a"') },
  ]);
});

it("what is no program says why", () => {
  expect(() => prepare("const x = ;")).toThrow(SyntaxError);
});

it.each([
  ['import { rand } from "bernoulli";', "page"],
  ['import { rand } from "bernoulli";\nimport { grad } from "@bernoulli/tensor/func";', "page"],
  ['import { readFileSync } from "node:fs";\nimport { rand } from "bernoulli";', "node"],
  ['import { loadFile } from "@bernoulli/formats/node";', "node"],
  ['import { apply } from "../../door/apply.js";', "fragment"],
  ['import { defineSamples } from "@bernoulli/testing";', "fragment"],
  ["model.train();", "fragment"],
])("%s is of the kind %s", (code, kind) => expect(kindOf(code)).toBe(kind));
