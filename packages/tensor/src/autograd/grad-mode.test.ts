// Grad modes: what each switches, for how long, and what inference tensors refuse, as PyTorch does.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import {
  AutogradError,
  enableGrad,
  inferenceMode,
  isGradEnabled,
  isInferenceModeEnabled,
  noGrad,
  ones,
  setGradEnabled,
  type Tensor,
} from "../index.js";

const leaf = () => ones(2, { requiresGrad: true });

describe("setGradEnabled", () => {
  it("switches for a body", () => {
    const w = leaf();
    expect(setGradEnabled(false, () => w.mul(2)).requiresGrad).toBe(false);
    expect(noGrad(() => setGradEnabled(true, () => w.mul(2))).requiresGrad).toBe(true);
    expect(isGradEnabled()).toBe(true);
  });

  it("switches for all that follows, until the block around it ends", () => {
    const w = leaf();
    const modes = noGrad(() => {
      setGradEnabled(true);
      return [isGradEnabled(), w.mul(2).requiresGrad];
    });
    expect(modes).toEqual([true, true]);
    try {
      setGradEnabled(false);
      expect([isGradEnabled(), w.mul(2).requiresGrad]).toEqual([false, false]);
    } finally {
      setGradEnabled(true);
    }
  });

  it("refuses other things, and promises", () => {
    expect(thrown(() => setGradEnabled(1 as never))).toMatchInlineSnapshot(
      `"ArgumentError: setGradEnabled: mode must be true or false, but got 1"`,
    );
    expect(thrown(() => setGradEnabled(false, async () => 1))).toMatch(
      /AutogradError: setGradEnabled: the body returned/,
    );
    expect(isGradEnabled()).toBe(true);
  });
});

describe("inferenceMode", () => {
  it("records nothing, inside enableGrad neither", () => {
    const w = leaf();
    inferenceMode(() => {
      expect([isGradEnabled(), isInferenceModeEnabled(), w.mul(2).requiresGrad]).toEqual([false, true, false]);
      expect(enableGrad(() => [isGradEnabled(), w.mul(2).requiresGrad])).toEqual([true, false]);
      expect(inferenceMode(false, () => [isInferenceModeEnabled(), w.mul(2).requiresGrad])).toEqual([false, true]);
    });
    expect([isGradEnabled(), isInferenceModeEnabled()]).toEqual([true, false]);
    expect(inferenceMode(true, () => isInferenceModeEnabled())).toBe(true);
  });

  it("marks what is made in it", () => {
    const outside = ones(2);
    const [made, view] = inferenceMode(() => [ones(2), outside.view(2, 1).add_(1)] as const);
    expect([made.isInference(), made.view(2, 1).isInference(), made.clone().isInference()]).toEqual([
      true,
      true,
      false,
    ]);
    expect([outside.isInference(), view.isInference()]).toEqual([false, false]);
  });

  it("its tensors can be used, but not saved, written or made leaves outside", () => {
    const x = inferenceMode(() => ones(2));
    const w = leaf();
    expect(w.add(x).requiresGrad).toBe(true);
    const refused = [() => w.mul(x), () => x.add_(1), () => x.requiresGrad_()];
    for (const run of refused) expect(run).toThrow(AutogradError);
    expect(refused.map((run) => thrown(run))).toMatchInlineSnapshot(`
      [
        "AutogradError: Inference tensors cannot be saved for backward. Please do not use Tensors created in inference mode in computation tracked by autograd. To work around this, you can make a clone() to get a normal tensor and use it in autograd, or use noGrad instead of inferenceMode.",
        "AutogradError: add_: Inplace update to inference tensor outside InferenceMode is not allowed. You can make a clone() to get a normal tensor before doing inplace update.",
        "AutogradError: requiresGrad: Setting requiresGrad=true on inference tensor outside InferenceMode is not allowed; clone() it first",
      ]
    `);
    expect(inferenceMode(() => x.add_(1)).toArray()).toEqual([2, 2]);
    expect(w.mul(x.clone()).requiresGrad).toBe(true);
  });

  it("refuses what is no mode, no body, or asynchronous", () => {
    expect(thrown(() => inferenceMode("yes" as never, () => 1))).toMatchInlineSnapshot(
      `"ArgumentError: inferenceMode: mode must be true or false, but got "yes""`,
    );
    expect(thrown(() => inferenceMode(true, undefined as never))).toMatchInlineSnapshot(
      `"ArgumentError: inferenceMode: body must be a function, but got undefined"`,
    );
    expect(thrown(() => inferenceMode(async (): Promise<Tensor> => ones(1)))).toMatch(
      /inferenceMode: the body returned/,
    );
    expect(isInferenceModeEnabled()).toBe(false);
  });
});
