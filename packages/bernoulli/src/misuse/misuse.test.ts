// Every public function is called with what does not belong there. It works, or says what it wanted, what came and what helps: no
// TypeError of JavaScript's own, no "[object Object]", no scope left open. Larger, and drawn: misuse.soak.ts.

import { Variants } from "@bernoulli/testing";
import { describe, expect, it, vi } from "vitest";
import { problemsOf, rightValues, wrongValues } from "./calls.testing.js";
import { publicFunctions } from "./functions.testing.js";

/** The wrong value at each of the first places, beside nothing and beside what often belongs there. */
function* argumentLists(): Generator<(() => unknown)[]> {
  yield [];
  const { matrix, zero, sizes } = rightValues;
  for (const wrong of wrongValues) {
    yield [wrong];
    for (const right of [matrix, zero, sizes]) {
      yield [right, wrong];
      yield [wrong, right];
    }
    yield [matrix, zero, wrong];
    yield [matrix, matrix, wrong];
    yield [matrix, wrong, matrix];
    yield [() => 2, () => 3, () => 1, wrong];
  }
}

const variants = new Variants("packages/bernoulli/src/misuse/misuse.test.ts");

describe("a public function, called with what does not belong there", () => {
  const functions = publicFunctions();

  it("is one of more than two hundred", () => {
    expect(functions.size).toBeGreaterThan(250);
  });

  it.each(variants.of("functions", [...functions.keys()], String))("%s says what is wrong, or works", async (name) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(await problemsOf(name, functions.get(name)!, argumentLists())).toEqual([]);
  });
});
variants.tell(it);
