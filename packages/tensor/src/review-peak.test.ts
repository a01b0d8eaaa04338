import { expect, it } from "vitest";
import { wasmAllocator } from "./backends/wasm/backend.js";
import { compile, randn, scope, setNumThreads, conv2d, maxPool2d, grad, crossEntropy, randint, noGrad, cat, type Tensor } from "./index.js";
const original = wasmAllocator.allocate.bind(wasmAllocator);
const peak = (run: () => void) => {
  let most = 0;
  const before = wasmAllocator.stats().bytesLive;
  wasmAllocator.allocate = (n: number) => { const at = original(n); most = Math.max(most, wasmAllocator.stats().bytesLive - before); return at; };
  scope(run);
  wasmAllocator.allocate = original;
  return (most / 2 ** 20).toFixed(1);
};
it("peak", () => {
  setNumThreads(1);
  const x = randn(1024, 1024);
  const body = () => { const s = x.softmax(0).sum(1); const a = x.add(s); const b = cat([a, a, a, a], 0); return b.sum(1).add(1); };
  const f = compile(body);
  console.log("MiB softmax", Array.from({ length: 4 }, () => peak(() => void f())).join(" "), "plain", peak(() => void body()));
  const k = randn(16, 3, 3, 3).mul(0.1).detach().requiresGrad_(), k2 = randn(32, 16, 3, 3).mul(0.1).detach().requiresGrad_(), h = randn(10, 32 * 64).mul(0.1).detach().requiresGrad_();
  const im = randn(64, 3, 32, 32), y = randint(0, 10, [64]);
  const train = () => { const f1 = maxPool2d(conv2d(im, k, { padding: 1 }).relu(), 2); const f2 = maxPool2d(conv2d(f1, k2, { padding: 1 }).relu(), 2).flatten(1); const l = crossEntropy(f2.matmul(h.t()), y); const gs = grad(l, [k, k2, h]); noGrad(() => [k, k2, h].forEach((p, i) => p.sub_(gs[i]!, { alpha: 0.01 }))); return l.detach(); };
  const g = compile(train);
  console.log("MiB net", Array.from({ length: 4 }, () => peak(() => void g())).join(" "), "plain", peak(() => void train()));
  expect(1).toBe(1);
});
