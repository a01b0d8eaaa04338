// LazyLinear: a Linear whose first input tells how many features it has.

import {
  ArgumentError,
  type ByName,
  checkOptions,
  inPlace,
  optionsOf,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { inferred, type LazyOptions, settleLayer } from "./lazy.js";
import { Linear, type LinearOptions } from "./linear.js";
import { checkSize, drawParameters, parameterizedKinds } from "./options.js";

const { generator: _, ...lazyKinds } = parameterizedKinds;

/**
 * A {@link Linear} that takes `inFeatures` from the last size of its first input; its weights are drawn then, and it is a Linear from then on.
 * Before, they are of the class UninitializedParameter, which optimizers, `to` and state dicts take, and of which nobody can ask the shape.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyLinear.html.
 *
 * @throws ArgumentError unless `outFeatures` is a non-negative integer, or, at the first call, if what was loaded has another number of features.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyLinear } from "@bernoulli/nn";
 * const fc = new LazyLinear(2);
 * String(fc); // → "LazyLinear(in_features=0, out_features=2, bias=True)"
 * fc(ones(5, 3)).shape; // → [5, 2]
 * String(fc); // → "Linear(in_features=3, out_features=2, bias=True)"
 * ```
 */
export class LazyLinear extends Linear {
  static override readonly name: string = "LazyLinear";

  constructor(
    outFeatures: number | ByName<"outFeatures", number, LazyOptions<LinearOptions>>,
    ...rest: Positional<LazyOptions<LinearOptions>, ["bias"]>
  ) {
    [outFeatures, rest] = inPlace<number, typeof rest>("LazyLinear", "outFeatures", outFeatures, rest);
    const options = optionsOf<LazyOptions<LinearOptions>>("LazyLinear", ["bias"], rest);
    checkOptions("LazyLinear", options, lazyKinds);
    checkSize("LazyLinear", "outFeatures", outFeatures, 0);
    super(inferred, outFeatures, options);
  }

  override forward(input: Tensor): Tensor {
    const features = input.ndim === 0 ? 1 : input.size(-1);
    const { outFeatures } = this;
    const shapes = { weight: [outFeatures, features], bias: [outFeatures] };
    settleLayer(
      this,
      Linear,
      () => ({ shapes, start: () => drawParameters(this) }),
      () => {
        const [outputs, inputs] = this.weight.shape as [number, number];
        if (inputs !== features)
          throw new ArgumentError(
            `LazyLinear: The in_features inferred from input: ${features} is not equal to in_features from self.weight: ${inputs}`,
          );
        return { inFeatures: inputs, outFeatures: outputs };
      },
    );
    return super.forward(input);
  }
}
