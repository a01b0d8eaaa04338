// Products of operands of one rank, products that are added, distances; and linalg.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { define, given } from "./define.mjs";

const noOut = (name, out) => {
  if (out !== undefined) cannot("out=", name);
};
const noInPlace = (name, inPlace) => {
  if (inPlace === true) cannot("name", `${name}_`);
};

define("mm bmm", "input mat2 * out out_dtype", (name) => ({ input, mat2, out }) => {
  noOut(name, out);
  return bernoulli[name](input, mat2);
});
define("mv outer ger", "input vec * out", (name) => ({ input, vec, out }) => {
  noOut(name, out);
  return bernoulli[name](input, vec);
});
define("dot", "input tensor * out", () => ({ input, tensor, out }) => {
  noOut("dot", out);
  return bernoulli.dot(input, tensor);
});
define("vdot inner kron", "input other * out", (name) => ({ input, other, out }) => {
  noOut(name, out);
  return bernoulli[name](input, other);
});
define("cross", "input other dim * out", () => ({ input, other, dim, out }) => {
  noOut("cross", out);
  return bernoulli.cross(input, other, dim);
});
define("addmm addmv addr baddbmm addbmm", "input a b * beta alpha out", (name) => (bound, inPlace) => {
  const { input, a, b, beta, alpha, out, mat1, mat2, mat, vec, vec1, vec2, batch1, batch2 } = bound;
  noOut(name, out);
  noInPlace(name, inPlace);
  const [left, right] = [a ?? mat1 ?? mat ?? vec1 ?? batch1, b ?? mat2 ?? vec ?? vec2 ?? batch2];
  return bernoulli[name](input, left, right, given({ beta, alpha }));
});
define(
  "trace",
  "input",
  () =>
    ({ input }) =>
      bernoulli.trace(input),
);
define(
  "tensordot",
  "a b dims",
  () =>
    ({ a, b, dims }) =>
      bernoulli.tensordot(a, b, dims),
);
define(
  "nn.functional.bilinear",
  "input1 input2 weight bias",
  () =>
    ({ input1, input2, weight, bias }) =>
      bernoulli.F.bilinear(input1, input2, weight, bias ?? null),
);
define("cdist", "x1 x2 p compute_mode", () => ({ x1, x2, p, compute_mode }) => {
  return bernoulli.cdist(x1, x2, given({ p, computeMode: compute_mode }));
});
define(
  "nn.functional.pdist",
  "input p",
  () =>
    ({ input, p }) =>
      bernoulli.F.pdist(input, p),
);
define(
  "nn.functional.pairwise_distance",
  "x1 x2 p eps keepdim",
  () =>
    ({ x1, x2, p, eps, keepdim }) =>
      bernoulli.F.pairwiseDistance(x1, x2, given({ p, eps, keepdim })),
);
define(
  "nn.functional.cosine_similarity",
  "x1 x2 dim eps",
  () =>
    ({ x1, x2, dim, eps }) =>
      bernoulli.F.cosineSimilarity(x1, x2, given({ dim, eps })),
);
define("nn.functional.normalize", "input p dim eps * out", () => ({ input, p, dim, eps, out }) => {
  noOut("normalize", out);
  return bernoulli.F.normalize(input, given({ p, dim, eps }));
});
