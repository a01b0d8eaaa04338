// A run as data: what was asked for, on what machine, and what came of it. metrics.json is this, the report shows it.

import { arch, availableParallelism, cpus, platform } from "node:os";
import type { EpochRecord } from "@bernoulli/trainer";
import { getNumThreads, getSimd, type Simd } from "bernoulli";
import type { DataSets, NetName, Result } from "./experiment.js";
import type { Settings } from "./source.js";

/** `running` until the run ends; a run that was killed stays so. */
export type Status = "running" | "complete" | "interrupted";

/** A net that has not been tested yet. */
export interface Unfinished {
  readonly net: NetName;
  readonly history: readonly EpochRecord[];
}

export interface Run {
  readonly status: Status;
  readonly options: Settings;
  /** Images of each set. */
  readonly images: { readonly train: number; readonly validation: number; readonly test: number };
  /** The names of the classes, in the order of their labels. */
  readonly classes: readonly string[];
  readonly environment: {
    readonly node: string;
    readonly platform: string;
    readonly processor: string;
    readonly cores: number;
    readonly threads: number;
    /** The vector instructions of the kernels. */
    readonly simd: Simd;
  };
  readonly results: readonly Result[];
  readonly unfinished: Unfinished | null;
}

/** What is known of a run before anything has been trained. */
export function startOf(options: Settings, { train, validation, test }: DataSets): Run {
  return {
    status: "running",
    options,
    images: { train: train.length, validation: validation.length, test: test.length },
    classes: test.classes,
    environment: {
      node: process.version,
      platform: `${platform()} ${arch()}`,
      processor: cpus()[0]?.model.trim() ?? "unknown",
      cores: availableParallelism(),
      threads: getNumThreads(),
      simd: getSimd(),
    },
    results: [],
    unfinished: null,
  };
}
