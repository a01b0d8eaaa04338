// A run's checkpoints: where they are, what they are of, and what becomes of them. What is in them is the trainer's.

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { barrier, type World } from "@bernoulli/distributed";
import { UsageError } from "@bernoulli/programs";
import { CheckpointError } from "@bernoulli/trainer";
import { type Checkpoint, latestCheckpoint, latestSoundCheckpoint, loadCheckpoint } from "@bernoulli/trainer/node";
import { getSimd } from "bernoulli";
import type { NetName } from "./experiment.js";
import type { Mode } from "./options.js";
import type { Settings } from "./source.js";

/** All that a run's numbers depend on, by the names of the options. */
export type Identity = Readonly<Record<string, string | number | boolean | null>>;

function identityOf(settings: Settings): Identity {
  const { epochs, p, optimizer, lr, seed, compile, subset, only, load, augment, schedule, ema, source } = settings;
  return {
    data: source.name,
    epochs,
    "batch-size": settings.batchSize,
    p,
    optimizer,
    lr,
    seed,
    "no-compile": !compile,
    subset,
    only,
    load,
    augment,
    schedule,
    ema,
    simd: getSimd(),
  };
}

export class SavedRun {
  readonly identity: Identity;
  readonly #world: World;
  readonly #directory: string;
  readonly #out: string;
  readonly #settings: Settings;

  constructor(settings: Settings, world: World) {
    const { worldSize } = world;
    this.#world = world;
    this.identity = { ...identityOf(settings), ...(worldSize > 1 ? { ranks: worldSize } : {}) };
    this.#settings = settings;
    this.#out = settings.out;
    this.#directory = join(settings.out, "checkpoints");
  }

  directoryOf(net: NetName): string {
    return join(this.#directory, net);
  }

  /**
   * Makes room for the run. True where there is nothing left to do: it is complete.
   *
   * @throws UsageError where there are checkpoints of a run that was neither to go on nor to be deleted.
   */
  async begin({ resume, restart }: Mode): Promise<boolean> {
    if (restart) this.clear();
    // The others look when that is done.
    if (this.#world.worldSize > 1) barrier();
    if (resume) return this.#isComplete();
    for (const net of ["dropout", "plain"] as const)
      if ((await latestCheckpoint(this.directoryOf(net))) !== null)
        throw new UsageError(
          `${this.#directory} has checkpoints of a run that did not come to its end; go on with it by --resume, delete them by --restart, or name another directory with --out`,
        );
    return false;
  }

  /** The latest checkpoint of a net that is whole; null where there is none. */
  async latest(net: NetName, complain: (text: string) => void): Promise<string | null> {
    const onDamaged = ({ message }: Error) => complain(`${message}; the one before is taken`);
    const path = await latestSoundCheckpoint(this.directoryOf(net), { onDamaged });
    if (path !== null) this.#check(path, (await loadCheckpoint(path)).extra as Identity | null);
    return path;
  }

  clear(): void {
    if (this.#world.rank === 0) rmSync(this.#directory, { recursive: true, force: true });
  }

  #isComplete(): boolean {
    const path = join(this.#out, "metrics.json");
    if (!existsSync(path)) return false;
    try {
      const { status, options } = JSON.parse(readFileSync(path, "utf8")) as { status: string; options: Settings };
      return (
        status === "complete" && JSON.stringify(identityOf(options)) === JSON.stringify(identityOf(this.#settings))
      );
    } catch {
      // What is half of a file is of no complete run.
      return false;
    }
  }

  #check(file: string, saved: Checkpoint["extra"]): void {
    const of = (saved ?? {}) as Identity;
    const other = Object.keys(this.identity).find((name) => of[name] !== this.identity[name]);
    if (other === undefined) return;
    const said = (value: Identity[string] | undefined) =>
      value === null || value === undefined ? "none" : String(value);
    throw new CheckpointError(
      `it is of a run with --${other} ${said(of[other])}, and this call has ${said(this.identity[other])}; give the options of that run, or another directory with --out`,
      { file },
    );
  }
}
