// What samples of sampling share: a generator seeded anew for each run, and inputs that are overwritten or hold parameters.

import type { InputSpec } from "@bernoulli/testing";
import { Generator } from "../../random/generator.js";
import type { Tensor } from "../../tensor/tensor.js";

export const seeded = () => ({ generator: new Generator().manualSeed(5) });
export const golden = { none: "draws: goldens of their own hold the streams" };
const shapes: readonly InputSpec[] = [{ shape: [3] }, { shape: [4, 5] }, { shape: [] }, { shape: [0] }];

// What is overwritten has no slope left. Always float32, whatever the tests convert inputs to.
export function overwritten(run: (input: Tensor) => Tensor) {
  return [
    ...shapes.map((input) => ({
      name: `[${input.shape.join(", ")}]`,
      inputs: [input],
      gradient: "first" as const,
      tolerance: 0,
      run: (a: Tensor) => run(a.to("float32").clone()),
    })),
    {
      name: "strided",
      inputs: [{ shape: [4, 5] }],
      gradient: "none" as const,
      tolerance: 0,
      run: (a: Tensor) => {
        const whole = a.to("float32").clone();
        run(whole.t());
        return whole;
      },
    },
  ];
}

// Parameters between 0 and 1, of which draws do not change where finite differences move them: the slope is not checked.
export function drawn(run: (parameter: Tensor) => Tensor, more: { readonly tolerance?: number } = { tolerance: 0 }) {
  const layouts = [
    { shape: [4, 5], layout: "transposed" },
    { shape: [4, 5], layout: "expanded" },
  ] as const;
  return [...shapes, ...layouts].map((input) => ({
    name: `[${input.shape.join(", ")}]${input.layout === undefined ? "" : ` ${input.layout}`}`,
    inputs: [input],
    gradient: "none" as const,
    ...more,
    run: (a: Tensor) => run(a.to("float32").sigmoid()),
  }));
}
