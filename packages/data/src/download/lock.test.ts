// Locks of processes that live, are killed, or had their number given to another, and of other machines.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { rejection } from "@bernoulli/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lock } from "./lock.js";

let folder = "";
let path = "";
let children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bernoulli-lock-"));
  path = join(folder, "file.lock");
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const holder = (process_: number, host = hostname(), count = 1) =>
  JSON.stringify({ process: process_, host, token: "another's", count });

/** A process that holds the lock and counts, or holds it and does not. */
async function childHolds(counts: boolean, host = hostname()): Promise<ChildProcess> {
  const program = `
    const { writeFileSync } = require("node:fs");
    let count = 0;
    const put = () => writeFileSync(process.argv[1], JSON.stringify({ process: process.pid, host: process.argv[2], token: "child", count: count++ }));
    put();
    setInterval(() => { if (${counts}) put(); }, 100);
    console.log("held");
  `;
  const child = spawn(process.execPath, ["-e", program, path, host], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await new Promise((resolve) => child.stdout!.once("data", resolve));
  return child;
}

describe("a lock is refused", () => {
  it("where this process has it, until it is given back", async () => {
    const unlock = await lock(path, 3000);
    expect((await rejection(lock(path, 3000), folder)).replace(String(process.pid), "N")).toMatchInlineSnapshot(
      `"DownloadError: process N is downloading this file already; wait for it, or remove DIR/file.lock"`,
    );
    unlock();
    expect(existsSync(path)).toBe(false);
    (await lock(path))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("where another process counts, here or elsewhere", async () => {
    const child = await childHolds(true);
    expect((await rejection(lock(path, 5000), folder)).replace(String(child.pid), "N")).toMatchInlineSnapshot(
      `"DownloadError: process N is downloading this file already; wait for it, or remove DIR/file.lock"`,
    );
    child.kill("SIGKILL");
    rmSync(path);
    const elsewhere = await childHolds(true, "another.machine");
    expect((await rejection(lock(path, 5000), folder)).replace(String(elsewhere.pid), "N")).toMatchInlineSnapshot(
      `"DownloadError: process N on another.machine is downloading this file already; wait for it, or remove DIR/file.lock"`,
    );
  });
});

describe("a lock is taken over", () => {
  const takes = async (patience: number) => {
    const begin = performance.now();
    const unlock = await lock(path, patience);
    const took = performance.now() - begin;
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ process: process.pid });
    unlock();
    expect(readdirSync(folder)).toEqual([]);
    return took;
  };

  it("at once where its process was killed", async () => {
    const child = await childHolds(true);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    expect(await takes(60_000)).toBeLessThan(30_000);
  });

  it("where its number is another process's by now", async () => {
    writeFileSync(path, holder(process.ppid));
    expect(await takes(500)).toBeGreaterThanOrEqual(500);
  });

  it("where its process hangs, or is of another machine that is silent", async () => {
    await childHolds(false);
    await takes(500);
    // A number that is nobody's here says nothing of there.
    writeFileSync(path, holder(999_999_999, "another.machine"));
    expect(await takes(500)).toBeGreaterThanOrEqual(500);
  });

  it("where it is of before, or no lock at all", async () => {
    for (const text of [String(process.pid), "", "{}", "null", "not a lock"]) {
      writeFileSync(path, text);
      await takes(300);
    }
  });
});

it("of two that wait for a dead one's, one gets it", async () => {
  writeFileSync(path, holder(999_999_999));
  const all = await Promise.allSettled([lock(path, 2000), lock(path, 2000), lock(path, 2000)]);
  const got = all.filter(({ status }) => status === "fulfilled");
  expect(got).toHaveLength(1);
  for (const each of all) if (each.status === "fulfilled") each.value();
  expect(readdirSync(folder)).toEqual([]);
});
