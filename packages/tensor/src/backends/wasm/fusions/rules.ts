// The rules, those that save more first: patterns, and then regions of what they left. Only the lists; each rule has a file of its own.

import type { Planner } from "../../../compile/planner.js";
import type { Precision, Rule } from "../../../compile/step.js";
import { convolutionRules } from "./convolutions/rule.js";
import { crossEntropyRule } from "./cross-entropy.js";
import { geluRule } from "./gelu.js";
import { linearRules } from "./linear.js";
import { regionRule } from "./region.js";
import { rowsRule } from "./region-rows.js";

/** Those that change no bit. */
const regions: readonly (readonly Rule[])[] = [[rowsRule], [regionRule]];

/** @__NO_SIDE_EFFECTS__ */
function listed(precision: Precision): readonly (readonly Rule[])[] {
  return [[...convolutionRules(precision), ...linearRules, crossEntropyRule, geluRule], ...regions];
}

export const rules: Planner["rules"] = { high: listed("high"), highest: listed("highest") };
