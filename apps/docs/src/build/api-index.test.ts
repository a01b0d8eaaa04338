// What the reference's first page says of its pages.

import { expect, it } from "vitest";
import { apiIndex } from "./api-index.js";

it("names each package once, with its pages and what is there", () => {
  const names = ["Adam", "a", "b", "c", "d", "e", "f", "g"];
  const text = apiIndex([
    { entry: "@bernoulli/tensor", title: "pointwise", path: "tensor/pointwise", names },
    { entry: "@bernoulli/tensor/func", title: "@bernoulli/tensor/func", path: "tensor/func/", names: ["jvp"] },
    { entry: "@bernoulli/optim", title: "optim", path: "optim/optim", names: ["Adam"] },
  ]);
  expect(text.match(/^## .*/gm)).toEqual(["## @bernoulli/tensor", "## @bernoulli/optim"]);
  expect(text).toContain("| [pointwise](./tensor/pointwise.md) | `a`, `b`, `c`, `d`, `e`, `f`, … |");
  expect(text).toContain("| [@bernoulli/tensor/func](./tensor/func/index.md) | `jvp` |");
  expect(text).toContain("| [optim](./optim/optim.md) | `Adam` |");
});
