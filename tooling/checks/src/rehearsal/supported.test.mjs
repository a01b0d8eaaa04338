// That the texts and the manifests promise what the rehearsal tries.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root, workspacePackages } from "../workspace.mjs";
import { compilers, leastTypeScript, runtimes } from "./supported.mjs";
import { typesProgram } from "./types.mjs";

const textOf = (file) => readFileSync(join(root, file), "utf8");
const packages = workspacePackages(["packages"]).filter(({ isPublic }) => isPublic);

it("every package wants the same Node, and the texts say which", () => {
  const engines = new Set(packages.map(({ manifest }) => manifest.engines.node));
  expect([...engines]).toEqual([">=20.19"]);
  for (const file of ["README.md", "README.ko.md", "docs/releasing.md"]) expect(textOf(file), file).toContain("20.19");
});

it("the texts name the compilers and runtimes that are tried", () => {
  for (const file of ["README.md", "README.ko.md"])
    for (const word of [`TypeScript ${leastTypeScript}`, "Deno", "Bun", "Cloudflare Workers"])
      expect(textOf(file), file).toContain(word);
  const releasing = textOf("docs/releasing.md");
  for (const version of [...compilers, ...Object.values(runtimes), "Cloudflare Workers"])
    expect(releasing).toContain(version);
  expect(releasing).toContain(`| TypeScript | ${leastTypeScript} and newer`);
});

it("the types are tried on every entry, and on the README's program", () => {
  const program = typesProgram(packages, textOf("README.md"));
  for (const entry of [
    '"bernoulli"',
    '"bernoulli/bernoulli.min.js"',
    '"@bernoulli/nn/models"',
    '"@bernoulli/tensor/lean"',
  ])
    expect(program).toContain(`from ${entry};`);
  expect(program).toContain("class Net extends nn.Module");
  expect(() => typesProgram(packages, "# No program")).toThrow("the README has no program");
});
