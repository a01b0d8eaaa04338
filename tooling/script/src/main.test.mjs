// Programs run against the sources, as a contributor writes them: with types, from any folder, with arguments, and with mistakes.
// @ts-check
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const main = fileURLToPath(new URL("main.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bernoulli-script-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} text @param {string[]} parameters */
function run(text, ...parameters) {
  writeFileSync(join(folder, "program.ts"), text);
  const environment = { ...process.env, INIT_CWD: folder };
  return spawnSync(process.execPath, [main, "program.ts", ...parameters], { encoding: "utf8", env: environment });
}

it("takes the packages' sources, and hands arguments on", () => {
  const { stdout, stderr } = run(
    `import { type Tensor, tensor } from "bernoulli";
     import { DropBlock2d } from "@bernoulli/dropout";
     import { loadFile } from "@bernoulli/trainer/node";
     const x: Tensor = tensor([1, Number(process.argv[2])]);
     console.log(x.mul(2).toArray(), typeof loadFile, typeof DropBlock2d);`,
    "5",
  );
  expect(stderr).toBe("");
  expect(stdout).toBe("[ 2, 10 ] function function\n");
});

it("takes a package that no other has", () => {
  const { stdout, stderr } = run(
    `import { philox } from "@bernoulli/dropout";\nconsole.log(philox([0, 0, 0, 0], [0, 0]).length);`,
  );
  expect([stdout, stderr]).toEqual(["4\n", ""]);
});

it("gives tensors their methods, whatever else is imported", () => {
  const { stdout, stderr } = run(`import { tensor } from "bernoulli";\nconsole.log(tensor([1]).add(1).toArray());`);
  expect([stdout, stderr]).toEqual(["[ 2 ]\n", ""]);
});

it("ends as the program does, at the line that it threw at", () => {
  const { status, stderr } = run(`import { tensor } from "bernoulli";\n\ntensor([1]).view([2]);`);
  expect(status).toBe(1);
  expect(stderr).toMatch(/program\.ts:3/);
});

it("says what is wrong with a file", () => {
  const { status, stderr } = run("const = 1;");
  expect(status).toBe(1);
  expect(stderr).toMatch(/Expected identifier.*\n[\s\S]*program\.ts:1:6/);
});

it("asks for a file where none is named", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toBe("Which file? pnpm script FILE [its arguments]\n");
});
