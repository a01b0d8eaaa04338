// Unfold and Fold: an image as columns of what lies under each window, and back.

import {
  type ByName,
  type ColumnOptions,
  checkOptions,
  inPlace,
  optionsOf,
  type Pair,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { fold, unfold } from "../../functional/columns.js";
import { Module } from "../../module.js";
import { python } from "../../print.js";
import { checkPair } from "../options.js";

const places = ["dilation", "padding", "stride"] as const;
type Places = ["dilation", "padding", "stride"];

/** The sizes of both, as they were given, which is how PyTorch prints them. */
abstract class Windows extends Module {
  readonly kernelSize: number | Pair;
  readonly dilation: number | Pair;
  readonly padding: number | Pair;
  readonly stride: number | Pair;

  constructor(owner: string, kernelSize: number | Pair, rest: Positional<ColumnOptions, Places>) {
    super();
    const options = optionsOf<ColumnOptions>(owner, places, rest);
    checkOptions(owner, options, places);
    const { dilation = 1, padding = 0, stride = 1 } = options;
    checkPair(owner, "kernelSize", kernelSize);
    checkPair(owner, "dilation", dilation);
    checkPair(owner, "padding", padding, 0);
    checkPair(owner, "stride", stride);
    this.kernelSize = kernelSize;
    this.dilation = dilation;
    this.padding = padding;
    this.stride = stride;
  }

  override extraRepr(): string {
    const { kernelSize, dilation, padding, stride } = this;
    return `kernel_size=${python(kernelSize)}, dilation=${python(dilation)}, padding=${python(padding)}, stride=${python(stride)}`;
  }
}

/**
 * What lies under each window of an image, as columns. Shape: (N, C, H, W) → (N, C·kH·kW, L) or (C, H, W) → (C·kH·kW, L), with L windows,
 * row by row. See https://pytorch.org/docs/stable/generated/torch.nn.Unfold.html.
 *
 * @throws ArgumentError for sizes out of range; ShapeError, when called, if the input is no image, or no window fits.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Unfold } from "@bernoulli/nn";
 * const patches = new Unfold(16, { stride: 16 });
 * patches(ones(2, 3, 64, 64)).shape; // → [2, 768, 16]
 * String(patches); // → "Unfold(kernel_size=16, dilation=1, padding=0, stride=16)"
 * ```
 */
export class Unfold extends Windows {
  static override readonly name: string = "Unfold";

  constructor(
    kernelSize: number | Pair | ByName<"kernelSize", number | Pair, ColumnOptions>,
    ...rest: Positional<ColumnOptions, Places>
  ) {
    [kernelSize, rest] = inPlace<number | Pair, typeof rest>("Unfold", "kernelSize", kernelSize, rest);
    super("Unfold", kernelSize, rest);
  }

  forward(input: Tensor): Tensor {
    const { dilation, padding, stride } = this;
    return unfold(input, this.kernelSize, { dilation, padding, stride });
  }
}

/**
 * Columns, as Unfold gives them, added up to an image where they lie. Shape: (N, C·kH·kW, L) → (N, C, H, W) or (C·kH·kW, L) → (C, H, W), (H, W)
 * being `outputSize`. See https://pytorch.org/docs/stable/generated/torch.nn.Fold.html.
 *
 * @throws ArgumentError for sizes out of range; ShapeError, when called, if the columns are not those of such windows.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Fold } from "@bernoulli/nn";
 * const image = new Fold([4, 5], [2, 2]);
 * image(ones(1, 12, 12)).shape; // → [1, 3, 4, 5]
 * String(image); // → "Fold(output_size=(4, 5), kernel_size=(2, 2), dilation=1, padding=0, stride=1)"
 * ```
 */
export class Fold extends Windows {
  static override readonly name: string = "Fold";
  readonly outputSize: number | Pair;

  constructor(
    outputSize: number | Pair,
    kernelSize: number | Pair | ByName<"kernelSize", number | Pair, ColumnOptions>,
    ...rest: Positional<ColumnOptions, Places>
  ) {
    [kernelSize, rest] = inPlace<number | Pair, typeof rest>("Fold", "kernelSize", kernelSize, rest);
    super("Fold", kernelSize, rest);
    checkPair("Fold", "outputSize", outputSize);
    this.outputSize = outputSize;
  }

  forward(input: Tensor): Tensor {
    const { dilation, padding, stride } = this;
    return fold(input, this.outputSize, this.kernelSize, { dilation, padding, stride });
  }

  override extraRepr(): string {
    return `output_size=${python(this.outputSize)}, ${super.extraRepr()}`;
  }
}
