// `pnpm bench:explain [--out FILE]`: the plans that `compile` makes of a training step of each net, and what recording costs. A file that is
// there keeps what it says from the heading of known nets on. `--shares NET …` prints where known nets' time goes instead (shares.js).

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compile, F, getNumThreads, manualSeed, optim, randint, randn, scope } from "bernoulli";
import { nets } from "./nets.js";
import { sharesTable } from "./shares.js";

const batch = 32;
const calls = 150;

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

function explained({ image, make }) {
  manualSeed(0);
  const model = make();
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.01, momentum: 0.9 });
  const images = randn(batch, ...image).keep();
  const labels = randint(0, 10, [batch]).keep();
  const recording = [];
  const step = compile(() => {
    // Nothing is computed in here, so that all of its time is that of recording.
    const start = performance.now();
    optimizer.zeroGrad();
    const loss = F.crossEntropy(model(images), labels);
    loss.backward();
    optimizer.step();
    recording.push(performance.now() - start);
    return loss;
  });
  const whole = Array.from({ length: calls }, () => {
    const start = performance.now();
    scope(() => void step());
    return performance.now() - start;
  });
  // The first call makes the optimizer's state, the later ones do not: theirs is the last plan.
  const plan = step.explain().split(/\n\n/).at(-1).split("\n").slice(1);
  for (const tensor of [images, labels]) tensor.dispose();
  optimizer.dispose();
  model.dispose();
  return {
    plan,
    first: whole[0],
    later: median(whole.slice(calls / 2)),
    recording: median(recording.slice(calls / 2)),
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, shares: { type: "boolean", default: false } },
});
if (values.shares) {
  for (const net of positionals) console.log(`${sharesTable(net)}\n`);
  process.exit();
}
const lines = [
  "# Plans",
  "",
  `What \`pnpm bench:explain --out docs/plans.md\` wrote (Node ${process.versions.node}, ${getNumThreads()} threads): the steps that \`compile\` makes of a training step of each`,
  `net of the benchmark, batch ${batch}, SGD with momentum. A step that does the work of several ops says of how many, and which rule found it.`,
  "",
];
const costs = [];
const plans = [];
for (const [name, net] of Object.entries(nets)) {
  const { plan, first, later, recording } = explained(net);
  costs.push(`| ${name} | ${first.toFixed(0)} | ${later.toFixed(2)} | ${recording.toFixed(2)} |`);
  plans.push(`## ${name}`, "", "```text", ...plan, "```", "");
}
lines.push(
  `The first call compiles the kernels. Milliseconds, of the later calls the median of the last ${calls / 2} of ${calls}:`,
  "",
  "| net | first call | later calls | of that recording |",
  "| --- | --- | --- | --- |",
  ...costs,
  "",
  ...plans,
);
const known = "\n## Known nets";
const before = values.out !== undefined && existsSync(values.out) ? readFileSync(values.out, "utf8") : "";
const kept = before.indexOf(known);
const text = lines.join("\n") + (kept < 0 ? "" : before.slice(kept));
if (values.out === undefined) console.log(text);
else writeFileSync(values.out, text);
