// The other kinds of dropout: whole channels at once, and what keeps mean and variance for SELU. What they share is dropout.ts's.

import { ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { warnOnce } from "../../checks/warn.js";
import type { Tensor } from "../../tensor/tensor.js";
import { squeeze, unsqueeze } from "../views/view.js";
import { type DropoutArguments, type DropoutKind, dropoutOptions, droppedOut, zeros } from "./dropout.js";

/** One draw for each channel of each sample: the first two dimensions. */
const ofChannels: DropoutKind["maskShape"] = (op, shape) => {
  if (shape.length < 2) throw new ShapeError(`${op}: Feature dropout requires at least 2 dimensions in the input`);
  return shape.map((size, dim) => (dim < 2 ? size : 1));
};

const channels: DropoutKind = { maskShape: ofChannels, filling: zeros };

/** −λα of SELU, what it comes near to far below zero. */
const saturation = 1.7580993408473766;

/** What is dropped becomes SELU's saturation; all is scaled and shifted so that mean 0 and variance 1 stay. */
const saturated: DropoutKind["filling"] = (p, round) => {
  const a = 1 / Math.sqrt((saturation * saturation * p + 1) * (1 - p));
  const [down, up] = [round(saturation * a), round(saturation * a * p)];
  return { scale: round(a), shift: up, dropped: round(up - down) };
};

/** A tensor without a batch gets one of its own for the call. */
function asBatch(input: Tensor, isBatch: boolean, body: (batch: Tensor) => Tensor): Tensor {
  if (isBatch) return body(input);
  const batch = unsqueeze(input, 0);
  const output = body(batch);
  return output === batch ? input : squeeze(output, 0);
}

/** PyTorch's warning of inputs that have not the dimensions that it is for. */
function warnOfDimensions(op: string, { ndim }: Tensor, spatial: number): void {
  const [single, batched] = [spatial + 1, spatial + 2];
  if (ndim === single || ndim === batched) return;
  warnOnce(
    `${op} of ${ndim}-D`,
    `${op}: Received a ${ndim}-D input to ${op}, which is deprecated and will result in an error in a future release. To retain the ` +
      `behavior and silence this warning, please use dropout instead. Note that ${op} exists to provide channel-wise dropout on inputs ` +
      `with ${spatial} spatial dimensions, a channel dimension, and an optional batch dimension (i.e. ${single}D or ${batched}D inputs).`,
  );
}

/**
 * {@link dropout} of whole channels: sets each with probability p to zero, and multiplies the others by 1/(1 − p).
 * Shape: (N, C, L) → (N, C, L), or (C, L) → (C, L).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.dropout1d.html; Tompson et al., arXiv:1411.4280.
 *
 * @throws ArgumentError if p is outside [0, 1], or if `training` is not given; ShapeError for other than two or three dimensions.
 * @example
 * ```ts
 * import { dropout1d, manualSeed, ones } from "@bernoulli/tensor";
 * manualSeed(0);
 * dropout1d(ones(4, 2), 0.5, true).toArray(); // → [[0, 0], [0, 0], [2, 2], [0, 0]]
 * ```
 */
export function dropout1d(input: Tensor, ...rest: DropoutArguments): Tensor {
  checkTensor("dropout1d", "input", input);
  const options = dropoutOptions("dropout1d", rest);
  if (input.ndim !== 2 && input.ndim !== 3)
    throw new ShapeError(
      `dropout1d: Expected 2D or 3D input, but received a ${input.ndim}D input. Note that dropout1d exists to provide channel-wise dropout on ` +
        "inputs with 1 spatial dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs).",
    );
  return asBatch(input, input.ndim === 3, (batch) => droppedOut("dropout1d", batch, options, channels));
}

/**
 * {@link dropout} of whole channels of images. Of three dimensions PyTorch takes the first two as samples and channels, and warns of it.
 * Shape: (N, C, H, W) → (N, C, H, W).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.dropout2d.html; Tompson et al., arXiv:1411.4280.
 *
 * @throws ArgumentError if p is outside [0, 1], or if `training` is not given; ShapeError for less than two dimensions.
 * @example
 * ```ts
 * import { dropout2d, manualSeed, ones } from "@bernoulli/tensor";
 * manualSeed(0);
 * dropout2d(ones(2, 3, 1, 2), 0.5, true).toArray(); // → [[[[0, 0]], [[0, 0]], [[2, 2]]], [[[0, 0]], [[0, 0]], [[0, 0]]]]
 * ```
 */
export function dropout2d(input: Tensor, ...rest: DropoutArguments): Tensor {
  checkTensor("dropout2d", "input", input);
  const options = dropoutOptions("dropout2d", rest);
  warnOfDimensions("dropout2d", input, 2);
  if (input.ndim === 3)
    warnOnce(
      "dropout2d of 3-D",
      "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired - input is interpreted as shape " +
        "(N, C, L), where C is the channel dim. This behavior will change in a future release to interpret the input as one without a batch " +
        "dimension, i.e. shape (C, H, W). To maintain the 1D channel-wise dropout behavior, please switch to using dropout1d instead.",
    );
  return droppedOut("dropout2d", input, options, channels);
}

/**
 * {@link dropout} of whole channels of volumes. Shape: (N, C, D, H, W) → (N, C, D, H, W), or all without N.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.dropout3d.html; Tompson et al., arXiv:1411.4280.
 *
 * @throws ArgumentError if p is outside [0, 1], or if `training` is not given.
 * @example
 * ```ts
 * import { dropout3d, manualSeed, ones } from "@bernoulli/tensor";
 * manualSeed(0);
 * dropout3d(ones(1, 3, 1, 1, 2), 0.5, true).toArray(); // → [[[[[0, 0]]], [[[0, 0]]], [[[2, 2]]]]]
 * ```
 */
export function dropout3d(input: Tensor, ...rest: DropoutArguments): Tensor {
  checkTensor("dropout3d", "input", input);
  const options = dropoutOptions("dropout3d", rest);
  warnOfDimensions("dropout3d", input, 3);
  return asBatch(input, input.ndim === 5, (batch) => droppedOut("dropout3d", batch, options, channels));
}

const saturatedUnits: DropoutKind = { maskShape: () => null, filling: saturated };

/**
 * {@link dropout} for nets of SELU: what is dropped becomes SELU's saturation, −1.7580993, and all is scaled and shifted so that a mean of 0
 * and a variance of 1 stay. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.alpha_dropout.html; Klambauer et al., arXiv:1706.02515.
 *
 * @throws ArgumentError if p is outside [0, 1], or if `training` is not given.
 * @example
 * ```ts
 * import { alphaDropout, manualSeed, ones } from "@bernoulli/tensor";
 * manualSeed(0);
 * alphaDropout(ones(3), 0.5, true).toArray(); // → [-0.7791939, -0.7791939, 1.6655989]
 * ```
 */
export function alphaDropout(input: Tensor, ...rest: DropoutArguments): Tensor {
  checkTensor("alphaDropout", "input", input);
  return droppedOut("alphaDropout", input, dropoutOptions("alphaDropout", rest), saturatedUnits);
}

const saturatedChannels: DropoutKind = { maskShape: ofChannels, filling: saturated };

/**
 * {@link alphaDropout} of whole channels, the second dimension. Shape: (N, C, *) → (N, C, *).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.feature_alpha_dropout.html.
 *
 * @throws ArgumentError if p is outside [0, 1], or if `training` is not given; ShapeError for less than two dimensions.
 * @example
 * ```ts
 * import { featureAlphaDropout, manualSeed, ones } from "@bernoulli/tensor";
 * manualSeed(0);
 * featureAlphaDropout(ones(1, 3, 1), 0.5, true).toArray(); // → [[[-0.7791939], [-0.7791939], [1.6655989]]]
 * ```
 */
export function featureAlphaDropout(input: Tensor, ...rest: DropoutArguments): Tensor {
  checkTensor("featureAlphaDropout", "input", input);
  return droppedOut("featureAlphaDropout", input, dropoutOptions("featureAlphaDropout", rest), saturatedChannels);
}
