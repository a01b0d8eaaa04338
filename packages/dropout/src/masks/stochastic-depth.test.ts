// Rates of depths.

import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import * as dropouts from "../index.js";

it("rates of depths end in the last", () => {
  expect(dropouts.depthRates(0.1, 4).at(-1)).toBe(0.1);
  expect(dropouts.depthRates(0.3, 1, 0.1)).toEqual([0.1]);
  expect(thrown(() => dropouts.curriculumDropout(0.5, Number.POSITIVE_INFINITY))).toMatchInlineSnapshot(
    `"ArgumentError: curriculumDropout: gamma must be a finite positive number, but got Infinity"`,
  );
});
