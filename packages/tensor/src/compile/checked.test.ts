// Kernels look at indices and labels themselves, so a step that computes them is one plan; what is wrong among them ends the call before
// anything is written by it.

import { describe, expect, it } from "vitest";
import { compile, crossEntropy, nllLoss, noGrad, randn, type Tensor, tensor, zeros } from "../index.js";

const leaf = (...shape: number[]) => randn(...shape).requiresGrad_();

describe("a compiled step", () => {
  it("gathers at what it computed, and takes labels that it computed, in one plan", () => {
    const [x, logits] = [randn(4, 6), randn(4, 6)];
    const body = (given: Tensor) => {
      const places = given.argmax(1);
      return [given.gather(1, places.unsqueeze(1)).sum(), crossEntropy(logits, places)];
    };
    const step = compile(body);
    expect(step(x).map((one) => one.item())).toEqual(body(x).map((one) => one.item()));
    expect(step.explain()).toContain("plan 1 of 1\n");
  });

  it.each(["sum", "mean", "none"] as const)("writes nothing where a label is no class, reduction %s", (reduction) => {
    const weight = leaf(5, 3);
    const input = randn(4, 5);
    const before = weight.toArray();
    const step = compile((labels: Tensor) => {
      weight.grad = null;
      const loss = nllLoss(input.matmul(weight), labels, { reduction }).sum();
      loss.backward();
      noGrad(() => weight.sub_(weight.grad!));
      return loss;
    });
    for (const wrong of [3, -1, 2 ** 31 - 1, -(2 ** 31)]) {
      const labels = tensor([0, 2, wrong, 1], { dtype: "int32" });
      expect(() => step(labels)).toThrow(`nllLoss: Target ${wrong} is out of bounds: at position 2, with 3 classes`);
      expect(weight.toArray()).toEqual(before);
    }
    step(tensor([0, 2, -100, 1], { dtype: "int32" }));
    expect(weight.toArray()).not.toEqual(before);
  });

  it.each(["gather", "indexSelect", "scatterAdd", "scatter"] as const)(
    "writes nothing, on the way back neither, where an index of %s leads out",
    (name) => {
      const weight = leaf(6, 6);
      const before = weight.toArray();
      const of = (given: Tensor, index: Tensor): Tensor => {
        if (name === "indexSelect") return given.indexSelect(0, index);
        const places = index.unsqueeze(1);
        if (name === "gather") return given.gather(0, places);
        return name === "scatter" ? zeros(6, 6).scatter(0, places, given) : zeros(6, 6).scatterAdd(0, places, given);
      };
      const step = compile((index: Tensor) => {
        weight.grad = null;
        of(weight, index).sum().backward();
        noGrad(() => weight.sub_(weight.grad!));
      });
      for (const wrong of [6, -1, 2 ** 29, -(2 ** 31)]) {
        expect(() => step(tensor([0, wrong, 2], { dtype: "int32" }))).toThrow(
          "is out of bounds for dimension 0 with size 6",
        );
        expect(weight.toArray()).toEqual(before);
      }
      step(tensor([0, 5, 2], { dtype: "int32" }));
      expect(weight.toArray()).not.toEqual(before);
    },
  );
});
