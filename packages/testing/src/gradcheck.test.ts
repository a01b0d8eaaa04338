// gradcheck must pass what is right and catch what is wrong: wrong first and wrong second derivatives, made on purpose.

import { tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { gradcheck, gradgradcheck } from "./gradcheck.js";
import { thrown } from "./thrown.js";

const x = () => tensor([0.5, -1.25, 2], { dtype: "float64", device: "reference" });
const many = () =>
  tensor(
    Float64Array.from({ length: 40 }, (_, at) => Math.sin(at + 1)),
    { device: "reference" },
  );

describe("gradcheck", () => {
  it("passes what is right", () => {
    gradcheck((a) => a.mul(a).exp(), [x()]);
    gradgradcheck((a, b) => a.mul(b).exp(), [x(), x()]);
    gradgradcheck((a) => a.mul(a).mul(a).sum(), [many()]);
  });

  it("passes a gradient that is constant: its slopes are 0", () => {
    gradgradcheck((a) => a.mul(3), [x()]);
  });

  it("catches a gradient that is wrong", () => {
    // What detach hides from autograd, finite differences see.
    expect(thrown(() => gradcheck((a) => a.mul(a.detach()), [x()]))).toMatch(
      /gradcheck: slopes of input 0 along 3 directions/,
    );
    expect(thrown(() => gradcheck((a, b) => a.mul(b).add(b.detach().mul(1e-6)), [x(), x()]))).toMatch(
      /slopes of input 1/,
    );
  });

  it("catches one wrong element among many", () => {
    const leak = (a: ReturnType<typeof x>) => a.mul(2).add(a.detach().slice(0, 17, 18).mul(1e-5));
    expect(thrown(() => gradcheck(leak, [many()]))).toMatch(/along 5 directions/);
  });

  it("catches a second derivative that is wrong though the first is right", () => {
    // a · a, its slope 2a written as a constant.
    const flat = (a: ReturnType<typeof x>) => a.mul(a.detach().mul(2)).sub(a.detach().mul(a.detach()));
    expect(thrown(() => gradgradcheck(flat, [x()]))).toMatch(/second derivatives: slopes of input 0/);
  });

  it("says so where nothing requires a gradient", () => {
    expect(thrown(() => gradcheck((a) => a.detach(), [x()]))).toBe(
      "Error: gradcheck: the output does not require a gradient",
    );
  });
});
