// What the libraries' binary interfaces differ in: how a handle is passed, and which handles stand for what. Three are known: Open MPI's,
// MPICH's, which Intel MPI, Cray's and MVAPICH share, and the standard's of MPI 5. Who calls is library.ts.

import type { ForeignLibrary, ForeignType, ForeignValue } from "./foreign.js";

/** The elements that messages are made of: of floats and int32 what they are, of bool and uint8 bytes. */
export type Element = "float32" | "float64" | "int32" | "uint8";

/** How elements of several ranks become one. */
export type Reduction = "sum" | "prod" | "max" | "min";

/** The handles of one library. */
export interface Handles {
  /** How a handle is passed: an int, or a pointer. */
  readonly type: ForeignType;
  readonly world: ForeignValue;
  readonly elements: { readonly [E in Element]: ForeignValue };
  readonly reductions: { readonly [R in Reduction]: ForeignValue };
  /** In place of an address: what is received lies already where it is sent from; nobody wants to know the status. */
  readonly inPlace: bigint;
  readonly statusIgnore: bigint;
  /** `MPI_THREAD_FUNNELED`: only the thread that began calls, though there are others. */
  readonly funneled: number;
}

interface Abi {
  /** What an error text calls it. */
  readonly name: string;
  /** The names under which systems have such a library; the first that opens is taken. */
  readonly files: readonly string[];
  /** The handles; null where the library is none of this kind. */
  readonly handles: (library: ForeignLibrary) => Handles | null;
}

/** Handles are addresses of what the library exports. */
const openMpi: Abi = {
  name: "Open MPI",
  files: ["libmpi.so.40", "libmpi.40.dylib", "libmpi.so.80", "libmpi.80.dylib"],
  handles: (library) => {
    const at = (name: string) => library.address(`ompi_mpi_${name}`);
    const world = at("comm_world");
    return world === null
      ? null
      : {
          type: "pointer",
          world,
          elements: { float32: at("float"), float64: at("double"), int32: at("int32_t"), uint8: at("uint8_t") },
          reductions: { sum: at("op_sum"), prod: at("op_prod"), max: at("op_max"), min: at("op_min") },
          inPlace: 1n,
          statusIgnore: 0n,
          funneled: 1,
        };
  },
};

/** Handles are ints, the same ones ever since MPICH 3.1: https://www.mpich.org/abi. */
const mpich: Abi = {
  name: "MPICH",
  files: ["libmpi.so.12", "libmpich.so.12", "libmpi.12.dylib"],
  handles: (library) =>
    /MPICH|Intel\(R\) MPI|MVAPICH/i.test(versionOf(library))
      ? {
          type: "int",
          world: 0x44000000,
          elements: { float32: 0x4c00040a, float64: 0x4c00080b, int32: 0x4c000439, uint8: 0x4c00013b },
          reductions: { sum: 0x58000003, prod: 0x58000004, max: 0x58000001, min: 0x58000002 },
          inPlace: BigInt.asUintN(64, -1n),
          statusIgnore: 1n,
          funneled: 1,
        }
      : null,
};

/** Handles are pointers of fixed values: chapter 20 of https://www.mpi-forum.org/docs/mpi-5.0/mpi50-report.pdf. */
const standard: Abi = {
  name: "the standard ABI",
  files: ["libmpi_abi.so.1", "libmpi_abi.1.dylib"],
  handles: (library) =>
    abiOf(library) === 1
      ? {
          type: "pointer",
          world: 0x101n,
          elements: { float32: 0x210n, float64: 0x214n, int32: 0x250n, uint8: 0x241n },
          reductions: { sum: 0x21n, prod: 0x24n, max: 0x23n, min: 0x22n },
          inPlace: 1n,
          statusIgnore: 0n,
          funneled: 1024,
        }
      : null,
};

/** The major version of the standard's ABI that a library has; −1 or null, where it has another. */
function abiOf(library: ForeignLibrary): number | null {
  if (library.address("MPI_Abi_get_version") === null) return null;
  const [major, minor] = [new Int32Array(1), new Int32Array(1)];
  library.bind("MPI_Abi_get_version", ["pointer", "pointer"])(major, minor);
  return major[0]!;
}

/** The standard says how long a library's text about itself may be, and that it may be asked for before all else. */
const longestVersion = 8192;

/** What a library says of itself, its first line. */
export function versionOf(library: ForeignLibrary): string {
  const [text, length] = [new Uint8Array(longestVersion), new Int32Array(1)];
  library.bind("MPI_Get_library_version", ["pointer", "pointer"])(text, length);
  const all = new TextDecoder().decode(text.subarray(0, length[0]!));
  return all.split(/[\n\0]/)[0]!.replaceAll(/\s+/g, " ");
}

// The standard's first: MPICH's own is there beside it, and says MPICH too.
const known = { standard, openMpi, mpich };
export type AbiName = keyof typeof known;
export const abis: { readonly [Name in AbiName]: Abi } = known;
