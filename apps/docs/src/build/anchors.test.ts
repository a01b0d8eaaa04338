// Which headings get an anchor of their own.
import { expect, it } from "vitest";
import { withSeparateAnchors } from "./anchors.js";

it("a heading that is called as a written anchor is numbered, and others stay", () => {
  const page = "# checkpoint\n\n## Functions\n\n### checkpoint() {#checkpoint}\n\n#### Parameters\n";
  expect(withSeparateAnchors(page)).toBe(
    "# checkpoint {#checkpoint-of-1}\n\n## Functions\n\n### checkpoint() {#checkpoint}\n\n#### Parameters\n",
  );
});

it("each of several is apart, wherever the written one stands", () => {
  const page = "#### Parameters\n\n##### parameters() {#parameters}\n\n#### Parameters\n";
  expect(withSeparateAnchors(page)).toBe(
    "#### Parameters {#parameters-of-1}\n\n##### parameters() {#parameters}\n\n#### Parameters {#parameters-of-2}\n",
  );
});
