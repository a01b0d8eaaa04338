// Opens pages in the Chromium of this machine, where there is one.
// @ts-check
import { chromiumFlags } from "@tooling/vitest/chromium";
import { chromium } from "playwright";

/** How a browser is started. */
export const launchOptions = (/** @type {string} */ executablePath) => ({ executablePath, args: chromiumFlags });

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
