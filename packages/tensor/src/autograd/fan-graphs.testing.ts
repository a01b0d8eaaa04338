// Random graphs of computations with several outputs, some unused, marked, handed on, hooked or written in place: beside the
// same graphs of ops with one output each.

import { expectClose, seeded } from "@bernoulli/testing";
import { compile, grad, type Tensor, tensor, zeros } from "../index.js";
import { type BladeName, blades, Fan, type FanOptions, plainFan } from "./fan.testing.js";

type MakeFan = (a: Tensor, b: Tensor, options: FanOptions) => readonly Tensor[];

/** Makes the tensors of a graph, its three leaves first. What is drawn does not hang on how the fans are made. */
function graph(random: () => number, fan: MakeFan): Tensor[] {
  const pick = (count: number) => Math.floor(random() * count);
  const names = Object.keys(blades) as BladeName[];
  const made = Array.from({ length: 3 }, () =>
    tensor([random() - 0.5, random() - 0.5], { dtype: "float64", requiresGrad: true }),
  );
  for (let fans = 3 + pick(4); fans > 0; fans--) {
    const [first, second] = [pick(made.length), pick(made.length)];
    const outputs = Array.from({ length: 2 + pick(2) }, () => names[pick(names.length)]!);
    // Not the input, which may be handed on twice: marks are of tensors.
    const marked = [...outputs.keys()].filter((at) => random() < 0.15 && outputs[at] !== "first");
    const own = fan(made[first]!, made[second]!, { outputs, marked, materializes: random() < 0.5 });
    const [at, other, what] = [pick(outputs.length), pick(made.length), pick(4)];
    const output = own[at]!;
    if (what === 2 && output.requiresGrad) output.registerHook((gradient) => gradient.mul(2));
    // What is handed on must not be written, nor what the fan has saved.
    if (what < 2 && !["first", "bent"].includes(outputs[at]!) && !marked.includes(at)) {
      if (what === 0) output.mul_(made[other]!);
      else output.narrow(0, 0, 1).mul_(3);
    }
    made.push(...own);
  }
  return made;
}

interface Asked {
  readonly first: readonly (Tensor | null)[];
  readonly second: readonly (Tensor | null)[];
  /** What backward leaves at the leaves and at one other. */
  readonly left: readonly (Tensor | null)[];
}

function ask(made: readonly Tensor[], roots: readonly number[], wanted: readonly number[]): Asked | null {
  const loss = roots.reduce((sum, at) => sum.add(made[at]!.pow(2).sum()), zeros(1, { dtype: "float64" }).sum());
  if (!loss.requiresGrad) return null;
  const inputs = wanted.map((at) => made[at]!);
  const first = grad(loss, inputs, { allowUnused: true, createGraph: true });
  const squares = first.filter((gradient) => gradient?.requiresGrad === true).map((gradient) => gradient!.pow(2).sum());
  const second =
    squares.length === 0
      ? inputs.map(() => null)
      : grad(
          squares.reduce((a, b) => a.add(b)),
          inputs,
          { allowUnused: true, retainGraph: true },
        );
  const retaining = inputs.at(-1)!;
  if (!retaining.isLeaf) retaining.retainGrad();
  loss.backward();
  return { first, second, left: [...made.slice(0, 3), retaining].map((one) => one.grad) };
}

/** Compares one graph; tells how many gradients there were. */
export function checkFanGraph(seed: number, how: "eager" | "compiled") {
  const questions = seeded(`questions of ${seed}`);
  const plainTwin = graph(seeded(seed), plainFan);
  const pick = () => Math.floor(questions() * plainTwin.length);
  const roots = [pick(), pick(), pick()].slice(Math.floor(questions() * 3));
  const other = pick();
  const run = (fan: MakeFan) => {
    const made = graph(seeded(seed), fan);
    // A function's output has a gradient where any of its inputs has.
    return ask(made, roots, plainTwin[other]!.requiresGrad && made[other]!.requiresGrad ? [0, 1, 2, other] : [0, 1, 2]);
  };
  const fan: MakeFan = (a, b, options) => Fan.apply(a, b, options);
  const given = how === "eager" ? run(fan) : compile(() => run(fan))();
  const expected = run(plainFan);
  for (const part of ["first", "second", "left"] as const) {
    const length = (expected ?? given)?.[part].length ?? 0;
    for (let at = 0; at < length; at++) {
      // A function may give zeros where a graph of plain ops has no way at all.
      const numbers = (asked: Asked | null) => asked?.[part][at]?.toTypedArray() ?? [0, 0];
      const tolerance = { relative: 1e-9, absolute: 1e-12, label: `graph ${seed}, ${how}: ${part} ${at}` };
      expectClose(numbers(given), numbers(expected), tolerance);
    }
  }
  const count = (all: readonly (Tensor | null)[]) => all.filter((one) => one !== null).length;
  return {
    gradients: count(given?.first ?? []),
    seconds: count(given?.second ?? []),
    retained: count(given?.left.slice(3) ?? []),
  };
}
