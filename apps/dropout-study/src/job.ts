// Runs one cell of a plan: finds its experiment, opens its images, hands them over.

import type { JsonValue } from "@bernoulli/trainer/node";
import type { Cell } from "./grid/cell.js";
import type { RunCell } from "./grid/worker.js";
import { type Images, openImages, type Sources } from "./images.js";
import { experimentsOf, type Plan } from "./plan.js";

/** See {@link RunCell}. */
export async function runCell(
  cell: Cell,
  plan: Plan,
  sources: Partial<Sources>,
  how: Parameters<RunCell>[1],
): Promise<JsonValue | null> {
  const experiment = experimentsOf(plan).find(({ name }) => name === cell.experiment)!;
  const kind = experiment.data;
  // Those that need no images do not look at them.
  const images = kind === null ? (null as unknown as Images) : openImages(kind, sources[kind]!);
  return experiment.run(cell.parameters, { ...how, seed: cell.seed }, images) as Promise<JsonValue | null>;
}
