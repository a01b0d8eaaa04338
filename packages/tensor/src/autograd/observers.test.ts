// Observers of backward: they see the whole graph, before the walk, and each of them until it is removed.

import { expect, it } from "vitest";
import { autograd, compile, grad, isCompiling, nanOriginOf, observeBackward, tensor } from "../index.js";

it("sees what backward is asked of, before the walk, and no grad", () => {
  const x = tensor(2, { requiresGrad: true });
  const seen: unknown[] = [];
  const watch = (loss: typeof x) => void seen.push([loss.gradNode?.name, x.grad, isCompiling()]);
  const handles = [observeBackward(watch), observeBackward(watch)];
  x.exp().backward();
  expect(seen).toEqual([
    ["ExpBackward0", null, false],
    ["ExpBackward0", null, false],
  ]);
  grad(x.exp(), [x]);
  handles[0]!.remove();
  handles[0]!.remove();
  x.grad = null;
  compile(() => x.exp().backward())();
  expect(seen.slice(2)).toEqual([["ExpBackward0", null, true]]);
  handles[1]!.remove();
  x.exp().backward();
  expect(seen.length).toBe(3);
});

it("does what is wanted behind a walk when the outermost has come to its end, and not where that fails", () => {
  const [x, y] = [tensor(2, { requiresGrad: true }), tensor(3, { requiresGrad: true })];
  const log: unknown[] = [];
  const handle = observeBackward((loss) => () => void log.push([loss.item(), x.grad?.item(), y.grad?.item()]));
  const [squared, other] = [x.mul(x), y.mul(5)];
  const hook = squared.registerHook(() => other.backward());
  squared.backward({ retainGraph: true });
  expect(log).toEqual([
    [4, 4, 5],
    [15, 4, 5],
  ]);
  hook.remove();
  squared.registerHook(() => {
    throw new RangeError("no");
  });
  expect(() => squared.backward()).toThrow("no");
  expect(log.length).toBe(2);
  y.mul(1).backward();
  expect(log.slice(2)).toEqual([[3, 4, 6]]);
  handle.remove();
});

it("does nothing behind a walk that failed within another, which went on", () => {
  const [x, y] = [tensor(2, { requiresGrad: true }), tensor(3, { requiresGrad: true })];
  const log: number[] = [];
  const handle = observeBackward((loss) => () => void log.push(loss.item()));
  const [outer, failing] = [x.mul(x), y.mul(5)];
  failing.registerHook(() => {
    throw new RangeError("no");
  });
  outer.registerHook(() => {
    try {
      failing.backward();
    } catch {}
  });
  outer.backward();
  handle.remove();
  expect([log, x.grad?.item(), y.grad]).toEqual([[4], 4, null]);
});

it("says what is no observer", () => {
  expect(() => observeBackward(3 as never)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: observeBackward: watch must be a function, but got 3]`,
  );
});

const finite = () => tensor([0, 1], { requiresGrad: true });

it.each([
  ["a NaN forwards, of an infinity", () => finite().log().mul(0).sum(), "mul", false, "log"],
  ["a NaN forwards", () => finite().sub(1).sqrt().add(1).sum(), "sqrt", false, null],
  ["a write in place", () => finite().mul(1).log_().sum(), "log", false, null],
  ["a gradient", () => finite().sqrt().mul(0).sum().backward(), "sqrt", true, null],
  [
    "a value that was NaN before",
    () =>
      finite()
        .mul(tensor([Number.NaN, 1]))
        .sum(),
    null,
    false,
    null,
  ],
] as const)("names where a NaN came from: %s", (_, body, op, inBackward, infinityFrom) => {
  expect(nanOriginOf(body)).toEqual({ op, inBackward, infinityFrom });
});

it("finds nothing where all is finite, and leaves anomaly detection as it was", () => {
  expect(nanOriginOf(() => finite().exp().sum().backward())).toBeNull();
  autograd.detectAnomaly(() => {
    nanOriginOf(() => finite().log());
    expect(autograd.isAnomalyEnabled()).toBe(true);
  });
  expect(autograd.isAnomalyEnabled()).toBe(false);
});
