// Norms by themselves: far means in float32, positional options, counters, refusals, conversion, fusion.

import { batchNorm, compile, groupNorm, layerNorm, ones, randn, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose } from "@bernoulli/testing";
import { expect, it } from "vitest";
import {
  BatchNorm1d,
  BatchNorm2d,
  Conv2d,
  InstanceNorm2d,
  LayerNorm,
  Linear,
  Module,
  ReLU,
  Sequential,
  SyncBatchNorm,
  utils,
} from "../../index.js";

it.each([
  ["batch norm", (x: Tensor) => batchNorm(x, null, null, { training: true })],
  ["layer norm by rows", (x: Tensor) => layerNorm(x, x.shape.slice(1))],
  ["group norm", (x: Tensor) => groupNorm(x, 2)],
] as const)("%s of numbers around 10,000 keeps their spread", (_, norm) => {
  const x = randn(6, 4, 8, 8).add(1e4);
  const exact = norm(x.to("float64"));
  for (const own of [norm(x), compile(norm)(x)]) {
    // What a sum and its mean are rounded by, up to 0.0008 here, is in all elements of a group alike.
    expectClose(own, exact.toTypedArray(), { relative: 0, absolute: 1e-3 });
    expect(Math.abs(own.var().item() - exact.var().item())).toBeLessThan(1e-4);
  }
});

it("takes null for the momentum in its place", () => {
  const norm = new BatchNorm1d(2, 1e-5, null);
  expect(norm.momentum).toBeNull();
  norm(
    tensor([
      [0, 0],
      [2, 4],
    ]),
  );
  norm(
    tensor([
      [3, 3],
      [5, 7],
    ]),
  );
  expect(norm.runningMean!.toArray()).toEqual([2.5, 3.5]);
  expect(norm.numBatchesTracked!.item()).toBe(2);
  norm.resetRunningStats();
  expect([norm.runningMean!.toArray(), norm.runningVar!.toArray(), norm.numBatchesTracked!.item()]).toEqual([
    [0, 0],
    [1, 1],
    0,
  ]);
});

it("counts in compiled steps", () => {
  const norm = new BatchNorm2d(3);
  const step = compile((x: Tensor) => norm(x).sum());
  for (let at = 0; at < 3; at += 1) step(ones(2, 3, 4, 4)).item();
  expect(norm.numBatchesTracked!.item()).toBe(3);
  expectClose(norm.runningMean!, [0.271, 0.271, 0.271], { relative: 1e-5, absolute: 0 });
});

it("reads files from before there was a counter", () => {
  const norm = new BatchNorm1d(2);
  const { num_batches_tracked: _, ...old } = norm.stateDict();
  expect(norm.loadStateDict(old)).toEqual({ missingKeys: [], unexpectedKeys: [] });
});

it("refuses inputs as PyTorch does", () => {
  expect(() => new BatchNorm1d(3)(ones(1, 3))).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: in BatchNorm1d: batchNorm: Expected more than 1 value per channel when training, got input size [1, 3]; take a larger batch, or .eval()]`,
  );
  expect(() => new BatchNorm1d(3)(ones(2, 3, 4, 5))).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: in BatchNorm1d: BatchNorm1d: expected 2D or 3D input (got 4D input)]`,
  );
  expect(() => new BatchNorm2d(3)(ones(2, 3, 4))).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: in BatchNorm2d: BatchNorm2d: expected 4D input (got 3D input)]`,
  );
  expect(() => new BatchNorm2d(3)(ones(2, 4, 3, 3))).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: in BatchNorm2d: batchNorm: running_mean should contain 4 elements not 3]`,
  );
  expect(() => new SyncBatchNorm(3)(ones(3))).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: in SyncBatchNorm: SyncBatchNorm: expected at least 2D input (got 1D input)]`,
  );
  expect(() => new InstanceNorm2d(3, { affine: true })(ones(2, 4, 3, 3))).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: in InstanceNorm2d: InstanceNorm2d: expected input's size at dim=1 to match num_features (3), but got: 4.]`,
  );
  expect(() => new LayerNorm([2, 3])(ones(4, 2))).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: in LayerNorm: layerNorm: Given normalized_shape=[2, 3], expected input with shape [*, 2, 3], but got input of size[4, 2]]`,
  );
});

it("converts nested batch norms, shared ones once", () => {
  class Net extends Module {
    shared = new BatchNorm2d(2);
    blocks = [new Sequential(new Conv2d(1, 2, 1), this.shared)];
    forward(x: Tensor): Tensor {
      return this.shared(this.blocks[0]!(x) as Tensor);
    }
  }
  const net = new Net();
  const before = Object.keys(net.stateDict());
  const { weight } = net.shared;
  expect(SyncBatchNorm.convertSyncBatchnorm(net)).toBe(net);
  expect(net.shared).toBeInstanceOf(SyncBatchNorm);
  expect(net.blocks[0]![1]).toBe(net.shared);
  expect(net.shared.weight).toBe(weight);
  expect(Object.keys(net.stateDict())).toEqual(before);
});

it("is fused with the layer before it", () => {
  const [conv, linear] = [new Conv2d(2, 3, 3, { padding: 1, stride: 2, bias: false }), new Linear(4, 3)];
  for (const [layer, norm, shape] of [
    [conv, new BatchNorm2d(3), [2, 2, 5, 5]],
    [linear, new BatchNorm1d(3, { affine: false }), [4, 4]],
  ] as const) {
    norm((layer as any)(randn(shape)));
    layer.eval();
    norm.eval();
    const fused = layer === conv ? utils.fuseConvBnEval(conv, norm) : utils.fuseLinearBnEval(linear, norm);
    const x = randn(shape);
    expectClose((fused as any)(x), norm((layer as any)(x)).toTypedArray(), { relative: 1e-5, absolute: 1e-6 });
    norm.train();
    expect(() => utils.fuseConvBnEval(conv, norm)).toThrow("Fusion only for eval!");
  }
});

it("is few passes over memory in plans, together with what goes on around", () => {
  const stepsOf = (net: Module, ...shape: number[]) => {
    const [x, g] = [randn(shape, { requiresGrad: true }), randn(shape)];
    const step = compile(() => {
      const output = net(x) as Tensor;
      output.backward({ gradient: g });
      return output;
    });
    step();
    return step.explain().match(/in (\d+) steps/)?.[1];
  };
  // Mean, squares, result, sums of the gradient, gradient; and what is computed a channel.
  expect(stepsOf(new Sequential(new BatchNorm2d(8), new ReLU()), 4, 8, 32, 32)).toMatchInlineSnapshot(`"8"`);
  expect(stepsOf(new LayerNorm(32), 64, 32)).toMatchInlineSnapshot(`"2"`);
});

it.each([
  ["no samples", [0, 2, 3]],
  ["no places", [2, 2, 0]],
])("an empty batch leaves the averages alone and is counted: %s", (_, shape) => {
  for (const momentum of [0.1, null]) {
    const norm = new BatchNorm1d(2, { momentum });
    norm(randn(3, 2, 4));
    const before = [norm.runningMean!.toArray(), norm.runningVar!.toArray()];
    norm(randn(...shape));
    compile(() => void norm(randn(...shape)))();
    expect([norm.runningMean!.toArray(), norm.runningVar!.toArray()]).toEqual(before);
    expect(norm.numBatchesTracked!.item()).toBe(3);
  }
});
