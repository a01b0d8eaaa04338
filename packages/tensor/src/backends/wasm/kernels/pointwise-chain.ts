// Several pointwise operations as one: what lies between them stays in registers. The loops are pointwise.ts's, and which
// operations belong together is the caller's affair.

import type { FunctionBuilder, Local } from "../assembler/index.js";
import { type ElementType, elementAccess } from "./elements.js";
import type { Pointwise } from "./pointwise.js";

/** Where a link of the chain takes an input from: an operand of the whole, an earlier link, or a number for all elements. */
export type Source =
  | { readonly from: "operand"; readonly at: number }
  | { readonly from: "link"; readonly at: number }
  | { readonly from: "number"; readonly at: number };

export interface Link {
  readonly operation: Pointwise;
  readonly inputs: readonly Source[];
}

type Lanes = ReturnType<Pointwise["compute"]>;

/**
 * The operation that the links are together; the last one gives the output. Its scalars are first `numbers`, of those types, and
 * then those of each link. Bytes wrap only where they are stored: no link but the last may give uint8.
 */
export function chainOf(
  links: readonly Link[],
  operands: readonly ElementType[],
  numbers: Pointwise["scalars"],
): Pointwise {
  const words = links.map(({ operation, inputs }) => {
    return `${operation.name}(${inputs.map(({ from, at }) => `${from} ${at}`).join(", ")})`;
  });
  return {
    name: `${operands.join(" ")} ${numbers.join(" ")} → ${words.join(" → ")}`,
    inputs: operands,
    output: links.at(-1)!.operation.output,
    scalars: [...numbers, ...links.flatMap(({ operation }) => operation.scalars)],
    compute: (f, inputs, scalars) => {
      const results: Lanes[] = [];
      let next = numbers.length;
      for (const { operation, inputs: sources } of links) {
        const from = { operand: inputs, link: results, number: scalars };
        const own = sources.map((source) => from[source.from][source.at]);
        const numbersOfLink = scalars.slice(next, next + operation.scalars.length);
        next += operation.scalars.length;
        results.push(held(f, operation, operation.compute(f, own as never, numbersOfLink as never)));
      }
      return results.at(-1)!;
    },
  };
}

/** In a local, since operations may use their inputs more than once. */
function held(f: FunctionBuilder, { output }: Pointwise, value: Lanes): Lanes {
  return f.local(elementAccess[output].kind, "link", value as never) as Local<never>;
}
