// poisson and the gamma distribution of contiguous floats, draws that take as many words as it happens: PyTorch's streams as
// random/samplers.ts draws them one by one. A kernel goes over the elements one after another, in doubles, while there are words enough
// for the next; where Poisson's last test hangs on last bits, it is JavaScript's.

import type { Source } from "../../../random/distributions.js";
import { temper } from "../../../random/mt19937.js";
import type { EachSampler } from "../../../random/samplers.js";
import { acceptedPoisson } from "../../../random/samplers.js";
import { loadI32x4, ModuleBuilder } from "../assembler/index.js";
import type { Runtime } from "../runtime.js";
import { emitUnitDoubles, floatsAt, type Stored } from "./double-draws.js";
import { emitGamma } from "./gamma-draws.js";
import { emitLimits, emitPoisson } from "./poisson.js";
import { Drawing, left, leftBytes, stored } from "./rejections-drawing.js";
import { emitExtend, queueBytes, WordQueue } from "./twister.js";

/** Elements whose exponentials are computed before they are drawn: two at a time, and no draw waits for its own. */
const elementsOfBlock = 2048;

/** Words that an element may take: that none takes more is as good as sure, 10⁻³⁰. */
const enough = 256;

const parameters = {
  ...({ input: "i32", output: "i32", elements: "i32" } as const),
  ...({ words: "i32", end: "i32", state: "i32", limits: "i32" } as const),
} as const;

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

/**
 * `run(input, output, elements, words, end, state, limits)`: one after another, while `enough` words are left, in whose place uniform
 * doubles lie.
 */
function emitRejections(sampler: Rejecting, dtype: Stored): ModuleBuilder {
  const own = stored[dtype];
  const module = new ModuleBuilder();
  emitExtend(module);
  emitUnits(module);
  if (sampler === "poisson") emitLimits(module, own);
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
        f.set(parameter, own.loadOne(input));
        if (sampler === "poisson") emitPoisson(f, drawing, parameter, result, isAsked, limits);
        else emitGamma(f, drawing, parameter, result, own, sampler === "gamma" ? own.smallest : 0);
        f.if(isAsked.isZero(), () => {
          own.store(f, output, result);
          f.increase(done, 1);
          f.increase(input, own.bytes);
          f.increase(output, own.bytes);
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

type Rejecting = (typeof kernels)[number];

export function isByRejection(sampler: EachSampler): sampler is Rejecting {
  return (kernels as readonly EachSampler[]).includes(sampler);
}

interface Elements {
  readonly dtype: Stored;
  readonly source: Source;
  readonly input: number;
  readonly output: number;
  readonly count: number;
}

/** Draws `count` elements for as many parameters, both contiguous. */
export function drawByRejection(
  runtime: Runtime,
  sampler: Rejecting,
  { dtype, source, input, output, count }: Elements,
): void {
  const { bytes } = stored[dtype];
  const kernel = runtime.kernel(`sampled each ${sampler} ${dtype}`, () => emitRejections(sampler, dtype));
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
    const [rates, results] = [floatsAt(dtype, buffer, input, count), floatsAt(dtype, buffer, output, count)];
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
          runtime.call(kernel, "limits", input + bytes * first, limits, Math.ceil((end - first) / 2));
      }
      const begin = units + 4 * used;
      const addresses = [input + bytes * done, output + bytes * done, end - done, begin, begin + 4 * queue.left(used)];
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
