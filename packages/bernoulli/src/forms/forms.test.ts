// What scripts write with tensors, in their forms, gives PyTorch's answers. Which names and forms those are is told by
// tooling/torch-fixtures/families/forms.py; each stands in one of the tables beside this file, under its text in Python.

import { expectClose, type FixtureTensor } from "@bernoulli/testing";
import { expect, it, vi } from "vitest";
import { isTensor, manualSeed, type Tensor } from "../index.js";
import { draws, masks, orders, products, questions } from "./choices.testing.js";
import { type Answer, cases, type Forms, given } from "./given.testing.js";
import { arithmetic, autograd, reductions } from "./numbers.testing.js";
import { places } from "./places.testing.js";
import { creation, indexing, shapes } from "./shapes.testing.js";

const tables = [
  indexing,
  shapes,
  creation,
  arithmetic,
  reductions,
  autograd,
  masks,
  draws,
  orders,
  products,
  questions,
  places,
];
const written = new Map(tables.flatMap((table) => Object.entries(table)));
const forms = cases.slice(1);

/** All values of an answer, in order. */
function flat(answer: Answer): (Tensor | number | boolean | string)[] {
  if (isTensor(answer) || typeof answer !== "object") return [answer as Tensor];
  return [...(answer as Iterable<Answer>)].flatMap(flat);
}

it("every form stands in one table, and no table has another", () => {
  expect(tables.reduce((sum, table: Forms) => sum + Object.keys(table).length, 0)).toBe(written.size);
  expect([...written.keys()].sort()).toEqual(forms.map(({ name }) => name).sort());
});

it.each(forms.map(({ name, of, answers }) => [of as string, name, answers as readonly unknown[]] as const))(
  "%s: %s",
  (_, form, answers) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const tensors = given();
    manualSeed(1);
    const values = flat(written.get(form)!(tensors));
    // An array of numpy is one answer there, and numbers here.
    const expected = form.endsWith("numpy()") ? [...(answers[0] as FixtureTensor).data] : answers;
    expect(values.length).toBe(expected.length);
    for (const [at, value] of values.entries()) {
      const answer = expected[at] as FixtureTensor | number | boolean | string;
      if (typeof answer !== "object") {
        if (typeof answer === "number" && typeof value === "number")
          expect(Math.abs(value - answer), `${value}, not ${answer}`).toBeLessThanOrEqual(2e-6 * Math.abs(answer));
        else expect(value).toBe(answer);
        continue;
      }
      expect(isTensor(value), `answer ${at} is a tensor`).toBe(true);
      const { shape, dtype } = value as Tensor;
      expect({ shape, dtype }, `answer ${at}`).toEqual({ shape: answer.shape, dtype: answer.dtype });
      const precise = dtype === "float32" || dtype === "float64";
      expectClose(value as Tensor, answer.data, precise ? { norm: 2e-6, label: form } : { label: form });
    }
  },
);
