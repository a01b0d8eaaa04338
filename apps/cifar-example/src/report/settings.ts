// How a run was made, as pairs of a name and a text: what somebody needs to run it again.

import type { Run } from "../run.js";

export function settings({ options, images, environment, results }: Run): [name: string, text: string][] {
  const { source, epochs, batchSize, p, optimizer, lr, seed, compile } = options;
  const histories = results.flatMap(({ history }) => history);
  const [samples, seconds] = [
    histories.reduce((sum, record) => sum + record.samples, 0),
    histories.reduce((sum, record) => sum + record.trainSeconds, 0),
  ];
  return [
    ["data", source.name === "synthetic" ? "synthetic: drawn shapes, not CIFAR-10" : source.name],
    ["images", `${images.train} training, ${images.validation} validation, ${images.test} test`],
    ["optimizer", `${optimizer}, learning rate ${lr}`],
    ["batch size", String(batchSize)],
    ["epochs", String(epochs)],
    ["dropout", `p = ${p}, the share of units that is dropped`],
    ["seed", String(seed)],
    ["training speed", seconds > 0 ? `${Math.round(samples / seconds)} samples/s` : "not measured"],
    ["steps", compile ? "compiled" : "op by op"],
    ["threads", String(environment.threads)],
    ["vector instructions", environment.simd],
    ["Node", environment.node],
    ["machine", `${environment.processor}, ${environment.cores} cores, ${environment.platform}`],
  ];
}
