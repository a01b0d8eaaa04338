// The verdict on one recorded call, made plainly and under `compile`.

import { recognise } from "./documented.mjs";
import { runFunction } from "./functions.mjs";
import { bernoulli } from "./library.mjs";
import { runModule, runOptimizer } from "./modules.mjs";
import { Documented, Inexpressible, Mismatch } from "./verdicts.mjs";

/** `refused` is an error of ours where PyTorch computes; `failed compiled` failed only there. */
export const verdicts = ["passed", "failed", "failed compiled", "refused", "documented", "not expressible"];

const runners = { module: runModule, optim: runOptimizer };

/**
 * What becomes of a call: `{ verdict, why }`. `signs` counts those of zeros too.
 */
export function judge(record, { compile = true, signs = false } = {}) {
  for (const mode of compile ? ["eager", "compiled"] : ["eager"]) {
    try {
      bernoulli.scope(() => {
        (runners[record.kind] ?? runFunction)(record, mode, signs);
      });
    } catch (error) {
      return verdictOf(record, error, mode);
    }
  }
  return { verdict: "passed" };
}

function verdictOf(record, error, mode) {
  if (error instanceof Inexpressible) return { verdict: "not expressible", why: error.message };
  if (error instanceof Documented) return { verdict: "documented", why: error.message };
  const message = error instanceof Mismatch ? error.message : `throws ${error.name}: ${error.message}`;
  const key = recognise(record, message);
  if (key !== null) return { verdict: "documented", why: key };
  if (mode !== "eager") return { verdict: "failed compiled", why: message };
  return { verdict: error instanceof bernoulli.BernoulliError ? "refused" : "failed", why: message };
}
