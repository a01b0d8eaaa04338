// What a run prints on a terminal, in words and columns. What is found in its numbers is findings.ts's.

import type { EpochRecord } from "@bernoulli/trainer";
import { nn } from "bernoulli";
import type { Demonstration } from "../demonstration.js";
import type { DataSets, NetName, Result } from "../experiment.js";
import { DropoutNet, PlainNet } from "../model.js";
import type { Settings, Source } from "../source.js";
import { findings, gap, titles } from "./findings.js";

const percent = (share: number) => (100 * share).toFixed(1).padStart(5);

/** That the images are none of CIFAR-10's, and why; in a frame, so that nobody takes the numbers for others. */
export function syntheticNotice({ offline }: Source): string {
  const lines =
    offline === null
      ? [
          "SYNTHETIC DATA: drawn shapes, NOT CIFAR-10. Accuracies say nothing about",
          "photographs. For the real thing: --data auto (see --help).",
        ]
      : [
          "SYNTHETIC DATA: drawn shapes, NOT CIFAR-10, which could NOT BE DOWNLOADED.",
          "Accuracies say nothing about photographs. For the real thing, run it again",
          "with a connection, or on files that you have: --data DIR (see --help).",
        ];
  const width = 74;
  const frame = [
    `┌${"─".repeat(width + 2)}┐`,
    ...lines.map((line) => `│ ${line.padEnd(width)} │`),
    `└${"─".repeat(width + 2)}┘`,
  ];
  return [...frame, ...(offline === null ? [] : [`because ${offline}`])].join("\n");
}

/** What is about to happen: data, settings, and the layers of the net. */
export function introduction(options: Settings, { train, validation, test }: DataSets): string {
  const { source, optimizer, lr, batchSize, epochs, seed, p, only } = options;
  const model = only === "plain" ? new PlainNet() : new DropoutNet(p);
  const table = nn.formatSummary(nn.summary(model, [1, 3, 32, 32]));
  model.dispose();
  const dropout = [
    `dropout     each unit is dropped with p = ${p} before fc1 and fc2, anew at every step; the others are multiplied by ${p < 1 ? (1 / (1 - p)).toFixed(3) : "0"};`,
    "            in evaluation nothing is dropped",
  ];
  return [
    `data        ${source.directory === null ? source.name : `${source.name} in ${source.directory}`}: ${train.length} training, ${validation.length} validation, ${test.length} test images`,
    `training    ${optimizer}, lr ${lr}, batches of ${batchSize}, ${epochs} ${epochs === 1 ? "epoch" : "epochs"}, seed ${seed}`,
    ...(only === "plain" ? [] : dropout),
    "",
    table,
  ].join("\n");
}

/** The head of a net's table. */
export function heading(net: NetName): string {
  return `\n${titles[net]}\nepoch   loss  train live  train clean  validation   samples/s\n              (%)         (%)          (%)`;
}

/** A row of it. */
export function row({ epoch, live, clean, validation, samples, trainSeconds }: EpochRecord): string {
  const rate = Math.round(samples / trainSeconds).toLocaleString("en");
  return `${String(epoch).padStart(5)}  ${live["loss"]!.toFixed(3)}      ${percent(live["accuracy"]!)}        ${percent(clean!["accuracy"]!)}       ${percent(validation!["accuracy"]!)}  ${rate.padStart(10)}`;
}

/** What the trained net shows of dropout. */
export function lesson({ image, ensemble }: Demonstration): string {
  const list = (values: readonly number[]) => values.map((value) => value.toFixed(3)).join("  ");
  const share = (value: number) => `${percent(value)} %`;
  return [
    "what dropout does, on this net",
    `  every pass in training mode drops other units: the probability of "${image.answer}" for one test image is`,
    `    training mode     ${list(image.training)}`,
    `    evaluation mode   ${list(image.evaluation)}`,
    `  each such pass is a thinned net of its own, and evaluation mode stands for all of them: accuracy on ${ensemble.images.toLocaleString("en")} test images`,
    `    one thinned net, mean of ${ensemble.nets}          ${share(ensemble.alone)}`,
    `    ${ensemble.nets} thinned nets, mean prediction  ${share(ensemble.together)}`,
    `    evaluation mode, one pass         ${share(ensemble.evaluation)}`,
    "  so validation and test are measured in evaluation mode.",
  ].join("\n");
}

/** The end of a run: test accuracies, and what dropout did to the gap. */
export function conclusion(results: readonly Result[]): string {
  const lines = results.map((result) => {
    const clean = result.history.at(-1)!.clean!["accuracy"]!;
    return `${titles[result.net].padEnd(28)} test ${percent(result.test.accuracy)} %   clean train ${percent(clean)} %   gap ${gap(result).toFixed(1).padStart(5)} points`;
  });
  const sentences = findings(results);
  return ["", ...lines, ...(sentences.length > 0 ? ["", ...sentences] : [])].join("\n");
}
