// `pnpm notices`: writes THIRD-PARTY-NOTICES.md of each package that carries something of others. A test holds that they are what this writes.
// @ts-check
import { writeFileSync } from "node:fs";
import { noticeFiles } from "./files.mjs";

for (const { path, text } of await noticeFiles()) {
  writeFileSync(path, text);
  console.log(path);
}
