// The rules, those that save more first: patterns, and then regions of what they left. Only the lists; each rule has a file of its own.

import type { Planner } from "../../../compile/planner.js";
import type { Precision, Rule } from "../../../compile/step.js";
import type { Methods } from "./convolutions/method.js";
import { convolutionRules } from "./convolutions/rule.js";
import { crossEntropyRule } from "./cross-entropy.js";
import { geluRule } from "./gelu.js";
import { linearRules } from "./linear.js";
import { regionRule } from "./region.js";
import { rowsRule } from "./region-rows.js";

/** Those that change no bit. */
const regions: readonly (readonly Rule[])[] = [[rowsRule], [regionRule]];

/** With convolutions computed by one of the methods given. */
export function rulesOf(convolutions: Methods): Planner["rules"] {
  const listed = (precision: Precision): readonly (readonly Rule[])[] => [
    [...convolutionRules(precision, convolutions), ...linearRules, crossEntropyRule, geluRule],
    ...regions,
  ];
  return { high: listed("high"), highest: listed("highest") };
}
