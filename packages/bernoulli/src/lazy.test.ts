// An optimizer that was made before a lazy net's first call trains it as one that was made behind it.

import { expect, it } from "vitest";
import { F, manualSeed, nn, optim, rand, type Tensor } from "./index.js";

function trained(isCalledFirst: boolean): readonly number[] {
  manualSeed(11);
  const net = new nn.Sequential(new nn.LazyLinear(4), new nn.LazyBatchNorm1d(), new nn.ReLU(), new nn.LazyLinear(1));
  const [x, y]: Tensor[] = [rand(8, 3), rand(8, 1)];
  if (isCalledFirst) net.eval()(x!);
  net.train();
  const optimizer = new optim.Adam(net.parameters(), { lr: 0.1 });
  const losses: number[] = [];
  for (let step = 0; step < 4; step++) {
    optimizer.zeroGrad();
    const loss = F.mseLoss(net(x!), y!);
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  return losses;
}

it("lazy nets are trained by an optimizer that was there before them", () => {
  const losses = trained(false);
  expect(losses).toEqual(trained(true));
  expect(losses.at(-1)!).toBeLessThan(losses[0]!);
});
