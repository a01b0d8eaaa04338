// A storage's life, cell by cell: in each state that it can be in, what each thing that can happen makes of it.

import { describe, expect, it } from "vitest";
import { type Allocator, Storage } from "./storage.js";
import { storageCounts } from "./storage-counts.js";

const lentAt = 4096;

/** Notes what is taken and given back. */
class Notes implements Allocator {
  readonly device = "reference";
  readonly taken = new Set<number>();
  readonly #buffer = new ArrayBuffer(8192);
  #next = 16;

  allocate(byteLength: number): number {
    const address = this.#next;
    this.#next += byteLength;
    this.taken.add(address);
    return address;
  }

  free(address: number): void {
    if (!this.taken.delete(address)) throw new Error(`${address} was not taken`);
  }

  locate(byteOffset: number) {
    return { buffer: this.#buffer, byteOffset };
  }
}

const places = {
  promised: (allocator: Allocator) => new Storage(allocator, 16, "a test", () => {}),
  device: (allocator: Allocator) => new Storage(allocator, 16, "a test"),
  lent: (allocator: Allocator) => {
    const storage = places.promised(allocator);
    storage.materialize(lentAt);
    return storage;
  },
  host: (allocator: Allocator) => {
    const storage = places.device(allocator);
    storage.toHost();
    return storage;
  },
  ended: (allocator: Allocator) => {
    const storage = places.device(allocator);
    storage.free();
    return storage;
  },
} as const;
type Place = keyof typeof places;

const waits = {
  none: (storage: Storage) => storage.settle(),
  awaited: (storage: Storage) => storage.await(null),
  hostLater: (storage: Storage) => {
    storage.await(null);
    storage.toHost();
  },
  endLater: (storage: Storage) => {
    storage.await(null);
    storage.free();
  },
} as const;

const events: Readonly<Record<string, (storage: Storage) => unknown>> = {
  materialize: (storage) => storage.materialize(),
  lend: (storage) => storage.materialize(lentAt),
  evaporate: (storage) => storage.evaporate(),
  free: (storage) => storage.free(),
  toHost: (storage) => storage.toHost(),
  moveToHost: (storage) => storage.moveToHost(),
  toDevice: (storage) => storage.toDevice(),
  await: (storage) => storage.await(null),
  settle: (storage) => storage.settle(),
  abandon: (storage) => storage.abandon("was abandoned"),
  address: (storage) => storage.address,
  elements: (storage) => storage.elements("int32"),
  read: (storage) => storage.read("int32"),
};

// What becomes of it, and after the slash what once it is settled; "=" where that is as without the event, "!" where the event is
// refused, and all stays as it is.
const cells = `
place    waits     materialize  lend       evaporate      free           toHost      moveToHost toDevice    await settle abandon address elements read
promised none      device       lent       =              ended          =           =          =           =     =      ended   !       !        !
promised awaited   device       lent       =              promised/ended =           =          =           =     =      ended   !       !        !
promised hostLater device/host  lent/host  =              promised/ended =           =          =           =     =      ended   !       !        !
promised endLater  device/ended lent/ended =              =              =           =          !           =     ended  ended   !       !        !
device   none      =            =          promised       ended          host        host       =           =     =      ended   =       =        =
device   awaited   =            =          promised       device/ended   device/host =          =           =     =      ended   =       =        =
device   hostLater =            =          promised       device/ended   =           =          =           =     host   ended   =       =        =
device   endLater  =            =          promised/ended =              =           =          !           =     ended  ended   =       =        !
lent     none      =            =          promised       ended          host        =          =           =     =      ended   =       =        =
lent     awaited   =            =          promised       lent/ended     lent/host   =          =           =     =      ended   =       =        =
lent     hostLater =            =          promised       lent/ended     =           =          =           =     host   ended   =       =        =
lent     endLater  =            =          promised/ended =              =           =          !           =     ended  ended   =       =        !
host     none      =            =          =              ended          =           =          device      =     =      ended   !       =        =
host     awaited   =            =          =              host/ended     =           =          device      =     =      ended   !       =        =
host     hostLater =            =          =              host/ended     =           =          device/host =     =      ended   !       =        =
host     endLater  =            =          =              =              =           =          !           =     ended  ended   !       =        !
ended    none      =            =          =              =              =           =          !           =     =      =       !       !        !
ended    awaited   =            =          =              =              =           =          !           =     =      =       !       !        !
ended    hostLater =            =          =              =              =           =          !           =     =      =       !       !        !
ended    endLater  =            =          =              =              =           =          !           =     =      =       !       !        !
`;

function placeBy(address: number | null, { onHost, promised }: Storage): Place {
  if (address !== null) return address === lentAt ? "lent" : "device";
  if (onHost) return "host";
  return promised ? "promised" : "ended";
}

/** Where a storage is, by what can be seen of it; checks that what it has taken and counts is as it says. */
function placeOf(storage: Storage, notes: Notes, before: typeof storageCounts): Place {
  let address: number | null = null;
  try {
    address = storage.address;
  } catch {
    // It has none.
  }
  const place = placeBy(address, storage);
  expect([...notes.taken]).toEqual(place === "device" ? [address] : []);
  const live = address === null ? 0 : 1;
  expect(storageCounts).toEqual({ live: before.live + live, bytes: before.bytes + 16 * live });
  return place;
}

function outcome(place: Place, wait: keyof typeof waits, event: ((storage: Storage) => unknown) | null): string {
  const before = { ...storageCounts };
  const notes = new Notes();
  const storage = places[place](notes);
  const numbers = [3, 1, 4, 1];
  if (place !== "promised" && place !== "ended") storage.elements("int32").set(numbers);
  waits[wait](storage);
  let [moved, refused] = [false, false];
  try {
    moved = event?.(storage) === true;
  } catch (error) {
    expect(String(error)).toMatch(/^FreedTensorError: this tensor, made by a test, was freed when its step ended/);
    refused = true;
  }
  const now = placeOf(storage, notes, before);
  // To move means to come to the other side, or not to have been there.
  if (event === events["moveToHost"]) expect(moved).toBe(now === "host" && place !== "host");
  if (event === events["toDevice"]) expect(moved).toBe(now === "device" && place !== "device");
  storage.settle();
  const then = placeOf(storage, notes, before);
  expect(storage.freed).toBe(then === "ended");
  // What it holds goes with it.
  if (place !== "promised" && (then === "host" || then === "device"))
    expect([...storage.elements("int32")]).toEqual(numbers);
  storage.free();
  expect([...notes.taken]).toEqual([]);
  return `${refused ? "!" : ""}${now}${then === now ? "" : `/${then}`}`;
}

describe.each(Object.keys(places) as Place[])("a storage that is %s", (place) => {
  describe.each(Object.keys(waits) as (keyof typeof waits)[])("and waits: %s", (wait) => {
    const row = cells.split("\n").find((line) => line.startsWith(`${place} `) && line.includes(` ${wait} `))!;
    it.each(Object.keys(events).map((event, at) => [event, row.trim().split(/ +/)[at + 2]!]))(
      "%s: %s",
      (event, expected) => {
        const without = outcome(place, wait, null);
        const result = outcome(place, wait, events[event]!);
        expect(result === without ? "=" : result === `!${without}` ? "!" : result).toBe(expected);
      },
    );
  });
});
