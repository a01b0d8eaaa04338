// Finds a Chromium on this machine, and says why there is none to test in. Starts none.

import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../build/paths.js";

/** `BERNOULLI_CHROMIUM`, or where systems put it. */
const places = [
  process.env["BERNOULLI_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export const chromium: string | null = places.find((place) => place !== undefined && canRun(place)) ?? null;

/** Where `pnpm build` put the site. */
export const built = join(paths.app, "dist");

/** Why the site cannot be tested here; null where it can. */
export const leftOut: string | null =
  chromium === null
    ? "LEFT OUT: no Chromium here; install one, or name it by BERNOULLI_CHROMIUM"
    : existsSync(join(built, "index.html"))
      ? null
      : "LEFT OUT: the site is not built; run pnpm build first";

function canRun(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
