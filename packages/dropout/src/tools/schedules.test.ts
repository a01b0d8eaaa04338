// Rates that change: where they go, and on what they are set.

import { Dropout, Linear, ModuleList, Sequential, TripletMarginLoss } from "@bernoulli/nn";
import { expect, it } from "vitest";
import * as dropouts from "../index.js";

it("schedules leave alone what has a p that is none of dropout", () => {
  const model = new Sequential(new Linear(2, 2), new Dropout(0.5));
  const all = new ModuleList([model, new TripletMarginLoss(), new dropouts.GaussianDropout(0.2)]);
  expect(dropouts.setDropout(all, 0.25)).toBe(2);
  expect((all[1] as unknown as { p: number }).p).toBe(2);
});

it("schedules go where they say, and are set on what has a rate", () => {
  const model = new Sequential(new Linear(2, 2), new Dropout(0.5), new dropouts.DropPath(0.1));
  expect(dropouts.setDropout(model, 0.25)).toBe(2);
  expect(dropouts.setDropout(model, 0.75, (_, name) => name === "1")).toBe(1);
  expect([(model[1] as Dropout).p, (model[2] as dropouts.DropPath).p]).toEqual([0.75, 0.25]);
  const curriculum = dropouts.curriculumDropout(0.5, 0.01);
  expect([0, 100, 10_000].map(curriculum)).toEqual(
    [-0, 0.5 * (1 - Math.exp(-1)), 0.5].map((x) => expect.closeTo(x, 12)),
  );
});
