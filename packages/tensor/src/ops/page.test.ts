// docs/ops.md lists every op as its docs, its samples and PyTorch's answers have it: written by `vitest --update`, held by this test.

import { readFileSync } from "node:fs";
import { loadFixtures, makeInput, type OpSamples, type Sample, Variants } from "@bernoulli/testing";
import { expect, it, vi } from "vitest";
import { noGrad } from "../autograd/grad-mode.js";
import { compile } from "../compile/compile.js";
import { currentRecording } from "../compile/trace.js";
import { profile } from "../door/profile.js";
import { Generator, manualSeed } from "../random/generator.js";
import type { Tensor } from "../tensor/tensor.js";
import { clone } from "./creation/clone.js";
import { allSamples, opFiles } from "./samples.testing.js";

/** The page of PyTorch that a function's docs name, by the function's name. */
const pages = new Map<string, string>();
for (const file of opFiles) {
  const text = readFileSync(new URL(`${file}.ts`, import.meta.url), "utf8");
  for (const [, docs, name] of text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:function|const) (\w+)/g)) {
    const [page] = /https:\/\/pytorch\.org\/docs\/[\w./]+html/.exec(docs!) ?? [];
    if (page === undefined) continue;
    if (file.startsWith("linalg/")) pages.set(`linalg.${name}`, page);
    // Some of linalg's files are of functions at the top, as svdLowrank is.
    if (!file.startsWith("linalg/") || !pages.has(name!)) pages.set(name!, page);
    if (file.startsWith("special/")) pages.set(`special.${name}`, page);
  }
}
/** Functions whose name is a word of the language are exported by another. */
const declaredAs: Readonly<Record<string, string>> = { var: "variance" };

const variants = new Variants("packages/tensor/src/ops/page.test.ts");
const isTaken = variants.takes("every op");
const { cases } = isTaken ? loadFixtures("ops") : { cases: [] };
const orders = ["none", "first", "second"] as const;
const computers = ["kernels", "a view", "in part the reference's loops", "the reference's loops"] as const;
const plans = ["whole", "ends a plan at times", "ends a plan"] as const;

/** PyTorch's name for it, as its page is called; where that is a chapter, the words of the chapter. */
function nameOf(page: string): string {
  const [, file] = /([\w.]+)\.html$/.exec(page)!;
  return `[${file!.replace("torch.nn.functional.", "F.").replace("torch.Tensor.", "Tensor.").replaceAll("_", "\\_")}](${page})`;
}

function dtypesOf(samples: readonly Sample[]): string {
  const all = new Set(samples.flatMap(({ inputs }) => inputs.map(({ dtype = "float" }) => dtype)));
  return (["float", "int32", "uint8", "bool"] as const).filter((dtype) => all.has(dtype)).join(", ");
}

/** The order up to which finite differences check it: 0, 1 or 2. */
function gradientOf(samples: readonly Sample[]): number {
  const differentiable = samples.filter(({ inputs }) =>
    inputs.some(({ dtype = "float", gradient }) => gradient ?? dtype === "float"),
  );
  return Math.max(0, ...differentiable.map(({ gradient = "second" }) => orders.indexOf(gradient)));
}

/** A sample's computation, of inputs in float32. */
function prepared(op: string, sample: Sample): (through?: (input: Tensor) => Tensor) => void {
  manualSeed(1);
  const inputs = sample.inputs.map((spec, at) => makeInput(spec, `${op}/${sample.name}/${at}`, "float32"));
  return (through = (input) => input) =>
    noGrad(() => void sample.run(...inputs.map(({ leaf, view }) => view(through(leaf)))));
}

/** What computes its samples of floats on the cpu. */
function computedBy(op: string, samples: readonly Sample[]): (typeof computers)[number] {
  const ways = new Set<string>();
  const floats = samples.filter(({ inputs }) => inputs.every(({ dtype = "float" }) => dtype === "float"));
  for (const sample of floats.length > 0 ? floats : samples) {
    const run = prepared(op, sample);
    const { events } = profile(() => run());
    for (const { by } of events) ways.add(by);
  }
  if (ways.has("reference")) return ways.has("own") ? "in part the reference's loops" : "the reference's loops";
  return ways.has("own") ? "kernels" : "a view";
}

/** Whether a plan goes on over it: it ends where what was recorded so far is computed, for a number that JavaScript needs. */
function compiledAs(op: string, samples: readonly Sample[]): (typeof plans)[number] {
  const ends = samples.map((sample) => {
    const run = prepared(op, sample);
    let computed = false;
    compile(() => {
      const settled = vi.spyOn(currentRecording()!, "settle");
      // A seed waits for the draws before it: that a sample sets one is not the op's.
      const { manualSeed: seed } = Generator.prototype;
      let bySeeds = 0;
      const seeded = vi.spyOn(Generator.prototype, "manualSeed").mockImplementation(function (this: Generator, value) {
        const before = settled.mock.calls.length;
        seed.call(this, value);
        bySeeds += settled.mock.calls.length - before;
        return this;
      });
      // Of recorded inputs, which a read would have to compute.
      run(clone);
      computed = settled.mock.calls.length > bySeeds;
      for (const spy of [settled, seeded]) spy.mockRestore();
    })();
    return computed;
  });
  if (!ends.includes(true)) return "whole";
  return ends.includes(false) ? "ends a plan at times" : "ends a plan";
}

interface Row {
  readonly op: string;
  readonly order: number;
  readonly compiled: (typeof plans)[number];
  readonly answers: number;
  readonly by: (typeof computers)[number];
  readonly text: string;
}

function rowOf(op: string, { samples, golden, differences = "" }: OpSamples): Row {
  const page = pages.get(declaredAs[op] ?? op);
  expect(page, `a link to PyTorch's page in the docs of ${op}`).toBeDefined();
  const answers = cases.filter((one) => one["op"] === op).length;
  const [order, compiled, by] = [gradientOf(samples), compiledAs(op, samples), computedBy(op, samples)];
  const reason = typeof golden === "object" ? golden.none : op.endsWith("_") ? `as \`${op.slice(0, -1)}\`` : "";
  const gradients = [order > 0, order > 1].map((is) => (is ? "yes" : ""));
  const cells = [
    nameOf(page!),
    `\`${op}\``,
    dtypesOf(samples),
    ...gradients,
    compiled,
    answers || reason,
    by,
    differences,
  ];
  return { op, order, compiled, answers, by, text: `| ${cells.join(" | ")} |` };
}

const rows = [...(isTaken ? allSamples : [])]
  .map(([op, samples]) => rowOf(op, samples))
  .sort((a, b) => (a.op < b.op ? -1 : 1));
const count = (holds: (row: Row) => boolean) => rows.filter(holds).length;
const counts = {
  ops: rows.length,
  first: count(({ order }) => order > 0),
  second: count(({ order }) => order > 1),
  whole: count(({ compiled }) => compiled === "whole"),
  compared: count(({ answers }) => answers > 0),
  kernels: count(({ by }) => by === "kernels" || by === "a view"),
  partly: count(({ by }) => by === "in part the reference's loops"),
  loops: count(({ by }) => by === "the reference's loops"),
  answers: cases.length,
};

const english = (number: number) => number.toLocaleString("en");
const inWords = `${counts.ops} ops: ${counts.first} have a gradient, ${counts.second} a second one; ${counts.compared} are compared with ${english(counts.answers)} of PyTorch 2.15.0's answers, and the others
say why not; ${counts.whole} stay whole in a plan; on the cpu ${counts.kernels} have kernels or are views, ${counts.partly} run in part by the reference's loops and ${counts.loops} by those alone`;
const inKorean = `${counts.ops}개: 기울기 ${counts.first}개, 이차 기울기 ${counts.second}개, PyTorch의 답 ${english(counts.answers)}개`;

it.runIf(isTaken)("docs/ops.md is the list of what there is", async () => {
  const page = `# Every op

Written from the ops' docs, their samples and PyTorch's answers, by \`pnpm vitest run src/ops/page.test.ts --update\` in \`packages/tensor\`; a test holds it.
${inWords}.

*dtypes*: those on which its samples run it; *float* stands for float32 and float64. *gradient*, *second*: whether finite differences check it, of that order. *compiled*: every sample
runs compiled, and gives the same bits; an op that reads a number ends a plan, and another goes on behind it. *golden*: how many of PyTorch's answers it is compared with, or why
with none. *on the cpu*: what computes float32 there; every sample runs on \`reference\` too.

| PyTorch | here | dtypes | gradient | second | compiled | golden | on the cpu | differences |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map(({ text }) => text).join("\n")}
`;
  await expect(page).toMatchFileSnapshot("../../../../docs/ops.md");
});

/** Where a README has the counts, and how it says them. */
const readmes = [
  ["README.md", /(?<=\[every op\]\(docs\/ops\.md\) \()[^)]*(?=\))/, inWords],
  ["README.ko.md", /(?<=\[모든 연산\]\(docs\/ops\.md\)\()[^)]*(?=\))/, inKorean],
] as const;

it.runIf(isTaken).each(readmes)("%s has its counts", async (name, place, text) => {
  const path = `../../../../${name}`;
  const readme = readFileSync(new URL(path, import.meta.url), "utf8");
  expect(readme).toMatch(place);
  await expect(readme.replace(place, text)).toMatchFileSnapshot(path);
});

variants.tell(it);
