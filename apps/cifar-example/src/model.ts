// The post's net and its twin without dropout. Not how they are trained (experiment.ts).

import { F, nn, rand, scope, type Tensor } from "bernoulli";

/** Three convolutions with pooling, two linear layers. Shape: (N, 3, 32, 32) → (N, 10). */
export class PlainNet extends nn.Module {
  conv1 = new nn.Conv2d(3, 32, 3);
  conv2 = new nn.Conv2d(32, 64, 3);
  conv3 = new nn.Conv2d(64, 128, 3);
  pool = new nn.MaxPool2d(2, 2);
  fc1 = new nn.Linear(this.getConvOutput([3, 32, 32]), 512);
  fc2 = new nn.Linear(512, 10);

  // The post finds the size with one random image. Its draws belong to the stream: without them fc1 would start elsewhere.
  getConvOutput(shape: readonly number[]): number {
    return scope(() => this.convolve(rand([1, ...shape])).numel());
  }

  convolve(x: Tensor): Tensor {
    let h = this.pool(F.relu(this.conv1(x)));
    h = this.pool(F.relu(this.conv2(h)));
    return this.pool(F.relu(this.conv3(h)));
  }

  forward(x: Tensor): Tensor {
    const h = this.convolve(x);
    return this.fc2(F.relu(this.fc1(h.view(h.size(0), -1))));
  }
}

/** The same net with dropout before each linear layer. `p` is the share of units that is dropped. */
export class DropoutNet extends PlainNet {
  dropout: nn.Dropout;

  constructor(p = 0.25) {
    super();
    this.dropout = new nn.Dropout(p);
  }

  override forward(x: Tensor): Tensor {
    const h = this.convolve(x);
    const units = this.dropout(h.view(h.size(0), -1));
    return this.fc2(this.dropout(F.relu(this.fc1(units))));
  }
}
