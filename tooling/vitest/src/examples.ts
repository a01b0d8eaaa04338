// Makes a vitest test of every example of a package. What an example may hold is told in CONTRIBUTING.md.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileExample } from "./compile.js";
import { type Example, fileExamples, packageExamples } from "./extract.js";
import { runExample } from "./run.js";

/**
 * Tests every fenced ts block in the docstrings of the package's src/ and in its README.md.
 *
 * @param moduleUrl `import.meta.url` of a file directly in the package's src/
 * @param more Further texts with such blocks, relative to the package
 */
export function testExamples(moduleUrl: string, more: readonly string[] = []): void {
  const directory = fileURLToPath(new URL("..", moduleUrl));
  testEach(directory, [...packageExamples(directory), ...more.flatMap((file) => examplesIn(join(directory, file)))]);
}

/**
 * Tests those fenced ts blocks of Markdown files that are programs: a page may hold pieces of some, too.
 *
 * @param moduleUrl `import.meta.url` of a file directly in the package's src/
 * @param files relative to the package
 */
export function testPages(moduleUrl: string, files: readonly string[], isProgram: (code: string) => boolean): void {
  const directory = fileURLToPath(new URL("..", moduleUrl));
  const examples = files.flatMap((file) => examplesIn(join(directory, file)));
  testEach(
    directory,
    examples.filter(({ code }) => isProgram(code)),
  );
}

const examplesIn = (file: string): Example[] => fileExamples(file, readFileSync(file, "utf8"));

function testEach(directory: string, examples: readonly Example[]): void {
  const sources = workspaceSources(join(directory, "../../packages"));
  // An example imports what its reader would install: any package of the workspace, or a module of Node.
  const load = (name: string): Promise<unknown> => import(/* @vite-ignore */ sources.get(name) ?? name);

  test("there are examples", () => expect(examples.length).toBeGreaterThan(0));
  for (const example of examples) {
    const name = relative(directory, example.file);
    test(`${name}:${example.line}`, async () => runExample(name, await compileExample(example), load));
  }
}

/** The source of every entry of the packages in `directory`, by the name under which it is imported. */
function workspaceSources(directory: string): Map<string, string> {
  const sources = new Map<string, string>();
  for (const folder of readdirSync(directory)) {
    const manifest = join(directory, folder, "package.json");
    if (!existsSync(manifest)) continue;
    const { name, exports } = JSON.parse(readFileSync(manifest, "utf8"));
    for (const [entry, conditions] of Object.entries<Record<string, string>>(exports)) {
      const source = conditions["@bernoulli/source"];
      if (source !== undefined) sources.set(name + entry.slice(1), join(directory, folder, source));
    }
  }
  return sources;
}
