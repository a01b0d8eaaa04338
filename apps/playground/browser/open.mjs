// The built page on a port of its own, and a browser to open it with: what tests, soaks and screenshots share.
// @ts-check
import { fileURLToPath } from "node:url";
import { chromiumFlags, findChromium, noChromium } from "@tooling/vitest/chromium";
import { chromium } from "playwright-core";
import { preview } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Null where there is none. */
export const chromiumPath = findChromium();

/**
 * @param {{ isolated?: boolean }} [options] without isolation the page has one thread
 */
export async function open({ isolated = true } = {}) {
  if (chromiumPath === null) throw new Error(noChromium);
  const server = await preview({
    root,
    preview: {
      port: 0,
      open: false,
      ...(isolated ? {} : { headers: { "Cross-Origin-Embedder-Policy": "unsafe-none" } }),
    },
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.httpServer.address());
  const measuring = ["--enable-precise-memory-info", "--enable-blink-features=ForceEagerMeasureMemory"];
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags, ...measuring] });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { address: `http://localhost:${port}/`, browser, close };
}
