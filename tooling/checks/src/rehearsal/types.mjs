// The program on which compilers try the published declarations: every entry of every package, and what users copy, the README's own.
// @ts-check

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
