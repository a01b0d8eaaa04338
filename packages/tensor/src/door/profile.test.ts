// What a profile tells of a piece of code.

import { expect, it } from "vitest";
import { conv2d, eye, noGrad, ones, Profile, profile, rand, tensor } from "../index.js";
import { det } from "../ops/linalg/determinants.js";

it("counts calls, bytes and operations of each op", () => {
  const [a, b] = [ones(2, 3), ones(3, 4)];
  const { ops, milliseconds, events } = profile(() => {
    a.matmul(b);
    a.matmul(b);
    a.add_(1);
  });
  const row = (name: string) => ops.find((op) => op.name === name);
  expect(row("matmul")).toMatchObject({ calls: 2, flops: 2 * 48, bytes: 2 * 4 * (6 + 12 + 8) });
  expect(row("add")).toMatchObject({ calls: 1, flops: 0 });
  expect(events.every((event) => event.start >= 0 && event.start + event.milliseconds <= milliseconds)).toBe(true);
  expect(events.find(({ name }) => name === "matmul")?.shapes).toBe("[1, 2, 3], [1, 3, 4] → [1, 2, 4]");
});

it("counts the three products of a convolution alike", () => {
  const [x, w] = [rand(2, 3, 8, 8).requiresGrad_(), rand(4, 3, 3, 3).requiresGrad_()];
  const { ops } = profile(() => conv2d(x, w).sum().backward());
  const flops = 2 * (2 * 4 * 6 * 6) * (3 * 3 * 3);
  for (const name of ["conv2d", "conv2dInputGradient", "conv2dWeightGradient"])
    expect(ops.find((op) => op.name === name)?.flops, name).toBe(flops);
});

it("prints a table, the slowest op first", () => {
  const event = (name: string, milliseconds: number, bytes: number, flops: number) => ({
    ...{ name, milliseconds, bytes, flops },
    ...{ start: 0, shapes: "", by: "own" as const },
  });
  const events = [event("relu", 1, 2e6, 0), event("matmul", 4, 1e6, 2e8), event("matmul", 4, 1e6, 2e8)];
  expect(`\n${new Profile(events, 10)}`).toMatchInlineSnapshot(`
    "
    op                 calls     ms   share  GB/s  GFLOP/s
    matmul                 2  8.000  80.0 %   0.3     50.0
    relu                   1  1.000  10.0 %   2.0
    (between kernels)         1.000  10.0 %"
  `);
});

it("marks what plain loops compute, for want of a kernel of the device's own", () => {
  const wide = eye(2, { dtype: "float64" });
  const narrow = tensor([2, 3]);
  const result = profile(() => [narrow.exp(), det(wide)]);
  expect(result.ops.map(({ name, by }) => `${name} ${by}`).sort()).toEqual(["determinant reference", "exp own"]);
  expect(String(result)).toMatch(/^determinant \(reference\) /m);
  expect(result.toTrace()).toContain('"determinant (reference)"');
  // On the reference device itself they are its own.
  const reference = narrow.toArray() as number[];
  expect(profile(() => tensor(reference, { device: "reference" }).exp()).ops.map(({ by }) => by)).not.toContain(
    "reference",
  );
});

it("writes a trace", () => {
  const result = profile(() => noGrad(() => ones(64, 64).matmul(ones(64, 64))));
  const { traceEvents } = JSON.parse(result.toTrace()) as { traceEvents: Record<string, unknown>[] };
  expect(traceEvents.find(({ name }) => name === "matmul")).toMatchObject({ ph: "X", args: { flops: 2 * 64 ** 3 } });
});

it("cannot be nested, nor followed across an await, and is over when the body throws", () => {
  expect(() => profile(() => profile(() => {}))).toThrowErrorMatchingInlineSnapshot(
    `[AutogradError: profile: a profile is being made already; they cannot be nested]`,
  );
  expect(() => profile(async () => {})).toThrowErrorMatchingInlineSnapshot(
    `[AutogradError: profile: the body returned a promise, and what it does later would not be seen]`,
  );
  expect(() =>
    profile(() => {
      throw new Error("its own");
    }),
  ).toThrow("its own");
  expect(profile(() => tensor([1]).add(1)).ops.length).toBeGreaterThan(0);
});
