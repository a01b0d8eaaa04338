// func against PyTorch's (fixtures "functional"): functions mapped, their derivatives, gradients of each sample; compiled too. That every op
// maps rightly is mapped.test.ts's.

import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import {
  compile,
  conv2d,
  crossEntropy,
  dropout,
  manualSeed,
  maxPool2d,
  outer,
  rand,
  randn,
  type Tensor,
  tensor,
} from "../index.js";
import { functions } from "./functions.testing.js";
import { grad, hessian, jacfwd, jacrev, jvp, vjp, vmap } from "./index.js";
import { withoutRules } from "./interpret.js";

const made = ({ data, shape, dtype }: FixtureTensor): Tensor => tensor(Array.from(data), { dtype }).view(...shape);
const { cases } = loadFixtures("functional");
const of = (kind: string) => cases.filter((one) => one["kind"] === kind);
const close = { absolute: 1e-5, relative: 1e-5 };

const mapped: Readonly<Record<string, (x: Tensor, y: Tensor) => Tensor>> = {
  dot: (x, y) => x.dot(y),
  shared: (x, y) => x.mul(y).add(y.sum()),
  columns: (x, y) => outer(x, y).tanh(),
  last: (x) => x.softmax(0).cumsum(0),
  sorted: (x) => x.sort({ dim: 0 }).values.flip(0),
  matrices: (x, w) => x.matmul(w).relu().mean(),
  gathered: (x) => x.gather(0, x.argsort({ dim: 0 })),
  dropout: (x) => dropout(x, { p: 0.5, training: true }),
  noise: (x) => x.add(rand(6)).add(randn(6)),
};

type Parameters = Record<string, Tensor>;
const linear = (x: Tensor, p: Parameters, name: string) => x.matmul(p[`${name}.weight`]!.t()).add(p[`${name}.bias`]!);

const nets: Readonly<Record<string, (p: Parameters, x: Tensor) => Tensor>> = {
  linear: (p, x) => linear(linear(x, p, "0").tanh(), p, "2"),
  conv: (p, x) => linear(maxPool2d(conv2d(x, p["0.weight"]!, { bias: p["0.bias"]! }).relu(), 2).flatten(1), p, "4"),
  dropout: (p, x) => linear(dropout(linear(x, p, "0").relu(), { p: 0.5, training: true }), p, "3"),
};

/** The gradients of each sample's loss. */
function perSample({ net, randomness, parameters, images, labels }: (typeof cases)[number]): Parameters {
  const loss = (p: Parameters, image: Tensor, label: Tensor) =>
    crossEntropy(nets[net]!(p, image.unsqueeze(0)), label.unsqueeze(0));
  const given = Object.fromEntries(
    Object.entries(parameters as Record<string, FixtureTensor>).map(([name, one]) => [name, made(one)]),
  );
  return vmap(grad(loss), { inDims: [null, 0, 0], randomness })(given, made(images), made(labels));
}

describe("vmap, as PyTorch's", () => {
  it.each(of("vmap"))("$name", ({ fn, inputs, inDims, outDims, randomness, output, next }) => {
    const given = inputs.map(made) as [Tensor, Tensor];
    manualSeed(7);
    const found = vmap(mapped[fn]!, { inDims, outDims, randomness })(...given);
    expect(found.shape).toEqual(output.shape);
    expectClose(found, output.data, close);
    expect(rand(1).item()).toBe(next.data[0]);
  });

  it.each(of("per-sample"))("$name", (one) => {
    const wanted = Object.entries(one["gradients"] as Record<string, FixtureTensor>);
    manualSeed(7);
    const found = perSample(one);
    expect(rand(1).item()).toBe(one["next"].data[0]);
    manualSeed(7);
    const compiled = compile(() => perSample(one))();
    for (const [name, { data, shape }] of wanted) {
      expect(found[name]!.shape).toEqual(shape);
      expectClose(found[name]!, data, close);
      expectClose(compiled[name]!, data, close);
    }
    manualSeed(7);
    if (one["randomness"] !== "different")
      for (const [name, each] of Object.entries(withoutRules(() => perSample(one))))
        expectClose(each, found[name]!, { norm: 2e-6 });
  });
});

describe("derivatives, as PyTorch's", () => {
  const ways = { jacobian: [jacrev, jacfwd], hessian: [hessian, (fn: typeof jacrev) => jacfwd(jacrev(fn as never))] };
  it.each(of("functional"))("$name", ({ op, fn, inputs, v, outputs, of }) => {
    const given = inputs.map(made) as [Tensor, Tensor];
    const wanted = of as FixtureTensor[];
    const body = functions[fn]!;
    const compare = (found: unknown) => {
      const list = [found].flat(4) as Tensor[];
      for (const [at, { data, shape }] of wanted.entries()) {
        expect(list[at]!.shape).toEqual(shape);
        expectClose(list[at]!, data, close);
      }
    };
    if (op === "jacobian") {
      const argnums = given.length > 1 ? { argnums: [0, 1] } : {};
      for (const way of ways.jacobian) compare(way(body, argnums)(...given));
      compare(jacrev(body, { ...argnums, chunkSize: 2 })(...given));
    } else if (op === "hessian") {
      const argnums = given.length > 1 ? { argnums: [0, 1] } : {};
      compare(hessian(body, argnums)(...given));
    } else if (op === "vjp") {
      const [output, pullback] = vjp(body, ...given);
      compare(pullback(Array.isArray(v) ? v.map(made) : made(v)));
      for (const [at, one] of [output].flat().entries()) expectClose(one, outputs[at].data, close);
    } else if (op === "jvp") {
      compare(jvp(body, given, [v].flat().map(made) as [Tensor, Tensor])[1]);
    }
  });
});
