// Which modules of a net drop something while they train: by what they are, by their name, or by a rate that they have.

import {
  AlphaDropout,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  FeatureAlphaDropout,
  type Module,
} from "@bernoulli/nn";
import { DrawingModule } from "../drawing.js";
import { GaussianNoise } from "../masks/gaussian.js";
import { Cutout } from "../masks/patches.js";

const kinds = [Dropout, Dropout1d, Dropout2d, Dropout3d, AlphaDropout, FeatureAlphaDropout];

/** Whether a module is a kind of dropout. What adds noise, or takes something from pictures before they enter, is none. */
export function isDropout(module: Module): boolean {
  if (module instanceof GaussianNoise || module instanceof Cutout) return false;
  return (
    module instanceof DrawingModule ||
    kinds.some((kind) => module instanceof kind) ||
    module.constructor.name.includes("Drop")
  );
}

/** Whether a module drops while it trains, itself or by a rate of its own, as recurrent layers and attention do. */
export function dropsInTraining(module: Module): boolean {
  const { dropout } = module as Module & { dropout?: unknown };
  return isDropout(module) || (typeof dropout === "number" && dropout > 0);
}
