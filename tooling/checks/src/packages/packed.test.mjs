// The rules on packed packages, each broken once.
import { expect, test } from "vitest";
import { checkPacked } from "./packed.mjs";

const manifest = {
  description: "A package.",
  license: "MIT",
  keywords: ["tensor"],
  engines: { node: ">=20.19" },
  repository: { type: "git", url: "git+https://github.com/owner/name.git" },
  homepage: "https://github.com/owner/name#readme",
  bugs: { url: "https://github.com/owner/name/issues" },
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  dependencies: { "@bernoulli/tensor": "0.1.0" },
};
const files = ["package.json", "LICENSE", "README.md", "dist/index.js", "dist/index.js.map", "dist/index.d.ts"];

test("a sound package", () => expect(checkPacked(manifest, files)).toEqual([]));

test.each([
  [
    "the exports still have the source condition",
    { exports: { ".": { "@bernoulli/source": "./src/index.ts" } } },
    files,
  ],
  ["exports ./dist/node.js, which is not packed", { exports: { "./node": "./dist/node.js" } }, files],
  ['dependencies: @bernoulli/tensor is "workspace:*"', { dependencies: { "@bernoulli/tensor": "workspace:*" } }, files],
  ["LICENSE is not packed", {}, files.filter((file) => file !== "LICENSE")],
  ["packs what it should not: src/index.ts", {}, [...files, "src/index.ts"]],
  ['package.json has no "keywords"', { keywords: undefined }, files],
  ['package.json has no "repository"', { repository: undefined }, files],
])("%s", (problem, changes, packed) => {
  expect(checkPacked({ ...manifest, ...changes }, packed).join("\n")).toContain(problem);
});
