// `pnpm bench [NAME …]`: measures and prints one JSON line a measurement. Names select measurements by prefix.
// It compares nothing with other libraries; it says what this machine does with this code.

import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { F, getNumThreads, manualSeed, memoryStats, noGrad, optim, rand, randint, randn, scope } from "bernoulli";
import { knownNets } from "./known-nets.js";
import { sample, spread } from "./measure.js";
import { ReferenceNet } from "./nets.js";
import { optimizers } from "./optimizers.js";
import { knownTraining } from "./workloads.js";

/** A training step of the reference net on random images, as PyTorch's plain loop. */
function trainingStep(batch, makeOptimizer) {
  manualSeed(0);
  const model = new ReferenceNet();
  const optimizer = makeOptimizer(model.parameters());
  const images = randn(batch, 3, 32, 32).keep();
  const labels = randint(0, 10, [batch]).keep();
  return () =>
    scope(() => {
      optimizer.zeroGrad();
      F.crossEntropy(model(images), labels).backward();
      optimizer.step();
    });
}

function inference(batch) {
  manualSeed(0);
  const model = new ReferenceNet();
  model.eval();
  const images = randn(batch, 3, 32, 32).keep();
  return () => scope(() => noGrad(() => void model(images)));
}

const adam = (parameters) => new optim.Adam(parameters);
const sgd = (parameters) => new optim.SGD(parameters, { lr: 0.01, momentum: 0.9 });

function rate(body, perCall, unit, options) {
  const { median, lower, upper } = spread(sample(body, options).map((ms) => (perCall / ms) * 1000));
  return {
    unit,
    median: Number(median.toPrecision(4)),
    lower: Number(lower.toPrecision(4)),
    upper: Number(upper.toPrecision(4)),
  };
}

/** Bytes that tensors hold after ten steps and after a thousand. */
function memory() {
  const step = trainingStep(8, adam);
  for (let at = 0; at < 10; at++) step();
  const after10 = memoryStats().bytes;
  for (let at = 10; at < 1000; at++) step();
  return { unit: "bytes", after10, after1000: memoryStats().bytes };
}

const measurements = {
  "train/reference-net/adam/32": () => rate(trainingStep(32, adam), 32, "samples/s", { warmup: 5, count: 40 }),
  "train/reference-net/adam/128": () => rate(trainingStep(128, adam), 128, "samples/s", { warmup: 3, count: 25 }),
  "train/reference-net/sgd/128": () => rate(trainingStep(128, sgd), 128, "samples/s", { warmup: 3, count: 25 }),
  "infer/reference-net/1": () => rate(inference(1), 1, "samples/s", { warmup: 50, count: 200 }),
  "infer/reference-net/128": () => rate(inference(128), 128, "samples/s", { warmup: 3, count: 25 }),
  "matmul/512": () => {
    const [a, b] = [rand(512, 512).keep(), rand(512, 512).keep()];
    return rate(() => scope(() => void a.matmul(b)), (2 * 512 ** 3) / 1e9, "GFLOP/s", { warmup: 5, count: 40 });
  },
  "dropout/1M": () => {
    const x = rand(1 << 20).keep();
    return rate(() => scope(() => void F.dropout(x, { p: 0.25, training: true })), (1 << 20) / 1e9, "Gelements/s", {
      warmup: 3,
      count: 25,
    });
  },
  "memory/reference-net/1000-steps": memory,
  ...Object.fromEntries(
    knownTraining.map(([net, optimizer, batch]) => [
      `train/${net}/${optimizer}/${batch}`,
      () => {
        manualSeed(0);
        const step = knownNets[net].step(optimizers[optimizer], batch);
        return rate(() => scope(() => void step()), batch, "samples/s", { warmup: 2, count: 5 });
      },
    ]),
  ),
};

const { positionals } = parseArgs({ allowPositionals: true });
const chosen = Object.keys(measurements).filter(
  (name) => positionals.length === 0 || positionals.some((prefix) => name.startsWith(prefix)),
);
if (chosen.length === 0) {
  console.error(
    `bench: no measurement starts with ${positionals.join(" or ")}; there are\n  ${Object.keys(measurements).join("\n  ")}`,
  );
  process.exit(2);
}
console.log(
  JSON.stringify({
    machine: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    node: process.version,
    threads: getNumThreads(),
  }),
);
for (const name of chosen) console.log(JSON.stringify({ name, ...measurements[name]() }));
