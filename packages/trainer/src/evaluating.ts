// Evaluation leaves no trace: modes and the default random stream are afterwards what they were before.

import type { Module } from "@bernoulli/nn";
import { defaultGenerator } from "@bernoulli/tensor";

/** Notes the mode of every module, and returns what brings them back. */
export function rememberModes(model: Module): () => void {
  const modes = [...model.modules()].map((module) => [module, module.training] as const);
  return () => {
    for (const [module, training] of modes) module.training = training;
  };
}

/**
 * Runs `body` with the model in evaluation mode. A DataLoader draws a seed from the default generator at each pass,
 * shuffled or not; without the rewind a training run would change with the number of evaluations in it.
 */
export async function evaluating<Result>(model: Module, body: () => Promise<Result>): Promise<Result> {
  const restoreModes = rememberModes(model);
  const generator = defaultGenerator();
  const state = generator.getState();
  model.eval();
  try {
    return await body();
  } finally {
    restoreModes();
    generator.setState(state);
  }
}
