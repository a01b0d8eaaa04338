// Programs with one fault each of training and evaluation mode: backward in evaluation mode, dropout in metrics, a mode left changed.

import { BatchNorm1d, CrossEntropyLoss, Dropout, Linear, ReLU, Sequential } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { noGrad } from "@bernoulli/tensor";
import { blobs, dropping, type FaultyProgram, fit, loop, normed, train } from "./programs.testing.js";

export const faultyModes: readonly FaultyProgram[] = [
  {
    name: "eval() before training, with dropout",
    code: "doctor/backward-in-eval",
    run: (practice) => void loop(practice, dropping().eval(), 4),
  },
  {
    name: "eval() before training, with batch norms that have seen nothing",
    code: "doctor/backward-in-eval",
    run: (practice) => void loop(practice, normed(0).eval(), 4),
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
      const model = normed(0);
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
      const model = normed(0);
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
    name: "the validation of a step in the midst of an epoch, which leaves eval() behind",
    code: "doctor/mode-left-changed",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = normed();
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
];
