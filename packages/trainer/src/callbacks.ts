// Callbacks: everything that is not the loop itself (progress, tables, early stopping) hangs on these events.

import type { Scores } from "./metrics.js";
import type { EpochPlace, PassPlace } from "./place.js";
import type { EpochRecord } from "./trainer-options.js";
import type { Turn } from "./turns.js";

export interface FitEvent<Name extends string = string> {
  /** How many epochs there are to be. */
  readonly epochs: number;
  /** The epochs that are complete. */
  readonly history: readonly EpochRecord<Name>[];
  /** Ends training after this event. An epoch that is not complete is not recorded. */
  readonly stop: () => void;
}

export interface EpochEvent<Name extends string = string> extends FitEvent<Name> {
  /** The epoch under way, from 1. */
  readonly epoch: number;
}

/** What a pass is for: training, the clean evaluation of the training set, or validation. */
export type Phase = "train" | "clean" | "validation";

export interface BatchEvent<Name extends string = string> extends EpochEvent<Name> {
  readonly phase: Phase;
  /** The batch just done, from 1. */
  readonly batch: number;
  /** How many batches the pass has; null where the loader does not say. */
  readonly batches: number | null;
  /** The samples of this pass so far. */
  readonly samples: number;
  /** Whether the optimizer has stepped behind this batch; each batch, unless several make an update. */
  readonly updated: boolean;
  /** Loss and metrics over the samples of this pass so far; computed when it is asked for. */
  readonly scores: Scores<Name>;
  /** How far the pass is, for a checkpoint. */
  readonly place: () => PassPlace;
}

export interface PassStartEvent<Name extends string = string> extends EpochEvent<Name> {
  /** Where the pass goes on; null where it begins. */
  readonly place: EpochPlace | null;
}

export interface FitEndEvent<Name extends string = string> extends FitEvent<Name> {
  /** All epochs are done; a callback called `stop`; the signal was aborted; something was thrown. */
  readonly reason: "complete" | "stopped" | "aborted" | "failed";
  /** What was thrown; null without. */
  readonly error: unknown;
}

export interface EpochEndEvent<Name extends string = string> extends EpochEvent<Name> {
  /** What `history` has got. */
  readonly record: EpochRecord<Name>;
}

/**
 * What may be told of a fit. A callback that returns a promise is waited for; one that throws ends the fit. Callbacks may evaluate
 * the model and predict with it: the fit goes on when that is done.
 */
export interface Callbacks<Name extends string = string> {
  /** Whether, of several processes that train together, rank 0 alone is told: so it is with what reports. Default: false. */
  readonly firstRankOnly?: boolean;
  /**
   * Whether it is told behind all others, wherever it stands among them, and of the fit's end before them: so it is with what saves the states
   * of the others, which must be those of the same batch. Default: false.
   */
  readonly goesLast?: boolean;
  onFitStart?(event: FitEvent<Name>): void | Promise<void>;
  onEpochStart?(event: EpochEvent<Name>): void | Promise<void>;
  /** Right before the training loader is asked for its first batch. What draws random numbers belongs into `onEpochStart`. */
  onPassStart?(event: PassStartEvent<Name>): void | Promise<void>;
  /** After each training step. The batch's tensors live until all callbacks have returned. */
  onBatchEnd?(event: BatchEvent<Name>): void | Promise<void>;
  /** After each batch of the clean evaluation and of the validation. */
  onEvaluationBatchEnd?(event: BatchEvent<Name>): void | Promise<void>;
  onEpochEnd?(event: EpochEndEvent<Name>): void | Promise<void>;
  /** Always, after an error too, and whatever another callback throws; the last callback first. */
  onFitEnd?(event: FitEndEvent<Name>): void | Promise<void>;
}

/** The event that each callback gets. */
type Happening = Exclude<keyof Callbacks, "firstRankOnly" | "goesLast">;
type EventOf<Name extends string, Key extends Happening> = Parameters<NonNullable<Callbacks<Name>[Key]>>[0];

/** Those that a process of this rank tells, in the order in which it tells them. */
export function inTurn<Name extends string>(
  given: readonly Callbacks<Name>[],
  rank: number,
): readonly Callbacks<Name>[] {
  const told = given.filter(({ firstRankOnly = false }) => !firstRankOnly || rank === 0);
  const isLast = ({ goesLast = false }: Callbacks<Name>) => goesLast;
  return [...told.filter((callback) => !isLast(callback)), ...told.filter(isLast)];
}

/** Tells all callbacks of an event, one after another. `turn` is that of the fit, while it is at work. */
export async function tell<Name extends string, Key extends Happening>(
  callbacks: readonly Callbacks<Name>[],
  key: Key,
  event: EventOf<Name, Key>,
  turn: Turn | null,
): Promise<void> {
  for (const callback of callbacks) {
    const called = callback[key] as ((event: EventOf<Name, Key>) => void | Promise<void>) | undefined;
    if (called === undefined) continue;
    const run = async () => called.call(callback, event);
    await (turn === null ? run() : turn.telling(run));
  }
}

/**
 * Tells all callbacks that the fit is over: the last of them first, so that what saves, and stands behind the others, does so before these put the
 * model into another state, as early stopping does. Each is told, whatever another throws.
 *
 * @returns what was thrown.
 */
export async function tellEnd<Name extends string>(
  callbacks: readonly Callbacks<Name>[],
  event: FitEndEvent<Name>,
): Promise<readonly unknown[]> {
  const thrown: unknown[] = [];
  for (const callback of callbacks.toReversed())
    await tell([callback], "onFitEnd", event, null).catch((error: unknown) => void thrown.push(error));
  return thrown;
}
