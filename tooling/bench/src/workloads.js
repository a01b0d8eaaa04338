// What is measured, by name; peers/bernoulli.js and peers/pytorch.py know how, the other peers for some of it. A rate is
// `amount` a call, in `unit`.

import { dropWorkloads } from "./drops.js";
import { opWorkloads } from "./ops.js";
import { flopsOfPeak } from "./peers/peak.js";

const images = (name, batch) => ({ name, unit: "samples/s", amount: batch });
const train = (net, optimizer, batch) => images(`train/${net}/${optimizer}/${batch}`, batch);

/** Training of known-nets.js: net, optimizer, batch. */
export const knownTraining = [
  ["resnet20", "sgd", 128],
  ["vgg11", "sgd", 64],
  ["mobilenetv2", "sgd", 32],
  ["dcgan", "adam-gan", 128],
  ["unet", "adam", 8],
  ["lstm", "sgd", 32],
  ["gpt", "adamw", 16],
  ["vit", "adamw", 32],
];

export const workloads = [
  ...[32, 128, 512].flatMap((batch) => ["sgd", "adam"].map((optimizer) => train("reference", optimizer, batch))),
  ...[1, 128, 512].map((batch) => images(`infer/reference/${batch}`, batch)),
  ...["mlp", "lenet5", "vgg", "five", "strided", "residual"].map((net) => train(net, "sgd", 128)),
  ...knownTraining.map(([net, optimizer, batch]) => train(net, optimizer, batch)),
  // What 128-bit vectors can do, to hold matrix products to.
  { name: "peak", unit: "GFLOP/s", amount: flopsOfPeak / 1e9 },
  ...[256, 512, 1024, 2048].map((size) => ({ name: `matmul/${size}`, unit: "GFLOP/s", amount: (2 * size ** 3) / 1e9 })),
  // input, output channels, kernel, size, padding: of a batch of 32
  ...["3-32-3-32-0", "32-64-3-15-0", "64-128-3-6-0", "32-32-3-32-1", "64-64-3-16-1", "64-128-1-16-0"].flatMap(
    (shape) => {
      const [from, to, kernel, size, padding] = shape.split("-").map(Number);
      const flops = 2 * 32 * to * (size + 2 * padding - kernel + 1) ** 2 * from * kernel ** 2;
      return [
        { name: `conv/${shape}/forward`, unit: "GFLOP/s", amount: flops / 1e9 },
        { name: `conv/${shape}/both`, unit: "GFLOP/s", amount: (3 * flops) / 1e9 },
      ];
    },
  ),
  ...[20, 24].flatMap((bits) => [
    { name: `dropout/${2 ** bits}/forward`, unit: "Gelements/s", amount: 2 ** bits / 1e9 },
    { name: `dropout/${2 ** bits}/both`, unit: "Gelements/s", amount: 2 ** bits / 1e9 },
  ]),
  ...dropWorkloads,
  { name: "add-row/16777216", unit: "Gelements/s", amount: 2 ** 24 / 1e9 },
  { name: "sum/16777216", unit: "Gelements/s", amount: 2 ** 24 / 1e9 },
  ...opWorkloads,
];
