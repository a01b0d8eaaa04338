// Sums over images with channels last against those of reductions.ts, on numbers whose sums tell in which order they were added.

import { seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { tensor } from "../../../index.js";
import { memory, runtime } from "./blocks/blocks.testing.js";
import { regionOperation } from "./region.js";
import { canSumChannelsLast, runRegionSumsLast } from "./region-sums-last.js";

/** Large numbers, their negatives elsewhere, and small ones: what is lost hangs on who meets whom. */
function telling(count: number, seed: number): Float32Array {
  const random = seeded(seed);
  const numbers = Float32Array.from({ length: count }, (_, at) => {
    return at % 3 === 2 ? random() - 0.5 : (random() - 0.5) * 2 ** (60 * random());
  });
  for (let at = 0; at + 1 < count; at += 3) numbers[at + 1] = -numbers[at]!;
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [numbers[at], numbers[other]] = [numbers[other]!, numbers[at]!];
  }
  return numbers;
}

it.each([
  [2, 16, 8, 8],
  [3, 20, 13, 11],
  [5, 4, 3, 5],
  [1, 36, 9, 7],
  [4, 12, 1, 33],
  // In parts, by images.
  [16, 16, 16, 16],
  [6, 20, 32, 33],
  [37, 48, 7, 9],
] as const)("of %d × %d × %d × %d are bit for bit those with channels first", (batch, channels, height, width) => {
  const shape = [batch, channels, height, width];
  const pixels = height * width;
  // By channel, so that each has its own to lose.
  const rows = Array.from({ length: channels }, (_, channel) => telling(batch * pixels, channel));
  const first = new Float32Array(batch * channels * pixels);
  const last = new Float32Array(first.length);
  for (const [channel, row] of rows.entries())
    for (const [at, number] of row.entries()) {
      const [image, pixel] = [Math.floor(at / pixels), at % pixels];
      first[(image * channels + channel) * pixels + pixel] = number;
      last[at * channels + channel] = number;
    }
  const expected = tensor(first)
    .view(...shape)
    .sum([0, 2, 3])
    .toTypedArray();
  const stream = { type: "float32", isRead: true, stores: null } as const;
  const operation = regionOperation([], [stream], [{ from: "stream", at: 0 }], 0);
  const strides = [pixels * channels, 1, width * channels, channels];
  expect(canSumChannelsLast(shape, [0, 2, 3], [strides])).toBe(true);
  const from = memory.allocate(4 * last.length);
  const to = memory.allocate(4 * channels);
  new Float32Array(memory.memory.buffer, from, last.length).set(last);
  runRegionSumsLast(runtime, operation, shape, [{ address: from, bytes: 4, strides }], [to], []);
  const actual = new Float32Array(memory.memory.buffer, to, channels).slice();
  memory.free(from);
  memory.free(to);
  expect([...new Uint32Array(actual.buffer)]).toEqual([...new Uint32Array(Float32Array.from(expected).buffer)]);
});
