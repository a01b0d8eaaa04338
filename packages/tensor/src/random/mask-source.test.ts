// Masks that come from elsewhere than the generator: who asks, and what is refused.

import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import {
  dropout,
  type MaskRequest,
  manualSeed,
  maskFrom,
  ones,
  rand,
  type Tensor,
  tensor,
  withMasks,
} from "../index.js";

const given = tensor([true, false, true]);

it("is asked with all that a mask needs, and leaves the generator where it is", () => {
  const asked: MaskRequest[] = [];
  manualSeed(0);
  const mask = (request: MaskRequest) => {
    asked.push(request);
    return given.to(request.device);
  };
  for (const device of ["cpu", "reference"] as const) {
    const output = withMasks({ mask }, () => dropout(ones(3, { device }), 0.5, true));
    expect([output.device, output.toArray()]).toEqual([device, [2, 0, 2]]);
  }
  expect(asked).toEqual(["cpu", "reference"].map((device) => ({ op: "dropout", shape: [3], p: 0.5, device })));
  expect(rand(1).item()).toBe(Math.fround(0.4962566));
});

it("gives what is drawn where nobody is asked, and is asked for kinds of one's own", () => {
  const own = () => maskFrom({ op: "own", shape: [3], p: 0.5, device: "cpu" }, () => ones(3).ne(0));
  expect(own().toArray()).toEqual([true, true, true]);
  expect(withMasks({ mask: () => given }, own).toArray()).toEqual([true, false, true]);
  expect(withMasks({ mask: (_, draw) => draw() }, own).toArray()).toEqual([true, true, true]);
});

it("draws from the source around it", () => {
  const seen: string[] = [];
  const looking = (name: string) => ({
    mask(_: MaskRequest, draw: () => Tensor) {
      const mask = draw();
      seen.push(`${name} ${mask.toArray()}`);
      return mask;
    },
  });
  const giving = { mask: () => given };
  const body = () => dropout(ones(3), 0.5, true).toArray();
  expect(withMasks(giving, () => withMasks(looking("inner"), () => withMasks(looking("innermost"), body)))).toEqual([
    2, 0, 2,
  ]);
  expect(seen).toEqual(["inner true,false,true", "innermost true,false,true"]);
  expect(withMasks(looking("outer"), () => withMasks(giving, body))).toEqual([2, 0, 2]);
  expect(seen.length).toBe(2);
});

it("refuses bodies that go on later, and masks that are none", () => {
  const source = { mask: () => ones(3) };
  expect(thrown(() => withMasks(source, async () => dropout(ones(3), 0.5, true)))).toMatchInlineSnapshot(
    `"ArgumentError: withMasks: the body returned a promise, but must be synchronous; await before or after it"`,
  );
  expect(thrown(() => withMasks(source, () => dropout(ones(3), 0.5, true)))).toMatchInlineSnapshot(
    `"ShapeError: dropout: expected a mask of bool of shape [3], but got float32 of shape [3]"`,
  );
  expect(dropout(ones(3), 0, true).toArray()).toEqual([1, 1, 1]);
});
