// What becomes of a document of the repository in the site.

import { expect, it } from "vitest";
import { asPage, pairOf } from "./documents.js";

const address = "https://example.org/repository/blob/main";

it("links to documents stay, others lead to the repository or are words", () => {
  const text =
    "[a](plans.md#two) [b](decisions/0001-one-door.md) [c](decisions) [d](../packages/tensor) [e](https://example.org) [f](#g)";
  expect(asPage(text, "walk.md", address)).toBe(
    `[a](plans.md#two) [b](decisions/0001-one-door.md) [c](decisions/index.md) [d](${address}/packages/tensor) [e](https://example.org) [f](#g)`,
  );
  expect(asPage("[two\nlines](../packages/tensor)", "walk.md", null)).toBe("two\nlines");
  expect(asPage("[`tensor`](../packages/tensor)", "walk.md", null)).toBe("`tensor`");
  expect(asPage("[up](../walk.md) [all](README.md)", "decisions/0001-one-door.md", null)).toBe(
    "[up](../walk.md) [all](index.md)",
  );
});

it("code stays as it is, and text is no template", () => {
  const code = "```ts\nconst a = [b](c);\n```";
  expect(asPage(code, "walk.md", null)).toBe(code);
  const nested = "````ts\n```ts\n[a](gone)\n```\n````\n[a](../gone)";
  expect(asPage(nested, "walk.md", null)).toBe("````ts\n```ts\n[a](gone)\n```\n````\na");
  expect(asPage("{{ x }}", "walk.md", null)).not.toContain("{{");
});

const pair =
  "<table>\n<tr><th>PyTorch</th><th>Bernoulli</th></tr>\n<tr><td>\n\n```python\na\n```\n\n</td><td>\n\n```ts\nb\n```\n\n</td></tr>\n</table>";

it("programs beside each other become columns", () => {
  expect(asPage(pair, "from-pytorch.md", null)).toBe(
    '<div class="pair"><div>\n\n```python\na\n```\n\n</div><div>\n\n```ts\nb\n```\n\n</div></div>',
  );
});

it("a pair is found by its heading", () => {
  expect(pairOf(`# A\n\n## B\n\ntext\n\n${pair}\n\n## C\n`, "B")).toBe(pair);
  expect(() => pairOf("## B\n", "B")).toThrow('there is no pair of programs under "B"');
});
