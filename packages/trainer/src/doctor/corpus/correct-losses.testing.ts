// Right programs with losses that are more than one of a batch and its labels: teachers, pseudo-labels, pairs of views, policies. None is
// to be warned of anything.

import {
  BCEWithLogitsLoss,
  CrossEntropyLoss,
  F,
  Linear,
  Module,
  MSELoss,
  NLLLoss,
  ReLU,
  Sequential,
} from "@bernoulli/nn";
import { Adam, SGD } from "@bernoulli/optim";
import { arange, noGrad, rand, randn, type Tensor, zeros } from "@bernoulli/tensor";
import { blobs, dropping, normed, type Program, train } from "./programs.testing.js";

class Variational extends Module {
  encoder = new Linear(8, 4);
  decoder = new Linear(2, 8);
  forward(x: Tensor): [Tensor, Tensor, Tensor] {
    const coded = this.encoder(x);
    const [mean, logVariance] = [coded.slice(1, 0, 2), coded.slice(1, 2, 4)];
    const sample = mean.add(
      logVariance
        .mul(0.5)
        .exp()
        .mul(randn(x.size(0), 2)),
    );
    return [this.decoder(sample), mean, logVariance];
  }
}

export const correctLosses: readonly Program[] = [
  {
    name: "distillation: a teacher's softmax as the target of a cross entropy",
    run({ watch }) {
      const [x] = blobs(12);
      const teacher = dropping().eval();
      const model = dropping();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(10, optimizer, () => {
        const wanted = noGrad(() => F.softmax(teacher(x).div(2), 1));
        return criterion(model(x).div(2), wanted);
      });
    },
  },
  {
    name: "the log of a softmax before an NLL loss, and before a cross entropy, which it does not change",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = dropping();
      const optimizer = new Adam(model.parameters());
      const [nll, criterion] = [new NLLLoss(), new CrossEntropyLoss()];
      watch(model, { optimizer });
      train(6, optimizer, (step) => (step % 2 === 0 ? nll : criterion)(F.logSoftmax(model(x), 1), y));
    },
  },
  {
    name: "a variational autoencoder, and scores that a mask of −∞ closes",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = new Variational();
      const head = new Linear(2, 4);
      const optimizer = new Adam([...model.parameters(), ...head.parameters()]);
      watch(model, { optimizer });
      const closed = zeros(12, 4);
      closed.slice(1, 3, 4).fill_(Number.NEGATIVE_INFINITY);
      train(34, optimizer, () => {
        const [decoded, mean, logVariance] = model(x);
        const divergence = mean.mul(mean).add(logVariance.exp()).sub(logVariance).sub(1).mean();
        return new MSELoss()(decoded, x)
          .add(divergence)
          .add(new CrossEntropyLoss()(head(mean).add(closed), y));
      });
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
      const model = dropping();
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
    name: "R-Drop: two draws of masks for one batch, held together",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = dropping();
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
      const model = dropping();
      const optimizer = new SGD(model.parameters(), { lr: 0.5, momentum: 0.9 });
      const criterion = new BCEWithLogitsLoss();
      watch(model, { optimizer, criterion });
      const wanted = rand(24, 3).gt(0.5).to("float32");
      wanted.slice(1, 2, 3).zero_();
      train(70, optimizer, (step) => criterion(model(x), wanted).mul(step / 70));
    },
  },
];
