// Random programs of what regions are made of: ops that go element by element, sums, views, writes in place and reads between them,
// draws, updates, and the way back; compiled against eager, bit for bit. The same seed is the same program. Holds no tests.

import { seeded } from "@bernoulli/testing";
import { compile, defaultGenerator, manualSeed, randn, scope, type Tensor } from "../../index.js";
import { Program, pickOf, type State } from "./program.testing.js";

const shapes: readonly (readonly number[])[] = [
  [7],
  [1, 5],
  [6, 1],
  [4, 9],
  [6, 6],
  [6, 6],
  [16, 33],
  [5, 64],
  [3, 2, 23],
  [3, 4, 5],
  [2, 1, 17],
  [1],
  [],
  [2, 3, 4, 8],
  [4, 2, 16, 16],
];
/** Those that are shared between threads, and cut into parts. */
const largeShapes: readonly (readonly number[])[] = [
  [70_000],
  [3, 30_000],
  [30_000, 3],
  [130, 513],
  [520, 130],
  [3, 50, 300],
  [8, 16, 32, 32],
  [2, 48, 33, 33],
];

/** Runs a program several times, eagerly and compiled; gives what differs, and what was fused. */
export function compareProgram(seed: number, sizes: { readonly large: boolean }) {
  return scope(() => {
    const eager = runProgram(seed, sizes, (body) => body);
    let explained = "";
    const compiled = runProgram(seed, sizes, (body) => {
      const step = compile(body);
      return () => {
        try {
          return step();
        } finally {
          explained = step.explain();
        }
      };
    });
    const differs = eager.findIndex((part, at) => !sameBits(part, compiled[at]!));
    const isAlike = eager.length === compiled.length && differs < 0;
    const errors = eager.filter((part) => typeof part === "string").length;
    return { isAlike, errors, explained, differs, eager: eager[differs], compiled: compiled[differs] };
  });
}

type Part = ArrayLike<number> | string;
type Body = () => readonly Tensor[];

function runProgram(
  seed: number,
  { large }: { readonly large: boolean },
  wrap: (body: Body) => () => readonly Tensor[],
): readonly Part[] {
  manualSeed(seed);
  const shape = pickOf(seeded(seed), large ? largeShapes : shapes);
  const state = stateOf(shape);
  const run = wrap(() => new Program(seeded(seed + 0.5), state).run());
  const parts: Part[] = [];
  for (let call = 0; call < 3; call += 1) {
    scope(() => {
      try {
        for (const result of run()) parts.push(result.toTypedArray().slice());
      } catch (error) {
        parts.push(String(error));
      }
      for (const leaf of state.leaves) {
        if (leaf.grad !== null) parts.push(leaf.grad.toTypedArray().slice());
        leaf.grad = null;
      }
    });
    for (const one of [...state.leaves, ...state.buffers]) parts.push(one.detach().toTypedArray().slice());
    parts.push(defaultGenerator().getState() as never);
  }
  return parts;
}

function stateOf(shape: readonly number[]): State {
  const row = shape.map((size, dim) => (dim === shape.length - 1 ? size : 1));
  const column = shape.map((size, dim) => (dim === 0 ? size : 1));
  const special = randn(...shape);
  if (special.numel() > 6) {
    const flat = special.reshape(-1);
    for (const [at, value] of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 1e-40].entries())
      flat.narrow(0, at, 1).fill_(value);
  }
  return {
    leaves: [shape, shape, row, column].map((own) => randn(...own).requiresGrad_()),
    buffers: [shape, shape, row, column].map((own) => randn(...own)),
    special,
  };
}

/** NaNs are alike, whatever their bits; zeros are not. */
function sameBits(a: Part, b: Part): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!Object.is(a[at], b[at])) return false;
  return true;
}
