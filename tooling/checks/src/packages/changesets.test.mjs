// That a release can read every changeset: which packages, and how large a step. Formatters take their head for Markdown.
// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root, workspacePackages } from "../workspace.mjs";

const folder = join(root, ".changeset");
const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
const published = new Set(
  workspacePackages()
    .filter(({ isPublic }) => isPublic)
    .map(({ name }) => name),
);

it("every one can be read", () => {
  for (const file of files) {
    const [, head = "", text = ""] =
      readFileSync(join(folder, file), "utf8").match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/) ?? [];
    expect(text.trim(), file).not.toBe("");
    for (const line of head.split("\n")) {
      const [, name] = line.match(/^"([^"]+)": (?:patch|minor|major)$/) ?? [];
      expect(published, `${file}: ${line}`).toContain(name);
    }
  }
});
