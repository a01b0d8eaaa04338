// The differences that count as documented: each with PyTorch's page and the words of docs/compatibility.md that tell of it,
// which a test looks up. They are to be few: under one in a hundred calls.

import { argumentsOf, elementsOf } from "./values.mjs";

/** By key: what `differs` throws, what an adapter has `known`, or what `recognise` finds in a call that failed. */
export const documented = {
  "numbers are float32": {
    page: "https://pytorch.org/docs/stable/generated/torch.where.html",
    told: "two numbers give float32",
  },
  "number first": {
    page: "https://pytorch.org/docs/stable/generated/torch.add.html",
    told: "the first operand is a tensor",
  },
  "a layer norm of one element": {
    page: "https://pytorch.org/docs/stable/generated/torch.nn.functional.layer_norm.html",
    told: "of one element `F.layerNorm` gives the bias exactly",
  },
  // Of PyTorch's own kernels some multiply a border's zeros with what comes back, which 0 · ∞ tells, and some leave them out.
  "infinities at a border": {
    page: "https://pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html",
    told: "whether a border's zeros meet infinities",
  },
  // 0 · ∞ is NaN, and where an element is chosen there is no product.
  "infinities times nothing": {
    page: "https://pytorch.org/docs/stable/notes/autograd.html",
    told: "where what comes back is infinite",
  },
  // Which elements may differ, and by how much, says the adapter of each of these two (math.mjs).
  "the slope of digamma": {
    page: "https://pytorch.org/docs/stable/generated/torch.digamma.html",
    told: "below zero PyTorch's own slope of `digamma`",
  },
  "incomplete gammas": {
    page: "https://pytorch.org/docs/stable/special.html",
    told: "`igamma` and `igammac` of NaN are NaN",
  },
  "the slope of log_ndtr": {
    page: "https://pytorch.org/docs/stable/special.html",
    told: "far below zero that of `logNdtr`",
  },
  "powers of two beyond the dtype": {
    page: "https://pytorch.org/docs/stable/generated/torch.ldexp.html",
    told: "`ldexp` by a power of two beyond the dtype",
  },
  "the slope of as_strided_scatter": {
    page: "https://pytorch.org/docs/stable/generated/torch.as_strided_scatter.html",
    told: "the input's gradient is that of what stays; PyTorch's is that of what is written over",
  },
  "the triangle that is not read": {
    page: "https://pytorch.org/docs/stable/generated/torch.cholesky_solve.html",
    told: "a factor's gradient is zero in the triangle that is not read",
  },
  "an assertion of its own": {
    page: "https://pytorch.org/docs/stable/generated/torch.as_strided_scatter.html",
    told: "where PyTorch stops at an assertion of its own",
  },
  "the sixth of hardsigmoid": {
    page: "https://pytorch.org/docs/stable/generated/torch.nn.functional.hardsigmoid.html",
    told: "that of `hardsigmoid` is a sixth of float32",
  },
  // Its loops of vectors and what they leave over, element by element, disagree.
  "the slope at NaN": {
    page: "https://pytorch.org/docs/stable/generated/torch.nn.functional.hardtanh.html",
    told: "a slope at NaN",
  },
  "places of equals": {
    page: "https://pytorch.org/docs/stable/generated/torch.topk.html",
    told: "of equals it takes the first",
  },
  "an optimizer's option as a tensor": {
    page: "https://pytorch.org/docs/stable/generated/torch.optim.SGD.html",
    told: "options are numbers",
  },
  "bytes by the nearest": {
    page: "https://pytorch.org/docs/stable/generated/torch.nn.functional.interpolate.html",
    told: "bytes only by the nearest",
  },
  // Compared to 8 bits before it counts as this (modules.mjs).
  "Muon in bfloat16": {
    page: "https://pytorch.org/docs/stable/generated/torch.optim.Muon.html",
    told: "iterates in the parameter's dtype, PyTorch in bfloat16",
  },
};

/** Whose gradients are sums, or choices, of products: which of them become NaN where infinities come back goes by their order. */
const timesNothing = new RegExp(
  `(${[
    "cdist|pdist|vector_norm|lu_solve|linalg\\.(lstsq(\\.grad_oriented)?|lu|lu_factor|multi_dot|qr|solve)",
    "logcumsumexp|mvlgamma_p_\\d|reduce\\.prod|grid_sample|grid_sampler_2d|embedding_bag|nn\\.RNN",
    "(group|layer)_norm|(Group|Layer)Norm|scaled_dot_product_attention|linear_cross_entropy.*",
    "margin_loss|MarginLoss|[^a-z]c?elu|selu",
  ].join("|")})$`,
);

/** The key of the documented difference that a message shows, or null. */
export function recognise(record, message) {
  const numbers = () => [...argumentsOf(record)].filter(({ int, bool }) => (int ?? bool) !== undefined).length;
  if (/^accepted, .*INTERNAL ASSERT FAILED/s.test(message)) return "an assertion of its own";
  if (record.op === "where" && /dtype float32, expected int64/.test(message) && numbers() === 2)
    return "numbers are float32";
  if (/(elu|relu6|hardtanh|shrink)$/.test(record.op) && /^gradient/.test(message) && hasNaN(record))
    return "the slope at NaN";
  if (/interpolate|upsample/.test(record.op) && /not implemented for uint8/.test(message))
    return "bytes by the nearest";
  const isFarBelow = () => [...argumentsOf(record)].some(({ tensor }) => elementsOf(tensor).some((x) => x < -20));
  if (record.op === "special.log_ndtr" && /^gradient/.test(message) && isFarBelow()) return "the slope of log_ndtr";
  // The values agreed, being compared before; only among integers are there equals.
  const choosesAmongEquals = ["topk", "kthvalue", "median", "nanmedian"].includes(record.op);
  if (choosesAmongEquals && /^output 1: /.test(message) && /int/.test(record.id)) return "places of equals";
  const isConvolution = /conv[123]d/i.test(record.op);
  if (isConvolution && /^gradient \d: .*(NaN|Infinity)/.test(message) && isWild(record))
    return "infinities at a border";
  if (timesNothing.test(record.op) && /^gradient \d: .*(NaN|Infinity)/.test(message) && isWild(record))
    return "infinities times nothing";
  return null;
}

/** Whether an argument has a NaN somewhere. */
export function hasNaN(record) {
  return [...argumentsOf(record)].some(({ tensor }) => tensor !== undefined && elementsOf(tensor).some(Number.isNaN));
}

/** Whether what comes back from the outputs is infinite or NaN somewhere. */
function isWild({ cotangents = [] }) {
  return cotangents.some(({ tensor }) => !elementsOf(tensor).every(Number.isFinite));
}
