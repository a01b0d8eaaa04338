// Finds a browser on this machine, and opens pages in it. It downloads none: what is not there is left out, and said.
// @ts-check
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** Where Chromium is: what BERNOULLI_CHROMIUM says, or where Debian, Ubuntu, Fedora and macOS put it; null where it is nowhere. */
export function findChromium() {
  const places = [
    process.env["BERNOULLI_CHROMIUM"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  return places.find((path) => path !== undefined && path !== "" && existsSync(path)) ?? null;
}

/** As root, as in containers, Chromium starts without its sandbox only. */
export const launchOptions = (/** @type {string} */ executablePath) => ({
  executablePath,
  args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-dev-shm-usage"],
});

/**
 * Opens a browser for the time of `use`.
 *
 * @template T
 * @param {string} executablePath
 * @param {(browser: import("playwright").Browser) => Promise<T>} use
 */
export async function withBrowser(executablePath, use) {
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
