// profile: which ops a piece of code runs, how long their kernels take, what they move and compute. The hook is in
// apply.ts; here is what it is told, and how that is shown.

import { isAsynchronous } from "../checks/asynchronous.js";
import { AutogradError } from "../checks/errors.js";
import { checkArgument } from "../checks/options.js";
import { computeRecorded } from "../compile/trace.js";
import { dtypeTraits } from "../tensor/dtype.js";
import { numberOfElements } from "../tensor/shape.js";
import type { TensorMeta } from "../tensor/tensor.js";
import type { KernelOp, VariadicOp } from "./op.js";

/** One run of a kernel. */
export interface ProfileEvent {
  readonly name: string;
  /** Milliseconds since the profile began. */
  readonly start: number;
  readonly milliseconds: number;
  /** Of all inputs and outputs together: the least that the kernel has to move. */
  readonly bytes: number;
  /** Multiplications and additions, of the ops that say how many: matrix products and convolutions. */
  readonly flops: number;
  /** Shapes of inputs and outputs. */
  readonly shapes: string;
  /** `"reference"`: the device has no kernel of its own for this, and plain loops computed it, which are slow. */
  readonly by: "own" | "reference";
}

/** All runs of one op by one means together. */
export interface ProfileRow {
  readonly name: string;
  readonly by: ProfileEvent["by"];
  readonly calls: number;
  readonly milliseconds: number;
  readonly bytes: number;
  readonly flops: number;
}

/** What a {@link profile} has seen. */
export class Profile {
  /** In the order in which they ran. */
  readonly events: readonly ProfileEvent[];
  /** From the beginning to the end, all that is not a kernel included. */
  readonly milliseconds: number;

  constructor(events: readonly ProfileEvent[], milliseconds: number) {
    this.events = events;
    this.milliseconds = milliseconds;
  }

  /** The ops, those that took longest first. */
  get ops(): readonly ProfileRow[] {
    const rows = new Map<string, { -readonly [Key in keyof ProfileRow]: ProfileRow[Key] }>();
    for (const { name, by, milliseconds, bytes, flops } of this.events) {
      const key = `${by} ${name}`;
      const row = rows.get(key) ?? { name, by, calls: 0, milliseconds: 0, bytes: 0, flops: 0 };
      row.calls += 1;
      row.milliseconds += milliseconds;
      row.bytes += bytes;
      row.flops += flops;
      rows.set(key, row);
    }
    return [...rows.values()].sort((a, b) => b.milliseconds - a.milliseconds);
  }

  /**
   * A table: an op a line, and below them the time between kernels, which is JavaScript's. An op that plain loops computed, for want
   * of a kernel of the device's own, is marked `(reference)`.
   */
  toString(): string {
    const ops = this.ops;
    const inKernels = ops.reduce((total, { milliseconds }) => total + milliseconds, 0);
    const share = (milliseconds: number) => `${((100 * milliseconds) / (this.milliseconds || 1)).toFixed(1)} %`;
    const rate = (amount: number, milliseconds: number) =>
      amount === 0 ? "" : (amount / (milliseconds || Number.EPSILON) / 1e6).toFixed(1);
    const rows = ops.map(({ name, by, calls, milliseconds, bytes, flops }) => [
      markedBy(name, by),
      String(calls),
      milliseconds.toFixed(3),
      share(milliseconds),
      rate(bytes, milliseconds),
      rate(flops, milliseconds),
    ]);
    const rest = this.milliseconds - inKernels;
    rows.push(["(between kernels)", "", rest.toFixed(3), share(rest), "", ""]);
    const lines = [["op", "calls", "ms", "share", "GB/s", "GFLOP/s"], ...rows];
    const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
    return lines
      .map((line) =>
        line
          .map((text, column) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!)))
          .join("  ")
          .trimEnd(),
      )
      .join("\n");
  }

  /** The trace as Chrome's tracing page and Perfetto read it: the text of a `.json` file. */
  toTrace(): string {
    const traceEvents = this.events.map(({ name, by, start, milliseconds, bytes, flops, shapes }) => ({
      name: markedBy(name, by),
      ph: "X",
      pid: 1,
      tid: 1,
      ts: 1000 * start,
      dur: 1000 * milliseconds,
      args: { shapes, bytes, flops },
    }));
    return JSON.stringify({ traceEvents, displayTimeUnit: "ms" });
  }
}

/** An op's name, and who computes it where that is not its device. */
export function markedBy(name: string, by: ProfileEvent["by"]): string {
  return by === "reference" ? `${name} (reference)` : name;
}

let events: ProfileEvent[] | null = null;
let began = 0;

/** Runs a kernel, or several that are fused, and notes it where a profile is being made. */
export function observed(
  op: Pick<KernelOp, "name" | "flops"> | Pick<VariadicOp, "name">,
  inputs: readonly (TensorMeta | null)[],
  outputs: readonly TensorMeta[],
  run: () => void,
  by: ProfileEvent["by"] = "own",
): void {
  if (events === null) {
    run();
    return;
  }
  const given = inputs.filter((input) => input !== null);
  const start = performance.now();
  run();
  const milliseconds = performance.now() - start;
  const bytesOf = ({ shape, dtype }: TensorMeta) => numberOfElements(shape) * dtypeTraits[dtype].bytes;
  const shapesOf = (metas: readonly TensorMeta[]) => metas.map(({ shape }) => `[${shape.join(", ")}]`).join(", ");
  events?.push({
    name: op.name,
    start: start - began,
    milliseconds,
    bytes: [...given, ...outputs].reduce((total, meta) => total + bytesOf(meta), 0),
    flops: ("flops" in op && op.flops?.(given, outputs)) || 0,
    shapes: `${shapesOf(given)} → ${shapesOf(outputs)}`,
    by,
  });
}

/**
 * Runs `body`, and tells which ops it ran and how long their kernels took. Printed, it is a table; `toTrace()` gives a file
 * for Chrome's tracing page. Times are on the calling thread, which waits for the others.
 * See https://pytorch.org/docs/stable/profiler.html.
 *
 * @throws AutogradError if the body returns a promise, or is within another profile.
 * @example
 * ```ts
 * import { ones, profile } from "@bernoulli/tensor";
 * const { ops } = profile(() => ones(2, 3).matmul(ones(3, 4)));
 * ops.find((op) => op.name === "matmul")?.flops; // → 48
 * ```
 */
export function profile(body: () => unknown): Profile {
  checkArgument("profile", "body", body, "function");
  if (events !== null) throw new AutogradError("profile: a profile is being made already; they cannot be nested");
  const seen: ProfileEvent[] = [];
  // Within a compiled function: what came before is not the body's, and what the body records is.
  computeRecorded();
  events = seen;
  began = performance.now();
  try {
    const result = body();
    if (isAsynchronous(result))
      throw new AutogradError("profile: the body returned a promise, and what it does later would not be seen");
    computeRecorded();
    return new Profile(seen, performance.now() - began);
  } finally {
    events = null;
  }
}
