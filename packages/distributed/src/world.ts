// The world of this process: the ranks that were started together, from init to finalize. There is one a process, as in PyTorch. What
// ranks do together is call.ts's; what becomes of the others when one fails, departure.ts's.

import { checkOptions, computeOutward, getSimd, type Kinds, manualSeed } from "@bernoulli/tensor";
import { Agreement } from "./agreement.js";
import { watchDeparture } from "./departure.js";
import { DistributedError } from "./errors.js";
import { gathered } from "./gathered.js";
import { launchOf } from "./launch.js";
import { findLibrary, libraryVariable } from "./mpi/library.js";
import { MpiTransport } from "./mpi/transport.js";
import type { Transport } from "./transport.js";
import { version } from "./version.js";

export interface InitOptions {
  /**
   * Seeds the default generator with `seed + rank`, so that each rank has dropout masks of its own; all ranks must be given the same. Default: nothing
   * is seeded.
   */
  readonly seed?: number;
  /** In seconds: how long a rank waits for the others at a call, 1800 by default, as in PyTorch. */
  readonly timeout?: number;
}

/** The ranks that were started together. */
export interface World {
  /** This process's place, from 0 on. */
  readonly rank: number;
  /** How many there are. */
  readonly worldSize: number;
  /** The library that carries what they say; "none" in a world of one. */
  readonly library: string;
  /**
   * What each rank gives, those of rank 0 first; all call it together, with as many numbers or others. So a `Trainer` is given the world: `new
   * Trainer(model, { ranks: await init(), … })`.
   */
  gather<Numbers extends Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(numbers: Numbers): readonly Numbers[];
}

export interface OpenWorld extends World {
  /** Null in a world of one. */
  readonly link: { readonly transport: Transport; readonly agreement: Agreement } | null;
}

const initKinds: Kinds<InitOptions> = { seed: "number", timeout: "number" };
const alone: OpenWorld = { rank: 0, worldSize: 1, library: "none", link: null, gather: (numbers) => [numbers] };
/** The environment of a process that is gone from a world says still that it is in one. */
let state: { readonly kind: "before" | "after" } | { readonly kind: "open"; readonly world: OpenWorld } = {
  kind: "before",
};

/**
 * Joins the ranks that `mpirun`, `mpiexec` or `srun` started with this one. A process that was started alone is a world of one, in which
 * all calls return at once, and needs no library: so a script is the same for both. Call it first, and once.
 * See https://pytorch.org/docs/stable/distributed.html#torch.distributed.init_process_group.
 *
 * The library is the launcher's MPI (Open MPI, MPICH, Intel MPI and their like), found where the system keeps libraries; the environment's
 * `BERNOULLI_MPI` names another. It is called through koffi, which is to be installed beside, or Node 26's own `node:ffi`.
 *
 * @throws DistributedError where the library is not there, where it was started already, or where ranks have other versions, instructions or seeds.
 * @example
 * ```ts
 * import { finalize, init } from "@bernoulli/distributed";
 * const { rank, worldSize } = await init({ seed: 0 });
 * [rank, worldSize]; // → [0, 1]
 * finalize();
 * ```
 */
export async function init(options: InitOptions = {}): Promise<World> {
  checkOptions("init", options, initKinds);
  const { seed, timeout = 1800 } = options;
  if (!(timeout > 0))
    throw new DistributedError(`init: timeout must be a number of seconds above 0, but got ${timeout}`);
  if (state.kind === "open")
    throw new DistributedError("init: this process has joined its world already; finalize ends it");
  const launch = launchOf(process.env);
  if (launch !== null && state.kind === "after")
    throw new DistributedError("init: this process has left its world, and MPI lets nobody come back; call init once");
  let world = alone;
  if (launch !== null) {
    const transport = new MpiTransport(await findLibrary(launch, process.env[libraryVariable]));
    const { rank, worldSize, name } = transport;
    if (worldSize !== launch.worldSize)
      throw new DistributedError(
        `init: ${launch.launcher} started ${launch.worldSize} ranks, but ${name} sees ${worldSize}; it is another's library: name the launcher's own in ${libraryVariable}`,
      );
    const agreement = new Agreement(transport, {
      timeout,
      clock: () => performance.now(),
      before: computeOutward,
    });
    const link = { transport, agreement };
    world = { rank, worldSize, library: name, link, gather: (numbers) => gathered(link, numbers) };
    agreement.make(
      `init of @bernoulli/distributed ${version}, ${getSimd()} instructions, seed ${seed ?? "none"}`,
      () => {},
    );
    watchDeparture(world.link!, isInitialized, finalize);
  }
  state = { kind: "open", world };
  if (seed !== undefined) manualSeed(seed + world.rank);
  return world;
}

/**
 * Leaves the world: every rank must call it, or end. What `init` joined, and a process that ends without it, is told to the others.
 * In a world of one nothing happens. See https://pytorch.org/docs/stable/distributed.html#torch.distributed.destroy_process_group.
 *
 * @throws DistributedError where other ranks do something else.
 */
export function finalize(): void {
  if (state.kind !== "open") return;
  const { link } = state.world;
  if (link !== null) {
    link.agreement.make("finalize", () => link.transport.finalize());
  }
  // A world of one can be joined again.
  state = { kind: link === null ? "before" : "after" };
}

/** Whether this process is in a world: between init and finalize. */
export function isInitialized(): boolean {
  return state.kind === "open";
}

/**
 * This process's place in its world, from 0 on; 0 before init.
 * See https://pytorch.org/docs/stable/distributed.html#torch.distributed.get_rank.
 */
export function getRank(): number {
  return state.kind === "open" ? state.world.rank : 0;
}

/**
 * How many ranks there are; 1 before init.
 * See https://pytorch.org/docs/stable/distributed.html#torch.distributed.get_world_size.
 */
export function getWorldSize(): number {
  return state.kind === "open" ? state.world.worldSize : 1;
}

/** The world, for a call: before init that of one, unless the process was started with others. */
export function openWorld(call: string): OpenWorld {
  if (state.kind === "open") return state.world;
  if (state.kind === "after" || launchOf(process.env) !== null)
    throw new DistributedError(`${call}: this process is in no world; await init() first`);
  return alone;
}
