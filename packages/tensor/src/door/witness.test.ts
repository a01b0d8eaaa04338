// What a witness is told: every op that goes through the door, in order, with its operands and results.

import { expect, it } from "vitest";
import { add, mul, noGrad, tensor } from "../functions.js";
import { autograd } from "../index.js";
import type { Tensor } from "../tensor/tensor.js";
import { type WitnessedCall, witness } from "./witness.js";

const told = (body: () => unknown) => {
  const calls: WitnessedCall[] = [];
  witness((call) => calls.push(call), body);
  return calls;
};

it("views, writes and gradients are told with what went in and came out", () => {
  const x = tensor([[1, -2]], { requiresGrad: true });
  const calls = told(() => {
    const y = mul(x, 3);
    y.t().sum().backward();
    noGrad(() => y.relu_());
  });
  expect(calls.map(({ op }) => op.name)).toEqual(expect.arrayContaining(["mul", "permute", "sum", "relu"]));
  const [first] = calls.filter(({ op }) => op.name === "mul");
  expect(first!.inputs[0] === x).toBe(true);
  expect(first!.outputs[0]!.shape).toEqual([1, 2]);
  const write = calls.find(({ inPlace }) => inPlace)!;
  expect(write.op.name).toBe("relu");
  expect(write.inputs[0] === write.outputs[0]).toBe(true);
  expect(write.outputs[0]!.toArray()).toEqual([[3, 0]]);
});

it("the inner of two is told, and none behind them, also after an error", () => {
  const outer: string[] = [];
  const inner: string[] = [];
  const [x, y] = [tensor([1]), tensor([2])];
  witness(
    ({ op }) => outer.push(op.name),
    () => {
      add(x, y);
      witness(
        ({ op }) => inner.push(op.name),
        () => mul(x, y),
      );
      add(x, y);
    },
  );
  expect([outer, inner]).toEqual([["add", "add"], ["mul"]]);
  expect(() =>
    witness(
      ({ op }) => outer.push(op.name),
      () => {
        throw new Error("stop");
      },
    ),
  ).toThrow("stop");
  add(x, y);
  expect(outer.length).toBe(2);
});

it("a function of autograd is told as one where that is asked for, with all its arguments", () => {
  class Twice extends autograd.Function {
    static override readonly name: string = "Twice";
    static forward(_: autograd.FunctionContext, x: Tensor, by: number) {
      return mul(x, by);
    }
    static backward(_: autograd.FunctionContext, grad: Tensor) {
      return [mul(grad, 2), null];
    }
  }
  const x = tensor([1]);
  const body = () => add(Twice.apply(x, 2), x);
  expect(told(body).map(({ op }) => op.name)).toEqual(["full", "expand", "mul", "add"]);
  const calls: WitnessedCall[] = [];
  witness((call) => calls.push(call), body, { functions: ["Twice"] });
  expect(calls.map(({ op }) => [op.kind, op.name])).toEqual([
    ["function", "Twice"],
    ["kernel", "add"],
  ]);
  const { attributes, inputs } = calls[0]!;
  expect([x, 2].map((argument, at) => (attributes as readonly unknown[])[at] === argument)).toEqual([true, true]);
  expect([inputs.length, inputs[0] === x]).toEqual([1, true]);
  expect(calls[1]!.inputs[0] === calls[0]!.outputs[0]).toBe(true);
});
