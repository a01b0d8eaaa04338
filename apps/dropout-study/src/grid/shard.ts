// Which part of the grid a process begins with, where a study is spread over machines as an array job. All take what others leave, so a
// shard is where one begins, and not what one is bound to.

import { UsageError } from "@bernoulli/programs";

export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** What said so. */
  readonly by: string;
}

const whole = (text: string | undefined) => (text !== undefined && /^\d+$/.test(text) ? Number(text) : null);

/**
 * The shard of `--shard i/n`, or of what people's schedulers set: `SLURM_ARRAY_TASK_ID` with `_COUNT` and `_MIN`, or Kubernetes'
 * `JOB_COMPLETION_INDEX`, whose number of shards is `STUDY_SHARDS`. Null where there is none.
 *
 * @throws UsageError for a wish that makes no sense.
 */
export function shardOf(wish: string | undefined, environment: NodeJS.ProcessEnv): Shard | null {
  if (wish !== undefined) {
    const [, index, count] = /^(\d+)\/(\d+)$/.exec(wish)?.map(Number) ?? [];
    if (index === undefined || count === undefined || index >= count)
      throw new UsageError(`--shard must be i/n with i from 0 to n − 1, such as 0/4, but got ${wish}; see --help`);
    return { index, count, by: "--shard" };
  }
  const task = whole(environment["SLURM_ARRAY_TASK_ID"]);
  if (task !== null) {
    const least = whole(environment["SLURM_ARRAY_TASK_MIN"]) ?? 0;
    const count = whole(environment["SLURM_ARRAY_TASK_COUNT"]) ?? 1;
    // Of an array such as 1,5,9 the numbers have gaps; a part of it that runs again has fewer.
    return { index: (task - least) % Math.max(1, count), count: Math.max(1, count), by: "SLURM_ARRAY_TASK_ID" };
  }
  const completion = whole(environment["JOB_COMPLETION_INDEX"]);
  if (completion === null) return null;
  const count = whole(environment["STUDY_SHARDS"]) ?? completion + 1;
  if (completion >= count)
    throw new UsageError(
      `JOB_COMPLETION_INDEX is ${completion}, but STUDY_SHARDS is ${count}: it must be the job's completions`,
    );
  return { index: completion, count, by: "JOB_COMPLETION_INDEX" };
}

/** The cells in the order in which a shard looks for a free one: its own, then those of the next shard, and so on. */
export function orderOf<One>(cells: readonly One[], shard: Pick<Shard, "index" | "count"> | null): One[] {
  if (shard === null) return [...cells];
  const { index, count } = shard;
  return Array.from({ length: count }, (_, step) => (index + step) % count).flatMap((part) =>
    cells.filter((_, at) => at % count === part),
  );
}
