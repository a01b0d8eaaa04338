// More programs that are right: averages of weights, teachers, pairs of views, policies, transformers, experts. None is to be warned of anything.

import {
  BatchNorm1d,
  BCEWithLogitsLoss,
  CrossEntropyLoss,
  Dropout,
  F,
  LayerNorm,
  Linear,
  Module,
  NLLLoss,
  ReLU,
  Sequential,
  TransformerEncoderLayer,
  utils,
} from "@bernoulli/nn";
import * as swaUtils from "@bernoulli/nn/swa-utils";
import { Adam, AdamW, lrScheduler, SGD } from "@bernoulli/optim";
import { arange, cat, noGrad, rand, randint, randn, stack, type Tensor } from "@bernoulli/tensor";
import { blobs, type Program, train } from "./programs.testing.js";

const normed = () =>
  new Sequential(new Linear(8, 16), new BatchNorm1d(16), new ReLU(), new Dropout(0.2), new Linear(16, 3));
const mlp = () => new Sequential(new Linear(8, 32), new ReLU(), new Dropout(0.5), new Linear(32, 3));

/** Two experts, of which each sample goes to one, by scores with noise. */
class Experts extends Module {
  gate = new Linear(8, 2);
  experts = [new Linear(8, 3), new Linear(8, 3)];
  forward(x: Tensor): Tensor {
    const scores = this.gate(x);
    const chosen = (this.training ? scores.add(randn(x.size(0), 2)) : scores).argmax(1, { keepdim: true });
    const made = stack(
      this.experts.map((expert) => expert(x)),
      { dim: 1 },
    );
    const taken = made.gather(1, chosen.unsqueeze(-1).expand(x.size(0), 1, 3)).squeeze(1);
    return taken.mul(F.softmax(scores, 1).gather(1, chosen));
  }
}

/** Yang et al., 2018: the logarithm of a mixture of softmaxes. */
class MixtureOfSoftmaxes extends Module {
  prior = new Linear(8, 2);
  parts = [new Linear(8, 3), new Linear(8, 3)];
  forward(x: Tensor): Tensor {
    const weights = F.softmax(this.prior(x), 1);
    const [first, second] = this.parts.map((part, at) => F.softmax(part(x), 1).mul(weights.slice(1, at, at + 1)));
    return first!.add(second!).log();
  }
}

class Reader extends Module {
  embedding = new Linear(6, 8);
  layer = new TransformerEncoderLayer(8, 2, { dimFeedforward: 16, dropout: 0.1, batchFirst: true });
  norm = new LayerNorm(8);
  head = new Linear(8, 6);
  forward(tokens: Tensor): Tensor {
    return this.head(this.norm(this.layer(this.embedding(F.oneHot(tokens, 6).to("float32")))));
  }
}

export const correctLater: readonly Program[] = [
  {
    name: "an average of weights, which is evaluated while the model goes on training",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = mlp();
      const average = new swaUtils.AveragedModel(model);
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      for (let epoch = 0; epoch < 8; epoch++) {
        train(5, optimizer, () => criterion(model(x), y));
        average.updateParameters(model);
        average.eval();
        noGrad(() => criterion(average(x) as Tensor, y).item());
      }
    },
  },
  {
    name: "batch norm's averages made anew at the end: forwards in training mode, without gradients and losses",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = normed();
      const optimizer = new SGD(model.parameters(), { lr: 0.05 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(20, optimizer, () => criterion(model(x), y));
      swaUtils.updateBn([x.slice(0, 0, 12), x.slice(0, 12, 24)], model);
      model.eval();
      noGrad(() => criterion(model(x), y).item());
    },
  },
  {
    name: "a mean teacher: pseudo-labels of forwards in training mode, without gradients",
    run({ watch }) {
      const [x, y] = blobs(24);
      const [model, teacher] = [normed(), normed()];
      teacher.loadStateDict(model.stateDict());
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => {
        const guessed = noGrad(() => F.softmax(teacher(x.add(randn(24, 8).mul(0.1))), 1));
        noGrad(() => {
          const own = [...model.parameters()];
          for (const [at, one] of [...teacher.parameters()].entries()) one.mul_(0.9).add_(own[at]!.mul(0.1));
        });
        return criterion(model(x), y).add(criterion(model(x.add(randn(24, 8).mul(0.1))), guessed));
      });
    },
  },
  {
    name: "FixMatch: labels of the model itself, in training mode with dropout live",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = mlp();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => {
        const guessed = noGrad(() => model(x).argmax(1));
        return criterion(model(x), y).add(criterion(model(x.add(randn(24, 8))), guessed).mul(0.1));
      });
    },
  },
  {
    name: "SimCLR: a cross entropy of similarities of two views",
    run({ watch }) {
      const [x] = blobs(12);
      const model = normed();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      const view = () => F.normalize(model(x.add(randn(12, 8).mul(0.2))), { dim: 1 });
      train(40, optimizer, () => criterion(view().matmul(view().t()).div(0.1), arange(12, { dtype: "int32" })));
    },
  },
  {
    name: "REINFORCE: actions drawn by a softmax, without gradients, and the logarithm of their chance",
    run({ watch }) {
      const [x, y] = blobs(24);
      const policy = new Sequential(new Linear(8, 16), new ReLU(), new Linear(16, 3));
      const optimizer = new Adam(policy.parameters(), { lr: 0.01 });
      watch(policy, { optimizer });
      train(40, optimizer, () => {
        const actions = noGrad(() => F.softmax(policy(x), 1).multinomial(1));
        const reward = actions.squeeze(1).eq(y).to("float32").sub(0.3);
        return F.logSoftmax(policy(x), 1).gather(1, actions).squeeze(1).mul(reward).mean().neg();
      });
    },
  },
  {
    name: "a transformer with clipped gradients and a warm-up, and texts drawn in evaluation mode",
    run({ watch }) {
      const tokens = randint(0, 6, [4, 9], { dtype: "int32" });
      const model = new Reader();
      const optimizer = new AdamW(model.parameters(), { lr: 0.01 });
      const schedule = new lrScheduler.LinearLR(optimizer, { startFactor: 0.01, totalIters: 10 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      for (let step = 0; step < 40; step++) {
        model.train();
        optimizer.zeroGrad();
        const scores = model(tokens.slice(1, 0, 8));
        criterion(scores.reshape(-1, 6), tokens.slice(1, 1, 9).reshape(-1)).backward();
        utils.clipGradNorm_(model.parameters(), 1);
        optimizer.step();
        schedule.step();
        if (step % 10 !== 9) continue;
        model.eval();
        let text = tokens.slice(1, 0, 1);
        for (let at = 0; at < 3; at++)
          text = noGrad(() => cat([text, F.softmax(model(text).select(1, -1), 1).multinomial(1).to("int32")], 1));
      }
    },
  },
  {
    name: "experts, each sample to one of them",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new Experts();
      const optimizer = new Adam(model.parameters(), { lr: 0.01 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "a mixture of softmaxes, whose logarithm an NLL loss takes",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new MixtureOfSoftmaxes();
      const optimizer = new Adam(model.parameters(), { lr: 0.01 });
      const criterion = new NLLLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "R-Drop: two draws of masks for one batch, held together",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = mlp();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(70, optimizer, () => {
        const [first, second] = [model(x), model(x)];
        const apart = F.klDiv(F.logSoftmax(first, 1), F.softmax(second, 1), { reduction: "batchmean" });
        return criterion(first, y).add(criterion(second, y)).add(apart);
      });
    },
  },
  {
    name: "labels of several at once, of which some are never there, and a weight that grows from 0",
    run({ watch }) {
      const [x] = blobs(24);
      const model = mlp();
      const optimizer = new SGD(model.parameters(), { lr: 0.5, momentum: 0.9 });
      const criterion = new BCEWithLogitsLoss();
      watch(model, { optimizer, criterion });
      const wanted = rand(24, 3).gt(0.5).to("float32");
      wanted.slice(1, 2, 3).zero_();
      train(70, optimizer, (step) => criterion(model(x), wanted).mul(step / 70));
    },
  },
];
