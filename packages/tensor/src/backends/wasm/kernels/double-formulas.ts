// Formulas of doubles on the `cpu` device: their steps as expressions over two lanes, put into double-pointwise.ts's loops. A formula that
// has a step without lanes of doubles, as a function of formulas/math may, is the reference device's affair.

import { ofFloatsOnly, type Primitive, type PrimitiveName } from "../../../formulas/expression.js";
import type { Formula, Place } from "../../../formulas/formula.js";
import type { KernelFunction } from "../../../kernels/contract.js";
import type { F64x2, FunctionBuilder, I64x2 } from "../assembler/index.js";
import { doubleKernel, kindOf, type TwoLanes } from "./double-pointwise.js";

type Emit = (f: FunctionBuilder, ...operands: never[]) => TwoLanes;

const emitters: { readonly [P in PrimitiveName]: Emit } = {
  add: (_, a: F64x2, b: F64x2) => a.add(b),
  sub: (_, a: F64x2, b: F64x2) => a.subtract(b),
  mul: (_, a: F64x2, b: F64x2) => a.multiply(b),
  div: (_, a: F64x2, b: F64x2) => a.divide(b),
  maximum: (_, a: F64x2, b: F64x2) => a.max(b),
  minimum: (_, a: F64x2, b: F64x2) => a.min(b),
  neg: (_, x: F64x2) => x.negate(),
  abs: (_, x: F64x2) => x.magnitude(),
  sqrt: (_, x: F64x2) => x.squareRoot(),
  eq: (_, a: F64x2, b: F64x2) => a.equals(b),
  ne: (_, a: F64x2, b: F64x2) => a.notEquals(b),
  lt: (_, a: F64x2, b: F64x2) => a.lessThan(b),
  le: (_, a: F64x2, b: F64x2) => a.atMost(b),
  gt: (_, a: F64x2, b: F64x2) => a.greaterThan(b),
  ge: (_, a: F64x2, b: F64x2) => a.atLeast(b),
  and: (_, a: I64x2, b: I64x2) => a.and(b),
  or: (_, a: I64x2, b: I64x2) => a.or(b),
  not: (_, a: I64x2) => a.not(),
  where: (_, condition: I64x2, a: F64x2, b: F64x2) => condition.select(a, b),
};

function emitterOf(primitive: Primitive): Emit | null {
  return typeof primitive === "string"
    ? emitters[primitive]
    : ((primitive.floats?.doubles as Emit | undefined) ?? null);
}

const slow: ReadonlySet<Primitive> = new Set<Primitive>(ofFloatsOnly);

/** Null where a formula is not computed in lanes. */
export function wasmDoubles(formula: Formula): KernelFunction | null {
  const emits = formula.steps.map(({ name }) => emitterOf(name));
  if (emits.includes(null)) return null;
  const element = (sort: "value" | "truth") => (sort === "truth" ? "truth" : "float64");
  const ends = [formula.result, ...formula.stores.map(({ place }) => place)];
  const slowSteps = formula.steps.filter(({ name }) => typeof name !== "string" || slow.has(name)).length;
  return doubleKernel(
    {
      name: formula.text,
      inputs: formula.inputs.map(({ sort }) => element(sort)),
      output: element(formula.gives),
      numbers: formula.constants.length,
      alsoWrites: formula.stores.map(({ input }) => input),
      nanoseconds: 0.3 * (formula.inputs.length + 1) + 2 * slowSteps,
      compute: (f, given, numbers) => {
        const made: TwoLanes[] = [];
        const from: { readonly [F in Place["from"]]: readonly TwoLanes[] } = {
          input: given,
          number: numbers,
          step: made,
        };
        const at = (place: Place): TwoLanes => from[place.from][place.at]!;
        for (const [index, { operands }] of formula.steps.entries()) {
          const lanes = emits[index]!(f, ...(operands.map(at) as never[]));
          made.push(f.local(kindOf(lanes), `step${index}`, lanes as never) as TwoLanes);
        }
        return ends.map(at);
      },
    },
    (attributes) => formula.numbers(attributes),
  );
}
