// Copies of transposed matrices: every size around the blocks of four and sixteen, single and in batches, dense and with gaps.

import { describe, expect, it } from "vitest";
import { arange, type Tensor } from "../../../index.js";

/** Elements in row-major order, one by one. */
function elements(input: Tensor): number[] {
  return (input.toArray() as number[][][]).flat(2);
}

const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 15, 16, 17, 20, 31, 33];

describe("a transposed copy", () => {
  for (const batch of [1, 2, 5]) {
    it(`moves matrices of every small size, ${batch} at once`, () => {
      for (const rows of sizes) {
        for (const columns of sizes) {
          const x = arange(batch * rows * columns)
            .to("float32")
            .view(batch, rows, columns);
          const copy = x.transpose(1, 2).contiguous();
          const expected = Array.from({ length: batch * rows * columns }, (_, i) => {
            const [image, place] = [Math.floor(i / (rows * columns)), i % (rows * columns)];
            return image * rows * columns + (place % rows) * columns + Math.floor(place / rows);
          });
          expect([...copy.toTypedArray()], `${rows} × ${columns}`).toEqual(expected);
        }
      }
    });
  }

  it("reads matrices with gaps, and many rows on several threads", () => {
    const wide = arange(300 * 70)
      .to("float32")
      .view(300, 70);
    const part = wide.slice(1, 3, 67);
    const copy = part.t().contiguous();
    expect(elements(copy.view(1, 64, 300))).toEqual(
      Array.from({ length: 64 * 300 }, (_, i) => (i % 300) * 70 + Math.floor(i / 300) + 3),
    );
  });
});
