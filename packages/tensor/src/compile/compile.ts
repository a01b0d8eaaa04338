// compile, with every fusion that there is; what is compiled is compiled.ts's. For the lean entry it is an entry of its own, beside which
// the one of lean.ts knows what most nets want.

import { planners } from "../backends/planners.js";
import { type Compiled, type CompileOptions, compiledBy } from "./compiled.js";
import { currentRecording } from "./trace.js";

export type { Compiled, CompileOptions } from "./compiled.js";

/**
 * Makes a faster function of a step of training, or of a model. Each call runs `body` to record what it computes, and then
 * computes that as a whole: with layers fused, with memory reused, and without what nobody asked for. Results agree with
 * the plain call to rounding, and masks are the same.
 *
 * What the body returns (tensors, alone or in arrays and plain objects) can be read afterwards, with its gradients and what a backward from
 * it needs; and so can what it wrote or kept: parameters, optimizer state, buffers. Other tensors made inside end with the call; of
 * parameters' gradients only where `keepGrads` is false. Reading a tensor inside the body computes what was recorded so far; the parts
 * before and behind are then planned apart. Where the body throws, what it did until then is computed, as in the plain call. Where a kernel
 * cannot run, for want of memory as a rule, what depends on it is not computed: what would have been written by that stays as it was. A
 * kernel's error, such as an index that leads out, comes when it runs: at a read or at the end of the call, not at the op; a result that
 * nobody reads is not computed, and has none. A model that is called for a backward later keeps all that the backward needs, and little is
 * fused: put the backward inside.
 * See https://pytorch.org/docs/stable/generated/torch.compile.html.
 *
 * @throws ArgumentError if the body is no function, or returns a promise.
 * @example
 * ```ts
 * import { compile, tensor } from "@bernoulli/tensor";
 * const weight = tensor([1, 2], { requiresGrad: true });
 * const loss = compile((x: typeof weight) => weight.mul(x).relu().sum());
 * loss(tensor([3, -4])).item(); // → 3
 * ```
 */
export function compile<Arguments extends readonly unknown[], Result>(
  body: (...inputs: Arguments) => Result,
  options: CompileOptions = {},
): Compiled<Arguments, Result> {
  return compiledBy(planners, body, options);
}

/**
 * Whether a compiled function is being recorded, so that what is computed has no values yet: reading one computes what was recorded so far,
 * and splits the plan.
 * See https://pytorch.org/docs/stable/generated/torch.compiler.is_compiling.html.
 *
 * @example
 * ```ts
 * import { compile, isCompiling, ones } from "@bernoulli/tensor";
 * const seen: boolean[] = [];
 * compile(() => (seen.push(isCompiling()), ones(1)))();
 * [seen[0], isCompiling()]; // → [true, false]
 * ```
 */
export function isCompiling(): boolean {
  return currentRecording() !== null;
}
