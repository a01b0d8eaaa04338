// method-docs.ts has the docs of each method's function, where editors look for them: written by `vitest --update`, held by this test. That every
// member shows docs, and PyTorch's page, is tested in packages/bernoulli.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { functions } from "./method-list.js";

/** Where each function is declared, and by which name there: as the lists import or export it. */
function* declarations(list: URL): Generator<[name: string, declared: string, file: URL]> {
  for (const [, names, from] of readFileSync(list, "utf8").matchAll(/\{([^}]*)\} from "([^"]+)"/g))
    for (const name of names!.split(",").map((one) => one.trim())) {
      const [declared, exported = declared] = name.split(" as ");
      if (name !== "" && !name.startsWith("type "))
        yield [exported!, declared!, new URL(from!.replace(/js$/, "ts"), list)];
    }
}

/** What stands above a function where it is declared, by the method's name. */
const docs = new Map<string, string>();
for (const list of ["../ops/methods.ts", "method-list.ts"])
  for (const [name, declared, file] of declarations(new URL(list, import.meta.url))) {
    const above = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\nexport (?:async )?(?:function|const) ${declared}\\b`);
    const [, text] = above.exec(readFileSync(file, "utf8")) ?? [];
    if (text !== undefined) docs.set(name, text);
  }

/** Without the example, which is one of the function and runs as a test there. */
function commentOf(name: string): string {
  const text = docs.get(name);
  expect(text, `docs above ${name}`).toBeDefined();
  const lines = text!
    .replace(/\s*\*? ?@example[\s\S]*$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\*? ?/, "").trimEnd())
    .filter((line, at, all) => line !== "" || (at > 0 && at < all.length - 1));
  while (lines.at(-1) === "") lines.pop();
  return lines.length === 1
    ? `  /** ${lines[0]} */`
    : `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join("\n")}\n   */`;
}

it("has the docs of every method's function", async () => {
  const members = Object.keys(functions)
    .sort()
    .map((name) => `${commentOf(name)}\n  ${name}: Functions["${name}"];`);
  const text = `// The functions of method-list.ts with their docs, for editors to show at methods: what is only mapped or spread has none there. Written from the
// functions' own docs by \`pnpm vitest run src/tensor/method-docs.test.ts --update\`, which holds it; their examples stand there.

import type { Functions } from "./method-list.js";

export interface DocumentedFunctions {
${members.join("\n")}
}
`;
  await expect(text).toMatchFileSnapshot("method-docs.ts");
});
