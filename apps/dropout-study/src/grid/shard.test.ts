// Shards as schedulers name them, and the order in which they take cells.

import { describe, expect, it } from "vitest";
import { orderOf, shardOf } from "./shard.js";

describe("a shard is", () => {
  it.each([
    [undefined, {}, null],
    ["2/5", {}, [2, 5]],
    ["0/1", { SLURM_ARRAY_TASK_ID: "7", SLURM_ARRAY_TASK_COUNT: "9" }, [0, 1]],
    [undefined, { SLURM_ARRAY_TASK_ID: "3", SLURM_ARRAY_TASK_COUNT: "4", SLURM_ARRAY_TASK_MIN: "1" }, [2, 4]],
    [undefined, { SLURM_ARRAY_TASK_ID: "9", SLURM_ARRAY_TASK_COUNT: "3", SLURM_ARRAY_TASK_MIN: "1" }, [2, 3]],
    [undefined, { JOB_COMPLETION_INDEX: "3", STUDY_SHARDS: "8" }, [3, 8]],
    [undefined, { JOB_COMPLETION_INDEX: "3" }, [3, 4]],
    [undefined, { JOB_COMPLETION_INDEX: "" }, null],
  ] as const)("%s, %j: %j", (wish, environment, expected) => {
    const shard = shardOf(wish, environment);
    expect(shard && [shard.index, shard.count]).toEqual(expected);
  });

  it("refused where it makes no sense", () => {
    expect(() => shardOf("4/4", {})).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: --shard must be i/n with i from 0 to n − 1, such as 0/4, but got 4/4; see --help]`,
    );
    for (const wish of ["", "1", "a/b", "-1/2", "1/0", "1/2/3"])
      expect(() => shardOf(wish, {})).toThrow("--shard must be");
    expect(() =>
      shardOf(undefined, { JOB_COMPLETION_INDEX: "8", STUDY_SHARDS: "8" }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: JOB_COMPLETION_INDEX is 8, but STUDY_SHARDS is 8: it must be the job's completions]`,
    );
  });
});

it("each shard takes its own first, and then all others", () => {
  const cells = [0, 1, 2, 3, 4, 5, 6];
  expect(orderOf(cells, null)).toEqual(cells);
  expect(orderOf(cells, { index: 1, count: 3 })).toEqual([1, 4, 2, 5, 0, 3, 6]);
  for (let index = 0; index < 9; index++) expect([...orderOf(cells, { index, count: 9 })].sort()).toEqual(cells);
});
