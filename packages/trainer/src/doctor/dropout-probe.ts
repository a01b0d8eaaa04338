// Tries dropout out on the run's own data and weights: the same batch with the masks off and on, all else as in evaluation. From that alone
// it is told whether dropout harms: where batch norms behind it have statistics that hold with masks only, and where the masks drown what
// the inputs say, which they would not at 1 − p. Nothing of the run is changed by it.

import {
  AlphaDropout,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  FeatureAlphaDropout,
  type Module,
} from "@bernoulli/nn";
import { isTensor, noGrad, type RemovableHandle, type Tensor } from "@bernoulli/tensor";
import { type BatchNorm, drops, isBatchNorm, type LossOf, type Patient, pathOf } from "./patient.js";
import { quietly } from "./quietly.js";

/** Masks drawn: what is said of their mean has an error of its own, which is allowed for. */
const draws = 8;
const largestShift = 1.2;

/** Kinds that can be drawn again without a trace: they remember nothing. */
const plain = [Dropout, Dropout1d, Dropout2d, Dropout3d, AlphaDropout, FeatureAlphaDropout];
type PlainDropout = Dropout;

function plainDropoutsOf(model: Module): PlainDropout[] {
  return [...model.modules()].filter(
    (module): module is PlainDropout => plain.some((kind) => module instanceof kind) && drops(module),
  );
}

/** What was measured with masks of one rate, or none. */
interface Measured {
  readonly losses: readonly number[];
  /** Per draw, the model's output. */
  readonly outputs: readonly Float64Array[];
  /** By batch norm: the mean over its channels of the variance of its input. */
  readonly variances: ReadonlyMap<Module, number>;
}

export class DropoutProbe {
  readonly #patient: Patient;
  readonly #dropouts: readonly PlainDropout[];
  readonly #norms: readonly BatchNorm[];

  constructor(patient: Patient) {
    this.#patient = patient;
    this.#dropouts = plainDropoutsOf(patient.model);
    this.#norms = [...patient.model.modules()].filter(
      (module): module is BatchNorm => isBatchNorm(module) && module.trackRunningStats,
    );
  }

  /** Ever more seldom, from where statistics and weights have had time; never where nothing could be found. */
  isDue(step: number): boolean {
    const { teller, model } = this.#patient;
    if (step < 64 || (step & (step - 1)) !== 0 || Math.log2(step) % 2 !== 0) return false;
    const wantsNorms =
      this.#patient.normsBehind && this.#norms.length > 0 && teller.wants("doctor/batch-norm-after-dropout");
    const wantsShare = this.#dropouts.some(({ p }) => p > 0.5) && teller.wants("doctor/keep-probability");
    const others = [...model.modules()].filter(drops).length > this.#dropouts.length;
    return this.#dropouts.length > 0 && !others && (wantsNorms || wantsShare);
  }

  run(lossOf: LossOf): void {
    quietly(this.#patient.model, () =>
      noGrad(() => {
        const clean = this.#measure(lossOf, 1, null);
        const live = this.#measure(lossOf, draws, (p) => p);
        if (![...clean.losses, ...live.losses].every(Number.isFinite)) return;
        if (this.#tellShare(lossOf, clean, live)) return;
        this.#tellNorms(lossOf, clean, live);
      }),
    );
  }

  /** {@link #measure} with the norms on the statistics of the batch itself; their own stay what they are. */
  #matched(lossOf: LossOf, count: number, rate: ((p: number) => number) | null): Measured {
    const before = this.#norms.map((norm) => ({
      norm,
      momentum: norm.momentum,
      tracked: norm.numBatchesTracked!.item(),
    }));
    try {
      for (const { norm } of before) {
        // Of the batch's statistics none goes into the averages.
        norm.momentum = 0;
        norm.training = true;
      }
      return this.#measure(lossOf, count, rate);
    } finally {
      for (const { norm, momentum, tracked } of before) {
        norm.training = false;
        norm.momentum = momentum;
        norm.numBatchesTracked!.fill_(tracked);
      }
    }
  }

  /** `rate` of each dropout's p; null: none drops. */
  #measure(lossOf: LossOf, count: number, rate: ((p: number) => number) | null): Measured {
    const losses: number[] = [];
    const outputs: Float64Array[] = [];
    const sums = new Map<Module, number>();
    const handles: RemovableHandle[] = [
      this.#patient.model.registerForwardHook((_, __, output) => {
        if (isTensor(output)) outputs.push(Float64Array.from(output.detach().contiguous().toTypedArray()));
      }),
      ...this.#norms.map((norm) =>
        norm.registerForwardPreHook((_, [input]) => {
          sums.set(norm, (sums.get(norm) ?? 0) + varianceOf(input as Tensor) / count);
        }),
      ),
    ];
    const rates = this.#dropouts.map(({ p }) => p);
    try {
      for (const [at, dropout] of this.#dropouts.entries()) {
        dropout.training = rate !== null;
        dropout.p = rate === null ? rates[at]! : rate(rates[at]!);
      }
      for (let draw = 0; draw < count; draw++) losses.push(lossOf().item());
    } finally {
      for (const [at, dropout] of this.#dropouts.entries()) {
        dropout.training = false;
        dropout.p = rates[at]!;
      }
      for (const handle of handles) handle.remove();
    }
    return { losses, outputs, variances: sums };
  }

  /** The net says more of its masks than of its inputs, and would not at 1 − p. */
  #tellShare(lossOf: LossOf, clean: Measured, live: Measured): boolean {
    const { teller, model, steps } = this.#patient;
    const suspect = this.#dropouts.reduce((one, other) => (other.p > one.p ? other : one));
    if (suspect.p <= 0.5 || !teller.wants("doctor/keep-probability")) return false;
    const [noise, loss, off] = [noiseOf(live, clean), mean(live.losses), clean.losses[0]!];
    if (!(noise > 10 || (noise > 1 && loss > 1.25 * off))) return false;
    const swapped = this.#measure(lossOf, draws, (p) => (p > 0.5 ? 1 - p : p));
    const less = noiseOf(swapped, clean);
    if (!(less < Math.max(0.5, noise / 10))) return false;
    teller.tell(
      "doctor/keep-probability",
      `p = ${suspect.p} drops ${percent(suspect.p)} of what comes in: after ${steps} updates masks vary the output ${times(noise)} as much as the inputs do (its variance), and the loss is ${loss.toPrecision(3)} with them and ${off.toPrecision(3)} without; at 1 − p it would be ${times(less)}`,
      pathOf(model, suspect),
    );
    return true;
  }

  /**
   * Variance shift (Li et al., arXiv:1801.05134): with masks the norms' averages hold as well as the batch's own statistics, without they do not,
   * and the loss is worse for that.
   */
  #tellNorms(lossOf: LossOf, clean: Measured, live: Measured): void {
    const { teller, model, steps, firstLoss } = this.#patient;
    if (this.#norms.length === 0 || !teller.wants("doctor/batch-norm-after-dropout")) return;
    const shifts = this.#norms.map((norm) => [norm, live.variances.get(norm)! / clean.variances.get(norm)!] as const);
    const [norm, shift] = shifts.reduce((one, other) => (other[1] > one[1] ? other : one));
    if (!(shift > largestShift)) return;
    const [without] = clean.losses as [number];
    const [right] = this.#matched(lossOf, 1, null).losses as [number];
    const lag = Math.max(0, mean(live.losses) - mean(this.#matched(lossOf, draws, (p) => p).losses));
    const error = Math.sqrt(mean(live.losses.map((loss) => (loss - mean(live.losses)) ** 2)) / (draws - 1));
    const cost = without - right - lag;
    const isMuch = without > 1.25 * right && cost > 0.2 * mean(live.losses) && cost > 0.03 * (firstLoss ?? 0);
    if (!(isMuch && cost > 4 * error)) return;
    teller.tell(
      "doctor/batch-norm-after-dropout",
      `after ${steps} updates its input varies ${times(shift)} as much with the dropout before it as without, and its averages are of the input with: in evaluation mode the loss of a training batch is ${without.toPrecision(3)}, and ${right.toPrecision(3)} once the norms take the statistics of the input without`,
      pathOf(model, norm),
    );
  }
}

/** The variance over draws of the masks, as a share of that over the samples of the output without any. */
function noiseOf({ outputs }: Measured, clean: Measured): number {
  const [without] = clean.outputs;
  const size = without?.length ?? 0;
  if (size === 0 || outputs.some(({ length }) => length !== size)) return 0;
  let noise = 0;
  for (let at = 0; at < size; at++) {
    const average = mean(outputs.map((output) => output[at]!));
    noise += outputs.reduce((sum, output) => sum + (output[at]! - average) ** 2, 0) / (outputs.length - 1) / size;
  }
  const center = mean([...without!]);
  return noise / mean([...without!].map((value) => (value - center) ** 2));
}

/** The mean over channels of the variance over all else. */
function varianceOf(input: Tensor): number {
  const dims = [...input.shape.keys()].filter((dim) => dim !== 1);
  return input.detach().var(dims, { correction: 0 }).mean().item();
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number) => `${Number((100 * share).toPrecision(3))} %`;
const times = (factor: number) => `${factor.toPrecision(2)} times`;
