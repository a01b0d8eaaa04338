// The residual nets of the paper's section on CIFAR-10: 6n + 2 layers. Not those for ImageNet (resnet.ts).

import { cat, type Tensor, zeros } from "@bernoulli/tensor";
import { AdaptiveAvgPool2d, BatchNorm2d, Conv2d, Linear, Module, ReLU, Sequential } from "../index.js";
import { type ClassifierOptions, checkModel } from "./options.js";
import { BasicBlock, initializeConvolutions } from "./resnet.js";

/** The paper's shortcut A: every second pixel, and zeros in the channels that come to it. No parameters. */
export class PaddedShortcut extends Module {
  static override readonly name: string = "PaddedShortcut";
  readonly channels: number;

  constructor(channels: number) {
    super();
    this.channels = channels;
  }

  forward(x: Tensor): Tensor {
    const half = x.at("...", "::2", "::2") as Tensor;
    const [count, channels, height, width] = half.shape as [number, number, number, number];
    const before = Math.floor((this.channels - channels) / 2);
    const { dtype, device } = half;
    const empty = (added: number) => zeros([count, added, height, width], { dtype, device });
    return cat([empty(before), half, empty(this.channels - channels - before)], 1);
  }
}

/**
 * A residual net for CIFAR's images: a convolution, three stages of blocks of 16, 32 and 64 channels, and a linear layer; shortcuts have no
 * parameters. Shape: (N, 3, 32, 32) → (N, numClasses). Made by {@link resnet20} and {@link resnet56}. He et al., arXiv:1512.03385, section 4.2.
 */
export class CifarResNet extends Module {
  static override readonly name: string = "CifarResNet";
  readonly conv1: Conv2d;
  readonly bn1: BatchNorm2d;
  readonly relu = new ReLU(true);
  readonly layer1: Sequential;
  readonly layer2: Sequential;
  readonly layer3: Sequential;
  readonly avgpool = new AdaptiveAvgPool2d([1, 1]);
  readonly fc: Linear;

  constructor(blocks: number, { numClasses = 10 }: ClassifierOptions = {}) {
    super();
    this.conv1 = new Conv2d(3, 16, 3, { padding: 1, bias: false });
    this.bn1 = new BatchNorm2d(16);
    this.layer1 = stage(16, 16, blocks, 1);
    this.layer2 = stage(16, 32, blocks, 2);
    this.layer3 = stage(32, 64, blocks, 2);
    this.fc = new Linear(64, numClasses);
    initializeConvolutions(this);
  }

  forward(x: Tensor): Tensor {
    const out = this.layer3(this.layer2(this.layer1(this.relu(this.bn1(this.conv1(x)))))) as Tensor;
    return this.fc(this.avgpool(out).flatten(1));
  }
}

function stage(inputs: number, planes: number, count: number, stride: number): Sequential {
  const blocks: Module[] = [new BasicBlock(inputs, planes, stride, stride === 1 ? null : new PaddedShortcut(planes))];
  while (blocks.length < count) blocks.push(new BasicBlock(planes, planes, 1, null));
  return new Sequential(...blocks);
}

/**
 * {@link CifarResNet} of 20 layers: 269,722 parameters with ten classes. Shape: (N, 3, 32, 32) → (N, numClasses).
 *
 * @example
 * ```ts
 * import { resnet20 } from "@bernoulli/nn/models";
 * [...resnet20().parameters()].reduce((sum, parameter) => sum + parameter.numel(), 0); // → 269722
 * ```
 */
export function resnet20(options: ClassifierOptions = {}): CifarResNet {
  checkModel("resnet20", options, { numClasses: "count" });
  return new CifarResNet(3, options);
}

/** {@link CifarResNet} of 56 layers: 853,018 parameters with ten classes. Shape: (N, 3, 32, 32) → (N, numClasses). */
export function resnet56(options: ClassifierOptions = {}): CifarResNet {
  checkModel("resnet56", options, { numClasses: "count" });
  return new CifarResNet(9, options);
}
