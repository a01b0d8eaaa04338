// Anomaly detection: which computation is named, where, and for how long it looks.

import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { autograd, noGrad, ones, tensor } from "../index.js";

const spoiled = () => tensor([1, -1], { requiresGrad: true }).mul(2).sqrt().mul(0).sum();

it("names the computation whose gradient is NaN, and where it was recorded", () => {
  const message = thrown(() => autograd.detectAnomaly(() => spoiled().backward()));
  expect(message.split("\n")[0]).toMatchInlineSnapshot(
    `"AutogradError: backward: Function 'SqrtBackward0' returned nan values in its 0th output. It was recorded in the forward here:"`,
  );
  expect(message).toMatch(/anomaly\.test\.ts/);
  expect(autograd.isAnomalyEnabled()).toBe(false);
});

it("is off unless it is switched on", () => {
  expect(() => spoiled().backward()).not.toThrow();
  autograd.setDetectAnomaly(true);
  try {
    expect(autograd.isAnomalyEnabled()).toBe(true);
    expect(() => spoiled().backward()).toThrow(/SqrtBackward0/);
    const x = ones(2, { requiresGrad: true });
    x.t().exp().sum().backward();
    expect(x.grad!.toArray()[0 as never]).toBeCloseTo(Math.E, 5);
    autograd.setDetectAnomaly(true, { checkNan: false });
    expect(() => spoiled().backward()).not.toThrow();
  } finally {
    autograd.setDetectAnomaly(false);
  }
  expect(() => spoiled().backward()).not.toThrow();
});

it("leaves the grad mode alone, and refuses other things", () => {
  expect(noGrad(() => autograd.detectAnomaly(() => ones(1, { requiresGrad: true }).mul(2).requiresGrad))).toBe(false);
  expect(thrown(() => autograd.setDetectAnomaly(1 as never))).toMatchInlineSnapshot(
    `"ArgumentError: setDetectAnomaly: mode must be true or false, but got 1"`,
  );
  expect(thrown(() => autograd.detectAnomaly(async () => 1))).toMatch(/detectAnomaly: the body returned a promise/);
  expect(autograd.isAnomalyEnabled()).toBe(false);
});
