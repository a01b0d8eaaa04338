// What a run hangs on, as one typed object: what the controls set, the URL holds, and the worker is told. Not how it is written into
// the URL (url.ts), nor what the page shows beside it (view/).

import { type Kind, kindsAt, type Place, places } from "./places.js";

export const optimizers = ["adam", "adamw", "sgd", "rmsprop"] as const;
export type OptimizerName = (typeof optimizers)[number];

/** How many images are learned from; fewer where the data set has fewer. */
export const sizes = [100, 250, 500, 1000, 2500, 5000, 50_000] as const;
export type TrainingSize = (typeof sizes)[number];

export const modes = ["train", "eval"] as const;
/** How the chosen image goes through the net that is shown: as in training, or as in use. Training itself is always in training mode. */
export type Mode = (typeof modes)[number];

export const speeds = ["full", "slow", "slower"] as const;
export type Speed = (typeof speeds)[number];
/** Steps a second at the most; null for as many as there can be. */
export const stepsPerSecond: Readonly<Record<Speed, number | null>> = { full: null, slow: 4, slower: 1 };

export const languages = ["en", "ko"] as const;
export type Language = (typeof languages)[number];

/** What is dropped at one place. */
export interface Drop {
  readonly kind: Kind;
  /** The share of units that is DROPPED. */
  readonly p: number;
}

export interface Settings {
  /** Whole, from 0 to 2³² − 1. */
  readonly seed: number;
  readonly optimizer: OptimizerName;
  /** From `leastRate` to `greatestRate`. */
  readonly lr: number;
  readonly size: TrainingSize;
  readonly drops: Readonly<Record<Place, Drop>>;
  readonly mode: Mode;
  readonly speed: Speed;
  /** Which of the held-out images that are offered is looked at. */
  readonly image: number;
  /** Null: the browser's. */
  readonly language: Language | null;
  /** Whether the page is the figure alone, to be shown within another page. */
  readonly embed: boolean;
}

export const [leastRate, greatestRate] = [1e-5, 1] as const;
export const greatestP = 0.95;
export const greatestSeed = 2 ** 32 - 1;
/** How many held-out images one may choose from. */
export const offered = 20;

/** The post's: dropout of a quarter before each linear layer. Fewer images than the post's, so that something is learned by heart soon. */
export const defaults: Settings = {
  seed: 0,
  optimizer: "adam",
  lr: 1e-3,
  size: 500,
  drops: {
    conv1: { kind: "none", p: 0.1 },
    conv2: { kind: "none", p: 0.1 },
    fc1: { kind: "dropout", p: 0.25 },
    fc2: { kind: "dropout", p: 0.25 },
  },
  mode: "train",
  speed: "full",
  image: 0,
  language: null,
  embed: false,
};

/** Whether a run with one of the settings goes on with the other: rates may change under way; seed, optimizer and images begin anew. */
export function goesOn(before: Settings, after: Settings): boolean {
  return before.seed === after.seed && before.optimizer === after.optimizer && before.size === after.size;
}

/** Whether anything is dropped anywhere. */
export function drops(settings: Settings): boolean {
  return places.some((place) => settings.drops[place].kind !== "none" && settings.drops[place].p > 0);
}

export const isKindAt = (place: Place, kind: string): kind is Kind =>
  (kindsAt[place] as readonly string[]).includes(kind);
