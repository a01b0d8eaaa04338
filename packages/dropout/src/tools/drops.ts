// Which modules of a net drop something while they train: by what they declare, by their name, or by a rate that they have.

import type { DropoutFacts, Module } from "@bernoulli/nn";

/** Whether a module is a kind of dropout: one that declares it, or is named so. What changes inputs before they enter is none. */
export function isDropout(module: Module): boolean {
  const { facts } = module.constructor as { readonly facts?: DropoutFacts };
  return facts === undefined ? module.constructor.name.includes("Drop") : facts.place === "net";
}

/** Whether a module drops while it trains, itself or by a rate of its own, as recurrent layers and attention do. */
export function dropsInTraining(module: Module): boolean {
  const { dropout } = module as Module & { dropout?: unknown };
  return isDropout(module) || (typeof dropout === "number" && dropout > 0);
}
