// The rule for regions: bits are those of the ops one by one, and what somebody else needs to see is still there. Random regions are
// compared in compile/regions.

import { describe, expect, it } from "vitest";
import { adamStep_, sgdStep_ } from "../../../compile/steps.testing.js";
import { compile, manualSeed, noGrad, randint, randn, type Tensor, tensor } from "../../../index.js";

const bits = (t: Tensor) => [...new Uint32Array(Float32Array.from(t.toTypedArray()).buffer)];
const special = () =>
  tensor([0, -0, 1, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e-40, 3e38]);

/** Compiles a body, and holds two calls of it to the plain one. */
function agree(body: () => readonly Tensor[], plan: string): string {
  manualSeed(3);
  const expected = body().map(bits);
  const step = compile(body);
  for (const call of ["first", "second"]) {
    manualSeed(3);
    expect(step().map(bits), `${call} call`).toEqual(expected);
  }
  expect(step.explain()).toContain(plan);
  return step.explain();
}

describe("the rule for regions", () => {
  for (const shape of [[1], [5], [3, 7], [2, 3, 4, 5], [130, 257]] as const) {
    it(`computes ${shape.join(" × ")} elements`, () => {
      const [a, b, c] = [randn(...shape), randn(...shape), randn(...shape)];
      agree(() => [a.add(b).mul(c).relu().sub(b).exp()], "add + mul + relu + add + exp");
    });
  }

  it("takes what is not finite, and what rounds to it, as the ops do", () => {
    const [x, y] = [special(), special().neg().sub(0.5)];
    agree(() => [x.mul(y).add(1).relu().div(y), x.neg().abs().sqrt().log()], "region");
  });

  it("stretches operands, and reads strided ones", () => {
    const [x, row, column, turned] = [randn(6, 5), randn(5), randn(6, 1), randn(5, 6).t()];
    agree(() => [x.mul(column).add(row).sub(turned).mul(2)], "mul + add + add + mul");
  });

  it("makes numbers of tensors that are filled with one", () => {
    const pixels = randint(0, 256, [4, 3, 5, 5], { dtype: "uint8" });
    const plan = agree(() => [pixels.to("float32").div(255).sub(0.5).div(0.5)], "region");
    expect(plan).toContain("7 ops in 1 steps");
    expect(plan).not.toMatch(/^\d+ +full/m);
  });

  it("follows numbers and attributes that change", () => {
    const x = randn(4, 4);
    const body = (factor: number, alpha: number) => x.mul(factor).add(x, { alpha }).relu();
    const step = compile(body);
    for (const [factor, alpha] of [
      [2, 1],
      [-3, 0.5],
      [0, -1],
    ] as const)
      expect(bits(step(factor, alpha))).toEqual(bits(body(factor, alpha)));
    expect(step.explain()).toContain("plan 1 of 1");
  });

  it("stores what is read elsewhere, or outlives the call, and goes on", () => {
    const x = randn(8);
    const twice = agree(() => {
      const middle = x.mul(3).add(1);
      return [middle.relu(), middle.neg()];
    }, "mul + add + relu + neg");
    expect(twice).toContain("6 ops in 1 steps");
    agree(() => {
      const kept = x.add(1);
      return [kept, kept.relu()];
    }, "add + relu");
  });

  it("ends in sums, as log-sum-exp does, of which no file of compile knows", () => {
    for (const dim of [0, 1]) {
      const x = randn(48, 33);
      const largest = x.max(dim, { keepdim: true }).values;
      const plan = agree(
        () => [x.sub(largest).exp().sum(dim, { keepdim: true }).log().add(largest)],
        "add + exp + sum",
      );
      // Along rows it goes on from them.
      expect(plan).toContain(dim === 0 ? "2 steps" : "5 ops in 1 steps");
    }
  });

  it("adds up in the order of a sum by itself, or leaves it alone", () => {
    // Rows that an operand cuts elsewhere than after sixteen elements are added otherwise.
    const [x, cut] = [randn(3, 5, 7), randn(5, 1)];
    expect(agree(() => [x.mul(cut).sum([1, 2])], "mul")).toContain("2 ops in 2 steps");
    const [y, even] = [randn(3, 5, 32), randn(5, 1)];
    expect(agree(() => [y.mul(even).sum([1, 2])], "mul + sum")).toContain("2 ops in 1 steps");
  });

  it("does not go round what runs between", () => {
    const x = randn(6, 6);
    const plan = agree(() => {
      const middle = x.mul(3);
      return [middle.softmax(1).add(middle)];
    }, "softmax");
    expect(plan).toMatch(/1 {2}mul .*2 {2}softmax .*3 {2}add /s);
  });

  it("compares, chooses and converts", () => {
    const [x, y] = [randn(40), randn(40)];
    agree(() => [x.lt(y).to("float32").mul(x).add(y)], "region");
    // A byte wraps when it is stored, and not before.
    agree(() => [x.mul(1000).to("uint8").to("float32").mul(y)], "region");
  });

  it("reads what is written later before it is", () => {
    const [x, buffer] = [randn(9), randn(9)];
    const start = buffer.clone();
    const body = () =>
      noGrad(() => {
        const first = buffer.mul(x);
        buffer.add_(1);
        return [first.add(buffer).relu()];
      });
    const expected = body().map(bits);
    buffer.copy_(start);
    expect(compile(body)().map(bits)).toEqual(expected);
  });

  it("gives the gradients of a chain", () => {
    const [x, y] = [randn(30, { requiresGrad: true }), randn(30)];
    agree(() => {
      x.grad = null;
      const loss = x.mul(y).add(1).relu().mul(y).sum();
      loss.backward();
      return [loss.detach(), x.grad!.clone()];
    }, "region");
  });
});

describe("regions of updates", () => {
  const shapes = [[5], [40, 33], [1], [130, 257]] as const;
  const options = { beta1: 0.9, beta2: 0.99, eps: 1e-8, maximize: false };

  for (const kind of ["adam", "sgd"] as const) {
    it(`steps with ${kind} as one job, with the numbers of each call`, () => {
      const make = () => {
        manualSeed(1);
        return shapes.map((shape) => [0, 1, 2].map(() => randn(...shape)) as [Tensor, Tensor, Tensor]);
      };
      const body = (all: ReturnType<typeof make>, lr: number, weightDecay: number) =>
        noGrad(() => {
          for (const [parameter, gradient, state] of all) {
            const squares = gradient.mul(gradient);
            if (kind === "sgd")
              sgdStep_(parameter, gradient, state, {
                ...{ lr, weightDecay, momentum: 0.9, dampening: 0, nesterov: false, maximize: false },
              });
            else
              adamStep_(parameter, gradient, state, squares, {
                ...options,
                weightDecay,
                stepSize: lr,
                correction2Root: 0.3,
              });
          }
        });
      const [plain, compiled] = [make(), make()];
      const step = compile(body);
      for (const [lr, weightDecay] of [
        [0.1, 0],
        [0.2, 0],
        [0.2, 0.01],
      ] as const) {
        body(plain, lr, weightDecay);
        step(compiled, lr, weightDecay);
        for (const [at, tensors] of compiled.entries())
          for (const [which, one] of tensors.entries()) expect(bits(one)).toEqual(bits(plain[at]![which]!));
      }
      if (kind === "sgd") expect(step.explain()).toContain("4 ops: region");
    });
  }

  it("keeps the order of two steps of one parameter", () => {
    const make = () => {
      manualSeed(2);
      return [randn(20), randn(20), randn(20), randn(20)] as const;
    };
    const body = ([p, g, b, q]: ReturnType<typeof make>) =>
      noGrad(() => {
        const options = { lr: 0.1, momentum: 0.5, dampening: 0, weightDecay: 0, nesterov: true, maximize: false };
        sgdStep_(p, g, b, options);
        sgdStep_(q, p, b, options);
        sgdStep_(p, q, b, { ...options, maximize: true });
      });
    const [plain, compiled] = [make(), make()];
    body(plain);
    compile(body)(compiled);
    expect(compiled.map(bits)).toEqual(plain.map(bits));
  });
});
