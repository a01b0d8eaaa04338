// onnxruntime-node as one side of a comparison: inference of the reference net on its CPU provider; it does not train.

import { onnxModel } from "./onnx-model.js";
import { installedVersion, requirePackage } from "./packages.js";
import { randomImages, randomLayers } from "./reference-net.js";
import { serveMakers } from "./serve.js";

const { InferenceSession, Tensor } = requirePackage("onnxruntime-node");
const threads = Number(process.env.BENCH_THREADS);
const options = { executionProviders: ["cpu"], intraOpNumThreads: threads, interOpNumThreads: 1 };

const makers = {
  async infer(net, batch) {
    if (net !== "reference") return undefined;
    const session = await InferenceSession.create(onnxModel(randomLayers(), Number(batch)), options);
    const { shape, values } = randomImages(Number(batch));
    const images = new Tensor("float32", values, shape);
    return () => session.run({ images });
  },
};

serveMakers({ version: `onnxruntime-node ${installedVersion("onnxruntime-node")}`, threads }, makers);
