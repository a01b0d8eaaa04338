// LeNet-5: the net that read cheques.

import { type Tensor, tanh } from "@bernoulli/tensor";
import { AvgPool2d, Conv2d, Linear, Module } from "../index.js";
import { type ClassifierOptions, checkModel } from "./options.js";

/**
 * LeNet-5 for digits: two convolutions of 5 × 5 with average pooling, and three linear layers, hyperbolic tangents between. The second
 * convolution sees all channels, and the output is a linear layer, as it is written today. 61,706 parameters with ten classes.
 * Shape: (N, 1, 28, 28) → (N, numClasses). LeCun et al., Gradient-based learning applied to document recognition, 1998.
 *
 * @throws ArgumentError for an unknown option.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { LeNet5 } from "@bernoulli/nn/models";
 * new LeNet5()(zeros(2, 1, 28, 28)).shape; // → [2, 10]
 * ```
 */
export class LeNet5 extends Module {
  static override readonly name: string = "LeNet5";
  readonly conv1 = new Conv2d(1, 6, 5, { padding: 2 });
  readonly conv2 = new Conv2d(6, 16, 5);
  readonly pool = new AvgPool2d(2);
  readonly fc1 = new Linear(16 * 5 * 5, 120);
  readonly fc2 = new Linear(120, 84);
  readonly fc3: Linear;

  constructor(options: ClassifierOptions = {}) {
    super();
    checkModel("LeNet5", options, { numClasses: "count" });
    this.fc3 = new Linear(84, options.numClasses ?? 10);
  }

  forward(x: Tensor): Tensor {
    const first = this.pool(tanh(this.conv1(x)));
    const second = this.pool(tanh(this.conv2(first)));
    return this.fc3(tanh(this.fc2(tanh(this.fc1(second.flatten(1))))));
  }
}
