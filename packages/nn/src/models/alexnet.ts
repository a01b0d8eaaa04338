// AlexNet, torchvision's.

import type { Tensor } from "@bernoulli/tensor";
import { AdaptiveAvgPool2d, Conv2d, Dropout, Linear, MaxPool2d, Module, ReLU, Sequential } from "../index.js";
import { type ClassifierOptions, checkModel } from "./options.js";

export interface AlexNetOptions extends ClassifierOptions {
  /** How likely dropout drops an element. Default 0.5. */
  readonly dropout?: number;
}

/**
 * AlexNet: five convolutions, and three linear layers with dropout before the first two. Shape: (N, 3, H, W) → (N, numClasses), of at least 63 × 63.
 * See https://pytorch.org/vision/stable/models/generated/torchvision.models.alexnet.html; Krizhevsky, arXiv:1404.5997.
 *
 * @throws ArgumentError for an unknown option.
 */
export class AlexNet extends Module {
  static override readonly name: string = "AlexNet";
  readonly features = new Sequential(
    new Conv2d(3, 64, 11, { stride: 4, padding: 2 }),
    new ReLU(true),
    new MaxPool2d(3, 2),
    new Conv2d(64, 192, 5, { padding: 2 }),
    new ReLU(true),
    new MaxPool2d(3, 2),
    new Conv2d(192, 384, 3, { padding: 1 }),
    new ReLU(true),
    new Conv2d(384, 256, 3, { padding: 1 }),
    new ReLU(true),
    new Conv2d(256, 256, 3, { padding: 1 }),
    new ReLU(true),
    new MaxPool2d(3, 2),
  );
  readonly avgpool = new AdaptiveAvgPool2d([6, 6]);
  readonly classifier: Sequential;

  constructor(options: AlexNetOptions = {}) {
    super();
    checkModel("alexnet", options, { numClasses: "count", dropout: "number" });
    const { numClasses = 1000, dropout = 0.5 } = options;
    this.classifier = new Sequential(
      new Dropout(dropout),
      new Linear(256 * 6 * 6, 4096),
      new ReLU(true),
      new Dropout(dropout),
      new Linear(4096, 4096),
      new ReLU(true),
      new Linear(4096, numClasses),
    ) as Sequential;
  }

  forward(x: Tensor): Tensor {
    return this.classifier(this.avgpool(this.features(x)).flatten(1)) as Tensor;
  }
}

/** An {@link AlexNet}, under torchvision's name. */
export function alexnet(options: AlexNetOptions = {}): AlexNet {
  return new AlexNet(options);
}
