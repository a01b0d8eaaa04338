// The notice that a hand-made loop gets which never frees: once, and long before memory ends.

import { outsideGuard } from "@bernoulli/testing";
import { afterEach, expect, it, vi } from "vitest";
import { ones, scope, type Tensor } from "../index.js";
import { resetWarnings } from "../warn.js";

afterEach(() => {
  vi.restoreAllMocks();
  resetWarnings();
});

/** A step that keeps 8 MB: 2²¹ floats; their gradient is dropped again. */
function step(kept: Tensor[]): void {
  const x = ones(2 ** 21, { requiresGrad: true });
  const loss = x.sum();
  kept.push(x, loss);
  loss.backward();
  x.grad!.dispose();
}

it("comes once, and names the cure", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const kept: Tensor[] = [];
  outsideGuard(() => {
    for (let at = 0; at < 40; at++) step(kept);
    for (const tensor of kept) tensor.dispose();
  });
  expect(warn.mock.calls.length).toBe(1);
  expect(String(warn.mock.calls[0]![0]).replace(/\d+ MiB/, "… MiB")).toMatchInlineSnapshot(
    `"bernoulli: memory grew at each of the last 30 calls of backward() and stands at … MiB: this loop runs outside a step scope, so nothing is freed; take batches from a DataLoader, or wrap the step in scope(() => …)"`,
  );
});

it("does not come where a scope frees the steps", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  for (let at = 0; at < 40; at++) {
    scope(() => {
      const x = ones(2 ** 21, { requiresGrad: true });
      x.sum().backward();
      x.grad = null;
    });
  }
  expect(warn).not.toHaveBeenCalled();
});
