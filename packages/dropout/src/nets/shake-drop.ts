// ShakeDrop: a residual branch that is multiplied by one random number forward and by another backward.

import type { DropoutFacts } from "@bernoulli/nn";
import { checkOptions, type Tensor } from "@bernoulli/tensor";
import {
  checkInput,
  checkRate,
  checkTraining,
  DrawingModule,
  type DrawOptions,
  type DropOptions,
  factsAs,
  keptNoise,
  uniformNoise,
} from "../drawing.js";

/**
 * Multiplies a branch by b + α − bα forward and its gradient by b + β − bβ, for each sample: b is 1 with probability 1 − p and else 0,
 * α uniform in [−1, 1) and β in [0, 1). In evaluation it is multiplied by the mean, 1 − p. Shape: (N, *) → (N, *).
 * See Yamada et al., IEEE Access 7 (2019) (https://arxiv.org/abs/1802.02375), eq. 6 and 7.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { shakeDrop } from "@bernoulli/dropout";
 * shakeDrop(ones(2, 1), { p: 0.25, training: false }).toArray(); // → [[0.75], [0.75]]
 * ```
 */
export function shakeDrop(input: Tensor, options: DropOptions & { readonly p?: number }): Tensor {
  checkOptions("shakeDrop", options, { p: "number", training: "boolean", generator: "Generator" });
  const { p = 0.5, training, generator } = options;
  checkRate("shakeDrop", p);
  checkTraining("shakeDrop", training);
  checkInput("shakeDrop", input);
  if (!training) return p === 0 ? input : input.mul(1 - p);
  const shape = input.shape.map((size, dim) => (dim === 0 ? size : 1));
  const kept = keptNoise({ op: "shakeDrop", shape, p, like: input, generator });
  const [alpha, beta] = [-1, 0].map((from) => uniformNoise({ op: "shakeDrop", like: kept, generator }, from)) as [
    Tensor,
    Tensor,
  ];
  const by = (factor: Tensor) => kept.add(factor).sub(kept.mul(factor));
  const [forward, backward] = [by(alpha), by(beta)];
  // The first term has no gradient, the second none of the value.
  return input.detach().mul(forward.sub(backward)).add(input.mul(backward));
}

/**
 * {@link shakeDrop} as a layer, for the end of a residual branch. Shape: (N, *) → (N, *).
 * See Yamada et al., IEEE Access 7 (2019).
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { ShakeDrop } from "@bernoulli/dropout";
 * String(new ShakeDrop(0.5)); // → "ShakeDrop(p=0.5)"
 * ```
 */
export class ShakeDrop extends DrawingModule {
  static override readonly name: string = "ShakeDrop";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("sample", {
    dropped: null,
    scale: null,
    variance: null,
    keeps: [],
    evaluation: "mean",
    backward: "other draws",
  });
  p: number;

  constructor(p = 0.5, options: DrawOptions = {}) {
    checkOptions("ShakeDrop", options, { generator: "Generator" });
    checkRate("ShakeDrop", p);
    super(options);
    this.p = p;
  }

  forward(input: Tensor): Tensor {
    return shakeDrop(input, { p: this.p, ...this.drawing });
  }

  override extraRepr(): string {
    return `p=${this.p}`;
  }
}
