// What an in-place form refuses is refused in its own name, or in that of the form it is another name of, whatever it is given.

import { Variants } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { BernoulliError } from "../checks/errors.js";
import { ones, type Tensor, tensor } from "../index.js";

const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(ones(1))).filter(
  // requiresGrad_ sets the property, in whose name it is refused.
  (name) => /^[a-z]\w*_$/.test(name) && name !== "requiresGrad_",
);
const ended = ones(2, 3);
ended.dispose();

/** Wrong for most: too few, of no kind, of shapes that do not broadcast, too many. */
const wrong: readonly (readonly unknown[])[] = [
  [],
  [null],
  ["x"],
  [tensor([1, 2])],
  [ones(5)],
  [ones(2, 3), { wrong: 1 }],
  [0.5],
  [{}],
  [3, null],
  [null, null],
  [ones(3, 3), ones(3, 3)],
  [ones(2, 2, 3), ones(2, 2, 3)],
  [0, null, ones(2)],
  [ones(2, 3, { device: "reference" })],
  [ones(2, 3, { device: "reference" }), ones(2, 3)],
  [0, ones(2, 3, { dtype: "int32" }), ones(2, 3, { device: "reference" })],
  [ones(2, 3, { dtype: "float64" }), ones(2, 3, { dtype: "bool" })],
  [ones(2, 3, { dtype: "bool" }), ones(2, 3)],
  [2 ** 40],
  [Number.NaN, 2 ** 40],
  [ended],
  [0, ended, ended],
];

const variants = new Variants("packages/tensor/src/ops/in-place-names.test.ts");
const dtypes = ["float32", "float64", "int32", "uint8", "bool"] as const;
const targets = methods.map((name) => [name, variants.of(name, dtypes, String)] as const);

it.each(targets)("%s", (name, chosen) => {
  for (const dtype of chosen)
    for (const given of wrong) {
      const target = ones(2, 3, { dtype }) as Tensor & Readonly<Record<string, (...given: unknown[]) => unknown>>;
      try {
        target[name]!(...given);
      } catch (error) {
        if (!(error instanceof BernoulliError)) continue;
        const [, plain, quoted] = /^(?:(\w+): |"(\w+)" )/.exec(error.message) ?? [];
        const named = plain ?? quoted;
        if (named !== undefined) expect(named, error.message).toMatch(/_$/);
        expect(error.stack, "the stack begins with the text").toContain(error.message);
      }
    }
});

it("there are such forms", () => {
  expect(methods.length).toBeGreaterThan(100);
});

variants.tell(it);
