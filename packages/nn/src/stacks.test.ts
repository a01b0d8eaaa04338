// Random stacks of layers: compiled as they run plainly, on the cpu as on the reference backend, and as they were behind a state dict.

import { compile, type DeviceName, grad, manualSeed, noGrad, rand, randn, type Tensor } from "@bernoulli/tensor";
import { Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { copyModule } from "./copy.js";
import type { Sequential } from "./index.js";
import { stackOf } from "./stacks.testing.js";

const seeds = Array.from({ length: 20 }, (_, seed) => seed);

/** How far apart numbers may be, as a share of the largest result or gradient: those in front of a norm are zeros but for rounding. */
const near = { float32: 1e-4, float64: 1e-10 };

interface Ran {
  readonly numbers: readonly (readonly number[])[];
  readonly next: number;
}

/** A step of training: the result, gradients of input and parameters, and buffers behind; and where the generator stands. */
function trained(net: Sequential, x: Tensor, weights: Tensor, isCompiled: boolean): Ran {
  const { device } = x;
  const input = x.clone().requiresGrad_();
  const step = () => {
    const output = net(input);
    const sources = [input, ...net.parameters()];
    const gradients = grad(output.mul(weights.to(device)).sum(), sources, { allowUnused: true });
    return [output, ...gradients.filter((gradient) => gradient !== null)];
  };
  manualSeed(8);
  const results = isCompiled ? compile(step)() : step();
  const next = rand(1).item();
  const numbers = [...results, ...net.buffers()].map((tensor) => Array.from(tensor.toTypedArray(), Number));
  return { numbers, next };
}

function expectNear(found: Ran, wanted: Ran, share: number, label: string): void {
  expect(found.next, `${label}: the generator behind`).toBe(wanted.next);
  expect(found.numbers.map(({ length }) => length)).toEqual(wanted.numbers.map(({ length }) => length));
  const size = Math.max(1e-6, ...wanted.numbers.flat().map(Math.abs));
  for (const [at, numbers] of wanted.numbers.entries()) {
    const worst = Math.max(0, ...numbers.map((number, place) => Math.abs(number - found.numbers[at]![place]!)));
    expect(worst / size, `${label}: tensor ${at}`).toBeLessThan(share);
  }
}

const variants = new Variants("packages/nn/src/stacks.test.ts");

describe("random stacks", () => {
  it.each(variants.of("stacks", seeds, String))("stack %i", (seed) => {
    const { input, dtype, make } = stackOf(seed);
    const share = near[dtype as keyof typeof near];
    manualSeed(seed);
    const first = make();
    const x = randn([...input], { dtype });
    // Lazy layers get their weights.
    const weights = noGrad(() => randn(first(x).shape, { dtype }));
    const text = String(first);
    const on = (device: DeviceName) => ({ net: copyModule(first).to(device) as Sequential, given: x.to(device) });

    const plain = on("cpu");
    const wanted = trained(plain.net, plain.given, weights, false);
    for (const numbers of wanted.numbers) expect(numbers.every(Number.isFinite), `${text}: finite`).toBe(true);
    const compiled = on("cpu");
    expectNear(trained(compiled.net, compiled.given, weights, true), wanted, share, `${text}, compiled`);
    const reference = on("reference");
    expectNear(trained(reference.net, reference.given, weights, false), wanted, share, `${text}, reference`);

    manualSeed(seed + 1000);
    const other = make();
    other.loadStateDict(plain.net.stateDict());
    const evaluated = [plain.net, other].map((net) => noGrad(() => net.eval()(x).toArray()));
    expect(evaluated[1]).toEqual(evaluated[0]);
    expect(String(other)).toBe(text);
    for (const net of [first, plain.net, compiled.net, reference.net, other]) net.dispose();
  });

  it("are of many layers", () => {
    const kinds = new Set(
      seeds.flatMap((seed) => [...stackOf(seed).make().children()].map((layer) => layer.constructor.name)),
    );
    expect(kinds.size).toBeGreaterThan(25);
  });
});

variants.tell(it);
