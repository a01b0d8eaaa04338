// What a plan holds when it holds the most, for `explain`: which values, made by which step, for whom; and its device's work space.

import type { ValueView } from "./graph.js";
import { liesChannelsLast } from "./layouts/layout.js";
import type { Plan } from "./run.js";

type Planned = Pick<Plan, "graph" | "schedule" | "prepared">;

/** Of values that lie together, so many are told by themselves. */
const mostTold = 24;

interface Held {
  /** Of the values that the plan makes. */
  readonly bytes: number;
  /** Those that are held then, and which step it is, from 0. */
  readonly values: ReadonlySet<number>;
  readonly step: number;
}

/** The most that made values take at one time. */
export function heldAtMost(plan: Pick<Plan, "graph" | "schedule">): Held {
  return heldWith(plan, () => 0);
}

/** When values take the most together with what a step takes beside them. */
function heldWith({ graph, schedule }: Pick<Plan, "graph" | "schedule">, beside: (step: number) => number): Held {
  const bytes = (value: number) => bytesOf({ graph, schedule }, value);
  const { inPlaceOf } = schedule;
  const replaced = new Set(inPlaceOf.values());
  const held = new Set<number>();
  let most: Held = { bytes: 0, values: new Set(), step: 0 };
  let now = 0;
  for (const step of schedule.steps.keys()) {
    for (const value of schedule.begins[step]!) {
      held.add(value);
      if (inPlaceOf.has(value)) held.delete(inPlaceOf.get(value)!);
      else now += bytes(value);
    }
    if (now + beside(step) > most.bytes + beside(most.step)) most = { bytes: now, values: new Set(held), step };
    for (const value of schedule.ends[step]!) {
      held.delete(value);
      if (!replaced.has(value)) now -= bytes(value);
    }
  }
  return most;
}

function bytesOf({ graph, schedule }: Pick<Plan, "graph" | "schedule">, value: number): number {
  return graph.values[value]?.byteLength ?? schedule.extraBytes[value - graph.values.length]!;
}

/** A view's shape, and how it lies. */
export function shown(view: ValueView): string {
  return `[${view.shape.join(", ")}]${liesChannelsLast(view) ? " channels last" : ""}`;
}

const amount = (bytes: number): string =>
  bytes < 2 ** 20 ? `${(bytes / 2 ** 10).toFixed(1)} KiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** Lines that tell what is held when the plan holds the most: largest values first. */
export function heldLines(plan: Planned): readonly string[] {
  const { graph, schedule, prepared } = plan;
  const work = (step: number) => prepared?.memory?.workBytes(step) ?? 0;
  const most = heldWith(plan, work);
  if (schedule.steps.length === 0) return [];
  const places = placesOf(plan);
  const rows = [...most.values]
    .map((value) => ({ value, bytes: bytesOf(plan, value) }))
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ value, bytes }) => {
      const { first, last, view } = places.get(value)!;
      const until = graph.values[value]?.live === true ? "lives on" : `until ${nameOf(plan, last)}`;
      return { bytes, text: `${view === null ? "work of its own" : shown(view)} of ${nameOf(plan, first)}, ${until}` };
    });
  const others = rows.slice(mostTold);
  const told = rows.slice(0, mostTold);
  if (others.length > 0)
    told.push({ bytes: others.reduce((sum, { bytes }) => sum + bytes, 0), text: `${others.length} others` });
  if (work(most.step) > 0) told.push({ bytes: work(most.step), text: "work space of this step" });
  const block = prepared?.memory === undefined ? "" : `; its block takes ${amount(prepared.memory.blockBytes)}`;
  return [
    `most is held in step ${nameOf(plan, most.step)}: ${amount(most.bytes + work(most.step))}${block}`,
    ...told.map(({ bytes, text }) => `  ${amount(bytes).padStart(10)}  ${text}`),
  ];
}

function nameOf({ schedule }: Planned, step: number): string {
  return `${step + 1} ${schedule.steps[step]!.name}`;
}

/** By value: the first and the last step that use it, and what the first that writes it gives. */
function placesOf({ schedule }: Planned) {
  const places = new Map<number, { first: number; last: number; view: ValueView | null }>();
  for (const [at, { reads, writes, gives }] of schedule.steps.entries()) {
    for (const value of [...reads, ...writes]) {
      const place = places.get(value) ?? { first: at, last: at, view: null };
      place.last = at;
      place.view ??= gives.find((view) => view.value === value) ?? null;
      places.set(value, place);
    }
  }
  return places;
}
