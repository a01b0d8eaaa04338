// Norms as functions. Running statistics are written in place, as there.

import { bernoulli } from "../library.mjs";
import { differs } from "../verdicts.mjs";
import { define, given, orNull } from "./define.mjs";

define(
  "nn.functional.batch_norm",
  "input running_mean running_var weight bias training momentum eps",
  () =>
    ({ input, running_mean, running_var, weight, bias, training, momentum, eps }) =>
      bernoulli.F.batchNorm(
        input,
        orNull(running_mean),
        orNull(running_var),
        given({ weight, bias, training, momentum, eps }),
      ),
);
define(
  "nn.functional.instance_norm",
  "input running_mean running_var weight bias use_input_stats momentum eps",
  () =>
    ({ input, running_mean, running_var, use_input_stats, ...more }) =>
      bernoulli.F.instanceNorm(
        input,
        given({ runningMean: running_mean, runningVar: running_var, useInputStats: use_input_stats, ...more }),
      ),
);
define(
  "nn.functional.layer_norm",
  "input normalized_shape weight bias eps",
  () =>
    ({ input, normalized_shape, ...more }) => {
      if (normalized_shape.every((size) => size === 1)) differs("a layer norm of one element");
      return bernoulli.F.layerNorm(input, normalized_shape, given(more));
    },
);
define(
  "nn.functional.rms_norm",
  "input normalized_shape weight eps",
  () =>
    ({ input, normalized_shape, ...more }) =>
      bernoulli.F.rmsNorm(input, normalized_shape, given(more)),
);
define(
  "nn.functional.group_norm",
  "input num_groups weight bias eps",
  () =>
    ({ input, num_groups, ...more }) =>
      bernoulli.F.groupNorm(input, num_groups, given(more)),
);
define(
  "nn.functional.local_response_norm",
  "input size alpha beta k",
  () =>
    ({ input, size, ...more }) =>
      bernoulli.F.localResponseNorm(input, size, given(more)),
);
