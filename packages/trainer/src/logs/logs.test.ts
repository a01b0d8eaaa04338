// Logs of a fit: tables that a run which goes on completes, and events with one axis. The bytes of events are tested in @bernoulli/formats.

import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CrossEntropyLoss, Linear } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { manualSeed, rand, tensor } from "@bernoulli/tensor";
import { makeDirectory, rejection } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { Trainer } from "../trainer.js";
import { csvLog, jsonLog } from "./tables.js";
import { tensorBoard } from "./tensorboard.js";

function setUp() {
  manualSeed(0);
  const model = new Linear(2, 2);
  const optimizer = new SGD(model.parameters(), { lr: 0.1 });
  const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), clock: () => 0 });
  const batches = [0, 1, 1].map((label) => [rand(1, 2).keep(), tensor([label], { dtype: "int32" }).keep()] as const);
  return { trainer, batches };
}

it("tables have all epochs, also in a run that goes on", async () => {
  const directory = await makeDirectory();
  const { trainer, batches } = setUp();
  const callbacks = [csvLog(join(directory, "h.csv")), jsonLog(join(directory, "h.jsonl"))];
  const history = await trainer.fit(batches, { epochs: 1, callbacks });
  const all = await trainer.fit(batches, { epochs: 3, history, callbacks, validationLoader: batches });
  const lines = readFileSync(join(directory, "h.csv"), "utf8").trimEnd().split("\n");
  expect(lines[0]).toBe(
    "epoch,live.loss,live.accuracy,samples,trainSeconds,seconds,validation.loss,validation.accuracy",
  );
  expect(lines).toHaveLength(4);
  expect(lines[1]).toBe(`1,${all[0]!.live.loss},${all[0]!.live.accuracy},3,0,0,,`);
  const read = readFileSync(join(directory, "h.jsonl"), "utf8").trimEnd().split("\n");
  expect(read.map((line) => JSON.parse(line) as unknown)).toEqual(all);
  const nowhere = trainer.fit(batches, { epochs: 1, callbacks: [csvLog(join(directory, "no", "h.csv"))] });
  expect(await rejection(nowhere, directory)).toMatchInlineSnapshot(
    `"FormatError: DIR/no/h.csv: cannot be written: there is no directory DIR/no; make it first"`,
  );
});

it("events of a run that goes on begin where the first one's count no more", async () => {
  const directory = join(process.env["BERNOULLI_EVENTS"] ?? (await makeDirectory()), "run");
  mkdirSync(directory, { recursive: true });
  const { trainer, batches } = setUp();
  const board = (more = {}) =>
    tensorBoard(trainer, { directory, everySteps: 1, histograms: true, hparams: { lr: 0.1, net: "linear" }, ...more });
  const onEpoch = (writer: { addImage: (...args: [string, ReturnType<typeof rand>, number]) => void }, step: number) =>
    writer.addImage("noise", rand(3, 4, 4), step);
  const history = await trainer.fit(batches, { epochs: 2, callbacks: [board({ onEpoch })] });
  await trainer.fit(batches, { epochs: 3, history: history.slice(0, 1), callbacks: [board()] });
  const files = readdirSync(directory);
  expect(files).toHaveLength(2);
  for (const file of files) expect(existsSync(join(directory, file))).toBe(true);
  const texts = files.map((file) => readFileSync(join(directory, file)).toString("latin1"));
  for (const tag of [
    "live/loss",
    "live/accuracy",
    "step/loss",
    "rate",
    "epoch",
    "parameters/weight",
    "_hparams_/experiment",
  ])
    for (const text of texts) expect(text).toContain(tag);
});
