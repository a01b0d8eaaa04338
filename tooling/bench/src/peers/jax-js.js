// jax-js with its WebAssembly backend as one side of a comparison. It has threads where there are the web's workers; the
// class below makes Node's look like them.

import { resolveObjectURL } from "node:buffer";
import { Worker as NodeWorker } from "node:worker_threads";
import { installedVersion, requirePackage } from "./packages.js";
import { randomImages, randomLayers } from "./reference-net.js";
import { serveMakers } from "./serve.js";

const prelude = `
const { parentPort } = require("node:worker_threads");
globalThis.self = globalThis;
globalThis.postMessage = (data) => parentPort.postMessage(data);
parentPort.on("message", (data) => self.onmessage({ data }));
`;

class WebWorker {
  onmessage = null;
  onerror = null;
  #started;

  constructor(address) {
    this.#started = this.#start(resolveObjectURL(address));
  }

  async #start(blob) {
    const worker = new NodeWorker(prelude + (await blob.text()), { eval: true });
    worker.on("message", (data) => this.onmessage?.({ data }));
    worker.on("error", (error) => this.onerror?.(error));
    return worker;
  }

  postMessage(data) {
    this.#started.then((worker) => worker.postMessage(data));
  }
}

const threads = Number(process.env.BENCH_THREADS);
globalThis.Worker = WebWorker;
Object.defineProperty(globalThis, "navigator", { value: { hardwareConcurrency: threads }, configurable: true });

const { numpy, nn, lax, jit, random, init, defaultDevice, blockUntilReady } = requirePackage("@jax-js/jax");
await init("wasm");
defaultDevice("wasm");

const array = ({ shape, values }) => numpy.array(values).reshape(shape);
const rand = (...shape) => random.uniform(random.key(0), shape);

/** Times `body` of some arrays; an argument is consumed by its use, hence `ref`. */
async function run(body, ...inputs) {
  await blockUntilReady(inputs);
  return async () => {
    const result = body(...inputs.map((input) => input.ref));
    await result.blockUntilReady();
    result.dispose();
  };
}

function block(x, weight, bias) {
  const h = nn.relu(lax.conv(x, weight, [1, 1], "VALID").add(bias.reshape([1, -1, 1, 1])));
  return lax.reduceWindow(h, numpy.max, [2, 2], [2, 2]);
}

const dense = (x, weight, bias) => numpy.matmul(x, weight.transpose()).add(bias);

const forward = jit((x, ...parameters) => {
  const [w1, b1, w2, b2, w3, b3, w4, b4, w5, b5] = parameters;
  const batch = x.shape[0];
  const features = block(block(block(x, w1, b1), w2, b2), w3, b3).reshape([batch, 512]);
  return dense(nn.relu(dense(features, w4, b4)), w5, b5);
});

const makers = {
  infer(net, batch) {
    if (net !== "reference") return undefined;
    const parameters = randomLayers().flatMap(({ weight, bias }) => [array(weight), array(bias)]);
    return run(forward, array(randomImages(Number(batch))), ...parameters);
  },
  matmul: (size) => run(numpy.matmul, rand(Number(size), Number(size)), rand(Number(size), Number(size))),
  "add-row": (count) => run((x, row) => x.add(row), rand(Number(count) / 1024, 1024), rand(1024)),
  sum: (count) => run((x) => x.sum(), rand(Number(count))),
};

serveMakers(
  {
    version: `jax-js ${installedVersion("@jax-js/jax")}, wasm backend`,
    threads,
    settings: "threads made possible in Node by peers/jax-js.js",
  },
  makers,
);
