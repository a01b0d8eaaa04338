// The registry of a rehearsal: it has what was packed, and knows where the rest is.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { withRegistry } from "./registry.mjs";

it("serves packed packages with their checksums, and sends on for others", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bernoulli-registry-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "package"));
  writeFileSync(
    join(folder, "package", "package.json"),
    '{ "name": "@scope/one", "version": "1.2.3", "dependencies": {} }',
  );
  execFileSync("tar", ["-czf", "scope-one-1.2.3.tgz", "package"], { cwd: folder });
  await withRegistry(folder, "https://registry.example/", async (address, names) => {
    expect(names).toEqual(["@scope/one"]);
    const answer = await (await fetch(`${address}@scope%2fone`)).json();
    expect(answer["dist-tags"]).toEqual({ latest: "1.2.3" });
    const { dist, dependencies } = answer.versions["1.2.3"];
    expect(dependencies).toEqual({});
    const bytes = new Uint8Array(await (await fetch(dist.tarball)).arrayBuffer());
    expect(dist.integrity).toBe(`sha512-${createHash("sha512").update(bytes).digest("base64")}`);
    const other = await fetch(`${address}@other%2fname`, { redirect: "manual" });
    expect([other.status, other.headers.get("location")]).toEqual([302, "https://registry.example/@other%2fname"]);
  });
});
