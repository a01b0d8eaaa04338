// A GPT of characters: nanoGPT's train.py (https://github.com/karpathy/nanoGPT) on a text of 4 kB. AdamW with groups of weight decay,
// clipped gradients, a learning rate that warms up and falls as a cosine, and what the model writes.

import { GPT } from "@bernoulli/nn/models";
import { data, F, manualSeed, nn, noGrad, optim, randint, scope, stack, type Tensor, tensor } from "bernoulli";
import { isMain, parseArguments } from "./program.js";
import { text } from "./text.js";

export const defaults = {
  seed: 1337,
  batchSize: 12,
  blockSize: 32,
  nLayer: 2,
  nHead: 4,
  nEmbd: 64,
  dropout: 0.1,
  learningRate: 3e-3,
  minLr: 3e-4,
  warmupIters: 10,
  maxIters: 300,
  weightDecay: 0.1,
  gradClip: 1,
  evalInterval: 100,
  evalIters: 10,
  maxNewTokens: 200,
};

export function main(given: Partial<typeof defaults> = {}) {
  const args = { ...defaults, ...given };
  const {
    seed,
    batchSize,
    blockSize,
    nLayer,
    nHead,
    nEmbd,
    dropout,
    learningRate,
    minLr,
    warmupIters,
    maxIters,
    weightDecay,
    gradClip,
    evalInterval,
    evalIters,
    maxNewTokens,
  } = args;
  manualSeed(seed);

  // Data: characters as numbers, the last tenth for validation.
  const n = Math.floor(0.9 * text.length);
  const { vocabulary } = new data.CharacterDataset(text, { blockSize });
  const windowsOf = (part: string) => new data.CharacterDataset(part, { blockSize, vocabulary });
  const splits = { train: windowsOf(text.slice(0, n)), val: windowsOf(text.slice(n)) };

  function getBatch(split: keyof typeof splits): [x: Tensor, y: Tensor] {
    const windows = splits[split];
    const ix = randint(windows.length, [batchSize]).toArray() as number[];
    const samples = ix.map((i) => windows.get(i));
    return [stack(samples.map(([x]) => x)), stack(samples.map(([, y]) => y))];
  }

  const model = new GPT({ vocabSize: vocabulary.length, blockSize, nLayer, nHead, nEmbd, dropout, bias: false });
  const count = [...model.parameters()].reduce((sum, p) => sum + p.numel(), 0);
  console.log(`number of parameters: ${(count / 1e6).toFixed(2)}M`);

  // What has two dimensions or more decays; biases and norms do not.
  const params = [...model.parameters()];
  const optimGroups = [
    { params: params.filter((p) => p.dim() >= 2), weightDecay },
    { params: params.filter((p) => p.dim() < 2), weightDecay: 0 },
  ];
  const optimizer = new optim.AdamW(optimGroups, { lr: learningRate, betas: [0.9, 0.95] });

  function getLr(it: number): number {
    if (it < warmupIters) return (learningRate * (it + 1)) / (warmupIters + 1);
    const decayRatio = (it - warmupIters) / (maxIters - warmupIters);
    const coeff = 0.5 * (1 + Math.cos(Math.PI * decayRatio));
    return minLr + coeff * (learningRate - minLr);
  }

  const lossOf = (x: Tensor, y: Tensor) => {
    const logits = model(x);
    return F.crossEntropy(logits.view(-1, logits.size(-1)), y.view(-1));
  };

  function estimateLoss() {
    model.eval();
    const mean = (split: keyof typeof splits) => {
      let sum = 0;
      for (let k = 0; k < evalIters; k++) sum += noGrad(() => scope(() => lossOf(...getBatch(split)).item()));
      return sum / evalIters;
    };
    const out = { train: mean("train"), val: mean("val") };
    model.train();
    return out;
  }

  const losses: number[] = [];
  for (let iter = 0; iter < maxIters; iter++) {
    const lr = getLr(iter);
    for (const paramGroup of optimizer.paramGroups) paramGroup.lr = lr;
    if (iter % evalInterval === 0) {
      const { train, val } = estimateLoss();
      console.log(`step ${iter}: train loss ${train.toFixed(4)}, val loss ${val.toFixed(4)}`);
    }
    scope(() => {
      const loss = lossOf(...getBatch("train"));
      loss.backward();
      nn.utils.clipGradNorm_(model.parameters(), gradClip);
      optimizer.step();
      optimizer.zeroGrad({ setToNone: true });
      losses.push(loss.item());
    });
    if (iter % 10 === 0) console.log(`iter ${iter}: loss ${losses.at(-1)!.toFixed(4)}`);
  }

  model.eval();
  const start = tensor([splits.train.encode("Alice ")], { dtype: "int32" });
  const written = model.generate(start, maxNewTokens, { temperature: 0.8, topK: 20 });
  const sample = splits.train.decode(written.at(0));
  console.log(sample);
  return { losses, sample };
}

if (isMain("char-gpt.ts")) main(parseArguments(defaults));
