// poisson and the gamma distribution of contiguous float32, draws that take as many words as it happens: PyTorch's streams as
// random/samplers.ts draws them one by one. A kernel goes over the elements one after another, in doubles, while there are words enough
// for the next; Poisson's last test, which needs lgamma to the last bit, is JavaScript's.

import type { Source } from "../../../random/distributions.js";
import { temper } from "../../../random/mt19937.js";
import type { EachSampler } from "../../../random/samplers.js";
import { acceptedPoisson } from "../../../random/samplers.js";
import {
  type F64x2,
  type FunctionBuilder,
  type I32,
  type I64x2,
  type Local,
  loadF32x4,
  loadF32x4Half,
  loadF32x4Splat,
  loadF64x2Splat,
  loadI32,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import type { Runtime } from "../runtime.js";
import { emitLogOfUnit, emitUnitDoubles } from "./double-draws.js";
import { emitDoubleExp, emitDoubleLog, emitDoubleTurn } from "./math/doubles.js";
import { emitExtend, queueBytes, WordQueue } from "./twister.js";

/** What a kernel leaves: the first word that was not used, the elements that are done, the normal draw that waits, and whether one does. */
const left = { word: 0, done: 4, isAsked: 8, isWaiting: 12, normal: 16 } as const;
const leftBytes = 32;

/** Elements whose exponentials are computed before they are drawn: two at a time, and no draw waits for its own. */
const elementsOfBlock = 2048;

/** Words that an element may take: that none takes more is as good as sure, 10⁻³⁰. */
const enough = 256;

const parameters = {
  ...({ input: "i32", output: "i32", elements: "i32" } as const),
  ...({ words: "i32", end: "i32", state: "i32", limits: "i32" } as const),
} as const;

/** Whether it holds in the lower half. */
const holds = (mask: I64x2): I32 => mask.asI32x4().lane(0);
/** As float32 has it. */
const rounded = (value: F64x2): F64x2 => value.toF32x4().lowToF64x2();

const third = Math.fround(1 / 3);
const squeeze = Math.fround(0.0331);

/** Of numbers, of which the lower half counts. */
class Drawing {
  readonly #f: FunctionBuilder;
  readonly #word: Local<I32>;
  readonly #state: I32;

  constructor(f: FunctionBuilder, word: Local<I32>, state: I32) {
    this.#f = f;
    this.#word = word;
    this.#state = state;
  }

  constant(value: number): F64x2 {
    return this.#f.constant("f64x2", value);
  }

  /** A uniform double. */
  unit(): Local<F64x2> {
    const unit = this.#f.local("f64x2", "unit", loadF64x2Splat(this.#word));
    this.#f.increase(this.#word, 8);
    return unit;
  }

  /** Sets `to` to a normal draw, by pairs. */
  normal(to: Local<F64x2>): void {
    const f = this.#f;
    const state = this.#state;
    f.if(
      loadI32(state, left.isWaiting),
      () => {
        f.set(to, loadF64x2Splat(state, left.normal));
        f.store(state, f.local("i32", "none", 0), left.isWaiting);
      },
      () => {
        const both = f.local("f64x2", "both", loadF32x4(this.#word).asF64x2());
        f.increase(this.#word, 16);
        const second = both.asF32x4().highHalf().asF64x2();
        const complement = f.local("f64x2", "complement", this.constant(1).subtract(second));
        const square = emitLogOfUnit(f, complement).multiply(this.constant(-2));
        const radius = f.local("f64x2", "radius", square.squareRoot());
        const angle = f.local("f64x2", "angle", both.multiply(this.constant(2 * Math.PI)));
        const { sine, cosine } = emitDoubleTurn(f, angle);
        f.set(to, radius.multiply(cosine));
        f.store(state, radius.multiply(sine).lane(0), left.normal);
        f.store(state, f.local("i32", "one", 1), left.isWaiting);
      },
    );
  }
}

/** Sets `result` to a draw; `least` is what it is at least. */
function emitGamma(
  f: FunctionBuilder,
  drawing: Drawing,
  alpha: Local<F64x2>,
  result: Local<F64x2>,
  least: number,
): void {
  const number = (value: number): F64x2 => drawing.constant(value);
  const [scale, shape] = [f.local("f64x2", "scale"), f.local("f64x2", "shape")];
  const [x, y, v] = [f.local("f64x2", "x"), f.local("f64x2", "y"), f.local("f64x2", "v")];
  const isLeft = f.local("i32", "isLeft");
  const positive = (): void => {
    f.set(scale, number(1));
    f.set(shape, alpha);
    f.if(holds(alpha.atLeast(number(1)).equals(number(0).asI64x2()).and(alpha.equals(alpha))), () => {
      const complement = f.local("f64x2", "complement", number(1).subtract(drawing.unit()));
      const exponent = emitLogOfUnit(f, complement).multiply(rounded(number(1).divide(alpha)));
      f.set(
        scale,
        emitDoubleExp(f, f.local("f64x2", "exponent", exponent.replaceBelow(number(-700)).replaceAbove(number(700)))),
      );
      f.set(shape, rounded(alpha.add(number(1))));
    });
    const d = f.local("f64x2", "d", rounded(shape.subtract(number(third))));
    const c = f.local("f64x2", "c", number(1).divide(d.multiply(number(9)).squareRoot()));
    f.set(isLeft, 1);
    f.while(isLeft, () => {
      f.set(y, number(0));
      f.while(holds(number(0).atLeast(y)), () => {
        drawing.normal(x);
        f.set(y, c.multiply(x).add(number(1)));
      });
      f.set(v, y.multiply(y).multiply(y));
      const u = f.local("f64x2", "u", number(1).subtract(drawing.unit()));
      const square = f.local("f64x2", "square", x.multiply(x));
      const bound = number(1).subtract(number(squeeze).multiply(square).multiply(square));
      // Less than, and not equal; neither holds for what is not a number.
      const isBelow = u.atLeast(bound).equals(number(0).asI64x2()).and(bound.equals(bound));
      f.if(
        holds(isBelow.or(v.notEquals(v))),
        () => f.set(isLeft, 0),
        () => {
          const log = number(1).subtract(v).add(emitDoubleLog(f, v));
          const most = f.local("f64x2", "most", square.multiply(number(0.5)).add(d.multiply(log)));
          const isInside = emitLogOfUnit(f, u).atLeast(most).equals(number(0).asI64x2()).and(most.equals(most));
          f.if(holds(isInside), () => f.set(isLeft, 0));
        },
      );
    });
    f.set(result, scale.multiply(d).multiply(v).replaceBelow(number(least)));
  };
  f.if(holds(alpha.equals(number(0))), () => f.set(result, number(least)), positive);
}

/** `units(words, output, pairs)`: uniform doubles, each of which takes the place of its two words. */
function emitUnits(module: ModuleBuilder): void {
  module.define("units", { words: "i32", output: "i32", pairs: "i32" }, (f, { words, output, pairs }) => {
    f.repeat(pairs, () => {
      f.store(output, emitUnitDoubles(f, loadI32x4(words)));
      f.increase(words, 16);
      f.increase(output, 16);
    });
  });
}

/** `limits(input, output, pairs)`: e⁻ˣ of as many rates, in doubles; of those from 10 on, which need none, it is anything. */
function emitLimits(module: ModuleBuilder): void {
  module.define("limits", { input: "i32", output: "i32", pairs: "i32" }, (f, { input, output, pairs }) => {
    const rates = f.local("f64x2", "rates");
    f.repeat(pairs, () => {
      f.set(rates, loadF32x4Half(input).lowToF64x2().negate());
      f.store(output, emitDoubleExp(f, rates));
      f.increase(input, 8);
      f.increase(output, 16);
    });
  });
}

/** Sets `result` to a draw, or `isAsked`, where the last test is to be made of the two numbers that were drawn last. */
function emitPoisson(
  f: FunctionBuilder,
  drawing: Drawing,
  rate: Local<F64x2>,
  result: Local<F64x2>,
  isAsked: Local<I32>,
  limits: I32,
): void {
  const number = (value: number): F64x2 => drawing.constant(value);
  f.set(result, number(0));
  f.if(
    holds(
      number(10)
        .atLeast(rate)
        .and(rate.notEquals(number(10))),
    ),
    () =>
      f.if(holds(rate.notEquals(number(0))), () => {
        const limit = f.local("f64x2", "limit", loadF64x2Splat(limits));
        const product = f.local("f64x2", "product", drawing.unit());
        f.while(holds(product.atLeast(limit).and(product.notEquals(limit))), () => {
          f.set(product, product.multiply(drawing.unit()));
          f.set(result, result.add(number(1)));
        });
      }),
    () => {
      const root = f.local("f64x2", "root", rate.squareRoot());
      const b = f.local("f64x2", "b", number(0.931).add(number(2.53).multiply(root)));
      const a = number(-0.059).add(number(0.02483).multiply(b));
      const inside = number(0.9277).subtract(number(3.6224).divide(b.subtract(number(2))));
      const u = f.local("f64x2", "u", drawing.unit().subtract(number(0.5)));
      const v = f.local("f64x2", "v", drawing.unit());
      const us = f.local("f64x2", "us", number(0.5).subtract(u.magnitude()));
      const k = number(2).multiply(a).divide(us).add(b).multiply(u).add(rate).add(number(0.43)).floor();
      f.set(result, k);
      f.set(isAsked, holds(us.atLeast(number(0.07)).and(inside.atLeast(v))).isZero());
    },
  );
}

/**
 * `run(input, output, elements, words, end, state, limits)`: one after another, while `enough` words are left, in whose place uniform
 * doubles lie.
 */
function emitRejections(sampler: "poisson" | "gamma" | "gammaPart"): ModuleBuilder {
  const module = new ModuleBuilder();
  emitExtend(module);
  emitUnits(module);
  if (sampler === "poisson") emitLimits(module);
  module.define("run", parameters, (f, { input, output, elements, words, end, state, limits }) => {
    const word = f.local("i32", "word", words);
    const [done, isAsked] = [f.local("i32", "done"), f.local("i32", "isAsked")];
    const [parameter, result] = [f.local("f64x2", "parameter"), f.local("f64x2", "result")];
    const drawing = new Drawing(f, word, state);
    f.while(
      done
        .lessThan(elements)
        .and(isAsked.isZero())
        .and(word.atMost(end.subtract(4 * enough))),
      () => {
        f.set(parameter, loadF32x4Splat(input).lowToF64x2());
        if (sampler === "poisson") emitPoisson(f, drawing, parameter, result, isAsked, limits);
        else emitGamma(f, drawing, parameter, result, sampler === "gamma" ? 2 ** -126 : 0);
        f.if(isAsked.isZero(), () => {
          f.storeLane(output, result.toF32x4(), 0);
          f.increase(done, 1);
          f.increase(input, 4);
          f.increase(output, 4);
          if (sampler === "poisson") f.increase(limits, 8);
        });
      },
    );
    f.store(state, word.subtract(words).shiftRightUnsigned(2), left.word);
    f.store(state, done, left.done);
    f.store(state, isAsked, left.isAsked);
  });
  return module;
}

const kernels = ["poisson", "gamma", "gammaPart"] as const;

export function isByRejection(sampler: EachSampler): sampler is (typeof kernels)[number] {
  return (kernels as readonly EachSampler[]).includes(sampler);
}

/** Draws `count` elements for as many parameters, both float32 and contiguous. */
export function drawByRejection(
  runtime: Runtime,
  sampler: (typeof kernels)[number],
  source: Source,
  [input, output]: readonly [number, number],
  count: number,
): void {
  const kernel = runtime.kernel(`sampled each ${sampler}`, () => emitRejections(sampler));
  // What was drawn is known to JavaScript alone.
  runtime.cannotRepeat();
  runtime.memory.withScratch(leftBytes + 2 * queueBytes + 8 * elementsOfBlock, (state) => {
    const { buffer } = runtime.memory.memory;
    const words = state + leftBytes;
    const units = words + queueBytes;
    const limits = units + queueBytes;
    /** From where on limits lie there, and up to which element. */
    let [first, end] = [0, 0];
    const [integers, doubles] = [new Int32Array(buffer, state, 4), new Float64Array(buffer, state + left.normal, 1)];
    const window = new Uint32Array(buffer, words, queueBytes / 4);
    const [rates, results] = [new Float32Array(buffer, input, count), new Float32Array(buffer, output, count)];
    const queue = new WordQueue(source.engine, window, (more) => runtime.call(kernel, "extend", words, more));
    integers[left.isWaiting / 4] = source.cachedNormal === null ? 0 : 1;
    doubles[0] = source.cachedNormal ?? 0;
    let [done, used] = [0, queue.first];
    // All at once, so that a draw that is not foreseen waits for none of its own.
    const prepare = () =>
      runtime.call(kernel, "units", words + 4 * used, units + 4 * used, Math.ceil(queue.left(used) / 4));
    prepare();
    while (done < count) {
      if (queue.left(used) < enough) {
        used = queue.refill(used);
        prepare();
      }
      if (done === end) {
        [first, end] = [done, Math.min(count, done + elementsOfBlock)];
        if (sampler === "poisson")
          runtime.call(kernel, "limits", input + 4 * first, limits, Math.ceil((end - first) / 2));
      }
      const begin = units + 4 * used;
      const addresses = [input + 4 * done, output + 4 * done, end - done, begin, begin + 4 * queue.left(used)];
      runtime.call(kernel, "run", ...addresses, state, limits + 8 * (done - first));
      used += integers[left.word / 4]!;
      done += integers[left.done / 4]!;
      if (integers[left.isAsked / 4] !== 0) {
        const accepted = acceptedPoisson(rates[done]!, unitOf(window, used - 4), unitOf(window, used - 2));
        if (accepted !== null) results[done++] = accepted;
      }
    }
    queue.giveBack(used);
    source.cachedNormal = integers[left.isWaiting / 4] === 0 ? null : doubles[0]!;
  });
}

function unitOf(words: Uint32Array, at: number): number {
  return ((temper(words[at]!) & 0x1fffff) * 2 ** 32 + temper(words[at + 1]!)) * 2 ** -53;
}
