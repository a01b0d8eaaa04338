// What cannot be written where it was asked for is written elsewhere, and said so.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { keep } from "./keep.js";

const folder = mkdtempSync(join(tmpdir(), "programs-keep-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file, but for some paths, as on a full disk. */
const write = (refused: (path: string) => boolean) => (path: string) => {
  if (refused(path)) throw new Error(`${path} cannot be written: the disk is full`);
  writeFileSync(path, "weights");
};
const shown = (text: string | null) =>
  text
    ?.replaceAll(folder, "DIR")
    .replaceAll(tmpdir(), "TMP")
    .replaceAll(String(process.pid), "PID")
    .replace(/some-\w{6}/, "some-X");

describe("a file", () => {
  const path = join(folder, "net.safetensors");

  it("is where it should be", async () => {
    expect(
      await keep(
        "some",
        path,
        write(() => false),
      ),
    ).toEqual({ path, problem: null });
  });

  it("makes its directory again", async () => {
    const gone = join(folder, "gone", "net.safetensors");
    expect(
      await keep(
        "some",
        gone,
        write(() => false),
      ),
    ).toEqual({ path: gone, problem: null });
  });

  it("is beside it, or in the temporary directory, or nowhere", async () => {
    const beside = await keep(
      "some",
      path,
      write((at) => at === path),
    );
    expect([beside.path, beside.problem].map(shown)).toMatchInlineSnapshot(`
      [
        "DIR/net-PID.safetensors",
        "DIR/net.safetensors cannot be written: the disk is full; it is in DIR/net-PID.safetensors",
      ]
    `);
    const far = await keep(
      "some",
      path,
      write((at) => at.startsWith(folder)),
    );
    expect([far.path, far.problem].map(shown)).toMatchInlineSnapshot(`
      [
        "TMP/some-X/net.safetensors",
        "DIR/net.safetensors cannot be written: the disk is full; it is in TMP/some-X/net.safetensors",
      ]
    `);
    expect(readFileSync(far.path!, "utf8")).toBe("weights");
    rmSync(join(far.path!, ".."), { recursive: true });
    const nowhere = await keep(
      "some",
      path,
      write(() => true),
    );
    expect([nowhere.path, nowhere.problem].map(shown)).toMatchInlineSnapshot(`
      [
        undefined,
        "DIR/net.safetensors cannot be written: the disk is full; nor could it be written elsewhere, and is lost",
      ]
    `);
  });
});
