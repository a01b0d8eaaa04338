// Which computation was the first to make a NaN, forwards or backwards: for tools that explain one. Unlike anomaly.ts it stops nothing and
// throws nothing, and it looks at the forward's values too.

import { checkArgument } from "../checks/options.js";
import { isFloating } from "../tensor/dtype.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Anomalies, anomalies, setAnomalies } from "./anomalies.js";

/** Where a NaN came from. */
export interface NanOrigin {
  /** The op's name, such as `log`; null where a value that it was given was NaN already, which no recorded op had made. */
  readonly op: string | null;
  /** Whether it was made on the way back. */
  readonly inBackward: boolean;
  /** The op that made an infinity of which the NaN was made, if one did. */
  readonly infinityFrom: string | null;
}

/**
 * Runs `body`, which computes with gradients enabled and outside of compiled functions, and returns where the first NaN came from, or else the
 * first infinity; null where all stayed finite. Slow: it reads every value.
 *
 * @example
 * ```ts
 * import { nanOriginOf, tensor } from "@bernoulli/tensor";
 * const x = tensor([0, 1], { requiresGrad: true });
 * nanOriginOf(() => x.log().mul(0).sum()); // → { op: "mul", inBackward: false, infinityFrom: "log" }
 * nanOriginOf(() => x.sqrt().mul(x).sum().backward())?.inBackward; // → true
 * nanOriginOf(() => x.add(1).log()); // → null
 * ```
 */
export function nanOriginOf(body: () => unknown): NanOrigin | null {
  checkArgument("nanOriginOf", "body", body, "function");
  let nan: NanOrigin | null = null;
  let infinity: NanOrigin | null = null;
  const infinities = new WeakMap<Tensor["storage"], string>();
  const look = (
    name: string,
    inputs: readonly (Tensor | null)[],
    outputs: readonly (Tensor | null)[],
    inBackward: boolean,
  ) => {
    if (nan !== null) return;
    for (const output of outputs) {
      const worst = output === null ? "finite" : worstOf(output);
      if (worst === "finite") continue;
      const givenNan = inputs.some((input) => input !== null && worstOf(input) === "NaN");
      const infinityFrom =
        inputs.map((input) => (input === null ? undefined : infinities.get(input.storage))).find(Boolean) ?? null;
      if (worst === "NaN") {
        nan = { op: givenNan ? null : name, inBackward, infinityFrom };
        return;
      }
      if (!infinities.has(output!.storage)) infinities.set(output!.storage, infinityFrom ?? name);
      infinity ??= { op: name, inBackward, infinityFrom: null };
    }
  };
  const watcher: Anomalies = {
    note: () => {},
    made: (name, inputs, outputs) => look(name, inputs, outputs, false),
    check: (node, results) => look(node.rule.name, [], results, true),
  };
  const before = anomalies();
  setAnomalies(watcher);
  try {
    body();
  } finally {
    setAnomalies(before);
  }
  return nan ?? infinity;
}

function worstOf({ storage, dtype, shape, strides, offset }: Tensor): "finite" | "infinite" | "NaN" {
  if (!isFloating(dtype)) return "finite";
  const elements = storage.read(dtype);
  let worst: "finite" | "infinite" | "NaN" = "finite";
  const visit = (dim: number, at: number): void => {
    if (dim === shape.length) {
      const value = elements[at]!;
      if (Number.isNaN(value)) worst = "NaN";
      else if (worst === "finite" && !Number.isFinite(value)) worst = "infinite";
      return;
    }
    for (let index = 0; index < shape[dim]! && worst !== "NaN"; index++) visit(dim + 1, at + index * strides[dim]!);
  };
  visit(0, offset);
  return worst;
}
