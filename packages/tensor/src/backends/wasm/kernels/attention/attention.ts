// Attention as one kernel each way: what an op calls, and how matrices are shared out among threads. The matrices may lie anywhere, their
// rows at any distance; the elements of a row are neighbours.

import type { KernelFunction, Operand } from "../../../../kernels/contract.js";
import { repeats } from "../../replayable.js";
import { type Runtime, runtimeOf } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import { addressOf } from "../walk.js";
import { backwardParts, emitAttention, forwardParts } from "./module.js";
import { bytesOfParts, widthsOf } from "./sizes.js";

export interface AttentionNumbers {
  /** What scores are multiplied with. */
  readonly scale: number;
  /** What weights that are kept are multiplied with. */
  readonly factor: number;
  readonly isCausal: boolean;
}

/** Which of the inputs that may be missing are there. */
export interface AttentionVariant {
  readonly isMasked: boolean;
  readonly isDropped: boolean;
}

/** Where the elements of leading dimensions lie: the address of matrix number `at` out of all. */
function matrixAt({ strides, shape }: Operand, address: number, bytes: number, at: number): number {
  let [offset, rest] = [0, at];
  for (let dim = shape.length - 3; dim >= 0; dim -= 1) {
    offset += (rest % shape[dim]!) * strides[dim]!;
    rest = Math.floor(rest / shape[dim]!);
  }
  return address + bytes * offset;
}

/** Of an operand (…, rows, columns): where its matrices are, and what is from row to row. */
function matrices(operand: Operand, bytes = 4) {
  const address = addressOf(operand);
  const strides = operand.strides.slice(-2) as [number, number];
  return { at: (matrix: number) => matrixAt(operand, address, bytes, matrix), row: bytes * strides[0], strides };
}

/** An output's dimensions come in another order than they are told: this sees it in theirs. */
function ordered(operand: Operand, order: readonly number[]): Operand {
  const shape = order.map((_, dim) => operand.shape[order.indexOf(dim)]!);
  const strides = order.map((_, dim) => operand.strides[order.indexOf(dim)]!);
  return { ...operand, shape, strides };
}

interface Sizes {
  readonly count: number;
  readonly queries: number;
  readonly keys: number;
  readonly embed: number;
  readonly value: number;
}

function sizesOf(query: Operand, key: Operand, value: Operand): Sizes {
  const count = query.shape.slice(0, -2).reduce((product, size) => product * size, 1);
  const [queries, embed] = query.shape.slice(-2) as [number, number];
  return { count, queries, keys: key.shape.at(-2)!, embed, value: value.shape.at(-1)! };
}

/** For each matrix the arguments that both passes have, the address of the work area last. */
function argumentsOf(
  [query, key, value]: readonly Operand[],
  { output, peaks, shares }: Readonly<Record<"output" | "peaks" | "shares", Operand>>,
  { mask, kept }: { readonly mask: Operand | undefined; readonly kept: Operand | undefined },
  { scale, factor, isCausal }: AttentionNumbers,
) {
  const sizes = sizesOf(query!, key!, value!);
  const [q, k, v, o] = [query!, key!, value!, output].map((one) => matrices(one));
  const [peak, share] = [addressOf(peaks), addressOf(shares)];
  const m = mask && matrices(mask);
  const flags = kept && matrices(kept, 1);
  return (matrix: number, work: number): number[] => [
    ...[q!.at(matrix), q!.row, k!.at(matrix), k!.row, v!.at(matrix), v!.row, o!.at(matrix), o!.row],
    ...[peak + 4 * sizes.queries * matrix, share + 4 * sizes.queries * matrix],
    ...(m === undefined ? [0, 0, 0] : [m.at(matrix), m.row, 4 * m.strides[1]]),
    flags === undefined ? 0 : flags.at(matrix),
    ...[sizes.queries, sizes.keys, sizes.embed, sizes.value, isCausal ? 1 : 0, scale, factor, work],
  ];
}

function spread(
  runtime: Runtime,
  sizes: Sizes,
  isBack: boolean,
  call: (kernel: ReturnType<Runtime["kernel"]>, matrix: number, work: number) => void,
): void {
  const simd = getSimd();
  const tile = tiles[simd];
  const widths = widthsOf(sizes.embed, sizes.value, tile);
  const name = `attention ${simd} ${widths.embed} ${widths.value}`;
  const kernel = runtime.kernel(name, () => emitAttention(tile, widths));
  const bytes = bytesOfParts((isBack ? backwardParts : forwardParts)(tile, widths), sizes.keys);
  const products = (isBack ? 3 : 1) * (sizes.embed + sizes.value);
  const nanoseconds = sizes.count * sizes.queries * sizes.keys * (0.05 * products + 2);
  runtime.spread(sizes.count, nanoseconds, (begin, end) => {
    runtime.withScratch(bytes, (work) => {
      for (let matrix = begin; matrix < end; matrix += 1) call(kernel, matrix, work);
    });
  });
}

type Orders = { readonly order?: readonly number[]; readonly orders?: readonly (readonly number[])[] };

const numbersOf = ({ scale, factor, isCausal, order = [], orders = [] }: AttentionNumbers & Orders) => [
  ...[scale, factor, Number(isCausal)],
  ...[...order, ...orders.flat()],
];

/**
 * The inputs are queries, keys and values, the mask if there is one, and which weights are kept, a byte each, if any are dropped; the
 * outputs the result, with its dimensions in `order`, and the peaks and shares of its softmax.
 */
export function attention({ isMasked, isDropped }: AttentionVariant): KernelFunction {
  const kernel: KernelFunction = (inputs, outputs, given) => {
    const attributes = given as AttentionNumbers & { readonly order: readonly number[] };
    const [query, key, value, ...others] = inputs as readonly Operand[];
    const mask = isMasked ? others[0] : undefined;
    const kept = isDropped ? others.at(-1) : undefined;
    const [output, peaks, shares] = outputs as readonly [Operand, Operand, Operand];
    const results = { output: ordered(output, attributes.order), peaks, shares };
    const all = argumentsOf([query!, key!, value!], results, { mask, kept }, attributes);
    const runtime = runtimeOf(output);
    spread(runtime, sizesOf(query!, key!, value!), false, (made, matrix, work) =>
      runtime.call(made, "forward", ...all(matrix, work)),
    );
  };
  return repeats(kernel, numbersOf as never);
}

/** The inputs are what arrives, those of the way forward and its outputs; the outputs the gradients of queries, keys and values. */
export function attentionGradient({ isMasked, isDropped }: AttentionVariant): KernelFunction {
  const kernel: KernelFunction = (inputs, outputs, given) => {
    const attributes = given as AttentionNumbers & { readonly orders: readonly (readonly number[])[] };
    const [grad, query, key, value, output, peaks, shares, ...others] = inputs as readonly Operand[];
    const mask = isMasked ? others[0] : undefined;
    const kept = isDropped ? others.at(-1) : undefined;
    const results = { output: output!, peaks: peaks!, shares: shares! };
    const all = argumentsOf([query!, key!, value!], results, { mask, kept }, attributes);
    const arriving = matrices(grad!);
    const found = outputs.map((one, at) => matrices(ordered(one, attributes.orders[at]!)));
    const runtime = runtimeOf(outputs[0]!);
    spread(runtime, sizesOf(query!, key!, value!), true, (made, matrix, work) =>
      runtime.call(
        made,
        "backward",
        ...all(matrix, work),
        ...[arriving, ...found].flatMap((one) => [one.at(matrix), one.row]),
      ),
    );
  };
  return repeats(kernel, numbersOf as never);
}
