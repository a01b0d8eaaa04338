// philoxBits by its definition: Philox4x32-10 (Salmon et al., SC 2011), in integers of any size.

import type { KernelFunction } from "../../kernels/contract.js";
import { count, writer } from "./elements.js";

export const rounds = 10;
export const multipliers = [0xd2511f53, 0xcd9e8d57] as const;
export const keySteps = [0x9e3779b9, 0xbb67ae85] as const;

type Block = readonly [bigint, bigint, bigint, bigint];
const wordBits = 32n;

function blockOf(counter: Block, key: readonly [bigint, bigint]): Block {
  let [a, b, c, d] = counter;
  let [first, second] = key;
  for (let round = 0; round < rounds; round++) {
    const [ofA, ofC] = [BigInt(multipliers[0]) * a, BigInt(multipliers[1]) * c];
    [a, b, c, d] = [
      (ofC >> wordBits) ^ b ^ first,
      BigInt.asUintN(32, ofC),
      (ofA >> wordBits) ^ d ^ second,
      BigInt.asUintN(32, ofA),
    ];
    first = BigInt.asUintN(32, first + BigInt(keySteps[0]));
    second = BigInt.asUintN(32, second + BigInt(keySteps[1]));
  }
  return [a, b, c, d];
}

/** A word's place is its block's number, which is the counter's lower half, times four. The seed is the key; step and index are the upper half. */
export const philoxBits: KernelFunction<"philoxBits"> = (_, [output], { seed, step, index, offset }) => {
  const write = writer(output);
  const halves = (number: number) => [BigInt.asUintN(32, BigInt(number)), BigInt(number) >> wordBits] as const;
  let [known, words]: [number, Block | null] = [-1, null];
  for (let at = 0; at < count(output); at++) {
    const block = Math.floor((offset + at) / 4);
    if (block !== known)
      [known, words] = [block, blockOf([...halves(block), BigInt(step), BigInt(index)] as Block, halves(seed))];
    write(at, Number(BigInt.asIntN(32, words![(offset + at) % 4]!)));
  }
};
