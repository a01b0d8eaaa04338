// Fan: a function of two tensors with as many outputs as one likes, and the same as plain ops, for tests of graphs whose
// computations have several outputs.

import type { autograd, Tensor } from "../index.js";
import { add, mul, tanh } from "../index.js";
import { AutogradFunction } from "./function.js";

type Gradients = readonly [ofFirst: Tensor | null, ofSecond: Tensor | null];

interface Blade {
  compute(a: Tensor, b: Tensor): Tensor;
  slopes(gradient: Tensor, a: Tensor, b: Tensor, output: Tensor): Gradients;
}

/** What an output may be. */
export const blades = {
  product: { compute: mul, slopes: (gradient, a, b) => [gradient.mul(b), gradient.mul(a)] },
  combination: {
    compute: (a, b) => add(a, b, { alpha: 2 }),
    slopes: (gradient) => [gradient, gradient.mul(2)],
  },
  bent: {
    compute: (a) => tanh(a),
    slopes: (gradient, _, __, output) => [gradient.mul(output.pow(2).neg().add(1)), null],
  },
  square: { compute: (_, b) => b.mul(b), slopes: (gradient, _, b) => [null, gradient.mul(b).mul(2)] },
  first: { compute: (a) => a, slopes: (gradient) => [gradient, null] },
} as const satisfies Record<string, Blade>;

export type BladeName = keyof typeof blades;

export interface FanOptions {
  readonly outputs: readonly BladeName[];
  /** Places of outputs that are said to have no gradient. */
  readonly marked?: readonly number[];
  readonly materializes?: boolean;
  /** Is given the gradients that arrive. */
  readonly watch?: (gradients: readonly (Tensor | null)[]) => void;
}

export class Fan extends AutogradFunction {
  static forward(context: autograd.FunctionContext, a: Tensor, b: Tensor, options: FanOptions): Tensor[] {
    const { outputs, marked = [], materializes } = options;
    if (materializes !== undefined) context.setMaterializeGrads(materializes);
    context["options"] = options;
    const made = outputs.map((name) => blades[name].compute(a, b));
    context.saveForBackward(a, b, ...made.map((output, at) => (outputs[at] === "bent" ? output : null)));
    context.markNonDifferentiable(...marked.map((at) => made[at]!));
    return made;
  }

  static backward(context: autograd.FunctionContext, ...gradients: (Tensor | null)[]) {
    const { outputs, marked = [], watch } = context["options"] as FanOptions;
    watch?.(gradients);
    const [a, b, ...made] = context.savedTensors as [Tensor, Tensor, ...Tensor[]];
    const sums: [Tensor | null, Tensor | null] = [null, null];
    for (const [at, gradient] of gradients.entries()) {
      if (gradient === null || marked.includes(at)) continue;
      const slopes: Gradients = blades[outputs[at]!].slopes(gradient, a, b, made[at]!);
      for (const [input, slope] of slopes.entries()) if (slope !== null) sums[input] = sums[input]?.add(slope) ?? slope;
    }
    return [...sums, null];
  }
}

/** The outputs of a {@link Fan} by ops of one output each. */
export function plainFan(a: Tensor, b: Tensor, { outputs, marked = [] }: FanOptions): Tensor[] {
  return outputs.map((name, at) => {
    // A history of its own, as an output has, also where it is an input.
    const output = name === "first" ? a.mul(1) : blades[name].compute(a, b);
    return marked.includes(at) ? output.detach() : output;
  });
}
