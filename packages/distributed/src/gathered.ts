// Numbers of all ranks, of which each may have another count. Tensors are all-gather.ts's.

import type { Agreement } from "./agreement.js";
import type { Elements, Transport } from "./transport.js";

interface Link {
  readonly transport: Transport;
  readonly agreement: Agreement;
}

/** What each rank gave, those of rank 0 first. */
export function gathered<Numbers extends Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  { transport, agreement }: Link,
  numbers: Numbers,
): readonly Numbers[] {
  const { rank, worldSize } = transport;
  const counts = new Int32Array(worldSize);
  const ofLength = (length: number) => new (numbers.constructor as new (length: number) => Numbers)(length);
  let [most, all] = [0, ofLength(0)];
  agreement.make(`gather of ${numbers instanceof Uint8Array ? "bytes" : "numbers"}`, () => {
    transport.allGather(Int32Array.of(numbers.length), counts);
    // All send as many as the one with most; who it is all know, so that nothing need be announced again.
    most = Math.max(...counts);
    const own = ofLength(most);
    own.set(numbers);
    all = ofLength(most * worldSize);
    if (most > 0) transport.allGather(own as Elements, all as Elements);
  });
  return Array.from({ length: worldSize }, (_, at) =>
    at === rank ? numbers : (all.slice(at * most, at * most + counts[at]!) as Numbers),
  );
}
