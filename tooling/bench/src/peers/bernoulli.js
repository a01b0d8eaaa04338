// This library as one side of a comparison: reads `{"workload", "milliseconds"}` lines, answers with the milliseconds of
// each call. The other sides do the same (pytorch.py).

import { createInterface } from "node:readline";
import {
  conv2d,
  F,
  getNumThreads,
  getSimd,
  manualSeed,
  noGrad,
  optim,
  rand,
  randint,
  randn,
  scope,
  setSimd,
} from "bernoulli";
import { nets } from "../nets.js";

const wanted = process.env.BENCH_SIMD ?? "";
if (wanted === "relaxed") await import("@bernoulli/tensor/relaxed-simd");
if (wanted === "wide") await import("@bernoulli/tensor/revectorize");
if (wanted !== "") setSimd(wanted);

const optimizers = {
  sgd: (parameters) => new optim.SGD(parameters, { lr: 0.01, momentum: 0.9 }),
  adam: (parameters) => new optim.Adam(parameters),
};

const makers = {
  train(net, optimizerName, batch) {
    const { image, make } = nets[net];
    const model = make();
    const optimizer = optimizers[optimizerName](model.parameters());
    const [x, y] = [randn(Number(batch), ...image).keep(), randint(0, 10, [Number(batch)]).keep()];
    return () => {
      optimizer.zeroGrad();
      F.crossEntropy(model(x), y).backward();
      optimizer.step();
    };
  },
  infer(net, batch) {
    const { image, make } = nets[net];
    const model = make();
    model.eval();
    const x = randn(Number(batch), ...image).keep();
    return () => noGrad(() => void model(x));
  },
  matmul(size) {
    const [a, b] = [rand(Number(size), Number(size)).keep(), rand(Number(size), Number(size)).keep()];
    return () => void a.matmul(b);
  },
  conv(shape, passes) {
    const [from, to, kernel, size, padding] = shape.split("-").map(Number);
    const x = randn(32, from, size, size).keep();
    const w = randn(to, from, kernel, kernel).keep();
    if (passes === "forward") return () => void conv2d(x, w, { padding });
    for (const leaf of [x, w]) leaf.requiresGrad_();
    const gradient = conv2d(x, w, { padding }).detach().clone().keep();
    return () => {
      for (const leaf of [x, w]) leaf.grad = null;
      conv2d(x, w, { padding }).backward({ gradient });
    };
  },
  dropout(count, passes) {
    const x = rand(Number(count)).keep();
    if (passes === "forward") return () => void F.dropout(x, { p: 0.1, training: true });
    x.requiresGrad_();
    const gradient = rand(Number(count)).keep();
    return () => {
      x.grad = null;
      F.dropout(x, { p: 0.1, training: true }).backward({ gradient });
    };
  },
  "add-row"(count) {
    const [x, row] = [rand(Number(count) / 1024, 1024).keep(), rand(1024).keep()];
    return () => void x.add(row);
  },
  sum(count) {
    const x = rand(Number(count)).keep();
    return () => void x.sum();
  },
};

console.log(JSON.stringify({ version: `node ${process.version}`, threads: getNumThreads(), simd: getSimd() }));
const ready = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const { workload, milliseconds } = JSON.parse(line);
  if (!ready.has(workload)) {
    const [kind, ...rest] = workload.split("/");
    manualSeed(0);
    ready.clear();
    const body = makers[kind](...rest);
    for (let at = 0; at < 3; at++) scope(body);
    ready.set(workload, body);
  }
  const body = ready.get(workload);
  const times = [];
  const end = performance.now() + milliseconds;
  do {
    const start = performance.now();
    scope(body);
    times.push(performance.now() - start);
  } while (performance.now() < end);
  console.log(JSON.stringify(times));
}
