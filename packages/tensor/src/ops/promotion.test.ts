// What dtype pointwise ops give, and what values, of every pair of dtypes, of bools too, as tensors with and without dimensions and as numbers,
// against PyTorch's answers (family "promotion" of tooling/torch-fixtures), on both devices. Where ours differ is a list here, with the reason.

import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { BernoulliError } from "../checks/errors.js";
import * as api from "../index.js";
import type { DType } from "../tensor/dtype.js";
import type { Tensor } from "../tensor/tensor.js";

type Operand = number | boolean | { readonly dtype: DType; readonly zeroDim: boolean; readonly second: boolean };

const [given, ...cases] = loadFixtures("promotion").cases;

/** As families/promotion.py has them. */
function valuesOf(dtype: DType, second: boolean): readonly (number | boolean)[] {
  if (dtype === "bool") return second ? [true, false, true, true] : [false, true, true, false];
  if (dtype === "uint8" || dtype === "int32") return second ? [1, 2, 3, 2] : [0, 1, 2, 5];
  return second ? [1, 2.5, 0.5, 2] : [0, 0.75, 2, 1.5];
}

function operandOf(own: Operand): Tensor | number | boolean {
  if (typeof own !== "object") return own;
  const all = api.tensor([...valuesOf(own.dtype, own.second)] as number[], { dtype: own.dtype });
  return own.zeroDim ? api.select(all, 0, 2) : all;
}

type Op = (...operands: (Tensor | number | boolean)[]) => Tensor;

/** Those that PyTorch calls with options. */
const special: Readonly<Record<string, Op>> = {
  divTrunc: (a, b) => api.div(a as Tensor, b as Tensor, { roundingMode: "trunc" }),
  divFloor: (a, b) => api.div(a as Tensor, b as Tensor, { roundingMode: "floor" }),
  where: (a, b) => api.where(api.tensor([true, false, true, false]), a as Tensor, b as Tensor),
  clampMin: (a, b) => api.clamp(a as Tensor, { min: b as number }),
  clampMax: (a, b) => api.clamp(a as Tensor, { max: b as number }),
  lerp: (a, b) => api.lerp(a as Tensor, b as Tensor, 0.5),
};

function opOf(name: string): Op {
  if (special[name] !== undefined) return special[name];
  if (name.endsWith("_")) return (first, ...rest) => (api as any)[name](api.clone(first as Tensor), ...rest);
  const [folder, own] = name.includes(".") ? name.split(".") : ["", name];
  const from: any = folder === "special" ? api.special : api;
  return from[own!];
}

/** What PyTorch refuses and is computed here: of integers and bools what of floats is computed, and more exponents. */
const computed: Readonly<Record<string, (...dtypes: readonly (DType | undefined)[]) => boolean>> = {
  "special.round": (dtype) => dtype === "int32" || dtype === "uint8",
  "F.softsign": (dtype) => dtype === "bool",
  "F.tanhshrink": (dtype) => dtype === "bool",
  ldexp: (input, other) => isOfFloats(input) && other === "bool",
  ldexp_: (input, other) => isOfFloats(input) && other === "bool",
  igamma: (input, other) => !isOfFloats(input) && !isOfFloats(other),
  igammac: (input, other) => !isOfFloats(input) && !isOfFloats(other),
};
const isOfFloats = (dtype: DType | undefined) => dtype === "float32" || dtype === "float64";

const textOf = (own: Operand) => (typeof own === "object" ? `${own.dtype}${own.zeroDim ? " ()" : ""}` : String(own));

/** How an answer differs, or null. */
function difference(
  name: string,
  operands: readonly Operand[],
  answer: FixtureTensor | null | "beyond",
): string | null {
  const expected =
    answer === null || answer === "beyond" ? String(answer) : `${answer.dtype} [${answer.shape}] [${answer.data}]`;
  let ours: Tensor;
  try {
    ours = opOf(name)(...operands.map(operandOf));
  } catch (error) {
    if (!(error instanceof BernoulliError)) return `threw ${error}`;
    return answer === null ? null : `refused: ${error.message}; PyTorch ${expected}`;
  }
  const found = `${ours.dtype} [${ours.shape}] [${ours.toTypedArray()}]`;
  if (answer === null && computed[name]?.(...operands.map((own) => (typeof own === "object" ? own.dtype : undefined))))
    return null;
  if (answer === null || answer === "beyond") return `${found}; PyTorch ${expected}`;
  try {
    expect([ours.dtype, ours.shape]).toEqual([answer.dtype, answer.shape]);
    expectClose(ours, answer.data, { relative: ours.dtype === "float64" ? 1e-13 : 2e-6, absolute: 1e-7 });
  } catch {
    return `${found}; PyTorch ${expected}`;
  }
  return null;
}

afterEach(() => api.setDefaultDevice("cpu"));

describe.each(["cpu", "reference"] as const)("dtypes and values on %s", (device) => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, { op: name, of, answers }) => {
    api.setDefaultDevice(device);
    const all: readonly (readonly Operand[])[] = given![of];
    const wrong = all.flatMap((operands, at) => {
      const message = difference(name, operands, answers[at]);
      return message === null ? [] : [`(${operands.map(textOf).join(", ")}): ${message}`];
    });
    expect(wrong, wrong.join("\n")).toEqual([]);
  });
});
