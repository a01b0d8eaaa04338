// Who gives dropout its masks: the generator, unless somebody is put in its place, who may look at what is drawn, or give masks of his own.
// Recording, replaying and drawing by counter are @bernoulli/dropout's.

import { checkSynchronous } from "../checks/asynchronous.js";
import { describe } from "../checks/describe.js";
import { ArgumentError, ShapeError } from "../checks/errors.js";
import { checkArgument, checkTensor } from "../checks/options.js";
import { currentLifting } from "../door/lifting.js";
import type { Device } from "../memory/storage.js";
import type { DType } from "../tensor/dtype.js";
import { type Shape, sameShape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";

/** What a mask is wanted for. */
export interface MaskRequest {
  /** Which function: `dropout`, `dropout2d`, `scaledDotProductAttention`, … */
  readonly op: string;
  /** The mask's, which is stretched over the input; within `vmap`, where each sample has draws of its own, with the samples in front. */
  readonly shape: Shape;
  /** The probability that what a draw decides for is DROPPED. */
  readonly p: number;
  /** Where the mask has to lie. */
  readonly device: Device;
}

/**
 * Gives masks: bool, true where something is kept. `draw` gives the one that there would be without this source: drawn by the generator, or
 * given by whom {@link withMasks} around this one names.
 */
export interface MaskSource {
  mask(request: MaskRequest, draw: () => Tensor): Tensor;
  /** The same of draws that are no masks of one rate; without it they are drawn as they were without this source. */
  noise?(request: NoiseRequest, draw: () => Tensor): Tensor;
}

/** What draws that are no masks of one rate are wanted for: of kinds that multiply by noise, choose, or drop at rates that differ. */
export interface NoiseRequest {
  readonly op: string;
  readonly shape: Shape;
  readonly dtype: DType;
  readonly device: Device;
  readonly distribution: NoiseDistribution;
  /** Of kinds that drop: the mask that follows from the draws, true where something is kept. For those who look. */
  readonly kept?: (noise: Tensor) => Tensor;
}

export type NoiseDistribution =
  | { readonly name: "normal" }
  /** In [from, to). */
  | { readonly name: "uniform" | "integers"; readonly from: number; readonly to: number }
  /** 1 with the probability at its place, and else 0. */
  | { readonly name: "bernoulli"; readonly probabilities: Tensor };

type Ask = Required<MaskSource>;

let current: Ask | null = null;

/**
 * Runs `body`, within which the masks of all kinds of PyTorch's dropout come from `source`: of the functions and the layers, of attention,
 * and between the layers of recurrent nets. Where p is 0 or 1 none is asked for. A checkpoint that is computed again behind `body`, or in it,
 * gets the masks that it had.
 *
 * @throws ArgumentError for a source without a function `mask`, or if `body` returns a promise: what it drops later would come from the
 * generator; ShapeError for a mask of another shape or dtype.
 * @example
 * ```ts
 * import { dropout, ones, tensor, withMasks } from "@bernoulli/tensor";
 * const source = { mask: () => tensor([true, false, true]) };
 * withMasks(source, () => dropout(ones(3), 0.5, true)).toArray(); // → [2, 0, 2]
 * ```
 */
export function withMasks<Result>(source: MaskSource, body: () => Result): Result {
  if (typeof (source as MaskSource | null | undefined)?.mask !== "function")
    throw new ArgumentError(`withMasks: source must have a function mask, but got ${describe(source)}`);
  checkArgument("withMasks", "body", body, "function");
  const around = current;
  const check = (what: string, { op, shape }: MaskRequest | NoiseRequest, dtype: DType, given: Tensor): Tensor => {
    checkTensor(op, `the ${what}`, given);
    if (given.dtype !== dtype || !sameShape(given.shape, shape))
      throw new ShapeError(
        `${op}: expected a ${what} of ${dtype} of shape [${shape.join(", ")}], but got ${given.dtype} of shape [${given.shape.join(", ")}]`,
      );
    return given;
  };
  const ask: Ask = {
    mask: (request, draw) =>
      check(
        "mask",
        request,
        "bool",
        source.mask(request, () => (around === null ? draw() : around.mask(request, draw))),
      ),
    noise(request, draw) {
      const own = () => (around === null ? draw() : around.noise(request, draw));
      return check("noise", request, request.dtype, source.noise === undefined ? own() : source.noise(request, own));
    },
  };
  return under(ask, () => checkSynchronous("withMasks", "the body", body()));
}

function under<Result>(ask: Ask | null, body: () => Result): Result {
  const before = current;
  current = ask;
  try {
    return body();
  } finally {
    current = before;
  }
}

/**
 * Whether masks come from elsewhere than the generator: whether this is called within {@link withMasks}.
 *
 * @example
 * ```ts
 * import { hasMaskSource, withMasks } from "@bernoulli/tensor";
 * [hasMaskSource(), withMasks({ mask: (_, draw) => draw() }, hasMaskSource)]; // → [false, true]
 * ```
 */
export function hasMaskSource(): boolean {
  return current !== null;
}

/**
 * The mask of whom it comes from: `draw`'s, unless {@link withMasks} has put somebody in the generator's place. For kinds of dropout of one's
 * own, so that they too can be recorded and played back. The mask is of bool, true where something is kept.
 *
 * @throws ShapeError if what comes is no mask of the shape that is asked for.
 * @example
 * ```ts
 * import { maskFrom, rand, tensor, withMasks } from "@bernoulli/tensor";
 * const rows = (count: number) =>
 *   maskFrom({ op: "rows", shape: [count, 1], p: 0.5, device: "cpu" }, () => rand(count, 1).ge(0.5));
 * withMasks({ mask: () => tensor([[true], [false]]) }, () => rows(2)).toArray(); // → [[true], [false]]
 * ```
 */
export function maskFrom(request: MaskRequest, draw: () => Tensor): Tensor {
  checkArgument("maskFrom", "request", request, "object");
  checkArgument("maskFrom", "draw", draw, "function");
  return current === null ? draw() : forAll(request, draw, current.mask);
}

/**
 * As {@link maskFrom}, of draws that are no masks of one rate: normal numbers, uniform ones, masks of rates that differ.
 *
 * @throws ShapeError if what comes has not the shape and the dtype that are asked for.
 * @example
 * ```ts
 * import { noiseFrom, randn, withMasks, zeros } from "@bernoulli/tensor";
 * const request = { op: "own", shape: [2], dtype: "float32", device: "cpu", distribution: { name: "normal" } } as const;
 * const source = { mask: (_: unknown, draw: () => ReturnType<typeof randn>) => draw(), noise: () => zeros(2) };
 * withMasks(source, () => noiseFrom(request, () => randn(2))).toArray(); // → [0, 0]
 * ```
 */
export function noiseFrom(request: NoiseRequest, draw: () => Tensor): Tensor {
  checkArgument("noiseFrom", "request", request, "object");
  checkArgument("noiseFrom", "draw", draw, "function");
  return current === null ? draw() : forAll(request, draw, current.noise);
}

/** Asks once, and where a function is mapped for all samples of it: with these in front. */
function forAll<Request extends MaskRequest | NoiseRequest>(
  request: Request,
  draw: () => Tensor,
  ask: (request: Request, draw: () => Tensor) => Tensor,
): Tensor {
  const lifting = currentLifting();
  if (lifting === null) return ask(request, draw);
  return lifting.given(request.shape, (shape, plain) => ask({ ...request, shape }, () => plain(draw())));
}

interface Given {
  readonly mask: Tensor;
  /** Whether it was drawn, which moves the generator. */
  readonly isDrawn: boolean;
}

/** The masks, and other noise, that a part got which is computed again: it gets the same then, wherever they came from, and draws where it drew. */
export class MaskMemory {
  readonly #given: Given[] = [];
  #hasSource = false;

  get masks(): readonly Tensor[] {
    return this.#given.map(({ mask }) => mask);
  }

  /** Runs `body`, and keeps the masks that do not come from the generator alone. */
  remembering<Result>(body: () => Result): Result {
    const around = current;
    this.#hasSource = around !== null;
    if (around === null) return body();
    const remember = (give: (draw: () => Tensor) => Tensor, draw: () => Tensor): Tensor => {
      let isDrawn = false;
      const mask = give(() => {
        isDrawn = true;
        return draw();
      });
      this.#given.push({ mask, isDrawn });
      return mask;
    };
    return under(
      {
        mask: (request, draw) => remember((own) => around.mask(request, own), draw),
        noise: (request, draw) => remember((own) => around.noise(request, own), draw),
      },
      body,
    );
  }

  /** Runs `body` with the masks that the part got, whoever gives masks now. */
  again<Result>(body: () => Result): Result {
    if (!this.#hasSource) return under(null, body);
    let at = 0;
    const next = (_: unknown, draw: () => Tensor): Tensor => {
      // One more than there were: the part does something else now, of which its checkpoint tells.
      const given = this.#given[at++] ?? { mask: draw(), isDrawn: false };
      if (given.isDrawn) draw();
      return given.mask;
    };
    return under({ mask: next, noise: next }, body);
  }
}
