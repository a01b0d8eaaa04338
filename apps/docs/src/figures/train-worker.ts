// Trains a net and its twin for the page, a few steps at a time, and tells after each few what there is to see.

import { setNumThreads } from "bernoulli";
import { Pair, type PairOptions } from "./pair.js";
import { steps } from "./train-steps.js";

/** What the page asks for: a run with these settings, or that the run stops and goes on. */
export type TrainRequest = ({ readonly kind: "run" } & PairOptions) | { readonly kind: "pause" | "goOn" };

// Nets of this size gain nothing by more.
setNumThreads(1);

/** Steps from one picture to the next. */
const stepsAPicture = 2;
/** Milliseconds from one picture to the next: an eye sees single masks. */
const pace = 60;

let pair: Pair | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function turn(): void {
  if (pair === null) return;
  for (let at = 0; at < stepsAPicture; at++) pair.step();
  const state = pair.look();
  self.postMessage(state);
  if (state.step < steps) timer = setTimeout(turn, pace);
}

self.addEventListener("message", ({ data }: MessageEvent<TrainRequest>) => {
  clearTimeout(timer);
  if (data.kind === "pause") return;
  if (data.kind === "run") {
    pair = new Pair(data);
    self.postMessage(pair.look());
  }
  timer = setTimeout(turn, pace);
});
