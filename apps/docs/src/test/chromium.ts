// What the site is tested in, and why it is not tested. Starts nothing.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { findChromium, noChromium } from "@tooling/vitest/chromium";
import { paths } from "../build/paths.js";

export const chromium: string | null = findChromium();

/** Where `pnpm build` put the site. */
export const built = join(paths.app, "dist");

/** Why the site cannot be tested here; null where it can. */
export const leftOut: string | null =
  chromium === null
    ? noChromium
    : existsSync(join(built, "index.html"))
      ? null
      : "LEFT OUT: the site is not built; run pnpm build first";
