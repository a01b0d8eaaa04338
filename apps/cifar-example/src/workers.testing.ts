// A program that trains on pictures that two workers augment, with a rate that falls and an average of weights, and goes on where its last sound
// checkpoint is. workers.soak.ts kills it. It is given a folder, and writes what it came to there.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DataLoader } from "@bernoulli/data";
import { emaWeights, scheduleSteps, Trainer } from "@bernoulli/trainer";
import { checkpoint, latestSoundCheckpoint, loadCheckpoint, saveFile } from "@bernoulli/trainer/node";
import { defaultGenerator, F, manualSeed, optim } from "bernoulli";
import { normalize } from "./experiment.js";
import { DropoutNet } from "./model.js";

const epochs = 3;
const folder = process.argv[2]!;
// A chunk of the bundle: workers load it, and not this program again.
const { default: pictures } = await import("./augmented.testing.js");

manualSeed(0);
const model = new DropoutNet();
const optimizer = new optim.Adam(model.parameters());
const trainer = new Trainer(model, { optimizer, criterion: F.crossEntropy, transform: normalize });
const loader = new DataLoader(pictures({ length: 80 }), {
  batchSize: 10,
  shuffle: true,
  numWorkers: 2,
  persistentWorkers: true,
});
const schedule = scheduleSteps(new optim.CosineAnnealingLR(optimizer, { tMax: epochs * loader.length }));
const ema = emaWeights(model, { decay: 0.9 });
const states = { schedule, ema };

const directory = join(folder, "checkpoints");
const path = await latestSoundCheckpoint(directory);
const { history, place } =
  path === null ? { history: [], place: null } : await loadCheckpoint(path, { model, optimizer, states });
const records = await trainer.fit(loader, {
  epochs,
  history,
  place,
  callbacks: [schedule, ema, checkpoint(trainer, { directory, everySteps: 1, prune: true, states })],
});
await saveFile(model.stateDict(), join(folder, "model.safetensors"));
await saveFile(ema.averaged.module.stateDict(), join(folder, "average.safetensors"));
const timeless = JSON.stringify(records, (key, value) => (/seconds/i.test(key) ? 0 : (value as unknown)));
const stream = Buffer.from(defaultGenerator().getState()).toString("hex");
writeFileSync(join(folder, "result.json"), JSON.stringify({ history: timeless, stream }));
process.exit(0);
