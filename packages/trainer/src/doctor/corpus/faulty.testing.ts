// Programs with one fault each, of the kinds that the doctor knows: each is to be warned of that, once, and of nothing else.

import {
  BatchNorm1d,
  CrossEntropyLoss,
  Dropout,
  F,
  Linear,
  Module,
  MSELoss,
  Parameter,
  ReLU,
  Sequential,
  Softmax,
} from "@bernoulli/nn";
import { Adam, SGD } from "@bernoulli/optim";
import { noGrad, ones, type Tensor, tensor } from "@bernoulli/tensor";
import { Trainer } from "../../trainer.js";
import { blobs, type FaultyProgram, type Pair, type Practice, train } from "./programs.testing.js";

const dropping = (p = 0.5) => new Sequential(new Linear(8, 32), new ReLU(), new Dropout(p), new Linear(32, 3));
const normed = () => new Sequential(new Linear(8, 16), new BatchNorm1d(16), new ReLU(), new Linear(16, 3));

/** A loop by hand over one batch, with cross entropy. */
function loop({ watch }: Practice, model: Module, steps: number, [x, y]: Pair = blobs(24), parameters: Module = model) {
  const optimizer = new SGD(parameters.parameters(), { lr: 0.1 });
  const criterion = new CrossEntropyLoss();
  const watching = watch(model, { optimizer, criterion });
  const forward = model as unknown as (x: Tensor) => Tensor;
  const update = (count: number) => train(count, optimizer, () => criterion(forward(x), y));
  update(steps);
  return { watching, optimizer, criterion, update, forward, x, y };
}

/** A fit of two batches an epoch. */
async function fit({ settings }: Practice, model: Module & ((x: Tensor) => Tensor), epochs: number, lr = 0.1) {
  const batch = blobs(24);
  const optimizer = new SGD(model.parameters(), { lr });
  const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), doctor: settings });
  await trainer.fit([batch, batch], { epochs, validationLoader: [batch] });
}

class InMap extends Module {
  fc = new Linear(8, 16);
  parts = new Map([["head", new Linear(16, 3)]]);
  forward(x: Tensor): Tensor {
    return this.parts.get("head")!(F.relu(this.fc(x)));
  }
}

class InObject extends Module {
  fc = new Linear(8, 3);
  extras = { scale: new Parameter(ones(3)) };
  forward(x: Tensor): Tensor {
    return this.fc(x).mul(this.extras.scale);
  }
}

class DropoutInMap extends Module {
  fc = new Linear(8, 3);
  parts = { inner: new Map([["drop", new Dropout(0.5)]]) };
  forward(x: Tensor): Tensor {
    return this.parts.inner.get("drop")!(this.fc(x));
  }
}

class Forgetful extends Module {
  fc1 = new Linear(8, 16);
  forgotten = new Linear(16, 16);
  fc2 = new Linear(16, 3);
  forward(x: Tensor): Tensor {
    return this.fc2(F.relu(this.fc1(x)));
  }
}

class Detached extends Module {
  fc1 = new Linear(8, 16);
  fc2 = new Linear(16, 3);
  forward(x: Tensor): Tensor {
    return this.fc2(F.relu(this.fc1(x)).detach());
  }
}

/** What a user may write for softmax. */
class HandMadeSoftmax extends Module {
  fc = new Linear(8, 3);
  forward(x: Tensor): Tensor {
    const powers = this.fc(x).exp();
    return powers.div(powers.sum(1, { keepdim: true }));
  }
}

class FunctionalSoftmax extends Module {
  fc = new Linear(8, 3);
  forward(x: Tensor): Tensor {
    return F.softmax(this.fc(x), 1);
  }
}

export const faulty: readonly FaultyProgram[] = [
  {
    name: "eval() before training, with dropout",
    code: "doctor/backward-in-eval",
    run: (practice) => void loop(practice, dropping().eval(), 4),
  },
  {
    name: "eval() before training, with batch norms that have seen nothing",
    code: "doctor/backward-in-eval",
    run: (practice) => void loop(practice, normed().eval(), 4),
  },
  {
    name: "no train() behind a validation",
    code: "doctor/mode-left-changed",
    run(practice) {
      const model = dropping();
      const { update, forward, x } = loop(practice, model, 4);
      model.eval();
      noGrad(() => forward(x));
      update(4);
    },
  },
  {
    name: "no train() behind a validation, with batch norm",
    code: "doctor/mode-left-changed",
    run(practice) {
      const model = normed();
      const { update, forward, x } = loop(practice, model, 4);
      model.eval();
      noGrad(() => forward(x));
      update(4);
    },
  },
  {
    name: "a norm that was frozen before fit, whose train() thaws it",
    code: "doctor/mode-left-changed",
    run(practice) {
      const model = normed();
      model.at(1).eval();
      return fit(practice, model, 2);
    },
  },
  {
    name: "a validation loss with dropout live",
    code: "doctor/metrics-with-dropout",
    run(practice) {
      const { update, forward, criterion, x, y } = loop(practice, dropping(), 4);
      for (let epoch = 0; epoch < 3; epoch++) {
        noGrad(() => {
          for (let part = 0; part < 4; part++)
            criterion(forward(x.slice(0, part, part + 4)), y.slice(0, part, part + 4)).item();
        });
        update(2);
      }
    },
  },
  {
    name: "a test loss with dropout live, behind all training",
    code: "doctor/metrics-with-dropout",
    run(practice) {
      const { forward, criterion, x, y } = loop(practice, new Sequential(new Dropout(0.2), new Linear(8, 3)), 4);
      for (let part = 0; part < 4; part++)
        noGrad(() => criterion(forward(x.slice(0, part, part + 4)), y.slice(0, part, part + 4)).item());
    },
  },
  {
    name: "a layer in a Map",
    code: "doctor/unregistered",
    run: (practice) => void loop(practice, new InMap(), 34),
  },
  {
    name: "a parameter in a plain object, in a Trainer",
    code: "doctor/unregistered",
    run: (practice) => fit(practice, new InObject(), 2),
  },
  {
    name: "a dropout in a Map, which eval() does not reach",
    code: "doctor/unregistered",
    run: (practice) => fit(practice, new DropoutInMap(), 2),
  },
  {
    name: "batch norm behind dropout, in a net that is narrow",
    code: "doctor/batch-norm-after-dropout",
    run(practice) {
      const block = (from: number) => [new Linear(from, 16), new ReLU(), new Dropout(0.5), new BatchNorm1d(16)];
      loop(practice, new Sequential(...block(8), ...block(16), ...block(16), new Linear(16, 3)), 66, blobs(96));
    },
  },
  {
    name: "p = 0.9 where nine tenths were to be kept",
    code: "doctor/keep-probability",
    run: (practice) => void loop(practice, dropping(0.9), 66),
  },
  {
    name: "p = 0.95 in two layers, in a Trainer",
    code: "doctor/keep-probability",
    run: (practice) =>
      fit(
        practice,
        new Sequential(
          new Linear(8, 64),
          new ReLU(),
          new Dropout(0.95),
          new Linear(64, 16),
          new ReLU(),
          new Dropout(0.95),
          new Linear(16, 3),
        ),
        33,
      ),
  },
  {
    name: "a softmax layer before a cross entropy, in a Trainer",
    code: "doctor/softmax-before-cross-entropy",
    run: (practice) => fit(practice, new Sequential(new Linear(8, 3), new Softmax(1)), 2),
  },
  {
    name: "F.softmax at the end of a forward",
    code: "doctor/softmax-before-cross-entropy",
    run: (practice) => void loop(practice, new FunctionalSoftmax(), 6),
  },
  {
    name: "a softmax by hand",
    code: "doctor/softmax-before-cross-entropy",
    run: (practice) => void loop(practice, new HandMadeSoftmax(), 6),
  },
  {
    name: "a loss of what the model gave, made a leaf",
    code: "doctor/loss-without-parameters",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = new Linear(8, 3);
      const optimizer = new SGD(model.parameters(), { lr: 0.1 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(6, optimizer, () => criterion(model(x).detach().requiresGrad_(), y));
    },
  },
  {
    name: "an optimizer that holds the parameters of a model made before",
    code: "doctor/loss-without-parameters",
    run: (practice) => void loop(practice, normed(), 6, blobs(12), normed()),
  },
  {
    name: "a layer that forward does not call",
    code: "doctor/parameter-without-gradient",
    run: (practice) => void loop(practice, new Forgetful(), 34),
  },
  {
    name: "a detach() between two layers, in a Trainer",
    code: "doctor/parameter-without-gradient",
    run: (practice) => fit(practice, new Detached(), 17),
  },
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
];
