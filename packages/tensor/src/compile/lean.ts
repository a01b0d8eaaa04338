// compile of the lean entry: all fusions but for convolutions in groups, in steps, of dilated kernels or of one element, and transposed ones,
// which run by their own kernels then, as a warning says once, and `explain({ why: true })`.

import { leanPlanners } from "../backends/lean-planners.js";
import type { compile as compileAll } from "./compile.js";
import { compiledBy } from "./compiled.js";

/** As compile, without the fusions of rarer convolutions: those are in that of `@bernoulli/tensor/compile`. */
export const compile: typeof compileAll = (body, options = {}) => compiledBy(leanPlanners, body, options);
