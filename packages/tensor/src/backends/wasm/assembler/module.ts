// Puts functions together into the bytes of one WebAssembly module, which imports its memory.
// Compiling and caching are the runtime's (../runtime.ts).

import { type Code, section, sized, text, unsigned, valueTypeCodes, vector } from "./encoding.js";
import { FunctionBuilder, type Locals, type Parameters } from "./function.js";
import { loadF32, loadI32 } from "./values.js";

/** Where every module finds its memory: `{ engine: { memory } }`. */
export const memoryImport = { module: "engine", name: "memory" } as const;

/** The pages of 64 KiB that 32-bit addresses reach. */
export const maximumPages = 65536;

/**
 * Each function of integers and floats has a second one behind this suffix, which reads its arguments from memory:
 * `(record, local)`. The record's first word tells by its bits which integers are addresses from `local` on, the rest are
 * the arguments, four bytes each. So that threads can be handed calls by address.
 */
export const recordSuffix = "@";

export interface ModuleOptions {
  /** Whether the memory is shared between threads. Default: false. */
  readonly shared?: boolean;
}

export class ModuleBuilder {
  readonly #functions: FunctionBuilder[] = [];

  get functions(): readonly FunctionBuilder[] {
    return this.#functions;
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
  toBytes(label = "", { shared = false }: ModuleOptions = {}): Uint8Array<ArrayBuffer> {
    const functions = [...this.#functions, ...this.#functions.map((f, i) => byRecord(f, this.#functions.length + i))];
    const types = functions.map(({ parameterTypes }) => [
      0x60,
      ...vector(parameterTypes.map((type) => [valueTypeCodes[type]])),
      ...vector([]),
    ]);
    const limits = [shared ? 3 : 1, ...unsigned(0), ...unsigned(maximumPages)];
    const memory = [...text(memoryImport.module), ...text(memoryImport.name), 0x02, ...limits];
    const exports = functions.map(({ name, index }) => [...text(name), 0x00, ...unsigned(index)]);
    return Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector(types)),
      ...section(2, vector([memory])),
      ...section(3, vector(functions.map(({ index }) => unsigned(index)))),
      ...section(7, vector(exports)),
      ...section(10, vector(functions.map((f) => f.toCode()))),
      ...section(0, names(functions, label)),
    ]);
  }
}

function names(functions: readonly FunctionBuilder[], label: string): Code {
  const prefix = label === "" ? "" : `${label}: `;
  const ofFunctions = functions.map(({ name, index }) => [...unsigned(index), ...text(prefix + name)]);
  const ofLocals = functions.map(({ localNames, index }) => [
    ...unsigned(index),
    // What is built has names of parameters alone (tooling/tsup/local-names.js).
    ...vector(localNames.flatMap((name, local) => (name === "" ? [] : [[...unsigned(local), ...text(name)]]))),
  ]);
  return [...text("name"), 1, ...sized(vector(ofFunctions)), 2, ...sized(vector(ofLocals))];
}

function byRecord(callee: FunctionBuilder, index: number): FunctionBuilder {
  const parameters = { record: "i32", local: "i32" } as const;
  const f = new FunctionBuilder(index, callee.name + recordSuffix, parameters);
  const { record, local } = f.takeParameters(parameters);
  const values = callee.parameterTypes.map((type, i) => {
    const offset = 4 * (i + 1);
    if (type === "f32") return loadF32(record, offset);
    if (type !== "i32") throw new TypeError(`${callee.name}: a parameter of type ${type} cannot lie in a record`);
    const word = loadI32(record, offset);
    // Addresses come first in every kernel; what lies behind the bits of a word is none.
    return i < 32 ? word.add(loadI32(record).shiftRightUnsigned(i).and(1).multiply(local)) : word;
  });
  f.call(callee, ...values);
  return f;
}
