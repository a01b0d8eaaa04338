// Processes that train one model together, as the Trainer sees them: what each measured becomes one number, and a stop is everybody's. How
// they talk is @bernoulli/distributed's, whose `init` gives such an object; this package needs no more of it.

import type { Module } from "@bernoulli/nn";
import { ArgumentError, checkArgument } from "@bernoulli/tensor";
import type { StreamingMetric } from "./metrics/streaming.js";
import type { Metric, RunningState } from "./metrics.js";

/** Processes that train one model together. */
export interface Ranks {
  /** This process's place, from 0 on. */
  readonly rank: number;
  readonly worldSize: number;
  /** What each gives, those of rank 0 first; all call it together, with as many numbers or others. */
  gather<Numbers extends Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(numbers: Numbers): readonly Numbers[];
}

/** A process on its own. */
export const oneRank: Ranks = { rank: 0, worldSize: 1, gather: (numbers) => [numbers] };

export function checkRanks(owner: string, ranks: Ranks): void {
  checkArgument(owner, "ranks", ranks, "object");
  checkArgument(owner, "ranks.rank", ranks.rank, "count");
  checkArgument(owner, "ranks.worldSize", ranks.worldSize, "count");
  checkArgument(owner, "ranks.gather", ranks.gather, "function");
}

/** What a DistributedDataParallel has, and no other module: without it each rank would train a net of its own. */
interface Averaging {
  noSync<Result>(body: () => Result): Result;
}

function averagingOf(model: Module): Averaging | null {
  const found = [...model.modules()].find((module) => typeof (module as Partial<Averaging>).noSync === "function");
  return (found as (Module & Averaging) | undefined) ?? null;
}

/** @throws ArgumentError for a model that several ranks would train each for itself. */
export function checkAveraging({ worldSize }: Ranks, model: Module): void {
  if (worldSize > 1 && averagingOf(model) === null)
    throw new ArgumentError(
      `fit: the trainer has ${worldSize} ranks, but its model is no DistributedDataParallel, so each rank would train a net of its own; wrap it: new Trainer(new DistributedDataParallel(model), …)`,
    );
}

/** Runs `body`, in which a rank may run the model without the others. */
export function withoutOthers<Result>(model: Module, body: () => Result): Result {
  const averaging = averagingOf(model);
  return averaging === null ? body() : averaging.noSync(body);
}

/** Whether any of them wishes it; all ask together. */
export function anyOf(ranks: Ranks, wish: boolean): boolean {
  return ranks.worldSize === 1 ? wish : ranks.gather(Float64Array.of(Number(wish))).some(([one]) => one === 1);
}

/** What all of them have measured together. */
export function ofAll(
  ranks: Ranks,
  { samples, sums }: RunningState,
  metrics: Readonly<Record<string, Metric | StreamingMetric>>,
): RunningState {
  const counted = ranks.gather(Float64Array.of(samples)).reduce((sum, [one]) => sum + one!, 0);
  const joined = Object.entries(sums).map(([name, state]) => {
    const metric = metrics[name];
    const { join = (states: readonly Float64Array[]) => summed(name, states) } =
      typeof metric === "object" ? metric : {};
    return [name, join(ranks.gather(new Float64Array(state)))];
  });
  return { samples: counted, sums: Object.fromEntries(joined) };
}

/** @throws ArgumentError, on all ranks, for states that are no sums. */
function summed(name: string, states: readonly Float64Array[]): Float64Array {
  const lengths = states.map(({ length }) => length);
  if (new Set(lengths).size > 1)
    throw new ArgumentError(
      `Trainer: the states of metrics.${name} have ${lengths.join(", ")} numbers on the ranks, and cannot be summed; give the metric a join, which makes one state of them`,
    );
  return states[0]!.map((_, at) => states.reduce((sum, state) => sum + state[at]!, 0));
}
