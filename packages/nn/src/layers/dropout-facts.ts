// What a kind of dropout says of itself, as data: beside its class, for tools that look for what drops, and for the test that holds every
// kind to it. The facts themselves are the kinds'.

/** What holds of a kind of dropout, at a rate p where it has one: `Dropout.facts`, `DropPath.facts`. */
export interface DropoutFacts {
  /** Of what one draw decides. */
  readonly decides:
    | ("element" | "channel" | "sample" | "batch" | "sequence" | "block" | "square")
    | ("weight" | "word" | "token" | "layer" | "edge" | "node" | "own shape");
  /** What is drawn; a concrete draw is nearly 0 or 1, and a subset is of a size that is known. */
  readonly distribution: "bernoulli" | "normal" | "uniform" | "concrete" | "subset";
  /** What stands in the place of what is dropped; null where values get noise and none is dropped. */
  readonly dropped: "zero" | "saturation" | "previous" | "target" | "unknown" | "absent" | null;
  /** By what that is multiplied which is not dropped; null where it is no number of p alone. */
  readonly scale: ((p: number) => number) | null;
  /** The moments of an element that stay over the draws: a variance only of inputs of mean 0 and variance 1. */
  readonly keeps: readonly ("mean" | "variance")[];
  /** The variance of the factor, or the summand, that an element meets; null where it is no number of p alone. */
  readonly variance: ((p: number) => number) | null;
  /** Evaluation gives the input itself, or the mean over the draws, or leaves out what has hardly a part. */
  readonly evaluation: "identity" | "mean" | "thinned";
  /** What the way back goes by: the forward's draws, or others. */
  readonly backward: "the same draws" | "other draws";
  /** Whether it stands within a net, or changes inputs before they enter, as augmentations do. */
  readonly place: "net" | "input";
}

/**
 * Of dropout as such: what is dropped is zero, and what is kept is divided by 1 − p, so that the mean stays.
 *
 * @__NO_SIDE_EFFECTS__
 */
export const zeroingFacts = (decides: DropoutFacts["decides"]): DropoutFacts => ({
  ...{ decides, distribution: "bernoulli", dropped: "zero", keeps: ["mean"], evaluation: "identity" },
  ...{ scale: (p) => 1 / (1 - p), variance: (p) => p / (1 - p), backward: "the same draws", place: "net" },
});
