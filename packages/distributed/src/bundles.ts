// Many tensors sent as few messages: small ones are copied into a bundle and back, large ones go where they lie. Which tensors, and when, is
// the caller's.

import { elementsInPlace, type OutwardOp, outwardOp, type Tensor } from "@bernoulli/tensor";
import type { Reduction } from "./mpi/abi.js";
import type { Elements } from "./transport.js";
import type { OpenWorld } from "./world.js";

/** Below it a message's latency is longer than a copy of it takes. */
const defaultBundleBytes = 1024 * 1024;

/** Tensors of one dtype and device, in order, whose elements fit together into a bundle; or one that is as large itself. */
type Bundle = readonly Tensor[];

/** Bundles of at most so many bytes each, the first of at most `firstBytes`. */
export function bundlesOf(tensors: readonly Tensor[], bytes: number, firstBytes = bytes): readonly Bundle[] {
  const open = new Map<string, { size: number; readonly room: number; readonly tensors: Tensor[] }>();
  const bundles: Bundle[] = [];
  for (const tensor of tensors) {
    const size = tensor.numel() * tensor.elementSize();
    const kind = `${tensor.dtype} ${tensor.device}`;
    let bundle = open.get(kind);
    if (bundle === undefined || bundle.size + size > bundle.room) {
      bundle = { size: 0, room: bundles.length === 0 ? firstBytes : bytes, tensors: [] };
      open.set(kind, bundle);
      bundles.push(bundle.tensors);
    }
    bundle.size += size;
    bundle.tensors.push(tensor);
  }
  return bundles;
}

type Access = "read" | "write";

/** Sends elements that lie at several places as one message. With `"write"` what came takes their places. */
function sendTogether(
  count: number,
  place: (at: number, access: Access) => Elements,
  access: Access,
  send: (elements: Elements) => void,
): void {
  if (count === 1) {
    send(place(0, access));
    return;
  }
  let length = 0;
  for (let at = 0; at < count; at++) length += place(at, "read").length;
  const all = new (place(0, "read").constructor as new (length: number) => Elements)(length);
  // One place at a time: to find one may allocate, and then those that were found before are valid no more.
  for (let at = 0, to = 0; at < count; at++) {
    const elements = place(at, "read");
    all.set(elements, to);
    to += elements.length;
  }
  send(all);
  if (access === "read") return;
  for (let at = 0, from = 0; at < count; at++) {
    const elements = place(at, "write");
    elements.set(all.subarray(from, from + elements.length));
    from += elements.length;
  }
}

function sendEach(tensors: readonly Tensor[], access: Access, send: (elements: Elements, count: number) => void): void {
  for (const bundle of bundlesOf(tensors, defaultBundleBytes)) {
    const place = (at: number, access: Access) => elementsInPlace(bundle[at]!, access) as Elements;
    sendTogether(bundle.length, place, access, (elements) => send(elements, bundle.length));
  }
}

const announced = (what: string, count: number, { length }: Elements) =>
  `${what}: ${count} tensors of ${length} elements`;

const reduced = (
  { agreement, transport }: NonNullable<OpenWorld["link"]>,
  what: string,
  reduction: Reduction,
  elements: Elements,
  count: number,
) => agreement.make(announced(what, count, elements), () => transport.allReduce(elements, reduction));

/** Reduces contiguous tensors in place, over all ranks, at once: also in a compiled function. `what` names it where ranks differ. */
export function reduceAll({ link }: OpenWorld, what: string, tensors: readonly Tensor[], reduction: Reduction): void {
  if (link === null) return;
  sendEach(tensors, "write", (elements, count) => reduced(link, what, reduction, elements, count));
}

/** Makes an op that sums contiguous tensors in place, over all ranks: of a compiled function it is a step, and runs in its turn. */
export function sumOverRanks({ link }: OpenWorld, what: string): OutwardOp {
  if (link === null) return () => {};
  const sum = outwardOp("sum over ranks", (places) =>
    sendTogether(
      places.length,
      (at) => places[at] as Elements,
      "write",
      (elements) => reduced(link, what, "sum", elements, places.length),
    ),
  );
  return (tensors) => {
    for (const bundle of bundlesOf(tensors, defaultBundleBytes)) sum(bundle);
  };
}

/** Gives all ranks what contiguous tensors hold on one. */
export function broadcastAll(
  { link, rank }: OpenWorld,
  what: string,
  tensors: readonly Tensor[],
  source: number,
): void {
  if (link === null) return;
  const { agreement, transport } = link;
  sendEach(tensors, rank === source ? "read" : "write", (elements, count) =>
    agreement.make(announced(what, count, elements), () => transport.broadcast(elements, source)),
  );
}
