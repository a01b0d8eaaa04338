// AdaptiveLogSoftmaxWithLoss: a softmax over many classes of which few are frequent. The rare ones lie in clusters, which only their samples compute.

import {
  ArgumentError,
  argmax,
  cat,
  checkOptions,
  describeAll,
  type Kinds,
  logSoftmax,
  optionsOf,
  type Positional,
  ShapeError,
  type Tensor,
  tensor,
  where,
  zeros,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { ModuleList } from "../containers/module-list.js";
import { Sequential } from "../containers/sequential.js";
import { Linear } from "../linear.js";
import { type ParameterizedOptions, parameterizedKinds } from "../options.js";

export interface AdaptiveLogSoftmaxOptions extends Omit<ParameterizedOptions, "bias"> {
  /** By how much each cluster's hidden size is smaller than the last one's. Default 4. */
  readonly divValue?: number;
  /** Whether the head has a bias. Default false. */
  readonly headBias?: boolean;
}

const { bias: _, ...shared } = parameterizedKinds;
const kinds: Kinds<AdaptiveLogSoftmaxOptions> = { ...shared, divValue: "number", headBias: "boolean" };
const places = ["divValue", "headBias"] as const;

/** What a call gives: by name, and one after the other. */
export interface AdaptiveLogSoftmaxResult extends Iterable<Tensor> {
  /** The log-probability of each sample's target: (N), or (). */
  readonly output: Tensor;
  /** Their mean, negated: (). */
  readonly loss: Tensor;
}

/**
 * A softmax over `nClasses` classes, in the order of their frequency, that is cheap where most targets are frequent: a head has the classes below the first of
 * `cutoffs` and one entry for each cluster behind. Shape: input (N, in) or (in), target (N) or () of int32 → `{ output, loss }`, output like target.
 * Which clusters are computed hangs on the targets, which are read.
 * See https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveLogSoftmaxWithLoss.html; Grave et al., 2016.
 *
 * @throws ArgumentError for cutoffs that do not rise from 1 to nClasses − 1, or, when called, for targets that are no classes; ShapeError, when called, if
 * shapes do not fit.
 * @example
 * ```ts
 * import { ones, tensor } from "@bernoulli/tensor";
 * import { AdaptiveLogSoftmaxWithLoss } from "@bernoulli/nn";
 * const softmax = new AdaptiveLogSoftmaxWithLoss(16, 1000, [10, 100]);
 * const { output, loss } = softmax(ones(2, 16), tensor([3, 500], { dtype: "int32" }));
 * [output.shape, loss.shape]; // → [[2], []]
 * softmax.logProb(ones(2, 16)).shape; // → [2, 1000]
 * softmax.predict(ones(2, 16)).shape; // → [2]
 * ```
 */
export class AdaptiveLogSoftmaxWithLoss extends Module {
  static override readonly name: string = "AdaptiveLogSoftmaxWithLoss";
  readonly inFeatures: number;
  readonly nClasses: number;
  /** Where clusters begin, and the number of classes. */
  readonly cutoffs: readonly number[];
  readonly divValue: number;
  readonly headBias: boolean;
  readonly shortlistSize: number;
  readonly nClusters: number;
  readonly headSize: number;
  head: Linear;
  tail: ModuleList<Sequential<[Linear, Linear]>>;

  constructor(
    inFeatures: number,
    nClasses: number,
    cutoffs: readonly number[],
    ...rest: Positional<AdaptiveLogSoftmaxOptions, ["divValue", "headBias"]>
  ) {
    super();
    const options = optionsOf<AdaptiveLogSoftmaxOptions>("AdaptiveLogSoftmaxWithLoss", places, rest);
    checkOptions("AdaptiveLogSoftmaxWithLoss", options, kinds);
    const { divValue = 4, headBias = false, ...made } = options;
    checkCutoffs(cutoffs, nClasses);
    this.inFeatures = inFeatures;
    this.nClasses = nClasses;
    this.cutoffs = [...cutoffs, nClasses];
    this.divValue = divValue;
    this.headBias = headBias;
    this.shortlistSize = cutoffs[0]!;
    this.nClusters = cutoffs.length;
    this.headSize = this.shortlistSize + this.nClusters;
    this.head = new Linear(inFeatures, this.headSize, { ...made, bias: headBias });
    this.tail = new ModuleList(
      cutoffs.map((start, cluster) => {
        const hidden = Math.floor(inFeatures / divValue ** (cluster + 1));
        const classes = this.cutoffs[cluster + 1]! - start;
        return new Sequential(
          new Linear(inFeatures, hidden, { ...made, bias: false }),
          new Linear(hidden, classes, { ...made, bias: false }),
        );
      }),
    );
  }

  forward(input: Tensor, target: Tensor): AdaptiveLogSoftmaxResult {
    checkShapes(input, target);
    const isBatch = target.ndim === 1;
    const rows = isBatch ? input : input.unsqueeze(0);
    const labels = Array.from(target.reshape(-1).toTypedArray(), Number);
    this.checkTargets(labels);
    const placed = { dtype: "int32", device: input.device } as const;
    const clusters = labels.map((label) => this.cutoffs.findIndex((end) => label < end));
    // In the head, a class of a cluster is the cluster.
    const inHead = labels.map((label, at) => (clusters[at] === 0 ? label : this.shortlistSize + clusters[at]! - 1));
    const ofHead = logSoftmax(this.head(rows), 1).gather(1, tensor(inHead, placed).unsqueeze(1)).squeeze(1);
    let ofClusters = zeros([labels.length], { dtype: ofHead.dtype, device: ofHead.device });
    for (let cluster = 1; cluster <= this.nClusters; cluster++) {
      const members = [...labels.keys()].filter((at) => clusters[at] === cluster);
      if (members.length === 0) continue;
      const index = tensor(members, placed);
      const relative = tensor(
        members.map((at) => labels[at]! - this.cutoffs[cluster - 1]!),
        placed,
      );
      const logs = logSoftmax(this.tail[cluster - 1]!(rows.indexSelect(0, index)), 1);
      ofClusters = ofClusters.indexCopy(0, index, logs.gather(1, relative.unsqueeze(1)).squeeze(1));
    }
    const outputs = ofClusters.add(ofHead);
    const loss = outputs.neg().mean();
    const output = isBatch ? outputs : outputs.squeeze(0);
    return { output, loss, [Symbol.iterator]: () => [output, loss][Symbol.iterator]() };
  }

  /** The log-probabilities of all classes. Shape: (N, in) → (N, nClasses). */
  logProb(input: Tensor): Tensor {
    const head = logSoftmax(this.head(input), 1);
    const parts = [head.narrow(1, 0, this.shortlistSize)];
    for (let cluster = 0; cluster < this.nClusters; cluster++) {
      const ofCluster = head.narrow(1, this.shortlistSize + cluster, 1);
      parts.push(logSoftmax(this.tail[cluster]!(input), 1).add(ofCluster));
    }
    return cat(parts, 1);
  }

  /** The likeliest class by the head, and where that is a cluster, by all of them. Shape: (N, in) → (N) of int32. */
  predict(input: Tensor): Tensor {
    const byHead = argmax(this.head(input), 1);
    const isCluster = byHead.ge(this.shortlistSize);
    if (!isCluster.any().item()) return byHead;
    return where(isCluster, argmax(this.logProb(input), 1), byHead);
  }

  private checkTargets(labels: readonly number[]): void {
    if (labels.every((label) => label >= 0 && label < this.nClasses)) return;
    throw new ArgumentError(
      `AdaptiveLogSoftmaxWithLoss: Target values should be in [0, ${this.nClasses - 1}], but values in range [${Math.min(...labels)}, ${Math.max(...labels)}] were found.`,
    );
  }
}

function checkCutoffs(cutoffs: readonly number[], nClasses: number): void {
  if (!Array.isArray(cutoffs) || cutoffs.length === 0)
    throw new ArgumentError(
      `AdaptiveLogSoftmaxWithLoss: cutoffs should be a sequence of length larger than 0, but got ${describeAll(cutoffs)}`,
    );
  const rises = cutoffs.every((start, at) => Number.isInteger(start) && start > (at === 0 ? 0 : cutoffs[at - 1]!));
  if (rises && cutoffs.at(-1)! <= nClasses - 1) return;
  throw new ArgumentError(
    "AdaptiveLogSoftmaxWithLoss: cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each value is " +
      `between 1 and n_classes-1, but got ${describeAll(cutoffs)} for ${nClasses} classes`,
  );
}

function checkShapes(input: Tensor, target: Tensor): void {
  const owner = "AdaptiveLogSoftmaxWithLoss";
  if (target.ndim > 1) throw new ShapeError(`${owner}: 0D or 1D target tensor expected, multi-target not supported`);
  const wanted = target.ndim + 1;
  if (input.ndim !== wanted)
    throw new ShapeError(
      `${owner}: ${target.ndim}D target tensor expects ${wanted}D input tensors, but found inputs with size [${input.shape.join(", ")}]`,
    );
  if (target.ndim === 1 && input.size(0) !== target.size(0))
    throw new ShapeError(`${owner}: Input and target should have the same size in the batch dimension.`);
}
