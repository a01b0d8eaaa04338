// That plans compute what their nodes compute one after another, whatever is written between them: samples of what once went wrong,
// and random nets, of which src/soak/written-nets.soak.ts tries many more.

import { Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { distance } from "../backends/wasm/fusions/convolutions.testing.js";
import { compile, conv2d, manualSeed, maxPool2d, noGrad, randn, scope, type Tensor } from "../index.js";
import type { Precision } from "./step.js";
import { compareNet } from "./written-nets.testing.js";

const precisions: readonly Precision[] = ["high", "highest"];

interface Given {
  readonly x: Tensor;
  readonly small: readonly [Tensor, Tensor];
  readonly large: Tensor;
}

function errorOf(body: (given: Given) => Tensor, precision: Precision): number {
  manualSeed(0);
  return scope(() => {
    const kernel = (size: number) => randn(16, 16, size, size);
    const given = { x: randn(4, 16, 20, 20), small: [kernel(3), kernel(3)], large: kernel(5) } as const;
    const plain = () => noGrad(() => body(given));
    return distance(compile(plain, { precision })(), plain());
  });
}

describe.each(precisions)("a write between a convolution and what is fused behind it, at precision %s", (precision) => {
  const padding = { padding: 1 };

  it("is not seen by the convolution, though its image lies with channels last", () => {
    const body = ({ x, small: [first, second] }: Given) => {
      const a = conv2d(x, first, padding).relu();
      const h = a.add(conv2d(x, second, padding).relu());
      const y = conv2d(h, second, padding);
      h.add_(a);
      return y.relu().add(conv2d(h, first, padding).relu());
    };
    expect(errorOf(body, precision)).toBeLessThan(1e-5);
  });

  it("nor where a pool follows", () => {
    const pooled = (y: Tensor) => maxPool2d(y.relu(), 2);
    const body = ({ x, large }: Given) => {
      const a = pooled(conv2d(x, large));
      const h = a.add(pooled(conv2d(x, large)));
      const y = conv2d(h, large);
      h.add_(a);
      return pooled(y).add(pooled(conv2d(h, large)));
    };
    expect(errorOf(body, precision)).toBeLessThan(1e-5);
  });
});

it("an image that is a convolution's weight as well lies as weights do", () => {
  const errors = scope(() => {
    const [x, weight] = [randn(16, 16, 5, 5), randn(16, 16, 5, 5)];
    const body = () =>
      noGrad(() => {
        const a = conv2d(x, weight, { padding: 2 }).relu();
        const h = a.add(conv2d(weight, x, { padding: 2 }).relu());
        return conv2d(h, h, { padding: 2 }).relu();
      });
    return precisions.map((precision) => distance(compile(body, { precision })(), body()));
  });
  expect(Math.max(...errors)).toBeLessThan(1e-5);
});

it("nodes that nobody needs do not keep others from being fused", () => {
  const explained = scope(() => {
    const weight = randn(16, 16, 3, 3);
    const step = compile((x: Tensor) => {
      const y = conv2d(x, weight, { padding: 1 });
      y.exp();
      return y.relu();
    });
    step(randn(2, 16, 8, 8));
    return step.explain();
  });
  expect(explained).toMatch(/conv2d \+ relu/);
});

const variants = new Variants("packages/tensor/src/compile/verify.test.ts");
const seedsOf = (kind: "any" | "dense", count: number) => {
  const all = Array.from({ length: count }, (_, seed) => seed);
  return [kind, variants.of(kind, all, String)] as const;
};
const seeds = [seedsOf("any", 30), seedsOf("dense", 60)];

describe.each(precisions)("random nets with writes between their nodes, at precision %s", (precision) => {
  it.each(seeds)("of kind %s are as the plain calls", (kind, chosen) => {
    const seen = chosen.map((seed) => ({ seed, ...compareNet(seed, precision, kind) }));
    expect(seen.filter(({ error }) => !(error < 2e-4))).toEqual([]);
    expect(seen.filter(({ fused }) => fused).length).toBeGreaterThan((variants.isWhole ? 0.8 : 0.4) * chosen.length);
  });
});

variants.tell(it);
