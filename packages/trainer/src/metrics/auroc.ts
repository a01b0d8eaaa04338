// auroc: the area under the curve of the receiver operating characteristic.

import { ArgumentError, cat, checkOptions, type TypedArray } from "@bernoulli/tensor";
import { checkClasses, checkCount, checkScoresAre, isBinary, probabilitiesOf, type ScoresAre } from "./scores.js";
import type { Accumulator, StreamingMetric } from "./streaming.js";

export interface AurocOptions {
  /** How many classes there are. Default: 2. */
  readonly classes?: number;
  /** What the scores are. Default: "logits". */
  readonly scores?: ScoresAre;
}

/**
 * How likely a sample of a class has a higher score for it than one that is not, ties counting half; of more than two classes the mean
 * over each against the rest. As `sklearn.metrics.roc_auc_score`, `multi_class="ovr"`; NaN where a class has no samples, or all.
 * It is exact: the scores of a whole pass are held, 8 bytes for each and class.
 *
 * @throws ArgumentError for options out of range, for a target that is no class and a score that is NaN; ShapeError if the shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { auroc, MetricStream } from "@bernoulli/trainer";
 * const stream = new MetricStream(auroc());
 * stream.update(tensor([0.1, 0.4, 0.35, 0.8]), tensor([0, 0, 1, 1]));
 * stream.compute(); // → 0.75
 * ```
 */
export function auroc(options: AurocOptions = {}): StreamingMetric {
  checkOptions("auroc", options, ["classes", "scores"]);
  const { classes = 2, scores = "logits" } = options;
  checkCount("auroc", classes);
  checkScoresAre("auroc", scores);
  // Of two classes one score says all. The logits' difference ranks as the probability does, and never saturates.
  const columns = classes === 2 ? 1 : classes;
  return {
    measure: (output, target) => {
      const labels = target.reshape(1, -1).to(output.dtype);
      if (isBinary("auroc", output, target)) {
        if (classes !== 2) checkClasses("auroc", output.unsqueeze(1), classes);
        return cat([output.reshape(1, -1), labels], 0);
      }
      checkClasses("auroc", output, classes);
      const lasting = (columns === 1 ? twoClasses(output, scores) : probabilitiesOf(output, scores, false)).movedim(
        1,
        0,
      );
      return cat([lasting.reshape(columns, -1), labels], 0);
    },
    start: (state) => new Ranks(classes, columns, state),
    join: (states) => {
      const all = new Ranks(classes, columns);
      for (const state of states) all.add(state);
      return all.state();
    },
  };
}

function twoClasses(output: Parameters<StreamingMetric["measure"]>[0], scores: ScoresAre) {
  const second = output.narrow(1, 1, 1);
  return scores === "logits" ? second.sub(output.narrow(1, 0, 1)) : second;
}

class Ranks implements Accumulator {
  /** Batches, as they were measured: columns of scores, then the labels. */
  #parts: Float64Array[] = [];

  readonly classes: number;
  readonly columns: number;

  constructor(classes: number, columns: number, state?: Float64Array) {
    this.classes = classes;
    this.columns = columns;
    if (state !== undefined && state.length > 0) this.#parts = [state.slice()];
  }

  add(measured: TypedArray): void {
    const part = Float64Array.from(measured, Number);
    const samples = part.length / (this.columns + 1);
    if (part.some(Number.isNaN)) throw new ArgumentError("auroc: a score is NaN, which has no rank");
    const wrong = part.subarray(this.columns * samples).find((label) => !(label >= 0 && label < this.classes));
    if (wrong !== undefined)
      throw new ArgumentError(
        `auroc: the target ${wrong} is none of the ${this.classes} classes, 0 to ${this.classes - 1}`,
      );
    this.#parts.push(part);
  }

  value(): number {
    const all = this.state();
    const samples = all.length / (this.columns + 1);
    const labels = all.subarray(this.columns * samples);
    const areas = Array.from({ length: this.columns }, (_, column) => {
      const label = this.columns === 1 ? 1 : column;
      return area(all.subarray(column * samples, (column + 1) * samples), (at) => labels[at] === label);
    });
    return areas.reduce((sum, value) => sum + value, 0) / areas.length;
  }

  /** All batches as one. */
  state(): Float64Array {
    if (this.#parts.length === 1) return this.#parts[0]!;
    const rows = this.columns + 1;
    const samples = this.#parts.reduce((sum, part) => sum + part.length / rows, 0);
    const all = new Float64Array(rows * samples);
    let begin = 0;
    for (const part of this.#parts) {
      const count = part.length / rows;
      for (let row = 0; row < rows; row++)
        all.set(part.subarray(row * count, (row + 1) * count), row * samples + begin);
      begin += count;
    }
    this.#parts = [all];
    return all;
  }
}

/** By the sum of the ranks: Mann and Whitney's U over its greatest value. Samples with one score share the mean of their ranks. */
function area(scores: Float64Array, isPositive: (at: number) => boolean): number {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[a]! - scores[b]!);
  let [ranks, positives] = [0, 0];
  for (let begin = 0; begin < order.length; ) {
    let end = begin;
    let here = 0;
    for (; end < order.length && scores[order[end]!] === scores[order[begin]!]; end++)
      here += isPositive(order[end]!) ? 1 : 0;
    ranks += here * ((begin + 1 + end) / 2);
    positives += here;
    begin = end;
  }
  const pairs = positives * (order.length - positives);
  return pairs === 0 ? Number.NaN : (ranks - (positives * (positives + 1)) / 2) / pairs;
}
