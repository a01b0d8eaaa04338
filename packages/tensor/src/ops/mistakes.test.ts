// What is said to a wrong call that types would have caught, or that is right in PyTorch and not here: a typed error that names
// the op, what came and the cure, and never a wrong number.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import * as api from "../index.js";
import { addcmul_, arange, eye, full, grad, ones, scatterAdd_, setDefaultDevice, tensor, zeros } from "../index.js";

// What is called here does not compile.
const any = api as any;
const int = (...values: number[]) => tensor(values, { dtype: "int32" });

describe("a wrong call", () => {
  const calls: readonly (readonly [name: string, call: () => unknown])[] = [
    ["slice with a fraction", () => arange(6).slice(0, 0.5)],
    ["slice with a string", () => arange(6).slice(0, 0, "3" as never)],
    ["slice with NaN", () => arange(6).slice(0, Number.NaN)],
    ["tensor of tensors", () => any.tensor([ones(2), ones(2)])],
    ["tensor of a tensor", () => any.tensor(ones(2))],
    ["tensor on an unknown device", () => any.tensor([1], { device: "gpu" })],
    ["zeros on an unknown device", () => any.zeros(2, { device: "gpu" })],
    ["an unknown default device", () => setDefaultDevice("toString" as never)],
    ["an unknown dtype", () => any.zeros(2, { dtype: "toString" })],
    ["full of a string", () => any.full([2], "x")],
    ["fill_ with a string", () => any.fill_(ones(2), "x")],
    ["pad with a string", () => any.pad(ones(2), [1, 1], { value: "x" })],
    ["add with a misspelt option", () => any.add(ones(2), ones(2), { alhpa: 2 })],
    ["add with a number for its options", () => any.add(ones(2), ones(2), 2)],
    ["add of an array", () => any.add(ones(2), [1, 2])],
    ["sub with an alpha that is no number", () => any.sub(ones(2), ones(2), { alpha: "2" })],
    ["addcmul_ with a number for its options", () => any.addcmul_(ones(2), ones(2), ones(2), 2)],
    ["normal_ with options first", () => any.normal_(ones(2), { std: 2 })],
    ["arange with a misspelt option", () => any.arange(3, { dytpe: "int32" })],
    ["eye with a misspelt option", () => any.eye(3, { dytpe: "int32" })],
    ["backward with PyTorch's spelling", () => any.backward(ones([], { requiresGrad: true }), { create_graph: true })],
    ["randint without a shape", () => any.randint(0, 10)],
    ["sum over a string", () => any.sum(ones(2), "0")],
    ["matmul of one operand", () => any.matmul(ones(2, 2))],
    ["matmul with a number", () => any.matmul(ones(2, 2), 2)],
    ["conv2d of nothing", () => any.conv2d(null, ones(1, 1, 1, 1))],
    ["einsum without an equation", () => any.einsum(ones(2), ones(2))],
    ["indexSelect with an array", () => any.indexSelect(ones(2), 0, [0])],
    ["integers plus a fraction of integers", () => int(1, 2).add(int(1, 2), { alpha: 0.5 })],
    ["an integer to a negative power", () => int(1, 2).pow(-1)],
    ["an int32 that is too large", () => tensor([1e10], { dtype: "int32" })],
    ["a byte that is too large", () => tensor([300], { dtype: "uint8" })],
    ["an int32 that is no number", () => tensor([Number.NaN], { dtype: "int32" })],
    ["full of an int32 that is too large", () => full([2], 3e9, { dtype: "int32" })],
    ["arange beyond int32", () => arange(3e9, 3e9 + 2)],
  ];

  it("says what was wanted, what came, and the cure", () => {
    const texts = Object.fromEntries(calls.map(([name, call]) => [name, thrown(call)]));
    expect(texts).toMatchInlineSnapshot(`
      {
        "a byte that is too large": "DTypeError: tensor: value cannot be converted to type uint8 without overflow: 300; take { dtype: "float64" }, or numbers from -255 to 255",
        "add of an array": "DTypeError: add: expected a Tensor or a number, got an array; make a tensor of it with tensor(…)",
        "add with a misspelt option": "ArgumentError: add: got an unexpected option alhpa; take some of { alpha }",
        "add with a number for its options": "ArgumentError: add: expected an object of options, some of { alpha }, but got 2",
        "addcmul_ with a number for its options": "ArgumentError: addcmul_: expected an object of options, some of { value }, but got 2",
        "an int32 that is no number": "DTypeError: tensor: value cannot be converted to type int32 without overflow: NaN; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647",
        "an int32 that is too large": "DTypeError: tensor: value cannot be converted to type int32 without overflow: 10000000000; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647",
        "an integer to a negative power": "ArgumentError: pow: Integers to negative integer powers are not allowed; convert with .to("float32") first",
        "an unknown default device": "DeviceError: setDefaultDevice: unknown device "toString"; take one of cpu, reference",
        "an unknown dtype": "DTypeError: zeros: unknown dtype "toString"; take one of float32, float64, int32, uint8, bool",
        "arange beyond int32": "DTypeError: arange: value cannot be converted to type int32 without overflow: 3000000000; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647",
        "arange with a misspelt option": "ArgumentError: arange: got an unexpected option dytpe; take some of { dtype, requiresGrad, device }",
        "backward with PyTorch's spelling": "ArgumentError: backward: got an unexpected option create_graph; here it is createGraph",
        "conv2d of nothing": "ArgumentError: conv2d: input must be a Tensor, but got null",
        "einsum without an equation": "ArgumentError: einsum: expected an equation such as "ij,jk->ik" first, but got a Tensor",
        "eye with a misspelt option": "ArgumentError: eye: got an unexpected option dytpe; take some of { dtype, requiresGrad, device }",
        "fill_ with a string": "ArgumentError: fill_: the value must be a number, but got "x"",
        "full of a string": "ArgumentError: full: the value must be a number, but got "x"",
        "full of an int32 that is too large": "DTypeError: full: value cannot be converted to type int32 without overflow: 3000000000; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647",
        "indexSelect with an array": "ArgumentError: indexSelect: index must be a Tensor, but got an array; make a tensor of it with tensor(…)",
        "integers plus a fraction of integers": "ArgumentError: add: for integral input tensors, argument alpha must not be a floating point number, but got 0.5; convert with .to("float32") first",
        "matmul of one operand": "ArgumentError: matmul: other must be a Tensor, but got undefined",
        "matmul with a number": "ArgumentError: matmul: other must be a Tensor, but got 2; make a tensor of it with tensor(…)",
        "normal_ with options first": "ArgumentError: normal_: mean must be a number, but got an object",
        "pad with a string": "ArgumentError: pad: value must be a number, but got "x"",
        "randint without a shape": "ArgumentError: randint: expected randint(low, high, shape) or randint(high, shape), but got the shape undefined, such as randint(10, [2])",
        "slice with NaN": "ArgumentError: slice: start must be an integer, or infinite for the very end, but got NaN",
        "slice with a fraction": "ArgumentError: slice: start must be an integer, or infinite for the very end, but got 0.5",
        "slice with a string": "ArgumentError: slice: end must be a number, but got "3"",
        "sub with an alpha that is no number": "ArgumentError: sub: alpha must be a number, but got "2"",
        "sum over a string": "ArgumentError: sum: dim must be an integer or an array of integers, but got "0"",
        "tensor of a tensor": "DTypeError: tensor: expected numbers, but got a Tensor; to copy one, call .detach().clone() on it",
        "tensor of tensors": "DTypeError: tensor: expected numbers, but got an array of Tensors; put them together with stack(…) or cat(…)",
        "tensor on an unknown device": "DeviceError: tensor: unknown device "gpu"; take one of cpu, reference",
        "zeros on an unknown device": "DeviceError: zeros: unknown device "gpu"; take one of cpu, reference",
      }
    `);
  });
});

describe("a call that reads what it writes", () => {
  it("scatters a tensor into itself as PyTorch does", () => {
    const x = tensor([1, 2, 3, 4]);
    scatterAdd_(x, 0, int(3, 2, 1, 0), x);
    expect(x.toArray()).toEqual([5, 5, 5, 5]);
    const places = int(1, 2, 3, 0);
    expect(places.scatter_(0, places, places).toArray()).toEqual([0, 1, 2, 3]);
  });
});

describe("numbers at the edge", () => {
  it("fit as PyTorch's do", () => {
    expect(tensor([-1, 255, 1.7], { dtype: "uint8" }).toArray()).toEqual([255, 255, 1]);
    expect(tensor([2 ** 31 - 1, -(2 ** 31)], { dtype: "int32" }).toArray()).toEqual([2 ** 31 - 1, -(2 ** 31)]);
    expect(tensor([Number.NEGATIVE_INFINITY, -0, 4]).pow(0.5).toArray()).toEqual([Number.NaN, -0, 2]);
    expect(zeros(1).slice(0, Number.NEGATIVE_INFINITY).numel()).toBe(1);
    expect(eye(2, { dtype: "int32" }).toArray()).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(addcmul_(ones(1), ones(1), ones(1), { value: 2 }).toArray()).toEqual([3]);
    expect(grad(ones([], { requiresGrad: true }).mul(2), [], {})).toEqual([]);
  });
});
