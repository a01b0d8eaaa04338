// A storage's life as two tables: where it is and what may happen to it there; and, while recorded kernels are still to use it, what
// is put off until they have. What that takes of memory is done by storage.ts. Each cell has a test (life.test.ts).

/**
 * Promised: with a size, and no memory, because it is only recorded how to compute it. Device: with memory of its own. Lent: in
 * memory of others, which have a place for it while a plan runs. Host: in JavaScript memory, after its scope ended. Ended: gone.
 */
export type Place = "promised" | "device" | "lent" | "host" | "ended";

/** What happens to a storage: to its memory, or to whoever asks for its address or its elements. */
export type Happening =
  | "materialize"
  | "lend"
  | "evaporate"
  | "free"
  | "toHost"
  | "moveToHost"
  | "toDevice"
  | "address"
  | "elements";

/** Where a storage is after what happens to it. What is refused is a FreedTensorError. */
export const places: { readonly [From in Place]: { readonly [What in Happening]: Place | "refused" } } = {
  promised: {
    materialize: "device",
    lend: "lent",
    evaporate: "promised",
    free: "ended",
    toHost: "promised",
    moveToHost: "promised",
    toDevice: "promised",
    address: "refused",
    elements: "refused",
  },
  device: {
    materialize: "device",
    lend: "device",
    evaporate: "promised",
    free: "ended",
    toHost: "host",
    moveToHost: "host",
    toDevice: "device",
    address: "device",
    elements: "device",
  },
  lent: {
    materialize: "lent",
    lend: "lent",
    evaporate: "promised",
    free: "ended",
    toHost: "host",
    moveToHost: "lent",
    toDevice: "lent",
    address: "lent",
    elements: "lent",
  },
  host: {
    materialize: "host",
    lend: "host",
    evaporate: "host",
    free: "ended",
    toHost: "host",
    moveToHost: "host",
    toDevice: "device",
    address: "refused",
    elements: "host",
  },
  ended: {
    materialize: "ended",
    lend: "ended",
    evaporate: "ended",
    free: "ended",
    toHost: "ended",
    moveToHost: "ended",
    toDevice: "refused",
    address: "refused",
    elements: "refused",
  },
};

/** Whether recorded kernels are still to use a storage, and what is to be done when they have. */
export type Wait = "none" | "awaited" | "hostLater" | "endLater";

/** What can be put off, or is refused to who has ended it already. */
export type Deferred = "free" | "toHost" | "moveToHost" | "toDevice" | "read";

/** Whether something happens now, or what is waited for instead; and what happens when the waiting is over. */
export const waits: {
  readonly [From in Wait]: { readonly [What in Deferred]: Wait | "now" | "refused" } & {
    readonly await: Wait;
    readonly settle: "free" | "toHost" | null;
  };
} = {
  none: {
    free: "now",
    toHost: "now",
    moveToHost: "now",
    toDevice: "now",
    read: "now",
    await: "awaited",
    settle: null,
  },
  awaited: {
    free: "endLater",
    toHost: "hostLater",
    moveToHost: "awaited",
    toDevice: "now",
    read: "now",
    await: "awaited",
    settle: null,
  },
  hostLater: {
    free: "endLater",
    toHost: "hostLater",
    moveToHost: "hostLater",
    toDevice: "now",
    read: "now",
    await: "hostLater",
    settle: "toHost",
  },
  endLater: {
    free: "endLater",
    toHost: "endLater",
    moveToHost: "endLater",
    toDevice: "refused",
    read: "refused",
    await: "endLater",
    settle: "free",
  },
};
