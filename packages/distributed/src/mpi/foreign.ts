// Calling a shared library: by koffi where that is installed, else by Node's own node:ffi, from Node 26 on. Which functions there are to
// call, and with what, is library.ts's affair.

import { DistributedError } from "../errors.js";

/** What a function takes and gives: a C `int`, a pointer to memory or null, or a number of a pointer's size. */
export type ForeignType = "int" | "pointer";

/** A typed array stands for the address of its elements, which are neither copied nor moved; a bigint is an address. */
export type ForeignValue = number | bigint | ArrayBufferView | null;

export type ForeignFunction = (...values: readonly ForeignValue[]) => number;

/** A library that is open. */
export interface ForeignLibrary {
  /** @throws an error of the system's, where the library has no such function. */
  bind(name: string, parameters: readonly ForeignType[]): ForeignFunction;
  /** The address of what the library exports under a name; null where it has none. */
  address(name: string): bigint | null;
}

/** Opens a library by its file's path, or by its name where the system finds it. */
export type OpenLibrary = (path: string) => ForeignLibrary;

/** The part of koffi that is used: https://koffi.dev. */
interface Koffi {
  load(
    path: string,
    options: { readonly global: boolean },
  ): {
    func(name: string, result: string, parameters: readonly string[]): ForeignFunction;
    symbol(name: string): bigint;
  };
}

/** The part of node:ffi that is used: https://nodejs.org/api/ffi.html. */
interface NodeForeign {
  readonly DynamicLibrary: new (
    path: string,
  ) => {
    getFunction(
      name: string,
      signature: { readonly arguments: readonly string[]; readonly return: string },
    ): ForeignFunction;
    getSymbol(name: string): bigint;
  };
  getRawPointer(source: ArrayBufferView): bigint;
}

const koffiTypes: { readonly [T in ForeignType]: string } = { int: "int", pointer: "void *" };
const nodeTypes: { readonly [T in ForeignType]: string } = { int: "i32", pointer: "pointer" };

// Symbols of the library must be seen by the plugins that it loads itself, as Open MPI's are: hence `global`.
const byKoffi =
  (koffi: Koffi): OpenLibrary =>
  (path) => {
    const library = koffi.load(path, { global: true });
    return {
      bind: (name, parameters) =>
        library.func(
          name,
          koffiTypes.int,
          parameters.map((type) => koffiTypes[type]),
        ),
      address: (name) => orNull(() => library.symbol(name)),
    };
  };

const byNode =
  ({ DynamicLibrary, getRawPointer }: NodeForeign): OpenLibrary =>
  (path) => {
    const library = new DynamicLibrary(path);
    return {
      bind: (name, parameters) => {
        const call = library.getFunction(name, {
          arguments: parameters.map((type) => nodeTypes[type]),
          return: nodeTypes.int,
        });
        return (...values) =>
          call(...values.map((value) => (ArrayBuffer.isView(value) ? getRawPointer(value) : value)));
      },
      address: (name) => orNull(() => library.getSymbol(name)),
    };
  };

function orNull<Result>(body: () => Result): Result | null {
  try {
    return body();
  } catch {
    return null;
  }
}

/** The ways there are, in the order in which they are tried: the module, and how it opens libraries. */
const ways: readonly { readonly module: string; readonly open: (module: never) => OpenLibrary }[] = [
  { module: "koffi", open: byKoffi },
  { module: "node:ffi", open: byNode },
];

/**
 * How libraries are opened here.
 *
 * @throws DistributedError where there is no way: koffi is not installed, and Node has no node:ffi.
 */
export async function foreignLibraries(): Promise<OpenLibrary> {
  const reasons: string[] = [];
  for (const { module, open } of ways) {
    try {
      // The name is no literal, so that bundlers leave it alone.
      const found: { default?: unknown } = await import(module);
      return open((found.default ?? found) as never);
    } catch (error) {
      reasons.push(`${module}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    }
  }
  throw new DistributedError(
    `init: no way to call the MPI library; install koffi (npm install koffi), or start Node 26 with --experimental-ffi (${reasons.join("; ")})`,
  );
}
