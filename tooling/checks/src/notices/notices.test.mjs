// That what is carried of others is told of, with the bundle as it is today.
import { readFileSync } from "node:fs";
import { Variants } from "@bernoulli/testing/variants";
import { expect, it } from "vitest";
import { workspacePackages } from "../workspace.mjs";
import { noticeFiles, noticesPage } from "./files.mjs";
import { headOf, isPorted } from "./notices.mjs";

const variants = new Variants("tooling/checks/src/notices/notices.test.mjs");

it("the files are what `pnpm notices` writes, and are packed", { timeout: 120_000 }, async () => {
  const files = await noticeFiles();
  expect(files.map(({ name }) => name).sort()).toEqual(["@bernoulli/optim", "bernoulli"]);
  for (const { path, text } of files) expect(readFileSync(path, "utf8").replaceAll("\r\n", "\n"), path).toBe(text);
  const packing = workspacePackages(["packages"]).filter(({ manifest }) =>
    manifest.files?.includes("THIRD-PARTY-NOTICES.md"),
  );
  expect(packing.map(({ name }) => name).sort()).toEqual(files.map(({ name }) => name).sort());
});

// Half a minute of building the site, of which the notices hang on little.
it.runIf(variants.takes("the site"))(
  "the site's page is what `pnpm notices` writes",
  { timeout: 480_000 },
  async () => {
    const { path, text } = await noticesPage();
    for (const name of [
      "@vue/runtime-core",
      "vitepress",
      "Inter",
      "Lucide",
      "uplot",
      "sucrase",
      "acorn",
      "minisearch",
      "preact",
      "PyTorch",
    ])
      expect(text).toMatch(new RegExp(`^## ${name}( \\d|$)`, "m"));
    expect(readFileSync(path, "utf8").replaceAll("\r\n", "\n")).toBe(text);
  },
);

it.each([
  ["// Copyright A\n// All rights.\nimport x;\n// no", "Copyright A\nAll rights."],
  ["/*!\n * Copyright B\n */\n\nvar x;", "Copyright B"],
  ["var x; // Copyright", ""],
  ["// all of it", "all of it"],
])("%j begins with a comment or not", (text, head) => expect(headOf(text)).toBe(head));

it("a port says so in its head", () => {
  expect(isPorted("// A search. Ported from PyTorch's\n// lbfgs.py.\n", "PyTorch")).toBe(true);
  expect(isPorted("// A search. Ported\n// from PyTorch.\n", "PyTorch")).toBe(true);
  expect(isPorted("// Ported from Torchless.\n", "PyTorch")).toBe(false);
  expect(isPorted("const x = 1; // Ported from PyTorch\n", "PyTorch")).toBe(false);
});

variants.tell(it);
