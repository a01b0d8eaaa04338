// One step of training, as a page would write it: what the browser bundle is made of.
import { F, manualSeed, nn, noGrad, optim, rand, tensor } from "bernoulli";

class Net extends nn.Module {
  conv = new nn.Conv2d(1, 4, 3);
  dropout = new nn.Dropout(0.25);
  fc = new nn.Linear(4 * 6 * 6, 3);

  forward(x) {
    const hidden = this.dropout(F.relu(this.conv(x)));
    return this.fc(hidden.view(hidden.size(0), -1));
  }
}

/** The loss on one batch before and after a step of SGD on it. */
export function trainOneStep() {
  manualSeed(0);
  const model = new Net();
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
  const images = rand(8, 1, 8, 8);
  const labels = tensor([0, 1, 2, 0, 1, 2, 0, 1], { dtype: "int32" });
  // Without dropout, so that the two losses differ by the step alone.
  const loss = () => {
    model.eval();
    const value = noGrad(() => F.crossEntropy(model(images), labels).item());
    model.train();
    return value;
  };

  const before = loss();
  optimizer.zeroGrad();
  F.crossEntropy(model(images), labels).backward();
  optimizer.step();
  return { before, after: loss() };
}
