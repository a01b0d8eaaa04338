// Which files of declarations are published: those that an entry reaches, in each way in which one can.
import { normalize } from "node:path";
import { reached } from "@tooling/tsup";
import { expect, it } from "vitest";

/** Under paths as this system writes them. */
const filesOf = (/** @type {Record<string, string>} */ texts) =>
  new Map(Object.entries(texts).map(([path, text]) => [normalize(path), text]));

const written = filesOf({
  "/dist/index.d.ts": `import "./methods.js";
      import type { A } from "./named.js";
      export * from "./all.js";
      export * as whole from "./deep/whole.js";
      export { B } from "./again.js";
      export declare const c: import("./inline.js").C;
      /** See import("./comment.js"). */
      export * from "@bernoulli/tensor";`,
  "/dist/methods.d.ts": 'declare module "./added.js" { interface Tensor {} }',
  "/dist/deep/whole.d.ts": 'export * from "../up.js"; export * from "../index.js";',
  "/dist/unseen.d.ts": "export {};",
  "/dist/comment.d.ts": "export {};",
  ...Object.fromEntries(["named", "all", "again", "inline", "added", "up"].map((name) => [`/dist/${name}.d.ts`, ""])),
});

it("names, stars, whole modules, types within types, what is done, and what is added to", () => {
  const names = ["added", "again", "all", "deep/whole", "index", "inline", "methods", "named", "up"];
  expect(reached([normalize("/dist/index.d.ts")], written).sort()).toEqual(
    names.map((name) => normalize(`/dist/${name}.d.ts`)),
  );
});

it("a file that was not written is an error, and no hole", () => {
  const broken = filesOf({ "/dist/index.d.ts": 'export * from "./lost.js";' });
  expect(() => reached([...broken.keys()], broken)).toThrow(/no declarations were written for .*lost\.d\.ts/);
});
