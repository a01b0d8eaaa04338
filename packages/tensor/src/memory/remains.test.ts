// What was kept and dropped is given back where the event loop turns.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { outsideGuard } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { memoryStats, ones, type Tensor } from "../index.js";
import { withBudget } from "./unscoped.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Finalizers run as tasks of their own. */
async function collected(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A kept leaf with a gradient, its own copy in another layout, and an average as large. */
function dropModel(hold: (weight: Tensor, average: Tensor) => void): void {
  const weight = ones(1000, { requiresGrad: true }).keep();
  const average = ones(1000).keep();
  weight.neg().sum().backward();
  weight.storage.copyAs("copy", 4000, () => undefined);
  hold(weight, average);
}

it("models that are dropped, with their gradients; not what somebody holds", async () => {
  const before = memoryStats().bytes;
  let weight: Tensor | null = null;
  let gradient: Tensor | null = null;
  outsideGuard(() =>
    withBudget(0, () => {
      for (let at = 0; at < 5; at++) dropModel(() => undefined);
      dropModel((held) => {
        weight = held;
      });
      dropModel((held) => {
        gradient = held.grad;
      });
    }),
  );
  expect(memoryStats().bytes - before).toBe(7 * 3 * 4000);
  await collected();
  // The gradient holds its leaf, as long as it is the leaf's.
  expect(memoryStats().bytes - before).toBe(4 * 4000);
  expect([weight!, weight!.grad!, gradient!].map((held) => (held as Tensor).toTypedArray()[999])).toEqual([1, -1, -1]);
  weight = null;
  gradient = null;
  await collected();
  expect(memoryStats().bytes).toBe(before);
});

it("a gradient that was replaced is no longer the leaf's", async () => {
  const before = memoryStats().bytes;
  outsideGuard(() =>
    withBudget(0, () => {
      dropModel((weight) => {
        weight.grad = null;
        weight.neg().sum().backward();
      });
    }),
  );
  await collected();
  expect(memoryStats().bytes).toBe(before);
});
