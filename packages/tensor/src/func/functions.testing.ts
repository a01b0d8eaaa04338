// The functions of the fixtures "functional", by the names that tooling/torch-fixtures has for them.

import type { Tensor } from "../index.js";

export const functions: Readonly<Record<string, (x: Tensor, y: Tensor) => Tensor | Tensor[]>> = {
  cubes: (x) => x.pow(3),
  cubesSum: (x) => x.pow(3).sum(),
  "exp-sin": (x) => x.exp().mul(x.sin()).sum(),
  matrix: (x) => x.matmul(x.t()).tanh(),
  matrixSum: (x) => x.matmul(x.t()).tanh().sum(),
  linear: (x) => x.sum().mul(3),
  softmax: (x) => x.logSoftmax(-1),
  product: (x, y) => x.mul(y).add(y.exp()),
  productSum: (x, y) => x.mul(y).mul(y).add(y.exp()).sum(),
  two: (x, y) => [x.mul(y), y.sum().mul(x.sin())],
  unused: (x) => x.pow(2).sum(),
  mlp: (x, w) => x.matmul(w).sigmoid().pow(2).sum(),
};
