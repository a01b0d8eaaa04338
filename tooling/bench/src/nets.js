// The nets that are measured. The reference net is written out here as well as in apps/cifar-example, because this one
// must stay what it is while the app may change.

import { F, nn, rand } from "bernoulli";

/** The post's net: 3×32×32 in, three convolutions with pooling, two linear layers with dropout before each. */
export class ReferenceNet extends nn.Module {
  conv1 = new nn.Conv2d(3, 32, 3);
  conv2 = new nn.Conv2d(32, 64, 3);
  conv3 = new nn.Conv2d(64, 128, 3);
  pool = new nn.MaxPool2d(2, 2);
  fc1 = new nn.Linear(this.features(rand(1, 3, 32, 32)).numel, 512);
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
