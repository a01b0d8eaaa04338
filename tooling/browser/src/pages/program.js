// What every page runs, and Node: a net with dropout, trained for so many steps by a compiled step, and by a Trainer. Its result is
// the bits of all weights, and they are the same everywhere with portable instructions.

import { Conv2d, Dropout, functional as F, Flatten, Linear, MaxPool2d, ReLU, Sequential } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { compile, getNumThreads, manualSeed, pause, rand, randint, ready, scope, setSimd } from "@bernoulli/tensor";

/** 32 bits of all bytes, by FNV-1a. */
function hashOf(tensors) {
  let hash = 0x811c9dc5;
  for (const one of tensors) {
    const { buffer, byteOffset, byteLength } = one.toTypedArray();
    for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}

/** Trains, and says how it went. */
export async function train(steps) {
  const threads = await ready();
  setSimd("portable");
  manualSeed(7);
  const net = new Sequential(
    ...[new Conv2d(3, 16, 3, { padding: 1 }), new ReLU(), new MaxPool2d(2), new Conv2d(16, 32, 3), new ReLU()],
    ...[new Flatten(), new Dropout(0.25), new Linear(32 * 36, 64), new ReLU(), new Dropout(0.5), new Linear(64, 10)],
  );
  const optimizer = new SGD(net.parameters(), { lr: 0.05, momentum: 0.9 });
  const images = rand(32, 3, 16, 16).keep();
  const labels = randint(0, 10, [32]).keep();
  const step = compile(() => {
    optimizer.zeroGrad();
    const loss = F.crossEntropy(net(images), labels);
    loss.backward();
    optimizer.step();
    return loss.detach();
  });
  const losses = [];
  for (let at = 0; at < steps; at++) {
    losses.push(scope(() => step().item()));
    await pause();
  }
  const isolated = globalThis.crossOriginIsolated ?? null;
  return {
    bits: hashOf([...net.parameters()]),
    first: losses[0] ?? Number.NaN,
    last: losses.at(-1) ?? Number.NaN,
    threads,
    of: getNumThreads(),
    isolated,
  };
}
