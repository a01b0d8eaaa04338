// The built page on a port of its own, and a browser to open it with: what tests, soaks and screenshots share.
// @ts-check
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Debian's, or another of which CHROMIUM tells the path; null where there is none. */
export const chromiumPath =
  [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;

/**
 * @param {{ isolated?: boolean }} [options] without isolation the page has one thread
 */
export async function open({ isolated = true } = {}) {
  if (chromiumPath === null) throw new Error("there is no Chromium; install it, or name one by CHROMIUM=PATH");
  const server = await preview({
    root,
    preview: {
      port: 0,
      open: false,
      ...(isolated ? {} : { headers: { "Cross-Origin-Embedder-Policy": "unsafe-none" } }),
    },
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.httpServer.address());
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--enable-precise-memory-info", "--enable-blink-features=ForceEagerMeasureMemory"],
  });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { address: `http://localhost:${port}/`, browser, close };
}
