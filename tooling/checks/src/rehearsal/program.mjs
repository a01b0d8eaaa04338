// What a rehearsal runs in each runtime: a net with dropout is trained by a Trainer on two threads, its weights go through a file, and a step is
// compiled. It prints the bits of the weights, which are the same everywhere with portable instructions.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readImage, saveImage } from "@bernoulli/data/node";
import * as distributed from "@bernoulli/distributed";
import { DropBlock2d } from "@bernoulli/dropout";
import { loadFile, saveFile } from "@bernoulli/formats/node";
import { setNumThreads, setSimd } from "@bernoulli/tensor";
import { compile, data, F, manualSeed, nn, optim, rand, randint, ready, trainer } from "bernoulli";

setSimd("portable");
setNumThreads(2);
const threads = await ready();
manualSeed(7);
const net = new nn.Sequential(
  ...[new nn.Conv2d(3, 16, 3, { padding: 1 }), new DropBlock2d(0.1, 3), new nn.ReLU(), new nn.MaxPool2d(2)],
  ...[new nn.Flatten(), new nn.Dropout(0.25), new nn.Linear(16 * 64, 10)],
);
const optimizer = new optim.SGD(net.parameters(), { lr: 0.05, momentum: 0.9 });
const [images, labels] = [rand(32, 3, 16, 16), randint(0, 10, [32])];
const run = new trainer.Trainer(net, { optimizer, criterion: new nn.CrossEntropyLoss() });
const loader = new data.DataLoader(new data.TensorDataset(images, labels), { batchSize: 8, shuffle: true });
const history = await run.fit(loader, { epochs: 3 });
const step = compile(() => {
  optimizer.zeroGrad();
  const loss = F.crossEntropy(net(images), labels);
  loss.backward();
  optimizer.step();
  return loss.detach();
});
const losses = [step().item(), step().item()];

const folder = await mkdtemp(join(tmpdir(), "bernoulli-rehearsal-"));
const [weights, picture] = [join(folder, "net.safetensors"), join(folder, "image.png")];
await saveFile(net.stateDict(), weights);
const state = await loadFile(weights);
await saveImage(images.select(0, 0), picture);
const { shape } = await readImage(picture);
await rm(folder, { recursive: true });

let hash = 0x811c9dc5;
for (const tensor of Object.values(state)) {
  const { buffer, byteOffset, byteLength } = tensor.toTypedArray();
  for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
}
const fell = history[2].live.loss < history[0].live.loss && losses.every(Number.isFinite);
const bits = hash.toString(16).padStart(8, "0");
console.log(JSON.stringify({ bits, fell, threads, shape, distributed: typeof distributed.DistributedDataParallel }));
// Threads wait for work; in Deno and Bun they would be waited for.
process.exit(0);
