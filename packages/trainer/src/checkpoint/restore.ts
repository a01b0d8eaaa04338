// Puts a checkpoint's state into a model, an optimizer and generators: into all of them, or into none.

import type { Module } from "@bernoulli/nn";
import type { LRScheduler, Optimizer, OptimizerStateDict, SchedulerStateDict } from "@bernoulli/optim";
import { type Generator, noGrad, scope, type Tensor } from "@bernoulli/tensor";
import { copied } from "../copied.js";
import type { Restorable } from "./states.js";

/** What a checkpoint needs of a model: any Module has it. */
export type RestorableModel = Pick<Module, "stateDict" | "loadStateDict">;

/** What a checkpoint needs of an optimizer: any of @bernoulli/optim has it. */
export type RestorableOptimizer = Pick<Optimizer<any, any>, "stateDict" | "loadStateDict">;

/** What a checkpoint needs of a scheduler: any of @bernoulli/optim has it. */
export type RestorableScheduler = Pick<LRScheduler, "stateDict" | "loadStateDict">;

/** What is to be written over, and with what. */
export interface Restoration {
  readonly model: { readonly into: RestorableModel; readonly from: Readonly<Record<string, Tensor>> } | null;
  readonly optimizer: { readonly into: RestorableOptimizer; readonly from: OptimizerStateDict } | null;
  readonly scheduler: { readonly into: RestorableScheduler; readonly from: SchedulerStateDict } | null;
  /** Of callbacks: each throws before it changes anything, and copies what it keeps. */
  readonly states: readonly { readonly into: Restorable; readonly from: unknown }[];
  /** States that have been checked. */
  readonly generators: readonly { readonly into: Generator; readonly from: Uint8Array }[];
  /** Whether missing and unexpected keys of the model are errors. */
  readonly strict: boolean;
}

/** @throws whatever model, optimizer or generators throw; all of them are then what they were. */
export function restore({ model, optimizer, scheduler, states, generators, strict }: Restoration): void {
  noGrad(() =>
    scope(() => {
      // Model and optimizer each load all or nothing. The copy is for a model that fits beside an optimizer that does not;
      // it is made before anything is written, so that taking the model back needs no memory.
      const own =
        model !== null && (optimizer !== null || scheduler !== null || states.length > 0) ? model.into.stateDict() : {};
      const before = Object.entries(own).map(([key, value]) => [own[key]!, value.clone()] as const);
      // A scheduler's state is a few numbers, and does not touch the optimizer.
      const schedule = scheduler?.into.stateDict();
      const former = states.map(({ into }) => ({ into, from: copied(into.stateDict()) }));
      model?.into.loadStateDict(model.from, { strict });
      try {
        scheduler?.into.loadStateDict(scheduler.from);
        restoreStates(states);
        try {
          optimizer?.into.loadStateDict(optimizer.from);
        } catch (error) {
          restoreStates(former);
          throw error;
        }
      } catch (error) {
        for (const [value, copy] of before) value.copy_(copy);
        if (schedule !== undefined) scheduler!.into.loadStateDict(schedule);
        throw error;
      }
    }),
  );
  for (const { into, from } of generators) into.setState(from);
}

/** All of them, or none. */
function restoreStates(states: Restoration["states"]): void {
  const former: { readonly into: Restorable; readonly from: unknown }[] = [];
  try {
    for (const { into, from } of states) {
      const before = copied(into.stateDict());
      into.loadStateDict(from);
      former.push({ into, from: before });
    }
  } catch (error) {
    for (const { into, from } of former) into.loadStateDict(from);
    throw error;
  }
}
