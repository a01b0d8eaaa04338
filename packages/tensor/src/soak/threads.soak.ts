// Random shapes large enough to be spread, forward and gradients, on one to four threads, bit for bit, for as long as one
// likes, and the same beside programs that take the cores, where help is asked for at times. The suite runs a few fixed cases of
// each kernel; a race shows in thousands. BERNOULLI_SOAK_CASES (a tenth of it here) and BERNOULLI_SOAK_SEED change how many
// and which.

import { spawn } from "node:child_process";
import { seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { wasmAllocator } from "../backends/wasm/allocator.js";
import { runtimeFor } from "../backends/wasm/runtime.js";
import { conv2d, dropout, manualSeed, memoryStats, randn, scope, setNumThreads, type Tensor } from "../index.js";

const cases = Math.ceil(Number(process.env["BERNOULLI_SOAK_CASES"] ?? 3000) / 10);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

type Draw = (least: number, most: number) => number;

/** What comes of a computation: its result, and the gradients of its leaves. */
type Run = () => readonly Tensor[];

function withGradients(leaves: readonly Tensor[], compute: () => Tensor): readonly Tensor[] {
  for (const leaf of leaves) leaf.requiresGrad_();
  const output = compute();
  output.backward({ gradient: randn(...output.shape) });
  return [output.detach(), ...leaves.map((leaf) => leaf.grad!)];
}

const kinds: readonly ((draw: Draw) => { readonly name: string; readonly run: Run })[] = [
  (draw) => {
    const [batch, inputs, outputs, size, kernel] = [draw(1, 20), draw(1, 40), draw(1, 40), draw(6, 30), draw(1, 4)];
    const options = { padding: draw(0, 2), stride: draw(1, 2) };
    return {
      name: `conv2d ${JSON.stringify({ batch, inputs, outputs, size, kernel, ...options })}`,
      run: () => {
        const [x, w, bias] = [randn(batch, inputs, size, size), randn(outputs, inputs, kernel, kernel), randn(outputs)];
        return withGradients([x, w, bias], () => conv2d(x, w, { ...options, bias }));
      },
    };
  },
  (draw) => {
    const [m, k, n] = [draw(1, 300), draw(1, 900), draw(1, 300)];
    return {
      name: `matmul ${m} × ${k} × ${n}`,
      run: () => {
        const [a, b] = [randn(m, k), randn(k, n)];
        return withGradients([a, b], () => a.matmul(b));
      },
    };
  },
  (draw) => {
    const shape = [draw(1, 60), draw(1, 60), draw(1, 90)];
    const dims = [draw(0, 2)];
    return {
      name: `pointwise, dropout and sums ${shape.join(" × ")}`,
      run: () => {
        const [a, b] = [randn(...shape), randn(shape[2]!)];
        return withGradients([a, b], () => dropout(a.mul(b).tanh(), { p: 0.4, training: true }).sum(dims).softmax(-1));
      },
    };
  },
];

/** Compares `cases` cases on two to four threads with one, bit for bit; memory is as before. */
function compare(first: number): void {
  const before = memoryStats();
  for (let at = 0; at < cases; at += 1) {
    const seed = first + at;
    const random = seeded(seed);
    const draw: Draw = (least, most) => least + Math.floor(random() * (most - least + 1));
    const { name, run } = kinds[at % kinds.length]!(draw);
    const bits = (threads: number) => {
      setNumThreads(threads);
      return scope(() => {
        manualSeed(seed);
        return run().map((tensor) => Buffer.from(new Uint8Array(tensor.toTypedArray().buffer)).toString("latin1"));
      });
    };
    const wanted = bits(1);
    for (const threads of [2, 3, 4, 2])
      expect(
        bits(threads).every((own, i) => own === wanted[i]),
        `${name}, seed ${seed}, ${threads} threads`,
      ).toBe(true);
  }
  expect(memoryStats().bytes).toBe(before.bytes);
}

// First, since who awaits the threads asks them always from then on.
it(`contention: ${cases} cases, two other programs on the cores`, { timeout: 3_600_000 }, () => {
  const hogs = [1, 2].map(() => spawn(process.execPath, ["-e", "for (;;);"], { detached: true, stdio: "ignore" }));
  try {
    compare(firstSeed + cases);
  } finally {
    for (const hog of hogs) hog.kill("SIGKILL");
  }
});

it(`${cases} cases have the same bits on one to four threads`, { timeout: 3_600_000 }, () => {
  setNumThreads(4);
  runtimeFor(wasmAllocator).awaitThreads();
  compare(firstSeed);
});
