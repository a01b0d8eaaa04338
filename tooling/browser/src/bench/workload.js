// What is measured in Node and on pages: the reference net, compiled, on 32 random images a step, by a plain loop and through a Trainer.

import { Conv2d, CrossEntropyLoss, Dropout, functional as F, Linear, MaxPool2d, Module } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { compile, manualSeed, pause, rand, randint, ready, scope, setNumThreads, setSimd } from "@bernoulli/tensor";
import { Trainer } from "@bernoulli/trainer";

const batch = 32;

class ReferenceNet extends Module {
  conv1 = new Conv2d(3, 32, 3);
  conv2 = new Conv2d(32, 64, 3);
  conv3 = new Conv2d(64, 128, 3);
  pool = new MaxPool2d(2, 2);
  fc1 = new Linear(512, 512);
  fc2 = new Linear(512, 10);
  dropout = new Dropout(0.25);

  forward(x) {
    let h = this.pool(F.relu(this.conv1(x)));
    h = this.pool(F.relu(this.conv2(h)));
    h = this.pool(F.relu(this.conv3(h)));
    return this.fc2(this.dropout(F.relu(this.fc1(this.dropout(h.view(h.size(0), -1))))));
  }
}

const kinds = {
  loop(net, optimizer, images, labels) {
    const step = compile(() => {
      optimizer.zeroGrad();
      F.crossEntropy(net(images), labels).backward();
      optimizer.step();
    });
    return async (steps) => {
      for (let at = 0; at < steps; at++) {
        scope(() => step());
        await pause();
      }
    };
  },
  trainer(net, optimizer, images, labels) {
    const trainer = new Trainer(net, { optimizer, criterion: new CrossEntropyLoss(), metrics: {} });
    return (steps) => trainer.fit(new Array(steps).fill([images, labels]), { epochs: 1 });
  },
};

/** A function that trains for so many steps, and resolves with the milliseconds that took. */
export async function prepare({ kind, threads, simd = "portable" }) {
  setNumThreads(threads);
  setSimd(simd);
  await ready();
  manualSeed(0);
  const net = new ReferenceNet();
  const optimizer = new SGD(net.parameters(), { lr: 0.01, momentum: 0.9 });
  const [images, labels] = [rand(batch, 3, 32, 32).keep(), randint(0, 10, [batch]).keep()];
  const run = kinds[kind](net, optimizer, images, labels);
  return async (steps) => {
    const before = performance.now();
    await run(steps);
    return performance.now() - before;
  };
}
