// Random streams of several processes in one checkpoint: each has its own, under the name that rank 0's has and its rank. What all measured is
// ../ranks.ts's.

import { Generator } from "@bernoulli/tensor";
import { oneRank, type Ranks } from "../ranks.js";

type States = Readonly<Record<string, Uint8Array>>;

/** Under which name a checkpoint has a rank's stream. */
export function nameOnRank(name: string, rank: number): string {
  return rank === 0 ? name : `${name}@${rank}`;
}

/** The names of all ranks' streams. */
export function namesOnAll(names: readonly string[], { worldSize }: Ranks): readonly string[] {
  return Array.from({ length: worldSize }, (_, rank) => names.map((name) => nameOnRank(name, rank))).flat();
}

/** Which of a checkpoint's streams are this rank's. */
export function isOwnOf({ rank, worldSize }: Ranks = oneRank): (name: string) => boolean {
  if (worldSize === 1) return () => true;
  return (name) => (rank === 0 ? !/@\d+$/.test(name) : name.endsWith(`@${rank}`));
}

/** The streams of all ranks, as they are and as they were when the pass began; all ranks call it together. */
export function streamsOfAll(
  ranks: Ranks,
  generators: Readonly<Record<string, Generator>>,
  starts: States,
): { readonly generators: Readonly<Record<string, Generator>>; readonly starts: States } {
  if (ranks.worldSize === 1) return { generators, starts };
  const present = Object.fromEntries(Object.entries(generators).map(([name, one]) => [name, one.getState()]));
  const made = Object.entries(statesOfAll(ranks, present)).map(([name, state]) => {
    const generator = new Generator({ seed: 0 });
    generator.setState(state);
    return [name, generator] as const;
  });
  return { generators: Object.fromEntries(made), starts: statesOfAll(ranks, starts) };
}

function statesOfAll(ranks: Ranks, states: States): States {
  const all = Object.entries(states).flatMap(([name, state]) =>
    ranks.gather(new Uint8Array(state)).map((one, rank) => [nameOnRank(name, rank), one] as const),
  );
  return Object.fromEntries(all);
}
