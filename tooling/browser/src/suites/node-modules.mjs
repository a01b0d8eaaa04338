// Stands in for the modules of Node's that tests and their helpers load in a browser: files are read from the server of the tests, at once, as in
// Node; what has no counterpart throws when it is used. A Vite plugin.
// @ts-check
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, normalize } from "node:path";

const asked = "/__entries-of/";

/** What a browser gets for node:fs: the paths and addresses of the server's are the same as those of import.meta.url. */
const fs = `
const pathOf = (file) => (file instanceof URL ? file : new URL(String(file), location.href)).pathname;
function ask(path, isText) {
  const request = new XMLHttpRequest();
  request.open("GET", path, false);
  if (!isText) request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  return request.status === 200 ? request.responseText : null;
}
const missing = (path) => Object.assign(new Error("ENOENT: no such file, " + path), { code: "ENOENT" });
export function readFileSync(file, encoding) {
  const path = pathOf(file);
  const text = ask(path + "?raw-bytes", encoding !== undefined);
  if (text === null) throw missing(path);
  return encoding === undefined ? Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff) : text;
}
export function readdirSync(folder, { recursive = false } = {}) {
  const path = pathOf(folder);
  const entries = JSON.parse(ask(${JSON.stringify(asked)} + (recursive ? "all" : "one") + path, true) ?? "null");
  if (entries === null) throw missing(path);
  return entries;
}
export function existsSync(file) {
  const path = pathOf(file);
  return JSON.parse(ask(${JSON.stringify(asked)} + "one" + path, true) ?? "null") !== null;
}
const none = (name) => () => { throw new Error("node:fs." + name + " is not there in a browser"); };
export const promises = new Proxy({}, { get: (_, name) => none(String(name)) });
export const [mkdtempSync, rmSync, writeFileSync] = ["mkdtempSync", "rmSync", "writeFileSync"].map(none);
`;

const modules = /** @type {Record<string, string>} */ ({
  "node:fs": fs,
  "node:os": `export const tmpdir = () => "/tmp"; export const availableParallelism = () => navigator.hardwareConcurrency;`,
  "node:path": `export const join = (...parts) => parts.join("/").replaceAll(/\\/+/g, "/");`,
});

/**
 * The place on this machine that one of the server's paths stands for.
 *
 * @param {string} path
 * @param {string} root
 * @returns {string}
 */
function placeOf(path, root) {
  return path.startsWith("/@fs/") ? normalize(path.slice("/@fs".length)) : join(root, normalize(path));
}

/** @returns {import("vite").Plugin} */
export const nodeModules = () => ({
  name: "node-modules-in-browsers",
  enforce: "pre",
  resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : null),
  load: (id) => modules[id.slice(1)] ?? null,
  configureServer({ middlewares, config: { root } }) {
    middlewares.use((request, response, next) => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const path = decodeURIComponent(url.pathname);
      if (path.startsWith(asked)) {
        const [, how, rest] = /^(one|all)(\/.*)$/.exec(path.slice(asked.length)) ?? [];
        let entries = null;
        try {
          const place = placeOf(rest ?? "/", root);
          entries = statSync(place).isDirectory()
            ? readdirSync(place, { recursive: how === "all", encoding: "utf8" })
            : [];
        } catch {
          // There is none.
        }
        response.end(JSON.stringify(entries));
      } else if (url.search === "?raw-bytes") {
        // Not by Vite, which would make modules of JSON.
        try {
          response.end(readFileSync(placeOf(path, root)));
        } catch {
          response.writeHead(404).end();
        }
      } else next();
    });
  },
});
