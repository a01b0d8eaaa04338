// enumerate: Python's, of what is gone through at once or bit by bit, as a DataLoader.

import { ArgumentError, checkArgument, describe } from "@bernoulli/tensor";

/**
 * Under this a loop says how it numbers its items itself: what stood between it and who awaits them would let a step's scope end too soon.
 *
 * @internal
 */
export const numbered = Symbol("numbered");

/**
 * Python's `enumerate`: each item with its number, from `start` on. A loop that is left ends the one inside, so that steps of a
 * {@link DataLoader} keep their scopes; what can only be gone through by `for await` gives what is gone through so.
 * See https://docs.python.org/3/library/functions.html#enumerate, and for its use the loops of
 * https://pytorch.org/docs/stable/data.html.
 *
 * @throws ArgumentError for what is not iterable, or a start that is no number.
 * @example
 * ```ts
 * import { DataLoader, enumerate } from "@bernoulli/data";
 * const loader = new DataLoader([3, 4, 5], { batchSize: 2 });
 * [...enumerate(loader)].map(([i, batch]) => [i, batch.toArray()]); // → [[0, [3, 4]], [1, [5]]]
 * ```
 */
export function enumerate<Item>(
  items: Iterable<Item> & AsyncIterable<Item>,
  start?: number,
): Iterable<[number, Item]> & AsyncIterable<[number, Item]>;
export function enumerate<Item>(items: Iterable<Item>, start?: number): Iterable<[number, Item]>;
export function enumerate<Item>(items: AsyncIterable<Item>, start?: number): AsyncIterable<[number, Item]>;
export function enumerate(
  items: Iterable<unknown> | AsyncIterable<unknown>,
  start = 0,
): Partial<Iterable<[number, unknown]> & AsyncIterable<[number, unknown]>> {
  checkArgument("enumerate", "start", start, "number");
  const given = (items ?? {}) as Partial<Iterable<unknown> & AsyncIterable<unknown>>;
  if (numbered in Object(given)) return (given as Record<typeof numbered, (start: number) => object>)[numbered](start);
  const isOf = (symbol: typeof Symbol.iterator | typeof Symbol.asyncIterator) => typeof given[symbol] === "function";
  if (isOf(Symbol.iterator)) return { [Symbol.iterator]: () => atOnce(given as Iterable<unknown>, start) };
  if (isOf(Symbol.asyncIterator))
    return { [Symbol.asyncIterator]: () => inTime(given as AsyncIterable<unknown>, start) };
  throw new ArgumentError(`enumerate: items must be iterable, but got ${describe(items)}`);
}

function* atOnce(items: Iterable<unknown>, start: number): Generator<[number, unknown], void, undefined> {
  let at = start;
  for (const item of items) yield [at++, item];
}

async function* inTime(
  items: AsyncIterable<unknown>,
  start: number,
): AsyncGenerator<[number, unknown], void, undefined> {
  let at = start;
  for await (const item of items) yield [at++, item];
}
