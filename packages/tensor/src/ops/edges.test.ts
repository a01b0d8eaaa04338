// Edges of single ops that samples cannot say: values that compare equal, and what lies outside.

import { describe, expect, it, test } from "vitest";
import {
  atan2,
  type Device,
  type DType,
  digamma,
  div,
  einsum,
  grad,
  igamma,
  igammac,
  ldexp,
  lgamma,
  maxPool2d,
  multiMarginLoss,
  ones,
  pad,
  polygamma,
  rsub,
  sinc,
  special,
  type Tensor,
  tensor,
  xlogy,
  zeros,
} from "../index.js";

const devices: readonly Device[] = ["cpu", "reference"];

test.each(devices)("relu keeps −0 and NaN on %s, as PyTorch does", (device) => {
  const [minusZero, nan] = tensor([-0, Number.NaN, -1, 0, 2], { device }).relu().toTypedArray();
  expect(Object.is(minusZero, -0)).toBe(true);
  expect(nan).toBeNaN();
});

test.each(devices)("a pooling window that lies wholly in the padding sends its gradient nowhere on %s", (device) => {
  const x = ones([1, 2, 2, 2], { device, requiresGrad: true });
  const pooled = maxPool2d(x, 2, { stride: 1, padding: 1, dilation: 3 });
  expect(pooled.toArray()).toEqual([[[[Number.NEGATIVE_INFINITY]], [[Number.NEGATIVE_INFINITY]]]]);
  pooled.sum().backward();
  expect(x.grad!.toArray()).toEqual(zeros(1, 2, 2, 2).toArray());
});

it("maxPool2d of images without height has no window", () => {
  expect(() => maxPool2d(zeros(1, 1, 0, 4), 2, { stride: 1, padding: 1 })).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: maxPool2d: expected images with non-zero height and width, but got input of size: [1, 1, 0, 4]]`,
  );
});

it("a gradient of another dtype is refused", () => {
  const x = ones(2, { requiresGrad: true });
  expect(() => {
    x.grad = ones(2, { dtype: "float64" });
  }).toThrowErrorMatchingInlineSnapshot(
    `[DTypeError: grad: attempting to assign a gradient with dtype float64 to a tensor of dtype float32]`,
  );
});

it("einsum refuses a label repeated in one operand at sizes 1 and n", () => {
  expect(() => einsum("ii", tensor([[1, 2, 3]]))).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: einsum: subscript i is repeated for operand 0 but the sizes don't match, 3 != 1, in the equation "ii"]`,
  );
});

test.each(devices)("integer powers and products keep their low bits on %s", (device) => {
  const int = (...values: number[]) => tensor(values, { dtype: "int32", device });
  expect(int(3, -3).pow(41).toArray()).toEqual([2069870691, -2069870691]);
  expect(
    int(0, 1, -1, 2, -2)
      .pow(int(-1, -1, -1, -1, -2))
      .toArray(),
  ).toEqual([0, 1, -1, 0, 0]);
  const large = int(2 ** 31 - 1, 2 ** 31 - 1);
  expect(large.view(1, 2).matmul(large.view(2, 1)).item()).toBe(2);
  expect(
    int(1)
      .add(int(2 ** 31 - 1), { alpha: 2 ** 31 - 1 })
      .item(),
  ).toBe(2);
});

test.each(devices)("powers of halves are roots at −∞ and −0 on %s, as PyTorch's are", (device) => {
  const bases = [Number.NEGATIVE_INFINITY, -0, 0, Number.POSITIVE_INFINITY, 4];
  const [nan, infinity] = [Number.NaN, Number.POSITIVE_INFINITY];
  const both = (exponent: number) => {
    const x = tensor(bases, { device, requiresGrad: true });
    const powers = x.pow(exponent);
    powers.sum().backward();
    return [powers, x.grad!].map((one) => [...one.detach().toTypedArray()]);
  };
  expect(both(-0.5)).toEqual([
    [nan, -infinity, infinity, 0, 0.5],
    [-0, -infinity, -infinity, -0, -0.0625],
  ]);
  expect(both(0.5)).toEqual([
    [nan, -0, 0, infinity, 2],
    [nan, -infinity, infinity, 0, 0.25],
  ]);
  expect(both(1.5)).toEqual([
    [infinity, 0, 0, infinity, 8],
    [nan, -0, 0, infinity, 3],
  ]);
  expect(tensor([4, 9], { dtype: "int32", device }).pow(-0.5).dtype).toBe("float32");
});

test.each(devices)("a pad that leaves nothing of its input keeps its history on %s", (device) => {
  const x = ones([3], { device, requiresGrad: true });
  const padded = pad(x, [-3, 2], { value: 7 });
  expect(padded.toArray()).toEqual([7, 7]);
  padded.sum().backward();
  expect(x.grad!.toArray()).toEqual([0, 0, 0]);
});

test.each(devices)("circular padding beside a negative side goes around what is left on %s", (device) => {
  const x = tensor([0, 1, 2, 3], { device });
  expect(pad(x, [2, -2], { mode: "circular" }).toArray()).toEqual([0, 1, 0, 1]);
  expect(pad(x, [-2, 2], { mode: "circular" }).toArray()).toEqual([2, 3, 2, 3]);
  expect(() => pad(x, [3, -2], { mode: "circular" })).toThrow("wrapping around more than once");
});

test.each(devices)("infinities in a gradient stay where they belong on %s", (device) => {
  const infinite = tensor([Number.POSITIVE_INFINITY], { device });
  const gradientOf = (run: (x: Tensor) => Tensor) => {
    const x = tensor([1, 2], { device, requiresGrad: true });
    return grad(run(x).view(1), [x], { gradOutputs: [infinite] })[0]!.toArray();
  };
  expect(gradientOf((x) => x.max(0).values)).toEqual([0, Number.POSITIVE_INFINITY]);
  expect(gradientOf((x) => x.var(0))).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(gradientOf((x) => x.std(0))).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(gradientOf((x) => x.select(0, 0).pow(0))).toEqual([0, 0]);
});

test.each(devices)("tanh keeps −0 on %s", (device) => {
  expect(Object.is(tensor([-0], { device }).tanh().item(), -0)).toBe(true);
});

test.each(devices)("an integer pool of padding alone gives the least integer on %s", (device) => {
  const x = ones([1, 2, 2], { dtype: "int32", device });
  expect(maxPool2d(x, 2, { stride: 1, padding: 1, dilation: 3 }).toArray()).toEqual([[[-(2 ** 31)]]]);
});

describe.each(devices)("clamp shares its gradient as PyTorch 2.15 does on %s", (device) => {
  const gradients = (x: number, ...bounds: number[]) => {
    const leaves = [x, ...bounds].map((value) => tensor([value], { device, requiresGrad: true }));
    const [input, min, max] = leaves;
    return grad(input!.clamp({ min: min!, max: max! }), leaves).map((gradient) => gradient!.item());
  };

  test.each([
    [2, 2, 2, [1, 0, 0]],
    [2, 2, 3, [0.5, 0.5, 0]],
    [3, 2, 3, [0.5, 0, 0.5]],
    [2, 1, 3, [1, 0, 0]],
    [1, 2, 3, [0, 1, 0]],
    [1, 2, 2, [0, 1, 0]],
    [3, 2, 2, [0, 0, 1]],
    [1, 3, 2, [0, 0, 1]],
    [2, 3, 2, [0, 0, 1]],
    [3, 3, 1, [0, 0, 1]],
    [Number.NaN, 1, 2, [1, 0, 0]],
  ])("%d between the tensors %d and %d", (x, min, max, expected) => {
    expect(gradients(x, min, max)).toEqual(expected);
  });

  it("and none with a number that it lies on", () => {
    const x = tensor([1, 2, 3, Number.NaN, Number.POSITIVE_INFINITY], { device, requiresGrad: true });
    const gradient = (bounds: { min?: number; max?: number }) => grad(x.clamp(bounds).sum(), [x])[0]!.toArray();
    expect(gradient({ min: 2 })).toEqual([0, 0, 1, 0, 1]);
    expect(gradient({ max: 2 })).toEqual([1, 0, 0, 0, 0]);
    expect(gradient({ min: 1, max: 3 })).toEqual([0, 1, 0, 0, 0]);
  });
});

describe.each(devices)("clamp takes a 0-d tensor beside a number for one, as PyTorch 2.15 does, on %s", (device) => {
  const zeroDim = (value: number | boolean, dtype?: DType) => tensor(value, { device, ...(dtype && { dtype }) });
  const clamped = (dtype: DType, min: Tensor | number, max: Tensor | number) => {
    const output = tensor([1, 2, 3], { dtype, device }).clamp(min, max);
    return [output.dtype, output.toArray()];
  };

  test.each([
    ["float32", zeroDim(1.5), 2, "float32", [1.5, 2, 2]],
    ["float32", 0, zeroDim(1.5, "float64"), "float32", [1, 1.5, 1.5]],
    ["int32", 0, zeroDim(1.5), "float32", [1, 1.5, 1.5]],
    ["int32", 0, zeroDim(2, "float32"), "float32", [1, 2, 2]],
    ["int32", zeroDim(true), 2, "int32", [1, 2, 2]],
    ["uint8", 0, zeroDim(300, "int32"), "uint8", [1, 2, 3]],
  ] as const)("%s between %o and %o", (dtype, min, max, expected, values) => {
    expect(clamped(dtype, min, max)).toEqual([expected, values]);
  });

  it("in place too; not one whose gradient would be lost", () => {
    const x = tensor([1, 2, 3], { device });
    expect(x.clamp_(zeroDim(1.5), 2).toArray()).toEqual([1.5, 2, 2]);
    const bound = zeroDim(1.5).requiresGrad_();
    expect(() => x.clamp(bound, 2)).toThrow("both bounds must be numbers, or both tensors");
  });
});

test.each(devices)("an index that leads nowhere is refused before anything is written on %s", (device) => {
  const at = (...places: number[]) => tensor(places, { dtype: "int32", device });
  const x = tensor([1, 2, 3], { device });
  expect(() => x.scatter_(0, at(0, 1, 3), 7)).toThrow("scatter_: index 3 is out of bounds for dimension 0 with size 3");
  expect(() => x.scatterAdd_(0, at(0, -1), tensor([7, 7], { device }))).toThrow("index -1 is out of bounds");
  expect(x.toArray()).toEqual([1, 2, 3]);
  expect(() => zeros([0], { device }).scatter(0, at(0), 1)).toThrow(
    "index 0 is out of bounds for dimension 0 with size 0",
  );
  expect(() => zeros([4, 0], { device }).indexSelect(0, at(4))).toThrow("index 4 is out of bounds");
});

test.each(devices)("a score that a mask made −∞ has no slope in multiMarginLoss on %s", (device) => {
  const { NEGATIVE_INFINITY: least, POSITIVE_INFINITY: most } = Number;
  const scores = [
    [1, least, 0.5],
    [most, 2, 1],
  ];
  for (const [p, slope] of [[1, 1 / 3] as const, [2, 1 / 3] as const]) {
    const x = tensor(scores, { device, dtype: "float64", requiresGrad: true });
    multiMarginLoss(x, tensor([0, 0], { dtype: "int32", device }), { p, reduction: "sum" }).backward();
    expect(x.grad!.toArray()).toEqual([
      [-slope, 0, slope],
      [0, 0, 0],
    ]);
  }
});

test.each(devices)("an input by 0 is not looked at, but what arrives for it is multiplied by 0, on %s", (device) => {
  const nan = tensor([Number.NaN, 1], { device, requiresGrad: true });
  const [mat, vec] = [ones(2, 1, { device }), ones(1, { device })];
  for (const [arriving, expected] of [
    [1, 0],
    [Number.POSITIVE_INFINITY, Number.NaN],
    [Number.NaN, Number.NaN],
  ] as const) {
    const output = nan.addmv(mat, vec, { beta: 0 });
    expect(output.toArray()).toEqual([1, 1]);
    const [gradient] = grad(output, [nan], { gradOutputs: [ones(2, { device }).mul(arriving)] });
    expect(gradient!.toArray()).toEqual([expected, expected]);
  }
});

test("igamma and igammac of a large shape near their hump, by the normal distribution they tend to", () => {
  const shapes = [1e6, 1e8, 1e10, 1e12];
  for (const [deviations, below] of [
    [-2, 0.022750131948179195],
    [0, 0.5],
    [2, 0.9772498680518208],
  ] as const)
    for (const a of shapes) {
      const [shape, x] = [a, a + deviations * Math.sqrt(a)].map((value) => tensor([value], { dtype: "float64" }));
      // Edgeworth's next term, of the skew 2 / √a.
      const skew = ((1 - deviations ** 2) * Math.exp(-(deviations ** 2) / 2)) / (3 * Math.sqrt(2 * Math.PI * a));
      const lower = igamma(shape!, x!).item();
      expect(Math.abs(lower - (below + skew))).toBeLessThan(1 / a);
      expect(Math.abs(lower + igammac(shape!, x!).item() - 1)).toBeLessThan(1e-15);
    }
});

test.each(devices)("the slope of sinc is 0 where the square of its argument is, on %s", (device) => {
  const x = tensor([1e-30, -1e-200, 0], { dtype: "float64", device, requiresGrad: true });
  expect(grad(sinc(x).sum(), [x])[0]!.toArray()).toEqual([0, 0, 0].map((zero) => expect.closeTo(zero, 20)));
  const y = tensor([1e-30], { device, requiresGrad: true });
  expect(grad(sinc(y).sum(), [y])[0]!.toArray()).toEqual([0]);
});

test("polygamma has an end below −2⁵³, where every number is a pole", () => {
  const x = tensor([-1e20, Number.NEGATIVE_INFINITY, -3], { dtype: "float64" });
  expect(polygamma(2, x).toArray()).toEqual([-1, -1, -1].map((sign) => sign * Number.POSITIVE_INFINITY));
});

test.each(devices)("slopes of Bessel functions of next to nothing are a half and 0, on %s", (device) => {
  for (const [dtype, values] of [
    ["float32", [1e-45, -1e-45, 1e-42, 1e-38, 1e-31, 1e-20, 0]],
    ["float64", [5e-324, -5e-324, 1e-320, 1e-308, 1e-31, 1e-20, 0]],
  ] as const) {
    const x = tensor([...values], { dtype, device, requiresGrad: true });
    const slope = grad(special.i1(x).sum(), [x], { createGraph: true })[0]!;
    expect(slope.toArray()).toEqual(values.map(() => 0.5));
    expect(grad(slope.sum(), [x])[0]!.toArray()).toEqual(values.map(() => expect.closeTo(0, 15)));
  }
});

test.each(devices)("slopes of logNdtr far above are the density's, on %s", (device) => {
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const tolerances = { float32: 2e-5, float64: 1e-13 } as const;
  for (const dtype of ["float32", "float64"] as const)
    for (const at of [8.25, 8.75, 10, 12, 14, 30, 38, 1e4, 1e30]) {
      const x = tensor([at], { dtype, device, requiresGrad: true });
      const slope = grad(special.logNdtr(x).sum(), [x], { createGraph: true })[0]!;
      const second = grad(slope.sum(), [x], { createGraph: true })[0]!;
      const third = grad(second.sum(), [x])[0]!;
      const isSeen = density(at) > (dtype === "float32" ? 1e-36 : 1e-300);
      const of = isSeen ? density(at) : 1;
      expect(Math.abs(slope.item() - (isSeen ? of : 0)) / of).toBeLessThan(tolerances[dtype]);
      if (at > 8.5) expect(Math.abs(second.item() + (isSeen ? at * of : 0)) / of / at).toBeLessThan(tolerances[dtype]);
      expect(Math.abs(third.item())).toBeLessThan(at * at * density(at) + 1e-30);
    }
});

// By mpmath with 60 digits.
test.each(devices)("polygamma of large orders is no zero where powers overflow, on %s", (device) => {
  const values = [
    [169, 66.63, 0.00000439084144261051],
    [170, 63.8, -0.01853785083676496],
    [165, 200, 1.032460614427741e-86],
    [170, 200, -4.23554280011251e-87],
  ] as const;
  for (const [order, x, value] of values)
    expect(polygamma(order, tensor([x], { dtype: "float64", device })).item() / value).toBeCloseTo(1, 12);
  const [order, x, value] = values[0];
  expect(polygamma(order, tensor([x], { device })).item() / value).toBeCloseTo(1, 3);
});

test.each(devices)("polygamma of what is far away has the sign of its order at 0, on %s", (device) => {
  for (const [order, zero] of [
    [100, -0],
    [101, 0],
  ] as const)
    for (const x of [1e10, 1e16, 1e18])
      expect(polygamma(order, tensor([x], { dtype: "float64", device })).toArray()).toEqual([zero]);
});

test.each(devices)("polygamma of large even orders is infinite below 0, and no NaN, on %s", (device) => {
  for (const dtype of ["float32", "float64"] as const) {
    const x = tensor([-13.63, -5.29, -0.93, -2.75], { dtype, device });
    const signs = [-1, 1, -1, -1].map((sign) => sign * Number.POSITIVE_INFINITY);
    for (const order of [160, 170]) expect(polygamma(order, x).toArray()).toEqual(signs);
    // Halfway what is about it goes out: by mpmath −170! ζ(171, 20.5), and the same for 19.5.
    const halfway = polygamma(170, tensor([-19.5, -18.5], { dtype: "float64", device })).toTypedArray();
    expect(halfway[0]! / -3.556295906323304e82).toBeCloseTo(1, 12);
    expect(halfway[1]! / -1.840548957984131e86).toBeCloseTo(1, 12);
  }
});

test.each(devices)("odd numbers beyond −2⁵² are poles of lgamma and its slopes, on %s", (device) => {
  const x = tensor([-(2 ** 52) - 1, -(2 ** 52) - 3, 1 - 2 ** 53], { dtype: "float64", device });
  const everywhere = (value: number) => [value, value, value];
  expect(lgamma(x).toArray()).toEqual(everywhere(Number.POSITIVE_INFINITY));
  expect(digamma(x).toArray()).toEqual(everywhere(Number.NaN));
  for (const order of [1, 3]) expect(polygamma(order, x).toArray()).toEqual(everywhere(Number.POSITIVE_INFINITY));
});

test.each(devices)("a 0-d tensor of wider integers is a float before it could wrap, on %s", (device) => {
  const bytes = tensor([0, 255, 7], { dtype: "uint8", device });
  const wide = tensor(2 ** 31 - 1, { dtype: "int32", device });
  const quotients = [0, 255 / 2 ** 31, 7 / 2 ** 31].map(Math.fround);
  expect(div(bytes, wide).toArray()).toEqual(quotients);
  expect(atan2(bytes, wide).toArray()).toEqual(quotients);
  expect(xlogy(bytes, wide).toArray()).toEqual([0, 255, 7].map((x) => expect.closeTo(x * Math.log(2 ** 31), 2)));
  expect(div(wide, bytes.add(1)).toTypedArray()[0]).toBe(2 ** 31);
});

test.each(devices)("ldexp of 0 and ∞ is no NaN, and of the least numbers no overflow, on %s", (device) => {
  const powers = tensor([255, 100_000, -100_000], { dtype: "int32", device });
  for (const dtype of ["float32", "float64"] as const)
    for (const x of [0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(ldexp(tensor([x, x, x], { dtype, device }), powers).toArray()).toEqual([x, x, x]);
  const least = tensor([5e-324, -5e-324], { dtype: "float64", device });
  expect(ldexp(least, tensor([2097, 2098], { dtype: "int32", device })).toArray()).toEqual([
    2 ** 1023,
    Number.NEGATIVE_INFINITY,
  ]);
  const floats = tensor([2 ** -149, 1.5], { device });
  expect(ldexp(floats, tensor([276, 127.5], { device })).toArray()).toEqual([2 ** 127, Math.fround(1.5 * 2 ** 127.5)]);
});

test.each(devices)("a number beside integers is a float before it could wrap on %s", (device) => {
  const bytes = (...values: number[]) => tensor(values, { dtype: "uint8", device });
  const close = (actual: Tensor, expected: readonly number[]) => {
    expect(actual.dtype).toBe("float32");
    for (const [at, value] of expected.entries()) expect(actual.toTypedArray()[at]).toBeCloseTo(value, 4);
  };
  close(xlogy(-1, bytes(1, 2, 3)), [0, -0.6931472, -1.0986123]);
  close(special.xlog1py(300, bytes(1, 2)), [207.94415, 329.58368]);
  close(xlogy(bytes(1, 2), 300), [5.7037826, 11.407565]);
  expect(xlogy(bytes(1), -1).item()).toBeNaN();
  close(special.xlog1py(bytes(1), 299), [5.7037826]);
  close(rsub(bytes(1, 2), 2.5), [1.5, 0.5]);
  expect(xlogy(1e10, tensor([2], { dtype: "int32", device })).item()).toBe(6931471872);
  expect(xlogy(2, tensor([3], { dtype: "float64", device })).dtype).toBe("float64");
});
