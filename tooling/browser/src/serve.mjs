// Serves pages from memory or from folders, with the headers that a test asks for. For tests on this machine only.
// @ts-check
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** What makes a page cross-origin isolated, so that its threads share memory. */
export const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const types = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".map": "application/json",
});

/**
 * @typedef {object} Site
 * @property {Readonly<Record<string, string | Uint8Array>>} [files] by their paths, from "/" on
 * @property {Readonly<Record<string, string>>} [folders] of this machine, by the paths that they are served under, such as "/node_modules/"
 * @property {Readonly<Record<string, string>>} [headers] of every answer
 */

/**
 * Serves a site for the time of `use`, which gets its address, without a slash at its end.
 *
 * @template T
 * @param {Site} site
 * @param {(address: string) => Promise<T>} use
 */
export async function withSite({ files = {}, folders = {}, headers = {} }, use) {
  const find = async (/** @type {string} */ path) => {
    if (Object.hasOwn(files, path)) return files[path];
    const [prefix, folder] = Object.entries(folders).find(([start]) => path.startsWith(start)) ?? [];
    if (prefix === undefined || folder === undefined) return null;
    const inner = normalize(path.slice(prefix.length));
    return inner.startsWith("..") ? null : readFile(join(folder, inner)).catch(() => null);
  };
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const path = asked.endsWith("/") ? `${asked}index.html` : asked;
    const body = await find(path);
    const type = types[extname(path)] ?? "application/octet-stream";
    response.writeHead(body == null ? 404 : 200, { ...headers, "Content-Type": type });
    response.end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    return await use(`http://localhost:${port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
