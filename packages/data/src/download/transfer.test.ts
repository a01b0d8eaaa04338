// Downloads from a server of this test that behaves as badly as servers do.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { cacheDirectory } from "./cache.js";
import { DownloadError } from "./errors.js";
import { lock } from "./lock.js";
import { type DownloadOptions, download, type RemoteFile } from "./transfer.js";

const content = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, at) => (at * 31) % 251));
const md5 = createHash("md5").update(content).digest("hex");

type Behaviour = (request: IncomingMessage, response: ServerResponse, from: number) => void;

const whole: Behaviour = (_, response, from) => {
  if (from > 0) response.setHeader("content-range", `bytes ${from}-${content.length - 1}/${content.length}`);
  response.writeHead(from > 0 ? 206 : 200, { "content-length": content.length - from });
  response.end(content.subarray(from));
};
/** Sends some bytes of what was promised, and hangs up. */
const cut: (after: number) => Behaviour = (after) => (_, response, from) => {
  if (from > 0) response.setHeader("content-range", `bytes ${from}-${content.length - 1}/${content.length}`);
  response.writeHead(from > 0 ? 206 : 200, { "content-length": content.length - from });
  // By an end, not a reset: whoever reads late still gets what was written.
  response.write(content.subarray(from, from + after), () => response.socket?.end());
};

let server: Server;
let port = 0;
let directory = "";
let behaviours: Behaviour[] = [];
let asked: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.headers.range);
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    // The last behaviour goes on.
    const behaviour = behaviours.length > 1 ? behaviours.shift()! : behaviours[0]!;
    behaviour(request, response, from);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bernoulli-download-"));
  asked = [];
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const address = () => `http://127.0.0.1:${port}/file`;
const remote = (changes: Partial<RemoteFile> = {}): RemoteFile => ({
  addresses: [address()],
  bytes: content.length,
  md5,
  ...changes,
});
const path = () => join(directory, "deep", "file.bin");
const left = () => (existsSync(join(directory, "deep")) ? readdirSync(join(directory, "deep")).sort() : []);

function fetchIt(file = remote(), options: DownloadOptions = {}): Promise<void> {
  return download(file, path(), { pause: 1, limits: { connect: 1000, idle: 200 }, ...options });
}

/** The failure and the text of the error, with what differs from run to run taken out. */
async function failure(act: () => Promise<unknown>): Promise<string> {
  const error = await act().then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof DownloadError)) throw new Error(`expected a DownloadError, got ${String(error)}`);
  return `${error.failure}: ${error.message.replaceAll(`127.0.0.1:${port}`, "HOST").replaceAll(directory, "DIR").replaceAll("\\", "/")}`;
}

describe("a file arrives", () => {
  it("at once, with progress", async () => {
    behaviours = [whole];
    const told: [number, number][] = [];
    await fetchIt(remote(), { onProgress: (received, total) => void told.push([received, total]) });
    expect(readFileSync(path()).equals(content)).toBe(true);
    expect(told.at(-1)).toEqual([content.length, content.length]);
    expect(left()).toEqual(["file.bin"]);
  });

  it("over redirects", async () => {
    const redirect: Behaviour = (_, response) => response.writeHead(302, { location: "/elsewhere" }).end();
    behaviours = [redirect, redirect, whole];
    await fetchIt();
    expect(readFileSync(path()).equals(content)).toBe(true);
  });

  it("in pieces, where the connection breaks", async () => {
    behaviours = [cut(100_000), cut(100_000), whole];
    await fetchIt();
    expect(readFileSync(path()).equals(content)).toBe(true);
    expect(asked.map((range) => range !== undefined)).toEqual([false, true, true]);
  });

  it("on the next call, from what the last one had", async () => {
    behaviours = [cut(50_000), (_, response) => response.destroy()];
    await failure(() => fetchIt());
    expect(left()).toEqual(["file.bin.part"]);
    behaviours = [whole];
    await fetchIt();
    expect(asked.at(-1)).toMatch(/^bytes=[1-9]\d*-$/);
    expect(readFileSync(path()).equals(content)).toBe(true);
    expect(left()).toEqual(["file.bin"]);
  });

  it("from the beginning, where the server does not know of parts", async () => {
    behaviours = [
      cut(50_000),
      (_, response) => response.writeHead(200, { "content-length": content.length }).end(content),
    ];
    await fetchIt();
    expect(readFileSync(path()).equals(content)).toBe(true);
  });

  it("anew, where the part that was there was another file's", async () => {
    mkdirSync(join(directory, "deep"));
    writeFileSync(`${path()}.part`, Buffer.alloc(1000, 1));
    behaviours = [whole];
    await fetchIt();
    expect(readFileSync(path()).equals(content)).toBe(true);
  });

  it("without a length", async () => {
    behaviours = [(_, response) => response.writeHead(200).end(content)];
    await fetchIt();
    expect(readFileSync(path()).equals(content)).toBe(true);
  });

  it("from the second address, where the first has something else", async () => {
    behaviours = [(_, response) => response.writeHead(404).end(), whole];
    await fetchIt(remote({ addresses: [address(), address()] }));
    expect(readFileSync(path()).equals(content)).toBe(true);
  });

  it("behind a lock of a process that is gone", async () => {
    mkdirSync(join(directory, "deep"));
    const gone = { process: 999_999_999, host: hostname(), token: "of before", count: 7 };
    writeFileSync(`${path()}.lock`, JSON.stringify(gone));
    behaviours = [whole];
    await fetchIt();
    expect(left()).toEqual(["file.bin"]);
  });
});

describe("a file does not arrive", () => {
  test.each<[string, Behaviour, string]>([
    [
      "where another length is offered",
      (_, response) => response.writeHead(200, { "content-length": 5 }).end("hello"),
      "refused: http://HOST/file offers 5 bytes, expected 300,000: it is another file",
    ],
    [
      "where more comes than there is",
      (_, response) => response.writeHead(200).end(Buffer.alloc(400_000)),
      "refused: http://HOST/file sends more than the 300,000 bytes of the file",
    ],
    [
      "where it is another file of that length",
      (_, response) => response.writeHead(200).end(Buffer.alloc(300_000)),
      `damaged: http://HOST/file gave another file: expected MD5 ${md5}, got 9d5c9b2ae3b9ec4a72d1b9e3fd1e9a4a; it may have been changed on the way`,
    ],
    [
      "where there is none",
      (_, response) => response.writeHead(404).end("no"),
      "refused: http://HOST/file answered 404 instead of the file",
    ],
    [
      "where the server is at fault",
      (_, response) => response.writeHead(503).end(),
      "refused: http://HOST/file answered 503 instead of the file",
    ],
    [
      "where redirects go round",
      (_, response) => response.writeHead(301, { location: "/file" }).end(),
      "refused: http://HOST/file redirects more than 5 times",
    ],
    [
      "where nothing comes after the first bytes",
      (_, response) => void response.writeHead(200, { "content-length": content.length }).write("x"),
      "offline: http://HOST/file has stalled: not a byte for 0.2 s",
    ],
    ["where nothing comes at all", () => {}, "offline: http://HOST/file has stalled: not a byte for 0.2 s"],
    [
      "where the connection breaks again and again without a byte",
      (_, response) => response.destroy(),
      "offline: http://HOST/file cannot be reached (ECONNRESET)",
    ],
  ])("%s", async (_, behaviour, text) => {
    behaviours = [behaviour];
    const got = await failure(() => fetchIt());
    expect(got.replace(/got [0-9a-f]{32}/, "got MD5")).toBe(text.replace(/got [0-9a-f]{32}/, "got MD5"));
    // A part is left only to be resumed.
    if (!text.startsWith("offline")) expect(left()).toEqual([]);
  });

  it("where nobody listens", async () => {
    const free = createSocketServer();
    await new Promise<void>((resolve) => free.listen(0, "127.0.0.1", resolve));
    const { port: closed } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const text = await failure(() => fetchIt(remote({ addresses: [`http://127.0.0.1:${closed}/`] })));
    expect(text).toMatch(/^offline: .* cannot be reached \(ECONNREFUSED\)$/);
  });

  it("where the connection never stands", async () => {
    // TLS towards a server that says nothing.
    const silent = createSocketServer();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port: quiet } = silent.address() as AddressInfo;
    const options = { limits: { connect: 100, idle: 5000 } };
    const text = await failure(() => fetchIt(remote({ addresses: [`https://127.0.0.1:${quiet}/`] }), options));
    expect(text).toMatch(/^offline: .* does not answer: no connection after 0.1 s$/);
    silent.close();
  });

  it("where the caller has had enough", async () => {
    behaviours = [(_, response) => void response.writeHead(200, { "content-length": content.length }).write("x")];
    const reason = new Error("enough");
    await expect(fetchIt(remote(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const stopped = fetchIt(remote(), { signal: controller.signal, onProgress: () => controller.abort(reason) });
    await expect(stopped).rejects.toBe(reason);
  });

  it("where another process downloads it", async () => {
    mkdirSync(join(directory, "deep"));
    const unlock = await lock(`${path()}.lock`);
    expect((await failure(() => fetchIt())).replace(String(process.pid), "N")).toBe(
      "disk: process N is downloading this file already; wait for it, or remove DIR/deep/file.bin.lock",
    );
    unlock();
  });

  it("where a file is in the directory's place", async () => {
    writeFileSync(join(directory, "deep"), "");
    expect(await failure(() => fetchIt())).toMatch(
      /^disk: DIR\/deep cannot be made \((EEXIST|ENOTDIR)\): name another directory in BERNOULLI_CACHE$/,
    );
  });

  it.skipIf(!existsSync("/dev/full"))("where the disk is full", async () => {
    const { symlinkSync } = await import("node:fs");
    mkdirSync(join(directory, "deep"));
    symlinkSync("/dev/full", `${path()}.part`);
    behaviours = [whole];
    expect(await failure(() => fetchIt())).toBe(
      "disk: DIR/deep/file.bin.part cannot be written (ENOSPC): the disk is full; make room",
    );
    expect(left()).toEqual([]);
  });
});

it("caches lie where the system has them", () => {
  expect(cacheDirectory({ BERNOULLI_CACHE: "/x", XDG_CACHE_HOME: "/y" })).toBe("/x");
  expect(cacheDirectory({ XDG_CACHE_HOME: "/y" })).toBe(join("/y", "bernoulli"));
  expect(cacheDirectory({})).toMatch(/\.cache.bernoulli$/);
});
