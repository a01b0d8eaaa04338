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
  async loop(net, optimizer, images, labels, until) {
    const step = compile(() => {
      optimizer.zeroGrad();
      F.crossEntropy(net(images), labels).backward();
      optimizer.step();
    });
    let steps = 0;
    for (; until(steps); steps++) {
      scope(() => step());
      await pause();
    }
  },
  async trainer(net, optimizer, images, labels, until) {
    const trainer = new Trainer(net, { optimizer, criterion: new CrossEntropyLoss(), metrics: {} });
    let steps = 0;
    const loader = {
      *[Symbol.iterator]() {
        for (; until(steps); steps++) yield [images, labels];
      },
    };
    await trainer.fit(loader, { epochs: 1 });
  },
};

/** Steps a second over so many seconds, behind one second of warming up; and the longest stretch between two pauses, in milliseconds. */
export async function measure({ kind, threads, seconds, simd = "portable" }) {
  setNumThreads(threads);
  setSimd(simd);
  const there = await ready();
  manualSeed(0);
  const net = new ReferenceNet();
  const optimizer = new SGD(net.parameters(), { lr: 0.01, momentum: 0.9 });
  const [images, labels] = [rand(batch, 3, 32, 32).keep(), randint(0, 10, [batch]).keep()];
  const began = performance.now();
  let [from, at, last] = [null, 0, 0];
  await kinds[kind](net, optimizer, images, labels, (steps) => {
    last = performance.now();
    at = steps;
    if (from === null && last - began > 1000) from = { steps, time: last };
    return from === null || last - from.time < 1000 * seconds;
  });
  return { rate: (1000 * (at - from.steps)) / (last - from.time), threads: there };
}
