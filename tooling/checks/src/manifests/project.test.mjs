// The project's place, written in each way, and manifests that do not follow.
import { expect, it } from "vitest";
import { differences, fieldsOf, homeOf, moved, withFields } from "./project.mjs";

const project = moved({ license: "MIT", keywords: ["pytorch", "tensor"] }, "https://github.com/owner/name");
const wanted = fieldsOf(project, "packages/nn", ["layers", "tensor"]);
const manifest = withFields({ name: "nn", version: "1.0.0", description: "Layers.", type: "module" }, wanted);

it.each([
  "https://github.com/owner/name",
  "https://github.com/owner/name/",
  "https://github.com/owner/name.git",
  "git+https://github.com/owner/name.git",
  "github.com/owner/name",
])("%s is one place", (address) => expect(homeOf(address)).toBe("https://github.com/owner/name"));

it.each(["", "name", "owner/name", "git@github.com:owner/name.git", "http://github.com/owner/name"])(
  "%j is no place",
  (address) => expect(() => homeOf(address)).toThrow("write it as https://github.com/OWNER/NAME"),
);

it("writes what npm and a package's page want", () => {
  expect(manifest).toEqual({
    name: "nn",
    version: "1.0.0",
    description: "Layers.",
    keywords: ["layers", "pytorch", "tensor"],
    homepage: "https://github.com/owner/name/tree/main/packages/nn#readme",
    bugs: { url: "https://github.com/owner/name/issues" },
    license: "MIT",
    repository: { type: "git", url: "git+https://github.com/owner/name.git", directory: "packages/nn" },
    type: "module",
  });
  expect(differences(manifest, wanted)).toEqual([]);
  expect(withFields(manifest, wanted)).toEqual(manifest);
});

it("tells what does not follow, and a move changes all of it", () => {
  expect(differences({ ...manifest, license: "ISC", keywords: undefined }, wanted)).toMatchInlineSnapshot(`
    [
      "nn: "keywords" is undefined, not ["layers","pytorch","tensor"]",
      "nn: "license" is "ISC", not "MIT"",
    ]
  `);
  const there = fieldsOf(moved(project, "https://example.org/group/other"), "packages/nn", manifest.keywords);
  expect(differences(manifest, there).map((line) => line.split('"')[1])).toEqual(["homepage", "bugs", "repository"]);
});
