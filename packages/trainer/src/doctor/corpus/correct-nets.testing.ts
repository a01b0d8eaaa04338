// Right programs whose nets are where a simpler rule would find fault: residual blocks, tied weights, layers left out, experts. None is to
// be warned of anything.

import {
  BatchNorm2d,
  Conv2d,
  CrossEntropyLoss,
  Dropout,
  Embedding,
  F,
  GRU,
  LayerNorm,
  Linear,
  Module,
  NLLLoss,
  ReLU,
  Sequential,
  TransformerEncoderLayer,
  utils,
} from "@bernoulli/nn";
import { Adam, AdamW, lrScheduler, SGD } from "@bernoulli/optim";
import { cat, noGrad, rand, randint, randn, stack, type Tensor } from "@bernoulli/tensor";
import { blobs, type Program, squares, train } from "./programs.testing.js";

class WideBlock extends Module {
  bn1: BatchNorm2d;
  conv1: Conv2d;
  drop = new Dropout(0.3);
  bn2: BatchNorm2d;
  conv2: Conv2d;
  constructor(channels: number) {
    super();
    this.bn1 = new BatchNorm2d(channels);
    this.conv1 = new Conv2d(channels, channels, 3, { padding: 1, bias: false });
    this.bn2 = new BatchNorm2d(channels);
    this.conv2 = new Conv2d(channels, channels, 3, { padding: 1, bias: false });
  }
  forward(x: Tensor): Tensor {
    const inner = this.drop(this.conv1(F.relu(this.bn1(x))));
    return x.add(this.conv2(F.relu(this.bn2(inner))));
  }
}

/** Zagoruyko and Komodakis, 2016: dropout between the convolutions of a block, and so before a batch norm. */
class WideResNet extends Module {
  conv = new Conv2d(1, 8, 3, { padding: 1, bias: false });
  blocks = [new WideBlock(8)];
  bn = new BatchNorm2d(8);
  fc = new Linear(8, 4);
  forward(x: Tensor): Tensor {
    let y = this.conv(x);
    for (const block of this.blocks) y = block(y);
    return this.fc(F.relu(this.bn(y)).mean([2, 3]));
  }
}

class Tied extends Module {
  embedding = new Embedding(6, 8);
  gru = new GRU(8, 8, { batchFirst: true });
  forward(tokens: Tensor): Tensor {
    return this.gru(this.embedding(tokens))[0].matmul(this.embedding.weight.t());
  }
}

class LayerDrop extends Module {
  layers = [new Linear(8, 8), new Linear(8, 8), new Linear(8, 8)];
  head = new Linear(8, 3);
  forward(x: Tensor): Tensor {
    let y = x;
    for (const layer of this.layers) if (!this.training || rand(1).item() > 0.5) y = y.add(F.relu(layer(y)));
    return this.head(y);
  }
}

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

export const correctNets: readonly Program[] = [
  {
    name: "Wide ResNet",
    run({ watch }) {
      const [x, y] = squares(8);
      const model = new WideResNet();
      const optimizer = new SGD(model.parameters(), { lr: 0.05, momentum: 0.9 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(66, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "layers left out at random",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = new LayerDrop();
      const optimizer = new SGD(model.parameters(), { lr: 0.05 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "tied weights: an embedding that is the output layer too",
    run({ watch }) {
      const tokens = cat([blobs(12)[1].view(3, 4), blobs(12)[1].view(3, 4)], 1);
      const model = new Tied();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(34, optimizer, () => {
        const scores = model(tokens.slice(1, 0, 7));
        return criterion(scores.reshape(-1, 6), tokens.slice(1, 1, 8).reshape(-1));
      });
    },
  },
  {
    name: "p = 0.7 on a layer that is wide enough for it",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new Sequential(new Linear(8, 256), new ReLU(), new Dropout(0.7), new Linear(256, 3));
      const optimizer = new Adam(model.parameters(), { lr: 0.01 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(66, optimizer, () => criterion(model(x), y));
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
];
