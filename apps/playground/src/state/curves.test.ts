// Curves keep the last values, whatever the length of a run, and never grow beyond their bound.

import { expect, it } from "vitest";
import type { Point } from "../training/protocol.js";
import { Curves, gapOf, lastOf } from "./curves.js";

const pointAt = (step: number, isMeasured: boolean): Point => {
  const score = { loss: 1 / step, accuracy: 1 - 1 / step };
  const measured = { clean: score, heldOut: { loss: 2 / step, accuracy: 0.5 } };
  return {
    step,
    live: { dropout: score, plain: score },
    measured: isMeasured ? { dropout: measured, plain: measured } : null,
  };
};

it("a short run is kept step by step", () => {
  const curves = new Curves();
  for (let step = 1; step <= 50; step++) curves.add(pointAt(step, step % 25 === 0));
  expect(curves.steps).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
  expect(curves.accuracy.plain.clean.filter((value) => value !== null)).toEqual([0.96, 0.98]);
  expect(gapOf(curves.accuracy.dropout).at(-1)).toBeCloseTo(48);
  // A mean of what was, so between the extremes.
  expect(curves.loss.dropout.live.at(-1)).toBeGreaterThan(0.02);
  expect(curves.loss.dropout.live.at(-1)).toBeLessThan(1);
});

it("a long run is bounded, in order, and has what was measured last", () => {
  const curves = new Curves();
  for (let step = 1; step <= 100_000; step++) {
    curves.add(pointAt(step, step % 25 === 0));
    if (step % 997 === 0) {
      expect(curves.length).toBeLessThanOrEqual(801);
      expect(curves.steps.at(-1)).toBe(step);
      expect(lastOf(curves.loss.plain.heldOut)).toBe(2 / (step - (step % 25)));
    }
  }
  expect(curves.steps.every((step, at) => at === 0 || step > curves.steps[at - 1]!)).toBe(true);
  for (const net of [curves.loss.dropout, curves.accuracy.plain])
    for (const column of Object.values(net)) expect(column).toHaveLength(curves.length);
});

it("changes are marked, those behind one step once, and of very many the last", () => {
  const curves = new Curves();
  for (const step of [0, 0, 7, 7, 9]) curves.mark(step);
  expect(curves.marks).toEqual([7, 9]);
  for (let step = 10; step < 100; step++) curves.mark(step);
  expect([curves.marks.length, curves.marks.at(-1)]).toEqual([40, 99]);
});

it("a loss that is not finite does not stay in the mean", () => {
  const curves = new Curves();
  curves.add(pointAt(1, false));
  const broken = { loss: Number.NaN, accuracy: 0 };
  curves.add({ step: 2, live: { dropout: broken, plain: broken }, measured: null });
  curves.add(pointAt(3, false));
  expect(curves.loss.dropout.live.map((value) => Number.isFinite(value))).toEqual([true, false, true]);
});
