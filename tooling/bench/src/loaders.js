// `pnpm bench:loaders DIR [ROUNDS] [--alone]`: an epoch of the reference net over 6,400 images of CIFAR-10 in DIR, as they are, and cropped, mirrored and
// normalised, with and without workers, in turn; and the loaders alone, with --alone no more than those. Seconds by the clock, of the processor in the main
// thread, and in all.

import { readFileSync } from "node:fs";
import { data, F, manualSeed, optim, trainer } from "bernoulli";
import pictures, { scale } from "./augmented.js";
import { ReferenceNet } from "./nets.js";

const given = process.argv.slice(2);
const kinds = given.includes("--alone") ? ["alone"] : ["epoch", "alone"];
const [directory, rounds = "5"] = given.filter((word) => word !== "--alone");
if (directory === undefined) throw new Error("name the directory of CIFAR-10");
const count = 6400;
const batchSize = 64;

/** Seconds of the processor that this thread took, where the system tells. */
function mainThread() {
  try {
    const fields = readFileSync(`/proc/self/task/${process.pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

function times() {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now() / 1000, main: mainThread(), all: (user + system) / 1e6 };
}

/** An epoch of training, and the loader alone, as functions to be measured. */
function variant(kind, numWorkers, inStep) {
  const workers = numWorkers === 0 ? {} : { numWorkers, persistentWorkers: true };
  const loader = new data.DataLoader(pictures({ directory, kind, count }), { batchSize, shuffle: true, ...workers });
  manualSeed(0);
  const model = new ReferenceNet();
  const train = new trainer.Trainer(model, {
    optimizer: new optim.Adam(model.parameters()),
    criterion: F.crossEntropy,
    ...(inStep ? { transform: new data.Normalize(scale) } : {}),
  });
  return {
    epoch: () => train.fit(loader, { epochs: 1 }),
    alone: async () => {
      for (const [images] of loader) images.size(0);
    },
  };
}

const variants = {
  plain: variant("plain", 0, true),
  "crop, flip; normalised in the step": variant("moved", 0, true),
  "the same, 1 worker": variant("moved", 1, true),
  "the same, 2 workers": variant("moved", 2, true),
  "crop, flip, normalise": variant("normalised", 0, false),
  "all three, 1 worker": variant("normalised", 1, false),
  "all three, 2 workers": variant("normalised", 2, false),
};

const taken = Object.fromEntries(Object.keys(variants).map((name) => [name, { epoch: [], alone: [] }]));
for (let round = -1; round < Number(rounds); round++)
  for (const [name, each] of Object.entries(variants))
    for (const what of kinds) {
      const before = times();
      await each[what]();
      const after = times();
      // The first warms up.
      if (round >= 0)
        taken[name][what].push(Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]])));
    }

for (const what of kinds)
  for (const [name, each] of Object.entries(taken)) {
    const fastest = (key) => Number(Math.min(...each[what].map((one) => one[key])).toFixed(3));
    const median = (key) =>
      Number(
        each[what]
          .map((one) => one[key])
          .sort((a, b) => a - b)
          [Math.floor(each[what].length / 2)].toFixed(3),
      );
    console.log(
      JSON.stringify({
        what,
        name,
        clock: fastest("clock"),
        main: fastest("main"),
        all: fastest("all"),
        medianClock: median("clock"),
        medianMain: median("main"),
        medianAll: median("all"),
      }),
    );
  }
process.exit(0);
