// How a collective is made: announced, and then made at once or begun and waited for. Which there are, all-reduce.ts, broadcast.ts and all-gather.ts say;
// whether the ranks mean the same is agreement.ts's.

import { elementsInPlace, type Kinds, type Tensor } from "@bernoulli/tensor";
import type { Elements, Pending, Transport } from "./transport.js";
import { openWorld } from "./world.js";

export interface CollectiveOptions {
  /** Begins the call and returns a {@link Work} at once. Default: false. */
  readonly asyncOp?: boolean;
}

/**
 * A call that is under way, as `asyncOp` gives it. What is sent is copied when it is called, and what came is written when its `wait` resolves, since
 * tensors may move meanwhile; until then they must not be used.
 */
export interface Work {
  /**
   * Resolves when the call is done on this rank; until then the event loop goes on.
   *
   * @throws DistributedError where the ranks made different calls, or where another does not come in time.
   */
  wait(): Promise<void>;
}

export const collectiveKinds: Kinds<CollectiveOptions> = { asyncOp: "boolean" };

/** One call: what it is called, what all ranks must agree in, and how it is made, at once or bit by bit. */
export interface Call {
  readonly name: string;
  readonly terms: string;
  readonly now: (transport: Transport) => void;
  readonly begin: (transport: Transport) => Pending;
  /** Done on this rank behind it. */
  readonly after?: () => void;
}

const nothing: Work = { wait: async () => {} };

/** Makes a call at once, or begins it. In a world of one there is nothing to do. */
export function perform({ name, terms, now, begin, after }: Call, { asyncOp = false }: CollectiveOptions): Work {
  const { link } = openWorld(name);
  if (link === null) return nothing;
  const { agreement, transport } = link;
  const what = `${name} ${terms}`;
  if (!asyncOp) {
    agreement.make(what, () => now(transport));
    after?.();
    return nothing;
  }
  const pending = agreement.enter(what, () => begin(transport));
  let whole: Promise<void> | null = null;
  return { wait: () => (whole ??= untilDone(pending).then(() => after?.())) };
}

/** Polls at each turn of the event loop at first, and each millisecond later. */
async function untilDone(pending: Pending): Promise<void> {
  for (let turn = 0; !pending.test(); turn++)
    await new Promise<void>((resolve) => (turn < 100 ? setImmediate(resolve) : setTimeout(resolve, 1)));
}

/** What all ranks must have the same of. */
export const termsOf = ({ dtype, shape }: Tensor): string => `of ${dtype} [${shape.join(", ")}]`;
/** Memory of its own, which stays where it is. */
export const copyOf = (elements: Elements): Elements => elements.slice();
export const elementsOf = (tensor: Tensor, access: "read" | "write") => elementsInPlace(tensor, access) as Elements;
