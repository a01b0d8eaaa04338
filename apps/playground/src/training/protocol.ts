// What the page and the worker say to each other. The page asks for a frame once an animation frame, and gets one when there is news: so a
// slow page gets few, and a hidden one none.

import type { OfBoth } from "../state/nets.js";
import type { Settings } from "../state/settings.js";
import type { Measured, Score } from "./learner.js";
import type { Details, Way } from "./look.js";

export type ToWorker =
  /** Goes on with what may change under way, or begins anew with what may not. */
  | { readonly type: "settings"; readonly settings: Settings }
  | { readonly type: "run"; readonly isRunning: boolean }
  | { readonly type: "step" }
  | { readonly type: "restart" }
  | { readonly type: "frame" }
  /** What is looked at instead of a held-out image: 3 × 32 × 32 bytes; null for that again. */
  | { readonly type: "picture"; readonly pixels: Uint8Array<ArrayBuffer> | null }
  /** Data to learn from; none for the built-in shapes again. */
  | { readonly type: "files"; readonly files: readonly NamedFile[] };

/** A file by its name, which not every clone of a File keeps. */
export interface NamedFile {
  readonly name: string;
  readonly data: Blob;
}

export type FromWorker = Begun | Frame | Refused | { readonly type: "failed"; readonly message: string };

/** A run begins. */
export interface Begun {
  readonly type: "begun";
  readonly data: { readonly name: "shapes" | "cifar10" | "mnist"; readonly classes: readonly string[] };
  readonly counts: { readonly train: number; readonly heldOut: number; readonly available: number };
  /** The held-out images that are offered: RGBA, 32 × 32 each, one behind another. */
  readonly offered: Uint8ClampedArray<ArrayBuffer>;
  readonly labels: readonly number[];
  readonly threads: number;
  readonly isIsolated: boolean;
}

/** One step's numbers. */
export interface Point {
  readonly step: number;
  readonly live: OfBoth<Score>;
  readonly measured: OfBoth<Measured> | null;
}

export interface Frame {
  readonly type: "frame";
  readonly step: number;
  readonly epoch: number;
  readonly isRunning: boolean;
  /** Training samples a second, of both nets together; 0 until it is known. */
  readonly rate: number;
  /** The steps since the last frame. */
  readonly points: readonly Point[];
  readonly way: OfBoth<Way>;
  /** Null where those of before still hold. */
  readonly details: Details | null;
  /** What the worker's tensors hold. */
  readonly bytes: number;
}

/** Files that are no data set. */
export interface Refused {
  readonly type: "refused";
  readonly reason: Refusal;
  readonly file: string;
  /** In English, from who reads the format. */
  readonly detail: string;
}

export const refusals = ["corrupt", "unknown", "labels", "few", "large"] as const;
export type Refusal = (typeof refusals)[number];
