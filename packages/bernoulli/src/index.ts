// bernoulli: everything that runs in Node and in the browser under one import. Only re-exports. What reads files or
// draws on a terminal is Node's alone: @bernoulli/data/node, @bernoulli/formats/node and @bernoulli/trainer/node.

export * as data from "@bernoulli/data";
export { enumerate } from "@bernoulli/data";
export * as formats from "@bernoulli/formats";
export * as nn from "@bernoulli/nn";
export { deepcopy, functional as F } from "@bernoulli/nn";
export * from "@bernoulli/tensor";
export * as distributions from "@bernoulli/tensor/distributions";
export * as trainer from "@bernoulli/trainer";
// By name: these hide the functions of the same names that @bernoulli/tensor has.
export { bool, double, float, float32, float64, int, int32, int64, long, uint8 } from "./dtypes.js";
export * as func from "./func.js";
export * as optim from "./optim.js";
export { load, multiprocessing, onnx, save } from "./refused.js";
export * as utils from "./utils.js";
