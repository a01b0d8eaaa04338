// What a witness is told: every op that goes through the door, in order, with its operands and results.

import { expect, it } from "vitest";
import { add, mul, noGrad, tensor } from "../functions.js";
import "../index.js";
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
