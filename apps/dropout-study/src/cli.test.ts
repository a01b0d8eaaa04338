// The program as its user meets it: what it prints, what it writes, and what it says of wrong calls. As a process: process.test.ts.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, expectEachOnce, makeFolder } from "./program.testing.js";

const trial = ["--trial", "--only", "gaussian,linear", "--mnist", "synthetic"];

describe("a study", () => {
  it("runs what has no result, writes a report, and goes on", { timeout: 180_000 }, async () => {
    const out = join(makeFolder(), "out");
    const first = await call([...trial, "--out", out]);
    expect([first.code, first.complaints]).toEqual([0, ""]);
    expect(first.printed).toContain("SYNTHETIC DATA");
    expect(first.progress).toContain("4/4  ");
    expectEachOnce(out);
    expect(readdirSync(out).sort()).toEqual(["cells", "claims", "report.html", "report.md", "study.json", "work"]);
    expect(readdirSync(join(out, "work"))).toEqual([]);
    const page = readFileSync(join(out, "report.html"), "utf8");
    expect(page).toContain("Synthetic data: drawn shapes, not MNIST.");
    expect(page).toContain(`study ${trial.join(" ")}`);

    // Of a result that is taken away its cell runs again, and gives the same.
    const [name] = readdirSync(join(out, "cells"));
    const before = JSON.parse(readFileSync(join(out, "cells", name!), "utf8")) as { result: object };
    rmSync(join(out, "cells", name!));
    const merged = await call(["merge", out]);
    expect(merged.printed).toContain("1 of 4 cells have no result yet");
    const second = await call([...trial, "--out", out]);
    expect([second.code, second.progress.split("\n").length - 1]).toEqual([0, 1]);
    expect(JSON.parse(readFileSync(join(out, "cells", name!), "utf8"))).toMatchObject({
      result: before.result,
      attempts: 2,
    });
    expect((await call(["status", out])).printed).toContain("4 of 4 cells have a result (100 % of the work)");
  });

  it("that is another than the directory's is refused, and says how", async () => {
    const out = makeFolder();
    expect((await call(["--trial", "--only", "linear", "--out", out])).code).toBe(0);
    const { code, complaints } = await call(["--trial", "--only", "linear", "--seeds", "2", "--out", out]);
    expect(code).toBe(2);
    expect(complaints.replace(out, "DIR")).toMatchInlineSnapshot(
      `"study: DIR holds another study: seeds null, but wanted is seeds 2; name another directory with --out, or ask for the same [BERNOULLI_USAGE]"`,
    );
  });

  it("that is interrupted says so, and goes on to the same results", { timeout: 180_000 }, async () => {
    const [out, whole] = [makeFolder(), makeFolder()];
    const controller = new AbortController();
    const args = ["--trial", "--only", "linear", "--seeds", "4"];
    const progressStream = { write: () => controller.abort() === undefined };
    const first = await call([...args, "--out", out], { signal: controller.signal, progressStream });
    expect(first.code).toBe(130);
    expect(first.printed).toContain("Interrupted: 1 of 8 cells have a result; the same command goes on.");
    expect((await call([...args, "--out", out])).code).toBe(0);
    expectEachOnce(out);
    expect((await call([...args, "--out", whole])).code).toBe(0);
    const results = (at: string) =>
      readdirSync(join(at, "cells")).map(
        (name) => (JSON.parse(readFileSync(join(at, "cells", name), "utf8")) as { result: object }).result,
      );
    expect(results(out)).toEqual(results(whole));
  });

  it("as a shard takes what is left, writes no report, and merge does", { timeout: 180_000 }, async () => {
    const out = makeFolder();
    const args = ["--trial", "--only", "linear", "--seeds", "3", "--out", out];
    const environment = { SLURM_ARRAY_TASK_ID: "2", SLURM_ARRAY_TASK_COUNT: "2", SLURM_ARRAY_TASK_MIN: "1" };
    const { code, printed } = await call(args, { environment });
    expect(code).toBe(0);
    expect(printed).toContain("shard 1 of 2 (SLURM_ARRAY_TASK_ID)");
    expect(printed).toContain(`All 6 cells have a result: study merge ${out} writes the report.`);
    expect(existsSync(join(out, "report.md"))).toBe(false);
    expect((await call(["merge", out])).code).toBe(0);
    expect(existsSync(join(out, "report.md"))).toBe(true);
  });

  it("whose cell failed says so, leaves it, and tries it again when asked", { timeout: 180_000 }, async () => {
    const out = makeFolder();
    const bad = join(makeFolder(), "net.ts");
    writeFileSync(bad, `export default () => { throw new Error("no net today"); };`);
    expect((await call(["sweep", bad, "--out", out])).complaints).toContain("no net today");

    // A net that is refused as it trains: for 28 × 28 inputs this layer is too narrow.
    const net = join(makeFolder(), "net.ts");
    writeFileSync(
      net,
      `import { nn } from "bernoulli";
       export const epochs = 1;
       export default (p: number) => new nn.Sequential(new nn.Flatten(), new nn.Linear(10, 10), new nn.Dropout(p));`,
    );
    const args = ["sweep", net, "--p", "0.5", "--seeds", "1", "--sizes", "100", "--mnist", "synthetic", "--out", out];
    const first = await call(args);
    expect(first.code).toBe(1);
    expect(first.complaints).toMatch(/^study: sweep~100-images-p-0.5~quick~s0~\w+ failed: .*Error: /);
    expect((await call(["status", out])).printed).toMatch(
      /1 failed[\s\S]*failed +sweep: 100 images, p = 0.5, seed 0: /,
    );
    const second = await call(args);
    expect([second.code, second.progress]).toEqual([1, ""]);
    expect((await call([...args, "--retry"])).complaints).toContain("failed: ");
  });
});

describe("a result's file that is not as it was written", () => {
  it("is told, whatever became of it; copied without claims all is well", { timeout: 180_000 }, async () => {
    const out = makeFolder();
    expect((await call(["--trial", "--only", "linear", "--out", out])).code).toBe(0);
    for (const name of ["claims", "work"]) rmSync(join(out, name), { recursive: true });
    expect((await call(["merge", out])).code).toBe(0);
    expect((await call(["status", out])).printed).toContain("2 of 2 cells have a result");
    const path = join(out, "cells", readdirSync(join(out, "cells"))[0]!);
    const text = readFileSync(path, "utf8");
    const without = (name: string) => JSON.stringify({ ...(JSON.parse(text) as object), [name]: undefined });
    for (const changed of [
      ...["", "null", "[]", text.slice(0, 40), text.replace(/"weights":[\d.e-]+/, '"weights":0')],
      ...["key", "result", "environment", "digest"].map(without),
    ]) {
      expect(changed).not.toBe(text);
      writeFileSync(path, changed);
      const { code, complaints } = await call(["merge", out]);
      expect([changed, code, complaints.replace(path, "FILE")]).toEqual([
        ...[changed, 2],
        "study: FILE is not as the study wrote it: damaged, or changed by hand; remove it, and run the study again [BERNOULLI_USAGE]",
      ]);
    }
    rmSync(join(out, "cells"), { recursive: true });
    expect((await call(["merge", out])).complaints).toContain("no cell of the study in");
  });
});

describe("a sweep", () => {
  it("trains a net of one's own, written in TypeScript, with a file beside it", { timeout: 180_000 }, async () => {
    const [folder, out] = [makeFolder(), makeFolder()];
    writeFileSync(join(folder, "width.ts"), "export const width: number = 8;");
    writeFileSync(
      join(folder, "my-net.ts"),
      `import { nn, optim } from "bernoulli";
       import { GaussianDropout } from "@bernoulli/dropout";
       import { width } from "./width";
       export const data = "mnist";
       export const optimizer = (parameters: nn.Parameter[]) => new optim.SGD(parameters, { lr: 0.1 });
       export default (p: number) =>
         new nn.Sequential(new nn.Flatten(), new nn.Linear(784, width), new nn.ReLU(), new GaussianDropout(p), new nn.Linear(width, 10));`,
    );
    const args = ["--p", "0,.25", "--seeds", "2", "--sizes", "100,200", "--epochs", "1", "--mnist", "synthetic"];
    const { code, printed, complaints } = await call(["sweep", join(folder, "my-net.ts"), ...args, "--out", out]);
    expect([code, complaints]).toEqual([0, ""]);
    expect(printed).toContain("Dropout helps this net on 200 images.");
    expectEachOnce(out);
    const text = readFileSync(join(out, "report.md"), "utf8");
    expect(text).toContain("# A sweep over my-net.ts");
    expect(text).toMatch(/\| 200 \| 0.25 \| [\d.]+ ± [\d.]+ \|/);
    // Another net is another study.
    writeFileSync(join(folder, "width.ts"), "export const width: number = 9;");
    const other = await call(["sweep", join(folder, "my-net.ts"), ...args, "--out", out]);
    expect(other.complaints).toContain("holds another study: sweep of another module or options");
  });

  it("of more images than there are is refused: their number would be told wrong", async () => {
    const net = join(makeFolder(), "net.js");
    writeFileSync(net, `import { nn } from "bernoulli"; export default () => new nn.Linear(1, 1);`);
    const { code, complaints } = await call(
      ["sweep", net, "--sizes", "100,5001", "--mnist", "synthetic"].concat("--out", makeFolder()),
    );
    expect([code, complaints]).toEqual([
      2,
      "study: --sizes has 5,001, but synthetic has 5,000 training images; see study sweep --help [BERNOULLI_USAGE]",
    ]);
  });

  const folder = join(import.meta.dirname, "../node_modules/.vitest/sweep");
  it.each([
    ["const = 1;", 'cannot be made a module: Expected identifier but found "=", line 1 of net.ts'],
    ["export const net = 1;", "its default export must be a function (p) => net, p being the share of units to drop"],
    ["export default (p: number) => p;", "its function must return an nn.Module, but for p = 0 it returned number"],
    [`import { x } from "@bernoulli/testing"; export default x;`, "@bernoulli/testing is no package of a sweep"],
    [`export const data = "svhn"; export default () => null;`, "data must be mnist or cifar"],
    [`export const epochs = 0; export default () => null;`, "epochs must be a whole number of at least 1"],
    [`throw new Error("no");`, "threw as it was loaded: no"],
    [`throw null;`, "threw as it was loaded: null"],
    [`export default () => { throw "no"; };`, "its function threw for p = 0: no"],
    [`export default async () => null;`, "but for p = 0 it returned a promise; await what it needs outside of it"],
  ])("says what is wrong with %s", async (text, expected) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "net.ts"), text);
    const { code, complaints } = await call(["sweep", join(folder, "net.ts"), "--out", makeFolder()]);
    expect(code).toBe(2);
    expect(complaints).toContain(expected);
    expect(complaints).not.toContain("\n");
  });
});

describe("a wrong call ends with code 2 and one line", () => {
  it.each([
    [["--quik"], "study: Unknown option '--quik'; did you mean --quick? see --help"],
    [["runn"], "study: there is no command runn; there are run, sweep, merge, status, list and fetch, see --help"],
    [["--quick", "--paper"], "study: --quick and --paper exclude each other; see --help"],
    [["--only", "fig12"], "study: there is no experiment fig12; there are regularisers, p-fixed-n"],
    [["--only", ","], "study: --only names no experiment; study list names them all"],
    [["--seeds", "0"], "study: --seeds must be a whole number of at least 1, but got 0; see --help"],
    [["--trial", "--shard", "3/3", "--out", "x"], "study: --shard must be i/n with i from 0 to n − 1"],
    [["sweep"], "study: sweep: which file? study sweep FILE; see study sweep --help"],
    [["sweep", "a.ts", "--p", "1"], "study: --p must be shares from 0 to less than 1, with commas between, but got 1"],
    [["sweep", "/nowhere/a.ts"], "study: /nowhere/a.ts cannot be made a module: Could not resolve"],
    [["merge", "/nowhere"], "study: there is no study in /nowhere; name the directory that study run had as --out"],
    [["status", "a", "b"], "study: status: one directory, but got a and b; see --help"],
    [["--out", "/dev/null/x"], "study: /dev/null/x cannot be written (ENOTDIR); name another directory with --out"],
    [
      ["--trial", "--only", "gaussian", "--mnist", "/nowhere"],
      "study: MNIST: there is neither /nowhere/train-images-idx3-ubyte nor",
    ],
  ])("%j", async (args, text) => {
    const out = args.includes("--out")
      ? []
      : ["merge", "status", "sweep"].includes(args[0]!)
        ? []
        : ["--out", makeFolder()];
    const { code, complaints } = await call([...args, ...out]);
    expect(complaints.startsWith(text) ? text : complaints).toBe(text);
    expect([code, complaints.includes("\n")]).toEqual([2, false]);
  });
});

describe("for programs", () => {
  const events = (printed: string) => printed.split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);

  it("--json prints events alone, and a file of options counts behind the command line", {
    timeout: 180_000,
  }, async () => {
    const [folder, out] = [makeFolder(), makeFolder()];
    const path = join(folder, "options.json");
    writeFileSync(path, JSON.stringify({ paper: true, only: "linear", json: true, seeds: 1 }));
    const { code, printed, complaints } = await call(["--config", path, "--trial", "--out", out]);
    expect([code, complaints]).toEqual([0, ""]);
    const told = events(printed);
    expect(told.map(({ event }) => event)).toEqual(["start", "cell", "cell", "finding", "finding", "end"]);
    expect(told[0]).toMatchObject({ plan: { budget: "trial", seeds: 1 }, cells: 2, done: 0 });
    expect(told[1]).toMatchObject({ status: "done", problem: null });
    expect(told.at(-1)).toMatchObject({ status: "complete", code: 0, done: 2, failed: [], problems: [] });

    const [status] = events((await call(["status", out, "--json"])).printed);
    expect(status).toMatchObject({ event: "status", cells: 2, done: 2, share: 1, waiting: [] });
    const merged = events((await call(["merge", out, "--json"])).printed);
    expect(merged.map(({ event }) => event)).toEqual(["finding", "finding", "end"]);
    expect(events((await call(["list", "--json"])).printed)).toHaveLength(9);
  });

  it("an error is an event with a code, and shows where it came from only with --debug", async () => {
    const { code, printed, complaints } = await call(["status", "/nowhere", "--json"]);
    expect([code, complaints.includes("\n")]).toEqual([2, false]);
    expect(events(printed)).toMatchObject([{ event: "error", code: "BERNOULLI_USAGE" }]);
    expect((await call(["status", "/nowhere", "--debug"])).complaints).toMatch(/\[BERNOULLI_USAGE\]\nUsageError: /);
  });

  it("--version", async () => {
    expect((await call(["--version"])).printed).toMatch(/^study \d+\.\d+\.\d+$/);
  });
});

it("lists the experiments, and takes nothing for it", async () => {
  expect((await call(["list"])).printed.split("\n")).toHaveLength(9);
  expect((await call(["list", "all"])).complaints).toBe(
    "study: list: takes nothing, but got all; see --help [BERNOULLI_USAGE]",
  );
});

it("helps", async () => {
  expect((await call(["--help"])).printed).toMatchInlineSnapshot(`
    "Runs the experiments of the dropout paper (Srivastava et al., JMLR 15, 2014) again, and says which findings come out.

      study [run] [options]           run what has no result yet, and write the report; in this repository: pnpm study …
      study sweep FILE [options]      the same for a net of your own (study sweep --help)
      study merge [DIR]               write the report of what shards left in a directory
      study status [DIR]              how far a study is, and who is at work
      study list                      the experiments
      study fetch                     download MNIST and CIFAR-10 (180 MB), before machines without a network need them

    Without options it runs the quick study, and writes runs/study/report.html. DIR is what a study had as --out; default runs/study.

    What is run
      --quick                a few minutes on two cores; the default
      --paper                the paper's sizes: some 320 hours of a core
      --trial                seconds: whether it runs at all
      --only NAME,NAME       some of the experiments, as study list names them; default all
      --seeds N              seeds of each setting; default each experiment's own number
      --mnist auto|DIR|synthetic, --cifar auto|DIR|synthetic
                             auto, the default: as it was downloaded before, or from the web; offline, drawn shapes, and said so
      --out DIR              where results and the report go; default runs/study. A study that is there goes on
      --retry                try again what failed before

    How it is run
      --workers N            processes, each of which runs a cell at a time; default the cores there are
      --config FILE          a JSON object of these options, as { "paper": true, "seeds": 5 }; the command line comes first
      --json                 print events for programs instead of text, one JSON object a line: start, cell, finding, end, and
                             error, which has a code; of status, list and fetch what they tell
      --debug                show where in the program an error came from
      --version              print the version
      --help                 print this

    Over machines: start it on each with the same --out in a folder that all share. Who takes which cell is settled by files there.
      --shard I/N            begin with part I (from 0) of N; no report is written, study merge does that. Set by itself from
                             SLURM_ARRAY_TASK_ID, or from JOB_COMPLETION_INDEX and STUDY_SHARDS
      --stale SECONDS        a process on another machine without a sign of life for so long counts as gone; default 120

    Examples
      study --only linear,gaussian
      study --paper --out /shared/paper --shard 0/4                and on three more machines 1/4, 2/4 and 3/4; then
      study merge /shared/paper

    Ctrl-C, SIGTERM and SIGHUP end the cells under way behind their step; started again, they go on from their last checkpoint. How
    far it is goes to standard error, what came of it to standard output: in colour on a terminal, unless NO_COLOR is set or
    FORCE_COLOR is 0, and elsewhere where FORCE_COLOR is 1.

    Exit codes
      0    all is done; of a shard: there is nothing left to take
      1    cells failed, something could not be written, or the program is at fault
      2    a wrong call, or data or a file that cannot be used
      130  interrupted by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP, 141 because nobody reads its output any more

    An error is one line that ends with its code, such as [BERNOULLI_USAGE]; docs/errors.md lists them with their cures.
    "
  `);
  expect((await call(["sweep", "--help"])).printed).toMatchInlineSnapshot(`
    "Trains a net of your own over shares of dropout, seeds and training sizes.

      study sweep FILE [options]

    FILE is TypeScript or JavaScript, and may import bernoulli, @bernoulli/dropout and files beside it:

      import { nn } from "bernoulli";
      export default (p: number) =>
        new nn.Sequential(
          new nn.Flatten(), new nn.Linear(784, 128), new nn.ReLU(), new nn.Dropout(p), new nn.Linear(128, 10),
        );

    It may also export data ("mnist", the default, or "cifar"), epochs (10), batchSize (50) and optimizer, a function of the
    parameters (Adam). Images are from 0 to 1 (MNIST, 1 × 28 × 28) or from −1 to 1 (CIFAR-10, 3 × 32 × 32).

      --p P,P,…              shares of units to DROP, as nn.Dropout has them; default 0,0.25,0.5
      --seeds N              default 3
      --sizes N,N,…          training images; default 1000,5000
      --epochs N             default what the module says, or 10
      --out DIR              default runs/sweep

    and --mnist, --cifar, --retry, --workers, --config, --json, --debug, --shard and --stale as study --help has them. Each pair of a
    share and a size is trained once for each seed.

    Example
      study sweep ./net.ts --p 0,0.2,0.5 --seeds 5 --sizes 1000,10000
    "
  `);
});
