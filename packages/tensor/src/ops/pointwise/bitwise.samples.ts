// Samples of the bitwise ops and shifts.

import { defineSamples, type InputSpec, type OpSamples } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import type { Operand } from "../operands.js";
import { bitwiseAnd, bitwiseLeftShift, bitwiseNot, bitwiseOr, bitwiseRightShift, bitwiseXor } from "./bitwise.js";

const integers = { dtype: "int32" } as const;

function bitwise(
  name: string,
  run: (input: Tensor, other: Operand) => Tensor,
  second: Partial<InputSpec> = {},
): OpSamples {
  const pair = (first: InputSpec, other: InputSpec, label: string) => ({
    name: label,
    inputs: [first, { ...second, ...other }],
    gradient: "none" as const,
    run: (a: Tensor, b: Tensor) => run(a, b),
  });
  const isShift = name.endsWith("Shift");
  return {
    samples: [
      pair({ ...integers, shape: [4, 9], range: [-900, 900] }, { ...integers, shape: [4, 9] }, "int32"),
      pair({ ...integers, shape: [5, 1] }, { ...integers, shape: [7] }, "broadcast"),
      pair({ shape: [17], dtype: "uint8" }, { shape: [17], dtype: "uint8", range: [0, 9] }, "uint8"),
      pair({ ...integers, shape: [] }, { ...integers, shape: [] }, "0-d"),
      pair({ ...integers, shape: [0, 4] }, { ...integers, shape: [4] }, "zero-size"),
      pair(
        { ...integers, shape: [3, 4], layout: "transposed" },
        { ...integers, shape: [3, 4], layout: "stepped" },
        "transposed and stepped",
      ),
      ...(isShift ? [] : [pair({ shape: [8], dtype: "bool" }, { shape: [8], dtype: "bool" }, "bool")]),
      { name: "a number", inputs: [{ ...integers, shape: [9] }], gradient: "none", run: (a) => run(a, 3) },
    ],
    errors: [
      {
        name: "floats",
        call: () => run(ones(2), ones(2)),
        error: DTypeError,
        text: `"${name}" not implemented for 'Float'; convert with .to("int32") first`,
      },
      {
        name: "shapes that do not broadcast",
        call: () => run(ones([2, 3], { dtype: "int32" }), ones([2], { dtype: "int32" })),
        error: ShapeError,
        text: `${name}: the size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1; got shapes [2, 3] and [2]; sizes must be equal or 1`,
      },
    ],
  };
}

export const samples = defineSamples({
  bitwiseAnd: bitwise("bitwiseAnd", bitwiseAnd),
  bitwiseOr: bitwise("bitwiseOr", bitwiseOr),
  bitwiseXor: bitwise("bitwiseXor", bitwiseXor),
  bitwiseNot: {
    samples: [
      { name: "int32", inputs: [{ ...integers, shape: [9] }], gradient: "none", run: bitwiseNot },
      { name: "uint8", inputs: [{ shape: [17], dtype: "uint8" }], gradient: "none", run: bitwiseNot },
      { name: "bool", inputs: [{ shape: [9], dtype: "bool" }], gradient: "none", run: bitwiseNot },
      { name: "0-d", inputs: [{ ...integers, shape: [] }], gradient: "none", run: bitwiseNot },
      { name: "zero-size", inputs: [{ ...integers, shape: [0] }], gradient: "none", run: bitwiseNot },
      {
        name: "transposed",
        inputs: [{ ...integers, shape: [3, 4], layout: "transposed" }],
        gradient: "none",
        run: bitwiseNot,
      },
    ],
  },
  bitwiseLeftShift: bitwise("bitwiseLeftShift", bitwiseLeftShift, { range: [-2, 36] }),
  bitwiseRightShift: bitwise("bitwiseRightShift", bitwiseRightShift, { range: [-2, 36] }),
});
