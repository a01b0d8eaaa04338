// Devices by name: what is one, what is said of the others, and that all that makes tensors makes them where it is told.

import { thrown } from "@bernoulli/testing";
import { afterEach, expect, expectTypeOf, it } from "vitest";
import {
  arange,
  cuda,
  type Device,
  type DeviceName,
  device,
  eye,
  full,
  fullLike,
  getDefaultDevice,
  ones,
  onesLike,
  rand,
  randint,
  randn,
  randperm,
  setDefaultDevice,
  type Tensor,
  type TensorOptions,
  tensor,
  zeros,
  zerosLike,
} from "../index.js";

afterEach(() => setDefaultDevice("cpu"));

it("is its name, everywhere", () => {
  const x = ones(2);
  expect(device("cpu")).toBe("cpu");
  expect(x.device === device("cpu") && x.device === "cpu").toBe(true);
  expect(device(x.device)).toBe(x.device);
  expect(`${device("reference")}`).toBe("reference");
  expect(device(cuda.isAvailable() ? "cuda:0" : "cpu")).toBe("cpu");
  expect(device(JSON.parse('"cpu"') as string)).toBe("cpu");
  expectTypeOf(device("cpu")).toEqualTypeOf<Device>();
  expectTypeOf(x.device).toEqualTypeOf<Device>();
});

it("knows that there is no CUDA", () => {
  expect([cuda.isAvailable(), cuda.deviceCount()]).toEqual([false, 0]);
  cuda.manualSeed(1);
  cuda.manualSeedAll(1);
  const [a, b] = [rand(2), rand(2)];
  expect(a.toArray()).not.toEqual(b.toArray());
  expect(thrown(() => device("cuda"))).toMatchInlineSnapshot(
    `"DeviceError: device: there is no CUDA here, so no device "cuda"; take "cpu", or ask before: device(cuda.isAvailable() ? "cuda" : "cpu")"`,
  );
  expect(thrown(() => zeros(2, { device: "cuda:1" }))).toMatchInlineSnapshot(
    `"DeviceError: zeros: there is no CUDA here, so no device "cuda:1"; take "cpu", or ask before: device(cuda.isAvailable() ? "cuda" : "cpu")"`,
  );
  expect(thrown(() => ones(2).to("cuda:0"))).toMatchInlineSnapshot(
    `"DeviceError: to: there is no CUDA here, so no device "cuda:0"; take "cpu", or ask before: device(cuda.isAvailable() ? "cuda" : "cpu")"`,
  );
  expect(thrown(() => ones(2).to({ device: "cuda" }))).toMatchInlineSnapshot(
    `"DeviceError: to: there is no CUDA here, so no device "cuda"; take "cpu", or ask before: device(cuda.isAvailable() ? "cuda" : "cpu")"`,
  );
  expect(thrown(() => ones(2).cuda())).toMatchInlineSnapshot(
    `"DeviceError: cuda: there is no CUDA here, so no device "cuda"; take "cpu", or ask before: device(cuda.isAvailable() ? "cuda" : "cpu")"`,
  );
  expect(thrown(() => ones(2).cuda(0, { nonBlocking: true }))).toMatch(/^DeviceError: cuda: there is no CUDA here/);
  expect(thrown(() => setDefaultDevice("cuda"))).toMatch(/^DeviceError: setDefaultDevice: there is no CUDA here/);
  expect(thrown(() => cuda.manualSeed("1" as never))).toMatchInlineSnapshot(
    `"ArgumentError: cuda.manualSeed: seed must be a number, but got "1""`,
  );
});

it("refuses what is none", () => {
  expect(thrown(() => device("gpu"))).toMatchInlineSnapshot(
    `"DeviceError: device: unknown device "gpu"; take one of cpu, reference"`,
  );
  expect(thrown(() => device("cuda:x"))).toMatch(/unknown device/);
  expect(thrown(() => device(undefined as never))).toMatchInlineSnapshot(
    `"DeviceError: device: unknown device undefined; take one of cpu, reference"`,
  );
  expect(thrown(() => zeros(2, { device: null as never }))).toMatch(/unknown device null/);
  // @ts-expect-error: no device of that name
  expect(() => zeros(2, { device: "gpu" })).toThrow();
  // @ts-expect-error
  expect(() => ones(2).to("gpu")).toThrow();
  // @ts-expect-error
  expect(() => setDefaultDevice("cpu:0")).toThrow();
  expectTypeOf<"cuda" | "cpu">().toExtend<DeviceName>();
  expectTypeOf<"cuda">().not.toExtend<Device>();
});

const makers: Readonly<Record<string, (options: TensorOptions) => Tensor>> = {
  zeros: (options) => zeros(2, 3, options),
  ones: (options) => ones([2, 3], options),
  full: (options) => full([2], 7, options),
  zerosLike: (options) => zerosLike(ones(2), options),
  onesLike: (options) => onesLike(ones(2, 3).t(), options),
  fullLike: (options) => fullLike(ones(2), 3, options),
  arange: (options) => arange(3, options),
  eye: (options) => eye(2, 3, options),
  tensor: (options) => tensor([1, 2], options),
  rand: (options) => rand(3, options),
  randn: (options) => randn(3, options),
  randint: (options) => randint(0, 5, [3], options),
  randperm: (options) => randperm(3, options),
};

it.each(Object.entries(makers))("%s makes its tensor where it is told, with the dtype and the gradient", (_, make) => {
  expect(make({ device: "reference" }).device).toBe("reference");
  expect(make({ device: undefined as never }).device).toBe("cpu");
  const x = make({ device: "reference", dtype: "float64", requiresGrad: true });
  expect([x.device, x.dtype, x.requiresGrad]).toEqual(["reference", "float64", true]);
  expect(thrown(() => make({ device: "cuda" }))).toMatch(/^DeviceError: \w+: there is no CUDA here/);
  setDefaultDevice(device("reference"));
  expect(getDefaultDevice()).toBe("reference");
  expect(make({}).device).toBe("reference");
});

it("makes tensors like others where those are", () => {
  const like = ones(2, { device: "reference", dtype: "float64" });
  for (const make of [zerosLike, onesLike]) {
    const made = make(like, { device: undefined, dtype: undefined } as never);
    expect([made.device, made.dtype]).toEqual(["reference", "float64"]);
  }
  expect(fullLike(like, 2).device).toBe("reference");
});
