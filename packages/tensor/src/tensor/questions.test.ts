// What is said of questions that have no answer; the answers are compared with PyTorch's by the forms of scripts (packages/bernoulli).

import { expect, it } from "vitest";
import { finfo, iinfo, isFloatingPoint, numel, ones } from "../index.js";

const message = (ask: () => unknown) => {
  try {
    return ask();
  } catch (error) {
    return String(error);
  }
};

it("questions that have no answer say why", () => {
  const given: any = 3;
  expect([
    message(() => numel(given)),
    message(() => isFloatingPoint(given)),
    message(() => ones([]).stride(0)),
    message(() => ones(2, 3).stride(2)),
    message(() => ones(2).type(given)),
    message(() => ones(2).type("long" as never)),
    message(() => ones(2).H),
    message(() => ones(2, 2, 2).H),
    message(() => finfo("int32")),
    message(() => finfo("half" as never)),
    message(() => iinfo("float32")),
    message(() => iinfo("bool")),
  ]).toMatchInlineSnapshot(`
    [
      "ArgumentError: numel: input must be a Tensor, but got 3; make a tensor of it with tensor(…)",
      "ArgumentError: isFloatingPoint: input must be a Tensor, but got 3; make a tensor of it with tensor(…)",
      "IndexError: stride: Dimension specified as 0 but tensor has no dimensions",
      "IndexError: stride: dimension out of range (expected to be in range of [-2, 1], but got 2)",
      "DTypeError: type: unknown dtype 3; take one of float32, float64, int32, uint8, bool",
      "DTypeError: type: unknown dtype "long"; take one of float32, float64, int32, uint8, bool",
      "ShapeError: H: tensor.H is only supported on matrices (2-D tensors). Got 1-D tensor.",
      "ShapeError: H: tensor.H is only supported on matrices (2-D tensors). Got 3-D tensor. For batches of matrices, consider using tensor.mT",
      "DTypeError: finfo: requires a floating point input type. Use iinfo to handle "int32"",
      "DTypeError: finfo: unknown dtype "half"; take one of float32, float64, int32, uint8, bool",
      "DTypeError: iinfo: requires an integer input type. Use finfo to handle "float32"",
      "DTypeError: iinfo: bool is not supported; its numbers are 0 and 1",
    ]
  `);
});

it("each dtype has PyTorch's name", () => {
  const types = ["float32", "float64", "int32", "uint8", "bool"] as const;
  expect(types.map((dtype) => ones(1, { dtype }).type())).toEqual([
    "torch.FloatTensor",
    "torch.DoubleTensor",
    "torch.IntTensor",
    "torch.ByteTensor",
    "torch.BoolTensor",
  ]);
});
