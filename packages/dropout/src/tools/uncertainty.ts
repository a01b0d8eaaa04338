// What dropout says of a net's certainty: means over masks that are drawn in evaluation, and how far its probabilities are to be trusted.

import type { Module } from "@bernoulli/nn";
import {
  ArgumentError,
  checkOptions,
  isTensor,
  linspace,
  noGrad,
  scope,
  softmax,
  stack,
  type Tensor,
  zerosLike,
} from "@bernoulli/tensor";
import { dropsInTraining } from "./drops.js";

export interface McDropoutOptions {
  /** How many masks. Default 30. */
  readonly samples?: number;
  /** Whether outputs are logits, of which probabilities are made over the last dimension first. Default false. */
  readonly logits?: boolean;
  /**
   * Which modules are in training mode meanwhile. Default: all kinds of dropout of `@bernoulli/nn` and this package, those whose class's name
   * has "Drop" in it, and those with a rate `dropout` above 0, as recurrent layers and attention have.
   */
  readonly drops?: (module: Module, name: string) => boolean;
}

export interface McDropout {
  /** The outputs' mean over the masks. Shape: as the model's output. */
  readonly mean: Tensor;
  /** Their variance, by samples − 1; zeros for one sample. */
  readonly variance: Tensor;
  /** Of the mean as probabilities over the last dimension, in nats: −Σ p log p. Of probabilities, or logits, alone; else null. */
  readonly entropy: Tensor | null;
  /** The mean's entropy less the masks' mean entropy, in nats: what the masks disagree on. Null as the entropy is. */
  readonly mutualInformation: Tensor | null;
}

/**
 * Runs a model with as many masks as asked for, in evaluation mode but for what drops, so that batch norm stays as it is and unscathed;
 * then all modes are what they were. No gradient is recorded.
 * See Gal and Ghahramani, ICML 2016; Houlsby et al., https://arxiv.org/abs/1112.5745, for the mutual information.
 *
 * @throws ArgumentError if samples is no whole number of 1 or more, the model has nothing that drops, or returns no tensor.
 * @example
 * ```ts
 * import { Dropout, Linear, Sequential } from "@bernoulli/nn";
 * import { ones } from "@bernoulli/tensor";
 * import { mcDropout } from "@bernoulli/dropout";
 * const model = new Sequential(new Linear(4, 8), new Dropout(0.5), new Linear(8, 3));
 * const { mean, mutualInformation } = mcDropout(model, ones(2, 4), { samples: 10, logits: true });
 * [mean.shape, mutualInformation?.shape]; // → [[2, 3], [2]]
 * ```
 */
export function mcDropout(model: Module, input: Tensor, options: McDropoutOptions = {}): McDropout {
  checkOptions("mcDropout", options, { samples: "number", logits: "boolean", drops: "function" });
  const { samples = 30, logits = false, drops = dropsInTraining } = options;
  if (!Number.isSafeInteger(samples) || samples < 1)
    throw new ArgumentError(`mcDropout: samples must be a whole number of 1 or more, but got ${String(samples)}`);
  const modules = [...model.namedModules()];
  const dropping = modules.filter(([name, module]) => drops(module, name));
  if (dropping.length === 0)
    throw new ArgumentError(
      "mcDropout: the model has no module that drops; name those that do by drops: (module) => …",
    );
  const modes = modules.map(([, module]) => module.training);
  return scope(() =>
    noGrad(() => {
      try {
        model.eval();
        for (const [, module] of dropping) module.training = true;
        const run = model as unknown as (x: Tensor) => Tensor;
        const outputs = stack(
          Array.from({ length: samples }, () => {
            const output: unknown = run(input);
            if (!isTensor(output))
              throw new ArgumentError(
                `mcDropout: the model must return a tensor, but ${model.constructor.name} returned ${Array.isArray(output) ? "an array" : typeof output}; put it in a module whose forward returns the one that is meant`,
              );
            return logits ? softmax(output, { dim: -1 }) : output;
          }),
        );
        const mean = outputs.mean(0);
        const variance = samples === 1 ? zerosLike(mean) : outputs.var(0);
        if (!logits) return { mean, variance, entropy: null, mutualInformation: null };
        const entropy = entropyOf(mean);
        return { mean, variance, entropy, mutualInformation: entropy.sub(entropyOf(outputs).mean(0)) };
      } finally {
        for (const [at, [, module]] of modules.entries()) module.training = modes[at]!;
      }
    }),
  );
}

function entropyOf(probabilities: Tensor): Tensor {
  // Where a probability is 0, so is its term.
  const information = probabilities.clamp({ min: Number.MIN_VALUE }).log().neg();
  return probabilities.mul(information.maskedFill(probabilities.le(0), 0)).sum(-1);
}

/** One bin of a reliability diagram. */
export interface ReliabilityBin {
  /** Confidences from here … */
  readonly from: number;
  /** … to here, this included; the first bin has 0 too. */
  readonly to: number;
  readonly count: number;
  /** The share of predictions that are right; NaN where there are none. */
  readonly accuracy: number;
  /** The confidences' mean; NaN where there are none. */
  readonly confidence: number;
}

export interface Reliability {
  readonly bins: readonly ReliabilityBin[];
  /** The expected calibration error: Σ count/N · |accuracy − confidence|, in [0, 1]; NaN of no predictions. */
  readonly ece: number;
}

/**
 * How often predictions of some confidence, the largest probability, are right. Shape: (N, C), (N).
 * See Guo et al., ICML 2017 (https://arxiv.org/abs/1706.04599), §2.
 *
 * @throws ArgumentError if bins is no whole number of 1 or more, the shapes are others, or the probabilities are none.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { reliability } from "@bernoulli/dropout";
 * const probabilities = tensor([[0.75, 0.25], [0.25, 0.75]]);
 * reliability(probabilities, tensor([0, 0], { dtype: "int32" }), { bins: 2 }).ece; // → 0.25
 * ```
 */
export function reliability(
  probabilities: Tensor,
  target: Tensor,
  options: { readonly bins?: number } = {},
): Reliability {
  checkOptions("reliability", options, { bins: "number" });
  const { bins = 15 } = options;
  if (!Number.isSafeInteger(bins) || bins < 1)
    throw new ArgumentError(`reliability: bins must be a whole number of 1 or more, but got ${String(bins)}`);
  if (probabilities.ndim !== 2 || target.ndim !== 1 || target.size(0) !== probabilities.size(0))
    throw new ArgumentError(
      `reliability: expected probabilities of shape (N, C) and targets of (N), but got [${probabilities.shape.join(", ")}] and [${target.shape.join(", ")}]`,
    );
  const [confidences, rights] = noGrad(() =>
    scope(() => {
      const largest = probabilities.max(1);
      return [largest.values.toArray() as number[], largest.indices.eq(target).to("int32").toArray() as number[]];
    }),
  );
  for (const confidence of confidences)
    if (!(confidence >= 0 && confidence < 1.001))
      throw new ArgumentError(
        `reliability: probabilities lie in [0, 1], but got ${confidence} for the largest of a row; make them of logits by softmax`,
      );
  // Borders in the probabilities' own precision, and with linspace's roundings, as the authors' code: a confidence of 0.3 is not above 0.3.
  const dtype = probabilities.dtype === "float64" ? "float64" : "float32";
  const borders = linspace(0, 1, bins + 1, { dtype }).toArray() as number[];
  const binOf = (confidence: number): number => {
    let bin = Math.min(bins - 1, Math.max(0, Math.ceil(confidence * bins) - 1));
    if (bin > 0 && confidence <= borders[bin]!) bin -= 1;
    if (bin < bins - 1 && confidence > borders[bin + 1]!) bin += 1;
    return bin;
  };
  const sums = Array.from({ length: bins }, () => ({ count: 0, right: 0, confidence: 0 }));
  for (const [at, confidence] of confidences.entries()) {
    const bin = sums[binOf(confidence)]!;
    bin.count++;
    bin.right += rights[at]!;
    bin.confidence += confidence;
  }
  const result = sums.map(({ count, right, confidence }, at) => ({
    from: at / bins,
    to: (at + 1) / bins,
    count,
    accuracy: right / count,
    confidence: confidence / count,
  }));
  const ece = result.reduce(
    (sum, { count, accuracy, confidence }) =>
      count === 0 ? sum : sum + (count / confidences.length) * Math.abs(accuracy - confidence),
    0,
  );
  return { bins: result, ece: confidences.length === 0 ? Number.NaN : ece };
}
