// Where parts of the figure stand: within it, beside each other, at any width.

import { expect, test } from "vitest";
import { places, shapeAt } from "../state/places.js";
import { countAt, droppedIn, grids, layoutFor, middleOf, parts } from "./layout.js";
import { mixed, rgbOf } from "./theme.js";

test.each([300, 360, 639, 640, 900, 1280, 2000])("at %i pixels nothing overlaps or sticks out", (width) => {
  const { boxes, height } = layoutFor(width);
  for (const [at, part] of parts.entries()) {
    const box = boxes[part];
    expect(box.x, part).toBeGreaterThanOrEqual(-0.001);
    expect(box.x + box.width, part).toBeLessThanOrEqual(width + 0.001);
    expect(box.y + box.height, part).toBeLessThanOrEqual(height);
    for (const other of parts.slice(at + 1)) {
      const that = boxes[other];
      const isBeside = box.x + box.width <= that.x || that.x + that.width <= box.x;
      const isAbove = box.y + box.height <= that.y || that.y + that.height <= box.y;
      expect(isBeside || isAbove, `${part} and ${other}`).toBe(true);
    }
  }
});

test.each(places)("the tiles of %s hold its elements", (place) => {
  const { columns, rows, side } = grids[place];
  expect(columns * rows * side * side).toBe(countAt(place));
  expect(shapeAt[place][1]).toBe(side);
});

test("units stand in rows", () => {
  const box = { x: 10, y: 20, width: 160, height: 320 };
  expect(middleOf(box, grids.fc1, 0)).toEqual([15, 25]);
  expect(middleOf(box, grids.fc1, 511)).toEqual([165, 335]);
});

test("dropped ones are counted", () => {
  expect(droppedIn(Uint8Array.of(0, 255, 0, 128))).toBe(2);
  expect(droppedIn(null)).toBe(0);
});

test("colours go from quiet to full", () => {
  const [quiet, full] = [rgbOf("#102030"), rgbOf(" #ffa040 ")];
  expect(quiet).toEqual([16, 32, 48]);
  expect(mixed(quiet, full, 0)).toEqual(quiet);
  expect(mixed(quiet, full, 255)).toEqual(full);
});
