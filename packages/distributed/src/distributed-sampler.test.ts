// The indices of DistributedSampler, against PyTorch 2.15.0's.

import { expect, it } from "vitest";
import { DistributedSampler } from "./index.js";

/** What `[list(DistributedSampler(range(n), replicas, rank, shuffle, seed, drop_last)) for rank in …]` gave after `set_epoch(0)` and `(1)`. */
const goldens: readonly {
  readonly length: number;
  readonly numReplicas: number;
  readonly shuffle: boolean;
  readonly dropLast: boolean;
  readonly seed: number;
  readonly epochs: readonly (readonly (readonly number[])[])[];
}[] = [
  {
    ...{ length: 10, numReplicas: 3, shuffle: true, dropLast: false, seed: 0 },
    epochs: [
      [
        [4, 5, 0, 2],
        [1, 3, 8, 4],
        [7, 9, 6, 1],
      ],
      [
        [5, 2, 9, 4],
        [6, 0, 3, 5],
        [1, 8, 7, 6],
      ],
    ],
  },
  {
    ...{ length: 10, numReplicas: 3, shuffle: true, dropLast: true, seed: 0 },
    epochs: [
      [
        [4, 5, 0],
        [1, 3, 8],
        [7, 9, 6],
      ],
      [
        [5, 2, 9],
        [6, 0, 3],
        [1, 8, 7],
      ],
    ],
  },
  {
    ...{ length: 7, numReplicas: 4, shuffle: true, dropLast: false, seed: 5 },
    epochs: [
      [
        [1, 6],
        [0, 5],
        [4, 3],
        [2, 1],
      ],
      [
        [2, 0],
        [4, 6],
        [5, 1],
        [3, 2],
      ],
    ],
  },
  {
    ...{ length: 11, numReplicas: 2, shuffle: false, dropLast: false, seed: 0 },
    epochs: [
      [
        [0, 2, 4, 6, 8, 10],
        [1, 3, 5, 7, 9, 0],
      ],
    ],
  },
  {
    ...{ length: 11, numReplicas: 2, shuffle: false, dropLast: true, seed: 0 },
    epochs: [
      [
        [0, 2, 4, 6, 8],
        [1, 3, 5, 7, 9],
      ],
    ],
  },
  {
    ...{ length: 2, numReplicas: 5, shuffle: true, dropLast: false, seed: 1 },
    epochs: [
      [[1], [0], [1], [0], [1]],
      [[0], [1], [0], [1], [0]],
    ],
  },
  {
    ...{ length: 24, numReplicas: 4, shuffle: true, dropLast: false, seed: 2 ** 31 },
    epochs: [
      [
        [10, 5, 0, 12, 22, 7],
        [13, 18, 11, 9, 15, 6],
        [19, 8, 14, 16, 2, 21],
        [20, 23, 1, 4, 17, 3],
      ],
    ],
  },
];

it.each(goldens)("$length indices for $numReplicas, shuffle $shuffle, dropLast $dropLast, seed $seed", (golden) => {
  const { length, epochs, ...options } = golden;
  for (const [epoch, ranks] of epochs.entries())
    for (const [rank, indices] of ranks.entries()) {
      const sampler = new DistributedSampler({ length }, { ...options, rank });
      sampler.setEpoch(epoch);
      expect([...sampler]).toEqual(indices);
      expect(sampler.length).toBe(indices.length);
    }
});

it("says what is no part of a data set", () => {
  expect(() => new DistributedSampler({ length: 4 }, { numReplicas: 2, rank: 2 })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: DistributedSampler: Invalid rank 2, rank should be in the interval [0, 1]]`,
  );
  expect(() => new DistributedSampler({} as never)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: DistributedSampler: dataset.length must be an integer of at least 0, but got undefined]`,
  );
  expect(() => new DistributedSampler({ length: 4 }).setEpoch(-1)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: DistributedSampler.setEpoch: epoch must be an integer of at least 0, but got -1]`,
  );
});
