// TensorFlow.js with its WebAssembly backend as one side of a comparison. That backend has no gradient for a convolution's
// weights, so that only the net without convolutions trains.

import os from "node:os";
import { fileURLToPath } from "node:url";
import { folder, installedVersion, requirePackage } from "./packages.js";
import { randomImages, randomLayers } from "./reference-net.js";
import { serveMakers } from "./serve.js";

// In Node it uses one thread unless told otherwise. It starts threads from blobs, which Node's workers cannot
// (tfjs-worker.cjs), and no more of them than half of the processors that it sees.
const threads = Number(process.env.BENCH_THREADS);
const processors = os.cpus();
os.cpus = () => Array.from({ length: 2 * threads }, () => processors[0]);
process.env.BENCH_PACKAGES = folder; // for the workers, which have no arguments
URL.createObjectURL = () => fileURLToPath(new URL("tfjs-worker.cjs", import.meta.url));

const tf = requirePackage("@tensorflow/tfjs");
const wasm = requirePackage("@tensorflow/tfjs-backend-wasm");
tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", threads > 1);
wasm.setThreadsCount(threads);
await tf.setBackend("wasm");

const constant = ({ shape, values }) => tf.tensor(values, shape);
const run = (body) => () => void tf.tidy(() => void body());

/** The weights as tfjs has them: channels last, inputs before outputs. */
function placedLayers() {
  return randomLayers().map(({ name, weight, bias }) => {
    const given = constant(weight);
    const placed =
      weight.shape.length === 4
        ? given.transpose([2, 3, 1, 0])
        : name === "fc1"
          ? given.reshape([512, 128, 2, 2]).transpose([2, 3, 1, 0]).reshape([512, 512])
          : given.transpose();
    return { weight: placed, bias: constant(bias) };
  });
}

/** Of the net `mlp` in ../nets.js: behind each layer but the last, ReLU and a dropout of 0.5. */
const mlpSizes = [784, 1024, 1024, 2048, 10];

const makers = {
  infer(net, batch) {
    if (net !== "reference") return undefined;
    const [conv1, conv2, conv3, fc1, fc2] = placedLayers();
    const images = constant(randomImages(Number(batch))).transpose([0, 2, 3, 1]);
    const block = (x, { weight, bias }) =>
      tf.maxPool(
        tf.fused.conv2d({ x, filter: weight, bias, strides: 1, pad: "valid", activation: "relu" }),
        2,
        2,
        "valid",
      );
    const dense = (a, { weight, bias }, activation) => tf.fused.matMul({ a, b: weight, bias, activation });
    return run(() => {
      const features = block(block(block(images, conv1), conv2), conv3).reshape([-1, 512]);
      return dense(dense(features, fc1, "relu"), fc2, "linear");
    });
  },
  train(net, optimizerName, batch) {
    if (net !== "mlp" || optimizerName !== "sgd") return undefined;
    const layers = mlpSizes.slice(1).map((to, at) => {
      const bound = 1 / Math.sqrt(mlpSizes[at]);
      return [[mlpSizes[at], to], [to]].map((shape) => tf.variable(tf.randomUniform(shape, -bound, bound)));
    });
    const optimizer = tf.train.momentum(0.01, 0.9);
    const images = tf.randomNormal([Number(batch), 784]);
    const labels = tf.oneHot(tf.randomUniform([Number(batch)], 0, 10, "int32"), 10);
    const loss = () => {
      let h = images;
      for (const [at, [weight, bias]] of layers.entries()) {
        h = h.matMul(weight).add(bias);
        if (at < 3) h = tf.dropout(h.relu(), 0.5);
      }
      return tf.losses.softmaxCrossEntropy(labels, h);
    };
    return run(() => optimizer.minimize(loss, false, layers.flat()));
  },
  matmul(size) {
    const [a, b] = [0, 1].map(() => tf.randomUniform([Number(size), Number(size)]));
    return run(() => tf.matMul(a, b));
  },
  "add-row"(count) {
    const [x, row] = [tf.randomUniform([Number(count) / 1024, 1024]), tf.randomUniform([1024])];
    return run(() => tf.add(x, row));
  },
  sum(count) {
    const x = tf.randomUniform([Number(count)]);
    return run(() => tf.sum(x));
  },
};

serveMakers(
  {
    version: `tfjs ${installedVersion("@tensorflow/tfjs")}, wasm backend`,
    threads: wasm.getThreadsCount(),
    settings: "threads made possible in Node by peers/tfjs-worker.cjs",
  },
  makers,
);
