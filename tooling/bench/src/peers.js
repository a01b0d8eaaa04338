// The libraries that are measured beside this one, how each is started, and where its packages come from.

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { installedVersion } from "./peers/packages.js";

/** Packages of peers, at exact versions. They are no dependencies of the workspace: whoever asks for a peer gets them installed. */
const packages = {
  "onnxruntime-node": { "onnxruntime-node": "1.30.0" },
  "tfjs-wasm": { "@tensorflow/tfjs": "4.22.0", "@tensorflow/tfjs-backend-wasm": "4.22.0" },
  "jax-js": { "@jax-js/jax": "0.1.25" },
};

const programs = { "onnxruntime-node": "onnxruntime.js", "tfjs-wasm": "tfjs.js", "jax-js": "jax-js.js" };

/** What `--peers` takes. */
export const peerNames = ["torch", "installed", "eager", ...Object.keys(packages)];

const file = (name) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));
const installed = fileURLToPath(new URL("../../../runs/bench/peers/", import.meta.url));

/** Installs a peer's packages, each peer's into a folder of its own, and returns it. */
function install(name) {
  const folder = join(installed, name);
  const wanted = Object.entries(packages[name]);
  if (wanted.every(([each, version]) => installedVersion(each, folder) === version)) return folder;
  console.error(`Installing ${name} into ${folder}.`);
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync(
    "npm",
    [
      ...["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder],
      ...wanted.map(([each, version]) => `${each}@${version}`),
    ],
    {
      // Otherwise onnxruntime-node may fetch its CUDA provider, which is not measured.
      env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: "skip" },
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  if (status !== 0) throw new Error(`npm could not install ${name}`);
  return folder;
}

/**
 * PyTorch, where there is one: as it is installed, with the settings below, the best that are known for it on x86, and compiled with the
 * same. No one of them is the fastest everywhere, so that all are measured.
 */
function torch(threads) {
  const python = process.env.BENCH_PYTHON ?? "python3";
  if (spawnSync(python, ["-c", "import torch"], { stdio: "ignore" }).status !== 0) {
    console.error(`PyTorch is left out: ${python} cannot import torch (BENCH_PYTHON names another interpreter).`);
    return [];
  }
  const command = [python, file("pytorch.py")];
  const plain = { OMP_NUM_THREADS: threads };
  /** channels_last, optimizers' fused steps, pinned threads, huge pages that are not returned. */
  const tuned = {
    ...plain,
    OMP_PROC_BIND: "close",
    BENCH_LAYOUT: "channels_last",
    BENCH_FUSED: "1",
    GLIBC_TUNABLES: [
      ...["glibc.malloc.mmap_threshold=33554432", "glibc.malloc.trim_threshold=34359738368"],
      ...["glibc.malloc.top_pad=268435456", "glibc.malloc.hugetlb=1"],
    ].join(":"),
  };
  const compiled = {
    ...tuned,
    BENCH_LAYOUT: "fastest",
    BENCH_COMPILE: "1",
    // What was compiled once is found again.
    TORCHINDUCTOR_CACHE_DIR: join(installed, "torch-compile"),
  };
  const compiler = process.env.CXX ?? "g++";
  const compiles = spawnSync(compiler, ["--version"], { stdio: "ignore" }).status === 0;
  if (!compiles) console.error(`torch.compile is left out: it needs a C++ compiler, and there is no ${compiler}.`);
  return [
    { name: "torch as installed", family: "torch", command, env: plain },
    { name: "torch tuned", family: "torch", command, env: tuned },
    ...(compiles ? [{ name: "torch compiled", family: "torch", command, env: compiled }] : []),
  ];
}

/** This library and the peers asked for, as `{ name, command, env }`; `prototype` is the folder of one, or undefined. */
export function peersFor({ names, prototype, threads, simd, eager }) {
  const node = (name, program, env, ...rest) => ({ name, command: [process.execPath, file(program), ...rest], env });
  const own = { BERNOULLI_NUM_THREADS: threads, BENCH_SIMD: simd };
  const peers = {
    torch: () => torch(threads),
    installed: () => torch(threads).slice(0, 1),
    eager: () => node("bernoulli eager", "bernoulli.js", { ...own, BENCH_EAGER: "1" }),
  };
  return [
    node("bernoulli", "bernoulli.js", { ...own, BENCH_EAGER: eager ? "1" : "0" }),
    ...names.flatMap(
      (name) => peers[name]?.() ?? node(name, programs[name], { BENCH_THREADS: threads }, install(name)),
    ),
    ...(prototype
      ? [node("prototype", "prototype.js", { BENCH_THREADS: threads, BENCH_SIMD: simd }, resolve(prototype))]
      : []),
  ];
}

/** A peer's process: `hello` resolves to what it says of itself, `ask` to its answer to a line. */
export function start({ name, family, command: [program, ...args], env }) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended`);
    return JSON.parse(value);
  };
  return {
    name,
    family,
    env,
    hello: next(),
    ask: (request) => {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return next();
    },
    end: () => child.stdin.end(),
  };
}
