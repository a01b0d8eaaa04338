// Which entries the reference has pages of, by the manifests as they are.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { entriesOf } from "./api-groups.js";
import { paths } from "./paths.js";

it.each(["bernoulli", "tensor", "nn", "trainer"])("the entries of %s have sources", (name) => {
  const entries = entriesOf(join(paths.repository, "packages", name));
  expect(entries.filter(({ source }) => !existsSync(source))).toEqual([]);
  expect(entries.length).toBeGreaterThan(0);
});

it("the single file for pages is no entry of its own", () => {
  const entries = entriesOf(join(paths.repository, "packages/bernoulli")).map(({ entry }) => entry);
  expect(entries).toContain("bernoulli");
  expect(entries).not.toContain("bernoulli/bernoulli.min.js");
});
