// A run: the net with dropout and its twin without, which start from the same weights and see the same batches, trained a step at a time.
// It knows nothing of pages and clocks, and who looks (look.ts) draws from streams of their own: the same settings give the same bits.

import { BatchSampler, RandomSampler } from "@bernoulli/data";
import { Generator, scope } from "@bernoulli/tensor";
import type { OfBoth } from "../state/nets.js";
import { goesOn, type Settings } from "../state/settings.js";
import type { Images } from "./images.js";
import { Learner, type Measured, type Score } from "./learner.js";

export const batchSize = 32;
/** Steps from one measurement in evaluation mode to the next. */
const measureEvery = 25;

export interface Progress {
  /** Steps that are done. */
  readonly step: number;
  /** Times that all images were gone through. */
  readonly epoch: number;
  /** Of the last batch, as it was trained on; null before the first. */
  readonly live: OfBoth<Score> | null;
  /** In evaluation mode, where it was just measured. */
  readonly measured: OfBoth<Measured> | null;
}

export class Session {
  readonly images: Images;
  readonly nets: OfBoth<Learner>;
  readonly #batches: Iterator<readonly number[]>;
  #settings: Settings;
  #progress: Progress = { step: 0, epoch: 0, live: null, measured: null };

  constructor(settings: Settings, images: Images) {
    this.#settings = settings;
    this.images = images;
    this.nets = { dropout: new Learner(settings), plain: new Learner(settings) };
    this.nets.dropout.drop(settings.drops);
    this.#batches = this.#shuffled();
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Takes over what may change under way. False, and nothing, where the settings want a run of their own. */
  adopt(settings: Settings): boolean {
    const before = this.#settings;
    if (!goesOn(before, settings)) return false;
    this.#settings = settings;
    if (JSON.stringify(settings.drops) !== JSON.stringify(before.drops)) this.nets.dropout.drop(settings.drops);
    for (const { optimizer } of Object.values(this.nets))
      for (const group of optimizer.paramGroups) group.lr = settings.lr;
    return true;
  }

  /** Trains both nets on the next batch, and measures where it is time. */
  step(): Progress {
    const { dropout, plain } = this.nets;
    const { value } = this.#batches.next();
    const live = scope(() => {
      const batch = this.images.train.getBatch(value);
      return { dropout: dropout.train(batch), plain: plain.train(batch) };
    });
    const { step: before, epoch } = this.#progress;
    const step = before + 1;
    this.#progress = { step, epoch: Math.max(epoch, this.#epochOf(step)), live, measured: null };
    if (step % measureEvery === 0 || step === 1) this.measure();
    return this.#progress;
  }

  measure(): void {
    const { dropout, plain } = this.nets;
    const measured = { dropout: dropout.measure(this.images), plain: plain.measure(this.images) };
    this.#progress = { ...this.#progress, measured };
  }

  dispose(): void {
    for (const learner of Object.values(this.nets)) learner.dispose();
  }

  #epochOf(step: number): number {
    return Math.floor(step / Math.ceil(this.images.train.length / batchSize));
  }

  /** For ever, in an order of its own at each pass. */
  *#shuffled(): IterableIterator<readonly number[]> {
    const generator = new Generator({ seed: this.#settings.seed });
    const order = new RandomSampler(this.images.train, { generator });
    for (;;) yield* new BatchSampler(order, { batchSize });
  }
}
