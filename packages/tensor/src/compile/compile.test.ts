// What a compiled function promises: it sees what its body decides anew, what lives on and what does not, reads in the middle,
// random streams, errors, memory. That every op gives what the plain call gives is samples.test.ts's.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import {
  compile,
  dropout,
  FreedTensorError,
  full,
  Generator,
  manualSeed,
  memoryStats,
  noGrad,
  OutOfMemoryError,
  ones,
  profile,
  rand,
  randn,
  scope,
  type Tensor,
  tensor,
  zeros,
} from "../index.js";
import { sgdStep_ } from "./steps.testing.js";

const leaf = (...values: number[]) => tensor(values, { requiresGrad: true });

describe("a compiled function", () => {
  it("is called as its body is, and returns what it returns", () => {
    const step = compile((x: Tensor, scale: number, { also }: { also: Tensor }) => ({
      parts: [x.mul(scale), also.add(1)],
      same: also,
      name: "step",
    }));
    const [x, also] = [tensor([1, 2]), tensor([5])];
    const { parts, same, name } = step(x, 3, { also });
    expect(parts.map((part) => part.toArray())).toEqual([[3, 6], [6]]);
    expect(same).toBe(also);
    expect(name).toBe("step");
  });

  it("sees what the body decides at each call", () => {
    let calls = 0;
    const step = compile((x: Tensor) => {
      calls += 1;
      return calls % 2 === 0 ? x.mul(calls) : x.add(calls);
    });
    const x = tensor([10]);
    expect(Array.from({ length: 6 }, () => step(x).item())).toEqual([11, 20, 13, 40, 15, 60]);
    expect(step.explain()).toMatch(/plan 2 of 2/);
  });

  it("writes parameters, and goes on from what was loaded into them", () => {
    const weight = leaf(1, 2);
    const step = compile((x: Tensor) => {
      weight.grad = null;
      weight.mul(x).sum().backward();
      noGrad(() => weight.sub_(weight.grad!.mul(0.5)));
    });
    step(tensor([2, 4]));
    expect(weight.toArray()).toEqual([0, 0]);
    noGrad(() => weight.fill_(7));
    step(tensor([2, 4]));
    expect(weight.toArray()).toEqual([6, 5]);
    weight.grad = null;
  });

  it("keeps gradients, unless asked not to: then it says that they ended with the call", () => {
    const weight = leaf(1, 2);
    const body = () => weight.mul(3).sum().backward();
    compile(body, { keepGrads: false })();
    expect(thrown(() => weight.grad!.toArray())).toMatchInlineSnapshot(
      `"FreedTensorError: this tensor, made by mulBackward, was made inside a compiled function and ended with the call; return it, alone or in an array or a plain object, or .keep() it inside (gradients end so only with keepGrads: false)"`,
    );
    weight.grad = null;
    const keeping = compile(body);
    keeping();
    keeping();
    expect(weight.grad!.toArray()).toEqual([6, 6]);
    weight.grad!.dispose();
    weight.grad = null;
  });

  it("steps two nets in turn, of which each fills the other's gradients, as a GAN's step does", () => {
    const trained = (wrap: (body: () => void) => () => void) => {
      const [generator, discriminator] = [leaf(0.5, -1), leaf(2, 1)];
      const update = (weight: Tensor) => noGrad(() => weight.sub_(weight.grad!, { alpha: 0.125 }));
      const step = wrap(() => {
        const fake = tensor([1, 2]).mul(generator);
        generator.grad = null;
        // Fills the discriminator's gradient too, which is not zeroed before its own turn.
        discriminator.mul(fake).tanh().sum().neg().backward();
        update(generator);
        discriminator.grad = null;
        discriminator.mul(fake.detach()).tanh().sum().backward();
        discriminator.mul(3).tanh().sum().neg().backward();
        update(discriminator);
      });
      for (let time = 0; time < 4; time += 1) step();
      const seen = [generator, discriminator].flatMap((weight) => [weight.toArray(), weight.grad!.toArray()]);
      for (const weight of [generator, discriminator]) weight.grad = null;
      return seen;
    };
    expect(trained((body) => compile(body))).toEqual(trained((body) => body));
  });

  it("adds to gradients of earlier calls", () => {
    const weight = leaf(1, 2);
    const step = compile((scale: number) => weight.mul(scale).sum().backward());
    for (const scale of [1, 2, 3]) step(scale);
    expect(weight.grad!.toArray()).toEqual([6, 6]);
    weight.grad = null;
  });

  it("ends what it made and did not return", () => {
    const before = memoryStats();
    let inner: Tensor | null = null;
    let kept: Tensor | null = null;
    compile((x: Tensor) => {
      inner = x.mul(2);
      kept = inner.add(1).keep();
    })(tensor([1, 2]));
    expect(kept!.toArray()).toEqual([3, 5]);
    expect(thrown(() => inner!.toArray())).toMatchInlineSnapshot(
      `"FreedTensorError: this tensor, made by mul, was made inside a compiled function and ended with the call; return it, alone or in an array or a plain object, or .keep() it inside (gradients end so only with keepGrads: false)"`,
    );
    kept!.dispose();
    scope(() => {});
    expect(memoryStats().storages - before.storages).toBeLessThanOrEqual(1);
  });

  it("computes where the body reads, and goes on", () => {
    const weight = tensor([1, 2]);
    const seen: unknown[] = [];
    const step = compile((x: Tensor) => {
      const product = x.mul(weight);
      const first = product.sum().item();
      weight.add_(first);
      seen.push(weight.toArray());
      return product.add(weight);
    });
    expect(step(tensor([3, 4])).toArray()).toEqual([15, 21]);
    expect(seen).toEqual([[12, 13]]);
    expect(step(tensor([1, 0])).toArray()).toEqual([36, 25]);
  });

  it("draws as the plain call does, at reads and reseedings too", () => {
    const generator = new Generator({ seed: 3 });
    const body = () => {
      const first = dropout(ones(50), { p: 0.3, training: true, generator });
      const word = generator.random();
      generator.manualSeed(word);
      return [first, rand([40], { generator }), tensor(word % 1000)];
    };
    const plain = body().map((one) => one.toArray());
    generator.manualSeed(3);
    expect(compile(body)().map((one) => one.toArray())).toEqual(plain);
  });

  it("leaves out what nobody needs, but not draws", () => {
    const x = ones(4);
    const step = compile(() => {
      x.exp();
      dropout(x, { p: 0.5, training: true });
      return x.relu();
    });
    manualSeed(1);
    expect(profile(step).events.map(({ name }) => name)).toEqual(["dropout", "relu"]);
  });

  it("runs inside another as part of it", () => {
    const inner = compile((x: Tensor) => x.mul(2));
    const outer = compile((x: Tensor) => inner(x).add(inner(x)));
    expect(outer(tensor([1])).toArray()).toEqual([4]);
    expect(inner.explain()).toMatch(/^no plan yet/);
  });

  it("computes what the body did before it threw, as the plain call", () => {
    const weight = leaf(1, 2).keep();
    const body = () => {
      weight.grad = null;
      weight.mul(weight).sum().backward();
      noGrad(() => weight.sub_(weight.grad!, { alpha: 0.25 }));
      scope(() => zeros(2000));
      if (weight.grad !== null) throw new RangeError("no");
    };
    const step = compile(body);
    expect(() => step()).toThrow("no");
    const before = memoryStats();
    expect(() => step()).toThrow("no");
    expect(weight.toArray()).toEqual([0.25, 0.5]);
    expect(weight.grad!.toArray()).toEqual([1, 2]);
    expect(memoryStats()).toEqual(before);
  });

  it("goes on after a call that ran out of memory, and says what was not computed", () => {
    const weight = randn(1, 1, { requiresGrad: true });
    let average: Tensor | null = null;
    let last: Tensor | null = null;
    const step = compile((size: number) => {
      average ??= zeros(1, 1).keep();
      weight.grad = null;
      const loss = ones(size, size).mul(weight).mean();
      loss.backward();
      noGrad(() => average!.add_(weight.grad!, { alpha: 0.5 }));
      last = loss.detach().keep();
      return loss.detach();
    });
    expect(() => step(60_000)).toThrow(OutOfMemoryError);
    expect(average!.toArray()).toEqual([[0]]);
    expect(thrown(() => last!.item())).toMatchInlineSnapshot(
      `"FreedTensorError: this tensor, made by div, was to be computed by a compiled function, and a kernel failed before"`,
    );
    expect(step(4).item()).toBeCloseTo(weight.item());
    expect(average!.item()).toBeCloseTo(0.5);
  });

  it("takes what JavaScript makes in the body, freed there or not", () => {
    const step = compile((values: readonly number[]) => {
      const sum = scope(() =>
        tensor([...values])
          .mul(tensor(values.map((value) => value + 1)))
          .sum(),
      );
      return sum.add(full([2], values.length));
    });
    expect(step(Array.from({ length: 600 }, () => 1)).toArray()).toEqual([1800, 1800]);
    expect(step(Array.from({ length: 600 }, () => 2)).toArray()).toEqual([4200, 4200]);
  });

  it("runs hooks, those added later too", () => {
    const weight = leaf(1, 2);
    const step = compile(() => {
      weight.grad = null;
      const middle = weight.mul(3);
      if (hooked) middle.registerHook((grad) => grad.mul(10));
      middle.sum().backward();
      return weight.grad!;
    });
    let hooked = false;
    expect(step().toArray()).toEqual([3, 3]);
    hooked = true;
    expect(step().toArray()).toEqual([30, 30]);
    weight.grad = null;
  });

  it("keeps sixteen plans", () => {
    const step = compile((x: Tensor) => x.add(1));
    for (let size = 1; size <= 40; size += 1) expect(step(ones(size)).numel()).toBe(size);
    expect(step.explain().match(/plan \d+ of 16/g)).toHaveLength(16);
  });

  it("computes where a getter of the result reads", () => {
    const step = compile((x: Tensor) => {
      const loss = x.mul(2).sum();
      return {
        get value() {
          return loss.item();
        },
      };
    });
    expect(step(ones(3)).value).toBe(6);
  });

  it("does not let the body read what it disposed of", () => {
    const x = ones(2);
    const step = compile(() => {
      const doubled = x.mul(2);
      x.dispose();
      expect(() => x.toArray()).toThrow(FreedTensorError);
      return doubled;
    });
    expect(step().toArray()).toEqual([2, 2]);
  });

  it("takes numbers as they are when an op is called", () => {
    const [parameters, buffers] = [
      [tensor([1]), tensor([1])],
      [zeros(1), zeros(1)],
    ];
    const options = { lr: 0.5, momentum: 0.9, dampening: 0, weightDecay: 0, nesterov: false, maximize: false };
    compile(() => {
      for (const [at, parameter] of parameters.entries()) {
        sgdStep_(parameter, tensor([1]), buffers[at]!, options);
        options.lr *= 0.1;
      }
    })();
    expect(parameters.map((parameter) => parameter.item())).toEqual([0.5, expect.closeTo(0.95)]);
  });

  it("is seen by a profile within", () => {
    const names = compile(() => profile(() => ones(4).relu().sum()).events.map(({ name }) => name));
    expect(names()).toEqual(["full", "relu + sum"]);
  });

  it("needs a function that is synchronous", () => {
    expect(thrown(() => compile(null as never))).toMatchInlineSnapshot(
      `"ArgumentError: compile: expected a function or a model, but got null"`,
    );
    expect(thrown(() => compile(zeros, { keepGrads: "no" } as never))).toMatchInlineSnapshot(
      `"ArgumentError: compile: keepGrads must be true or false, but got "no""`,
    );
    expect(thrown(() => compile(zeros, { precision: "low" } as never))).toMatchInlineSnapshot(
      `"ArgumentError: compile: precision must be "high" or "highest", but got "low""`,
    );
    expect(thrown(() => compile(3 as never))).toMatchInlineSnapshot(
      `"ArgumentError: compile: expected a function or a model, but got 3"`,
    );
    expect(thrown(() => compile(async () => ones(2))())).toMatchInlineSnapshot(
      `"ArgumentError: compile: the body returned a promise; a step is synchronous, so await before or after it"`,
    );
    expect(thrown(() => compile(() => 1, { keepGradients: true } as never))).toMatchInlineSnapshot(
      `"ArgumentError: compile: got an unexpected option keepGradients; take some of { keepGrads, precision }"`,
    );
  });

  it("shows its plan", () => {
    const step = compile((x: Tensor) => x.matmul(x).relu().sum());
    step(ones(8, 8));
    expect(step.explain()).toMatchInlineSnapshot(`
      "plan 1 of 1
      1  matmul      [1, 8, 8]
      2  relu + sum  [1, 1]     2 ops: region
      3 ops in 2 steps; values take up to 0.0 MiB at once"
    `);
  });
});
