// What is said where a platform lets no module be compiled. Policies throw what they like, so any error of any module counts.
// In a process of its own: what it looks at is chosen once.

import { afterEach, expect, it, vi } from "vitest";
import { ModuleBuilder } from "./assembler/index.js";
import { instantiate } from "./instances.js";
import { WasmMemory } from "./memory.js";
import { hasRelaxedSimd } from "./simd.js";

afterEach(() => vi.unstubAllGlobals());

const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
const whole = new ModuleBuilder().toBytes("nothing");

/** WebAssembly whose modules cannot be made. */
function stubModule(refusal: () => Error): void {
  const Module = function refuse() {
    throw refusal();
  };
  vi.stubGlobal("WebAssembly", Object.assign(Object.create(WebAssembly), { Module, validate: () => true }));
}

it("a policy's refusal names the directive", () => {
  expect(instantiate(whole, memory)).toEqual({});
  stubModule(() => new EvalError("Refused to create a WebAssembly object"));
  expect(() => instantiate(whole, memory)).toThrowErrorMatchingInlineSnapshot(
    `[DeviceError: cpu: kernels are WebAssembly, which this page's Content-Security-Policy forbids: add 'wasm-unsafe-eval' to it, as in script-src 'self' 'wasm-unsafe-eval', or compute on the slow device that needs none, setDefaultDevice("reference") (the platform says: EvalError: Refused to create a WebAssembly object)]`,
  );
});

it("there is none at all under node --jitless and in lockdown mode", () => {
  vi.stubGlobal("WebAssembly", undefined);
  expect(() => new WasmMemory().memory).toThrowErrorMatchingInlineSnapshot(
    `[DeviceError: cpu: kernels are WebAssembly, and there is none here: node --jitless and a browser's lockdown mode turn it off; start without those, or compute on the slow device that needs none, setDefaultDevice("reference")]`,
  );
  expect(() => instantiate(whole, memory)).toThrow("there is none here");
});

it("no room for code is no room", () => {
  stubModule(() => new RangeError("WebAssembly.Module(): Out of memory: Cannot allocate"));
  expect(() => instantiate(whole, memory)).toThrowErrorMatchingInlineSnapshot(
    `[OutOfMemoryError: cpu: no room for the code of a kernel: WebAssembly.Module(): Out of memory: Cannot allocate]`,
  );
});

it("a faulty module is none of these", () => {
  expect(() => instantiate(whole.slice(0, -1), memory)).toThrow(WebAssembly.CompileError);
});

it("the choice of instructions is made without compiling where that is forbidden", () => {
  stubModule(() => new EvalError("Refused"));
  expect(hasRelaxedSimd()).toBe(false);
});
