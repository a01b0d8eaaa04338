// Evaluation leaves no trace: modes are afterwards what they were before, and what it draws is drawn from a copy of the default
// stream. It awaits, and others run meanwhile: evaluations of the same modules, and whoever else draws.

import type { Module } from "@bernoulli/nn";
import { defaultGenerator, Generator, withGenerator } from "@bernoulli/tensor";

/** Runs a synchronous part of an evaluation: what it draws is none of the default stream's. */
export type Within = <Result>(part: () => Result) => Result;

/** Notes the mode of every module, and returns what brings them back. */
export function rememberModes(model: Module): () => void {
  const modes = [...model.modules()].map((module) => [module, module.training] as const);
  return () => {
    for (const [module, training] of modes) module.training = training;
  };
}

/** The modules that are being evaluated: how often, and their mode before. */
const evaluated = new WeakMap<Module, { count: number; readonly training: boolean }>();

/** Puts a model in evaluation mode. Returns what ends that: the last to end brings a module's mode back. */
function enterEvaluation(model: Module): () => void {
  const modules = [...model.modules()];
  for (const module of modules) {
    const present = evaluated.get(module);
    if (present === undefined) evaluated.set(module, { count: 1, training: module.training });
    else present.count += 1;
  }
  model.eval();
  return () => {
    for (const module of modules) {
      const present = evaluated.get(module)!;
      present.count -= 1;
      if (present.count > 0) continue;
      evaluated.delete(module);
      module.training = present.training;
    }
  };
}

/**
 * A DataLoader draws a seed from the default generator at each pass, shuffled or not: without the copy a training run would
 * change with the number of evaluations in it.
 */
function fromCopy(): Within {
  const generator = new Generator().setState(defaultGenerator().getState());
  // In an array, since a promise may pass: what is drawn behind an await comes from the default stream.
  return (part) => withGenerator(generator, () => [part()] as const)[0];
}

/** Runs `body` with the model in evaluation mode, in which only `within` may draw. */
export async function evaluating<Result>(model: Module, body: (within: Within) => Promise<Result>): Promise<Result> {
  const within = fromCopy();
  const leaveEvaluation = enterEvaluation(model);
  try {
    return await body(within);
  } finally {
    leaveEvaluation();
  }
}

/** The same at one stroke, which nobody else can notice, not even who trains the model. */
export function evaluatingAtOnce<Result>(model: Module, body: () => Result): Result {
  const restoreModes = rememberModes(model);
  try {
    model.eval();
    return fromCopy()(body);
  } finally {
    restoreModes();
  }
}
