// Every public function is called as it should be, and then with arguments missing: the last ones left off, or nothing at a place. It works,
// or says what it wanted. How it should be called is found out, by calls drawn from what often belongs there.
// In a process of its own: a call that works may change what is set for all.

import { seeded, Variants } from "@bernoulli/testing";
import { describe, expect, it, vi } from "vitest";
import { nn, ones, tensor } from "../index.js";
import { problemsOf, rightValues, works } from "./calls.testing.js";
import { publicFunctions } from "./functions.testing.js";

const values: readonly (() => unknown)[] = [
  ...Object.values(rightValues),
  rightValues.matrix,
  rightValues.matrix,
  () => ones(2, 3).gt(0),
  () => tensor([1, 0], { dtype: "int32" }),
  () => [ones(2, 3), ones(2, 3)],
  () => ones(3, 2),
  () => ones(1, 2, 4, 4),
  () => ones(1, 3, 4),
  () =>
    tensor([
      [2, 1],
      [1, 2],
    ]),
  () => [3],
  () => 2,
  () => 0.5,
  () => "mean",
  () => (x: unknown) => x,
  () => new nn.Linear(3, 2),
  () => new nn.Linear(3, 2).parameters(),
  () => ones(2, 3, { dtype: "int32" }),
  () => true,
];

/** Calls of so many arguments at most, drawn so many times, of which so many that work are tried further. */
const [mostArguments, draws, mostTried] = [4, 80, 6];

/** Lists of arguments with which a call works. */
async function* working(name: string, call: (...args: readonly any[]) => unknown) {
  const random = seeded(name);
  const below = (bound: number) => Math.floor(random() * bound);
  let found = 0;
  for (let draw = 0; draw < draws && found < mostTried; draw += 1) {
    const list = Array.from({ length: 1 + below(mostArguments) }, () => values[below(values.length)]!);
    if (
      !(await works(
        call,
        list.map((make) => make()),
      ))
    )
      continue;
    found += 1;
    yield list;
  }
}

/** Without the last ones, and with nothing at each place. */
function* lacking(list: readonly (() => unknown)[]): Iterable<readonly (() => unknown)[]> {
  for (let length = list.length - 1; length >= 0; length -= 1) yield list.slice(0, length);
  for (const at of list.keys()) yield list.with(at, () => undefined);
}

const variants = new Variants("packages/bernoulli/src/misuse/missing.test.ts");

describe("a public function, called with arguments missing", () => {
  const functions = publicFunctions();
  const chosen = variants.of("functions", [...functions.keys()], String);
  const found = new Set<string>();

  it.each(chosen)("%s says what is wrong, or works", async (name) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const call = functions.get(name)!;
    const problems = new Set<string>();
    for await (const right of working(name, call)) {
      found.add(name);
      for (const problem of await problemsOf(name, call, lacking(right))) problems.add(problem);
    }
    expect([...problems]).toEqual([]);
  });

  it("was found out how to call, more often than not", () => {
    expect(found.size / chosen.length).toBeGreaterThan(0.5);
  });
});
variants.tell(it);
