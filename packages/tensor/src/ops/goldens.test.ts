// Runs every case that PyTorch computed (tooling/torch-fixtures) on cpu and on reference: results and input gradients.

import {
  expectClose,
  type FixtureCase,
  type FixtureTensor,
  isEdgeTensor,
  loadFixtures,
  Variants,
} from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { grad } from "../autograd/backward.js";
import * as api from "../index.js";
import { devices, setDefaultDevice } from "../tensor/device.js";
import { isFloating } from "../tensor/dtype.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { allSamples, sourceOf } from "./samples.testing.js";

/** By norm: a few roundings of sums that are added up in another order than PyTorch's. */
const tolerances = { float32: 2e-6, float64: 1e-12 };

/** An op as it is called in PyTorch, by keyword, and here. */
type Call = (inputs: readonly Tensor[], named: any) => unknown;

/** Tensors in their order, and all else as options: so ops are called that the list below does not name. */
function plainCall(op: string): Call {
  const fn = (api as Readonly<Record<string, unknown>>)[op] as (...given: unknown[]) => unknown;
  return (inputs, named) => fn(...inputs, ...(Object.keys(named).length > 0 ? [named] : []));
}

const calls: Readonly<Record<string, Call>> = {
  sum: ([a], { dim, ...options }) => api.sum(a!, dim, options),
  mean: ([a], { dim, ...options }) => api.mean(a!, dim, options),
  max: ([a], { dim, ...options }) => (dim === undefined ? api.max(a!) : Object.values(api.max(a!, dim, options))),
  min: ([a], { dim, ...options }) => (dim === undefined ? api.min(a!) : Object.values(api.min(a!, dim, options))),
  argmin: ([a], { dim, ...options }) => api.argmin(a!, dim, options),
  var: ([a], { dim, ...options }) => api.var(a!, dim, options),
  std: ([a], { dim, ...options }) => api.std(a!, dim, options),
  gather: ([a, index], { dim }) => api.gather(a!, dim, index!),
  indexSelect: ([a, index], { dim }) => api.indexSelect(a!, dim, index!),
  scatter: ([a, index, source], { dim }) => api.scatter(a!, dim, index!, source!),
  scatterAdd: ([a, index, source], { dim }) => api.scatterAdd(a!, dim, index!, source!),
  pad: ([a], { padding, ...options }) => api.pad(a!, padding, options),
  avgPool2d: ([a], { kernelSize, ...options }) => api.avgPool2d(a!, kernelSize, options),
  einsum: (tensors, { equation }) => api.einsum(equation, ...tensors),
  softmax: ([a], { dim }) => api.softmax(a!, dim),
  argmax: ([a], { dim, ...options }) => api.argmax(a!, dim, options),
  conv2d: ([input, weight, bias], options) => api.conv2d(input!, weight!, { ...options, bias: bias ?? null }),
  maxPool2d: ([input], { kernelSize, ...options }) => api.maxPool2d(input!, kernelSize, options),
  logSoftmax: ([a], { dim }) => api.logSoftmax(a!, dim),
  view: ([a], { sizes }) => api.view(a!, sizes),
  reshape: ([a], { sizes }) => api.reshape(a!, sizes),
  flatten: ([a], { startDim, endDim }) => api.flatten(a!, startDim, endDim),
  transpose: ([a], { dim0, dim1 }) => api.transpose(a!, dim0, dim1),
  permute: ([a], { dims }) => api.permute(a!, dims),
  expand: ([a], { sizes }) => api.expand(a!, sizes),
  squeeze: ([a], { dim }) => api.squeeze(a!, dim),
  unsqueeze: ([a], { dim }) => api.unsqueeze(a!, dim),
  narrow: ([a], { dim, start, length }) => api.narrow(a!, dim, start, length),
  select: ([a], { dim, index }) => api.select(a!, dim, index),
  slice: ([a], { dim, start, end, step }) => api.slice(a!, dim, start, end, step),
  cat: (tensors, { dim }) => api.cat(tensors, dim),
  stack: (tensors, { dim }) => api.stack(tensors, dim),
  zeros: (_, { sizes, ...options }) => api.zeros(sizes, options),
  ones: (_, { sizes, ...options }) => api.ones(sizes, options),
  full: (_, { sizes, value, ...options }) => api.full(sizes, value, options),
  arange: (_, { start, end, step, ...options }) => api.arange(start, end, step, options),
  eye: (_, { n, ...options }) => api.eye(n, options),
};

const isFixtureTensor = (value: any): value is FixtureTensor =>
  value !== null && typeof value === "object" && "data" in value && "shape" in value;

function toTensor({ dtype, shape, data }: FixtureTensor): Tensor {
  return api.tensor(data, { dtype }).view(shape);
}

function expectGolden(actual: Tensor, expected: FixtureTensor, norm: number, label: string): void {
  expect(actual.shape, label).toEqual(expected.shape);
  expect(actual.dtype, label).toBe(expected.dtype);
  expectClose(actual, expected.data, isFloating(expected.dtype) ? { norm, label } : { label });
}

function check({ op, inputs, kwargs, output, gradOutput, inputGradients }: FixtureCase): void {
  const given = inputs.map((input: unknown) => (isFixtureTensor(input) ? toTensor(input) : input)) as Tensor[];
  const wanted = inputGradients.flatMap((gradient: unknown, at: number) => (gradient === null ? [] : [at])) as number[];
  for (const at of wanted) given[at]!.requiresGrad_();
  const named = Object.fromEntries(
    Object.entries(kwargs).map(([name, value]) => [name, isFixtureTensor(value) ? toTensor(value) : value]),
  );
  const result = (calls[op] ?? plainCall(op))(given, named);
  const results = (isTensor(result) ? [result] : result) as Tensor[];
  const outputs = (Array.isArray(output) ? output : [output]) as FixtureTensor[];
  expect(results.length).toBe(outputs.length);
  // Where float32 and float64 meet, what passed through float32 has no more than its digits.
  const dtypes = [...given.filter(isTensor), ...results].map(({ dtype }) => dtype);
  // PyTorch takes the logarithm of an integer base in float32.
  const coarse =
    dtypes.includes("float32") || !dtypes.includes("float64") || (op === "pow" && dtypes.includes("int32"));
  const norm = tolerances[coarse ? "float32" : "float64"];
  for (const [at, expected] of outputs.entries()) expectGolden(results[at]!, expected, norm, `output ${at}`);
  if (gradOutput === null) return;
  const leaves = wanted.map((at) => given[at]!);
  const gradients = grad(results[0]!, leaves, { gradOutputs: [toTensor(gradOutput)], allowUnused: true });
  for (const [order, at] of wanted.entries()) {
    // PyTorch counts the empty vector that cat passes over as used, and gives it an empty gradient.
    if (gradients[order] === null) expect(leaves[order]!.numel(), `gradient of input ${at}`).toBe(0);
    else expectGolden(gradients[order]!, inputGradients[at], norm, `gradient of input ${at}`);
  }
}

const { cases } = loadFixtures("ops");
const ops = [...new Set(cases.map(({ op }) => op as string))];
const variants = new Variants("packages/tensor/src/ops/goldens.test.ts");

/** No inputs, numbers of an edge among them, or a result of such. */
function isEdge({ inputs, output, inputGradients }: FixtureCase): boolean {
  const tensors = [...inputs, ...[output].flat(), ...inputGradients].filter(isFixtureTensor);
  return inputs.length === 0 || inputs.filter(isFixtureTensor).some(isEdgeTensor) || tensors.some(hasNoNumber);
}
const hasNoNumber = ({ data }: FixtureTensor) => data.some((value) => !Number.isFinite(value));

describe("PyTorch's values", () => {
  it("are there for every op that this test can call by a rule of its own", () => {
    expect(Object.keys(calls).filter((op) => !ops.includes(op))).toEqual([]);
  });

  it("are there for every op but these", () => {
    const without = [...allSamples.keys()].filter((op) => !ops.includes(op));
    expect(without.sort()).toMatchInlineSnapshot(`
      [
        "add_",
        "addcdiv_",
        "addcmul_",
        "bernoulli_",
        "clamp_",
        "clone",
        "contiguous",
        "copy_",
        "detach",
        "div_",
        "dropout",
        "fill_",
        "fullLike",
        "mul_",
        "normal_",
        "onesLike",
        "rand",
        "randint",
        "randn",
        "randperm",
        "relu_",
        "scatterAdd_",
        "scatter_",
        "sigmoid_",
        "sub_",
        "t",
        "tanh_",
        "tensor",
        "to",
        "uniform_",
        "zero_",
        "zerosLike",
      ]
    `);
  });

  for (const device of devices) {
    const chosen = ops.flatMap((op) => {
      const own = cases.filter((golden) => golden.op === op);
      return variants.of(`${op} on ${device}`, own, ({ name }) => name, isEdge, sourceOf.get(op));
    });
    it.each(chosen.map((golden) => [golden.name, golden] as const))(`${device}: %s`, (_, golden) => {
      setDefaultDevice(device);
      try {
        check(golden);
      } finally {
        setDefaultDevice("cpu");
      }
    });
  }
});
variants.tell(it);
