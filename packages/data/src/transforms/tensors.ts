// Compose, ToTensor, Lambda: transforms in a row, bytes as floats, functions as transforms.

import { checkArgument, DTypeError, type Tensor } from "@bernoulli/tensor";
import { Transform } from "./transform.js";

/** Transforms, or plain functions from images to images, in a row. See https://pytorch.org/vision/stable/generated/torchvision.transforms.Compose.html.
 *
 * @throws ArgumentError for a list that holds no functions.
 * @example
 * ```ts
 * import { Compose, Normalize, ToTensor } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * const transform = new Compose([new ToTensor(), new Normalize([0.5], [0.5])]);
 * transform(tensor(Uint8Array.of(0, 255)).view(1, 1, 2)).toArray(); // → [[[-1, 1]]]
 * ```
 */
export class Compose extends Transform {
  static override readonly name: string = "Compose";
  readonly transforms: readonly ((image: Tensor) => Tensor)[];

  constructor(transforms: readonly ((image: Tensor) => Tensor)[]) {
    super();
    checkArgument("Compose", "transforms", transforms, "array");
    for (const [at, transform] of transforms.entries())
      checkArgument("Compose", `transforms[${at}]`, transform, "function");
    this.transforms = transforms;
  }

  transform(image: Tensor): Tensor {
    return this.transforms.reduce((result, transform) => transform(result), image);
  }

  override toString(): string {
    return `Compose(\n${this.transforms.map((transform) => `    ${transform instanceof Transform ? String(transform) : `<function ${transform.name || "(anonymous)"}>`}\n`).join("")})`;
  }
}

/**
 * Bytes as float32 in [0, 1]: x / 255. Shape: (*) → (*). Images are uint8 tensors in planes here, (C, H, W), where torchvision's are
 * pictures of PIL. See https://pytorch.org/vision/stable/generated/torchvision.transforms.ToTensor.html.
 *
 * @throws DTypeError, when called, for images that are no bytes.
 * @example
 * ```ts
 * import { ToTensor } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * new ToTensor()(tensor(Uint8Array.of(0, 51, 255))).toArray(); // → [0, 0.2, 1]
 * ```
 */
export class ToTensor extends Transform {
  static override readonly name: string = "ToTensor";
  transform(image: Tensor): Tensor {
    checkArgument("ToTensor", "image", image, "Tensor");
    if (image.dtype !== "uint8")
      throw new DTypeError(
        `ToTensor: expected an image of dtype uint8, got ${image.dtype}; leave it out where images are floats already`,
      );
    return image.to("float32").div(255);
  }
}

/**
 * A function as a transform. See https://pytorch.org/vision/stable/generated/torchvision.transforms.Lambda.html.
 *
 * @example
 * ```ts
 * import { Lambda } from "@bernoulli/data";
 * import { ones } from "@bernoulli/tensor";
 * new Lambda((image) => image.mul(2))(ones(2)).toArray(); // → [2, 2]
 * ```
 */
export class Lambda extends Transform {
  static override readonly name: string = "Lambda";
  readonly lambd: (image: Tensor) => Tensor;

  constructor(lambd: (image: Tensor) => Tensor) {
    super();
    checkArgument("Lambda", "lambd", lambd, "function");
    this.lambd = lambd;
  }

  transform(image: Tensor): Tensor {
    return this.lambd(image);
  }
}
