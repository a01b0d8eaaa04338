// Memory for the tests of this folder: numbers put into it, kernels run on addresses, numbers taken out. Holds no tests.

import { WasmMemory } from "../../memory.js";
import { Runtime } from "../../runtime.js";

export const memory = new WasmMemory({ maximumBytes: 2 ** 30 });
export const runtime = new Runtime(memory);

/** Lies in results before they are written, and behind them. */
const untouched = 77;
const guards = 16;

/** Lends memory that holds the inputs, and as much as the outputs take; returns the outputs. */
export function withNumbers<const Inputs extends readonly Float32Array[], const Lengths extends readonly number[]>(
  inputs: Inputs,
  outputLengths: Lengths,
  use: (inputs: { [I in keyof Inputs]: number }, outputs: { [I in keyof Lengths]: number }) => void,
): { [I in keyof Lengths]: Float32Array } {
  const place = (numbers: Float32Array) => {
    const address = memory.allocate(4 * numbers.length);
    new Float32Array(memory.memory.buffer, address, numbers.length).set(numbers);
    return address;
  };
  const inputAddresses = inputs.map(place);
  const outputAddresses = outputLengths.map((length) => place(new Float32Array(length + guards).fill(untouched)));
  use(inputAddresses as never, outputAddresses as never);
  const results = outputAddresses.map((address, i) => {
    const length = outputLengths[i]!;
    const all = new Float32Array(memory.memory.buffer, address, length + guards).slice();
    if (all.subarray(length).some((value) => value !== untouched)) throw new Error(`output ${i} was written beyond`);
    return all.subarray(0, length);
  });
  for (const address of [...inputAddresses, ...outputAddresses]) memory.free(address);
  return results as never;
}

export function randomFloats(random: () => number, length: number): Float32Array {
  return Float32Array.from({ length }, () => random() * 2 - 1);
}

/** Integers of which many are equal. */
export function randomIntegers(random: () => number, length: number): Float32Array {
  return Float32Array.from({ length }, () => Math.floor(random() * 5) - 2);
}
