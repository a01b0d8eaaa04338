// Programs with one fault each of numbers: weights that explode, NaN.

import { CrossEntropyLoss, F, Linear, Module, MSELoss, ReLU, Sequential } from "@bernoulli/nn";
import { Adam, SGD } from "@bernoulli/optim";
import { ones, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { Trainer } from "../../trainer.js";
import { blobs, type FaultyProgram, train } from "./programs.testing.js";

export const faultyNumbers: readonly FaultyProgram[] = [
  {
    name: "a learning rate a thousand times too high, in a Trainer",
    code: "doctor/exploding-weights",
    async run({ settings }) {
      const [x] = blobs(24);
      const model = new Sequential(new Linear(8, 16), new ReLU(), new Linear(16, 1));
      const optimizer = new SGD(model.parameters(), { lr: 30 });
      const trainer = new Trainer(model, { optimizer, criterion: new MSELoss(), metrics: {}, doctor: settings });
      await trainer.fit([[x, x.sum(1, { keepdim: true })]], { epochs: 8 });
    },
  },
  {
    name: "a learning rate that is too high for a plain loop",
    code: "doctor/exploding-weights",
    run({ watch }) {
      const [x] = blobs(24);
      const model = new Linear(8, 1);
      const optimizer = new SGD(model.parameters(), { lr: 2 });
      const criterion = new MSELoss();
      watch(model, { optimizer, criterion });
      const wanted = x.sum(1, { keepdim: true });
      train(40, optimizer, () => criterion(model(x), wanted));
    },
  },
  {
    name: "a recurrent net by hand whose weights grow",
    code: "doctor/exploding-weights",
    run({ watch }) {
      const [x] = blobs(24);
      class Linearly extends Module {
        fc = new Linear(8, 8);
        forward(input: Tensor): Tensor {
          let state = zeros(24, 8);
          for (let at = 0; at < 6; at++) state = this.fc(state.add(input));
          return state.sum(1);
        }
      }
      const model = new Linearly();
      const optimizer = new SGD(model.parameters(), { lr: 0.5 });
      const criterion = new MSELoss();
      watch(model, { optimizer, criterion });
      train(12, optimizer, () => criterion(model(x), ones(24)));
    },
  },
  {
    name: "the logarithm of a probability that is 0",
    code: "doctor/nan",
    run({ watch }) {
      const [x] = blobs(12);
      class Entropy extends Module {
        fc = new Linear(8, 3);
        forward(input: Tensor): Tensor {
          const shares = F.relu(this.fc(input));
          return shares.mul(shares.log()).sum(1);
        }
      }
      const model = new Entropy();
      const optimizer = new SGD(model.parameters(), { lr: 0.1 });
      const criterion = new MSELoss();
      watch(model, { optimizer, criterion });
      train(3, optimizer, () => criterion(model(x), ones(12)));
    },
  },
  {
    name: "the gradient of a square root at 0",
    code: "doctor/nan",
    run({ watch }) {
      class Norm extends Module {
        fc = new Linear(8, 3, { bias: false });
        forward(input: Tensor): Tensor {
          const rows = this.fc(input);
          return rows.mul(rows).sum(1).sqrt();
        }
      }
      const [x] = blobs(12);
      const model = new Norm();
      const optimizer = new Adam(model.parameters());
      const criterion = new MSELoss();
      watch(model, { optimizer, criterion });
      const empty = x.clone();
      empty.slice(0, 0, 1).zero_();
      train(3, optimizer, () => criterion(model(empty), ones(12)));
    },
  },
  {
    name: "a NaN in the data of a Trainer",
    code: "doctor/nan",
    async run({ settings }) {
      const model = new Linear(2, 2);
      const optimizer = new Adam(model.parameters());
      const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), doctor: settings });
      const target = tensor([0, 1], { dtype: "int32" });
      await trainer.fit(
        [
          [
            tensor([
              [1, 2],
              [Number.NaN, 1],
            ]),
            target,
          ],
        ],
        { epochs: 3 },
      );
    },
  },
  {
    name: "features by their deviation, of which one is constant",
    code: "doctor/nan",
    run({ watch }) {
      const [given, y] = blobs(24);
      const x = given.clone();
      x.slice(1, 3, 4).fill_(2);
      class Standardized extends Module {
        fc = new Linear(8, 3);
        forward(input: Tensor): Tensor {
          const away = input.sub(input.mean(0));
          return this.fc(away.div(away.mul(away).mean(0).sqrt()));
        }
      }
      const model = new Standardized();
      const optimizer = new SGD(model.parameters(), { lr: 0.1 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(4, optimizer, () => criterion(model(x), y));
    },
  },
];
