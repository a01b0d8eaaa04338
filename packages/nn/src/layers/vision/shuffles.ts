// PixelShuffle, PixelUnshuffle and ChannelShuffle: elements that change places between channels and their neighbours.

import {
  type ByName,
  channelShuffle,
  checkArgument,
  inPlace,
  pixelShuffle,
  pixelUnshuffle,
  type Tensor,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";

/**
 * Channels as pixels between pixels. Shape: (*, C · r², H, W) → (*, C, H · r, W · r), r being `upscaleFactor`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.PixelShuffle.html.
 *
 * @throws ArgumentError for a factor that is no count; ShapeError, when called, for channels that r² does not divide.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { PixelShuffle } from "@bernoulli/nn";
 * new PixelShuffle(2)(ones(1, 12, 4, 4)).shape; // → [1, 3, 8, 8]
 * ```
 */
export class PixelShuffle extends Module {
  static override readonly name: string = "PixelShuffle";
  readonly upscaleFactor: number;

  constructor(upscaleFactor: number | ByName<"upscaleFactor", number>) {
    [upscaleFactor] = inPlace<number, []>("PixelShuffle", "upscaleFactor", upscaleFactor, []);
    super();
    checkArgument("PixelShuffle", "upscaleFactor", upscaleFactor, "count");
    this.upscaleFactor = upscaleFactor;
  }

  forward(input: Tensor): Tensor {
    return pixelShuffle(input, this.upscaleFactor);
  }

  override extraRepr(): string {
    return `upscale_factor=${this.upscaleFactor}`;
  }
}

/**
 * Squares of pixels as channels: the opposite of {@link PixelShuffle}. Shape: (*, C, H · r, W · r) → (*, C · r², H, W), r being `downscaleFactor`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.PixelUnshuffle.html.
 *
 * @throws ArgumentError for a factor that is no count; ShapeError, when called, for sizes that r does not divide.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { PixelUnshuffle } from "@bernoulli/nn";
 * new PixelUnshuffle(2)(ones(1, 3, 8, 8)).shape; // → [1, 12, 4, 4]
 * ```
 */
export class PixelUnshuffle extends Module {
  static override readonly name: string = "PixelUnshuffle";
  readonly downscaleFactor: number;

  constructor(downscaleFactor: number | ByName<"downscaleFactor", number>) {
    [downscaleFactor] = inPlace<number, []>("PixelUnshuffle", "downscaleFactor", downscaleFactor, []);
    super();
    checkArgument("PixelUnshuffle", "downscaleFactor", downscaleFactor, "count");
    this.downscaleFactor = downscaleFactor;
  }

  forward(input: Tensor): Tensor {
    return pixelUnshuffle(input, this.downscaleFactor);
  }

  override extraRepr(): string {
    return `downscale_factor=${this.downscaleFactor}`;
  }
}

/**
 * Channels in another order: the first of each group, then the second ones. Shape: (N, C, *) → (N, C, *).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ChannelShuffle.html.
 *
 * @throws ArgumentError for groups that are no count; ShapeError, when called, for channels that they do not divide.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * import { ChannelShuffle } from "@bernoulli/nn";
 * new ChannelShuffle(2)(arange(4).view(1, 4, 1)).flatten().toArray(); // → [0, 2, 1, 3]
 * ```
 */
export class ChannelShuffle extends Module {
  static override readonly name: string = "ChannelShuffle";
  readonly groups: number;

  constructor(groups: number | ByName<"groups", number>) {
    [groups] = inPlace<number, []>("ChannelShuffle", "groups", groups, []);
    super();
    checkArgument("ChannelShuffle", "groups", groups, "count");
    this.groups = groups;
  }

  forward(input: Tensor): Tensor {
    return channelShuffle(input, this.groups);
  }

  override extraRepr(): string {
    return `groups=${this.groups}`;
  }
}
