// Pointwise operations step by step, so that several of them, over several vectors side by side, compute equal values once. What
// follows what is the callers' affair.

import { F32x4, type FunctionBuilder, type I32x4 } from "../assembler/index.js";
import type { ElementType } from "./elements.js";
import type { Pointwise } from "./pointwise-operation.js";

export type Lanes = F32x4 | I32x4;

/** Where a step, or a result, takes lanes from: an input, a scalar, or an earlier step. */
export interface StepPlace {
  readonly from: "input" | "number" | "step";
  readonly at: number;
}

export interface PointwiseStep {
  /** Names what it computes: steps of one name give the same of the same operands. */
  readonly name: string;
  readonly operands: readonly StepPlace[];
  /** Of locals. */
  readonly compute: (f: FunctionBuilder, ...operands: never[]) => Lanes;
}

export interface PointwiseSteps {
  readonly steps: readonly PointwiseStep[];
  /** The output, and what the inputs become that the operation writes beside it, in their order. */
  readonly results: readonly StepPlace[];
  /** By scalar: the number that it always is; null for one of the call's. */
  readonly constants: readonly (number | null)[];
}

const known = new WeakMap<Pointwise, PointwiseSteps>();

/** Those of an operation; one that says none is one step. */
export function stepsOfOperation(operation: Pointwise): PointwiseSteps {
  let own = operation.steps ?? known.get(operation);
  if (own === undefined) {
    own = oneStep(operation);
    known.set(operation, own);
  }
  return own;
}

function oneStep({ name, inputs, scalars, compute }: Pointwise): PointwiseSteps {
  const places = (from: "input" | "number", of: readonly unknown[]) => of.map((_, at): StepPlace => ({ from, at }));
  const step: PointwiseStep = {
    name,
    operands: [...places("input", inputs), ...places("number", scalars)],
    compute: (f, ...lanes: never[]) =>
      compute(f, lanes.slice(0, inputs.length) as never, lanes.slice(inputs.length) as never),
  };
  return { steps: [step], results: [{ from: "step", at: 0 }], constants: scalars.map(() => null) };
}

/** What steps take: the lanes of the inputs and of the scalars, and of the steps before. */
export interface Taken {
  readonly input: readonly Lanes[];
  readonly number: readonly Lanes[];
  readonly step: Lanes[];
}

export function lanesAt({ from, at }: StepPlace, taken: Taken): Lanes {
  return taken[from][at]!;
}

/** What is computed of one vector, each value once. Lanes are locals that keep what they have. */
export class VectorValues {
  readonly #f: FunctionBuilder;
  readonly #numbers = new Map<Lanes, number>();
  readonly #known = new Map<string, Lanes>();

  constructor(f: FunctionBuilder) {
    this.#f = f;
  }

  /** Emits a step, unless the same was computed of the same before. */
  compute({ name, operands, compute }: PointwiseStep, taken: Taken): Lanes {
    const given = operands.map((place) => lanesAt(place, taken));
    return this.#once(`${name}(${given.map((lanes) => this.#numberOf(lanes)).join()})`, () =>
      compute(this.#f, ...(given as never[])),
    );
  }

  /** A result as it would be in memory: bytes wrap. */
  asStored(type: ElementType, lanes: Lanes): Lanes {
    if (type !== "uint8") return lanes;
    return this.#once(`byte(${this.#numberOf(lanes)})`, () => (lanes as I32x4).and(0xff));
  }

  #once(key: string, compute: () => Lanes): Lanes {
    const present = this.#known.get(key);
    if (present !== undefined) return present;
    const lanes = copied(this.#f, compute(), "value");
    this.#known.set(key, lanes);
    return lanes;
  }

  #numberOf(lanes: Lanes): number {
    const present = this.#numbers.get(lanes);
    if (present !== undefined) return present;
    this.#numbers.set(lanes, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** In a local of its own. */
export function copied(f: FunctionBuilder, lanes: Lanes, name: string): Lanes {
  return f.local(lanes instanceof F32x4 ? "f32x4" : "i32x4", name, lanes as never) as Lanes;
}
