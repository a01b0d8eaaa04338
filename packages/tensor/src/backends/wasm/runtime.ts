// Compiles emitted modules and keeps the instances of one memory, the least recently used dropped first.
// What is emitted is the kernels' affair (kernels/*.ts).

import type { Operand } from "../kernels.js";
import { type ModuleBuilder, memoryImport } from "./assembler/index.js";
import { WasmMemory } from "./memory.js";

/** The functions of a compiled module by name. Addresses and counts go in; results lie in memory. */
export type CompiledKernel = Readonly<Record<string, (...values: number[]) => void>>;

/** A kernel holds some kilobytes of machine code; a training program needs dozens of them. */
const defaultCapacity = 512;

export class Runtime {
  readonly memory: WasmMemory;
  readonly #capacity: number;
  /** In the order of use: a Map lists its keys in the order in which they were set. */
  readonly #kernels = new Map<string, CompiledKernel>();

  constructor(memory: WasmMemory, capacity = defaultCapacity) {
    this.memory = memory;
    this.#capacity = capacity;
  }

  get kernelCount(): number {
    return this.#kernels.size;
  }

  /** The kernel called `key`; `emit` is run where it is not there yet, and must be a function of the key alone. */
  kernel(key: string, emit: () => ModuleBuilder): CompiledKernel {
    const known = this.#kernels.get(key);
    if (known !== undefined) {
      this.#kernels.delete(key);
      this.#kernels.set(key, known);
      return known;
    }
    const kernel = this.#compile(emit(), key);
    this.#kernels.set(key, kernel);
    if (this.#kernels.size > this.#capacity) {
      const [oldest] = this.#kernels.keys();
      if (oldest !== undefined) this.#kernels.delete(oldest);
    }
    return kernel;
  }

  #compile(builder: ModuleBuilder, key: string): CompiledKernel {
    const module = new WebAssembly.Module(builder.toBytes(key));
    const imports = { [memoryImport.module]: { [memoryImport.name]: this.memory.memory } };
    return new WebAssembly.Instance(module, imports).exports as CompiledKernel;
  }
}

const runtimes = new WeakMap<WasmMemory, Runtime>();

/** The runtime of the memory that holds an operand. */
export function runtimeOf(operand: Operand): Runtime {
  const memory = operand.storage.allocator;
  if (!(memory instanceof WasmMemory)) throw new TypeError(`a cpu kernel was given a tensor on ${memory.device}`);
  let runtime = runtimes.get(memory);
  if (runtime === undefined) {
    runtime = new Runtime(memory);
    runtimes.set(memory, runtime);
  }
  return runtime;
}
