// einsum: sums of products, told by names of dimensions. A composition of permute, matmul, mul and sum.

import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { mul } from "../pointwise/mul.js";
import { expand, sum } from "../reductions/sum.js";
import { own } from "../views/own.js";
import { permute } from "../views/permute.js";
import { slice } from "../views/slice.js";
import { reshape, squeeze } from "../views/view.js";
import { matmul } from "./matmul.js";

/** A tensor, and a name for each of its dimensions, no name twice. */
interface Named {
  readonly value: Tensor;
  readonly names: readonly string[];
}

interface Equation {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
}

/**
 * The sum of products that an equation in Einstein's notation tells: dimensions of one name are multiplied element by
 * element, and those that the output does not name are summed over. Without `->` the output has the names that occur once,
 * in their alphabet's order; `...` stands for dimensions that are broadcast.
 * Shape: as the equation says. See https://pytorch.org/docs/stable/generated/torch.einsum.html.
 *
 * @throws ArgumentError for an equation that cannot be read, or does not fit the operands; ShapeError where sizes of one
 * name differ.
 * @example
 * ```ts
 * import { einsum, tensor } from "@bernoulli/tensor";
 * const a = tensor([[1, 2], [3, 4]]);
 * einsum("ij,jk->ik", a, a).toArray(); // → [[7, 10], [15, 22]]
 * einsum("ii", a).item(); // → 5
 * ```
 */
export function einsum(equation: string, operands: readonly Tensor[]): Tensor;
export function einsum(equation: string, ...operands: readonly Tensor[]): Tensor;
export function einsum(equation: string, ...given: readonly (Tensor | readonly Tensor[])[]): Tensor {
  const operands = (given.length === 1 && Array.isArray(given[0]) ? given[0] : given) as readonly Tensor[];
  if (typeof equation === "string")
    for (const [at, operand] of operands.entries()) checkTensor("einsum", `operand ${at}`, operand);
  const { inputs, output } = parse(equation, operands);
  const sizes = sizesOf(equation, inputs, operands);
  const terms = operands.map((value, at) => withoutRepeats({ value, names: inputs[at]! }));
  const result = terms.reduce((left, right, at) => {
    const later = new Set([...output, ...terms.slice(at + 1).flatMap(({ names }) => names)]);
    return product(left, right, later, sizes);
  });
  const named = operands.length === 1 ? summed(result, output) : result;
  return own(arrange(named, output, sizes), operands[0]!);
}

/** One tensor alone, summed over every name that the output has not: also over one element, which makes a sum of it. */
function summed({ value, names }: Named, output: readonly string[]): Named {
  const dims = [...names.keys()].filter((dim) => !output.includes(names[dim]!));
  return dims.length === 0
    ? { value, names }
    : { value: sum(value, dims), names: names.filter((name) => output.includes(name)) };
}

function parse(equation: string, operands: readonly Tensor[]): Equation {
  const fail = (problem: string): never => {
    throw new ArgumentError(`einsum: ${problem} in the equation "${equation}"`);
  };
  if (typeof equation !== "string")
    throw new ArgumentError(`einsum: expected an equation such as "ij,jk->ik" first, but got ${describe(equation)}`);
  const [left, right, ...more] = equation.replaceAll(" ", "").split("->");
  if (more.length > 0) fail("there is more than one ->");
  const terms = left!.split(",");
  if (operands.length === 0) fail("must provide at least one operand");
  if (terms.length !== operands.length) fail(`${terms.length} operands are named, but ${operands.length} were given,`);
  for (const term of [...terms, ...(right === undefined ? [] : [right])]) {
    if (!/^[A-Za-z]*(\.\.\.)?[A-Za-z]*$/.test(term)) fail(`"${term}" has other characters than letters and one "..."`);
  }
  // The dimensions of an ellipsis are counted from the back, as broadcasting does: …, "1", "0".
  const hidden = terms.map((term, at) => operands[at]!.ndim - term.replace("...", "").length);
  const wrong = terms.findIndex((term, at) => (term.includes("...") ? hidden[at]! < 0 : hidden[at] !== 0));
  if (wrong >= 0) {
    fail(
      `"${terms[wrong]}" does not name the ${operands[wrong]!.ndim} dimensions of operand ${wrong}, of shape ${formatShape(operands[wrong]!.shape)},`,
    );
  }
  const ellipsis = (count: number) => Array.from({ length: count }, (_, at) => String(count - 1 - at));
  const namesOf = (term: string, count: number) => {
    const [before, after] = term.split("...");
    return [...before!, ...(after === undefined ? [] : [...ellipsis(count), ...after])];
  };
  const inputs = terms.map((term, at) => namesOf(term, hidden[at]!));
  const widest = Math.max(0, ...terms.map((term, at) => (term.includes("...") ? hidden[at]! : 0)));
  const all = inputs.flat().filter((name) => /[A-Za-z]/.test(name));
  const once = [...new Set(all)].filter((name) => all.indexOf(name) === all.lastIndexOf(name)).sort();
  const output = right === undefined ? [...ellipsis(widest), ...once] : namesOf(right, widest);
  const twice = output.find((name, at) => output.indexOf(name) !== at);
  if (twice !== undefined) fail(`the output names "${twice}" twice`);
  const unknown = output.find((name) => /[A-Za-z]/.test(name) && !all.includes(name));
  if (unknown !== undefined) fail(`the output's "${unknown}" is in no operand`);
  return { inputs, output };
}

/** The size of each name; a size of 1 gives way to another. */
function sizesOf(
  equation: string,
  inputs: readonly (readonly string[])[],
  operands: readonly Tensor[],
): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const [operand, names] of inputs.entries()) {
    for (const [dim, name] of names.entries()) {
      const size = operands[operand]!.shape[dim]!;
      const twin = operands[operand]!.shape[names.indexOf(name)]!;
      if (size !== twin)
        throw new ShapeError(
          `einsum: subscript ${name} is repeated for operand ${operand} but the sizes don't match, ${size} != ${twin}, in the equation "${equation}"`,
        );
      const present = sizes.get(name) ?? 1;
      if (present !== 1 && size !== 1 && size !== present) {
        throw new ShapeError(
          `einsum: dimension ${dim} of operand ${operand} has size ${size}, which does not broadcast with the size ${present} of "${name}" in the equation "${equation}"`,
        );
      }
      sizes.set(name, size === 1 ? present : size);
    }
  }
  return sizes;
}

/** A name that a tensor has twice is its diagonal. */
function withoutRepeats({ value, names }: Named): Named {
  const second = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (second < 0) return { value, names };
  const first = names.indexOf(names[second]!);
  const size = value.shape[first]!;
  const others = [...names.keys()].filter((dim) => dim !== first && dim !== second);
  const flat = reshape(
    permute(value, ...others, first, second),
    ...others.map((dim) => value.shape[dim]!),
    size * size,
  );
  const diagonal = slice(flat, -1, 0, size * size, size + 1);
  return withoutRepeats({ value: diagonal, names: [...others.map((dim) => names[dim]!), names[first]!] });
}

/**
 * The product of two tensors, summed over the names that nothing later reads: a matmul over batches, or, where both sides of
 * no such name have more than one element, a product element by element.
 */
function product(left: Named, right: Named, later: ReadonlySet<string>, sizes: ReadonlyMap<string, number>): Named {
  const contracted = left.names.filter(
    (name) => !later.has(name) && sizeOf(left, name) !== 1 && sizeOf(right, name) !== 1,
  );
  const stays = (name: string) => later.has(name) || contracted.includes(name);
  const [a, b] = [without(left, stays), without(right, stays)];
  if (contracted.length === 0) return elementwise(a, b);
  const batch = a.names.filter((name) => b.names.includes(name) && later.has(name));
  const [rows, columns] = [a, b].map(({ names }) =>
    names.filter((name) => !contracted.includes(name) && !batch.includes(name)),
  ) as [string[], string[]];
  const size = (names: readonly string[]) => names.reduce((count, name) => count * sizes.get(name)!, 1);
  const as = (term: Named, order: readonly string[], shape: readonly number[]) =>
    reshape(arrange(term, order, sizes), shape);
  const result = matmul(
    as(a, [...batch, ...rows, ...contracted], [size(batch), size(rows), size(contracted)]),
    as(b, [...batch, ...contracted, ...columns], [size(batch), size(contracted), size(columns)]),
  );
  const names = [...batch, ...rows, ...columns];
  return {
    value: reshape(
      result,
      names.map((name) => sizes.get(name)!),
    ),
    names,
  };
}

/** What a name counts in a tensor; 1 where it has no such dimension. */
function sizeOf({ value, names }: Named, name: string): number {
  return names.includes(name) ? value.shape[names.indexOf(name)]! : 1;
}

function elementwise(a: Named, b: Named): Named {
  const names = [...a.names, ...b.names.filter((name) => !a.names.includes(name))];
  const spread = (term: Named) =>
    reshape(
      permute(term.value, ...names.filter((name) => term.names.includes(name)).map((name) => term.names.indexOf(name))),
      names.map((name) => sizeOf(term, name)),
    );
  return { value: mul(spread(a), spread(b)), names };
}

/**
 * Summed over the names that do not stay; a dimension of one element is dropped, as in PyTorch: bytes stay bytes, where a
 * sum of them is wider.
 */
function without({ value, names }: Named, stays: (name: string) => boolean): Named {
  const gone = [...names.keys()].filter((dim) => !stays(names[dim]!));
  const added = gone.filter((dim) => value.shape[dim] !== 1);
  const total = added.length === 0 ? value : sum(value, added, { keepdim: true });
  return { value: gone.length === 0 ? total : squeeze(total, gone), names: names.filter(stays) };
}

/** Dimensions in another order, in their full sizes. */
function arrange({ value, names }: Named, order: readonly string[], sizes: ReadonlyMap<string, number>): Tensor {
  const full = expand(
    value,
    names.map((name) => sizes.get(name)!),
  );
  return order.every((name, at) => name === names[at])
    ? full
    : permute(full, ...order.map((name) => names.indexOf(name)));
}
