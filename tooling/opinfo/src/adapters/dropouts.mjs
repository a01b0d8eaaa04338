// The other kinds of dropout, pools of drawn windows, and the cross entropy of a linear layer.

import { bernoulli } from "../library.mjs";
import { camelCase, define, given, optionsIn, pair } from "./define.mjs";

const { F } = bernoulli;
const camel = (name) => camelCase(name.replace("nn.functional.", ""));
// While not training some are the identity by default there.
const trains = { alpha_dropout: false, feature_alpha_dropout: false };
for (const name of ["dropout2d", "dropout3d", "alpha_dropout", "feature_alpha_dropout"])
  define(`nn.functional.${name}`, "input p training inplace", () => (bound, inPlace) => {
    const { input, p, training = trains[name] ?? true, inplace } = bound;
    const written = inplace === true && !inPlace ? bernoulli.mul(input, 1) : input;
    return F[camel(name)](written, given({ p, training, inplace: inPlace || inplace }));
  });

for (const rank of [2, 3])
  define(
    `nn.functional.fractional_max_pool${rank}d`,
    "input kernel_size output_size output_ratio return_indices _random_samples",
    () =>
      ({ input, kernel_size, _random_samples, ...rest }) => {
        const options = given({ ...optionsIn(rest), randomSamples: _random_samples });
        const pooled = F[`fractionalMaxPool${rank}d`](input, pair(kernel_size), options);
        return rest.return_indices === true ? [pooled.output, pooled.indices] : pooled;
      },
  );

// Chunks, the options of which save memory there, are not.
define(
  "nn.functional.linear_cross_entropy",
  "input linear_weight target * linear_bias weight reduction ignore_index label_smoothing options",
  () =>
    ({ input, linear_weight, target, options: _, ...rest }) =>
      F.linearCrossEntropy(input, linear_weight, target, optionsIn(rest)),
);
