// A registry for the time of a rehearsal: it has the packages that were packed, and sends whoever asks for others to npm's. On this machine only.
// @ts-check
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

/**
 * What npm asks a registry about a package.
 *
 * @param {any} manifest inside of the tarball
 * @param {Uint8Array} tarball
 * @param {string} address at which the tarball is
 */
function packument(manifest, tarball, address) {
  const { name, version } = manifest;
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
  const shasum = createHash("sha1").update(tarball).digest("hex");
  const dist = { tarball: address, integrity, shasum };
  return { name, "dist-tags": { latest: version }, versions: { [version]: { ...manifest, dist } } };
}

/**
 * Serves the tarballs of a folder for the time of `use`, which gets the address of the registry and what it has.
 *
 * @template T
 * @param {string} folder
 * @param {string} upstream where all else is, with a slash at its end
 * @param {(registry: string, names: string[]) => Promise<T>} use
 */
export async function withRegistry(folder, upstream, use) {
  const tarballs = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".tgz"))) {
    const path = join(folder, file);
    const manifest = JSON.parse(execFileSync("tar", ["-xzOf", path, "package/package.json"], { encoding: "utf8" }));
    tarballs.set(manifest.name, { manifest, file, bytes: readFileSync(path) });
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = decodeURIComponent(pathname.slice(1));
    const packed = tarballs.get(name) ?? [...tarballs.values()].find(({ file }) => name === `-/${file}`);
    if (packed === undefined) response.writeHead(302, { location: `${upstream}${pathname.slice(1)}` }).end();
    else if (name.startsWith("-/")) response.end(packed.bytes);
    else {
      const { manifest, file, bytes } = packed;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(packument(manifest, bytes, `http://${request.headers.host}/-/${file}`)));
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    return await use(`http://127.0.0.1:${port}/`, [...tarballs.keys()].sort());
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
