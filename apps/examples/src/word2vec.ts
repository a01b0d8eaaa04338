// Vectors of words: skip-gram with negative sampling, as in the many PyTorch versions of Mikolov et al., Distributed representations of
// words and phrases, 2013, such as https://github.com/Andras7/word2vec-pytorch. Its SparseAdam is Adam here: gradients have all rows.

import { DataLoader, TensorDataset } from "@bernoulli/data";
import {
  bmm,
  clamp,
  F,
  manualSeed,
  mean,
  mul,
  multinomial,
  nn,
  noGrad,
  optim,
  scope,
  sum,
  type Tensor,
  tensor,
  topk,
} from "bernoulli";
import { isMain, parseArguments } from "./program.js";
import { text } from "./text.js";

class SkipGramModel extends nn.Module {
  uEmbeddings: nn.Embedding;
  vEmbeddings: nn.Embedding;

  constructor(embSize: number, embDimension: number) {
    super();
    this.uEmbeddings = new nn.Embedding(embSize, embDimension);
    this.vEmbeddings = new nn.Embedding(embSize, embDimension);
    const initrange = 1 / embDimension;
    nn.init.uniform_(this.uEmbeddings.weight.data, -initrange, initrange);
    nn.init.constant_(this.vEmbeddings.weight.data, 0);
  }

  forward(posU: Tensor, posV: Tensor, negV: Tensor): Tensor {
    const embU = this.uEmbeddings(posU);
    const embV = this.vEmbeddings(posV);
    const embNegV = this.vEmbeddings(negV);

    let score = sum(mul(embU, embV), 1);
    score = clamp(score, { max: 10, min: -10 });
    score = F.logsigmoid(score).neg();

    let negScore = bmm(embNegV, embU.unsqueeze(2)).squeeze(2);
    negScore = clamp(negScore, { max: 10, min: -10 });
    negScore = sum(F.logsigmoid(negScore.neg()), 1).neg();

    return mean(score.add(negScore));
  }
}

export const defaults = {
  seed: 1,
  embDimension: 32,
  batchSize: 32,
  windowSize: 2,
  negatives: 5,
  iterations: 15,
  initialLr: 0.01,
};

export function main(given: Partial<typeof defaults> = {}) {
  const args = { ...defaults, ...given };
  manualSeed(args.seed);

  const words = text.toLowerCase().match(/[a-z'-]+/g)!;
  const id2word = [...new Set(words)];
  const word2id = new Map(id2word.map((word, id) => [word, id]));
  const ids = words.map((word) => word2id.get(word)!);

  // Every word with each of those around it.
  const pairs = ids.flatMap((u, i) =>
    ids
      .slice(Math.max(i - args.windowSize, 0), i + args.windowSize + 1)
      .map((v, j) => [u, v, Math.max(i - args.windowSize, 0) + j] as const)
      .filter(([, , place]) => place !== i),
  );
  const column = (values: readonly number[]) => tensor(values, { dtype: "int32" });
  const dataset = new TensorDataset(column(pairs.map(([u]) => u)), column(pairs.map(([, v]) => v)));
  const dataloader = new DataLoader(dataset, { batchSize: args.batchSize, shuffle: true });

  // Words that are not around it, by their frequency to the power of 3/4.
  const counts = new Array<number>(id2word.length).fill(0);
  for (const id of ids) counts[id]! += 1;
  const frequencies = tensor(counts).pow(0.75);

  const skipGramModel = new SkipGramModel(id2word.length, args.embDimension);
  const optimizer = new optim.Adam(skipGramModel.parameters(), { lr: args.initialLr });
  const steps = dataloader.length * args.iterations;
  const scheduler = new optim.lrScheduler.CosineAnnealingLR(optimizer, steps);

  const losses: number[] = [];
  for (let iteration = 0; iteration < args.iterations; iteration++) {
    console.log(`Iteration: ${iteration + 1}`);
    let runningLoss = 0;
    for (const [i, [posU, posV]] of [...dataloader].entries()) {
      scope(() => {
        const negV = multinomial(frequencies, posU.size(0) * args.negatives, { replacement: true });
        optimizer.zeroGrad();
        const loss = skipGramModel(posU, posV, negV.view(posU.size(0), args.negatives));
        loss.backward();
        optimizer.step();
        scheduler.step();
        losses.push(loss.item());
        runningLoss = runningLoss * 0.9 + loss.item() * 0.1;
      });
      if (i > 0 && i % 50 === 0) console.log(` Loss: ${runningLoss}`);
    }
  }

  // The words that stand nearest, by the cosine.
  const nearest = noGrad(() => {
    const vectors = F.normalize(skipGramModel.uEmbeddings.weight, { dim: 1 });
    return ["alice", "rabbit", "down"].map((word) => {
      const similarity = vectors.mv(vectors.at(word2id.get(word)!));
      const [, ...others] = topk(similarity, 6).indices.toArray() as number[];
      return `${word}: ${others.map((id) => id2word[id]).join(", ")}`;
    });
  });
  console.log(nearest.join("\n"));
  return { losses, last: losses.at(-1)!, nearest };
}

if (isMain("word2vec.ts")) main(parseArguments(defaults));
