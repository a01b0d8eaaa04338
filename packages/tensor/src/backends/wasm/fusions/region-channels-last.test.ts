// Regions between convolutions, over images with channels last: bits are those of the ops one by one behind the same convolutions.
// In a process of its own: its threads stay.

import { createHash } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { compile, conv2d, grad, manualSeed, ones, randn, type Tensor, where } from "../../../index.js";
import { wasmAllocator } from "../allocator.js";
import { runtimeFor } from "../runtime.js";
import { setNumThreads } from "../threads/count.js";

afterEach(() => setNumThreads(1));

type Shape = readonly [batch: number, channels: number, height: number, width: number];
type Convolve = (image: Tensor) => Tensor;

/** Bits in short: differences of two would fill pages. */
const bits = (t: Tensor) => createHash("sha256").update(Float32Array.from(t.toTypedArray())).digest("hex");

/** What `body` makes of a convolution and the numbers of each channel, compiled, is what it makes of the same one alone; gives the plan. */
function agree(
  [batch, channels, height, width]: Shape,
  body: (convolve: Convolve, x: Tensor, row: Tensor) => Tensor[],
) {
  manualSeed(5);
  const [x, weight] = [randn(batch, channels, height, width), randn(channels, channels, 3, 3).mul(0.1)];
  const row = randn(1, channels, 1, 1);
  const convolve = (image: Tensor) => conv2d(image, weight, { padding: 1 });
  const alone = compile(convolve);
  const expected = body((image) => alone(image).clone(), x, row).map(bits);
  const step = compile(() => body(convolve, x, row));
  for (const threads of [1, 2]) {
    setNumThreads(threads);
    runtimeFor(wasmAllocator).awaitThreads();
    for (const call of ["first", "second"])
      expect(step().map(bits), `${call} call, ${threads} threads`).toEqual(expected);
  }
  return step.explain();
}

const dims = [0, 2, 3];

function norm(x: Tensor, scale: Tensor): Tensor {
  const apart = x.sub(x.mean(dims, { keepdim: true }));
  return apart.div(apart.mul(apart).mean(dims, { keepdim: true }).add(1e-5).sqrt()).mul(scale);
}

/** Images that are copied, by steps of their own as all copies are. */
const copies = (plan: string) => plan.match(/ copy to [a-z ]*[a-z]/gm)?.map((name) => name.slice(9)) ?? [];

it.each([
  [4, 16, 16, 16],
  [3, 20, 13, 11],
  [2, 36, 9, 10],
  [1, 12, 40, 44],
  [6, 28, 15, 15],
  // By images, in parts.
  [16, 16, 16, 17],
  [7, 24, 20, 20],
] as const)("of %d × %d × %d × %d: sums, and what is stretched", (...shape) => {
  const plan = agree(shape, (convolve, x, scale) => {
    const h = convolve(x).detach().requiresGrad_();
    const y = norm(h, scale).relu();
    const z = norm(convolve(y.detach()), scale);
    const [gradient] = grad(y, [h], { gradOutputs: [z] });
    return [convolve(gradient!)];
  });
  expect(plan).toMatch(/ sum +\[[\d, ]+\] +1 op: region/);
  expect(plan).toMatch(/add \+ mul \+ sum +\[[\d, ]+\] channels last/);
  // The first image, and the result.
  expect(copies(plan)).toEqual(["channels last", "contiguous"]);
});

it("images that outlive the call, or were there before it, are copied on the way", () => {
  const kept: Tensor[] = [];
  const plan = agree([4, 16, 12, 12], (convolve, x, scale) => {
    const y = convolve(x);
    const z = convolve(y.mul(scale).add(x));
    const twice = z.mul(scale);
    const changed = ones(4, 16, 12, 12);
    changed.add_(z.mul(y));
    kept.push(changed);
    return [convolve(twice.tanh()), twice.add(y).neg(), changed];
  });
  expect(plan).toMatch(/conv2d \+ mul \+ mul +\[4, 16, 12, 12\] channels last, .* channels last +3 ops: Winograd/);
  // The image is copied once for both who read it.
  expect(copies(plan)).toEqual(["channels last", "contiguous", "contiguous", "contiguous"]);
});

it("images of other dtypes, and writes in place, lie as the others do", () => {
  const plan = agree([3, 20, 10, 12], (convolve, x, scale) => {
    const y = convolve(x);
    const isAbove = y.gt(scale);
    const z = convolve(y).mul(scale);
    z.add_(scale).mul_(y);
    return [convolve(where(isAbove, z, z.mul(scale)))];
  });
  expect(plan).toMatch(/channels last +\d ops: region/);
});

it("a node that is alone follows, and says why it is alone where it does not", () => {
  const plan = agree([4, 16, 12, 12], (convolve, x, scale) => [convolve(convolve(x).relu().mul(scale))]);
  expect(plan).toMatch(/mul +\[4, 16, 12, 12\] channels last +1 op: region/);
  const [x, scale] = [randn(2, 16, 4, 4), randn(1, 16, 1, 1)];
  const step = compile(() => x.mul(scale));
  step();
  expect(step.explain({ why: true })).toMatchInlineSnapshot(`
    "plan 1 of 1
    1  mul  [2, 16, 4, 4]
       alone: nothing in the call comes before it or behind it
    1 ops in 1 steps; values take up to 0.0 MiB at once"
  `);
});

it.each([
  ["few channels, whose sums have parts", [32, 8, 20, 20]],
  ["channels that are no whole vectors", [4, 18, 12, 12]],
] as const)("%s stay as they are", (_, shape) => {
  const plan = agree(shape, (convolve, x, scale) => [convolve(norm(convolve(x), scale).relu())]);
  expect(plan).not.toMatch(/channels last +\d ops?: region/);
});

it("most images decide: one that does as another wants is not copied twice", () => {
  const plan = agree([4, 16, 12, 12], (convolve, x, scale) => {
    const y = convolve(x);
    return [y.mul(scale).add(1), y.sub(scale).mul(2)];
  });
  expect(plan).not.toMatch(/channels last +\d ops: region/);
});

it("a view that was permuted by hand is one of any strides", () => {
  for (const shape of [
    [2, 9, 10, 36],
    [32, 20, 20, 8],
    [3, 11, 1, 18],
  ] as const) {
    const x = randn(...shape).permute(0, 3, 1, 2);
    const body = () => [x.mul(2).add(1), x.mul(x).sum([0, 2, 3]), x.add(1).sum(1)];
    expect(compile(body)().map(bits)).toEqual(body().map(bits));
  }
});
