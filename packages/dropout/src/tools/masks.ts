// The masks of a run as data: recorded, played back, drawn by counter. They are those of PyTorch's kinds of dropout, wherever they are
// called: layers, functions, attention, between layers of recurrent nets; and of this package's. Draws that are no zeros and ones of one rate
// are noise: of Gaussian, concrete and variational kinds, ShakeDrop's factors, standout, patches, cutout. What one reads from them is inspect.ts's.

import type { Module } from "@bernoulli/nn";
import {
  ArgumentError,
  checkOptions,
  checkSynchronous,
  type MaskRequest,
  type NoiseDistribution,
  type NoiseRequest,
  noGrad,
  type RemovableHandle,
  type Shape,
  type Tensor,
  type TypedArray,
  tensor,
  withMasks,
} from "@bernoulli/tensor";
import { philoxMask, philoxNoise } from "./philox.js";

/** One mask. Plain data: it goes through `structuredClone`, or into a file. */
export interface RecordedMask {
  /** The path of the module that called for it, as `namedModules` has it; empty for the model itself, or outside of it. */
  readonly module: string;
  /** The function: `dropout`, `dropout2d`, `scaledDotProductAttention`, `dropPath`, …; of a DropBlock the mask is of its blocks' centres. */
  readonly op: string;
  /** The probability that something was DROPPED. */
  readonly p: number;
  readonly shape: readonly number[];
  /** 1 where something was kept, 0 where it was dropped, row by row. */
  readonly kept: Uint8Array;
}

/** Draws that are no mask of one rate: normal or uniform numbers, places, masks of rates that differ. Plain data. */
export interface RecordedNoise {
  readonly module: string;
  readonly op: string;
  readonly distribution: NoiseDistribution["name"];
  readonly shape: readonly number[];
  readonly values: TypedArray;
  /** Of kinds that drop: the mask that follows. Looked at, and not played back. */
  readonly mask: Pick<RecordedMask, "shape" | "kept"> | null;
}

/**
 * Runs `step`, and returns what it gave, all masks that were drawn in it, and all other noise, in their order, each with the module of
 * `model` that called for it. The draws are those of a run that is not recorded, by counter within {@link withPhilox}. What `step` itself
 * has given in place of draws, by a `withPhilox` or {@link replayMasks} in it, is not drawn here, and not recorded: call recordMasks within
 * those. Draws are copied, and read when the step has ended, so that a compiled step stays one plan.
 *
 * @example
 * ```ts
 * import { Dropout, Linear, Sequential } from "@bernoulli/nn";
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { recordMasks } from "@bernoulli/dropout";
 * const model = new Sequential(new Linear(2, 3), new Dropout(0.5));
 * manualSeed(0);
 * const { masks } = recordMasks(model, () => model(ones(1, 2)));
 * masks; // → [{ module: "1", op: "dropout", p: 0.5, shape: [1, 3], kept: [0, 0, 1] }]
 * ```
 */
export function recordMasks<Result>(
  model: Module,
  step: () => Result,
): { result: Result; masks: RecordedMask[]; noise: RecordedNoise[] } {
  const [masks, noise]: [RecordedMask[], RecordedNoise[]] = [[], []];
  const held: Tensor[] = [];
  const reads: (() => void)[] = [];
  // A copy, which nobody writes into and no gradient waits for, is read when the step has ended: read where it is drawn it would end a plan there.
  const hold = (drawn: Tensor): Tensor => {
    const own = noGrad(() => drawn.detach().clone()).keep();
    held.push(own);
    return own;
  };
  const keptIn = (mask: Tensor) => ({
    shape: [...mask.shape],
    kept: Uint8Array.from(mask.toTypedArray() as Uint8Array),
  });
  try {
    const result = withPaths(model, (path) =>
      withMasks(
        {
          mask({ op, p }, draw) {
            const mask = draw();
            const [module, own] = [path(), hold(mask)];
            reads.push(() => masks.push({ module, op, p, ...keptIn(own) }));
            return mask;
          },
          noise({ op, distribution: { name }, kept }, draw) {
            const drawn = draw();
            const [module, own, mask] = [path(), hold(drawn), kept === undefined ? null : hold(kept(drawn))];
            reads.push(() =>
              noise.push({
                ...{ module, op, distribution: name, shape: [...own.shape] },
                values: (own.contiguous().toTypedArray() as Float32Array).slice(),
                mask: mask === null ? null : keptIn(mask.contiguous()),
              }),
            );
            return drawn;
          },
        },
        () => checkSynchronous("recordMasks", "the step", step()),
      ),
    );
    for (const read of reads) read();
    return { result, masks, noise };
  } finally {
    for (const own of held) own.dispose();
  }
}

export interface ReplayOptions {
  /**
   * How masks find their calls. `order`: the first call gets the first mask, whoever calls, so that another net, or another layer, can be
   * given them. `module`: each module gets its own, in their order. Default `order`.
   */
  readonly by?: "order" | "module";
  /** Other noise that was recorded. Default: it is drawn anew. */
  readonly noise?: readonly RecordedNoise[];
}

/**
 * Runs `step` with masks, and noise where it is given, that were recorded, in the place of draws: the generator stays where it is. All must be used.
 *
 * @throws ArgumentError if a mask is missing or left over, has another shape or rate than the call, or is none.
 * @example
 * ```ts
 * import { Dropout } from "@bernoulli/nn";
 * import { ones } from "@bernoulli/tensor";
 * import { recordMasks, replayMasks } from "@bernoulli/dropout";
 * const model = new Dropout(0.5);
 * const { result, masks } = recordMasks(model, () => model(ones(8)));
 * replayMasks(masks, model, () => model(ones(8))).equal(result); // → true
 * ```
 */
export function replayMasks<Result>(
  masks: readonly RecordedMask[],
  model: Module,
  step: () => Result,
  options: ReplayOptions = {},
): Result {
  checkOptions("replayMasks", options, { by: "anything", noise: "anything" });
  const { by = "order", noise } = options;
  if (by !== "order" && by !== "module")
    throw new ArgumentError(`replayMasks: by must be "order" or "module", but got ${String(by)}`);
  const [left, noiseLeft] = [[...masks], [...(noise ?? [])]];
  const next = <Draw extends { readonly module: string }>(of: Draw[], module: string): Draw | undefined => {
    const at = by === "order" ? 0 : of.findIndex((one) => one.module === module);
    return at < 0 ? undefined : of.splice(at, 1)[0];
  };
  const take = ({ op, p, shape }: MaskRequest, module: string): RecordedMask => {
    const found = next(left, module);
    const wanted = `${op} of p = ${p} with a mask of shape [${shape.join(", ")}]`;
    const caller = module === "" ? "" : ` of ${module}`;
    if (found === undefined)
      throw new ArgumentError(`replayMasks: no mask is left for ${wanted}${caller}: record a step that calls as often`);
    if (found.p !== p || found.shape.join() !== shape.join())
      throw new ArgumentError(
        `replayMasks: ${wanted}${caller} meets a mask of ${found.op} of p = ${found.p} of shape [${found.shape.join(", ")}]`,
      );
    const { kept } = found;
    const isMask = ArrayBuffer.isView(kept) && kept.every((value) => value === 0 || value === 1);
    if (!isMask || kept.length !== shape.reduce((all, size) => all * size, 1))
      throw new ArgumentError(
        `replayMasks: ${wanted}${caller} meets a mask whose kept is not a Uint8Array of as many zeros and ones, which JSON does not keep; write Array.from(kept), and read Uint8Array.from(…)`,
      );
    return found;
  };
  const takeNoise = ({ op, shape, distribution: { name } }: NoiseRequest, module: string): RecordedNoise => {
    const found = next(noiseLeft, module);
    const wanted = `${op} with ${name} noise of shape [${shape.join(", ")}]${module === "" ? "" : ` of ${module}`}`;
    if (found === undefined)
      throw new ArgumentError(`replayMasks: no noise is left for ${wanted}: record a step that calls as often`);
    const isFitting =
      found.distribution === name && found.shape.join() === shape.join() && ArrayBuffer.isView(found.values);
    if (!isFitting || found.values.length !== shape.reduce((all, size) => all * size, 1))
      throw new ArgumentError(
        `replayMasks: ${wanted} meets ${found.distribution} noise of ${found.op} of shape [${found.shape.join(", ")}]`,
      );
    return found;
  };
  const result = withPaths(model, (path) =>
    withMasks(
      {
        noise(request, draw) {
          if (noise === undefined) return draw();
          const { values, shape } = takeNoise(request, path());
          return tensor(values, { dtype: request.dtype, device: request.device }).reshape(shape);
        },
        mask(request) {
          const { kept, shape } = take(request, path());
          return tensor(kept, { dtype: "bool", device: request.device }).reshape(shape);
        },
      },
      () => checkSynchronous("replayMasks", "the step", step()),
    ),
  );
  if (noiseLeft.length > 0)
    throw new ArgumentError(
      `replayMasks: ${noiseLeft.length} of ${noise!.length} draws of noise were not asked for: replay the step that was recorded`,
    );
  if (left.length > 0)
    throw new ArgumentError(
      `replayMasks: ${left.length} of ${masks.length} masks were not asked for: replay the step that was recorded`,
    );
  return result;
}

export interface PhiloxOptions {
  /** Whose masks: a whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** Which step: a whole number below 2^32. Default 0. */
  readonly step?: number;
  /** How many samples of the whole batch stand before this part of it. Default 0. */
  readonly firstSample?: number;
  /**
   * How many samples of the whole batch are from one of this part to the next: the number of workers that take them in turn, as a
   * DistributedSampler deals. Default 1.
   */
  readonly sampleStep?: number;
}

/**
 * Runs `body` with masks by counter: of the seed, the step, the how-manieth mask of the step it is, and an element's place, whose first
 * dimension counts samples. So a sample has the same mask in a batch of any size, on any of several workers that share it. PyTorch's masks
 * are others; the generator stays where it is. So do the other noise, and masks between the layers of recurrent nets of sequences that are as
 * long as each other, `batchFirst` or not. Where the first dimension does not count samples, as of plain dropout of (L, N, H), and of
 * weights, masks are those of the part. Within `vmap` a sample is one of the mapped ones.
 * See Salmon et al., SC 2011.
 *
 * @throws ArgumentError if a number is no whole one.
 * @example
 * ```ts
 * import { dropout, ones } from "@bernoulli/tensor";
 * import { withPhilox } from "@bernoulli/dropout";
 * const drop = (samples: number, firstSample = 0) =>
 *   withPhilox({ seed: 1, step: 3, firstSample }, () => dropout(ones(samples, 5), 0.5, true));
 * drop(8).narrow(0, 6, 2).equal(drop(2, 6)); // → true
 * ```
 */
export function withPhilox<Result>(options: PhiloxOptions, body: () => Result): Result {
  checkOptions("withPhilox", options, { seed: "number", step: "number", firstSample: "number", sampleStep: "number" });
  const { seed, step = 0, firstSample = 0, sampleStep = 1 } = options;
  if (!Number.isSafeInteger(firstSample) || firstSample < 0)
    throw new ArgumentError(
      `withPhilox: firstSample must be a whole number of 0 or more, but got ${String(firstSample)}`,
    );
  if (!Number.isSafeInteger(sampleStep) || sampleStep < 1)
    throw new ArgumentError(
      `withPhilox: sampleStep must be a whole number of 1 or more, but got ${String(sampleStep)}`,
    );
  let index = 0;
  const placeOf = (shape: Shape) => {
    const row = shape.slice(1).reduce((all, size) => all * size, 1);
    return { seed, step, index: index++, offset: firstSample * row };
  };
  /** Draws for all samples from the first of this part to its last, and takes those that are this part's. */
  const dealt = (shape: Shape, draw: (shape: Shape) => Tensor): Tensor => {
    const [samples, ...row] = shape;
    if (samples === undefined || sampleStep === 1) return draw(shape);
    const all = draw([samples * sampleStep, ...row]);
    return all
      .view(samples, sampleStep, ...row)
      .select(1, 0)
      .contiguous();
  };
  return withMasks(
    {
      mask: ({ p, shape, device }) =>
        dealt(shape, (whole) => philoxMask(whole, { p, ...placeOf(whole) }))
          .to(device)
          .ne(0),
      noise: (request) => dealt(request.shape, (whole) => philoxNoise({ ...request, shape: whole }, placeOf(whole))),
    },
    () => checkSynchronous("withPhilox", "the body", body()),
  );
}

/** Runs `body`, which may ask which module of a model is being called. */
function withPaths<Result>(model: Module, body: (path: () => string) => Result): Result {
  const stack: string[] = [];
  const handles: RemovableHandle[] = [];
  try {
    for (const [name, module] of model.namedModules()) {
      handles.push(module.registerForwardPreHook(() => void stack.push(name), { prepend: true }));
      handles.push(module.registerForwardHook(() => void stack.pop(), { alwaysCall: true }));
    }
    return body(() => stack.at(-1) ?? "");
  } finally {
    for (const handle of handles) handle.remove();
  }
}
