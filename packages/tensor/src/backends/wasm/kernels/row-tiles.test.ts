import { expect, test } from "vitest";
import { rowsBefore, someOf, type Tiles, tilesOf } from "./row-tiles.js";

const mosts = [1, 2, 5, 6, 7];
const cases = mosts.flatMap((most) => Array.from({ length: 40 }, (_, before) => ({ rows: before + 1, most })));

function heightsOf(tiles: Tiles): readonly number[] {
  return Array.from({ length: tiles.count }, (_, tile) => rowsBefore(tiles, tile + 1) - rowsBefore(tiles, tile));
}

test("tiles hold all rows, are as few as can be, and differ by a row at most", () => {
  for (const { rows, most } of cases) {
    const heights = heightsOf(tilesOf(rows, most));
    expect(heights.reduce((sum, height) => sum + height, 0)).toBe(rows);
    expect(heights).toHaveLength(Math.ceil(rows / most));
    expect(Math.max(...heights)).toBeLessThanOrEqual(most);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(1);
  }
});

test("some of the tiles are as high as they are among all", () => {
  for (const { rows, most } of cases) {
    const tiles = tilesOf(rows, most);
    for (let begin = 0; begin < tiles.count; begin += 1)
      for (let end = begin + 1; end <= tiles.count; end += 1)
        expect(heightsOf(someOf(tiles, begin, end))).toEqual(heightsOf(tiles).slice(begin, end));
  }
});
