// Method: a convolution of any kernel with ReLU and, as a rule, max pooling behind it. Forward, the pool keeps of each window the place
// of its largest element; back, only that place has a gradient, and where ReLU let nothing through none has. So both
// gradients run over short lists.

import {
  effortOfPooled,
  type PooledConvolution,
  pooledConvolution,
  suitsPooledConvolution,
  wantsBorder,
} from "../../../kernels/blocks/pooled-convolution.js";
import { pooledInputGradient, pooledWeightGradient } from "../../../kernels/blocks/pooled-gradients.js";
import { pooledSizeOf } from "../../../kernels/blocks/pooled-sizes.js";
import { nanosecondsOfProduct } from "../../../kernels/product.js";
import { runtime } from "../../image-access.js";
import type { ConvolutionSizes } from "../chain.js";
import { nanosecondsOfByte } from "../cost.js";
import { hindranceOfPlain, type Method } from "../method.js";

/**
 * Of a list's products over those of a tile in registers, whose rows share what they load: more where the weights, of which each place
 * sees all, do not lie in the second cache. Fitted: without a pool plain kernels are as quick at 150 channels, behind one at some 400.
 */
const slownessOfLists = 1.3;
const bytesOfCache = 512 * 1024;
/** What ReLU lets through, about. Of a pool's windows the largest is above zero as a rule. */
const shareBehindRelu = 0.5;

const noBorder = [0, 0] as const;

export const pooled: Method = {
  name: "pooled convolution",
  reach: "whole",
  takes({ sizes: given, relu, backward }, { precision }) {
    const hindrance = hindranceOfPlain(given);
    if (hindrance !== null) return hindrance;
    if (relu === null) return { why: () => "no ReLU follows that takes a part of the gradients away" };
    const sizes = pooledSizesOf(given);
    if (!suitsPooledConvolution(sizes)) return { why: () => "its kernel or its pool is too large to be unrolled" };
    const { padding } = given;
    const border = wantsBorder(sizes, padding, precision) ? padding : noBorder;
    const lacks = border === padding ? noBorder : padding;
    const forward = effortOfPooled(sizes, padding, precision);
    const gradient = { cost: costOfGradient(sizes, given.pool !== null), guarded: false };
    return {
      border,
      keeps: backward === null ? null : "codes",
      forward: {
        cost: forward.products * nanosecondsOfProduct + forward.bytes * nanosecondsOfByte,
        guarded: true,
        run: (at) => pooledConvolution(runtime, sizes, padding, { ...at, pooled: at.output }, precision),
      },
      weightGradient: {
        ...gradient,
        run: (at) => pooledWeightGradient(runtime, sizes, lacks, { ...at, codes: at.kept }),
      },
      inputGradient: {
        ...gradient,
        run: (at) => pooledInputGradient(runtime, sizes, padding, { ...at, codes: at.kept }),
      },
    };
  },
};

function pooledSizesOf({ imageSize, padding, pool, ...sizes }: ConvolutionSizes): PooledConvolution {
  const [height, width] = imageSize;
  return {
    ...sizes,
    imageSize: [height + 2 * padding[0], width + 2 * padding[1]],
    poolSize: pool?.kernelSize ?? [1, 1],
    poolStride: pool?.stride ?? [1, 1],
  };
}

function costOfGradient(sizes: PooledConvolution, isPooled: boolean): number {
  const { batch, inputChannels, outputChannels, kernelSize } = sizes;
  const [rows, columns] = pooledSizeOf(sizes);
  const weights = outputChannels * inputChannels * kernelSize[0] * kernelSize[1];
  const slowness = slownessOfLists * Math.sqrt(Math.max(1, (4 * weights) / bytesOfCache));
  const share = isPooled ? 1 : shareBehindRelu;
  return batch * rows * columns * weights * share * slowness * nanosecondsOfProduct;
}
