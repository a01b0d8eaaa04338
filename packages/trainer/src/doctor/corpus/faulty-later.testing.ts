// More programs with one fault each: each is to be warned of that, once, and of nothing else.

import {
  BatchNorm1d,
  CrossEntropyLoss,
  Dropout,
  F,
  GRU,
  Linear,
  Module,
  MSELoss,
  ReLU,
  Sequential,
} from "@bernoulli/nn";
import { Adam, SGD } from "@bernoulli/optim";
import { compile, noGrad, ones, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { Trainer } from "../../trainer.js";
import { blobs, type FaultyProgram, train } from "./programs.testing.js";

class InSet extends Module {
  fc = new Linear(8, 3);
  parts = new Set([new Linear(8, 8)]);
  forward(x: Tensor): Tensor {
    let y = x;
    for (const part of this.parts) y = F.relu(part(y));
    return this.fc(y);
  }
}

/** The backbone was to be trained too. */
class Shielded extends Module {
  backbone = new Sequential(new Linear(8, 16), new ReLU());
  head = new Linear(16, 3);
  forward(x: Tensor): Tensor {
    return this.head(noGrad(() => this.backbone(x)));
  }
}

class LastStep extends Module {
  gru = new GRU(4, 8, { batchFirst: true });
  head = new Linear(8, 3);
  forward(x: Tensor): Tensor {
    return F.softmax(this.head(this.gru(x.view(-1, 2, 4))[0].select(1, -1)), 1);
  }
}

export const faultyLater: readonly FaultyProgram[] = [
  {
    name: "a layer in a Set",
    code: "doctor/unregistered",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new InSet();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "a head that was put in place behind the optimizer's making",
    code: "doctor/parameter-without-gradient",
    run({ watch }) {
      const [x, y] = blobs(24);
      class Classifier extends Module {
        fc = new Linear(8, 16);
        head = new Linear(16, 10);
        forward(input: Tensor): Tensor {
          return this.head(F.relu(this.fc(input)));
        }
      }
      const model = new Classifier();
      const optimizer = new Adam(model.parameters());
      model.head = new Linear(16, 3);
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "a backbone within noGrad",
    code: "doctor/parameter-without-gradient",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new Shielded();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "a loss that was made a number, and a tensor again",
    code: "doctor/loss-without-parameters",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new Linear(8, 3);
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(5, optimizer, () => tensor(criterion(model(x), y).item(), { requiresGrad: true }).mul(1));
    },
  },
  {
    name: "a GRU's softmax before a cross entropy, compiled",
    code: "doctor/softmax-before-cross-entropy",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new LastStep();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      const watching = watch(model, { optimizer, criterion });
      const step = compile(() => {
        optimizer.zeroGrad();
        const loss = criterion(model(x), y);
        loss.backward();
        optimizer.step();
        return loss.detach();
      });
      for (let at = 0; at < 12; at++) step().item();
      watching.check();
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
  {
    name: "the validation of a step in the midst of an epoch, which leaves eval() behind",
    code: "doctor/mode-left-changed",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new Sequential(
        new Linear(8, 16),
        new BatchNorm1d(16),
        new ReLU(),
        new Dropout(0.2),
        new Linear(16, 3),
      );
      const optimizer = new SGD(model.parameters(), { lr: 0.1 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      for (let epoch = 0; epoch < 2; epoch++) {
        if (epoch === 0) model.train();
        for (let step = 0; step < 10; step++) {
          train(1, optimizer, () => criterion(model(x), y));
          if (step !== 6) continue;
          model.eval();
          noGrad(() => criterion(model(x), y).item());
        }
      }
    },
  },
  {
    name: "a norm that is frozen by hand before each epoch's train()",
    code: "doctor/mode-left-changed",
    run({ watch }) {
      const [x, y] = blobs(24);
      const norm = new BatchNorm1d(16);
      const model = new Sequential(new Linear(8, 16), norm, new ReLU(), new Linear(16, 3));
      const optimizer = new SGD(model.parameters(), { lr: 0.1 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      norm.requiresGrad_(false);
      norm.eval();
      train(4, optimizer, () => criterion(model(x), y));
      for (let epoch = 0; epoch < 3; epoch++) {
        model.train();
        train(4, optimizer, () => criterion(model(x), y));
      }
    },
  },
  {
    name: "Dropout(0.9) as an input's, where a tenth was to be dropped, in a Trainer",
    code: "doctor/keep-probability",
    async run({ settings }) {
      const batch = blobs(24);
      const model = new Sequential(new Dropout(0.9), new Linear(8, 32), new ReLU(), new Linear(32, 3));
      const optimizer = new Adam(model.parameters(), { lr: 0.01 });
      const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), doctor: settings });
      await trainer.fit([batch, batch], { epochs: 35 });
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
];
