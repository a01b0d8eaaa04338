// Claims: one owner at a time, whoever is gone is followed, and whoever was only asleep learns that it owns nothing any more.

import { spawnSync } from "node:child_process";
import { mkdtempSync, promises, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { seeded } from "@bernoulli/testing";
import { expect, it, onTestFinished, vi } from "vitest";
import { type ClaimRecord, Claims } from "./claims.js";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "study-claims-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

const options = { stale: 100, beat: 1000 } as const;

/** A claim as a process on another machine leaves it. */
function foreign(directory: string, name: string, changed: Partial<ClaimRecord> = {}): void {
  const record: ClaimRecord = {
    status: "running",
    owner: "0",
    machine: "elsewhere",
    host: "elsewhere",
    process: 1,
    began: null,
    problem: null,
    ...changed,
  };
  writeFileSync(join(directory, name), JSON.stringify(record));
}

it("one of many gets a cell", async () => {
  const directory = folder();
  const all = Array.from({ length: 20 }, (_, at) => new Claims(directory, String(at), options));
  const got = await Promise.all(all.map((claims) => claims.take("cell", 0)));
  const [claim, ...more] = got.filter((one) => one !== null);
  expect(more).toEqual([]);
  expect(await claim!.isOwn()).toBe(true);
  expect(await all[0]!.standing("cell", 1)).toBe("alive");
  await claim!.end("done");
  expect(readdirSync(directory)).toEqual(["cell.0001"]);
});

it("a process of this machine that is gone is known at once", async () => {
  const directory = folder();
  const claims = new Claims(directory, "0", options);
  const claim = await claims.take("cell", 0);
  const record = (await claims.read("cell", 1))!;
  await claim!.end("done");
  expect(record.host).toBe(hostname());
  if (record.machine === null) return;
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  foreign(directory, "dead.0001", { ...record, process: pid });
  expect(await claims.standing("dead", 1)).toBe("free");
  // Its number is another process's by now.
  foreign(directory, "reused.0001", { ...record, began: "1" });
  expect(await claims.standing("reused", 1)).toBe("free");
});

it("whoever started a process that ended frees its cell, and no other's", async () => {
  const directory = folder();
  const claims = new Claims(directory, "0", options);
  const record = { host: hostname(), machine: null, process: 77 };
  foreign(directory, "cell.0001", record);
  await claims.free("cell", 78);
  expect(await claims.standing("cell", 1)).toBe("unsure");
  await claims.free("cell", 77);
  expect(await claims.standing("cell", 1)).toBe("free");
  foreign(directory, "other.0001", { ...record, host: "elsewhere" });
  await claims.free("other", 77);
  foreign(directory, "done.0001", { ...record, status: "done" });
  await claims.free("done", 77);
  expect([await claims.standing("other", 1), await claims.standing("done", 1)]).toEqual(["unsure", "done"]);
  await claims.free("never", 77);
});

it("one of another machine counts as gone without a sign of life, by the observer's clock", async () => {
  const directory = folder();
  let now = 0;
  const claims = new Claims(directory, "0", { ...options, clock: () => now });
  foreign(directory, "cell.0001");
  expect(await claims.standing("cell", 1)).toBe("unsure");
  now = 99_000;
  expect(await claims.standing("cell", 1)).toBe("unsure");
  // A sign of life, whatever the other machine's clock says.
  utimesSync(join(directory, "cell.0001"), 12, 12);
  expect(await claims.standing("cell", 1)).toBe("alive");
  now = 198_000;
  expect(await claims.standing("cell", 1)).toBe("alive");
  now = 199_000;
  expect(await claims.standing("cell", 1)).toBe("free");
  const taken = await claims.take("cell", 1);
  expect(taken?.generation).toBe(2);
  await taken!.end("done");
});

it("a claim that was never written to its end is waited for as any other", async () => {
  const directory = folder();
  let now = 0;
  const claims = new Claims(directory, "0", { ...options, clock: () => now });
  writeFileSync(join(directory, "cell.0001"), "");
  expect(await claims.standing("cell", 1)).toBe("unsure");
  now = 100_000;
  expect(await claims.standing("cell", 1)).toBe("free");
});

it("a claim that cannot be written, as on a full disk, is not left behind for others to wait for", async () => {
  const directory = folder();
  const claims = new Claims(directory, "0", options);
  const { open } = promises;
  const full = vi.spyOn(promises, "open").mockImplementationOnce(async (...args) => {
    const file = await open(...args);
    file.writeFile = () => Promise.reject(Object.assign(new Error("no space left"), { code: "ENOSPC" }));
    return file;
  });
  onTestFinished(() => full.mockRestore());
  await expect(claims.take("cell", 0)).rejects.toThrow("no space left");
  expect(readdirSync(directory)).toEqual([]);
  await (await claims.take("cell", 0))!.end("done");
  expect(readdirSync(directory)).toEqual(["cell.0001"]);
});

it("who was asleep learns that another has the cell", async () => {
  const directory = folder();
  const claims = new Claims(directory, "0", { stale: 1, beat: 0.02 });
  const asleep = (await claims.take("cell", 0))!;
  expect(asleep.lost.aborted).toBe(false);
  const next = (await claims.take("cell", 1))!;
  expect(await asleep.isOwn()).toBe(false);
  await new Promise((resolve) => asleep.lost.addEventListener("abort", resolve));
  expect(await next.isOwn()).toBe(true);
  await asleep.end("released");
  await next.end("done");
});

it("failed cells stay failed, released ones are free", async () => {
  const directory = folder();
  const claims = new Claims(directory, "0", options);
  for (const status of ["failed", "released", "done"] as const) foreign(directory, `${status}.0001`, { status });
  expect(await claims.standing("failed", 1)).toBe("failed");
  expect(await claims.standing("released", 1)).toBe("free");
  expect(await claims.standing("done", 1)).toBe("done");
  expect(await claims.standing("never", 0)).toBe("free");
});

it("in every order of looks, sleeps and takes, a generation has one owner (seeded)", async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const directory = folder();
    const random = seeded(seed);
    let now = 0;
    const all = Array.from(
      { length: 4 },
      (_, at) => new Claims(directory, String(at), { ...options, clock: () => now }),
    );
    const owners = new Map<number, number>();
    await Promise.all(
      all.map(async (claims, at) => {
        for (let step = 0; step < 10; step++) {
          const generation = (await claims.generations()).get("cell") ?? 0;
          for (let turn = Math.floor(3 * random()); turn > 0; turn--) await new Promise((next) => setImmediate(next));
          now += 30_000 * random();
          const claim = await claims.take("cell", generation);
          if (claim === null) continue;
          expect(owners.has(claim.generation)).toBe(false);
          owners.set(claim.generation, at);
          await claim.end("released");
        }
      }),
    );
    expect(Math.max(...owners.keys())).toBe(owners.size);
  }
});
