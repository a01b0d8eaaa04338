// Muon: momentum of which every direction of a matrix counts alike, for the matrices of hidden layers.

import {
  ArgumentError,
  addmm,
  describeAll,
  optionsOf,
  type Positional,
  type Tensor,
  zerosLike,
} from "@bernoulli/tensor";
import { Optimizer } from "../optimizer.js";
import type { OptimizerParameters, ParameterGroupInput } from "../parameter-groups.js";
import { checkFlag } from "./ranges.js";

export interface MuonOptions {
  /** The learning rate, ≥ 0. Default 1e-3. */
  lr: number;
  /** What a parameter loses at each step, times the learning rate, ≥ 0. Default 0.1. */
  weightDecay: number;
  /** How much of the average of gradients is kept, ≥ 0. Default 0.95. */
  momentum: number;
  /** Whether to look ahead by one momentum step. Default true. */
  nesterov: boolean;
  /** a, b and c of the iteration X ← a·X + (b·XXᵀ + c·(XXᵀ)²)·X. Default [3.4445, −4.775, 2.0315]. */
  nsCoefficients: readonly [number, number, number];
  /** The least norm that a matrix is divided by. Default 1e-7. */
  eps: number;
  /** How often the iteration runs, below 100. Default 5. */
  nsSteps: number;
  /** How the rate follows the shape (A, B): "original", as null, √max(1, A/B); "match_rms_adamw" 0.2·√max(A, B); "spectral_unclamped" √(A/B). Default null. */
  adjustLrFn: "original" | "match_rms_adamw" | "spectral_unclamped" | null;
}

type MuonState = { momentumBuffer: Tensor };

const defaults: MuonOptions = {
  lr: 1e-3,
  weightDecay: 0.1,
  momentum: 0.95,
  nesterov: true,
  nsCoefficients: [3.4445, -4.775, 2.0315],
  eps: 1e-7,
  nsSteps: 5,
  adjustLrFn: null,
};

const adjustments: Readonly<Record<string, (rows: number, columns: number) => number>> = {
  original: (rows, columns) => Math.sqrt(Math.max(1, rows / columns)),
  match_rms_adamw: (rows, columns) => 0.2 * Math.sqrt(Math.max(rows, columns)),
  spectral_unclamped: (rows, columns) => Math.sqrt(rows / columns),
};

/** In PyTorch's order. */
const places = ["lr", "weightDecay", "momentum", "nesterov", "nsCoefficients", "eps", "nsSteps", "adjustLrFn"] as const;

/**
 * Muon, of matrices alone; what else a model has, and its embeddings, take an AdamW: m ← momentum·m + (1 − momentum)·grad; of m, or with
 * nesterov (1 − momentum)·grad + momentum·m, nsSteps of the Newton-Schulz iteration make O, of which all singular values are about 1;
 * θ ← θ − lr·weightDecay·θ − lr·√max(1, A/B)·O, of shape (A, B).
 * See https://pytorch.org/docs/stable/generated/torch.optim.Muon.html; Jordan, Muon, 2024, https://kellerjordan.github.io/posts/muon/.
 *
 * PyTorch iterates in bfloat16, which is not here: O is computed in the parameter's own dtype, and is nearer to what it stands for. So
 * weights are not PyTorch's to the last digits. Its own, with and without bfloat16, are apart by 1.4% of a 64×64 direction, and after 100
 * steps on a square loss by up to 5e-4 with an `lr` of 1e-3, and by up to 0.016 with 0.05. With its iteration in float32 PyTorch's weights
 * are ours to 2e-5.
 *
 * @throws ArgumentError for an option that is unknown or out of range, or a parameter that is no matrix.
 * @example
 * ```ts
 * import { eye } from "@bernoulli/tensor";
 * import { Muon } from "@bernoulli/optim";
 * const w = eye(2, { requiresGrad: true });
 * const optimizer = new Muon([w], { lr: 0.5, weightDecay: 0, nsCoefficients: [1.5, -0.5, 0], nsSteps: 20 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // → [[0.5, 0], [0, 0.5]]
 * ```
 */
export class Muon extends Optimizer<MuonOptions, MuonState> {
  static override readonly name: string = "Muon";
  constructor(params: OptimizerParameters<MuonOptions>, ...rest: Positional<Partial<MuonOptions>, typeof places>) {
    super(params, defaults, optionsOf<Partial<MuonOptions>>("Muon", places, rest));
  }

  override addParamGroup(group: ParameterGroupInput<MuonOptions>): void {
    super.addParamGroup(group);
    const wrong = this.paramGroups.at(-1)!.params.find(({ ndim }) => ndim !== 2);
    if (wrong === undefined) return;
    this.paramGroups.pop();
    throw new ArgumentError(
      `Muon: Muon only supports 2D parameters whereas we found a parameter with size: [${wrong.shape.join(", ")}]; give that to an AdamW`,
    );
  }

  protected override checkRanges(options: MuonOptions): void {
    const { lr, weightDecay, momentum, nesterov, nsCoefficients, eps, nsSteps, adjustLrFn } = options;
    const wrong = (what: string, value: unknown) => new ArgumentError(`Muon: ${what} but is: ${describeAll(value)}`);
    const isNotNegative = (value: number) => Number.isFinite(value) && value >= 0;
    if (!isNotNegative(lr)) throw wrong("Learning rate should be >= 0", lr);
    if (!isNotNegative(momentum)) throw wrong("momentum should be >= 0", momentum);
    if (!isNotNegative(weightDecay)) throw wrong("weight decay should be >= 0", weightDecay);
    if (!isNotNegative(eps)) throw wrong("eps should be >= 0", eps);
    if (!Number.isInteger(nsSteps) || nsSteps < 0)
      throw wrong("nsSteps should be a whole number of at least 0", nsSteps);
    if (nsSteps >= 100)
      throw new ArgumentError("Muon: Number of steps must be less than 100 for computational efficiency");
    if (!Array.isArray(nsCoefficients) || nsCoefficients.length !== 3 || !nsCoefficients.every(Number.isFinite))
      throw new ArgumentError(
        `Muon: Coefficients must be a tuple of exactly 3 values, but got ${describeAll(nsCoefficients)}`,
      );
    if (adjustLrFn !== null && !Object.hasOwn(adjustments, adjustLrFn))
      throw new ArgumentError(
        `Muon: Adjust learning rate function ${String(adjustLrFn)} is not supported; take one of ${Object.keys(adjustments).join(", ")}`,
      );
    checkFlag("Muon", "nesterov", nesterov);
  }

  protected override initialState(parameter: Tensor): MuonState {
    return { momentumBuffer: zerosLike(parameter) };
  }

  protected override update(parameter: Tensor, gradient: Tensor, state: MuonState, options: MuonOptions): void {
    const { lr, weightDecay, momentum, nesterov, adjustLrFn } = options;
    const { momentumBuffer } = state;
    momentumBuffer.mul_(momentum).add_(gradient, { alpha: 1 - momentum });
    const ahead = nesterov ? gradient.mul(1 - momentum).add(momentumBuffer, { alpha: momentum }) : momentumBuffer;
    const direction = orthogonalized(ahead, options);
    const rate = lr * adjustments[adjustLrFn ?? "original"]!(parameter.size(0), parameter.size(1));
    parameter.mul_(1 - lr * weightDecay).add_(direction, { alpha: -rate });
  }
}

/** Nearly U·Vᵀ of a matrix U·S·Vᵀ. */
function orthogonalized(matrix: Tensor, { nsCoefficients: [a, b, c], nsSteps, eps }: MuonOptions): Tensor {
  const isTall = matrix.size(0) > matrix.size(1);
  let x = isTall ? matrix.t() : matrix;
  x = x.div(x.norm().clampMin(eps));
  for (let step = 0; step < nsSteps; step += 1) {
    const gram = x.matmul(x.t());
    x = addmm(x, addmm(gram, gram, gram, { beta: b, alpha: c }), x, { beta: a });
  }
  return isTall ? x.t() : x;
}
