// The whole corpus: what is right, and what has one fault each.

import { correctLosses } from "./correct-losses.testing.js";
import { correctModes } from "./correct-modes.testing.js";
import { correctNets } from "./correct-nets.testing.js";
import { correctUpdates } from "./correct-updates.testing.js";
import { faultyLayers } from "./faulty-layers.testing.js";
import { faultyModes } from "./faulty-modes.testing.js";
import { faultyNumbers } from "./faulty-numbers.testing.js";
import { faultyParameters } from "./faulty-parameters.testing.js";
import type { FaultyProgram, Program } from "./programs.testing.js";

export const correct: readonly Program[] = [...correctModes, ...correctLosses, ...correctNets, ...correctUpdates];

export const faulty: readonly FaultyProgram[] = [
  ...faultyModes,
  ...faultyParameters,
  ...faultyLayers,
  ...faultyNumbers,
];
