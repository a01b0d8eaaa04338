// Where what is loaded comes to lie: where an option says, and in a model or an optimizer where those are.

import { join } from "node:path";
import { deserialize, serialize } from "@bernoulli/formats";
import { loadFile, saveFile } from "@bernoulli/formats/node";
import { Linear } from "@bernoulli/nn";
import { Adam } from "@bernoulli/optim";
import { type Device, isTensor, memoryStats, tensor } from "@bernoulli/tensor";
import { expectClose, makeDirectory, rejection } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { loadCheckpoint, saveCheckpoint } from "./file.js";

describe("a file", () => {
  it("is read to where mapLocation says, as by device", async () => {
    const path = join(await makeDirectory(), "x.safetensors");
    await saveFile({ w: tensor([1, 2], { device: "reference" }) }, path);
    const bytes = await serialize({ w: tensor([1, 2]) });
    for (const options of [{ mapLocation: "reference" }, { device: "reference" }, { device: "cpu" }, {}] as const)
      for (const { w } of [await loadFile(path, options), await deserialize(bytes, options)]) {
        expect([w!.device, w!.toArray()]).toEqual([Object.values(options)[0] ?? "cpu", [1, 2]]);
        w!.dispose();
      }
  });

  it("is refused before it is read where there is no such device", async () => {
    const path = "no such file";
    expect(await rejection(loadFile(path, { mapLocation: "cuda" }))).toMatchInlineSnapshot(
      `"DeviceError: loadFile: there is no CUDA here, so no device "cuda"; take "cpu", or ask before: device(cuda.isAvailable() ? "cuda" : "cpu")"`,
    );
    expect(await rejection(loadFile(path, { mapLocation: { "cuda:0": "cpu" } as never }))).toMatchInlineSnapshot(
      `"ArgumentError: loadFile: mapLocation must be a device, but got an object; all tensors of a file come to one, so take { mapLocation: "cpu" }"`,
    );
    expect(await rejection(loadFile(path, { mapLocation: ((x: unknown) => x) as never }))).toMatch(
      /but got a function/,
    );
    expect(await rejection(loadFile(path, { mapLocation: "cpu", device: "reference" }))).toMatchInlineSnapshot(
      `"ArgumentError: loadFile: got device "reference" and mapLocation "cpu", which are two names of one option; give one"`,
    );
    expect(await rejection(loadCheckpoint(path, { mapLocation: "cuda:0" }))).toMatchInlineSnapshot(
      `"DeviceError: loadCheckpoint: there is no CUDA here, so no device "cuda:0"; take "cpu", or ask before: device(cuda.isAvailable() ? "cuda" : "cpu")"`,
    );
    // @ts-expect-error: no device of that name
    expect(await rejection(deserialize(new Uint8Array(), { mapLocation: "gpu" }))).toMatchInlineSnapshot(
      `"DeviceError: deserialize: unknown device "gpu"; take one of cpu, reference"`,
    );
  });
});

it("a checkpoint of one device goes on on another", async () => {
  const make = (device: Device) => {
    const model = new Linear(3, 2, { device });
    const optimizer = new Adam(model.parameters(), { lr: 0.1 });
    const step = () => {
      optimizer.zeroGrad();
      model(tensor([[1, 2, 3]], { device }))
        .pow(2)
        .sum()
        .backward();
      optimizer.step();
    };
    return { model, optimizer, step };
  };
  const path = join(await makeDirectory(), "x.safetensors");
  const saved = make("reference");
  saved.step();
  await saveCheckpoint(path, { model: saved.model, optimizer: saved.optimizer });
  saved.step();
  for (const device of ["cpu", "reference"] as const) {
    for (const options of [{}, { mapLocation: "cpu" }, { mapLocation: "reference" }] as const) {
      const { model, optimizer, step } = make(device);
      step();
      const { bytes } = memoryStats();
      await loadCheckpoint(path, { model, optimizer, ...options });
      expect(memoryStats().bytes).toBe(bytes);
      step();
      expectClose(model.weight, [...saved.model.weight.toTypedArray()], {
        relative: 1e-6,
        absolute: 1e-7,
        label: device,
      });
      for (const state of Object.values(optimizer.stateDict().state))
        for (const value of Object.values(state)) if (isTensor(value)) expect(value.device).toBe(device);
    }
  }
});
