// docs/ops.md lists every op as its docs, its samples and PyTorch's answers have it: written by `vitest --update`, held by this test.

import { readFileSync } from "node:fs";
import { loadFixtures, makeInput, type OpSamples, type Sample } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { noGrad } from "../autograd/grad-mode.js";
import { profile } from "../door/profile.js";
import { manualSeed } from "../random/generator.js";
import { allSamples, opFiles } from "./samples.testing.js";

/** The page of PyTorch that a function's docs name, by the function's name. */
const pages = new Map<string, string>();
for (const file of opFiles) {
  const text = readFileSync(new URL(`${file}.ts`, import.meta.url), "utf8");
  for (const [, docs, name] of text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:function|const) (\w+)/g)) {
    const [page] = /https:\/\/pytorch\.org\/docs\/[\w./]+html/.exec(docs!) ?? [];
    if (page !== undefined) pages.set(file.startsWith("linalg/") ? `linalg.${name}` : name!, page);
  }
}
/** Functions whose name is a word of the language are exported by another. */
const declaredAs: Readonly<Record<string, string>> = { var: "variance" };

const { cases } = loadFixtures("ops");
const orders = ["none", "first", "second"] as const;

/** PyTorch's name for it, as its page is called; where that is a chapter, the words of the chapter. */
function nameOf(page: string): string {
  const [, file] = /([\w.]+)\.html$/.exec(page)!;
  return `[${file!.replace("torch.nn.functional.", "F.").replace("torch.Tensor.", "Tensor.").replaceAll("_", "\\_")}](${page})`;
}

function dtypesOf(samples: readonly Sample[]): string {
  const all = new Set(samples.flatMap(({ inputs }) => inputs.map(({ dtype = "float" }) => dtype)));
  return (["float", "int32", "uint8", "bool"] as const).filter((dtype) => all.has(dtype)).join(", ");
}

function gradientOf(samples: readonly Sample[]): string {
  const differentiable = samples.filter(({ inputs }) =>
    inputs.some(({ dtype = "float", gradient }) => gradient ?? dtype === "float"),
  );
  const highest = Math.max(0, ...differentiable.map(({ gradient = "second" }) => orders.indexOf(gradient)));
  return highest === 0 ? "" : orders[highest]!;
}

/** What computes its samples of floats on the cpu. */
function computedBy(op: string, samples: readonly Sample[]): string {
  const ways = new Set<string>();
  const floats = samples.filter(({ inputs }) => inputs.every(({ dtype = "float" }) => dtype === "float"));
  for (const sample of floats.length > 0 ? floats : samples) {
    manualSeed(1);
    const inputs = sample.inputs.map((spec, at) => makeInput(spec, `${op}/${sample.name}/${at}`, "float32"));
    const given = inputs.map(({ leaf, view }) => view(leaf));
    const { events } = profile(() => noGrad(() => void sample.run(...given)));
    for (const { by } of events) ways.add(by);
  }
  if (ways.has("reference")) return ways.has("own") ? "in part the reference's loops" : "the reference's loops";
  return ways.has("own") ? "kernels" : "a view";
}

function row(op: string, { samples, differences, reads }: OpSamples): string {
  const page = pages.get(declaredAs[op] ?? op);
  expect(page, `a link to PyTorch's page in the docs of ${op}`).toBeDefined();
  const notes = [differences, reads && "reads values: ends a plan"].filter((note) => note !== undefined);
  const goldens = cases.filter((one) => one["op"] === op).length;
  const cells = [nameOf(page!), `\`${op}\``, dtypesOf(samples), gradientOf(samples), `${samples.length}`];
  return `| ${[...cells, goldens || "", computedBy(op, samples), notes.join("; ")].join(" | ")} |`;
}

it("docs/ops.md is the list of what there is", async () => {
  const rows = [...allSamples].map(([op, samples]) => [op, row(op, samples)] as const);
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  const page = `# Every op

Written from the ops' docs, their samples and PyTorch's answers, by \`pnpm vitest run src/ops/page.test.ts --update\` in \`packages/tensor\`; a test holds it.
${rows.length} ops, ${cases.length} of PyTorch 2.15.0's answers.

*dtypes*: those on which its samples run it; *float* stands for float32 and float64. *gradient*: the order up to which finite differences check it. Every
sample runs on \`cpu\` and \`reference\`, and compiled. *samples*, *answers*: how many there are of our own, and of PyTorch's. *on the cpu*: what computes float32 there.

| PyTorch | here | dtypes | gradient | samples | answers | on the cpu | differences |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map(([, text]) => text).join("\n")}
`;
  await expect(page).toMatchFileSnapshot("../../../../docs/ops.md");
});
