// The project on which compilers try the published declarations: every entry of every package, and what users copy, the README's program. Nothing of
// Node's types is there, and libraries are checked as one's own code is.
// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace.mjs";

/** How modules are resolved: as Node does, and as bundlers do. */
export const resolutions = ["nodenext", "bundler"];

/**
 * Writes the project into a folder whose node_modules have the packages: a `tsconfig.RESOLUTION.json` for each.
 *
 * @param {string} folder
 * @param {readonly { name: string, manifest: any }[]} packages
 */
export function writeTypesProject(folder, packages) {
  writeFileSync(join(folder, "types.ts"), typesProgram(packages, readFileSync(join(root, "README.md"), "utf8")));
  for (const resolution of resolutions) {
    const compilerOptions = {
      ...{ strict: true, noEmit: true, skipLibCheck: false, types: [] },
      ...{ target: "es2022", lib: ["es2022", "dom", "dom.iterable", "esnext.disposable"] },
      ...{ module: resolution === "bundler" ? "esnext" : resolution, moduleResolution: resolution },
    };
    const config = { compilerOptions, files: ["types.ts"] };
    writeFileSync(join(folder, `tsconfig.${resolution}.json`), JSON.stringify(config));
  }
}

/**
 * @param {readonly { name: string, manifest: any }[]} packages
 * @param {string} readme
 */
export function typesProgram(packages, readme) {
  const entries = packages.flatMap(({ name, manifest }) =>
    Object.entries(manifest.exports)
      .filter(([, entry]) => entry.types !== undefined)
      .map(([path]) => name + path.slice(1)),
  );
  const imports = entries.map((entry, at) => `import * as entry${at} from "${entry}";`);
  const [, example] = /```ts\n(import [\s\S]*?)```/.exec(readme) ?? [];
  if (example === undefined) throw new Error("the README has no program");
  const uses = [
    `export const entries = [${entries.map((_, at) => `entry${at}`).join(", ")}];`,
    "// @ts-expect-error a wrong call does not compile: what is declared is not any",
    "new optim.Adam(model.parameters(), { learningRate: 1 });",
    "// @ts-expect-error",
    'new nn.Linear("2", 3);',
  ];
  return [...imports, example, ...uses, ""].join("\n");
}
