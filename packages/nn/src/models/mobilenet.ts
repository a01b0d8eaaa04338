// MobileNetV2, torchvision's.

import type { Tensor } from "@bernoulli/tensor";
import { BatchNorm2d, Conv2d, Dropout, F, init, Linear, Module, ReLU6, Sequential } from "../index.js";
import { type ClassifierOptions, checkModel } from "./options.js";

export interface MobileNetV2Options extends ClassifierOptions {
  /** A factor of all channels. Default 1. */
  readonly widthMult?: number;
  /** How likely dropout drops an element before the last layer. Default 0.2. */
  readonly dropout?: number;
}

/** The nearest multiple of eight, and no less than nine tenths of what was asked for. */
function divisible(channels: number): number {
  const rounded = Math.max(8, Math.floor((channels + 4) / 8) * 8);
  return rounded < 0.9 * channels ? rounded + 8 : rounded;
}

/** A convolution, its norm and an activation. */
class Conv2dNormActivation extends Sequential {
  static override readonly name: string = "Conv2dNormActivation";

  constructor(inputs: number, outputs: number, kernelSize: number, stride = 1, groups = 1) {
    const padding = (kernelSize - 1) / 2;
    super(
      new Conv2d(inputs, outputs, kernelSize, { stride, padding, groups, bias: false }),
      new BatchNorm2d(outputs),
      new ReLU6(true),
    );
  }
}

/** Wider by a 1 × 1 convolution, each channel by itself, and narrow again; the input is added where it has the same shape. */
class InvertedResidual extends Module {
  static override readonly name: string = "InvertedResidual";
  readonly conv: Sequential;
  readonly isResidual: boolean;

  constructor(inputs: number, outputs: number, stride: number, expansion: number) {
    super();
    const hidden = Math.round(inputs * expansion);
    const layers: Module[] = expansion === 1 ? [] : [new Conv2dNormActivation(inputs, hidden, 1)];
    layers.push(
      new Conv2dNormActivation(hidden, hidden, 3, stride, hidden),
      new Conv2d(hidden, outputs, 1, { bias: false }),
      new BatchNorm2d(outputs),
    );
    this.conv = new Sequential(...layers);
    this.isResidual = stride === 1 && inputs === outputs;
  }

  forward(x: Tensor): Tensor {
    const out = this.conv(x) as Tensor;
    return this.isResidual ? x.add(out) : out;
  }
}

/** Expansion, channels, blocks and first stride of each stage. */
const stages = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

/**
 * MobileNetV2: inverted residual blocks, and a linear layer with dropout before it. Shape: (N, 3, H, W) → (N, numClasses), of at least 32 × 32.
 * See https://pytorch.org/vision/stable/models/mobilenetv2.html; Sandler et al., arXiv:1801.04381.
 */
export class MobileNetV2 extends Module {
  static override readonly name: string = "MobileNetV2";
  readonly features: Sequential;
  readonly classifier: Sequential;

  constructor(options: MobileNetV2Options = {}) {
    super();
    checkModel("mobilenet_v2", options, { numClasses: "count", widthMult: "number", dropout: "number" });
    const { numClasses = 1000, widthMult = 1, dropout = 0.2 } = options;
    let channels = divisible(32 * widthMult);
    const last = divisible(1280 * Math.max(1, widthMult));
    const features: Module[] = [new Conv2dNormActivation(3, channels, 3, 2)];
    for (const [expansion, planes, count, firstStride] of stages) {
      const outputs = divisible(planes * widthMult);
      for (let at = 0; at < count; at++) {
        features.push(new InvertedResidual(channels, outputs, at === 0 ? firstStride : 1, expansion));
        channels = outputs;
      }
    }
    features.push(new Conv2dNormActivation(channels, last, 1));
    this.features = new Sequential(...features);
    this.classifier = new Sequential(new Dropout(dropout), new Linear(last, numClasses)) as unknown as Sequential;
    for (const module of this.modules()) initialize(module);
  }

  forward(x: Tensor): Tensor {
    const out = this.features(x) as Tensor;
    return this.classifier(F.adaptiveAvgPool2d(out, [1, 1]).flatten(1)) as Tensor;
  }
}

function initialize(module: Module): void {
  if (module instanceof Conv2d) init.kaimingNormal_(module.weight, { mode: "fan_out" });
  if (module instanceof Linear) {
    init.normal_(module.weight, 0, 0.01);
    if (module.bias !== null) init.zeros_(module.bias);
  }
}

/** A {@link MobileNetV2}, under torchvision's name. */
export function mobilenetV2(options: MobileNetV2Options = {}): MobileNetV2 {
  return new MobileNetV2(options);
}
