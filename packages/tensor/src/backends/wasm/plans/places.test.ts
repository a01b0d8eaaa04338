// Places of claims: which way to find them is taken. That none overlap is tested with whole plans (arena.test.ts).

import { expect, it } from "vitest";
import { type Claim, placesOf } from "./places.js";

const claim = (bytes: number, first: number, last: number): Claim => ({ bytes, first, last });

it("puts what lasts longest first, where what lives on takes what is given back", () => {
  // What a way forward makes, and its way back reads in the other order; between them a large one of one step.
  const claims = [claim(64, 0, 6), claim(64, 1, 5), claim(64, 2, 4), claim(640, 3, 3)];
  const grows = [0, 0, 0, 0, 600, 700, 800];
  const { offsets, byteLength } = placesOf(claims, grows);
  expect(offsets).toEqual([0, 64, 128, 192]);
  expect(byteLength).toBe(832);
});

it("puts the largest first, where that makes a smaller block", () => {
  // In turn the third would find no gap that is large enough.
  const claims = [claim(64, 0, 0), claim(128, 0, 3), claim(192, 1, 2)];
  expect(placesOf(claims, [0, 0, 0, 0]).byteLength).toBe(320);
});

it("finds places for more claims than are held against each other", () => {
  const claims = Array.from({ length: 5000 }, (_, at) => claim(64, at, at + 1));
  expect(placesOf(claims, new Array(5001).fill(0)).byteLength).toBe(128);
});
