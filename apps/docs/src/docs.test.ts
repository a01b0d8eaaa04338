// Runs every block of the site's own pages that has a Run button, and checks what it states; those of the repository's documents, which
// the site shows too, where no other test does.

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { testPages } from "@tooling/vitest/examples";
import { kindOf } from "./run/module-names.js";

const pages = fileURLToPath(new URL("../pages", import.meta.url));
const own = readdirSync(pages, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md") && !/^(api|docs)[/\\]/.test(name))
  .map((name) => `pages/${name}`)
  .sort();

// The site's own function, which draws curves there.
Object.assign(globalThis, { plot: () => {} });

testPages(import.meta.url, [...own, "../../docs/doctor.md"], (code) => kindOf(code) !== "fragment");
