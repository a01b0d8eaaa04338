// ResNet-18, 34 and 50, torchvision's; its blocks serve the nets for CIFAR too (cifar-resnet.ts).

import type { Tensor } from "@bernoulli/tensor";
import { AdaptiveAvgPool2d, BatchNorm2d, Conv2d, init, Linear, MaxPool2d, Module, ReLU, Sequential } from "../index.js";
import { type ClassifierOptions, checkModel } from "./options.js";

export interface ResNetOptions extends ClassifierOptions {
  /** Whether the last norm of each block begins at zero, so that blocks begin as the identity. Default false. */
  readonly zeroInitResidual?: boolean;
}

function conv3x3(inputs: number, outputs: number, stride = 1): Conv2d {
  return new Conv2d(inputs, outputs, 3, { stride, padding: 1, bias: false });
}

function conv1x1(inputs: number, outputs: number, stride = 1): Conv2d {
  return new Conv2d(inputs, outputs, 1, { stride, bias: false });
}

/** Two convolutions of 3 × 3, and the input added to what they give. */
export class BasicBlock extends Module {
  static override readonly name: string = "BasicBlock";
  static readonly expansion = 1;
  readonly conv1: Conv2d;
  readonly bn1: BatchNorm2d;
  readonly relu = new ReLU(true);
  readonly conv2: Conv2d;
  readonly bn2: BatchNorm2d;
  readonly downsample: Module | null;

  constructor(inputs: number, planes: number, stride: number, downsample: Module | null) {
    super();
    this.conv1 = conv3x3(inputs, planes, stride);
    this.bn1 = new BatchNorm2d(planes);
    this.conv2 = conv3x3(planes, planes);
    this.bn2 = new BatchNorm2d(planes);
    this.downsample = downsample;
  }

  forward(x: Tensor): Tensor {
    const out = this.bn2(this.conv2(this.relu(this.bn1(this.conv1(x)))));
    return this.relu(out.add((this.downsample?.(x) as Tensor | undefined) ?? x));
  }
}

/** 1 × 1, 3 × 3 with the stride, and 1 × 1 convolutions, and the input added to what they give. */
export class Bottleneck extends Module {
  static override readonly name: string = "Bottleneck";
  static readonly expansion = 4;
  readonly conv1: Conv2d;
  readonly bn1: BatchNorm2d;
  readonly conv2: Conv2d;
  readonly bn2: BatchNorm2d;
  readonly conv3: Conv2d;
  readonly bn3: BatchNorm2d;
  readonly relu = new ReLU(true);
  readonly downsample: Module | null;

  constructor(inputs: number, planes: number, stride: number, downsample: Module | null) {
    super();
    this.conv1 = conv1x1(inputs, planes);
    this.bn1 = new BatchNorm2d(planes);
    this.conv2 = conv3x3(planes, planes, stride);
    this.bn2 = new BatchNorm2d(planes);
    this.conv3 = conv1x1(planes, planes * Bottleneck.expansion);
    this.bn3 = new BatchNorm2d(planes * Bottleneck.expansion);
    this.downsample = downsample;
  }

  forward(x: Tensor): Tensor {
    const narrow = this.relu(this.bn1(this.conv1(x)));
    const out = this.bn3(this.conv3(this.relu(this.bn2(this.conv2(narrow)))));
    return this.relu(out.add((this.downsample?.(x) as Tensor | undefined) ?? x));
  }
}

type Block = typeof BasicBlock | typeof Bottleneck;

/**
 * A residual net for ImageNet's images: a convolution of 7 × 7, a pool, four stages of blocks, and a linear layer.
 * Shape: (N, 3, H, W) → (N, numClasses), of at least 32 × 32. Made by {@link resnet18}, {@link resnet34} and {@link resnet50}.
 * See https://pytorch.org/vision/stable/models/resnet.html; He et al., arXiv:1512.03385.
 */
export class ResNet extends Module {
  static override readonly name: string = "ResNet";
  readonly conv1: Conv2d;
  readonly bn1: BatchNorm2d;
  readonly relu = new ReLU(true);
  readonly maxpool = new MaxPool2d(3, { stride: 2, padding: 1 });
  readonly layer1: Sequential;
  readonly layer2: Sequential;
  readonly layer3: Sequential;
  readonly layer4: Sequential;
  readonly avgpool = new AdaptiveAvgPool2d([1, 1]);
  readonly fc: Linear;

  constructor(block: Block, counts: readonly [number, number, number, number], options: ResNetOptions = {}) {
    super();
    const { numClasses = 1000, zeroInitResidual = false } = options;
    this.conv1 = new Conv2d(3, 64, 7, { stride: 2, padding: 3, bias: false });
    this.bn1 = new BatchNorm2d(64);
    const { expansion } = block;
    this.layer1 = stage(block, 64, 64, counts[0], 1);
    this.layer2 = stage(block, 64 * expansion, 128, counts[1], 2);
    this.layer3 = stage(block, 128 * expansion, 256, counts[2], 2);
    this.layer4 = stage(block, 256 * expansion, 512, counts[3], 2);
    this.fc = new Linear(512 * expansion, numClasses);
    initializeConvolutions(this);
    if (zeroInitResidual) zeroLastNorms(this);
  }

  forward(x: Tensor): Tensor {
    const stem = this.maxpool(this.relu(this.bn1(this.conv1(x))));
    const out = this.layer4(this.layer3(this.layer2(this.layer1(stem)))) as Tensor;
    return this.fc(this.avgpool(out).flatten(1));
  }
}

function stage(block: Block, inputs: number, planes: number, count: number, stride: number): Sequential {
  const outputs = planes * block.expansion;
  const downsample =
    stride === 1 && inputs === outputs
      ? null
      : new Sequential(conv1x1(inputs, outputs, stride), new BatchNorm2d(outputs));
  const blocks: Module[] = [new block(inputs, planes, stride, downsample)];
  while (blocks.length < count) blocks.push(new block(outputs, planes, 1, null));
  return new Sequential(...blocks);
}

/** He's normal draws by the fan out, as torchvision begins its residual nets. */
export function initializeConvolutions(model: Module): void {
  for (const module of model.modules())
    if (module instanceof Conv2d) init.kaimingNormal_(module.weight, { mode: "fan_out", nonlinearity: "relu" });
}

function zeroLastNorms(model: Module): void {
  for (const module of model.modules()) {
    const last = module instanceof Bottleneck ? module.bn3 : module instanceof BasicBlock ? module.bn2 : null;
    if (last?.weight) init.zeros_(last.weight);
  }
}

function make(
  owner: string,
  block: Block,
  counts: readonly [number, number, number, number],
  options: ResNetOptions,
): ResNet {
  checkModel(owner, options, { numClasses: "count", zeroInitResidual: "boolean" });
  return new ResNet(block, counts, options);
}

/**
 * {@link ResNet} of 18 layers. Shape: (N, 3, H, W) → (N, numClasses).
 *
 * @example
 * ```ts
 * import { resnet18 } from "@bernoulli/nn/models";
 * Object.keys(resnet18({ numClasses: 10 }).stateDict()).slice(0, 2); // → ["conv1.weight", "bn1.weight"]
 * ```
 */
export function resnet18(options: ResNetOptions = {}): ResNet {
  return make("resnet18", BasicBlock, [2, 2, 2, 2], options);
}

/** {@link ResNet} of 34 layers. Shape: (N, 3, H, W) → (N, numClasses). */
export function resnet34(options: ResNetOptions = {}): ResNet {
  return make("resnet34", BasicBlock, [3, 4, 6, 3], options);
}

/** {@link ResNet} of 50 layers, with bottlenecks. Shape: (N, 3, H, W) → (N, numClasses). */
export function resnet50(options: ResNetOptions = {}): ResNet {
  return make("resnet50", Bottleneck, [3, 4, 6, 3], options);
}
