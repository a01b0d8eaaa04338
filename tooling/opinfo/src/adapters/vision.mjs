// Pools and their inverses, what changes the size of images, and attention.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { borrowed, define, given, optionsIn, orNull, pair, pairs } from "./define.mjs";

/** Both results of a max pool, where its places are asked for. */
const withPlaces = (pooled, asked) => (asked === true ? [pooled.output, pooled.indices] : pooled);

for (const rank of [1, 2, 3]) {
  define(
    `nn.functional.max_pool${rank}d`,
    "input kernel_size stride padding dilation ceil_mode return_indices",
    () =>
      ({ input, kernel_size, ...rest }) =>
        withPlaces(
          bernoulli.F[`maxPool${rank}d`](input, pair(kernel_size), optionsIn(pairs(rest))),
          rest.return_indices,
        ),
  );
  define(
    `nn.functional.avg_pool${rank}d`,
    `input kernel_size stride padding ceil_mode count_include_pad ${rank === 1 ? "" : "divisor_override"}`,
    () =>
      ({ input, kernel_size, ...rest }) =>
        bernoulli.F[`avgPool${rank}d`](input, pair(kernel_size), optionsIn(pairs(rest))),
  );
  // A size of null is the input's.
  const sizeOf = (size) => (Array.isArray(size) ? pair(size.map(orNull)) : orNull(size));
  define(
    `nn.functional.adaptive_avg_pool${rank}d`,
    "input output_size",
    () =>
      ({ input, output_size }) =>
        bernoulli.F[`adaptiveAvgPool${rank}d`](input, sizeOf(output_size)),
  );
  define(
    `nn.functional.adaptive_max_pool${rank}d`,
    "input output_size return_indices",
    () =>
      ({ input, output_size, ...rest }) =>
        withPlaces(
          bernoulli.F[`adaptiveMaxPool${rank}d`](input, sizeOf(output_size), optionsIn(rest)),
          rest.return_indices,
        ),
  );
  define(
    `nn.functional.max_unpool${rank}d`,
    "input indices kernel_size stride padding output_size",
    () =>
      ({ input, indices, kernel_size, output_size, ...rest }) =>
        bernoulli.F[`maxUnpool${rank}d`](
          input,
          indices,
          pair(kernel_size),
          given({ ...pairs(rest), outputSize: output_size }),
        ),
  );
}

define(
  "nn.functional.interpolate",
  "input size scale_factor mode align_corners recompute_scale_factor antialias",
  () =>
    ({ input, ...rest }) =>
      bernoulli.F.interpolate(input, optionsIn(rest)),
);
// Their names are of old; what they are is interpolate.
define(
  "nn.functional.upsample_bilinear",
  "input size scale_factor",
  () =>
    ({ input, ...rest }) =>
      bernoulli.F.interpolate(input, { ...optionsIn(rest), mode: "bilinear", alignCorners: true }),
  borrowed,
);
define(
  "nn.functional.upsample_nearest",
  "input size scale_factor",
  () =>
    ({ input, ...rest }) =>
      bernoulli.F.interpolate(input, { ...optionsIn(rest), mode: "nearest" }),
  borrowed,
);
define(
  "_upsample_bilinear2d_aa",
  "input output_size align_corners scale_factors scales_h scales_w",
  () => (bound) => {
    const { input, output_size: size, align_corners: alignCorners, scale_factors: scaleFactor, scales_h } = bound;
    if (scales_h !== undefined) cannot("name", "an interpolation by a size and scales");
    return bernoulli.F.interpolate(
      input,
      given({ size, scaleFactor, alignCorners, mode: "bilinear", antialias: true }),
    );
  },
  borrowed,
);
// A slope is the difference of up to sixteen pixels, times what comes back and half an image's size.
const ofPixels = { lost: () => 16 };
define(
  "nn.functional.grid_sample",
  "input grid mode padding_mode align_corners",
  () =>
    ({ input, grid, ...rest }) =>
      bernoulli.F.gridSample(input, grid, optionsIn(rest)),
  ofPixels,
);
// The kernels under it, by numbers.
const modes = ["bilinear", "nearest", "bicubic"];
const paddingModes = ["zeros", "border", "reflection"];
define(
  "grid_sampler_2d grid_sampler_3d",
  "input grid interpolation_mode padding_mode align_corners",
  () =>
    ({ input, grid, interpolation_mode, padding_mode, align_corners }) =>
      bernoulli.F.gridSample(input, grid, {
        mode: modes[interpolation_mode],
        paddingMode: paddingModes[padding_mode],
        alignCorners: align_corners,
      }),
  { ...borrowed, ...ofPixels },
);
define(
  "nn.functional.pixel_shuffle",
  "input upscale_factor",
  () =>
    ({ input, upscale_factor }) =>
      bernoulli.F.pixelShuffle(input, upscale_factor),
);
define(
  "nn.functional.pixel_unshuffle",
  "input downscale_factor",
  () =>
    ({ input, downscale_factor }) =>
      bernoulli.F.pixelUnshuffle(input, downscale_factor),
);
define(
  "nn.functional.channel_shuffle",
  "input groups",
  () =>
    ({ input, groups }) =>
      bernoulli.F.channelShuffle(input, groups),
);

define(
  "nn.functional.scaled_dot_product_attention",
  "query key value attn_mask dropout_p is_causal * scale enable_gqa",
  () =>
    ({ query, key, value, ...rest }) =>
      bernoulli.F.scaledDotProductAttention(query, key, value, optionsIn(rest)),
  // A slope is what is left of products of three inputs, each up to nine.
  { lost: () => 9 },
);
const attended = `query key value embed_dim_to_check num_heads in_proj_weight in_proj_bias bias_k bias_v add_zero_attn
  dropout_p out_proj_weight out_proj_bias`;
define(
  "nn.functional.multi_head_attention_forward",
  `${attended} training key_padding_mask need_weights attn_mask use_separate_proj_weight q_proj_weight k_proj_weight
  v_proj_weight static_k static_v average_attn_weights is_causal`,
  () => (bound) => {
    const rest = { ...bound };
    const names = attended.split(/\s+/);
    for (const name of names) delete rest[name];
    return bernoulli.F.multiHeadAttentionForward(...names.map((name) => orNull(bound[name])), optionsIn(rest));
  },
);
