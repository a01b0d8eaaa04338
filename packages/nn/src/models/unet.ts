// U-Net: images to maps of classes of the same size.

import { cat, type Tensor } from "@bernoulli/tensor";
import { BatchNorm2d, Conv2d, ConvTranspose2d, F, MaxPool2d, Module, ReLU, Sequential, Upsample } from "../index.js";
import { registerModules } from "../keys.js";
import { checkModel } from "./options.js";

export interface UNetOptions {
  /** Channels of the first level; each of the four below it has twice as many. Default 64. */
  readonly width?: number;
  /** Whether the way up is by bilinear interpolation instead of transposed convolutions. Default false. */
  readonly bilinear?: boolean;
}

/** Two convolutions of 3 × 3, each with norm and ReLU. */
class DoubleConv extends Module {
  static override readonly name: string = "DoubleConv";
  declare doubleConv: Sequential;

  constructor(inputs: number, outputs: number, middle = outputs) {
    super();
    const double = new Sequential(
      new Conv2d(inputs, middle, 3, { padding: 1, bias: false }),
      new BatchNorm2d(middle),
      new ReLU(true),
      new Conv2d(middle, outputs, 3, { padding: 1, bias: false }),
      new BatchNorm2d(outputs),
      new ReLU(true),
    );
    registerModules(this, { double_conv: double });
  }

  forward(x: Tensor): Tensor {
    return this.doubleConv(x) as Tensor;
  }
}

class Down extends Module {
  static override readonly name: string = "Down";
  declare maxpoolConv: Sequential;

  constructor(inputs: number, outputs: number) {
    super();
    registerModules(this, { maxpool_conv: new Sequential(new MaxPool2d(2), new DoubleConv(inputs, outputs)) });
  }

  forward(x: Tensor): Tensor {
    return this.maxpoolConv(x) as Tensor;
  }
}

class Up extends Module {
  static override readonly name: string = "Up";
  readonly up: Module;
  readonly conv: DoubleConv;

  constructor(inputs: number, outputs: number, bilinear: boolean) {
    super();
    this.up = bilinear
      ? new Upsample({ scaleFactor: 2, mode: "bilinear", alignCorners: true })
      : new ConvTranspose2d(inputs, inputs / 2, 2, { stride: 2 });
    this.conv = bilinear ? new DoubleConv(inputs, outputs, inputs / 2) : new DoubleConv(inputs, outputs);
  }

  forward(below: Tensor, beside: Tensor): Tensor {
    const large = this.up(below) as Tensor;
    const [down, right] = [beside.size(2) - large.size(2), beside.size(3) - large.size(3)];
    const half = Math.floor;
    // An odd side lost its last pixel on the way down.
    const fitted =
      down === 0 && right === 0
        ? large
        : F.pad(large, [half(right / 2), right - half(right / 2), half(down / 2), down - half(down / 2)]);
    return this.conv(cat([beside, fitted], 1));
  }
}

class OutConv extends Module {
  static override readonly name: string = "OutConv";
  readonly conv: Conv2d;

  constructor(inputs: number, outputs: number) {
    super();
    this.conv = new Conv2d(inputs, outputs, 1);
  }

  forward(x: Tensor): Tensor {
    return this.conv(x);
  }
}

/**
 * U-Net with batch norm: four levels down, four up, each joined with what the way down gave at its size.
 * Shape: (N, nChannels, H, W) → (N, nClasses, H, W), of at least 16 × 16. The keys are those of the PyTorch version that most scripts copy.
 * Ronneberger et al., arXiv:1505.04597.
 *
 * @throws ArgumentError for an unknown option.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { UNet } from "@bernoulli/nn/models";
 * new UNet(1, 2, { width: 4 })(zeros(1, 1, 33, 20)).shape; // → [1, 2, 33, 20]
 * ```
 */
export class UNet extends Module {
  static override readonly name: string = "UNet";
  readonly nChannels: number;
  readonly nClasses: number;
  readonly bilinear: boolean;
  readonly inc: DoubleConv;
  readonly down1: Down;
  readonly down2: Down;
  readonly down3: Down;
  readonly down4: Down;
  readonly up1: Up;
  readonly up2: Up;
  readonly up3: Up;
  readonly up4: Up;
  readonly outc: OutConv;

  constructor(nChannels: number, nClasses: number, options: UNetOptions = {}) {
    super();
    checkModel("UNet", options, { width: "count", bilinear: "boolean" });
    const { width = 64, bilinear = false } = options;
    const factor = bilinear ? 2 : 1;
    this.nChannels = nChannels;
    this.nClasses = nClasses;
    this.bilinear = bilinear;
    this.inc = new DoubleConv(nChannels, width);
    this.down1 = new Down(width, 2 * width);
    this.down2 = new Down(2 * width, 4 * width);
    this.down3 = new Down(4 * width, 8 * width);
    this.down4 = new Down(8 * width, (16 * width) / factor);
    this.up1 = new Up(16 * width, (8 * width) / factor, bilinear);
    this.up2 = new Up(8 * width, (4 * width) / factor, bilinear);
    this.up3 = new Up(4 * width, (2 * width) / factor, bilinear);
    this.up4 = new Up(2 * width, width, bilinear);
    this.outc = new OutConv(width, nClasses);
  }

  forward(x: Tensor): Tensor {
    const x1 = this.inc(x);
    const x2 = this.down1(x1);
    const x3 = this.down2(x2);
    const x4 = this.down3(x3);
    const x5 = this.down4(x4);
    return this.outc(this.up4(this.up3(this.up2(this.up1(x5, x4), x3), x2), x1));
  }
}
