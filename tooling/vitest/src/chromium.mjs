// Where a Chromium is on this machine, for all tests that want one. It downloads none and starts none: what is not there is left out, and said.
// @ts-check
import { accessSync, constants } from "node:fs";

/** Where Debian, Ubuntu, Fedora and macOS put it. */
const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * What `BERNOULLI_CHROMIUM` names, which must be there, or where systems put it; null where it is nowhere.
 *
 * @param {string | undefined} [named]
 * @param {readonly string[]} [places]
 * @returns {string | null}
 */
export function findChromium(named = process.env["BERNOULLI_CHROMIUM"], places = usual) {
  if (named !== undefined && named !== "") {
    if (canRun(named)) return named;
    throw new Error(`BERNOULLI_CHROMIUM names ${named}, which cannot be run`);
  }
  return places.find(canRun) ?? null;
}

/** What a test says where there is none. */
export const noChromium = "LEFT OUT: no Chromium here; install one, or name it by BERNOULLI_CHROMIUM";

/** As root, as in containers, Chromium starts without its sandbox only. */
export const chromiumFlags = [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-dev-shm-usage"];

/** @param {string} place */
function canRun(place) {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
