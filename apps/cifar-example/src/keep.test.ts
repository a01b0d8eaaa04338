// What cannot be written where it was asked for is written elsewhere, and said so.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Variants } from "@bernoulli/testing";
import { afterAll, describe, expect, it } from "vitest";
import { main } from "./cli.js";

const folder = mkdtempSync(join(tmpdir(), "cifar-keep-"));
afterAll(() => rmSync(folder, { recursive: true }));

const shown = (text: string | null) =>
  text
    ?.replaceAll(folder, "DIR")
    .replaceAll(tmpdir(), "TMP")
    .replaceAll(String(process.pid), "PID")
    .replace(/cifar-\w{6}/, "cifar-X");

const variants = new Variants("apps/cifar-example/src/keep.test.ts");
const runs = new Set(variants.of("runs", ["both nets", "vanishing"], String));

describe("a run", () => {
  const small = ["--data", "synthetic", "--subset", "60", "--epochs", "2", "--only", "plain"];

  async function run(args: readonly string[], onPrint: (text: string) => void = () => {}) {
    const [printed, complaints]: [string[], string[]] = [[], []];
    const code = await main(args, {
      print: (text) => {
        printed.push(text);
        onPrint(text);
      },
      complain: (text) => void complaints.push(text),
      progressStream: { write: () => true },
      signal: new AbortController().signal,
    });
    return { code, printed: printed.join("\n"), complaints: complaints.map(shown) };
  }

  it("is refused before it trains where its weights, metrics or report could not be written", async () => {
    mkdirSync(join(folder, "taken.safetensors"));
    const [save, out] = [join(folder, "taken.safetensors"), join(folder, "out")];
    const first = await run([...small, "--out", out, "--save", save]);
    expect([first.code, first.printed, first.complaints]).toMatchInlineSnapshot(`
      [
        2,
        "",
        [
          "cifar: DIR/taken.safetensors: cannot be written: it is a directory, where a file is expected; add a name to it [BERNOULLI_FORMAT]",
        ],
      ]
    `);
    for (const name of ["metrics.json", "report.html"]) {
      mkdirSync(join(folder, name, name), { recursive: true });
      const { code, printed, complaints } = await run([...small, "--out", join(folder, name)]);
      expect([code, printed, complaints]).toEqual([
        2,
        "",
        [
          `cifar: DIR/${name}/${name} is a directory, where a file is to be written; name another directory with --out [BERNOULLI_USAGE]`,
        ],
      ]);
    }
  });

  it.runIf(runs.has("both nets"))("of both nets writes both beside the name that it is given", async () => {
    const save = join(folder, "both.safetensors");
    const args = small.slice(0, -2).map((arg) => (arg === "2" ? "1" : arg));
    expect((await run([...args, "--out", join(folder, "out"), "--save", save])).code).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith("both"))).toEqual([
      "both-dropout.safetensors",
      "both-plain.safetensors",
    ]);
  });

  it.runIf(runs.has("vanishing"))("whose directories vanish, or become something else, keeps everything", async () => {
    const [out, save] = [join(folder, "vanishing"), join(folder, "saved", "net.safetensors")];
    const { code, printed, complaints } = await run([...small, "--out", out, "--save", save], (text) => {
      if (!/^ +1 /.test(text)) return;
      rmSync(out, { recursive: true });
      writeFileSync(out, "");
      mkdirSync(save);
    });
    expect(code).toBe(1);
    // The weights, three files of results, and the checkpoints.
    expect(complaints).toHaveLength(5);
    expect(complaints.slice(0, 2)).toMatchInlineSnapshot(`
      [
        "cifar: DIR/saved/net.safetensors: cannot be written: it is a directory, where a file is expected; add a name to it; it is in DIR/saved/net-PID.safetensors",
        "cifar: DIR/vanishing/report.html cannot be written (ENOTDIR); name another directory with --out; it is in TMP/cifar-X/report.html",
      ]
    `);
    const written = /^written: (.*)$/m.exec(printed)![1]!.split(", ");
    expect(written).toHaveLength(4);
    for (const path of written) expect(existsSync(path)).toBe(true);
    for (const path of written.slice(1)) rmSync(join(path, ".."), { recursive: true });
  });
});

variants.tell(it);
