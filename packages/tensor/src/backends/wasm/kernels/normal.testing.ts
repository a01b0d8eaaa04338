// Normal draws of given uniform numbers, by the kernel of vectors and one by one: radius, sine and cosine each by itself, since a product
// of two can hide what one of them lost. Holds no tests.

import { logFloat, sineAndCosineFloat } from "../../../random/cephes.js";
import { loadF32x4, ModuleBuilder } from "../assembler/index.js";
import { memory, runtime } from "./blocks/blocks.testing.js";
import { emitRadii, emitTurns } from "./normal.js";

const f = Math.fround;
const radiusOf = (u: number) => f(Math.sqrt(f(-2 * logFloat(f(1 - u)))));

function emitGiven(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", { radii: "i32", angles: "i32", count: "i32" }, (emit, { radii, angles, count }) => {
    emit.repeat(count.shiftRightUnsigned(2), () => {
      const [radius] = emitRadii(emit, [loadF32x4(radii)]);
      const [turn] = emitTurns(emit, [
        loadF32x4(angles)
          .multiply(2 ** 24)
          .toI32x4(),
      ]);
      emit.store(radii, emit.local("f32x4", "cosines", radius!.multiply(turn!.cosine)));
      emit.store(angles, emit.local("f32x4", "sines", radius!.multiply(turn!.sine)));
      emit.increase(radii, 16);
      emit.increase(angles, 16);
    });
  });
  return module;
}

/** Cosines and sines of as many angles as there are radii, a multiple of four. */
function drawn(radii: Float32Array, angles: Float32Array): readonly [Float32Array, Float32Array] {
  const { length } = radii;
  const kernel = runtime.kernel("normal of given", emitGiven);
  const [first, second] = [memory.allocate(4 * length), memory.allocate(4 * length)];
  new Float32Array(memory.memory.buffer, first, length).set(radii);
  new Float32Array(memory.memory.buffer, second, length).set(angles);
  runtime.call(kernel, "run", first, second, length);
  const results = [first, second].map((at) => new Float32Array(memory.memory.buffer, at, length).slice());
  memory.free(first);
  memory.free(second);
  return results as unknown as readonly [Float32Array, Float32Array];
}

/** A uniform number whose radius is a power of two: what is multiplied by it keeps its bits. */
function plainRadius(): number {
  for (let k = 1; ; k += 1) {
    const u = k * 2 ** -24;
    if (Number.isInteger(Math.log2(radiusOf(u)))) return u;
  }
}

/** The uniform numbers, in units of 2⁻²⁴, whose radius, sine or cosine is another one. */
export function differing(units: Uint32Array): number[] {
  const uniforms = Float32Array.from(units, (k) => k * 2 ** -24);
  const plain = plainRadius();
  const scale = radiusOf(plain);
  const [radii] = drawn(uniforms, new Float32Array(units.length));
  const [cosines, sines] = drawn(new Float32Array(units.length).fill(plain), uniforms);
  const pair = new Float32Array(2);
  return [...units].filter((_, at) => {
    sineAndCosineFloat(f(f(2 * Math.PI) * uniforms[at]!), pair);
    return radii[at] !== radiusOf(uniforms[at]!) || sines[at] !== scale * pair[0]! || cosines[at] !== scale * pair[1]!;
  });
}
