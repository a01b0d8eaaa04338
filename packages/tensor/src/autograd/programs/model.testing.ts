// What random programs (draw.testing.ts) should compute: values and exact slopes, by plain arrays. Every element of a storage
// has a value; every history over it (a tensor with its views, or a detached tensor) has a slope of its own along each leaf
// element. Nothing of the library is used: no strides, no graph, no in-place rules.

import { broadcastOrder, count } from "./shapes.testing.js";

/** Numbers that a history knows of an element: its slopes along all leaf elements. */
type Slopes = Float64Array;

interface History {
  /** By place in the storage; what is absent has no slope. */
  readonly slopes: Map<number, Slopes>;
}

export interface Variable {
  readonly storage: { readonly values: Float64Array };
  readonly history: History;
  readonly shape: readonly number[];
  /** The place of each element in the storage, in row-major order. */
  readonly places: readonly number[];
}

interface Dual {
  readonly value: number;
  readonly slopes: Slopes | null;
}

/** A function of one element of each operand: its value, and its slope along each operand. */
type Elementwise = (...values: readonly number[]) => readonly [value: number, ...slopes: readonly number[]];

export const elementwise = {
  add: (a, b) => [a! + b!, 1, 1],
  sub: (a, b) => [a! - b!, 1, -1],
  mul: (a, b) => [a! * b!, b!, a!],
  div: (a, b) => [a! / b!, 1 / b!, -a! / (b! * b!)],
  tanh: (a) => [Math.tanh(a!), 1 - Math.tanh(a!) ** 2],
  sigmoid: (a) => {
    const s = 1 / (1 + Math.exp(-a!));
    return [s, s * (1 - s)];
  },
  relu: (a) => [Math.max(a!, 0), a! > 0 ? 1 : 0],
  clamp: (a) => [Math.min(Math.max(a!, -0.7), 0.9), a! >= -0.7 && a! <= 0.9 ? 1 : 0],
  neg: (a) => [-a!, -1],
  clone: (a) => [a!, 1],
  copy: (_, b) => [b!, 0, 1],
  fill: () => [0.4, 0],
  zero: () => [0, 0],
  addcmul: (a, b, c) => [a! + 0.5 * b! * c!, 1, 0.5 * c!, 0.5 * b!],
  addcdiv: (a, b, c) => [a! + (0.5 * b!) / c!, 1, 0.5 / c!, (-0.5 * b!) / (c! * c!)],
  cube: (a) => [a! ** 3, 3 * a! ** 2],
} satisfies Record<string, Elementwise>;

export type ElementwiseName = keyof typeof elementwise;

export class Model {
  readonly #leafElements: number;
  #nextLeaf = 0;

  constructor(leafElements: number) {
    this.#leafElements = leafElements;
  }

  leaf(values: readonly number[], shape: readonly number[]): Variable {
    const duals = values.map((value) => {
      const slopes = new Float64Array(this.#leafElements);
      slopes[this.#nextLeaf++] = 1;
      return { value, slopes };
    });
    return variableOf(duals, shape);
  }

  /** New elements that depend on nothing. */
  constant(values: readonly number[], shape: readonly number[]): Variable {
    return variableOf(
      values.map((value) => ({ value, slopes: null })),
      shape,
    );
  }

  elementwise(name: ElementwiseName, shape: readonly number[], operands: readonly Variable[]): Variable {
    return variableOf(computed(name, shape, operands), shape);
  }

  /** The same elements elsewhere: `order` are places among the operand's. */
  view(of: Variable, shape: readonly number[], order: readonly number[]): Variable {
    return { ...of, shape, places: order.map((at) => of.places[at]!) };
  }

  detach(of: Variable): Variable {
    return { ...of, history: { slopes: new Map() } };
  }

  /** Sums of elements of the operands, which may stand in several sums: one list of [operand, element] for each new element. */
  sums(
    operands: readonly Variable[],
    shape: readonly number[],
    terms: readonly (readonly (readonly [operand: number, element: number])[])[],
  ): Variable {
    const duals = terms.map((list) =>
      list.map(([operand, element]) => dualAt(operands[operand]!, element)).reduce(sum, zero),
    );
    return variableOf(duals, shape);
  }

  /** Writes over the target; without gradients its history stays what it was. */
  write(name: ElementwiseName, target: Variable, others: readonly Variable[], isRecorded: boolean): void {
    put(target, target.places, computed(name, target.shape, [target, ...others]), isRecorded);
  }

  /** Puts or adds elements of `source` at places along the first dimension. */
  scatter(target: Variable, index: readonly number[], source: Variable, adds: boolean, isRecorded: boolean): void {
    const taken = index.map((_, at) => dualAt(source, at));
    const duals = target.places.map((_, at) => dualAt(target, at));
    for (const [at, place] of index.entries()) duals[place] = adds ? sum(duals[place]!, taken[at]!) : taken[at]!;
    put(target, target.places, duals, isRecorded);
  }
}

const zero: Dual = { value: 0, slopes: null };

function sum(a: Dual, b: Dual): Dual {
  return { value: a.value + b.value, slopes: combined([a, b], [1, 1]) };
}

function combined(operands: readonly Dual[], factors: readonly number[]): Slopes | null {
  let result: Slopes | null = null;
  for (const [at, { slopes }] of operands.entries()) {
    if (slopes === null || factors[at] === 0) continue;
    result ??= new Float64Array(slopes.length);
    for (let leaf = 0; leaf < slopes.length; leaf++) result[leaf]! += factors[at]! * slopes[leaf]!;
  }
  return result;
}

function variableOf(duals: readonly Dual[], shape: readonly number[]): Variable {
  const variable: Variable = {
    storage: { values: new Float64Array(duals.length) },
    history: { slopes: new Map() },
    shape,
    places: duals.map((_, at) => at),
  };
  put(variable, variable.places, duals, true);
  return variable;
}

function put(
  { storage, history }: Variable,
  places: readonly number[],
  duals: readonly Dual[],
  isRecorded: boolean,
): void {
  for (const [at, { value, slopes }] of duals.entries()) {
    storage.values[places[at]!] = value;
    if (!isRecorded) continue;
    if (slopes === null) history.slopes.delete(places[at]!);
    else history.slopes.set(places[at]!, slopes);
  }
}

function dualAt({ storage, history, places }: Variable, at: number): Dual {
  return { value: storage.values[places[at]!]!, slopes: history.slopes.get(places[at]!) ?? null };
}

function computed(name: ElementwiseName, shape: readonly number[], operands: readonly Variable[]): Dual[] {
  const fn: Elementwise = elementwise[name];
  const orders = operands.map((operand) => broadcastOrder(operand.shape, shape));
  return Array.from({ length: count(shape) }, (_, at) => {
    const own = operands.map((operand, which) => dualAt(operand, orders[which]![at]!));
    const [value, ...slopes] = fn(...own.map((dual) => dual.value));
    return { value, slopes: combined(own, slopes) };
  });
}
