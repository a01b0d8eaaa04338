// Runs every case that PyTorch computed (tooling/torch-fixtures) on cpu and on reference: results and input gradients.

import {
  expectClose,
  type FixtureCase,
  type FixtureTensor,
  type GoldenCall,
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

/** Tensors in their order, and all else as options: so ops are called whose samples do not say otherwise. */
function plainCall(op: string): GoldenCall {
  const fn = (api as Readonly<Record<string, unknown>>)[op] as (...given: unknown[]) => unknown;
  return (inputs, named) => fn(...inputs, ...(Object.keys(named).length > 0 ? [named] : []));
}

function callOf(op: string): GoldenCall {
  const own = allSamples.get(op)?.golden;
  return typeof own === "function" ? own : plainCall(op);
}

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

function check(golden: FixtureCase): void {
  const { op, inputs, kwargs, output, gradOutput, inputGradients, secondSeeds, secondGradients } = golden;
  const given = inputs.map((input: unknown) => (isFixtureTensor(input) ? toTensor(input) : input)) as Tensor[];
  const wanted = inputGradients.flatMap((gradient: unknown, at: number) => (gradient === null ? [] : [at])) as number[];
  for (const at of wanted) given[at]!.requiresGrad_();
  const withTensors = (value: unknown): unknown => {
    if (isFixtureTensor(value)) return toTensor(value);
    return Array.isArray(value) ? value.map(withTensors) : value;
  };
  const named = Object.fromEntries(Object.entries(kwargs).map(([name, value]) => [name, withTensors(value)]));
  const result = callOf(op)(given, named);
  const results = (isTensor(result) ? [result] : result) as Tensor[];
  const outputs = (Array.isArray(output) ? output : [output]) as FixtureTensor[];
  expect(results.length).toBe(outputs.length);
  // Where float32 and float64 meet, what passed through float32 has no more than its digits.
  const dtypes = [...given.filter(isTensor), ...results].map(({ dtype }) => dtype);
  // PyTorch takes the logarithm of an integer base in float32.
  const coarse =
    dtypes.includes("float32") || !dtypes.includes("float64") || (op === "pow" && dtypes.includes("int32"));
  // Far from zero what is left of a batch is a ten-thousandth of it: which digits are lost hangs on the order of the sums.
  const norm =
    tolerances[coarse ? "float32" : "float64"] * (golden.name.startsWith("batchNorm/far") && !coarse ? 20 : 1);
  for (const [at, expected] of outputs.entries()) expectGolden(results[at]!, expected, norm, `output ${at}`);
  if (gradOutput === null) return;
  const leaves = wanted.map((at) => given[at]!);
  const createGraph = secondSeeds !== undefined;
  const gradients = grad(results[0]!, leaves, { gradOutputs: [toTensor(gradOutput)], allowUnused: true, createGraph });
  for (const [order, at] of wanted.entries()) {
    // PyTorch counts the empty vector that cat passes over as used, and gives it an empty gradient.
    if (gradients[order] === null) expect(leaves[order]!.numel(), `gradient of input ${at}`).toBe(0);
    else expectGolden(gradients[order]!.detach(), inputGradients[at], norm, `gradient of input ${at}`);
  }
  if (createGraph) checkSecond();

  function checkSecond(): void {
    const seeded = gradients.flatMap((gradient, order) => {
      const seed = secondSeeds[wanted[order]!];
      return gradient?.requiresGrad === true && seed !== null ? [[gradient, toTensor(seed)] as const] : [];
    });
    if (seeded.length === 0) {
      for (const at of wanted) expectZeros(secondGradients[at]);
      return;
    }
    const found = grad(
      seeded.map(([gradient]) => gradient),
      leaves,
      { gradOutputs: seeded.map(([, seed]) => seed), allowUnused: true },
    );
    for (const [order, at] of wanted.entries()) {
      const [own, expected] = [found[order], secondGradients[at] as FixtureTensor | null];
      if (own != null && expected !== null) expectGolden(own, expected, norm, `second gradient of input ${at}`);
      else expectZeros(own == null ? expected : { data: own.reshape(-1).toArray() as number[] });
    }
  }
}

/** None at all is as good as zeros. */
function expectZeros(gradient: { readonly data: ArrayLike<number | bigint> } | null): void {
  expect(Array.from(gradient?.data ?? [], Number).filter((value) => value !== 0)).toEqual([]);
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
  it("are there for every op, unless its samples say why not", () => {
    const hasReason = (op: string) => typeof allSamples.get(op)!.golden === "object";
    const named = [...allSamples.keys()];
    expect(named.filter((op) => !ops.includes(op) && !op.endsWith("_") && !hasReason(op))).toEqual([]);
    expect(named.filter((op) => ops.includes(op) && hasReason(op))).toEqual([]);
    expect(ops.filter((op) => !allSamples.has(op))).toEqual([]);
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
