// The nets that are measured, each with the shape of one of its images; peers/nets.py has the same for PyTorch. The reference
// net is written out here as well as in apps/cifar-example, because this one must stay what it is while the app may change.

import { F, nn, rand } from "bernoulli";

/** The post's net: 3×32×32 in, three convolutions with pooling, two linear layers with dropout before each. */
export class ReferenceNet extends nn.Module {
  conv1 = new nn.Conv2d(3, 32, 3);
  conv2 = new nn.Conv2d(32, 64, 3);
  conv3 = new nn.Conv2d(64, 128, 3);
  pool = new nn.MaxPool2d(2, 2);
  fc1 = new nn.Linear(this.features(rand(1, 3, 32, 32)).numel(), 512);
  fc2 = new nn.Linear(512, 10);
  dropout = new nn.Dropout(0.25);

  features(x) {
    let h = this.pool(F.relu(this.conv1(x)));
    h = this.pool(F.relu(this.conv2(h)));
    return this.pool(F.relu(this.conv3(h)));
  }

  forward(x) {
    const h = this.features(x);
    return this.fc2(this.dropout(F.relu(this.fc1(this.dropout(h.view(h.size(0), -1))))));
  }
}

/** Without batch normalisation: two blocks at 32 channels, one at 64 behind a stride of two. */
class ResidualNet extends nn.Module {
  stem = new nn.Conv2d(3, 32, 3, { padding: 1 });
  blocks = new nn.ModuleList([new Block(32, 32, 1), new Block(32, 32, 1), new Block(32, 64, 2)]);
  head = new nn.Linear(64, 10);

  forward(x) {
    let h = F.relu(this.stem(x));
    for (const block of this.blocks) h = block(h);
    return this.head(F.avgPool2d(h, 16).flatten(1));
  }
}

class Block extends nn.Module {
  constructor(from, to, stride) {
    super();
    this.first = new nn.Conv2d(from, to, 3, { stride, padding: 1 });
    this.second = new nn.Conv2d(to, to, 3, { padding: 1 });
    this.shortcut = stride === 1 ? new nn.Identity() : new nn.Conv2d(from, to, 1, { stride });
  }

  forward(x) {
    return F.relu(this.second(F.relu(this.first(x))).add(this.shortcut(x)));
  }
}

const conv = (from, to, kernel, options) => [new nn.Conv2d(from, to, kernel, options), new nn.ReLU()];
const linear = (from, to) => [new nn.Linear(from, to), new nn.ReLU()];

export const nets = {
  reference: { image: [3, 32, 32], make: () => new ReferenceNet() },
  mlp: {
    image: [784],
    make: () =>
      new nn.Sequential(
        ...[...linear(784, 1024), new nn.Dropout(0.5), ...linear(1024, 1024), new nn.Dropout(0.5)],
        ...[...linear(1024, 2048), new nn.Dropout(0.5), new nn.Linear(2048, 10)],
      ),
  },
  lenet5: {
    image: [1, 28, 28],
    make: () =>
      new nn.Sequential(
        ...[...conv(1, 6, 5, { padding: 2 }), new nn.MaxPool2d(2), ...conv(6, 16, 5), new nn.MaxPool2d(2)],
        ...[new nn.Flatten(), ...linear(400, 120), ...linear(120, 84), new nn.Linear(84, 10)],
      ),
  },
  vgg: {
    image: [3, 32, 32],
    make: () =>
      new nn.Sequential(
        ...[...conv(3, 32, 3, { padding: 1 }), ...conv(32, 32, 3, { padding: 1 }), new nn.MaxPool2d(2)],
        ...[...conv(32, 64, 3, { padding: 1 }), ...conv(64, 64, 3, { padding: 1 }), new nn.MaxPool2d(2)],
        ...[...conv(64, 128, 3, { padding: 1 }), ...conv(128, 128, 3, { padding: 1 }), new nn.MaxPool2d(2)],
        ...[new nn.Flatten(), ...linear(2048, 256), new nn.Dropout(0.5), new nn.Linear(256, 10)],
      ),
  },
  five: {
    image: [3, 32, 32],
    make: () =>
      new nn.Sequential(
        ...[...conv(3, 32, 5, { padding: 2 }), new nn.MaxPool2d(3, 2)],
        ...[...conv(32, 64, 5, { padding: 2 }), new nn.MaxPool2d(3, 2)],
        ...[new nn.Flatten(), new nn.Linear(3136, 10)],
      ),
  },
  strided: {
    image: [3, 32, 32],
    make: () =>
      new nn.Sequential(
        ...[...conv(3, 32, 3, { padding: 1 }), ...conv(32, 64, 3, { stride: 2, padding: 1 }), ...conv(64, 64, 1)],
        ...[...conv(64, 128, 3, { stride: 2, padding: 1 }), ...conv(128, 128, 1)],
        ...[new nn.AvgPool2d(8), new nn.Flatten(), new nn.Linear(128, 10)],
      ),
  },
  residual: { image: [3, 32, 32], make: () => new ResidualNet() },
};
