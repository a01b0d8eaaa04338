// The door for writes, as ops in place go through it: with it come the rules of what becomes of views' histories, which who writes
// nothing does not load. What writes without being recorded, as the walk of backward does, takes door/apply-in-place.ts itself.

import { setViewRules } from "../autograd/view-rules.js";
import { viewRules } from "../autograd/views.js";
import { applyInPlace as applyRecorded } from "../door/apply-in-place.js";

/** Runs an op in place of its first input: {@link applyRecorded}. */
export const applyInPlace: typeof applyRecorded = (...given) => {
  setViewRules(viewRules);
  return applyRecorded(...given);
};
