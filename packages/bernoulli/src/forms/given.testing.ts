// What the forms are about: the tensors that PyTorch was given, anew for each form.

import { type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { type Tensor, tensor } from "../index.js";

export const { cases } = loadFixtures("forms");

const stored = cases[0]!["tensors"] as Given<FixtureTensor>;

/** By the names that they have in the texts of the forms. */
export interface Given<Kind = Tensor> {
  /** [3, 4], as `y`, the leaf `w` and the shares `p`. */
  readonly x: Kind;
  readonly y: Kind;
  readonly w: Kind;
  readonly p: Kind;
  /** [4, 3]. */
  readonly z: Kind;
  /** [2, 3, 4]. */
  readonly b: Kind;
  /** [2, 4, 3]. */
  readonly c: Kind;
  /** [4]. */
  readonly v: Kind;
  /** Truths, [3, 4]. */
  readonly mask: Kind;
  /** Integers: rows of x, [2]. */
  readonly i: Kind;
  /** Integers: a column of each row of x, [3]. */
  readonly labels: Kind;
  /** Integers: rows and columns, [2, 4]. */
  readonly places: Kind;
  /** NaN, ±∞, 0 and 1. */
  readonly special: Kind;
}

/** What a form may give: the answer, or several. */
export type Answer = Tensor | number | boolean | string | { readonly [Symbol.iterator]: unknown } | readonly Answer[];

/** Each form, by its text in Python, as it is written here. */
export type Forms = Readonly<Record<string, (given: Given) => Answer>>;

export function given(): Given {
  const made = Object.entries(stored).map(([name, { data, dtype, shape }]: [string, FixtureTensor]) => [
    name,
    tensor(data, { dtype })
      .view(shape)
      .detach()
      .requiresGrad_(name === "w"),
  ]);
  return Object.fromEntries(made) as Given;
}
