// From emitted bytes to functions that can be called, and what is said where the platform does not let them be. What is emitted
// is the kernels' affair; what is kept is the runtime's.

import { DeviceError, OutOfMemoryError } from "../../checks/errors.js";
import { memoryImport } from "./assembler/index.js";

/** The shortest module: its eight bytes say that it is one. */
export const emptyModule = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00] as const;

const otherwise = 'or compute on the slow device that needs none, setDefaultDevice("reference")';

/** @throws DeviceError where there is no WebAssembly at all. */
export function wantWebAssembly(): void {
  if (typeof WebAssembly === "object") return;
  throw new DeviceError(
    "cpu: kernels are WebAssembly, and there is none here: node --jitless and a browser's lockdown mode turn it off; " +
      `start without those, ${otherwise}`,
  );
}

/**
 * Compiles a module and gives it its memory.
 *
 * @throws DeviceError where a policy forbids WebAssembly.
 * @throws OutOfMemoryError where there is no room for its code.
 */
export function instantiate(bytes: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): WebAssembly.Exports {
  wantWebAssembly();
  try {
    const imports = { [memoryImport.module]: { [memoryImport.name]: memory } };
    return new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports;
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new OutOfMemoryError(`cpu: no room for the code of a kernel: ${cause.message}`, { cause });
    // A policy forbids any module, and throws different errors in different engines; a faulty one is a fault of ours.
    if (compiles(emptyModule)) throw cause;
    throw new DeviceError(
      "cpu: kernels are WebAssembly, which this page's Content-Security-Policy forbids: add 'wasm-unsafe-eval' to it, as in " +
        `script-src 'self' 'wasm-unsafe-eval', ${otherwise} (the platform says: ${String(cause)})`,
      { cause },
    );
  }
}

function compiles(bytes: readonly number[]): boolean {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)));
    return true;
  } catch {
    return false;
  }
}
