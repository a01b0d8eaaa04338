// Layers by their constructors' parameters, and optimizers by their options' names.

import { bernoulli } from "../library.mjs";
import { given, pair, pairs } from "./define.mjs";
import { lossOptions, lossParameters } from "./linear.mjs";

export const modules = {};
const defineModule = (name, parameters, make) => {
  modules[name] = { positional: parameters.split(" ").filter((one) => one !== ""), keywords: [], make };
};
for (const rank of [1, 2, 3]) {
  const sizes = "in_channels out_channels kernel_size stride padding";
  defineModule(`Conv${rank}d`, `${sizes} dilation groups bias padding_mode`, (bound, dtype) => {
    const { in_channels, out_channels, kernel_size, padding_mode: paddingMode, ...rest } = bound;
    return new bernoulli.nn[`Conv${rank}d`](
      in_channels,
      out_channels,
      pair(kernel_size),
      given({ ...pairs(rest), paddingMode, dtype }),
    );
  });
  defineModule(`ConvTranspose${rank}d`, `${sizes} output_padding groups bias dilation padding_mode`, (bound, dtype) => {
    const { in_channels, out_channels, kernel_size } = bound;
    const { output_padding: outputPadding, padding_mode: paddingMode, stride, padding, groups, bias, dilation } = bound;
    const more = pairs({ stride, padding, outputPadding, groups, bias, dilation });
    const options = given({ ...more, paddingMode, dtype });
    return new bernoulli.nn[`ConvTranspose${rank}d`](in_channels, out_channels, pair(kernel_size), options);
  });
}
defineModule("Unfold", "kernel_size dilation padding stride", ({ kernel_size, dilation, padding, stride }) => {
  return new bernoulli.nn.Unfold(kernel_size, given({ dilation, padding, stride }));
});
defineModule("Fold", "output_size kernel_size dilation padding stride", (bound) => {
  const { output_size, kernel_size, dilation, padding, stride } = bound;
  return new bernoulli.nn.Fold(output_size, kernel_size, given({ dilation, padding, stride }));
});
defineModule("MaxPool2d", "kernel_size stride padding dilation return_indices ceil_mode", (bound) => {
  const { kernel_size, stride, padding, dilation, return_indices, ceil_mode } = bound;
  const more = { stride, padding, dilation, ceilMode: ceil_mode, returnIndices: return_indices };
  return new bernoulli.nn.MaxPool2d(kernel_size, given(more));
});
defineModule("AvgPool2d", "kernel_size stride padding ceil_mode count_include_pad divisor_override", (bound) => {
  const { kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override } = bound;
  const more = {
    stride,
    padding,
    ceilMode: ceil_mode,
    countIncludePad: count_include_pad,
    divisorOverride: divisor_override,
  };
  return new bernoulli.nn.AvgPool2d(kernel_size, given(more));
});
defineModule(
  "Linear",
  "in_features out_features bias",
  ({ in_features, out_features, bias }, dtype) =>
    new bernoulli.nn.Linear(in_features, out_features, given({ bias, dtype })),
);
defineModule("Dropout", "p inplace", ({ p, inplace }) => new bernoulli.nn.Dropout(p, given({ inplace })));
defineModule("Flatten", "start_dim end_dim", ({ start_dim, end_dim }) => new bernoulli.nn.Flatten(start_dim, end_dim));
defineModule("ReLU", "inplace", ({ inplace }) => new bernoulli.nn.ReLU(given({ inplace })));
for (const name of ["Identity", "Tanh", "Sigmoid"]) defineModule(name, "", () => new bernoulli.nn[name]());
for (const name of ["Softmax", "LogSoftmax"]) defineModule(name, "dim", ({ dim }) => new bernoulli.nn[name](dim));
defineModule("CrossEntropyLoss", lossParameters, (bound) => new bernoulli.nn.CrossEntropyLoss(lossOptions(bound)));
defineModule("NLLLoss", lossParameters, (bound) => new bernoulli.nn.NLLLoss(lossOptions(bound)));

export const optimizers = {
  SGD: {
    lr: "lr",
    momentum: "momentum",
    dampening: "dampening",
    weight_decay: "weightDecay",
    nesterov: "nesterov",
    maximize: "maximize",
  },
  Adam: { lr: "lr", betas: "betas", eps: "eps", weight_decay: "weightDecay", amsgrad: "amsgrad", maximize: "maximize" },
};
