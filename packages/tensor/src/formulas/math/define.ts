// A primitive that brings along all there is of it: its values, its slopes and its lanes. So a bundle has only those that its ops
// use, where a table would bring every one. expression.ts has the primitives that every formula may count on.

import type { F32x4, F64x2, FunctionBuilder, I32x4 } from "../../backends/wasm/assembler/index.js";
import { constant, type Given, Value } from "../expression.js";

export interface AdjointStep {
  readonly grad: Value;
  /** What the primitive gave: to read it saves computing it again. */
  readonly result: Value;
}

/** Gradients of the operands, in their order; null for none. Truths have none. */
export type Adjoint = (step: AdjointStep, ...operands: never[]) => readonly (Value | null)[];

/** What it gives for numbers of JavaScript, and its four lanes on the cpu, within 2 ulp; without, the reference's loops do. */
export interface MathValues<Lanes> {
  readonly value: (...operands: number[]) => number;
  /** The same in float32, where what overflows on the way to it is part of what PyTorch has. */
  readonly float32?: (...operands: number[]) => number;
  /** Whether each of their steps waits for the one before, and there are many: two vectors then go side by side. */
  readonly isLong?: boolean;
  /** Of locals. */
  readonly lanes?: (f: FunctionBuilder, ...operands: Lanes[]) => Lanes;
  /** Of floats: its two lanes of doubles, of locals, within 4 ulp; without, the reference's loops do. */
  readonly doubles?: (f: FunctionBuilder, ...operands: F64x2[]) => F64x2;
}

export interface MathFunction {
  readonly name: string;
  readonly takes: 1 | 2;
  /** As float64 has it; undefined where it is of integers only. */
  readonly floats?: MathValues<F32x4>;
  /** Wrapped to their dtype afterwards; undefined where it is of floats only. */
  readonly integers?: MathValues<I32x4>;
  readonly adjoint: Adjoint;
}

/** @__NO_SIDE_EFFECTS__ */
export function defineUnary(definition: Omit<MathFunction, "takes">): (x: Given) => Value {
  const name: MathFunction = { ...definition, takes: 1 };
  return (x) => new Value({ kind: "primitive", name, operands: [constant(x)] });
}

/** @__NO_SIDE_EFFECTS__ */
export function defineBinary(definition: Omit<MathFunction, "takes">): (a: Given, b: Given) => Value {
  const name: MathFunction = { ...definition, takes: 2 };
  return (a, b) => new Value({ kind: "primitive", name, operands: [constant(a), constant(b)] });
}

/** Of steps: no slope, but a gradient of zeros, as PyTorch has it. */
export const flat: Adjoint = () => [constant(0)];
