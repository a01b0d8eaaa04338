// The primitives of formulas as the tests of this folder compute them: those that every formula has, and those that bring all of theirs
// along and are read most. Holds no tests.

import {
  type Expression,
  ofFloatsOnly,
  type PrimitiveName,
  primitives,
  type Sort,
  Truth,
  Value,
} from "../../../formulas/expression.js";
import { exp, log, tanh } from "../../../formulas/math/exponential.js";
import { pow } from "../../../formulas/math/power.js";

const brought = {
  exp: { of: exp, takes: ["value"] },
  log: { of: log, takes: ["value"] },
  tanh: { of: tanh, takes: ["value"] },
  pow: { of: pow, takes: ["value", "value"] },
} as const satisfies Record<string, { of: (...operands: never[]) => Value; takes: readonly Sort[] }>;

export type Name = PrimitiveName | keyof typeof brought;

function isBrought(name: Name): name is keyof typeof brought {
  return name in brought;
}

export const names = [...Object.keys(primitives), ...Object.keys(brought)] as Name[];
/** By their names: those that integers have none of. */
export const isOfFloats: ReadonlySet<string> = new Set([...ofFloatsOnly, "exp", "log", "tanh"]);
/** Those of which devices differ in the last bits. */
export const approximate: ReadonlySet<Name> = new Set<Name>(["exp", "log", "tanh", "pow"]);

export function takenBy(name: Name): readonly Sort[] {
  return (isBrought(name) ? brought[name] : primitives[name]).takes;
}

export function input(name: string, sort: Sort): Expression {
  return sort === "truth" ? new Truth({ kind: "input", name }) : new Value({ kind: "input", name });
}

export function primitive(name: Name, operands: readonly Expression[]): Expression {
  if (isBrought(name)) return (brought[name].of as (...operands: readonly Expression[]) => Value)(...operands);
  const origin = { kind: "primitive", name, operands } as const;
  return primitives[name].gives === "truth" ? new Truth(origin) : new Value(origin);
}
