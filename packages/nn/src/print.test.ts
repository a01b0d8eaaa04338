// The texts in the table were printed by torch 2.15.0; the snapshot of children was compared with its output by eye.
import { inspect } from "node:util";
import { ones, type Tensor } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import {
  AvgPool2d,
  Conv2d,
  CrossEntropyLoss,
  Dropout,
  Flatten,
  Identity,
  Linear,
  LogSoftmax,
  MaxPool2d,
  Module,
  ModuleList,
  NLLLoss,
  Parameter,
  ReLU,
  Sequential,
  Sigmoid,
  Softmax,
  Tanh,
} from "./index.js";

it.each<[Module, string]>([
  [
    new Conv2d(4, 8, [3, 5], { stride: 2, padding: 1, dilation: 2, groups: 2, bias: false }),
    "Conv2d(4, 8, kernel_size=(3, 5), stride=(2, 2), padding=(1, 1), dilation=(2, 2), groups=2, bias=False)",
  ],
  [new Conv2d(4, 8, 3, { padding: "same" }), "Conv2d(4, 8, kernel_size=(3, 3), stride=(1, 1), padding=same)"],
  [new Conv2d(4, 8, 3, { padding: "valid" }), "Conv2d(4, 8, kernel_size=(3, 3), stride=(1, 1), padding=valid)"],
  [new MaxPool2d(3), "MaxPool2d(kernel_size=3, stride=3, padding=0, dilation=1, ceil_mode=False)"],
  [
    new MaxPool2d([3, 2], 2, { padding: 1 }),
    "MaxPool2d(kernel_size=(3, 2), stride=2, padding=1, dilation=1, ceil_mode=False)",
  ],
  [
    new MaxPool2d(3, { stride: [2, 1], padding: 1, dilation: 2, ceilMode: true }),
    "MaxPool2d(kernel_size=3, stride=(2, 1), padding=1, dilation=2, ceil_mode=True)",
  ],
  [new Linear(3, 4, { bias: false }), "Linear(in_features=3, out_features=4, bias=False)"],
  [new Flatten(), "Flatten(start_dim=1, end_dim=-1)"],
  [new Flatten(0, 1), "Flatten(start_dim=0, end_dim=1)"],
  [new ReLU(), "ReLU()"],
  [new ReLU({ inplace: true }), "ReLU(inplace=True)"],
  [new Dropout(), "Dropout(p=0.5, inplace=False)"],
  [new Dropout(0.2, { inplace: true }), "Dropout(p=0.2, inplace=True)"],
  [new CrossEntropyLoss(), "CrossEntropyLoss()"],
  [new NLLLoss(), "NLLLoss()"],
  [new LogSoftmax(1), "LogSoftmax(dim=1)"],
  [new Softmax(-1), "Softmax(dim=-1)"],
  [new Tanh(), "Tanh()"],
  [new Sigmoid(), "Sigmoid()"],
  [new AvgPool2d(3, 2, { padding: 1 }), "AvgPool2d(kernel_size=3, stride=2, padding=1)"],
  [new AvgPool2d([2, 3]), "AvgPool2d(kernel_size=(2, 3), stride=(2, 3), padding=0)"],
  [new Identity(), "Identity()"],
  [new Sequential(), "Sequential()"],
])("%s", (module, text) => {
  expect(String(module)).toBe(text);
  expect(inspect(module)).toBe(text);
});

it("children are indented", () => {
  class Net extends Module {
    list = new ModuleList([new ReLU(), new Sequential(new Linear(1, 2), new Identity())]);
    array = [new ReLU()];
    weight = new Parameter(ones(2));
    forward(x: Tensor): Tensor {
      return x;
    }
    override extraRepr(): string {
      return "first\nsecond";
    }
  }
  expect(String(new Net())).toMatchInlineSnapshot(`
    "Net(
      first
      second
      (list): ModuleList(
        (0): ReLU()
        (1): Sequential(
          (0): Linear(in_features=1, out_features=2, bias=True)
          (1): Identity()
        )
      )
      (array): ModuleList(
        (0): ReLU()
      )
    )"
  `);
});

it("a parameter says so", () => {
  expect(inspect(new Parameter(ones(2)))).toBe("Parameter containing:\ntensor([1., 1.], requires_grad=True)");
  expect(String(new Parameter(ones(2), { requiresGrad: false }))).toBe("Parameter containing:\ntensor([1., 1.])");
});
