// Many tensors sent as few messages: small ones are copied into a bundle and back, large ones go where they lie. Which tensors, and when, is
// the caller's.

import { elementsInPlace, type Tensor } from "@bernoulli/tensor";
import type { Reduction } from "./mpi/abi.js";
import type { Elements } from "./transport.js";
import type { OpenWorld } from "./world.js";

/** Below it a message's latency is longer than a copy of it takes. */
const defaultBundleBytes = 1024 * 1024;

/** Tensors of one dtype, in order, whose elements fit together into a bundle; or one that is as large itself. */
type Bundle = readonly Tensor[];

/** Bundles of at most so many bytes each, the first of at most `firstBytes`. */
export function bundlesOf(tensors: readonly Tensor[], bytes: number, firstBytes = bytes): readonly Bundle[] {
  const open = new Map<string, { size: number; readonly room: number; readonly tensors: Tensor[] }>();
  const bundles: Bundle[] = [];
  for (const tensor of tensors) {
    const size = tensor.numel() * tensor.elementSize();
    const { dtype } = tensor;
    let bundle = open.get(dtype);
    if (bundle === undefined || bundle.size + size > bundle.room) {
      bundle = { size: 0, room: bundles.length === 0 ? firstBytes : bytes, tensors: [] };
      open.set(dtype, bundle);
      bundles.push(bundle.tensors);
    }
    bundle.size += size;
    bundle.tensors.push(tensor);
  }
  return bundles;
}

function sendEach(
  tensors: readonly Tensor[],
  access: "read" | "write",
  send: (elements: Elements, count: number) => void,
): void {
  for (const bundle of bundlesOf(tensors, defaultBundleBytes)) {
    const [only] = bundle;
    if (bundle.length === 1) {
      send(elementsInPlace(only!, access), 1);
      continue;
    }
    const count = bundle.reduce((sum, tensor) => sum + tensor.numel(), 0);
    const all = new (elementsInPlace(only!, "read").constructor as new (length: number) => Elements)(count);
    let at = 0;
    // One place at a time: to find one may allocate, and then those that were found before are valid no more.
    for (const tensor of bundle) {
      const place = elementsInPlace(tensor, "read");
      all.set(place, at);
      at += place.length;
    }
    send(all, bundle.length);
    if (access === "read") continue;
    at = 0;
    for (const tensor of bundle) {
      const place = elementsInPlace(tensor, "write");
      place.set(all.subarray(at, at + place.length));
      at += place.length;
    }
  }
}

/** Reduces contiguous tensors in place, over all ranks. `what` names it where ranks differ. */
export function reduceAll({ link }: OpenWorld, what: string, tensors: readonly Tensor[], reduction: Reduction): void {
  if (link === null) return;
  const { agreement, transport } = link;
  sendEach(tensors, "write", (elements, count) =>
    agreement.make(`${what}: ${count} tensors of ${elements.length} elements`, () =>
      transport.allReduce(elements, reduction),
    ),
  );
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
    agreement.make(`${what}: ${count} tensors of ${elements.length} elements`, () =>
      transport.broadcast(elements, source),
    ),
  );
}
