// In-place forms: which dtypes are written into which, and to what, against PyTorch; how many passes they take; and what of the inputs
// is held for backward. Values and gradients are goldens.test.ts's.

import { loadFixtures, seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { noGrad } from "../autograd/grad-mode.js";
import { profile } from "../door/profile.js";
import * as api from "../index.js";
import { canCast, type DType } from "../tensor/dtype.js";
import { inPlaceOf } from "./in-place.js";
import * as forms from "./pointwise/in-place-forms.js";

type Write = (target: api.Tensor, ...rest: api.Tensor[]) => api.Tensor;
const formOf = (name: string) => (api as unknown as Readonly<Record<string, Write>>)[name]!;

describe("what is written into what", () => {
  for (const { name, answers } of loadFixtures("in_place").cases)
    it(name, () => {
      const found: Record<string, unknown> = {};
      for (const key of Object.keys(answers)) {
        const [target, other] = key.split(", ") as [DType, DType?];
        const first = api.tensor(other === undefined ? [1, 1, 0] : [1, 2, 0], { dtype: target });
        const rest = other === undefined ? [] : [api.tensor([1, 1, 2], { dtype: other })];
        try {
          const result = formOf(name)(first, ...rest);
          expect(result).toBe(first);
          expect(result.dtype).toBe(target);
          found[key] = Array.from(first.toTypedArray());
        } catch (error) {
          expect(error).toBeInstanceOf(api.BernoulliError);
          found[key] = null;
        }
      }
      expect(Object.keys(found).length).toBeGreaterThan(0);
      for (const [key, values] of Object.entries(found)) {
        const expected = answers[key] as number[] | null;
        if (expected === null || values === null) expect([key, values]).toEqual([key, expected]);
        else
          for (const [at, value] of (values as number[]).entries())
            if (Number.isFinite(expected[at])) expect(value, key).toBeCloseTo(expected[at]!, 5);
            else expect(value, key).toBe(expected[at]);
      }
    });
});

it("writes in one pass where the result is as the target, and copies a result of another dtype", () => {
  const passes = (run: () => unknown) => profile(() => noGrad(run)).events.map(({ name }) => name);
  const x = api.ones(3);
  expect(passes(() => x.exp_())).toEqual(["exp"]);
  expect(passes(() => x.pow_(2))).toEqual(["pow"]);
  expect(passes(() => x.mul_(x))).toEqual(["mul"]);
  expect(passes(() => x.eq_(x))).toEqual(["eq", "to", "copy"]);
  expect(passes(() => x.atan2_(api.ones(3, { dtype: "float64" })))).toEqual(["full", "to", "atan2", "to", "copy"]);
});

it("refuses a backward that needs what was written since, as PyTorch", () => {
  const x = api.ones(3, { requiresGrad: true });
  const y = x.mul(2);
  const z = y.mul(y);
  y.exp_();
  expect(() => z.sum().backward()).toThrowErrorMatchingInlineSnapshot(
    `[AutogradError: one of the variables needed for gradient computation has been modified by an inplace operation: mul saved its input [3] at version 0; it is at version 1 now. Use the op without the trailing underscore, or write before mul runs.]`,
  );
});

it("a form of a view is recorded on its base", () => {
  const x = api.tensor([1, 2, 3, 4], { requiresGrad: true });
  const y = x.mul(1);
  y.slice(0, 0, 2).square_();
  y.select(0, 3).eq_(4);
  y.sum().backward();
  expect(x.grad!.toArray()).toEqual([2, 4, 1, 0]);
});

it("computes in the wider of two dtypes and converts only the result, as PyTorch", () => {
  const double = (...values: number[]) => api.tensor(values, { dtype: "float64" });
  const float = (...values: number[]) => api.tensor(values);
  expect(float(0, 0).add_(double(1e300, 1), { alpha: 1e-300 }).toArray()).toEqual([1, Math.fround(1e-300)]);
  expect(
    float(1, 1)
      .sub_(double(1 - 2 ** -30, 1))
      .toArray(),
  ).toEqual([2 ** -30, 0]);
  expect(
    float(2 ** -120)
      .mul_(double(2 ** 200))
      .toArray(),
  ).toEqual([2 ** 80]);
  expect(
    float(2 ** 120)
      .div_(double(2 ** 200))
      .toArray(),
  ).toEqual([2 ** -80]);
  expect(float(1, 1).addcmul_(double(1e300, 1), double(1e-300, 1)).toArray()).toEqual([2, 2]);
  expect(float(1, 1).addcdiv_(double(1e300, 1), double(1e300, 4)).toArray()).toEqual([2, 1.25]);
  const bytes = api.tensor([200, 100], { dtype: "uint8" });
  const ints = api.tensor([300, -3], { dtype: "int32" });
  expect(bytes.clone().div_(ints, { roundingMode: "trunc" }).toArray()).toEqual([0, 223]);
  expect(bytes.clone().div_(ints, { roundingMode: "floor" }).toArray()).toEqual([0, 222]);
  expect(bytes.clone().add_(ints, { alpha: 1000 }).toArray()).toEqual([168, 172]);
  const x = api.tensor([3], { requiresGrad: true });
  const y = double(1 / 3).requiresGrad_();
  x.mul(1).div_(y).backward();
  expect([x.grad!.toArray(), y.grad!.toArray()]).toEqual([[3], [-27]]);
});

it("refuses a form whose function goes on with its operand behind the op that was written", () => {
  const twice = inPlaceOf("twice_", (x: api.Tensor) => api.mul(x, api.mul(x, 2)), "mul");
  const further = inPlaceOf("further_", (x: api.Tensor) => api.add(api.mul(x, 2), 1), "mul");
  const ofView = inPlaceOf("ofView_", (x: api.Tensor) => api.add(api.mul(x, 2), x.view(-1).slice(0, 0, 1)), "mul");
  expect(() => twice(api.ones(3))).toThrowErrorMatchingInlineSnapshot(
    `[BernoulliError: twice_: written over its first operand, but more was computed behind it; the form that writes has to name the last op of its function, and nothing may read that operand after it]`,
  );
  for (const form of [further, ofView]) expect(() => form(api.ones(3))).toThrow("more was computed behind it");
  // Not the last of that name, but none of its target.
  const once = inPlaceOf("once_", (x: api.Tensor) => api.mul(x, api.mul(api.full([3], 2), 2)), "mul");
  expect(once(api.tensor([1, 2, 3])).toArray()).toEqual([4, 8, 12]);
});

it("gives what its function gives, whatever is random about the operand", () => {
  for (const name of Object.keys(forms)) {
    const random = seeded(name);
    const values = () => Array.from({ length: 6 }, () => Math.round((4 * random() - 1) * 8) / 8);
    for (const dtype of ["float32", "float64", "int32", "bool"] as const) {
      const [input, other] = [values(), values().map((value) => Math.abs(value) + 1)].map((own) =>
        api.tensor(own, { dtype: "float64" }).to(dtype).view(2, 3),
      ) as [api.Tensor, api.Tensor];
      const plain = formOf(name.slice(0, -1));
      const second = name === "mvlgamma_" || name === "polygamma_" ? (2 as unknown as api.Tensor) : other;
      // By itself too: the other operand is then the target.
      for (const rest of [
        [second, second],
        [input, second],
      ]) {
        let expected: api.Tensor;
        try {
          const result = plain(input, ...rest);
          if (!canCast(result.dtype, dtype)) continue;
          expected = result.to(dtype);
        } catch {
          continue;
        }
        const target = input.clone();
        const own = rest.map((one) => (one === input ? target : one));
        expect(formOf(name)(target, ...own).toArray(), `${name} ${dtype}`).toEqual(expected.toArray());
      }
    }
  }
});
