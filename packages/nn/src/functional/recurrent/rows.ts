// A state of a batch while its sequences run: rows, the first of which a step replaces. Where sequences end, or begin, one by one, the
// rows lie in several tensors; nothing is copied until they are read together.

import { cat, type Tensor } from "@bernoulli/tensor";

/** Rows of one tensor that follow each other. */
export interface Run {
  readonly tensor: Tensor;
  readonly start: number;
  readonly count: number;
}

export class Rows {
  #runs: readonly Run[];

  constructor(initial: Tensor) {
    this.#runs = [{ tensor: initial, start: 0, count: initial.size(0) }];
  }

  /** The first `count` rows, as they lie. */
  runs(count: number): readonly Run[] {
    // Of an empty batch: a run of no rows, so that there is a tensor to read.
    if (count === 0) return [{ ...this.#runs[0]!, count: 0 }];
    let left = count;
    return this.#runs.flatMap((run) => {
      const own = Math.min(left, run.count);
      left -= own;
      return own === 0 ? [] : [{ ...run, count: own }];
    });
  }

  /** Rows of `tensor`, from `start`, take the place of the first `count`. */
  replace(count: number, tensor: Tensor, start: number): void {
    let covered = count;
    const rest = this.#runs.flatMap((run) => {
      const own = Math.min(covered, run.count);
      covered -= own;
      return own === run.count ? [] : [{ tensor: run.tensor, start: run.start + own, count: run.count - own }];
    });
    this.#runs = [{ tensor, start, count }, ...rest];
  }

  first(count: number): Tensor {
    return joined(this.runs(count));
  }
}

/** Runs as one tensor: a view where they are one, or follow each other. */
export function joined(runs: readonly Run[]): Tensor {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last?.tensor === run.tensor && last.start + last.count === run.start)
      merged[merged.length - 1] = { ...last, count: last.count + run.count };
    else merged.push(run);
  }
  const parts = merged.map(({ tensor, start, count }) =>
    start === 0 && count === tensor.size(0) ? tensor : tensor.narrow(0, start, count),
  );
  return parts.length === 1 ? parts[0]! : cat(parts, 0);
}
