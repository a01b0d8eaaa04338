// Losses by their parameters there, and embeddings, which take their table first.

import { bernoulli } from "../library.mjs";
import { camelCase, define, given, noArgument, optionsIn } from "./define.mjs";

/** What every loss takes; the two before `reduction` are PyTorch's of old, and may only have their defaults. */
const old = "size_average reduce reduction";
/** The options of a loss: those of old are left out. */
export function lossOptions({ size_average, reduce, ...rest }) {
  noArgument("size_average", size_average);
  noArgument("reduce", reduce);
  return optionsIn(rest);
}

/** By PyTorch's name: the tensors, and what follows them. */
const losses = {
  cross_entropy: ["input target", "weight size_average ignore_index reduce reduction label_smoothing"],
  nll_loss: ["input target", "weight size_average ignore_index reduce reduction"],
  binary_cross_entropy: ["input target", `weight ${old}`],
  binary_cross_entropy_with_logits: ["input target", `weight ${old} pos_weight`],
  soft_margin_loss: ["input target", old],
  hinge_embedding_loss: ["input target", `margin ${old}`],
  margin_ranking_loss: ["input1 input2 target", `margin ${old}`],
  cosine_embedding_loss: ["input1 input2 target", `margin ${old}`],
  multi_margin_loss: ["input target", `p margin weight ${old}`],
  multilabel_margin_loss: ["input target", old],
  multilabel_soft_margin_loss: ["input target", `weight ${old}`],
  triplet_margin_loss: ["anchor positive negative", `margin p eps swap ${old}`],
  smooth_l1_loss: ["input target", `${old} beta`],
  l1_loss: ["input target", `${old} weight`],
  mse_loss: ["input target", `${old} weight`],
  huber_loss: ["input target", "reduction delta weight"],
  poisson_nll_loss: ["input target", "log_input full size_average eps reduce reduction"],
  gaussian_nll_loss: ["input target var", "full eps reduction"],
  kl_div: ["input target", `${old} log_target`],
  ctc_loss: ["log_probs targets input_lengths target_lengths", "blank reduction zero_infinity"],
};
for (const [name, [tensors, options]] of Object.entries(losses)) {
  const names = tensors.split(" ");
  const run = (bound) => {
    const rest = { ...bound };
    for (const one of names) delete rest[one];
    return bernoulli.F[camelCase(name)](...names.map((one) => bound[one]), lossOptions(rest));
  };
  // Its slopes are exponentials of what fifty steps sum up to, so that they lose as much.
  define(`nn.functional.${name}`, `${tensors} ${options}`, () => run, name === "ctc_loss" ? { lost: () => 50 } : {});
}
// A distance that is a module there is its default; the sample's lambda cannot be written down.
define(
  "nn.functional.triplet_margin_with_distance_loss",
  "anchor positive negative * distance_function margin swap reduction",
  () =>
    ({ anchor, positive, negative, distance_function, ...rest }) =>
      bernoulli.F.tripletMarginWithDistanceLoss(
        anchor,
        positive,
        negative,
        given({ ...rest, distanceFunction: distanceOf(distance_function) }),
      ),
);

/** PyTorch's distances, by how they print; a function has only its name, so that one of the samples is told from it. */
function distanceOf(given) {
  const text = given?.object ?? given?.function;
  if (text === undefined || text === "PairwiseDistance()") return undefined;
  if (text === "CosineSimilarity()") return (a, b) => bernoulli.F.cosineSimilarity(a, b);
  throw new Error(`the adapter lacks a distance ${text}`);
}

define(
  "nn.functional.embedding",
  "weight input padding_idx max_norm norm_type scale_grad_by_freq sparse",
  () =>
    ({ weight, input, ...rest }) =>
      bernoulli.F.embedding(input, weight, optionsIn(rest)),
);
define(
  "nn.functional.embedding_bag",
  `weight input offsets max_norm norm_type scale_grad_by_freq mode sparse per_sample_weights include_last_offset
  padding_idx`,
  () =>
    ({ weight, input, ...rest }) =>
      bernoulli.F.embeddingBag(input, weight, optionsIn(rest)),
);
