// What is left out of what is built: the names of locals of kernels, and nothing else.

import { withoutLocalNames } from "@tooling/tsup";
import { expect, it } from "vitest";

it.each([
  ['f.local("i32", "left")', 'f.local("i32", "")'],
  ['f.locals("f32x4", "sums", 4)', 'f.locals("f32x4", "", 4)'],
  [`f.local(kind, \`lanes\${at}\`, load(at))`, 'f.local(kind, "", load(at))'],
  [
    'f.local(\n  "i32",\n  "end",\n  f.local("i32", "inner", 0),\n)',
    'f.local(\n  "i32",\n  "",\n  f.local("i32", "", 0),\n)',
  ],
  [
    'f.local("i32", "a").add(f.local("i32", "b")).local("i32", "c")',
    'f.local("i32", "").add(f.local("i32", "")).local("i32", "")',
  ],
])("%s", (text, without) => expect(withoutLocalNames(text)).toBe(without));

it.each([
  'f.local("i32", name)',
  'f.constant("f32x4", 1)',
  'module.define("run", { at: "i32" })',
  'local("i32", "left")',
])("%s stays", (text) => expect(withoutLocalNames(text)).toBe(text));
