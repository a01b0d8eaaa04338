// Layers for random training steps that take images (N, C, H, W), or volumes (N, C, D, H, W). Holds no tests.

import { F, maxPool2d, nn, type Tensor, tensor } from "../index.js";
import type { Draws } from "./draws.testing.js";
import { anything } from "./rows.testing.js";
import type { Maker, World } from "./world.testing.js";

function optionsOf(draws: Draws, groups: number, { dtype }: World) {
  return {
    stride: draws.pick([1, 1, 2]),
    padding: draws.between(0, 1),
    dilation: draws.pick([1, 1, 1, 2]),
    groups,
    bias: draws.chance(0.7),
    paddingMode: draws.pick(["zeros", "zeros", "zeros", "circular", "reflect"] as const),
    dtype,
  };
}

const behindConvolutions: readonly ((x: Tensor) => Tensor)[] = [
  (x) => x,
  (x) => F.relu(x),
  (x) => maxPool2d(F.relu(x), 2),
  (x) => F.relu(maxPool2d(x, 2)),
  (x) => F.silu(x),
  (x) => x.relu_(),
  (x) => F.gelu(x).mul(0.5),
];

const convolutions: readonly Maker[] = [
  (draws, [from], world) => {
    const groups = from! % 2 === 0 ? draws.pick([1, 1, 1, 2, from!]) : 1;
    const to = groups * (world.large ? draws.between(8, 20) : draws.between(1, 4));
    const kernel = draws.pick([1, 2, 3, 3, 3, 5, [1, 3], [3, 1]] as const);
    const layer = world.add(new nn.Conv2d(from!, to, kernel, optionsOf(draws, groups, world)));
    const norm = draws.chance(0.4) ? world.add(new nn.BatchNorm2d(to, { dtype: world.dtype })) : null;
    const behind = draws.pick(behindConvolutions);
    return (x) => behind(norm === null ? layer(x) : norm(layer(x)));
  },
  (draws, [from], world) => {
    // A block with its residual sum.
    const { dtype } = world;
    const options = { padding: 1, bias: draws.chance(0.5), dtype };
    const [first, last] = [0, 1].map(() => world.add(new nn.Conv2d(from!, from!, 3, options))) as [
      nn.Conv2d,
      nn.Conv2d,
    ];
    const [norm, other] = [0, 1].map(() => world.add(new nn.BatchNorm2d(from!, { dtype }))) as [
      nn.BatchNorm2d,
      nn.BatchNorm2d,
    ];
    const isShared = draws.chance(0.2);
    const behind = draws.chance(0.7);
    return (x) => {
      const inner = F.relu(norm(first(x)) as Tensor);
      const sum = (other((isShared ? first : last)(inner)) as Tensor).add(x);
      return behind ? F.relu(sum) : sum;
    };
  },
  (draws, [from, height, width], world) => {
    const groups = from! % 2 === 0 ? draws.pick([1, 1, 2]) : 1;
    const layer = world.add(
      new nn.ConvTranspose2d(from!, groups * draws.between(1, 3), draws.between(1, 3), {
        stride: draws.between(1, 2),
        padding: draws.between(0, 1),
        groups,
        bias: draws.chance(0.6),
        dtype: world.dtype,
      }),
    );
    return height! * width! < 100 ? (x) => layer(x) : null;
  },
];

const shrinking: readonly Maker[] = [
  (draws) => {
    const layer = draws.pick([
      new nn.MaxPool2d(2),
      new nn.MaxPool2d(3, { stride: 1, padding: 1 }),
      new nn.MaxPool2d(2, { ceilMode: true }),
      new nn.AvgPool2d(2),
      new nn.AvgPool2d(3, { stride: 1, padding: 1, countIncludePad: false }),
      new nn.AdaptiveAvgPool2d([2, 3]),
      new nn.AdaptiveMaxPool2d(2),
      new nn.LPPool2d(2, 2),
      new nn.FractionalMaxPool2d(2, { outputSize: 2 }),
      new nn.PixelUnshuffle(2),
      new nn.LocalResponseNorm(2),
    ] as const) as nn.Module;
    return (x) => layer(x) as Tensor;
  },
  (draws, [, height, width]) => {
    const layer = draws.pick([
      new nn.ZeroPad2d(1),
      new nn.ReflectionPad2d([1, 0, 0, 1]),
      new nn.ReplicationPad2d(1),
      new nn.CircularPad2d([0, 1, 1, 0]),
      new nn.PixelShuffle(2),
      new nn.Upsample({ scaleFactor: 2 }),
      new nn.Upsample({ scaleFactor: 2, mode: "bilinear" }),
      new nn.Upsample({ size: [5, 4], mode: "bicubic" }),
    ] as const) as nn.Module;
    return height! * width! < 100 ? (x) => layer(x) as Tensor : null;
  },
  () => (x) => {
    const { output, indices } = F.maxPool2dWithIndices(x, 2);
    return F.maxUnpool2d(output.mul(1.1), indices, 2, { outputSize: [x.size(2), x.size(3)] }).add(x.mul(0.1));
  },
  (_, [, height, width], { dtype }) => {
    const turned = [0.9, 0.2, 0.1, -0.2, 0.9, 0];
    return (x) => {
      const grid = F.affineGrid(tensor(turned, { dtype }).view(1, 2, 3).expand(x.size(0), 2, 3), [
        x.size(0),
        x.size(1),
        height!,
        width!,
      ]);
      return F.gridSample(x, grid);
    };
  },
  () => (x) => F.unfold(x, 2),
];

const norms: readonly Maker[] = [
  (draws, [channels, height, width], world) => {
    const { dtype } = world;
    const affine = draws.chance(0.7);
    const layer = world.add(
      draws.pick([
        () =>
          new nn.BatchNorm2d(channels!, {
            affine,
            trackRunningStats: draws.chance(0.7),
            momentum: draws.pick([0.1, null]),
            dtype,
          }),
        () => new nn.InstanceNorm2d(channels!, { affine, trackRunningStats: draws.chance(0.4), dtype }),
        () => new nn.GroupNorm(channels! % 2 === 0 ? 2 : 1, channels!, { affine, dtype }),
        () => new nn.LayerNorm([channels!, height!, width!], { dtype }),
        () => new nn.Dropout2d(0.3),
        () => new nn.Softmax2d(),
      ])(),
    );
    return (x) => layer(x) as Tensor;
  },
  (draws, [channels], world) => {
    // Channels weighed by what all of the image says of them.
    const { dtype } = world;
    const squeezed = world.add(new nn.Linear(channels!, draws.between(1, 4), { dtype }));
    const weights = world.add(new nn.Linear(squeezed.outFeatures, channels!, { dtype }));
    return (x) => {
      const share = weights(F.relu(squeezed(x.mean([2, 3])))).sigmoid();
      return x.mul(share.view(x.size(0), -1, 1, 1));
    };
  },
  (_, [channels], world) => {
    const layer = world.add(new nn.Linear(channels!, channels!, { dtype: world.dtype }));
    return (x) =>
      layer(x.permute(0, 2, 3, 1))
        .permute(0, 3, 1, 2)
        .add(x);
  },
  (_, [channels]) => (channels! % 2 === 0 ? (x) => F.channelShuffle(x, 2) : null),
];

const away: readonly Maker[] = [
  () => (x) => x.flatten(2).transpose(1, 2),
  () => (x) => x.flatten(1),
  () => (x) => x.mean([2, 3]),
  () => (x) => F.adaptiveAvgPool2d(x, 1).flatten(1),
  (_, [channels]) => (channels! % 2 === 0 ? (x) => x.unflatten(1, [2, channels! / 2]) : null),
];

export const images: readonly Maker[] = [
  ...convolutions,
  ...convolutions,
  ...convolutions,
  ...shrinking,
  ...norms,
  ...norms,
  ...away,
  ...anything,
];

export const volumes: readonly Maker[] = [
  (draws, [from], world) => {
    const groups = from! % 2 === 0 ? draws.pick([1, 2]) : 1;
    const options = { ...optionsOf(draws, groups, world), paddingMode: "zeros" as const };
    const layer = world.add(new nn.Conv3d(from!, groups * draws.between(1, 3), draws.between(1, 2), options));
    const isRectified = draws.chance(0.5);
    return (x) => (isRectified ? F.relu(layer(x)) : layer(x));
  },
  (draws, [from, ...sizes], world) => {
    const layer = world.add(
      new nn.ConvTranspose3d(from!, draws.between(1, 3), 2, { stride: draws.between(1, 2), dtype: world.dtype }),
    );
    return sizes.every((size) => size < 5) ? (x) => layer(x) : null;
  },
  (draws, [channels], world) => {
    const { dtype } = world;
    const layer = world.add(
      draws.pick([
        () => new nn.BatchNorm3d(channels!, { dtype }),
        () => new nn.InstanceNorm3d(channels!, { affine: true, dtype }),
        () => new nn.Dropout3d(0.3),
        () => new nn.MaxPool3d(2),
        () => new nn.AvgPool3d(2),
        () => new nn.AdaptiveAvgPool3d(2),
        () => new nn.AdaptiveMaxPool3d([1, 2, 2]),
        () => new nn.ReplicationPad3d(1),
      ])() as nn.Module,
    );
    return (x) => layer(x) as Tensor;
  },
  () => (x) => x.flatten(1, 2),
  () => (x) => x.mean(2),
  () => (x) => x.flatten(1),
  ...anything.slice(0, 4),
];
