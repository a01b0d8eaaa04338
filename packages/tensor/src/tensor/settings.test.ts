// Settings that choose nothing, and the dtypes of results, against PyTorch's table.

import { expect, it } from "vitest";
import * as api from "../index.js";

it("remembers what it is told, and refuses what is none", () => {
  api.useDeterministicAlgorithms(true);
  expect(api.areDeterministicAlgorithmsEnabled()).toBe(true);
  api.useDeterministicAlgorithms(false);
  api.setFloat32MatmulPrecision("high");
  expect(api.getFloat32MatmulPrecision()).toBe("high");
  api.setFloat32MatmulPrecision("highest");
  api.setNumInteropThreads(2);
  expect(api.getNumInteropThreads()).toBe(1);
  api.setDefaultDtype(api.getDefaultDtype());
  expect(() => api.setDefaultDtype("float64")).toThrowErrorMatchingInlineSnapshot(
    `[DTypeError: setDefaultDtype: the default dtype is float32, and cannot be "float64"; say { dtype } where tensors are made, or convert with .to(…)]`,
  );
  expect(() => api.setFloat32MatmulPrecision("low" as "high")).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: setFloat32MatmulPrecision: precision must be "highest", "high" or "medium", but got "low"]`,
  );
  expect(() => api.setNumInteropThreads(0)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: setNumInteropThreads: expects a positive integer, but got 0]`,
  );
  expect(() => api.resultType(1, 2)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: resultType: one of both must be a Tensor, but got 1 and 2]`,
  );
  expect(() => api.isNonzero(api.ones(2))).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: isNonzero: Boolean value of Tensor with more than one value is ambiguous; take any(x) or all(x) first]`,
  );
});

it("a result has the dtype of the sum", () => {
  const operands = [
    ...(["float32", "float64", "int32", "uint8", "bool"] as const).flatMap((dtype) => [
      api.ones([2], { dtype }),
      api.ones([], { dtype }),
    ]),
    ...[2, 1.5, true],
  ];
  for (const a of operands)
    for (const b of operands) {
      if (!api.isTensor(a) && !api.isTensor(b)) continue;
      const sum = api.isTensor(a) ? a.add(b) : (b as api.Tensor).add(a);
      expect(api.resultType(a, b)).toBe(sum.dtype);
    }
});

it("a tensor says what it takes and where it lies", () => {
  const x = api.zeros([2, 3], { dtype: "float64" });
  expect([x.nbytes, x.itemsize, x.isCpu, x.isCuda, x.getDevice()]).toEqual([48, 8, true, false, -1]);
  expect([x.isSigned(), x.isComplex(), x.isSameSize(x.t()), x.select(0, 1).storageOffset()]).toEqual([
    true,
    false,
    false,
    3,
  ]);
});
