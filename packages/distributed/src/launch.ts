// How this process was started: alone, or as one of several by mpirun, mpiexec or srun. They say so in the environment.

/** The place of a process among those that were started with it. */
export interface Launch {
  readonly rank: number;
  readonly worldSize: number;
  readonly launcher: Launcher;
}

const variables = {
  "Open MPI": { rank: "OMPI_COMM_WORLD_RANK", size: "OMPI_COMM_WORLD_SIZE" },
  MPICH: { rank: "PMI_RANK", size: "PMI_SIZE" },
  // srun sets these for any program; of a job step of one task there is nobody to work with.
  Slurm: { rank: "SLURM_PROCID", size: "SLURM_STEP_NUM_TASKS" },
} as const;

export type Launcher = keyof typeof variables;

/**
 * What the environment says; null for a process that was started alone. Intel MPI, MVAPICH and Cray's start as MPICH does.
 *
 * @example
 * ```ts
 * import { launchOf } from "@bernoulli/distributed";
 * launchOf({ PMI_RANK: "1", PMI_SIZE: "4" }); // → { rank: 1, worldSize: 4, launcher: "MPICH" }
 * launchOf({}); // → null
 * ```
 */
export function launchOf(environment: Readonly<Record<string, string | undefined>>): Launch | null {
  for (const [launcher, { rank, size }] of Object.entries(variables)) {
    const [at, of] = [whole(environment[rank]), whole(environment[size])];
    if (at !== null && of !== null && of > 1 && at < of)
      return { rank: at, worldSize: of, launcher: launcher as Launcher };
  }
  return null;
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
