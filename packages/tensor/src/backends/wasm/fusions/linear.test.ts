// The rule for linear layers, and the copies of weights that fused steps keep: results are those
// of the plain ops, after every kind of write, and memory is constant.

import { describe, expect, it } from "vitest";
import { compile, conv2d, maxPool2d, memoryStats, noGrad, randn, scope, type Tensor } from "../../../index.js";
import { distance } from "./convolutions.testing.js";

const layer = (x: Tensor, weight: Tensor, bias: Tensor | null, relu: boolean) => {
  const product = x.matmul(weight.t());
  const shifted = bias === null ? product : product.add(bias);
  return relu ? shifted.relu() : shifted;
};

describe("the rule for linear layers", () => {
  for (const [rows, inputs, outputs] of [
    [1, 512, 512],
    [7, 30, 64],
    [128, 100, 10],
    [3, 5, 1],
    [33, 9, 23],
    // Rows in blocks, in few panels and in many.
    [403, 500, 21],
    [291, 600, 70],
    // Rows that threads share, laid out in tiles, and a weight too large for that.
    [1401, 200, 150],
    [1101, 400, 350],
  ] as const)
    for (const biased of [true, false])
      for (const relu of [true, false])
        it(`${rows} × ${inputs} → ${outputs}, ${biased ? "with" : "without"} bias, ${relu ? "with" : "without"} ReLU`, () => {
          const [x, weight] = [randn(rows, inputs), randn(outputs, inputs)];
          const bias = biased ? randn(outputs) : null;
          const step = compile(() => noGrad(() => layer(x, weight, bias, relu)));
          for (const call of [1, 2])
            expect(distance(step(), layer(x, weight, bias, relu)), `call ${call}`).toBeLessThan(1e-6);
          expect(step.explain()).toContain("linear");
        });

  it("follows weights that the call writes, and leaves deep ones of them to the ops", () => {
    for (const [depth, fused] of [
      [4, true],
      [640, true],
      [641, false],
    ] as const) {
      const [x, weight, bias] = [randn(3, depth), randn(8, depth), randn(8)];
      const training = compile(() => {
        const output = layer(x, weight, bias, true);
        weight.mul_(-0.5);
        return output;
      });
      for (const call of ["first", "second", "third"]) {
        const expected = layer(x, weight, bias, true);
        expect(distance(training(), expected), `${call} call`).toBeLessThan(1e-6);
      }
      expect(training.explain().includes("linear")).toBe(fused);
    }
  });

  it("gives the gradients of a step of training", () => {
    const [x, weight, bias] = [randn(9, 12), randn(16, 12, { requiresGrad: true }), randn(16, { requiresGrad: true })];
    const body = () => {
      for (const leaf of [weight, bias]) leaf.grad = null;
      layer(x, weight, bias, true).pow(2).sum().backward();
      return [weight.grad!.clone(), bias.grad!.clone()];
    };
    const expected = body();
    const step = compile(body);
    for (const [at, result] of step().entries()) expect(distance(result, expected[at]!)).toBeLessThan(1e-6);
    expect(step.explain()).toContain("linear");
  });

  it("takes no result of its own for the bias", () => {
    const [x, weight, one] = [randn(3, 2), randn(2, 2), randn(1, 2)];
    for (const body of [
      () => {
        const y = one.matmul(weight.t());
        return y.add(y);
      },
      () => {
        const y = x.matmul(weight.t());
        return y.add(y.select(0, 1));
      },
    ]) {
      const step = compile(body);
      for (const call of [1, 2]) expect(distance(step(), body()), String(call)).toBeLessThan(1e-6);
    }
  });

  it("leaves sums alone that are no bias", () => {
    const [x, weight, bias, full] = [randn(3, 4), randn(8, 4), randn(8), randn(3, 8)];
    const sum = compile(() => x.matmul(weight.t()).add(full));
    expect(distance(sum(), x.matmul(weight.t()).add(full))).toBeLessThan(1e-6);
    const scaled = compile((alpha: number) => x.matmul(weight.t()).add(bias, { alpha }));
    for (const alpha of [1, 2, 1])
      expect(distance(scaled(alpha), x.matmul(weight.t()).add(bias, { alpha }))).toBeLessThan(1e-6);
  });

  it("gives gradients where the weight is frozen", () => {
    const [x, weight, bias] = [randn(5, 6, { requiresGrad: true }), randn(8, 6), randn(8, { requiresGrad: true })];
    const body = () => {
      for (const leaf of [x, bias]) leaf.grad = null;
      const output = layer(x, weight, bias, true);
      output.mul(output).sum().backward();
      return [output.detach(), x.grad!, bias.grad!];
    };
    const expected = body().map((result) => result.clone());
    for (const [at, result] of compile(body)().entries())
      expect(distance(result, expected[at]!), String(at)).toBeLessThan(1e-6);
  });
});

describe("copies of weights", () => {
  it("follow what is written into the weights, by whatever means", () => {
    const both = randn(2, 32, 16, 3, 3);
    const [x, head] = [randn(3, 16, 12, 12), randn(10, 32 * 36)];
    const [first, second] = [both.select(0, 0), both.select(0, 1)];
    const model = (weight: Tensor) =>
      layer(maxPool2d(conv2d(x, weight, { padding: 1 }).relu(), 2).flatten(1), head, null, false);
    const step = compile((weight: Tensor) => noGrad(() => model(weight)));
    const agree = (what: string) => {
      for (const weight of [first, second]) expect(distance(step(weight), model(weight)), what).toBeLessThan(4e-6);
    };
    agree("at first");
    agree("again");
    first.mul_(-1);
    agree("one written");
    both.copy_(randn(both.shape));
    agree("all written");
    head.fill_(0.5);
    agree("the other written");
    compile(() => void second.add_(1))();
    agree("written by a compiled function");
  });

  it("take no more memory from call to call, and end with their weights", () => {
    const x = randn(2, 16, 12, 12);
    const model = (weight: Tensor, head: Tensor) =>
      layer(conv2d(x, weight, { padding: 1 }).relu().flatten(1), head, null, true).sum();
    const before = memoryStats();
    scope(() => {
      const [weight, head] = [randn(16, 16, 3, 3), randn(40, 16 * 144)];
      const step = compile(() => noGrad(() => model(weight, head)));
      scope(() => step());
      const after = memoryStats();
      for (let call = 0; call < 20; call += 1) {
        scope(() => {
          step();
          weight.mul_(0.9);
        });
      }
      expect(memoryStats()).toEqual(after);
    });
    expect(memoryStats()).toEqual(before);
  });
});
