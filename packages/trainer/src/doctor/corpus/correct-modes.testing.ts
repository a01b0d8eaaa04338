// Right programs whose modes are no mistake: evaluation between and within steps, frozen parts, averages of weights. None is to be warned of anything.

import { BatchNorm1d, CrossEntropyLoss, Dropout, F, Linear, Module, Sequential } from "@bernoulli/nn";
import * as swaUtils from "@bernoulli/nn/swa-utils";
import { Adam, SGD } from "@bernoulli/optim";
import { noGrad, type Tensor } from "@bernoulli/tensor";
import { Trainer } from "../../trainer.js";
import { blobs, dropping, normed, type Program, train } from "./programs.testing.js";

/** Its norms stay frozen, whoever calls train(). */
class Frozen extends Module {
  fc1 = new Linear(8, 16);
  bn = new BatchNorm1d(16);
  drop = new Dropout(0.2);
  fc2 = new Linear(16, 3);
  override train(mode = true): this {
    super.train(mode);
    this.bn.train(false);
    return this;
  }
  forward(x: Tensor): Tensor {
    return this.fc2(this.drop(F.relu(this.bn(this.fc1(x)))));
  }
}

export const correctModes: readonly Program[] = [
  {
    name: "a plain loop with dropout, and a validation in between",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = dropping();
      const optimizer = new Adam(model.parameters(), { lr: 0.01 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      for (let epoch = 0; epoch < 10; epoch++) {
        model.train();
        train(4, optimizer, () => criterion(model(x), y));
        model.eval();
        noGrad(() => criterion(model(x), y).item());
      }
    },
  },
  {
    name: "saliency: the gradient of a score by the input, in evaluation mode",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = dropping();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(4, optimizer, () => criterion(model(x), y));
      model.eval();
      for (let sample = 0; sample < 4; sample++) {
        const input = x
          .slice(0, sample, sample + 1)
          .clone()
          .requiresGrad_();
        model(input).max().backward();
      }
      model.train();
      train(4, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "adversarial training: examples in evaluation mode, updates in training mode",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = normed();
      const optimizer = new SGD(model.parameters(), { lr: 0.05 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      for (let step = 0; step < 8; step++) {
        model.eval();
        const input = x.clone().requiresGrad_();
        criterion(model(input), y).backward();
        const attacked = x.add(input.grad!.sign().mul(0.1)).detach();
        model.train();
        optimizer.zeroGrad();
        criterion(model(attacked), y).backward();
        optimizer.step();
      }
    },
  },
  {
    name: "fine-tuning with frozen norms, in a Trainer",
    async run({ settings }) {
      const batch = blobs(12);
      const model = new Frozen();
      model.bn.requiresGrad_(false);
      const optimizer = new SGD(
        [...model.parameters()].filter(({ requiresGrad }) => requiresGrad),
        { lr: 0.05 },
      );
      const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), doctor: settings });
      await trainer.fit([batch, batch, batch], { epochs: 3, validationLoader: [batch] });
    },
  },
  {
    name: "MC dropout: masks on purpose, where the model is evaluated",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = dropping();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(4, optimizer, () => criterion(model(x), y));
      model.eval();
      for (const module of model.modules()) if (module instanceof Dropout) module.train();
      noGrad(() => {
        const draws = Array.from({ length: 8 }, () => model(x));
        for (const draw of draws) criterion(draw, y).item();
        for (let draw = 0; draw < 4; draw++) criterion(model(x), y).item();
      });
      model.train();
      noGrad(() => {
        for (let draw = 0; draw < 4; draw++) criterion(model(x), y).item();
      });
      train(4, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "linear probing: a backbone in evaluation mode, a head that is trained",
    run({ watch }) {
      const [x, y] = blobs(12);
      const backbone = new Sequential(new Linear(8, 16), new BatchNorm1d(16), new Dropout(0.5)).requiresGrad_(false);
      const model = new Sequential(backbone, new Linear(16, 3));
      backbone.eval();
      const optimizer = new SGD(model.at(1).parameters(), { lr: 0.1 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(36, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "frozen layers whose parameters the optimizer holds all the same",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = dropping();
      model.at(0).requiresGrad_(false);
      const optimizer = new SGD(model.parameters(), { lr: 0.05 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "an average of weights, which is evaluated while the model goes on training",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = dropping();
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
];
