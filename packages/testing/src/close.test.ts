// expectClose: what it lets pass, and what it says of what it does not.

import { ones, tensor, zeros } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { expectClose } from "./close.js";
import { thrown } from "./thrown.js";

describe("expectClose", () => {
  it("without measures wants equal numbers", () => {
    expectClose(tensor([1, Number.NaN, Number.NEGATIVE_INFINITY]), [1, Number.NaN, Number.NEGATIVE_INFINITY]);
    expect(thrown(() => expectClose([1, 2], [1, 2.5]))).toMatchInlineSnapshot(
      `"Error: element differs by more than 0 + 0 · |expected|; at [1]: got 2, expected 2.5 (2 elements)"`,
    );
  });

  it("measures element by element", () => {
    expectClose([100.5, 0.005], [100, 0], { relative: 0.005, absolute: 0.005 });
    expect(
      thrown(() => expectClose([100.5, 0.006], [100, 0], { relative: 0.005, absolute: 0.005, label: "loss" })),
    ).toMatchInlineSnapshot(
      `"Error: loss: element differs by more than 0.005 + 0.005 · |expected|; at [1]: got 0.006, expected 0 (2 elements)"`,
    );
  });

  it("measures by the norm", () => {
    expectClose([1000, 0.1], [1000, 0], { norm: 1.1e-4 });
    expect(
      thrown(() =>
        expectClose(
          tensor([
            [1000, 0],
            [0, 1],
          ]),
          tensor([
            [1000, 0],
            [0, 0],
          ]),
          { norm: 1e-4 },
        ),
      ),
    ).toMatchInlineSnapshot(
      `"Error: norm of the difference is 1.00e-3 of the expected norm, allowed 0.0001; at [1, 1]: got 1, expected 0 (4 elements)"`,
    );
    expect(thrown(() => expectClose([1e-9], [0], { norm: 1e-4 }))).toMatch(/Infinity of the expected norm/);
  });

  it("lets no NaN and no infinity pass for a number, by any measure", () => {
    for (const [actual, expected] of [
      [Number.NaN, 1],
      [1, Number.NaN],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ] as const) {
      for (const tolerance of [{}, { norm: 10 }, { absolute: 10 }])
        expect(thrown(() => expectClose([1, actual], [1, expected], tolerance))).toMatch(/at \[1\]/);
    }
  });

  it("wants one shape, and as many numbers", () => {
    expect(thrown(() => expectClose(ones(2, 3), ones(3, 2)))).toMatchInlineSnapshot(
      `"Error: shape [2, 3], expected [3, 2]"`,
    );
    expect(thrown(() => expectClose(zeros(2), [0]))).toMatchInlineSnapshot(`"Error: 2 elements, expected 1"`);
  });
});
