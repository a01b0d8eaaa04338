// What a walk does grows as its graph does, however many gradients are under way at once: counted, not timed.

import { expect, it, vi } from "vitest";
import { add, ones, scope, type Tensor } from "../index.js";
import { Storage } from "../memory/storage.js";

/** How often backward asks whether a storage is kept, which it does of each that it may free. */
function looksOf(width: number): number {
  const kept = vi.spyOn(Storage.prototype, "kept", "get");
  const asks = vi.spyOn(Set.prototype, "add");
  try {
    return scope(() => {
      const leaves = Array.from({ length: width }, () => ones(2).requiresGrad_());
      const total = leaves
        .map((leaf) => leaf.mul(3))
        .reduce((sum: Tensor, each) => add(sum, each))
        .sum();
      kept.mockClear();
      asks.mockClear();
      total.backward();
      for (const leaf of leaves) expect(leaf.grad!.toArray()).toEqual([3, 3]);
      return kept.mock.calls.length + asks.mock.calls.length;
    });
  } finally {
    kept.mockRestore();
    asks.mockRestore();
  }
}

it("frees what nobody waits for without looking through all that is under way", () => {
  const [narrow, wide] = [looksOf(100), looksOf(400)];
  expect(narrow).toBeGreaterThan(100);
  expect(wide / narrow).toBeLessThan(6);
});
