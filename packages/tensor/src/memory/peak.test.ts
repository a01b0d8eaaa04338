// peakMemory by what is known of what code takes.

import { expect, it } from "vitest";
import { compile, peakMemory, scope, zeros } from "../index.js";

it("counts what was there, what came and went once each, and work areas", () => {
  const kept = zeros(50_000).keep();
  const base = peakMemory(() => {});
  expect(base).toBeGreaterThanOrEqual(200_000);
  expect(peakMemory(() => zeros(10_000).dispose())).toBe(base + 40_000);
  // What has gone is not counted again.
  const inTurn = peakMemory(() => {
    zeros(10_000).dispose();
    zeros(20_000).dispose();
  });
  expect(inTurn).toBe(base + 80_000);
  // Rows are packed for a product.
  const product = peakMemory(() => scope(() => void kept.view(500, 100).matmul(kept.view(100, 500))));
  expect(product).toBeGreaterThan(base + 4 * 500 * 500 + 4 * 500 * 100);
  kept.dispose();
});

it("counts the block that a plan runs in", () => {
  const x = zeros(100, 1000).keep();
  const step = compile(() => x.matmul(x.t()).matmul(x).sum());
  scope(() => void step());
  const base = peakMemory(() => {});
  expect(peakMemory(() => scope(() => void step()))).toBeGreaterThan(base + 400_000);
  x.dispose();
});

it("refuses what is no function, and passes errors on", () => {
  expect(() => peakMemory(1 as never)).toThrow("peakMemory: body must be a function, but got 1");
  expect(() =>
    peakMemory(() => {
      throw new RangeError("own");
    }),
  ).toThrow("own");
});
