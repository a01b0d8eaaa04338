// Sums of what is made of numbers alone: a region without a stream.

import { describe, expect, it } from "vitest";
import { compile, ones, type Tensor } from "../../../index.js";

describe("a sum of what numbers alone are made of", () => {
  const bodies: Readonly<Record<string, (x: Tensor) => Tensor>> = {
    whole: (x) => x.mul(2).zero_().sigmoid_().sum(),
    "of a dimension": (x) => x.mul(2).fill_(3).square().sum(0),
    "of a product in place": (x) => {
      const y = x.mul(2).zero_();
      return y.mul_(y).exp().mul(0.5).sum();
    },
  };
  it.each(Object.entries(bodies))("%s", (_, body) => {
    const plain = body(ones(3, 4)).toArray();
    expect(compile(() => body(ones(3, 4)))().toArray()).toEqual(plain);
    const x = ones(3, 4);
    expect(compile(body)(x).toArray()).toEqual(plain);
    expect(x.sum().item()).toBe(12);
  });
});
