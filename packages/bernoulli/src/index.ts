// bernoulli: everything that runs in Node and in the browser under one import. Only re-exports. What reads files or
// draws on a terminal is Node's alone: @bernoulli/data/node, @bernoulli/formats/node and @bernoulli/trainer/node.

export * as data from "@bernoulli/data";
export { enumerate } from "@bernoulli/data";
export * as formats from "@bernoulli/formats";
export * as nn from "@bernoulli/nn";
export { functional as F } from "@bernoulli/nn";
export * from "@bernoulli/tensor";
export * as distributions from "@bernoulli/tensor/distributions";
export * as trainer from "@bernoulli/trainer";
export * from "./dtypes.js";
export * as func from "./func.js";
export * as optim from "./optim.js";
export { load, multiprocessing, onnx, save } from "./refused.js";
export * as utils from "./utils.js";
