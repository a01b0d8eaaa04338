// multinomial with replacement: each draw, a uniform double, is looked up among the sums of weights so far, as in ../../reference/samples.ts.

import type { KernelAttributes, Operand } from "../../../kernels/contract.js";
import { loadF32, loadF64x2Splat, loadI32x4, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { emitUnitDoubles } from "./double-draws.js";
import { drawInChunks, emitChunk } from "./twister.js";
import { addressOf } from "./walk.js";

/** `sums` are those of the first element's row, of which `position` elements came before; a row has so many categories and samples. */
const parameters = {
  ...({ output: "i32", elements: "i32", sums: "i32" } as const),
  ...({ categories: "i32", position: "i32", samples: "i32" } as const),
} as const;

function emitWithReplacement(): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, p) => {
    const { words, output, elements, sums, categories, position, samples } = p;
    const word = f.local("i32", "word", words);
    // Two doubles take the place of the four words that they are made of.
    f.repeat(elements.add(1).shiftRightUnsigned(1), () => {
      f.store(word, emitUnitDoubles(f, loadI32x4(word)));
      f.increase(word, 16);
    });
    const unit = f.local("f64", "unit");
    const [base, left, half, next] = [
      f.local("i32", "base"),
      f.local("i32", "left"),
      f.local("i32", "half"),
      f.local("i32", "next"),
    ];
    f.repeat(elements, () => {
      f.set(unit, loadF64x2Splat(words).lane(0));
      f.set(base, sums);
      f.set(left, categories);
      // Without branches: which half it is nobody can foresee.
      f.while(left.greaterThan(1), () => {
        f.set(half, left.shiftRightUnsigned(1));
        f.set(next, base.add(half.shiftLeft(2)));
        f.set(base, loadF32(next.subtract(4)).toF64().lessThan(unit).select(next, base));
        f.set(left, left.subtract(half));
      });
      f.set(next, base.subtract(sums).shiftRightUnsigned(2));
      f.store(output, next.add(loadF32(base).toF64().lessThan(unit)));
      f.increase(words, 8);
      f.increase(output, 4);
      f.increase(position, 1);
      f.if(position.equals(samples), () => {
        f.set(position, 0);
        f.increase(sums, categories.shiftLeft(2));
      });
    });
  });
  emitChunk(module, draw, parameters);
  return module;
}

/** The sums of each row's weights so far, as shares of all, rounded where PyTorch rounds; false where something is no weight. */
function addUp(weights: Float32Array, sums: Float32Array, categories: number): boolean {
  for (let row = 0; row < weights.length; row += categories) {
    let sum = 0;
    for (let at = row; at < row + categories; at++) {
      const weight = weights[at]!;
      if (!(weight >= 0)) return false;
      sum = Math.fround(sum + weight);
      sums[at] = sum;
    }
    if (!(sum > 0 && sum < Number.POSITIVE_INFINITY)) return false;
    for (let at = row; at < row + categories; at++) sums[at]! /= sum;
    sums[row + categories - 1] = 1;
  }
  return true;
}

/** Draws `count` of each row; false, and nothing drawn, where the reference has to say what is wrong. The weights are contiguous. */
export function drawWithReplacement(
  weights: Operand,
  output: Operand,
  { generator, count }: KernelAttributes["multinomial"],
): boolean {
  const runtime = runtimeOf(output);
  const [rows, categories] = weights.shape as [number, number];
  // The sums are JavaScript's part.
  runtime.cannotRepeat();
  return runtime.memory.withScratch(4 * rows * categories, (address) => {
    const { buffer } = runtime.memory.memory;
    const given = new Float32Array(buffer, addressOf(weights), rows * categories);
    if (!addUp(given, new Float32Array(buffer, address, rows * categories), categories)) return false;
    drawInChunks(runtime, runtime.kernel("multinomial with replacement", emitWithReplacement), {
      ...{ engine: generator.engine, count: rows * count, wordsOfElement: 2, nanoseconds: 20 },
      valuesOf: (first, elements) => {
        const row = Math.floor(first / count);
        const sums = address + 4 * row * categories;
        return [addressOf(output) + 4 * first, elements, sums, categories, first - row * count, count];
      },
    });
    return true;
  });
}
