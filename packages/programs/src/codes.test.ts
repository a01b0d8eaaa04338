// docs/errors.md lists the errors of all packages by their codes: written by `vitest --update`, held by this test. The classes are those
// of the sources, each message is one that was thrown.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DataLoader, type Dataset, TensorDataset } from "@bernoulli/data";
import { CIFAR10, defineDataset, downloadMNIST } from "@bernoulli/data/node";
import { finalize, init } from "@bernoulli/distributed";
import { Linear, MSELoss, ParameterList } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import {
  type BernoulliError,
  dropout,
  matmul,
  ones,
  scope,
  select,
  setNumThreads,
  type Tensor,
  tensor,
  zeros,
} from "@bernoulli/tensor";
import { makeDirectory } from "@bernoulli/testing";
import { startRun, Trainer } from "@bernoulli/trainer";
import { loadCheckpoint, loadFile, saveFile } from "@bernoulli/trainer/node";
import { expect, it } from "vitest";
import { faultCode } from "./errors.js";
import { Interruption } from "./interruption.js";
import { parseOptions } from "./options.js";

const root = new URL("../../../", import.meta.url).pathname;

/** A class that extends an error. */
interface Declared {
  readonly package: string;
  readonly name: string;
  readonly base: string;
  readonly meaning: string;
  /** As it stands there; null where it has none of its own. */
  readonly code: string | null;
}

function declaredIn(folder: string): Declared[] {
  const { name } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as { name: string };
  const files = readdirSync(join(root, folder, "src"), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /(?<!\.(test|testing|soak|samples))\.ts$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, folder, "src", file), "utf8");
      const classes =
        /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?(?:export )?class (\w+) extends (\w*(?:Error|Transfer))\b[^{]*\{([\s\S]*?)\n\}|class (\w+) extends (\w*Error) \{\}/g;
      return [...text.matchAll(classes)].map(([, docs = "", named, base, body = "", bare, bareBase]) => ({
        package: name,
        name: (named ?? bare)!,
        base: (base ?? bareBase)!,
        meaning: docs
          .replaceAll(/\n \* ?/g, " ")
          .trim()
          .replaceAll(/\{@link (\w+)\}/g, "$1"),
        code: /readonly code\b[^=]*= "(\w+)"/.exec(body)?.[1] ?? null,
      }));
    });
}

const folders = ["packages", "apps"].flatMap((parent) =>
  readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
);
const declared = folders.flatMap(declaredIn);

/** What never leaves the file that throws it, or its caller, and those that are another to whoever meets them. */
const withoutCode: Readonly<Record<string, string>> = {
  HeaderTextError: "becomes a FormatError that names the file",
  JsonError: "becomes a CheckpointError that names the file",
  BrokenTransfer: "is a DownloadError to others",
  RefusedFiles: "is words on the playground's page",
  WasmOutOfMemoryError: "is an OutOfMemoryError to others",
};

interface Told {
  /** What to do. */
  readonly cure: string;
  readonly example: () => unknown;
}

const told: Readonly<Record<string, Told>> = {
  BernoulliError: {
    cure: "As its text says; it is the base of all others, and thrown itself where none of them fits.",
    example: () => (new ParameterList([]) as unknown as () => void)(),
  },
  ShapeError: {
    cure: "Compare the sizes in the text with those you meant; `x.shape`, `nn.summary(model, size)` show them.",
    example: () => matmul(ones(2, 3), ones(2, 3)),
  },
  DTypeError: { cure: 'Convert: `x.to("float32")`.', example: () => tensor([1, 2], { dtype: "int32" }).mean() },
  DeviceError: {
    cure: 'Move one of them, `x.to("cpu")`, or take a device that is there.',
    example: () => zeros(2, { device: "cuda" as never }),
  },
  IndexError: { cure: "Stay within the range that the text names.", example: () => select(ones(2, 3), 0, 5) },
  ArgumentError: {
    cure: "Give what the text wants; an option that is unknown is mostly a misspelt one.",
    example: () => dropout(ones(2), { p: 1.5, training: true }),
  },
  AutogradError: {
    cure: "Mostly: call backward once a forward, or write `x = x.mul(2)` in place of `x.mul_(2)`.",
    example: () => ones(2).sum().backward(),
  },
  FreedTensorError: {
    cure: "Return it from its scope, or call `x.keep()` in it.",
    example: () => {
      const given = ones(100_000);
      given.dispose();
      return given.add(1);
    },
  },
  ScopeError: {
    cure: "Keep `await` out of scopes, and close each once, the innermost first.",
    example: () => scope(async () => {}),
  },
  OutOfMemoryError: {
    cure: "Take smaller batches, or end scopes earlier; `memoryStats()` and `peakMemory` say what is held.",
    example: () => zeros(2 ** 31),
  },
  ThreadError: {
    cure: "Go on from a checkpoint; `setNumThreads(1)` does without other threads.",
    example: () => loseThread(),
  },
  StateDictError: {
    cure: "Make the net that the file is of, or load what fits with `{ strict: false }`.",
    example: () => new Linear(2, 1).loadStateDict({ weight: ones(1, 2) }),
  },
  DataFileError: {
    cure: "Name the folder that the files are in, or remove what is damaged and download it again.",
    example: () => new CIFAR10("/nowhere"),
  },
  LoaderWorkerError: {
    cure: "Mend what the dataset threw, its `cause`; `numWorkers: 0` reads without workers, where it is easier seen.",
    example: async () => {
      const dataset = defineDataset("file:///nowhere/samples.js", () => ({ length: 1, get: () => ones(1) }));
      for await (const _ of new DataLoader(dataset({}) as Dataset<Tensor>, { numWorkers: 1 }));
    },
  },
  DownloadError: {
    cure: "By its `failure`: `offline` and `refused`, try again with a connection, or fetch the file by hand; `damaged`, try again; `disk`, make room, or set `BERNOULLI_CACHE`.",
    example: async () => downloadMNIST(await makeDirectory(), { mirrors: ["http://127.0.0.1:1"] }),
  },
  FormatError: {
    cure: "Look at the file that it names: whether it is there, is whole, and is of that format.",
    example: () => loadFile("/nowhere/net.safetensors"),
  },
  CheckpointError: {
    cure: "Give the model, optimizer and settings that the checkpoint was saved with, or begin anew.",
    example: async () => {
      const path = join(await makeDirectory(), "net.safetensors");
      await saveFile({ weight: ones(1, 2) }, path);
      await loadCheckpoint(path, { model: new Linear(2, 1) });
    },
  },
  BusyError: { cure: "Await the call that its text names.", example: () => trainTwice() },
  WorkerRunError: {
    cure: "Mend what the run threw: its stack in the worker is the `cause`.",
    example: () => {
      const worker = Object.assign(new EventTarget(), { postMessage: () => {} });
      const run = startRun(worker as unknown as Worker, null);
      worker.dispatchEvent(new Event("error"));
      return run;
    },
  },
  DistributedError: {
    cure: "Have all ranks make the same calls in one order; what each called, or why it ended, is in the text. Or install the MPI that started them, and koffi.",
    example: async () => {
      try {
        await init();
        await init();
      } finally {
        finalize();
      }
    },
  },
  UsageError: {
    cure: "As its text says; `--help` lists the options.",
    example: () => parseOptions(["--epoch", "3"], { texts: ["epochs"], flags: [] }),
  },
  Interruption: {
    cure: "None is needed: it is the reason of an aborted signal. What was trained is saved.",
    example: () => {
      throw new Interruption("SIGTERM");
    },
  },
};

/** An op's thread ends as it makes its first kernel. */
async function loseThread(): Promise<void> {
  const preload = join(await makeDirectory(), "preload.cjs");
  writeFileSync(
    preload,
    `const { isMainThread } = require("node:worker_threads");
    const { Module } = WebAssembly;
    let made = 0;
    if (!isMainThread) WebAssembly.Module = function (bytes) { return ++made === 2 ? process.exit(1) : new Module(bytes); };`,
  );
  const { NODE_OPTIONS } = process.env;
  process.env["NODE_OPTIONS"] = `${NODE_OPTIONS ?? ""} --require=${preload}`;
  try {
    setNumThreads(2);
    for (const end = performance.now() + 30_000; performance.now() < end; ) scope(() => ones(1000, 1000).exp());
  } finally {
    if (NODE_OPTIONS === undefined) delete process.env["NODE_OPTIONS"];
    else process.env["NODE_OPTIONS"] = NODE_OPTIONS;
    setNumThreads(1);
  }
}

function trainTwice(): Promise<unknown> {
  const model = new Linear(2, 1);
  const trainer = new Trainer(model, {
    optimizer: new SGD(model.parameters(), { lr: 0.1 }),
    criterion: new MSELoss(),
    doctor: false,
    metrics: {},
  });
  const loader = () => new DataLoader(new TensorDataset(ones(2, 2), ones(2, 1)), { batchSize: 1 });
  const fits = [trainer.fit(loader(), { epochs: 1 }), trainer.fit(loader(), { epochs: 1 })];
  return Promise.allSettled(fits).then(() => Promise.all(fits));
}

const coded = declared
  .filter(({ name }) => !Object.hasOwn(withoutCode, name))
  .sort((a, b) => (a.code! < b.code! ? -1 : 1));

it("every class has a code of its own, which is its name", () => {
  const names = declared.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...Object.keys(withoutCode), "BernoulliError"]));
  for (const { name, code } of coded) {
    const words = name === "DTypeError" ? "DTYPE" : name.replace(/Error$/, "");
    const wanted = words.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
    expect([name, code]).toEqual([name, `BERNOULLI_${name === "BernoulliError" ? "ERROR" : wanted}`]);
  }
  expect(coded.map(({ name }) => name).sort()).toEqual(Object.keys(told).sort());
});

/** A message that is the same on every machine. */
const steady = (message: string) =>
  message
    .replaceAll(/(?:\/[\w.-]+)*\/bernoulli-[\w-]+/g, "DIR")
    .replaceAll(/(?<=bytes in )\d+|(?<=while )\d+|(?<=reserved )\d+|(?<=maximum )\d+/g, "…")
    .replaceAll(/ imported from \S+(?: eval\])?/g, "")
    .replaceAll("\n\t", " ")
    .replaceAll("|", "\\|");

it("docs/errors.md is the list of them", { timeout: 60_000 }, async () => {
  const rows: string[] = [];
  for (const { name, code, meaning, package: owner } of coded) {
    const { cure, example } = told[name]!;
    const error = await Promise.resolve()
      .then(example)
      .then(
        () => null,
        (thrown: BernoulliError) => thrown,
      );
    expect([name, error?.name, error?.code], String(error)).toEqual([name, name, code]);
    rows.push(`| \`${code}\` | \`${name}\` | ${owner} | ${meaning} | ${cure} | ${steady(error!.message)} |`);
  }
  const page = `# Errors

Every error that these packages throw on purpose is a \`BernoulliError\`, and has a \`code\`: texts get better from version to version, a code stays. A
program compares \`error.code\`, or \`error instanceof ShapeError\`; of two copies of a package only the code is the same. The command-line programs end an
error's line with its code, print it with \`--json\` as \`{ "event": "error", "code": …, "message": … }\`, and show where it came from only with \`--debug\`.
What they themselves do wrong, whatever was thrown, has the code \`${faultCode}\`. What is wrong with a run that throws nothing, the [doctor](doctor.md) says.

Written from the classes and from errors that were thrown, by \`pnpm vitest run src/codes.test.ts --update\` in \`packages/programs\`; a test holds it.

| code | class | package | what it means | what to do | for example |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
  await expect(page).toMatchFileSnapshot("../../../docs/errors.md");
});
