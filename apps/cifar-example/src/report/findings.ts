// What the numbers of a run say, in sentences for the terminal and the report. Everything is computed; nothing is assumed
// of dropout.

import type { NetName, Result } from "../experiment.js";

export const titles: { readonly [Net in NetName]: string } = {
  dropout: "with dropout",
  plain: "without dropout (the twin)",
};

/** How much better a net does on the images it was trained on than on the test images, in percentage points. */
export function gap({ history, test }: Pick<Result, "history" | "test">): number {
  return 100 * (history.at(-1)!.clean!["accuracy"]! - test.accuracy);
}

/** What dropout did, where there are both nets; otherwise nothing. */
export function findings(results: readonly Result[]): string[] {
  const dropout = results.find(({ net }) => net === "dropout");
  const plain = results.find(({ net }) => net === "plain");
  if (dropout === undefined || plain === undefined) return [];
  // Differences of the numbers as they are shown beside it: a reader subtracts them.
  const shown = (value: number) => Number(value.toFixed(1));
  const narrowed = shown(gap(plain)) - shown(gap(dropout));
  const better = shown(100 * dropout.test.accuracy) - shown(100 * plain.test.accuracy);
  const live = ({ history }: Result) => history.at(-1)!.live["accuracy"]!;
  const afterwards = (result: Result) => 100 * (result.history.at(-1)!.clean!["accuracy"]! - live(result));
  const share = (value: number) => `${(100 * value).toFixed(1)} %`;
  const points = (value: number, up: string, down: string) =>
    `${Math.abs(value).toFixed(1)} points ${value >= 0 ? up : down}`;
  const slower = live(dropout) < live(plain) ? ": dropout slows the training down" : "";
  return [
    `The gap between training and test accuracy is ${points(narrowed, "smaller", "larger")} with dropout, and its test accuracy is ${points(better, "higher", "lower")}.`,
    ...(narrowed > 0 ? [] : ["In this run dropout did not narrow the gap; with few epochs or few images it need not."]),
    `Measured live, with units dropped, it scored ${share(live(dropout))} on its last epoch's training images, the twin ${share(live(plain))}${slower}.`,
    `Afterwards, in evaluation mode, the same images gave ${points(afterwards(dropout), "more", "less")}, for the twin ${points(afterwards(plain), "more", "less")}.`,
    ...(afterwards(dropout) > afterwards(plain)
      ? ["Both learned while the epoch lasted; what is left of dropout's difference is its handicap in training."]
      : []),
  ];
}
