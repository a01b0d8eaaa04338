// The runtime: what it compiles, when it compiles again, and kernels above 2 GiB.

import { describe, expect, it } from "vitest";
import { Storage } from "../../memory/storage.js";
import { loadF32, ModuleBuilder } from "./assembler/index.js";
import { WasmMemory } from "./memory.js";
import { Runtime } from "./runtime.js";
import { fill, matmul } from "./table.js";

function emitDoubling(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", { at: "i32" }, (f, { at }) => f.store(at, loadF32(at).multiply(2)));
  return module;
}

describe("Runtime", () => {
  it("compiles a kernel once, and drops the least recently used", () => {
    const runtime = new Runtime(new WasmMemory({ maximumBytes: 2 ** 20 }), 2);
    const compiled: string[] = [];
    const ask = (key: string) =>
      runtime.kernel(key, () => {
        compiled.push(key);
        return emitDoubling();
      });
    for (const key of ["a", "b", "a", "c", "a", "b"]) ask(key);
    expect(compiled).toEqual(["a", "b", "c", "b"]);
    expect(runtime.kernelCount).toBe(2);
  });

  it("runs kernels on addresses above 2 GiB", () => {
    const memory = new WasmMemory();
    const low = memory.allocate(2 ** 31);
    const shape = [1, 13, 13];
    const strides = [169, 13, 1];
    const operands = [2, 3, 0].map((value) => {
      const storage = new Storage(memory, 4 * 169, "test");
      storage.elements("float32").fill(value);
      return { storage, dtype: "float32" as const, shape, strides, offset: 0 };
    });
    const [a, b, output] = operands as [(typeof operands)[0], (typeof operands)[0], (typeof operands)[0]];
    expect(output.storage.address).toBeGreaterThan(2 ** 31);
    matmul.float32([a, b], [output], {});
    expect([...output.storage.elements("float32")]).toEqual(new Array(169).fill(78));
    fill.float32([], [output], { value: 80 });
    expect([...output.storage.elements("float32")]).toEqual(new Array(169).fill(80));
    for (const { storage } of operands) storage.free();
    memory.free(low);
  });
});
