// Numbers that do not fit, or barely, against PyTorch's answers (family "numbers" of tooling/torch-fixtures): where PyTorch
// computes, the same; where it refuses, or has an int64 that no dtype here holds, a refusal; on both devices.

import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { BernoulliError } from "../checks/errors.js";
import * as api from "../index.js";
import type { DType } from "../tensor/dtype.js";
import type { Tensor } from "../tensor/tensor.js";

interface Answer {
  readonly output?: FixtureTensor;
  readonly raises?: string;
  readonly beyond?: string;
}

const { seed, cases } = loadFixtures("numbers");

/** What the fixture's calls are made on. */
function base(dtype: DType): Tensor {
  const values = dtype === "uint8" || dtype === "bool" ? [0, 1, 2, 7, 255] : [-300, -1, 0, 1, 7];
  return api.tensor(values, { dtype });
}
const mask = () => api.tensor([true, false, true, false, true]);
const index = () => api.tensor([0, 4], { dtype: "int32" });

type Call = (dtype: DType, ...numbers: number[]) => Tensor;
const calls: Record<string, Call> = {
  tensor: (dtype, value) => api.tensor([value], { dtype }),
  full: (dtype, value) => api.full([2], value, { dtype }),
  fullLike: (dtype, value) => api.fullLike(base(dtype), value),
  fill_: (dtype, value) => api.fill_(base(dtype), value),
  add: (dtype, value) => api.add(base(dtype), value),
  sub: (dtype, value) => api.sub(base(dtype), value),
  mul: (dtype, value) => api.mul(base(dtype), value),
  div: (dtype, value) => api.div(base(dtype), value),
  pow: (dtype, value) => api.pow(base(dtype), value),
  eq: (dtype, value) => api.eq(base(dtype), value),
  ne: (dtype, value) => api.ne(base(dtype), value),
  lt: (dtype, value) => api.lt(base(dtype), value),
  le: (dtype, value) => api.le(base(dtype), value),
  gt: (dtype, value) => api.gt(base(dtype), value),
  ge: (dtype, value) => api.ge(base(dtype), value),
  add_: (dtype, value) => api.add_(base(dtype), value),
  sub_: (dtype, value) => api.sub_(base(dtype), value),
  mul_: (dtype, value) => api.mul_(base(dtype), value),
  div_: (dtype, value) => api.div_(base(dtype), value),
  addAlpha: (dtype, alpha) => api.add(base(dtype), base(dtype), { alpha }),
  subAlpha: (dtype, alpha) => api.sub(base(dtype), base(dtype), { alpha }),
  addAlpha_: (dtype, alpha) => api.add_(base(dtype), base(dtype), { alpha }),
  addcmul_: (dtype, value) => api.addcmul_(base(dtype), base(dtype), base(dtype), { value }),
  addcdiv_: (dtype, value) => api.addcdiv_(base(dtype), base(dtype), base(dtype), { value }),
  clampMin: (dtype, min) => api.clamp(base(dtype), { min }),
  clampMax: (dtype, max) => api.clamp(base(dtype), { max }),
  clampMin_: (dtype, min) => api.clamp_(base(dtype), { min }),
  clampMax_: (dtype, max) => api.clamp_(base(dtype), { max }),
  clamp: (dtype, min, max) => api.clamp(base(dtype), { min: min!, max: max! }),
  whereInput: (dtype, value) => api.where(mask(), value!, base(dtype)),
  whereOther: (dtype, value) => api.where(mask(), base(dtype), value!),
  scatter: (dtype, value) => api.scatter(base(dtype), 0, index(), value!),
  scatter_: (dtype, value) => api.scatter_(base(dtype), 0, index(), value!),
  pad: (dtype, value) => api.pad(base(dtype), [1, 1], { value: value! }),
  bernoulli_: (dtype, p) => api.zeros(4, { dtype }).bernoulli_(p),
  randperm: (dtype, n) => api.randperm(n!, { dtype }),
  arange: (dtype, ...bounds) => api.arange(...bounds, { dtype }),
  uniform_: (dtype, from, to) => api.zeros(4, { dtype }).uniform_(from, to),
  normal_: (dtype, mean, std) => api.zeros(4, { dtype }).normal_(mean, std),
  randint: (dtype, low, high) => api.randint(low!, high!, [6], { dtype }),
};
for (const to of ["float32", "float64", "int32", "uint8", "bool"] as const)
  calls[`to ${to}`] = (dtype, value) =>
    api
      .tensor(new Float64Array([value!]))
      .to(dtype)
      .to(to);

/** One answer against ours: a message where they differ, else null. */
function difference(
  op: string,
  dtype: DType,
  given: readonly number[],
  { output, raises, beyond }: Answer,
): string | null {
  api.manualSeed(seed);
  let ours: Tensor;
  try {
    ours = calls[op]!(dtype, ...given);
  } catch (error) {
    if (!(error instanceof BernoulliError)) throw error;
    return output === undefined ? null : `refused (${error.message}), PyTorch: ${output.dtype} [${output.data}]`;
  }
  // A sum of what fits may be beyond int32: in place of PyTorch's int64 it wraps, as docs/compatibility.md says.
  if (beyond !== undefined && given.every((value) => value >= -(2 ** 31) && value < 2 ** 31)) return null;
  if (output === undefined) return `${ours.dtype} [${ours.toTypedArray()}], PyTorch: ${raises ?? `beyond ${beyond}`}`;
  try {
    expect(ours.dtype).toBe(output.dtype);
    expectClose(ours, output.data, ours.dtype === "float64" ? { relative: 1e-14 } : { relative: 3e-7 });
  } catch {
    return `${ours.dtype} [${ours.toTypedArray()}], PyTorch: ${output.dtype} [${output.data}]`;
  }
  return null;
}

afterEach(() => api.setDefaultDevice("cpu"));

describe.each(["cpu", "reference"] as const)("numbers that barely fit, or do not, on %s", (device) => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, { op, dtype, arguments: all, answers }) => {
    api.setDefaultDevice(device);
    const wrong = (all as number[][]).flatMap((given, at) => {
      const message = difference(op, dtype, given, answers[at]);
      return message === null ? [] : [`(${given.join(", ")}): ${message}`];
    });
    expect(wrong, wrong.join("\n")).toEqual([]);
  });
});

it("every call is made", () => {
  expect([...new Set(cases.map(({ op }) => op))].sort()).toEqual(Object.keys(calls).sort());
});
