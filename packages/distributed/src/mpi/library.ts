// Finds MPI's library and begins with it. What its handles are is abi.ts's; what is done with it, transport.ts's.

import { DistributedError } from "../errors.js";
import type { Launch, Launcher } from "../launch.js";
import { type AbiName, abis, type Handles, versionOf } from "./abi.js";
import {
  type ForeignFunction,
  type ForeignLibrary,
  type ForeignType,
  foreignLibraries,
  type OpenLibrary,
} from "./foreign.js";

/**
 * What MPI libraries built on UCX, as Debian's MPICH is, must not do in a process with a virtual machine: they put hooks of their own into malloc and
 * mmap, by which V8 loses memory that it uses, and handlers in place of the signals by which it finds WebAssembly's traps.
 */
const settings = { UCX_MEM_EVENTS: "n", UCX_ERROR_SIGNALS: "", UCX_WARN_UNUSED_ENV_VARS: "n" };

/** Names a library to take, by its path or as the system finds it, in place of those that are known. */
export const libraryVariable = "BERNOULLI_MPI";

/** `handle` is an int of one library and a pointer of another. */
const signatures = {
  MPI_Init_thread: ["pointer", "pointer", "int", "pointer"],
  MPI_Comm_rank: ["handle", "pointer"],
  MPI_Comm_size: ["handle", "pointer"],
  MPI_Allreduce: ["pointer", "pointer", "int", "handle", "handle", "handle"],
  MPI_Iallreduce: ["pointer", "pointer", "int", "handle", "handle", "handle", "pointer"],
  MPI_Bcast: ["pointer", "int", "handle", "int", "handle"],
  MPI_Ibcast: ["pointer", "int", "handle", "int", "handle", "pointer"],
  MPI_Allgather: ["pointer", "int", "handle", "pointer", "int", "handle", "handle"],
  MPI_Iallgather: ["pointer", "int", "handle", "pointer", "int", "handle", "handle", "pointer"],
  MPI_Test: ["pointer", "pointer", "pointer"],
  MPI_Finalize: [],
  MPI_Abort: ["handle", "int"],
} as const satisfies Record<string, readonly (ForeignType | "handle")[]>;

export type FunctionName = keyof typeof signatures;

/** The library: its functions, its handles, and what it says of itself. */
export interface MpiLibrary {
  readonly functions: { readonly [Name in FunctionName]: ForeignFunction };
  readonly handles: Handles;
  readonly version: string;
  readonly path: string;
}

/** Whose library each launcher's processes want, the likeliest first. */
const likely: { readonly [L in Launcher]: readonly AbiName[] } = {
  "Open MPI": ["openMpi", "standard", "mpich"],
  MPICH: ["mpich", "standard", "openMpi"],
  Slurm: ["openMpi", "mpich", "standard"],
};

/**
 * The library that a launch wants, or the one that the environment names.
 *
 * @throws DistributedError where there is none, or none that is known.
 */
export async function findLibrary(launch: Launch, named: string | undefined): Promise<MpiLibrary> {
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
  const open = await foreignLibraries();
  const names = named === undefined ? likely[launch.launcher].flatMap((abi) => abis[abi].files) : [named];
  const failures: string[] = [];
  for (const path of names) {
    const library = opened(open, path);
    if (typeof library === "string") failures.push(library);
    else return bound(library, path);
  }
  const tried = named === undefined ? names.join(", ") : failures.join("; ");
  throw new DistributedError(
    `init: started by ${launch.launcher} as rank ${launch.rank} of ${launch.worldSize}, but no MPI library opens (${tried}); ` +
      `install it (Debian: openmpi-bin or mpich), or name its file in ${libraryVariable}`,
  );
}

/** The library, or why it does not open. */
function opened(open: OpenLibrary, path: string): ForeignLibrary | string {
  try {
    return open(path);
  } catch (error) {
    return `${path}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function bound(library: ForeignLibrary, path: string): MpiLibrary {
  if (library.address("MPI_Get_library_version") === null)
    throw new DistributedError(`init: ${path} is no MPI library: it has no MPI_Get_library_version`);
  const version = versionOf(library);
  for (const { handles: handlesOf } of Object.values(abis)) {
    const handles = handlesOf(library);
    if (handles === null) continue;
    const types = (name: FunctionName) =>
      signatures[name].map((type: ForeignType | "handle") => (type === "handle" ? handles.type : type));
    const functions = Object.fromEntries(
      (Object.keys(signatures) as FunctionName[]).map((name) => [name, library.bind(name, types(name))]),
    ) as { [Name in FunctionName]: ForeignFunction };
    return { functions, handles, version, path };
  }
  throw new DistributedError(
    `init: ${path} (${version}) has a binary interface that is not known here: ${Object.values(abis)
      .map(({ name }) => name)
      .join(", ")} are`,
  );
}
