// What all padding layers share: widths for each side, checked, and the call of `pad`.

import { ArgumentError, describeAll, type PadMode, pad, type Tensor } from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { python } from "../../print.js";

/** One width for all sides, or [left, right], then [top, bottom], then [front, back]; what is negative is cut off. */
export type Border = number | readonly number[];

export abstract class PadLayer extends Module {
  readonly padding: readonly number[];
  private readonly mode: PadMode;

  constructor(owner: string, mode: PadMode, dims: 1 | 2 | 3, padding: Border) {
    super();
    const sides = typeof padding === "number" ? Array.from({ length: 2 * dims }, () => padding) : padding;
    if (!Array.isArray(sides) || sides.length !== 2 * dims || !sides.every(Number.isSafeInteger))
      throw new ArgumentError(
        `${owner}: padding must be an integer or ${2 * dims} of them, but got ${describeAll(padding)}`,
      );
    this.padding = sides;
    this.mode = mode;
  }

  forward(input: Tensor): Tensor {
    return pad(input, this.padding, { mode: this.mode });
  }

  override extraRepr(): string {
    return python(this.padding);
  }
}
