// Programs with one fault each of layers: batch norm behind dropout, p that is what is kept, a softmax before a cross entropy.

import {
  BatchNorm1d,
  CrossEntropyLoss,
  Dropout,
  F,
  GRU,
  Linear,
  Module,
  ReLU,
  Sequential,
  Softmax,
} from "@bernoulli/nn";
import { Adam } from "@bernoulli/optim";
import { compile, type Tensor } from "@bernoulli/tensor";
import { Trainer } from "../../trainer.js";
import { blobs, dropping, type FaultyProgram, fit, loop } from "./programs.testing.js";

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

class LastStep extends Module {
  gru = new GRU(4, 8, { batchFirst: true });
  head = new Linear(8, 3);
  forward(x: Tensor): Tensor {
    return F.softmax(this.head(this.gru(x.view(-1, 2, 4))[0].select(1, -1)), 1);
  }
}

export const faultyLayers: readonly FaultyProgram[] = [
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
];
