// This library as one side of a comparison: steps and models compiled, or op by op where BENCH_EAGER says so.

import {
  compile,
  conv2d,
  F,
  getNumThreads,
  getSimd,
  manualSeed,
  noGrad,
  rand,
  randint,
  randn,
  scope,
  setSimd,
} from "bernoulli";
import { drop, isDrop } from "../drops.js";
import { knownNets } from "../known-nets.js";
import { nets } from "../nets.js";
import { op } from "../ops.js";
import { optimizers } from "../optimizers.js";
import { peak } from "./peak.js";
import { serveMakers } from "./serve.js";

const wanted = process.env.BENCH_SIMD ?? "";
if (wanted === "relaxed") await import("@bernoulli/tensor/relaxed-simd");
if (wanted === "wide") await import("@bernoulli/tensor/revectorize");
if (wanted !== "") setSimd(wanted);

const eager = process.env.BENCH_EAGER === "1";
// A step sets its gradients anew in each call: nobody reads them in between.
const prepared = (body) => (eager ? body : compile(body, { keepGrads: false }));

const makers = {
  train(net, optimizerName, batch) {
    const known = knownNets[net];
    if (known !== undefined) {
      const step = prepared(known.step(optimizers[optimizerName], Number(batch)));
      return () => void step();
    }
    const { image, make } = nets[net];
    const model = make();
    const optimizer = optimizers[optimizerName](model.parameters());
    const [x, y] = [randn(Number(batch), ...image).keep(), randint(0, 10, [Number(batch)]).keep()];
    return prepared(() => {
      optimizer.zeroGrad();
      F.crossEntropy(model(x), y).backward();
      optimizer.step();
    });
  },
  infer(net, batch) {
    const { image, make } = nets[net];
    const model = make();
    model.eval();
    const x = randn(Number(batch), ...image).keep();
    const answer = prepared(() => noGrad(() => model(x)));
    return () => void answer();
  },
  peak: () => peak(getNumThreads(), getSimd() !== "portable"),
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
    if (isDrop(count)) return drop(count, eager);
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
  ops: op,
};

serveMakers(
  { threads: getNumThreads(), simd: getSimd(), settings: eager ? "op by op" : "steps compiled, keepGrads: false" },
  Object.fromEntries(
    Object.entries(makers).map(([kind, make]) => [
      kind,
      (...rest) => {
        manualSeed(0);
        const body = make(...rest);
        return () => scope(body);
      },
    ]),
  ),
);
