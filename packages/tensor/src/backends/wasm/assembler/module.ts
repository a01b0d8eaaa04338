// Puts functions together into the bytes of one WebAssembly module, which imports its memory.
// Compiling and caching are the runtime's (../runtime.ts).

import { type Code, section, sized, text, unsigned, valueTypeCodes, vector } from "./encoding.js";
import { FunctionBuilder, type Locals, type Parameters } from "./function.js";

/** Where every module finds its memory: `{ engine: { memory } }`. */
export const memoryImport = { module: "engine", name: "memory" } as const;

/** The pages of 64 KiB that 32-bit addresses reach. */
export const maximumPages = 65536;

export interface ModuleOptions {
  /** Whether the memory is shared between threads. Default: false. */
  readonly shared?: boolean;
}

export class ModuleBuilder {
  readonly #functions: FunctionBuilder[] = [];
  readonly #shared: boolean;

  constructor({ shared = false }: ModuleOptions = {}) {
    this.#shared = shared;
  }

  /**
   * Adds a function without a result, exported by its name, and emits its body at once.
   *
   * ```
   * module.define("double", { values: "i32", count: "i32" }, (f, { values, count }) =>
   *   f.repeat(count, () => {
   *     f.store(values, loadF32(values).multiply(2));
   *     f.increase(values, 4);
   *   }));
   * ```
   */
  define<P extends Parameters>(
    name: string,
    parameters: P,
    body: (f: FunctionBuilder, p: Locals<P>) => void,
  ): FunctionBuilder {
    const builder = new FunctionBuilder(this.#functions.length, name, parameters);
    this.#functions.push(builder);
    body(builder, builder.takeParameters(parameters));
    return builder;
  }

  /** The module; profilers and stack traces show its functions as "label: name". */
  toBytes(label = ""): Uint8Array<ArrayBuffer> {
    const functions = this.#functions;
    const types = functions.map(({ parameterTypes }) => [
      0x60,
      ...vector(parameterTypes.map((type) => [valueTypeCodes[type]])),
      ...vector([]),
    ]);
    const limits = [this.#shared ? 3 : 1, ...unsigned(0), ...unsigned(maximumPages)];
    const memory = [...text(memoryImport.module), ...text(memoryImport.name), 0x02, ...limits];
    const exports = functions.map(({ name, index }) => [...text(name), 0x00, ...unsigned(index)]);
    return Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector(types)),
      ...section(2, vector([memory])),
      ...section(3, vector(functions.map(({ index }) => unsigned(index)))),
      ...section(7, vector(exports)),
      ...section(10, vector(functions.map((f) => f.toCode()))),
      ...section(0, this.#names(label)),
    ]);
  }

  #names(label: string): Code {
    const prefix = label === "" ? "" : `${label}: `;
    const functions = this.#functions.map(({ name, index }) => [...unsigned(index), ...text(prefix + name)]);
    const locals = this.#functions.map(({ localNames, index }) => [
      ...unsigned(index),
      ...vector(localNames.map((name, local) => [...unsigned(local), ...text(name)])),
    ]);
    return [...text("name"), 1, ...sized(vector(functions)), 2, ...sized(vector(locals))];
  }
}
