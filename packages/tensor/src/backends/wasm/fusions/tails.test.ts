// That what goes element by element behind products is what the ops are one by one, bit for bit: random tails, of which
// src/soak/compile.soak.ts tries many more; and a few by name that must be one step.

import { Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { compile, manualSeed, noGrad, randn, scope, type Tensor } from "../../../index.js";
import { compareTail, products } from "./tails.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/fusions/tails.test.ts");
const seeds = Array.from({ length: 40 }, (_, at) => at + 1);
const seedsOf = new Map(products.map((kind) => [kind, variants.of(kind, seeds, String)]));

it.each(products)("behind a %s random tails agree with the ops", (kind) => {
  let fused = 0;
  const chosen = seedsOf.get(kind)!;
  for (const seed of chosen) {
    const { explained, ...found } = compareTail(seed, kind);
    expect(found, `seed ${seed}\n${explained}`).toMatchObject({ isAlike: true });
    if (/(matmul|conv2d) \+/.test(explained)) fused += 1;
  }
  // Of few seeds none may be fused.
  if (variants.isWhole) expect(fused).toBeGreaterThan(chosen.length / 3);
});

const gelu = (x: Tensor) => x.mul(0.5).mul(x.add(x.mul(x).mul(x).mul(0.044715)).mul(0.7978845608).tanh().add(1));

function make() {
  manualSeed(2);
  return {
    ...{ x: randn(9, 20), weight: randn(30, 20), bias: randn(30), other: randn(9, 30) },
    ...{ column: randn(9, 1), square: randn(20, 30), stack: randn(3, 9, 20), others: randn(3, 9, 30) },
  };
}

const bodies: Readonly<Record<string, (given: ReturnType<typeof make>) => Tensor>> = {
  "a linear layer with GELU": ({ x, weight, bias }) => gelu(x.matmul(weight.t()).add(bias)),
  "a linear layer over a stack, with a residual and tanh": ({ stack, weight, bias, others }) =>
    stack.matmul(weight.t()).add(bias).add(others).tanh(),
  "a product with a scale and a shift for each column, and a factor for each row": ({ x, square, bias, column }) =>
    x.matmul(square).mul(bias).add(bias).mul(column).relu(),
  "products of a stack, scaled, and cut off": ({ stack, square }) =>
    stack
      .matmul(square.reshape(1, 20, 30).expand(3, 20, 30))
      .mul(0.125)
      .clamp({ min: 0 }),
  "what is written in place": ({ x, weight, bias }) => x.matmul(weight.t()).add_(bias).relu_(),
};

describe("one step", () => {
  for (const [name, body] of Object.entries(bodies))
    it(name, () =>
      scope(() => {
        const given = make();
        const step = compile(() => noGrad(() => body(given)));
        for (let call = 0; call < 2; call += 1)
          expect(step().toTypedArray()).toEqual(noGrad(() => body(given)).toTypedArray());
        expect(step.explain()).toMatch(/ in 1 steps/);
      }),
    );

  it.each([
    [
      "stores what backward reads beside what is given",
      (h: Tensor) => h.mul(h.sigmoid()),
      "matmul + add + sigmoid + mul ",
    ],
    ["leaves to a region what would store too much", gelu, "matmul + add "],
  ] as const)("%s", (_, curve, name) =>
    scope(() => {
      const { x, weight, bias, other } = make();
      const leaves = [weight, bias].map((leaf) => leaf.requiresGrad_()) as [Tensor, Tensor];
      const body = () => {
        for (const leaf of leaves) leaf.grad = null;
        const y = curve(x.matmul(leaves[0].t()).add(leaves[1]));
        y.matmul(leaves[0])
          .softmax(1)
          .mul(other.slice(1, 0, 20))
          .sum()
          .backward();
        return [y.detach(), ...leaves.map(({ grad }) => grad!)];
      };
      const expected = body().map((result) => result.toTypedArray().slice());
      const step = compile(body);
      for (const [at, result] of step().entries()) expect(result.toTypedArray()).toEqual(expected[at]);
      expect(step.explain()).toContain(`1  ${name}`);
    }),
  );
});

variants.tell(it);
