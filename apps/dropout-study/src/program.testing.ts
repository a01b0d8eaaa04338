// What tests of the study share: calls of the program, in this process or as one of its own, and whether a directory's cells were each run
// to the end once.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { main, type Surroundings } from "./cli.js";
import type { ClaimRecord } from "./grid/claims.js";
import { gridOf, type Plan } from "./plan.js";

/** The program's source. */
export const source = join(import.meta.dirname, "main.ts");

export function makeFolder(): string {
  const path = mkdtempSync(join(tmpdir(), "study-test-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Calls the program in this process, workers included. */
export async function call(args: readonly string[], changed: Partial<Surroundings> = {}) {
  const [printed, complaints, progress]: [string[], string[], string[]] = [[], [], []];
  const code = await main(args, {
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
    progressStream: { write: (text: string) => progress.push(text) > 0 },
    signal: new AbortController().signal,
    program: null,
    environment: {},
    ...changed,
  });
  return { code, printed: printed.join("\n"), complaints: complaints.join("\n"), progress: progress.join("") };
}

function planIn(directory: string): Plan {
  return JSON.parse(readFileSync(join(directory, "study.json"), "utf8")) as Plan;
}

/** The claims of each cell, in their order. */
export function claimsIn(directory: string): Map<string, (ClaimRecord | null)[]> {
  const claims = new Map<string, (ClaimRecord | null)[]>();
  for (const name of readdirSync(join(directory, "claims")).sort()) {
    const key = name.replace(/\.\d{4}$/, "");
    let record: ClaimRecord | null = null;
    try {
      record = JSON.parse(readFileSync(join(directory, "claims", name), "utf8")) as ClaimRecord;
    } catch {
      // Its owner was killed while it wrote.
    }
    claims.set(key, [...(claims.get(key) ?? []), record]);
  }
  return claims;
}

/** Expects a result of every cell, from one run to the end: the claim that the result names, none before it, and nothing run behind it. */
export function expectEachOnce(directory: string): void {
  const keys = gridOf(planIn(directory)).map(({ key }) => key);
  expect(readdirSync(join(directory, "cells")).sort()).toEqual(keys.map((key) => `${key}.json`).sort());
  const claims = claimsIn(directory);
  expect([...claims.keys()].sort()).toEqual([...keys].sort());
  for (const [key, records] of claims) {
    const { attempts } = JSON.parse(readFileSync(join(directory, "cells", `${key}.json`), "utf8")) as {
      attempts: number;
    };
    const ends = records.map((record) => record?.status ?? "unwritten");
    const before = ends
      .slice(0, attempts - 1)
      .filter((end) => end !== "running" && end !== "released" && end !== "unwritten");
    const behind = records.slice(attempts).filter((record) => record?.problem !== "it had a result");
    expect({ key, before, behind }).toEqual({ key, before: [], behind: [] });
    // Who wrote the result may have been killed before its word of it, and then who started it releases the cell.
    expect([key, ["done", "running", "released"].includes(ends[attempts - 1]!)]).toEqual([key, true]);
  }
}
