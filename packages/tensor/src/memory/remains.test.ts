// What was kept and dropped is given back where the event loop turns.
// In a process of its own: it looks at memory, which is to be untouched.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { outsideGuard, seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { full, memoryStats, ones, type Tensor } from "../index.js";
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

it("a gradient that was kept for itself before is given back once", async () => {
  const before = memoryStats().bytes;
  const weight = ones(1000, { requiresGrad: true }).keep();
  outsideGuard(() =>
    withBudget(0, () => {
      const gradient = ones(1000).keep();
      for (const value of [gradient, null, gradient, null]) weight.grad = value;
      gradient.dispose();
    }),
  );
  const others = Array.from({ length: 8 }, (_, at) => full([1000], at).keep());
  await collected();
  const later = Array.from({ length: 8 }, () => full([1000], 77).keep());
  expect(others.map((other) => other.toTypedArray()[999])).toEqual([...others.keys()]);
  for (const tensor of [weight, ...others, ...later]) tensor.dispose();
  expect(memoryStats().bytes).toBe(before);
});

/** Drawn by a seed: leaves and gradients are made, kept, given to each other, taken away, disposed of and dropped. */
it.each([1, 2])("what lies anywhere lies there alone, whatever becomes of leaves and gradients: %i", async (seed) => {
  const random = seeded(seed);
  const before = memoryStats().bytes;
  /** Each holds its own number throughout. */
  const held: { leaves: Map<Tensor, number>; gradients: Map<Tensor, number> } = {
    leaves: new Map(),
    gradients: new Map(),
  };
  let made = 0;
  const make = (of: "leaves" | "gradients") => {
    made += 1;
    const tensor = full([500], made, { requiresGrad: of === "leaves" });
    held[of].set(tensor, made);
    return tensor;
  };
  const pick = (of: "leaves" | "gradients") =>
    held[of].size === 0 ? make(of) : [...held[of].keys()][Math.floor(random() * held[of].size)]!;
  const actions = [
    () => make("leaves"),
    () => make("gradients"),
    () => pick("leaves").keep(),
    () => pick("gradients").keep(),
    () => {
      pick("leaves").grad = pick("gradients");
    },
    () => {
      pick("leaves").grad = null;
    },
    () => pick("gradients").add(1),
    () => held.leaves.delete(pick("leaves")),
    () => held.gradients.delete(pick("gradients")),
    () => {
      const gone = pick("gradients");
      for (const leaf of held.leaves.keys()) if (leaf.grad === gone) leaf.grad = null;
      gone.dispose();
      held.gradients.delete(gone);
    },
  ];
  for (let round = 0; round < 3; round++) {
    outsideGuard(() =>
      withBudget(10_000, () => {
        for (let at = 0; at < 200; at++) actions[Math.floor(random() * actions.length)]!();
      }),
    );
    await collected();
    for (const [tensor, value] of [...held.leaves, ...held.gradients])
      expect([...new Set(tensor.toTypedArray())]).toEqual([value]);
  }
  for (const leaf of held.leaves.keys()) leaf.grad = null;
  for (const tensor of [...held.leaves.keys(), ...held.gradients.keys()]) tensor.dispose();
  held.leaves.clear();
  held.gradients.clear();
  outsideGuard(() => withBudget(0, () => undefined));
  await collected();
  expect(memoryStats().bytes).toBe(before);
});
