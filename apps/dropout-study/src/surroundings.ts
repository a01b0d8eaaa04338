// What the study sees of the process around it.

import type { Surroundings as ProcessSurroundings } from "@bernoulli/programs";

export interface Surroundings extends ProcessSurroundings {
  /** The program's file, of which workers are started; null to run cells in this process. */
  readonly program: string | null;
  readonly environment?: NodeJS.ProcessEnv;
  /** Where data sets are fetched from instead of their authors' pages. */
  readonly mirrors?: readonly string[];
}
