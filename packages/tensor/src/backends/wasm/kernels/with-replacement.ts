// multinomial with replacement: each draw, a uniform double, is looked up among the sums of weights so far, as in ../../reference/samples.ts.

import type { KernelAttributes, Operand } from "../../../kernels/contract.js";
import { dtypeTraits } from "../../../tensor/dtype.js";
import { type F64, type I32, loadF32, loadF64, loadI32x4, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { emitUnitDoubles, floatsAt, type Stored } from "./double-draws.js";
import { drawInChunks, emitChunk } from "./twister.js";
import { addressOf } from "./walk.js";

/** `sums` are those of the first element's row, of which `position` elements came before; a row has so many categories and samples. */
const parameters = {
  ...({ output: "i32", elements: "i32", sums: "i32" } as const),
  ...({ categories: "i32", position: "i32", samples: "i32" } as const),
} as const;

function emitWithReplacement(dtype: Stored): ModuleBuilder {
  const module = new ModuleBuilder();
  const shift = Math.log2(dtypeTraits[dtype].bytes);
  const load = (address: I32, offset = 0): F64 =>
    dtype === "float32" ? loadF32(address, offset).toF64() : loadF64(address, offset);
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
      f.set(unit, loadF64(words));
      f.set(base, sums);
      f.set(left, categories);
      // Without branches: which half it is nobody can foresee.
      f.while(left.greaterThan(1), () => {
        f.set(half, left.shiftRightUnsigned(1));
        f.set(next, base.add(half.shiftLeft(shift)));
        f.set(
          base,
          load(next.subtract(1 << shift))
            .lessThan(unit)
            .select(next, base),
        );
        f.set(left, left.subtract(half));
      });
      f.set(next, base.subtract(sums).shiftRightUnsigned(shift));
      f.store(output, next.add(load(base).lessThan(unit)));
      f.increase(words, 8);
      f.increase(output, 4);
      f.increase(position, 1);
      f.if(position.equals(samples), () => {
        f.set(position, 0);
        f.increase(sums, categories.shiftLeft(shift));
      });
    });
  });
  emitChunk(module, draw, parameters);
  return module;
}

type Floats = Float32Array | Float64Array;

/** The sums of each row's weights so far, as shares of all, rounded where PyTorch rounds; false where something is no weight. */
function addUp(weights: Floats, sums: Floats, categories: number): boolean {
  const isRounded = sums instanceof Float32Array;
  for (let row = 0; row < weights.length; row += categories) {
    let sum = 0;
    for (let at = row; at < row + categories; at++) {
      const weight = weights[at]!;
      if (!(weight >= 0)) return false;
      sum = isRounded ? Math.fround(sum + weight) : sum + weight;
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
  const dtype = weights.dtype as Stored;
  const { bytes } = dtypeTraits[dtype];
  return runtime.memory.withScratch(bytes * rows * categories, (address) => {
    const { buffer } = runtime.memory.memory;
    const given = floatsAt(dtype, buffer, addressOf(weights), rows * categories);
    const sums = floatsAt(dtype, buffer, address, rows * categories);
    if (!addUp(given, sums, categories)) return false;
    drawInChunks(
      runtime,
      runtime.kernel(`multinomial with replacement ${dtype}`, () => emitWithReplacement(dtype)),
      {
        ...{ engine: generator.engine, count: rows * count, wordsOfElement: 2, nanoseconds: 20 },
        valuesOf: (first, elements) => {
          const row = Math.floor(first / count);
          const sums = address + bytes * row * categories;
          return [addressOf(output) + 4 * first, elements, sums, categories, first - row * count, count];
        },
      },
    );
    return true;
  });
}
