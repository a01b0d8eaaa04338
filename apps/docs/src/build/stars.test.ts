// Which stars are escaped.
import { expect, it } from "vitest";
import { withStars } from "./stars.js";

it.each([
  ["Shape: (*) → (*).", "Shape: (\\*) → (\\*)."],
  ["Shape: (N, *), (*, m) → (N, *, m).", "Shape: (N, \\*), (\\*, m) → (N, \\*, m)."],
  ["*This* is emphasis, and `f(*)` is code.", "*This* is emphasis, and `f(*)` is code."],
  ["```ts\nf(*);\n```\n(*)", "```ts\nf(*);\n```\n(\\*)"],
])("%j", (markdown, expected) => {
  expect(withStars(markdown)).toBe(expected);
});
