// What each turn over a row does, in a region that goes on from its sums: which links, what they read of streams and of what earlier
// turns left, and what they leave. Each turn is a region of its own to the loops of region-rows-emitter.ts: totals are numbers to it.

import { conversion } from "./copy.js";
import type { ElementType } from "./elements.js";
import type { RegionLink, RegionOperation, RegionSource, RegionStream } from "./region.js";
import type { RowsLink, RowsOperation, RowsSource, RowsSum } from "./region-rows.js";
import type { Motion } from "./walk.js";

/** What goes along a row: a stream of the region, or a row of work space. */
export interface Place {
  readonly kind: "stream" | "slot";
  readonly at: number;
}

export interface Turn {
  readonly operation: RegionOperation;
  /** By stream of the operation. */
  readonly places: readonly Place[];
  readonly motions: readonly Motion[];
  /** By link: the number of it in the region; null for one that copies. */
  readonly links: readonly (number | null)[];
  /** The totals that its sums give. */
  readonly totals: readonly number[];
  /** Rows of which the extreme is wanted: streams, before anything is stored, and what the turn has left. */
  readonly before: readonly Extreme[];
  readonly behind: readonly Extreme[];
}

export interface Extreme {
  readonly kind: Exclude<RowsSum["kind"], "sum">;
  readonly place: Place;
  readonly first: number;
  /** Whether somebody asks where it is. */
  readonly isPlaced: boolean;
}

export interface RowsKernel {
  readonly operation: RowsOperation;
  readonly turns: readonly Turn[];
  /** By total. */
  readonly totals: readonly ElementType[];
  /** Rows of work space. */
  readonly slots: number;
}

const typesOf = ({ operation }: Pick<RowsLink, "operation">): readonly ElementType[] => [
  operation.output,
  ...(operation.alsoWrites ?? []).map((at) => operation.inputs[at]!),
];

/** The turns of an operation whose streams move so along a row. */
export function rowsKernel(given: RowsOperation, motions: readonly Motion[]): RowsKernel {
  const operation = { ...given, links: asLate(given) };
  const { links, sums } = operation;
  const count = Math.max(-1, ...[...links.filter(({ ofRow }) => !ofRow), ...sums].map(({ turn }) => turn)) + 1;
  const totals = totalsOf(operation);
  const plan = new Plan(operation, motions, totals.length);
  const turns = Array.from({ length: count }, (_, turn) => plan.turn(turn));
  return { operation, turns, totals, slots: plan.slots };
}

function totalsOf({ links, sums }: RowsOperation): readonly ElementType[] {
  const totals: ElementType[] = [];
  for (const { first, kind } of sums) {
    totals[first] = "float32";
    if (kind === "max" || kind === "min") totals[first + 1] = "int32";
  }
  for (const link of links)
    if (link.ofRow) for (const [at, type] of typesOf(link).entries()) totals[link.first + at] = type;
  return totals;
}

/** Links as late as somebody reads them, where they look at streams alone: what they give need not wait in memory. */
function asLate({ links, sums, streams }: RowsOperation): readonly RowsLink[] {
  const late = [...links];
  for (let at = links.length - 1; at >= 0; at -= 1) {
    const link = late[at]!;
    if (link.ofRow) continue;
    const own = typesOf(link).map((_, result) => link.first + result);
    const isOwn = ({ from, at: result }: RowsSource) => from === "result" && own.includes(result);
    const users = [
      ...late.filter(({ ofRow, sources }) => !ofRow && sources.some(isOwn)),
      ...sums.filter(({ source }) => isOwn(source)),
    ];
    const turn = Math.min(...users.map((user) => user.turn));
    const isLeft = ({ from, at: stream }: RowsSource) =>
      from !== "result" && (from !== "stream" || streams[stream]!.stores === null);
    if (users.length > 0 && turn > link.turn && link.sources.every(isLeft)) late[at] = { ...link, turn };
  }
  return late;
}

class Plan {
  readonly #operation: RowsOperation;
  readonly #motions: readonly Motion[];
  readonly #totals: number;
  /** By result. */
  readonly #types: ElementType[] = [];
  readonly #made: number[] = [];
  /** By stream: the turn that stores there. */
  readonly #storedIn: readonly (number | null)[];
  /** By result: where later turns find it. */
  readonly #homes = new Map<number, Place>();
  slots = 0;

  constructor(operation: RowsOperation, motions: readonly Motion[], totals: number) {
    this.#totals = totals;
    this.#operation = operation;
    this.#motions = motions;
    const { links, sums, streams } = operation;
    const ofElements = links.filter(({ ofRow }) => !ofRow);
    for (const link of ofElements)
      for (const [at, type] of typesOf(link).entries()) {
        this.#types[link.first + at] = type;
        this.#made[link.first + at] = link.turn;
      }
    const lastRead = streams.map(() => 0);
    const uses = [
      ...ofElements.flatMap(({ sources, turn }) => sources.map((source) => ({ source, turn, isWhole: false }))),
      ...sums.map(({ source, turn, kind }) => ({ source, turn, isWhole: kind !== "sum" })),
    ];
    for (const { source, turn } of uses)
      if (source.from === "stream") lastRead[source.at] = Math.max(lastRead[source.at]!, turn);
    // What is read later than the result is known would find it there already.
    this.#storedIn = streams.map(({ stores }, at) =>
      stores === null ? null : Math.max(this.#made[stores]!, lastRead[at]!),
    );
    for (const { source, turn, isWhole } of uses)
      if (source.from === "result" && (isWhole || turn > this.#made[source.at]!)) this.#giveHome(source.at);
    for (const [at, { stores }] of streams.entries())
      if (stores !== null && this.#storedIn[at]! > this.#made[stores]!) this.#giveHome(stores);
  }

  #giveHome(result: number): void {
    if (this.#homes.has(result)) return;
    const stream = this.#operation.streams.findIndex(
      ({ stores }, at) =>
        stores === result && this.#storedIn[at] === this.#made[result] && this.#motions[at] === "together",
    );
    this.#homes.set(result, stream >= 0 ? { kind: "stream", at: stream } : { kind: "slot", at: this.slots++ });
  }

  turn(turn: number): Turn {
    const { links, sums, streams, numbers } = this.#operation;
    const places: Place[] = [];
    const own: { type: ElementType; isRead: boolean; stores: number | null }[] = [];
    const streamOf = (place: Place, type: ElementType) => {
      const known = places.findIndex(({ kind, at }) => kind === place.kind && at === place.at);
      if (known >= 0) return known;
      own.push({ type, isRead: false, stores: null });
      return places.push(place) - 1;
    };
    const read = (place: Place, type: ElementType): RegionSource => {
      const at = streamOf(place, type);
      own[at]!.isRead = true;
      return { from: "stream", at };
    };
    const local = new Map<number, number>();
    const sourceOf = ({ from, at }: RowsSource): RegionSource => {
      if (from === "number") return { from, at };
      if (from === "total") return { from: "number", at: numbers + at };
      if (from === "stream") return read({ kind: "stream", at }, streams[at]!.type);
      const result = local.get(at);
      return result === undefined ? read(this.#homes.get(at)!, this.#types[at]!) : { from: "result", at: result };
    };
    const made: RegionLink[] = [];
    const numbered: (number | null)[] = [];
    for (const [number, link] of links.entries()) {
      if (link.ofRow || link.turn !== turn) continue;
      made.push({ operation: link.operation, sources: link.sources.map(sourceOf) });
      numbered.push(number);
      for (const at of typesOf(link).keys()) local.set(link.first + at, local.size);
    }
    const ofTurn = sums.filter((sum) => sum.turn === turn);
    const added = ofTurn.filter(({ kind }) => kind === "sum").map(({ source }) => sourceOf(source));
    for (const [at, { stores, type }] of streams.entries()) {
      if (stores === null || this.#storedIn[at] !== turn) continue;
      if (!local.has(stores)) {
        made.push({ operation: conversion(type, type), sources: [read(this.#homes.get(stores)!, type)] });
        numbered.push(null);
        local.set(stores, local.size);
      }
      own[streamOf({ kind: "stream", at }, type)]!.stores = local.get(stores)!;
    }
    for (const [result, home] of this.#homes)
      if (home.kind === "slot" && this.#made[result] === turn)
        own[streamOf(home, this.#types[result]!)]!.stores = local.get(result)!;
    return {
      operation: turnOperation(made, own, added, numbers + this.#totals),
      places,
      motions: places.map(({ kind, at }) => (kind === "slot" ? "together" : this.#motions[at]!)),
      links: numbered,
      totals: ofTurn.filter(({ kind }) => kind === "sum").map(({ first }) => first),
      before: this.#extremes(ofTurn, "stream"),
      behind: this.#extremes(ofTurn, "result"),
    };
  }

  #isAsked(total: number): boolean {
    const { links, rows } = this.#operation;
    return (
      rows.some(({ stores }) => stores === total) ||
      links.some(({ sources }) => sources.some(({ from, at }) => from === "total" && at === total))
    );
  }

  #extremes(sums: readonly RowsSum[], from: "stream" | "result"): readonly Extreme[] {
    return sums.flatMap(({ kind, source, first }) => {
      if (kind === "sum" || source.from !== from) return [];
      const place: Place = from === "stream" ? { kind: "stream", at: source.at } : this.#homes.get(source.at)!;
      return [{ kind, place, first, isPlaced: (kind === "max" || kind === "min") && this.#isAsked(first + 1) }];
    });
  }
}

/** It has no name and no scalars: it is a part of a kernel. */
function turnOperation(
  links: readonly RegionLink[],
  streams: readonly RegionStream[],
  sums: readonly RegionSource[],
  numbers: number,
): RegionOperation {
  return { name: "", links, streams, sums, numbers, scalars: [], nanoseconds: 0 };
}
