// Fills typed arrays with draws, in memory order, bit for bit as PyTorch's CPU kernels do (ATen/core/TransformationHelper.h,
// ATen/native/cpu/DistributionTemplates.h, ATen/native/TensorFactories.cpp). Serial: each draw depends on the one before.

import type { DType, TypedArray } from "../tensor/dtype.js";
import { logFloat, sineAndCosineFloat } from "./cephes.js";
import { fusedDouble, fusedFloat } from "./fused-multiply-add.js";
import type { Generator } from "./generator.js";

const perFloat = 2 ** -24;
const perDouble = 2 ** -53;
const twoTo32 = 2 ** 32;

/** What single draws are taken from: a generator, or its engine taken out once for many, and the normal draw that waits. */
export type Source = Pick<Generator, "engine" | "cachedNormal">;

/** A uniform float in [0, 1) of 24 bits: one word. */
export function uniformFloat({ engine }: Source): number {
  return (engine.random() & 0xffffff) * perFloat;
}

/** A uniform double in [0, 1) of 53 bits: two words, the high one first. */
export function uniformDouble({ engine }: Source): number {
  const high = engine.random() & 0x1fffff;
  return (high * twoTo32 + engine.random()) * perDouble;
}

/** Words are drawn in blocks, so that the twister's checks stay out of the loops. */
const block = new Uint32Array(2048);

/** Uniform draws from [from, to), scaled by a fused multiply-add, as PyTorch's x86 builds do. */
export function fillUniform(elements: TypedArray, dtype: DType, generator: Generator, from: number, to: number): void {
  if (dtype === "float64") {
    const range = to - from;
    for (let at = 0; at < elements.length; at++) elements[at] = fusedDouble(uniformDouble(generator), range, from);
    return;
  }
  const [start, range] = [Math.fround(from), Math.fround(Math.fround(to) - Math.fround(from))];
  for (let at = 0; at < elements.length; at += block.length) {
    const count = Math.min(block.length, elements.length - at);
    generator.engine.fill(block.subarray(0, count));
    for (let index = 0; index < count; index++)
      elements[at + index] = fusedFloat((block[index]! & 0xffffff) * perFloat, range, start);
  }
}

/**
 * A probability as the pair of words that a uniform double is compared with, in whole numbers: u < p exactly where
 * u · 2⁵³ < ⌈p · 2⁵³⌉. The low word counts only where the high ones tie.
 */
export function probabilityWords(p: number): { readonly high: number; readonly low: number } {
  const limit = Math.ceil(p / perDouble);
  return { high: Math.floor(limit / twoTo32), low: limit % twoTo32 };
}

/** Ones with probability p, else zeros: a uniform double an element, whatever the dtype. */
export function fillBernoulli(elements: TypedArray, _dtype: DType, generator: Generator, p: number): void {
  const { high, low } = probabilityWords(p);
  const half = block.length / 2;
  for (let at = 0; at < elements.length; at += half) {
    const count = Math.min(half, elements.length - at);
    generator.engine.fill(block.subarray(0, 2 * count));
    for (let index = 0; index < count; index++) {
      const word = block[2 * index]! & 0x1fffff;
      elements[at + index] = word < high || (word === high && block[2 * index + 1]! < low) ? 1 : 0;
    }
  }
}

/** Normal draws. Fewer than sixteen come one by one from doubles; more, in blocks of sixteen from uniform draws in place. */
export function fillNormal(elements: TypedArray, dtype: DType, generator: Generator, mean: number, std: number): void {
  if (elements.length < 16) {
    fillNormalOneByOne(elements, generator, mean, std);
    return;
  }
  const transform = dtype === "float64" ? normalBlockDouble : normalBlockFloat;
  fillUniform(elements, dtype, generator, 0, 1);
  for (let at = 0; at + 16 <= elements.length; at += 16) transform(elements, at, mean, std);
  if (elements.length % 16 === 0) return;
  // The last sixteen are drawn and transformed anew.
  const last = elements.length - 16;
  fillUniform(elements.subarray(last) as TypedArray, dtype, generator, 0, 1);
  transform(elements, last, mean, std);
}

/** Normal draws one by one, however many: how PyTorch fills tensors that are not contiguous. */
export function fillNormalOneByOne(elements: TypedArray, generator: Generator, mean: number, std: number): void {
  for (let at = 0; at < elements.length; at++) elements[at] = normalDouble(generator) * std + mean;
}

/** Box–Muller in pairs; the second of a pair waits in the generator. */
export function normalDouble(generator: Source): number {
  const cached = generator.cachedNormal;
  if (cached !== null) {
    generator.cachedNormal = null;
    return cached;
  }
  const u1 = uniformDouble(generator);
  const u2 = uniformDouble(generator);
  const radius = Math.sqrt(-2 * Math.log1p(-u2));
  const angle = 2 * Math.PI * u1;
  generator.cachedNormal = radius * Math.sin(angle);
  return radius * Math.cos(angle);
}

const pair = new Float32Array(2);

function normalBlockFloat(elements: TypedArray, start: number, mean: number, std: number): void {
  const f = Math.fround;
  const [scale, shift] = [f(std), f(mean)];
  for (let at = start; at < start + 8; at++) {
    const radius = f(Math.sqrt(f(-2 * logFloat(f(1 - elements[at]!)))));
    sineAndCosineFloat(f(f(2 * Math.PI) * elements[at + 8]!), pair);
    elements[at] = f(radius * pair[1]!) * scale + shift;
    elements[at + 8] = f(radius * pair[0]!) * scale + shift;
  }
}

function normalBlockDouble(elements: TypedArray, start: number, mean: number, std: number): void {
  for (let at = start; at < start + 8; at++) {
    const radius = Math.sqrt(-2 * Math.log(1 - elements[at]!));
    const angle = 2 * Math.PI * elements[at + 8]!;
    elements[at] = radius * Math.cos(angle) * std + mean;
    elements[at + 8] = radius * Math.sin(angle) * std + mean;
  }
}

/** Integers from [low, high): one word each, or two where the range is 2²⁸ or more. */
export function fillRandint(
  elements: TypedArray,
  _dtype: DType,
  generator: Generator,
  low: number,
  high: number,
): void {
  const range = high - low;
  if (range < 2 ** 28) {
    for (let at = 0; at < elements.length; at++) elements[at] = (generator.engine.random() % range) + low;
    return;
  }
  const [first, wide] = [BigInt(low), BigInt(high) - BigInt(low)];
  for (let at = 0; at < elements.length; at++) elements[at] = Number((generator.random64() % wide) + first);
}

/** The integers from 0 on in a random order. */
export function fillRandperm(elements: TypedArray, _dtype: DType, { engine }: Generator): void {
  const count = elements.length;
  for (let at = 0; at < count; at++) elements[at] = at;
  for (let at = 0; at < count - 1; at++) {
    const other = at + (engine.random() % (count - at));
    const value = elements[at]!;
    elements[at] = elements[other]!;
    elements[other] = value;
  }
}
