// `pnpm notices`: writes THIRD-PARTY-NOTICES.md of each package that carries something of others, and the site's page of notices. Tests
// hold that they are what this writes.
// @ts-check
import { writeFileSync } from "node:fs";
import { noticeFiles, noticesPage } from "./files.mjs";

for (const { path, text } of [...(await noticeFiles()), await noticesPage()]) {
  writeFileSync(path, text);
  console.log(path);
}
