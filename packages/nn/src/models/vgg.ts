// VGG of 11, 13, 16 and 19 layers, with batch norm and without, torchvision's.

import type { Tensor } from "@bernoulli/tensor";
import {
  AdaptiveAvgPool2d,
  BatchNorm2d,
  Conv2d,
  Dropout,
  init,
  Linear,
  MaxPool2d,
  Module,
  ReLU,
  Sequential,
} from "../index.js";
import { type ClassifierOptions, checkModel } from "./options.js";

export interface VGGOptions extends ClassifierOptions {
  /** How likely dropout drops an element. Default 0.5. */
  readonly dropout?: number;
}

/** Channels of the convolutions in turn, and "M" where a pool halves the image. */
type Plan = readonly (number | "M")[];

const plans = {
  11: [64, "M", 128, "M", 256, 256, "M", 512, 512, "M", 512, 512, "M"],
  13: [64, 64, "M", 128, 128, "M", 256, 256, "M", 512, 512, "M", 512, 512, "M"],
  16: [64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512, "M"],
  19: [64, 64, "M", 128, 128, "M", 256, 256, 256, 256, "M", 512, 512, 512, 512, "M", 512, 512, 512, 512, "M"],
} as const satisfies Record<number, Plan>;

function featuresOf(plan: Plan, batchNorm: boolean): Sequential {
  const layers: Module[] = [];
  let channels = 3;
  for (const step of plan) {
    if (step === "M") {
      layers.push(new MaxPool2d(2, 2));
      continue;
    }
    layers.push(new Conv2d(channels, step, 3, { padding: 1 }));
    if (batchNorm) layers.push(new BatchNorm2d(step));
    layers.push(new ReLU(true));
    channels = step;
  }
  return new Sequential(...layers);
}

/**
 * VGG: convolutions of 3 × 3 with pools between, and three linear layers with dropout behind the first two.
 * Shape: (N, 3, H, W) → (N, numClasses), of at least 32 × 32. Made by {@link vgg11}, {@link vgg16Bn} and their kin.
 * See https://pytorch.org/vision/stable/models/vgg.html; Simonyan and Zisserman, arXiv:1409.1556.
 */
export class VGG extends Module {
  static override readonly name: string = "VGG";
  readonly features: Sequential;
  readonly avgpool = new AdaptiveAvgPool2d([7, 7]);
  readonly classifier: Sequential;

  constructor(features: Sequential, { numClasses = 1000, dropout = 0.5 }: VGGOptions = {}) {
    super();
    this.features = features;
    this.classifier = new Sequential(
      new Linear(512 * 7 * 7, 4096),
      new ReLU(true),
      new Dropout(dropout),
      new Linear(4096, 4096),
      new ReLU(true),
      new Dropout(dropout),
      new Linear(4096, numClasses),
    ) as Sequential;
    for (const module of this.modules()) initialize(module);
  }

  forward(x: Tensor): Tensor {
    return this.classifier(this.avgpool(this.features(x) as Tensor).flatten(1)) as Tensor;
  }
}

function initialize(module: Module): void {
  if (module instanceof Conv2d) {
    init.kaimingNormal_(module.weight, { mode: "fan_out", nonlinearity: "relu" });
    if (module.bias !== null) init.zeros_(module.bias);
  }
  if (module instanceof Linear) {
    init.normal_(module.weight, 0, 0.01);
    if (module.bias !== null) init.zeros_(module.bias);
  }
}

function make(owner: string, layers: keyof typeof plans, batchNorm: boolean, options: VGGOptions): VGG {
  checkModel(owner, options, { numClasses: "count", dropout: "number" });
  return new VGG(featuresOf(plans[layers], batchNorm), options);
}

/** {@link VGG} of 11 layers. Shape: (N, 3, H, W) → (N, numClasses). */
export function vgg11(options: VGGOptions = {}): VGG {
  return make("vgg11", 11, false, options);
}

/** {@link VGG} of 11 layers with batch norm. Shape: (N, 3, H, W) → (N, numClasses). */
export function vgg11Bn(options: VGGOptions = {}): VGG {
  return make("vgg11_bn", 11, true, options);
}

/** {@link VGG} of 13 layers. Shape: (N, 3, H, W) → (N, numClasses). */
export function vgg13(options: VGGOptions = {}): VGG {
  return make("vgg13", 13, false, options);
}

/** {@link VGG} of 13 layers with batch norm. Shape: (N, 3, H, W) → (N, numClasses). */
export function vgg13Bn(options: VGGOptions = {}): VGG {
  return make("vgg13_bn", 13, true, options);
}

/** {@link VGG} of 16 layers. Shape: (N, 3, H, W) → (N, numClasses). */
export function vgg16(options: VGGOptions = {}): VGG {
  return make("vgg16", 16, false, options);
}

/** {@link VGG} of 16 layers with batch norm. Shape: (N, 3, H, W) → (N, numClasses). */
export function vgg16Bn(options: VGGOptions = {}): VGG {
  return make("vgg16_bn", 16, true, options);
}

/** {@link VGG} of 19 layers. Shape: (N, 3, H, W) → (N, numClasses). */
export function vgg19(options: VGGOptions = {}): VGG {
  return make("vgg19", 19, false, options);
}

/** {@link VGG} of 19 layers with batch norm. Shape: (N, 3, H, W) → (N, numClasses). */
export function vgg19Bn(options: VGGOptions = {}): VGG {
  return make("vgg19_bn", 19, true, options);
}
