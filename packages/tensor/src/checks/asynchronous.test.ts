// Async functions where synchronous ones belong: refused, by name, and the promise that nobody waits for ends no program. What of
// them runs later does no harm.

import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import {
  autograd,
  compile,
  defaultGenerator,
  enableGrad,
  Generator,
  isGradEnabled,
  memoryStats,
  noGrad,
  ones,
  profile,
  scope,
  tensor,
  withGenerator,
} from "../index.js";

/** Makes tensors before and behind an await, and fails in the end: an unhandled rejection fails the run of the tests. */
const body = async (): Promise<never> => {
  const early = ones(1000);
  await null;
  ones(1000).mul(2);
  early.sum();
  throw new Error("nobody waits for this");
};

class Late extends autograd.Function {
  static forward = body as never;
  static backward = body as never;
}
class LateBack extends autograd.Function {
  static forward(_: autograd.FunctionContext, x: ReturnType<typeof ones>) {
    return x.mul(2);
  }
  static backward = body as never;
}

const leaf = () => tensor([1, 2], { dtype: "float64", requiresGrad: true });
const calls: Record<string, () => unknown> = {
  scope: () => scope(body),
  "scope in scope": () => scope(() => scope(body)),
  compile: () => compile(body)(),
  "compile in compile": () => compile(() => void compile(body)())(),
  noGrad: () => noGrad(body),
  enableGrad: () => enableGrad(body),
  withGenerator: () => withGenerator(new Generator(), body),
  profile: () => profile(body),
  registerHook: () => {
    const x = leaf();
    x.registerHook(body as never);
    x.sum().backward();
  },
  Function: () => (Late.apply as (x: unknown) => unknown).call(Late, leaf()),
  "Function's backward": () => (LateBack.apply(leaf()) as ReturnType<typeof ones>).sum().backward(),
  gradcheck: () => autograd.gradcheck(body as never, [leaf()]),
};

it("are refused", async () => {
  const before = memoryStats().scopes;
  const generator = defaultGenerator();
  const messages = Object.entries(calls).map(([name, call]) => `${name}: ${thrown(call)}`);
  expect(messages).toMatchInlineSnapshot(`
    [
      "scope: ScopeError: scope: the body returned a promise; a scope covers synchronous code only, so await before or after it",
      "scope in scope: ScopeError: scope: the body returned a promise; a scope covers synchronous code only, so await before or after it",
      "compile: ArgumentError: compile: the body returned a promise; a step is synchronous, so await before or after it",
      "compile in compile: ArgumentError: compile: the body returned a promise; a step is synchronous, so await before or after it",
      "noGrad: AutogradError: noGrad: the body returned a promise, and grad mode cannot follow it across an await; await outside and call noGrad(() => …) around the synchronous part",
      "enableGrad: AutogradError: enableGrad: the body returned a promise, and grad mode cannot follow it across an await; await outside and call enableGrad(() => …) around the synchronous part",
      "withGenerator: ArgumentError: withGenerator: the body returned a promise, and the generator cannot follow it across an await; pass { generator } to what draws instead",
      "profile: AutogradError: profile: the body returned a promise, and what it does later would not be seen",
      "registerHook: ArgumentError: registerHook: the hook returned a promise, but must be synchronous; await before or after it",
      "Function: ArgumentError: Late: forward returned a promise, but must be synchronous; await before or after it",
      "Function's backward: ArgumentError: LateBack: backward returned a promise, but must be synchronous; await before or after it",
      "gradcheck: ArgumentError: gradcheck: the function returned a promise, but must be synchronous; await before or after it",
    ]
  `);
  expect([isGradEnabled(), defaultGenerator(), memoryStats().scopes]).toEqual([true, generator, before]);
  await new Promise((resolve) => setTimeout(resolve));
  expect([isGradEnabled(), defaultGenerator(), memoryStats().scopes]).toEqual([true, generator, before]);
});

it("so are async generators; other iterators are results like any", () => {
  expect(thrown(() => noGrad(async function* () {}))).toMatch(/the body returned a promise/);
  expect([...scope(() => [1, 2].values())]).toEqual([1, 2]);
  expect(scope(() => (function* () {})()).next().done).toBe(true);
});
