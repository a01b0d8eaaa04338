// The program as its user meets it: what it prints, what it writes, and what it says of wrong calls.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Variants } from "@bernoulli/testing";
import { memoryStats } from "bernoulli";
import { afterAll, describe, expect, it, vi } from "vitest";
import { main } from "./cli.js";
import type { Demonstration } from "./demonstration.js";

const folder = mkdtempSync(join(tmpdir(), "cifar-example-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const code = await main(args, {
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
    progressStream: { write: () => true },
    signal: new AbortController().signal,
  });
  return { code, printed: printed.join("\n"), complaints: complaints.join("\n") };
}

/** A server on a port of its own. */
async function listen(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

interface Metrics {
  status: string;
  results: { net: string; history: { live: object; clean: object; validation: object }[]; test: object; gap: number }[];
}

function metrics(name: string): Metrics {
  return JSON.parse(readFileSync(join(folder, name, "metrics.json"), "utf8")) as Metrics;
}

/** What does not depend on how fast the machine is. */
function numbers({ results }: Metrics) {
  return results.map(({ net, history, test, gap }) => ({
    net,
    test,
    gap,
    history: history.map(({ live, clean, validation }) => ({ live, clean, validation })),
  }));
}

const variants = new Variants("apps/cifar-example/src/cli.test.ts");
const all = ["both nets", "an interruption", "dropout's lesson", "no dropout", "offline", "the cache"];
const runs = new Set(variants.of("runs", all, String));

describe("a run", () => {
  const small = ["--data", "synthetic", "--subset", "60", "--epochs", "2"];

  it.runIf(runs.has("both nets"))(
    "trains both nets, says that the data is synthetic, and writes metrics that the same seed gives again",
    {
      timeout: 180_000,
    },
    async () => {
      const first = await run(...small, "--out", join(folder, "first"));
      expect(first.code).toBe(0);
      expect(first.printed.split("SYNTHETIC DATA").length).toBe(3);
      expect(first.printed).toContain("361,034");
      expect(first.printed).toContain("The gap between training and test accuracy is");
      const written = numbers(metrics("first"));
      expect(written.map(({ net, history }) => [net, history.length])).toEqual([
        ["dropout", 2],
        ["plain", 2],
      ]);
      expect(metrics("first").status).toBe("complete");
      expect(readdirSync(join(folder, "first"))).toEqual(["metrics.json", "report.html", "report.md"]);
      // Alone each has the same numbers: nothing of the first net's run gets into the second's.
      for (const [at, net] of ["dropout", "plain"].entries()) {
        await run(...small, "--only", net, "--out", join(folder, net));
        expect(numbers(metrics(net))).toEqual([written[at]]);
      }
    },
  );

  it.runIf(runs.has("an interruption"))(
    "ends where it is interrupted, and writes what is complete",
    { timeout: 180_000 },
    async () => {
      const controller = new AbortController();
      const out = join(folder, "interrupted");
      let written: Metrics | null = null;
      const code = await main([...small, "--epochs", "50", "--out", out], {
        // The first row of the first table.
        print: (text) => {
          if (!/^ +2 /.test(text)) return;
          written = metrics("interrupted");
          controller.abort();
        },
        complain: () => {},
        progressStream: { write: () => true },
        signal: controller.signal,
      });
      expect(code).toBe(130);
      expect(metrics("interrupted")).toMatchObject({ status: "interrupted", results: [{ net: "dropout" }] });
      expect(numbers(metrics("interrupted"))[0]!.history).toHaveLength(2);
      // Every epoch is in the file as soon as it is complete: the second row was about to be printed here.
      expect(written).toMatchObject({ status: "running", results: [], unfinished: { net: "dropout", history: [{}] } });
    },
  );

  it.runIf(runs.has("dropout's lesson"))(
    "shows what dropout does, on the trained net",
    { timeout: 180_000 },
    async () => {
      const { printed } = await run(...small, "--only", "dropout", "--p", "0.5", "--out", join(folder, "lesson"));
      expect(printed).toContain("every pass in training mode drops other units");
      const [{ demonstration }] = metrics("lesson").results as unknown as [{ demonstration: Demonstration }];
      const { image, ensemble } = demonstration;
      expect(new Set(image.training).size).toBe(5);
      expect(new Set(image.evaluation).size).toBe(1);
      expect(ensemble).toMatchObject({ images: 1000, nets: 10 });
      for (const accuracy of [ensemble.alone, ensemble.together, ensemble.evaluation])
        expect(accuracy).toSatisfy((share: number) => share >= 0 && share <= 1);
    },
  );

  it.runIf(runs.has("no dropout"))("without dropout has nothing to show of it", { timeout: 180_000 }, async () => {
    const bytes = memoryStats().bytes;
    const { printed } = await run(...small, "--only", "plain", "--out", join(folder, "without"));
    expect(printed).not.toContain("dropped with");
    expect(metrics("without").results).toMatchObject([{ demonstration: null }]);
    expect(memoryStats().bytes).toBe(bytes);
  });

  it("prints its help", async () => {
    const { code, printed } = await run("--help");
    expect(code).toBe(0);
    expect(printed).toContain("--data auto|DIR|synthetic");
  });
});

describe("without --data", () => {
  const small = ["--subset", "60", "--epochs", "1", "--only", "plain"];
  const cache = join(folder, "cache");

  /** The program with an empty cache and one mirror. */
  async function runFrom(mirror: string, out: string) {
    const [printed, complaints]: [string[], string[]] = [[], []];
    vi.stubEnv("BERNOULLI_CACHE", cache);
    const code = await main([...small, "--out", join(folder, out)], {
      print: (text) => void printed.push(text),
      complain: (text) => void complaints.push(text),
      progressStream: { write: () => true },
      signal: new AbortController().signal,
      mirrors: [mirror],
    });
    vi.unstubAllEnvs();
    return { code, printed: printed.join("\n"), complaints: complaints.join("\n") };
  }

  it.runIf(runs.has("offline"))(
    "offline, it draws shapes instead, and says so wherever somebody may look",
    { timeout: 180_000 },
    async () => {
      const closed = await listen(() => {});
      await closed.close();
      const { code, printed } = await runFrom(closed.address, "offline");
      expect(code).toBe(0);
      expect(printed.split("could NOT BE DOWNLOADED").length).toBe(3);
      expect(printed).toContain("cannot be reached (ECONNREFUSED)");
      expect(JSON.parse(readFileSync(join(folder, "offline", "metrics.json"), "utf8"))).toMatchObject({
        options: { data: "auto", source: { name: "synthetic", offline: expect.stringContaining("ECONNREFUSED") } },
      });
      expect(readFileSync(join(folder, "offline", "report.html"), "utf8")).toContain(
        "CIFAR-10 could not be downloaded",
      );
      expect(readFileSync(join(folder, "offline", "report.md"), "utf8")).toContain("could NOT BE DOWNLOADED");
    },
  );

  it("trains on nothing else where somebody gives it another file", async () => {
    const server = await listen((_, response) => void response.end("a page of a hotel's network"));
    const { code, complaints } = await runFrom(server.address, "refused");
    await server.close();
    expect(code).toBe(2);
    expect(complaints).toMatch(
      /^cifar: http:.* offers 27 bytes, expected 170,052,171: it is another file \[download\]$/,
    );
    expect(readdirSync(cache)).toEqual([]);
  });

  it.runIf(runs.has("the cache"))("trains on what is in the cache", async () => {
    const batches = join(cache, "cifar-10-batches-bin");
    mkdirSync(batches, { recursive: true });
    for (const part of ["data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch"])
      writeFileSync(join(batches, `${part}.bin`), Buffer.alloc(3073 * 200));
    const { code, printed } = await runFrom("http://127.0.0.1:1", "cached");
    expect(code).toBe(0);
    expect(printed).toContain(`CIFAR-10 in ${batches}: 54 training`);
    expect(printed).not.toContain("SYNTHETIC");
  });
});

describe("a wrong call ends with code 2 and one line", () => {
  const missing = join(folder, "missing");
  const file = join(folder, "file");
  writeFileSync(file, "");

  it.each([
    [["--epoch", "3"], "cifar: Unknown option '--epoch'; see --help"],
    [["--epochs", "many"], "cifar: --epochs must be a whole number of at least 1, but got many; see --help"],
    [["--p", "1.5"], "cifar: --p must be a share from 0 to 1, but got 1.5; see --help"],
    [["--optimizer", "rmsprop"], "cifar: --optimizer must be adam or sgd, but got rmsprop; see --help"],
    [
      ["--lr", "-1"],
      "cifar: Option '--lr' argument is ambiguous; if it is a negative number, write --option=-1; see --help",
    ],
    [["--lr=-1"], "cifar: --lr must be a positive number, but got -1; see --help"],
    [["--only", "both"], "cifar: --only must be dropout or plain, but got both; see --help"],
    [["--data", missing], `cifar: CIFAR10: there is no directory ${missing}: download cifar-10-binary.tar.gz`],
    [
      ["--out", join(file, "inside")],
      `cifar: ${join(file, "inside")} cannot be written (ENOTDIR); name another directory with --out`,
    ],
  ])("%j", async (args, text) => {
    const { code, complaints } = await run(...args);
    expect(code).toBe(2);
    expect(complaints.startsWith(text)).toBe(true);
    expect(complaints).not.toContain("\n");
  });
});

variants.tell(it);
