// Average pooling and its gradient against the reference backend, bit for bit, over random geometries.

import { seeded } from "@bernoulli/testing";
import { afterEach, expect, it } from "vitest";
import type { AveragePoolingAttributes, Pair } from "../../../kernels/contract.js";
import { windowCount } from "../../../ops/products/geometry.js";
import { awkwardNumber, integerBelow, layouts, onBoth, sample, testMemory } from "../conformance.testing.js";

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

interface Geometry {
  readonly image: readonly [number, number, number, number];
  readonly attributes: AveragePoolingAttributes;
  readonly pooled: readonly number[];
}

function geometryOf(random: () => number): Geometry | null {
  const pairOf = (least: number, most: number): Pair => [
    least + integerBelow(random, most),
    least + integerBelow(random, most),
  ];
  const kernelSize = pairOf(1, 6);
  const stride = random() < 0.4 ? kernelSize : pairOf(1, 4);
  const padding: Pair = [
    integerBelow(random, Math.floor(kernelSize[0] / 2) + 1),
    integerBelow(random, Math.floor(kernelSize[1] / 2) + 1),
  ];
  const size = pairOf(1, 37);
  const image = [1 + integerBelow(random, 3), 1 + integerBelow(random, 3), ...size] as const;
  const ceilMode = random() < 0.5;
  const [rows, columns] = size.map((own, at) =>
    windowCount(own, kernelSize[at]!, stride[at]!, padding[at]!, 1, ceilMode),
  ) as [number, number];
  if (rows < 1 || columns < 1) return null;
  const divisorOverride = random() < 0.2 ? integerBelow(random, 7) - 8 : null;
  const attributes = { kernelSize, stride, padding, countIncludePad: random() < 0.5, divisorOverride };
  return { image, attributes, pooled: [image[0], image[1], rows, columns] };
}

it.each([
  ["avgPool2d", "float32"],
  ["avgPool2dBackward", "float32"],
  ["avgPool2d", "float64"],
  ["avgPool2dBackward", "float64"],
] as const)("%s of %s over random windows", (kernel, dtype) => {
  const random = seeded(`${kernel} ${dtype}`);
  let compared = 0;
  while (compared < 150) {
    const geometry = geometryOf(random);
    if (geometry === null) continue;
    compared += 1;
    const { image, attributes, pooled } = geometry;
    const [from, to] = kernel === "avgPool2d" ? [image, pooled] : [pooled, image];
    const fill = random() < 0.3 ? awkwardNumber : undefined;
    const input = sample(random, dtype, from, layouts[integerBelow(random, layouts.length)]!, fill);
    const both = onBoth({
      ...{ kernel, dtype, attributes, inputs: [input] },
      outputs: [{ dtype, shape: to }],
    });
    expect(both.wasm, JSON.stringify(geometry)).toEqual(both.reference);
  }
});

it("shares planes out with the same bits", () => {
  const attributes: AveragePoolingAttributes = {
    ...{ kernelSize: [5, 5], stride: [1, 1], padding: [2, 2] },
    ...{ countIncludePad: false, divisorOverride: null },
  };
  const image = sample(seeded("planes"), "float32", [5, 7, 21, 22]);
  for (const kernel of ["avgPool2d", "avgPool2dBackward"] as const) {
    const both = onBoth({ kernel, dtype: "float32", attributes, inputs: [image], outputs: [image] });
    expect(both.wasm).toEqual(both.reference);
  }
});
