// Layers by their constructors' parameters, and optimizers.

import { bernoulli } from "../library.mjs";
import { given, noArgument, optionsIn, orNull, pair, pairs } from "./define.mjs";

export const modules = {};

const wordsOf = (text) => text.split(/\s+/).filter((one) => one !== "");

/**
 * `names` take the parameters `first` and, by name, `options`. `typed`: it has parameters, so a dtype. Of `more`, `argument`
 * turns a value of the constructor into ours, and `call` makes the call; without it tensors are given in order. `lost` is an adapter's.
 */
function defineModules(names, first, options, { typed = false, argument = (value) => value, call, lost } = {}) {
  const leading = wordsOf(first);
  for (const name of wordsOf(names))
    modules[name] = {
      positional: [...leading, ...wordsOf(options)],
      keywords: [],
      make(bound, dtype) {
        const rest = Object.fromEntries(Object.entries(bound).filter(([key]) => !leading.includes(key)));
        noArgument("size_average", rest.size_average);
        noArgument("reduce", rest.reduce);
        const own = optionsIn(typed ? { ...rest, dtype } : rest);
        // A function by its name, as an activation is given here too.
        if (own.activation?.function !== undefined) own.activation = own.activation.function;
        const values = leading.map((key) => argument(bound[key])).filter((value) => value !== undefined);
        return new bernoulli.nn[name](...values, ...(Object.keys(own).length > 0 ? [own] : []));
      },
      call,
      lost,
    };
}

const typed = { typed: true };
for (const rank of [1, 2, 3]) {
  const sizes = "in_channels out_channels kernel_size stride padding";
  modules[`Conv${rank}d`] = convolution(`Conv${rank}d`, `${sizes} dilation groups bias padding_mode`);
  const transposed = `ConvTranspose${rank}d`;
  modules[transposed] = convolution(transposed, `${sizes} output_padding groups bias dilation padding_mode`);
}
function convolution(name, parameters) {
  const make = ({ in_channels, out_channels, kernel_size, ...rest }, dtype) =>
    new bernoulli.nn[name](in_channels, out_channels, pair(kernel_size), optionsIn({ ...pairs(rest), dtype }));
  return { positional: wordsOf(parameters), keywords: [], make };
}

const sized = { argument: pair };
defineModules(
  "MaxPool1d MaxPool2d MaxPool3d",
  "kernel_size",
  "stride padding dilation return_indices ceil_mode",
  sized,
);
defineModules("AvgPool1d", "kernel_size", "stride padding ceil_mode count_include_pad", sized);
defineModules(
  "AvgPool2d AvgPool3d",
  "kernel_size",
  "stride padding ceil_mode count_include_pad divisor_override",
  sized,
);
defineModules("LPPool1d LPPool2d LPPool3d", "norm_type kernel_size", "stride ceil_mode", sized);
// A size of null is the input's.
const emptySizes = { argument: (size) => (Array.isArray(size) ? size.map(orNull) : orNull(size)) };
defineModules("AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d", "output_size", "", emptySizes);
defineModules("AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d", "output_size", "return_indices", emptySizes);
for (const border of ["Reflection", "Replication", "Zero", "Circular"])
  defineModules(`${border}Pad1d ${border}Pad2d ${border}Pad3d`, "padding", "");
defineModules("ConstantPad1d ConstantPad2d ConstantPad3d", "padding value", "");

defineModules("Linear", "in_features out_features", "bias", typed);
defineModules("Bilinear", "in1_features in2_features out_features", "bias", typed);
defineModules(
  "Embedding",
  "num_embeddings embedding_dim",
  "padding_idx max_norm norm_type scale_grad_by_freq sparse",
  typed,
);
for (const rank of [1, 2, 3]) {
  const norms = `BatchNorm${rank}d InstanceNorm${rank}d`;
  defineModules(norms, "num_features", "eps momentum affine track_running_stats bias", typed);
}
defineModules("LayerNorm", "normalized_shape", "eps elementwise_affine bias", typed);
defineModules("RMSNorm", "normalized_shape", "eps elementwise_affine", typed);
defineModules("GroupNorm", "num_groups num_channels", "eps affine bias", typed);
defineModules("LocalResponseNorm", "size", "alpha beta k");

defineModules("Tanh Sigmoid LogSigmoid Softmax2d Softsign Tanhshrink", "", "");
defineModules("ReLU ReLU6 SiLU Mish SELU Hardswish", "", "inplace");
defineModules("ELU CELU", "", "alpha inplace");
defineModules("LeakyReLU", "", "negative_slope inplace");
defineModules("Threshold", "threshold value", "inplace");
defineModules("Hardtanh", "", "min_val max_val inplace");
defineModules("Softplus", "", "beta threshold");
defineModules("Hardshrink Softshrink", "", "lambd");
defineModules("GELU", "", "approximate");
defineModules("GLU Softmax LogSoftmax Softmin", "dim", "");
defineModules("PReLU", "", "num_parameters init", typed);

const reduced = "size_average reduce reduction";
defineModules("L1Loss MSELoss SoftMarginLoss MultiLabelMarginLoss", "", reduced);
defineModules("BCELoss MultiLabelSoftMarginLoss", "", `weight ${reduced}`);
defineModules("BCEWithLogitsLoss", "", `weight ${reduced} pos_weight`);
defineModules("HingeEmbeddingLoss MarginRankingLoss CosineEmbeddingLoss", "", `margin ${reduced}`);
defineModules("SmoothL1Loss", "", `${reduced} beta`);
defineModules("KLDivLoss", "", `${reduced} log_target`);
defineModules("MultiMarginLoss", "", `p margin weight ${reduced}`);
defineModules("HuberLoss", "", "reduction delta");
defineModules("GaussianNLLLoss", "", "full eps reduction");
defineModules("PoissonNLLLoss", "", "log_input full size_average eps reduce reduction");
// Its slopes are exponentials of what fifty steps sum up to.
defineModules("CTCLoss", "", "blank reduction zero_infinity", { lost: () => 50 });
defineModules("NLLLoss", "", "weight size_average ignore_index reduce reduction");
defineModules("CrossEntropyLoss", "", "weight size_average ignore_index reduce reduction label_smoothing");

const recurrent = "num_layers bias batch_first dropout bidirectional";
defineModules("RNN", "input_size hidden_size", `${recurrent} nonlinearity`, typed);
defineModules("GRU", "input_size hidden_size", recurrent, typed);
defineModules("LSTM", "input_size hidden_size", `${recurrent} proj_size`, typed);
defineModules("RNNCell", "input_size hidden_size", "bias nonlinearity", typed);
defineModules("GRUCell LSTMCell", "input_size hidden_size", "bias", typed);

// Masks are options there and here.
const withOptions = { ...typed, call: (layer, tensors, options) => layer(...tensors, optionsIn(options)) };
// Scores reach to some seventy: what comes back through their softmax is left of parts of which PyTorch's float32 loses as much.
defineModules(
  "MultiheadAttention",
  "embed_dim num_heads",
  "dropout bias add_bias_kv add_zero_attn kdim vdim batch_first",
  { ...withOptions, lost: () => 4 },
);
const layered = "dim_feedforward dropout activation layer_norm_eps batch_first norm_first bias";
// Their norms are of four numbers, and divide what is left of them by how far those lie apart, which may be little: two or three in
// a row, on the way back too.
const stackedNorms = { ...withOptions, lost: () => 30 };
defineModules("TransformerEncoderLayer TransformerDecoderLayer", "d_model nhead", layered, stackedNorms);
const stacked = "d_model nhead num_encoder_layers num_decoder_layers dim_feedforward dropout activation";
const ends = "custom_encoder custom_decoder layer_norm_eps batch_first norm_first bias";
defineModules("Transformer", "", `${stacked} ${ends}`, stackedNorms);

/** Optimizers: their options have PyTorch's names in camel case, and whether `step` takes a closure. */
export const optimizers = Object.fromEntries(
  "SGD Adam AdamW RMSprop Adadelta Adagrad Adamax NAdam RAdam Rprop ASGD Adafactor Muon LBFGS"
    .split(" ")
    .map((name) => [name, { closure: name === "LBFGS" }]),
);

/** Options given to an optimizer, by our names. */
export const optimizerOptions = (kwargs) => optionsIn(given(kwargs));
