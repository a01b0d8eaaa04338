// A process that was started alone: all calls return at once, wrong ones are refused as on many ranks, and no library is looked for.

import { BatchNorm2d, Linear, Sequential } from "@bernoulli/nn";
import { ones, rand, tensor } from "@bernoulli/tensor";
import { afterEach, expect, it } from "vitest";
import {
  allGather,
  allGatherIntoTensor,
  allReduce,
  barrier,
  broadcast,
  DistributedDataParallel,
  finalize,
  getRank,
  getWorldSize,
  init,
  isInitialized,
  launchOf,
} from "./index.js";

afterEach(() => finalize());

it("is rank 0 of 1, before init and after", async () => {
  expect([getRank(), getWorldSize(), isInitialized()]).toEqual([0, 1, false]);
  const { rank, worldSize, library, gather } = await init({ seed: 3 });
  expect([rank, worldSize, library, isInitialized()]).toEqual([0, 1, "none", true]);
  expect(gather(Uint8Array.of(1, 2))).toEqual([Uint8Array.of(1, 2)]);
  await expect(init()).rejects.toThrowErrorMatchingInlineSnapshot(
    `[DistributedError: init: this process has joined its world already; finalize ends it]`,
  );
  await expect(init({ timeout: 0 })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[DistributedError: init: timeout must be a number of seconds above 0, but got 0]`,
  );
  finalize();
  finalize();
  expect(isInitialized()).toBe(false);
  await init();
});

it("leaves tensors as they are", async () => {
  const x = tensor([1, 2]);
  allReduce(x);
  allReduce(x, { op: "mean" });
  broadcast(x, 0);
  barrier();
  await allReduce(x, { asyncOp: true }).wait();
  const [all, list] = [ones(1, 2), [ones(2)]];
  allGatherIntoTensor(all, x);
  allGather(list, x);
  expect([x.toArray(), all.toArray(), list[0]!.toArray()]).toEqual([[1, 2], [[1, 2]], [1, 2]]);
});

it("refuses what no world takes", () => {
  const whole = tensor([1], { dtype: "int32" });
  expect(() => allReduce(whole, { op: "mean" })).toThrowErrorMatchingInlineSnapshot(
    `[DTypeError: allReduce: a mean is of floats, but the tensor is of int32; convert it with .to("float32")]`,
  );
  expect(() => allReduce(tensor([true]))).toThrowErrorMatchingInlineSnapshot(
    `[DTypeError: allReduce: a sum of bools is none; "max" tells whether any is true, and "min" whether all are]`,
  );
  expect(() => allReduce(ones(1), { op: "avg" as never })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: allReduce: op must be one of "sum", "mean", "prod", "max", "min", but got "avg"]`,
  );
  expect(() => broadcast(ones(1), 1)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: broadcast: src must be a rank, 0 to 0, but got 1]`,
  );
  expect(() => allGather([], ones(1))).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: allGather: tensorList must have a tensor for each of the 1 ranks, but has 0]`,
  );
  expect(() => allGatherIntoTensor(ones(3), ones(2))).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: allGatherIntoTensor: of 1 inputs of shape [2] the output is [1, 2] or [2], but got [3]]`,
  );
  expect(() => allGatherIntoTensor(whole, ones(1))).toThrowErrorMatchingInlineSnapshot(
    `[DTypeError: allGatherIntoTensor: output and input must be of one dtype, but got int32 and float32]`,
  );
  expect(() => new DistributedDataParallel(3 as never)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: DistributedDataParallel: expected a module, but got 3]`,
  );
  expect(() => new DistributedDataParallel(new Sequential())).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: DistributedDataParallel: the module has no parameter that requires a gradient, so it needs no DistributedDataParallel]`,
  );
  expect(() => new DistributedDataParallel(new Linear(1, 1), { bucketCapMb: 0 })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: DistributedDataParallel: bucketCapMb must be above 0, but got 0]`,
  );
});

it("trains the model itself", () => {
  const net = new Sequential(new BatchNorm2d(2));
  const model = new DistributedDataParallel(net);
  const x = rand(3, 2, 4, 4);
  expect(model(x).toArray()).toEqual(new Sequential(new BatchNorm2d(2))(x).toArray());
  model(x).sum().backward();
  expect(Object.keys(model.stateDict())[0]).toBe("module.0.weight");
});

it("reads launchers' variables", () => {
  expect(launchOf({ OMPI_COMM_WORLD_RANK: "2", OMPI_COMM_WORLD_SIZE: "4" })?.launcher).toBe("Open MPI");
  expect(launchOf({ SLURM_PROCID: "0", SLURM_STEP_NUM_TASKS: "2" })).toEqual({
    rank: 0,
    worldSize: 2,
    launcher: "Slurm",
  });
  // One task, nonsense, and a rank beyond its world are nobody's.
  for (const [rank, size] of [
    ["0", "1"],
    ["x", "4"],
    ["4", "4"],
    ["", ""],
  ])
    expect(launchOf({ PMI_RANK: rank!, PMI_SIZE: size! })).toBe(null);
});
