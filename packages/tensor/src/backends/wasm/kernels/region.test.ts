// What the kernels of regions compute, as seen in their size: what it is, compile/regions compares.

import { describe, expect, it } from "vitest";
import { formulaOf } from "../../../formulas/formula.js";
import { Value } from "../../../formulas/index.js";
import { wasmFormula } from "./formulas.js";
import { definitionOf } from "./pointwise-operation.js";
import { emitRegion, type RegionLink, regionOperation } from "./region.js";

const input = new Value({ kind: "input", name: "x" });
const number = new Value({ kind: "number", name: "by" });

function operationOf(name: string, formula: Value, dtype: "float32" | "int32" = "float32") {
  const made = formulaOf(name, [{ name: "x", sort: "value" }], [dtype], formula);
  return definitionOf(wasmFormula(made, dtype)!, dtype)!.operation;
}

/** Bytes of the kernel of links that read and store one stream each. */
function sizeOf(links: readonly RegionLink[]): number {
  const streams = [
    { type: "float32", isRead: true, stores: null } as const,
    ...links.map((_, at) => ({ type: "float32", isRead: false, stores: at }) as const),
  ];
  const motions = streams.map(() => "together" as const);
  return emitRegion(regionOperation(links, streams, [], 0), 1, motions).toBytes("test", { shared: false }).length;
}

const ofStream = [{ from: "stream", at: 0 }] as const;

describe("a region's kernel", () => {
  const softplus = operationOf("softplus", input.exp().add(1).log());
  const one = sizeOf([{ operation: softplus, sources: ofStream }]);
  /** With another formula of the same element beside it. */
  const beside = (formula: Value) =>
    sizeOf([
      { operation: softplus, sources: ofStream },
      { operation: operationOf("other", formula), sources: ofStream },
    ]) - one;

  it("computes what two formulas share once, numbers that are constants among it", () => {
    expect(beside(input.exp().add(1).log().neg())).toBeLessThan(one / 4);
  });

  it("computes what only seems to be the same", () => {
    expect(beside(input.exp().add(2).log().neg())).toBeGreaterThan(one / 4);
    expect(beside(input.exp().add(number).log().neg())).toBeGreaterThan(one / 4);
    expect(beside(input.neg().exp().add(1).log())).toBeGreaterThan(one / 2);
  });

  it("computes of a result what an earlier link computed of it", () => {
    const exp = operationOf("exp", input.exp());
    const tanh = operationOf("tanh of exp", input.exp().tanh());
    const [alone, both] = [
      sizeOf([{ operation: tanh, sources: ofStream }]),
      sizeOf([
        { operation: exp, sources: ofStream },
        { operation: tanh, sources: ofStream },
      ]),
    ];
    expect(both - alone).toBeLessThan(alone / 5);
  });
});
