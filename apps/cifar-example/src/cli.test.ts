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
    expect(printed).toMatchInlineSnapshot(`
      "Trains the conv net of a blog post on dropout twice, with and without dropout, and says what dropout did.

        cifar [options]                        in this repository: pnpm cifar [options]
        cifar predict --load FILE PICTURE …    what a trained net takes pictures for (cifar predict --help)

      Without options it trains both nets on CIFAR-10 and writes runs/cifar/report.html.

      Data
        --data auto|DIR|synthetic
                               auto, the default: CIFAR-10 as it was downloaded before, or its official archive (170 MB) from
                               the web, kept in BERNOULLI_CACHE or the system's directory for caches; offline, synthetic.
                               DIR holds the archive's files (data_batch_1.bin …), or its folder cifar-10-batches-bin.
                               synthetic: a built-in set of drawn shapes
        --subset N             train on the first N images only (a tenth of them is held out for validation)
        --augment              shift training images by up to 4 pixels and mirror them, by chance

      Training
        --only dropout|plain   train one of the two nets; default both
        --epochs N             default 8 on CIFAR-10, 15 on the synthetic set
        --batch-size N         default 32; of several processes (mpirun -n 4 node …), of all of them together
        --p P                  share of units to DROP, from 0 to 1; default 0.25
        --optimizer adam|sgd   default adam; sgd has momentum 0.9
        --lr RATE              default 0.001 for adam, 0.01 for sgd
        --schedule cosine      let the learning rate fall to 0 along a cosine, step by step; default: it stays
        --ema DECAY            average the weights, of which the share DECAY stays at each step; the average is tested and saved
        --seed N               of weights, order and dropout: the same seed gives the same numbers; default 0

      Results
        --out DIR              where metrics.json, report.html and report.md go; default runs/cifar
        --save FILE            write the trained weights as safetensors, by PyTorch's keys; of two nets, as FILE with -dropout
                               and -plain before its ending. Whether it can be written is tried before training; what fails
                               later is written beside it, or to the temporary directory
        --load FILE            start from such weights instead of drawn ones

      Going on
        --resume               go on with the run in --out that was killed or interrupted, with the same options: the weights and
                               numbers become those of a run that was left alone, to the last bit. Begins where there is none
        --restart              delete the checkpoints of such a run, and begin anew
        --checkpoint-every N   save within an epoch too, after every N steps; default: after each epoch, and when interrupted

      How it computes
        --threads N            threads that kernels are spread over; default BERNOULLI_NUM_THREADS, or the cores there are.
                               Results do not depend on it
        --simd NAME            portable, relaxed or wide: the vector instructions of kernels, which differ by roundings; default
                               the best that Node has without flags. wide is for Node 24 and later, and experimental
        --no-compile           compute op by op, as PyTorch's plain loop does: slower, and the same to rounding

      How it is called, and what it prints
        --config FILE          a JSON object of these options, as { "epochs": 3, "augment": true }; the command line comes first,
                               where --no-augment takes such a flag back
        --json                 print events for programs instead of text, one JSON object a line: start, net, epoch, result, end,
                               and error, which has a code
        --debug                show where in the program an error came from
        --version              print the version
        --help, -h             print this

      Examples
        cifar --data synthetic --epochs 3 --only plain
        cifar --augment --schedule cosine --ema 0.999 --out runs/full          and after a power cut the same with --resume
        cifar --only dropout --save net.safetensors && cifar predict --load net.safetensors cat.jpg

      Ctrl-C, SIGTERM and SIGHUP end a run after the step under way: weights, metrics and report are written. A second one ends it
      at once. What a run is doing goes to standard error, what it found to standard output; neither is in colour.

      Exit codes
        0    all is done
        1    something could not be written where it was asked for, or the program is at fault
        2    a wrong call, or data, a file or a directory that cannot be used
        130  interrupted by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP, 141 because nobody reads its output any more

      An error is one line that ends with its code, such as [BERNOULLI_USAGE]; docs/errors.md lists them with their cures.
      "
    `);
  });
});

describe("for programs", () => {
  it("--json prints events alone, and a file of options counts behind the command line", {
    timeout: 180_000,
  }, async () => {
    const path = join(folder, "options.json");
    writeFileSync(path, JSON.stringify({ data: "synthetic", subset: 40, epochs: 9, only: "plain", json: true }));
    const { code, printed, complaints } = await run("--config", path, "--epochs", "1", "--out", join(folder, "json"));
    expect([code, complaints]).toEqual([0, ""]);
    const events = printed.split("\n").map((line) => JSON.parse(line) as { event: string });
    expect(events.map(({ event }) => event)).toEqual(["start", "net", "epoch", "result", "end"]);
    expect(events[2]).toMatchObject({ net: "plain", epoch: 1, validation: { accuracy: expect.any(Number) } });
    expect(events[4]).toMatchObject({ status: "complete", code: 0, problems: [] });
  });

  it("--version, and an error as an event", async () => {
    expect((await run("--version")).printed).toMatch(/^cifar \d+\.\d+\.\d+$/);
    const { code, printed } = await run("--json", "--epochs", "0");
    expect(code).toBe(2);
    expect(JSON.parse(printed)).toMatchObject({ event: "error", code: "BERNOULLI_USAGE" });
    // Also where a file of options asks for events.
    const path = join(folder, "events.json");
    writeFileSync(path, JSON.stringify({ data: join(folder, "none"), json: true }));
    const { printed: event } = await run("--config", path);
    expect(JSON.parse(event)).toMatchObject({ event: "error", code: "BERNOULLI_DATA_FILE" });
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
      /^cifar: http:.* offers 27 bytes, expected 170,052,171: it is another file \[BERNOULLI_DOWNLOAD\]$/,
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
    [["--epoch", "3"], "cifar: Unknown option '--epoch'; did you mean --epochs? see --help"],
    [["--epochs", "many"], "cifar: --epochs must be a whole number of at least 1, but got many; see --help"],
    [["--p", "1.5"], "cifar: --p must be a share from 0 to 1, but got 1.5; see --help"],
    [["--optimizer", "rmsprop"], "cifar: --optimizer must be adam or sgd, but got rmsprop; see --help"],
    [
      ["--lr", "-1"],
      "cifar: --lr has no value, since -1 looks like an option; write --lr=-1 if it is the value; see --help",
    ],
    [["--lr=-1"], "cifar: --lr must be a positive number, but got -1; see --help"],
    [["--only", "both"], "cifar: --only must be dropout or plain, but got both; see --help"],
    [["--load", missing], `cifar: ${missing}: cannot be read: there is no such file or directory (ENOENT)`],
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
