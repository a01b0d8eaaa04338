// autograd.functional against PyTorch's (fixtures "functional"), of second order by createGraph, compiled, and what it says of mistakes.

import { expectClose, type FixtureTensor, loadFixtures, thrown } from "@bernoulli/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import { functions } from "../../func/functions.testing.js";
import { autograd, compile, grad, isTensor, ones, type Tensor, tensor } from "../../index.js";

const { functional } = autograd;

const made = ({ data, shape, dtype }: FixtureTensor): Tensor => tensor(Array.from(data), { dtype }).view(...shape);
const flat = (value: unknown): Tensor[] => [value].flat(3) as Tensor[];
const cases = loadFixtures("functional").cases.filter(({ kind }) => kind === "functional");

function answer({ op, fn, inputs, v }: (typeof cases)[number], options = {}): { outputs: Tensor[]; of: Tensor[] } {
  const given = inputs.map(made);
  const at = given.length === 1 ? given[0] : given;
  const ways = functional as unknown as Record<string, (...all: unknown[]) => unknown>;
  if (op === "jacobian" || op === "hessian") return { outputs: [], of: flat(ways[op]!(functions[fn], at, options)) };
  const vector = v === null ? null : Array.isArray(v) ? v.map(made) : made(v);
  const [outputs, product] = ways[op]!(functions[fn], at, vector, options) as [unknown, unknown];
  return { outputs: flat(outputs), of: flat(product) };
}

describe("as PyTorch's", () => {
  it.each(cases)("$name", (one) => {
    for (const options of [{}, { createGraph: true }]) {
      const found = answer(one, options);
      for (const name of ["outputs", "of"] as const) {
        const wanted = one[name] as FixtureTensor[];
        expect(found[name].map(({ shape }) => shape)).toEqual(wanted.map(({ shape }) => shape));
        for (const [at, { data }] of wanted.entries())
          expectClose(found[name][at]!, data, { absolute: 1e-5, relative: 1e-5 });
      }
    }
  });

  it.each(cases.filter(({ fn }) => ["cubesSum", "two", "mlp"].includes(fn)))("compiled: $name", (one) => {
    const run = compile(() => answer(one));
    const [eager, compiled] = [answer(one), run()];
    for (const [at, each] of eager.of.entries()) expect(compiled.of[at]!.toArray()).toEqual(each.toArray());
  });
});

it("createGraph makes results that can be differentiated", () => {
  const x = tensor([1, 2], { requiresGrad: true });
  const rows = functional.jacobian((at) => at.pow(3), x, { createGraph: true });
  const [second] = grad(rows.sum(), [x]);
  expect(second.toArray()).toEqual([6, 12]);
  expect(functional.jacobian((at) => at.pow(3), x).requiresGrad).toBe(false);
  const [, product] = functional.hvp((at) => at.pow(3).sum(), x, ones(2), { createGraph: true });
  product.sum().backward();
  expect(x.grad!.toArray()).toEqual([6, 6]);
});

it("leaves the inputs alone, and what was recorded around it", () => {
  const w = tensor([2, 3], { requiresGrad: true });
  const around = w.mul(2);
  functional.jacobian((x) => x.mul(w), around);
  expect([w.grad, around.grad]).toEqual([null, null]);
  around.sum().backward();
  expect(w.grad!.toArray()).toEqual([2, 2]);
});

it("refuses a write to an input that has a history", () => {
  const x = tensor([1, 2], { requiresGrad: true }).mul(1);
  expect(thrown(() => functional.jacobian((at) => at.mul_(2), x, { createGraph: true }))).toMatchInlineSnapshot(
    `"AutogradError: An input of a differentiated function is a view and is being modified inplace. Write to a clone() of it."`,
  );
});

it("says what is wrong", () => {
  const x = tensor([1, 2]);
  const constant = () => ones(2);
  const wrong = (run: () => unknown) => thrown(run);
  expect([
    wrong(() => functional.jacobian(() => 3 as never, x)),
    wrong(() => functional.jacobian((at) => at, 3 as never)),
    wrong(() => functional.jacobian(constant, x, { strict: true })),
    wrong(() => functional.jacobian((a, _) => a.mul(2), [x, x], { strict: true })),
    wrong(() => functional.hessian((at) => at, x)),
    wrong(() => functional.hessian((at) => at.sum(), x, { strict: true })),
    wrong(() => functional.vjp((at) => at.mul(2), x)),
    wrong(() => functional.vjp((at) => at.mul(2), x, ones(3))),
    wrong(() => functional.vjp((at) => at.mul(2), x, [x, x] as never)),
    wrong(() => functional.jvp((at) => at.mul(2), x)),
    wrong(() => functional.jvp((at) => at.mul(3), x, x, { createGraph: true, strict: true })),
    wrong(() => functional.hvp((at) => at.mul(2), x, x)),
    wrong(() => functional.vhp(constant, x, x)),
  ]).toMatchInlineSnapshot(`
    [
      "ArgumentError: jacobian: The outputs of the user-provided function given to jacobian must be either a Tensor or an array of Tensors, but got 3",
      "ArgumentError: jacobian: The inputs given to jacobian must be either a Tensor or an array of Tensors, but got 3",
      "AutogradError: jacobian: Output 0 of the user-provided function does not require gradients. The outputs must be computed in a differentiable manner from the input when running in strict mode.",
      "AutogradError: jacobian: Output 0 of the user-provided function is independent of input 1. This is not allowed in strict mode.",
      "AutogradError: hessian: The Tensor returned by the function given to hessian should contain a single element, but has shape [2]; reduce it with .sum() or .mean()",
      "AutogradError: hessian: While computing the hessian, found that the jacobian of the user-provided function with respect to input 0 is independent of the input. This is not allowed in strict mode. You should ensure that your function is twice differentiable and that the jacobian depends on the inputs (this would be violated by a linear function for example).",
      "AutogradError: vjp: The vector v can only be left out if the user-provided function returns a single Tensor with a single element.",
      "ShapeError: vjp: v has invalid size: should be [2] but got [3]",
      "ArgumentError: vjp: v is a vector of invalid length: should be 1 but got 2",
      "AutogradError: jvp: The vector v can only be left out if the input to the user-provided function is a single Tensor with a single element.",
      "AutogradError: jvp: The jacobian of the user-provided function is independent of input 0. This is not allowed in strict mode when { createGraph: true }.",
      "AutogradError: hvp: The Tensor returned by the function given to hvp should contain a single element, but has shape [2]; reduce it with .sum() or .mean()",
      "AutogradError: vhp: The Tensor returned by the function given to vhp should contain a single element, but has shape [2]; reduce it with .sum() or .mean()",
    ]
  `);
});

it("has types that follow what is given", () => {
  const x = tensor([1, 2]);
  expectTypeOf(functional.jacobian((at) => at.mul(2), x)).toEqualTypeOf<Tensor>();
  const byInput = functional.jacobian((a, b) => a.mul(b), [x, x]);
  expectTypeOf(byInput[1]).toEqualTypeOf<Tensor>();
  const byOutput = functional.jacobian((at): [Tensor, Tensor] => [at.mul(2), at.sum()], x);
  expectTypeOf(byOutput[1]).toEqualTypeOf<Tensor>();
  const both = functional.jacobian((a, b): [Tensor, Tensor] => [a.mul(b), a.sum()], [x, x]);
  expectTypeOf(both[1][0]).toEqualTypeOf<Tensor>();
  expectTypeOf(functional.hessian((a, b) => a.mul(b).sum(), [x, x])[0][1]).toEqualTypeOf<Tensor>();
  const [, products] = functional.vjp((a, b) => a.mul(b).sum(), [x, x]);
  expectTypeOf(products[0]).toEqualTypeOf<Tensor>();
  // @ts-expect-error a function of two tensors is given two
  expect(() => functional.jacobian((a: Tensor, b: Tensor) => a.mul(b), x)).toThrow();
  expect([byInput, byOutput, both, products].flat(2).every(isTensor)).toBe(true);
});
