// MixUp and CutMix: images of a batch mixed with those before them, and their labels with them. What is drawn is what version 2 of torchvision's
// transforms draws, which alone has them. Not transforms of images: they take batches with labels, after the loader.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  DTypeError,
  describeAll,
  type Generator,
  isFloating,
  oneHot,
  optionsOf,
  type Positional,
  ShapeError,
  scope,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { Beta } from "@bernoulli/tensor/distributions";
import { cropped } from "./crops.js";
import { drawBelow } from "./draws.js";
import { float } from "./sizes.js";
import { asFunction } from "./transform.js";

export interface MixOptions {
  /** Of the Beta(α, α) from which it is drawn how much of each image stays: positive. Default 1: any part is as likely. */
  readonly alpha?: number;
  /** How many classes there are. Only labels that are shares of classes already do without. */
  readonly numClasses?: number | null;
  /** Where it is drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

/** A batch: images, and shares of classes. */
export type MixedBatch = [images: Tensor, labels: Tensor];

/** What both have in common. An instance is called like a function. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor returns a function, which the interface types
export abstract class Mix {
  static readonly name: string = "Mix";
  readonly alpha: number;
  readonly numClasses: number | null;
  readonly generator: Generator | undefined;

  constructor(owner: string, rest: Positional<MixOptions, []>) {
    const options = optionsOf<MixOptions>(owner, [], rest);
    checkOptions(owner, options, { alpha: "number", numClasses: "anything", generator: "Generator" });
    const { alpha = 1, numClasses = null, generator } = options;
    if (!(alpha > 0 && alpha < Number.POSITIVE_INFINITY))
      throw new ArgumentError(`${owner}: alpha must be positive and finite, but got ${alpha}`);
    if (numClasses !== null && !(Number.isSafeInteger(numClasses) && numClasses > 0))
      throw new ArgumentError(`${owner}: numClasses must be a positive integer, but got ${describeAll(numClasses)}`);
    this.alpha = alpha;
    this.numClasses = numClasses;
    this.generator = generator;
    const call = (images: Tensor, labels: Tensor): MixedBatch => (call as unknown as Mix).transform(images, labels);
    Object.assign(asFunction(call, new.target.prototype as object), this);
    // biome-ignore lint/correctness/noConstructorReturn: an instance is called like a function, as in PyTorch
    return call as unknown as Mix;
  }

  /** The images mixed, and how much of each stayed. */
  protected abstract mix(images: Tensor): readonly [images: Tensor, stays: number];

  /** What calling it does. */
  transform(images: Tensor, labels: Tensor): MixedBatch {
    const owner = this.constructor.name;
    checkArgument(owner, "images", images, "Tensor");
    checkArgument(owner, "labels", labels, "Tensor");
    if (images.ndim !== 4)
      throw new ShapeError(`${owner}: Expected a batched input with 4 dims, (N, C, H, W), but got ${images.ndim}`);
    const shares = sharesOf(owner, labels, this.numClasses);
    if (images.size(0) !== labels.size(0))
      throw new ShapeError(
        `${owner}: The batch size of the images does not match the batch size of the labels: ${images.size(0)} != ${labels.size(0)}`,
      );
    const [mixed, stays] = this.mix(images);
    return [mixed, blended(shares, stays)];
  }

  /** A number of Beta(α, α), as float32. */
  protected drawPart(): number {
    const { generator } = this;
    return scope(() => {
      const alpha = tensor([this.alpha]);
      return new Beta(alpha, alpha).sample([], generator === undefined ? {} : { generator }).item();
    });
  }

  /** As torchvision prints it. */
  toString(): string {
    const classes = this.numClasses === null ? "" : `, num_classes=${this.numClasses}`;
    return `${this.constructor.name}(alpha=${float(this.alpha)}${classes})`;
  }
}

export interface Mix {
  // biome-ignore lint/style/useShorthandFunctionType: an interface merges with the class, a type would clash with it
  (images: Tensor, labels: Tensor): MixedBatch;
}

/** Labels as shares of classes. */
function sharesOf(owner: string, labels: Tensor, numClasses: number | null): Tensor {
  if (labels.ndim !== 1 && labels.ndim !== 2)
    throw new ShapeError(
      `${owner}: labels should be index based with shape (batch_size,) or probability based with shape (batch_size, num_classes), but got [${labels.shape.join(", ")}]`,
    );
  if (labels.ndim === 2 && numClasses !== null && labels.size(1) !== numClasses)
    throw new ShapeError(
      `${owner}: When passing 2D labels, the number of elements in last dimension must match numClasses: ${labels.size(1)} != ${numClasses}; you can leave numClasses out`,
    );
  if (labels.ndim === 1 && numClasses === null)
    throw new ArgumentError(`${owner}: numClasses must be passed if the labels are index-based (1D)`);
  const shares = labels.ndim === 1 ? oneHot(labels, numClasses!) : labels;
  return isFloating(shares.dtype) ? shares : shares.to("float32");
}

/** So much of each, and the rest of the one before it; before the first is the last. */
function blended(rows: Tensor, stays: number): Tensor {
  return rows
    .roll(1, 0)
    .mul(1 - stays)
    .add(rows.mul(stays));
}

/**
 * Blends each image of a batch with the one before it, by one drawn part for the whole batch, and the labels alike: shuffle batches. After Zhang et al.,
 * mixup: Beyond Empirical Risk Minimization, 2017. Shapes: (N, C, H, W) and labels (N,) or (N, classes) → (N, C, H, W) and (N, classes).
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.v2.MixUp.html.
 *
 * @throws ArgumentError for an `alpha` or `numClasses` that is none. When called: ShapeError for shapes that do not go together, DTypeError for images that
 * are no floats, ArgumentError for labels by number without `numClasses`.
 * @example
 * ```ts
 * import { MixUp } from "@bernoulli/data";
 * import { ones, tensor } from "@bernoulli/tensor";
 * const mixUp = new MixUp({ alpha: 0.2, numClasses: 10 });
 * const [images, labels] = mixUp(ones(2, 3, 4, 4), tensor([3, 7], { dtype: "int32" }));
 * images.shape; // → [2, 3, 4, 4]
 * labels.shape; // → [2, 10]
 * ```
 */
export class MixUp extends Mix {
  static override readonly name: string = "MixUp";
  constructor(...rest: Positional<MixOptions, []>) {
    super("MixUp", rest);
  }

  protected override mix(images: Tensor): readonly [Tensor, number] {
    if (!isFloating(images.dtype))
      throw new DTypeError(
        `MixUp: expected images of floats, got ${images.dtype}; convert with .to("float32"), or by ToTensor`,
      );
    const stays = this.drawPart();
    return [blended(images, stays), stays];
  }
}

/**
 * Puts a drawn rectangle of the image before it into each image of a batch, the same for all of them, and mixes the labels by its area: shuffle batches.
 * After Yun et al., CutMix: Regularization Strategy to Train Strong Classifiers with Localizable Features, 2019. Shapes: (N, C, H, W) and labels (N,) or
 * (N, classes) → (N, C, H, W) and (N, classes). See https://pytorch.org/vision/stable/generated/torchvision.transforms.v2.CutMix.html.
 *
 * @throws ArgumentError for an `alpha` or `numClasses` that is none. When called: ShapeError for shapes that do not go together, ArgumentError for labels
 * by number without `numClasses`.
 * @example
 * ```ts
 * import { CutMix } from "@bernoulli/data";
 * import { ones, tensor } from "@bernoulli/tensor";
 * const cutMix = new CutMix({ numClasses: 10 });
 * String(cutMix); // → "CutMix(alpha=1.0, num_classes=10)"
 * cutMix(ones(2, 3, 4, 4), tensor([3, 7], { dtype: "int32" }))[1].shape; // → [2, 10]
 * ```
 */
export class CutMix extends Mix {
  static override readonly name: string = "CutMix";
  constructor(...rest: Positional<MixOptions, []>) {
    super("CutMix", rest);
  }

  protected override mix(images: Tensor): readonly [Tensor, number] {
    const part = this.drawPart();
    const [rows, columns] = images.shape.slice(-2) as [number, number];
    const x = drawBelow(columns, this.generator);
    const y = drawBelow(rows, this.generator);
    const half = 0.5 * Math.sqrt(1 - part);
    const [halfWidth, halfHeight] = [Math.trunc(half * columns), Math.trunc(half * rows)];
    const [left, top] = [Math.max(x - halfWidth, 0), Math.max(y - halfHeight, 0)];
    const size = [Math.min(y + halfHeight, rows) - top, Math.min(x + halfWidth, columns) - left] as const;
    const mixed = images.clone();
    if (size[0] > 0 && size[1] > 0) cropped(mixed, top, left, size).copy_(cropped(images.roll(1, 0), top, left, size));
    return [mixed, 1 - (size[0] * size[1]) / (columns * rows)];
  }
}
