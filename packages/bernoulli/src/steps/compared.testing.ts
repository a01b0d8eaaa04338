// Compares random training steps, compiled, with themselves op by op, call by call: what a call returns, reads and throws, and all that it
// leaves behind: weights, gradients, running statistics, optimizers' state, generators. Holds no tests.

import { type CompileOptions, compile, Generator, memoryStats, scope, setNumThreads } from "../index.js";
import { Draws } from "./draws.testing.js";
import { type Seen, Side } from "./side.testing.js";
import type { Wrap } from "./world.testing.js";

/** Of the tensor package's own: a compile that fuses no convolution, and so changes no bit. It is in no entry, since nobody else wants it. */
const sources = new URL("../../../tensor/src/", import.meta.url).pathname;
const { compiledBy } = (await import(`${sources}compile/compiled.ts`)) as {
  compiledBy(planners: object, ...rest: Parameters<typeof compile>): ReturnType<typeof compile>;
};
const { wasmPlanner } = (await import(`${sources}backends/wasm/plans/planner.ts`)) as {
  wasmPlanner(convolutions: object): object;
};
const planners = { cpu: wasmPlanner({ methods: [], transposedChain: null, others: null }), reference: null };
const exactCompile = ((body: never, options: CompileOptions) => compiledBy(planners, body, options)) as typeof compile;

const plain: Wrap = (body) => body;
const calls = 5;
/** By norm, of one call: convolutions add up in other orders. */
const bound = 1e-3;

export interface Difference {
  readonly call: number;
  readonly name: string;
  readonly error: number;
  readonly text: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** A rounding decides as much. */
  readonly jumped: boolean;
  readonly leaked: string | null;
  /** What both threw, but for what was planned. */
  readonly errors: readonly string[];
  readonly explained: string;
  /** What was drawn. */
  readonly drawn: string;
}

/** The step of a seed. Exact: bit for bit, which is so where no convolution is fused; else each call begins from the same state. */
function compareStep(seed: number, options: { readonly isExact: boolean; readonly threads: number }): Comparison {
  const before = JSON.stringify(memoryStats());
  const errors = new Set<string>();
  let drawn = "";
  const explain: (() => string)[] = [];
  const draws = new Draws(seed + 0.75);
  const given: CompileOptions = { precision: draws.pick(["high", "highest"]), keepGrads: !draws.chance(0.2) };
  const wrap: Wrap = (body) => {
    const compiled = (options.isExact ? exactCompile : compile)(body, given);
    explain.push(() => compiled.explain());
    return compiled;
  };
  const seesGradients = given.keepGrads === true;
  const plainly = { isExact: options.isExact, threads: 1, wrap: plain, seesGradients };
  const differences = differencesBetween(
    seed,
    plainly,
    { ...plainly, threads: options.threads, wrap },
    null,
    (side, thrown) => {
      drawn = side.step.drawn;
      if (thrown !== null && !thrown.includes("planned, ")) errors.add(thrown);
    },
  );
  const explained = explain.map((one) => one()).join("\n");
  const jumped = !options.isExact && differences.length > 0 && isJump(seed, plainly, differences);
  const after = JSON.stringify(memoryStats());
  const leaked = before === after ? null : `${before} before, ${after} after`;
  return { differences: jumped ? [] : differences, jumped, leaked, errors: [...errors], explained, drawn };
}

type Sides = ConstructorParameters<typeof Side>[1];

/** Of the first call that has some. */
function differencesBetween(
  seed: number,
  plainly: Sides,
  other: Sides,
  nudge: Generator | null,
  tell: (plain: Side, thrown: string | null) => void = () => {},
): Difference[] {
  try {
    return scope(() => {
      const sides = [new Side(seed, plainly), new Side(seed, other)] as const;
      try {
        for (let call = 0; call < calls; call += 1) {
          if (!plainly.isExact && call > 0) sides[1].become(sides[0], nudge);
          const [wanted, found] = [sides[0].run(call), sides[1].run(call)];
          const thrown = wanted.get("thrown");
          tell(sides[0], typeof thrown === "string" ? thrown : null);
          const differences = compareSeen(call, wanted, found, plainly.isExact ? 0 : nudge === null ? bound : 1e-9);
          if (differences.length > 0 && nudge === null) return differences;
          if (differences.some(({ error }) => error > bound / 2)) return differences;
        }
        return [];
      } finally {
        for (const side of sides) side.end();
      }
    });
  } finally {
    setNumThreads(1);
  }
}

/** Whether some nudge of the weights moves each of what differs as far. */
function isJump(seed: number, plainly: Sides, differences: readonly Difference[]): boolean {
  if (differences.some(({ error }) => error === Number.POSITIVE_INFINITY)) return false;
  return Array.from({ length: 20 }, (_, at) => {
    const nudged = differencesBetween(seed, plainly, plainly, new Generator({ seed: at + 1 }));
    return differences.every(({ call, name, error }) =>
      nudged.some((one) => one.call === call && one.name === name && one.error > error / 2),
    );
  }).some((one) => one);
}

function compareSeen(call: number, wanted: Seen, found: Seen, most: number): Difference[] {
  const names = new Set([...wanted.keys(), ...found.keys()]);
  return [...names].flatMap((name) => {
    const [a, b] = [wanted.get(name), found.get(name)];
    if (most > 0 && name === "told") return [];
    const error = errorOf(a, b, most);
    return error > most ? [{ call, name, error, text: `${shown(a)} op by op, ${shown(b)} compiled` }] : [];
  });
}

type Value = ArrayLike<number> | string | undefined;

function errorOf(a: Value, b: Value, most: number): number {
  if (a === undefined || b === undefined || typeof a === "string" || typeof b === "string")
    return a === b ? 0 : Number.POSITIVE_INFINITY;
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let [apart, norm] = [0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [a[at]!, b[at]!];
    // NaNs are alike, whatever their bits; zeros are not.
    if (Object.is(x, y)) norm += Number.isFinite(x) ? x * x : 0;
    else if (most === 0) return Number.POSITIVE_INFINITY;
    else {
      apart += (x - y) ** 2;
      norm += x * x;
    }
  }
  if (apart === 0) return 0;
  const error = Math.sqrt(apart) / (Math.sqrt(norm) + 0.01 * Math.sqrt(a.length));
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}

function shown(value: Value): string {
  if (value === undefined) return "nothing";
  return typeof value === "string" ? value.slice(0, 300) : Array.from(value).slice(0, 6).join(" ");
}

/** The steps of seeds, on one and on two threads in turn: what was wrong with each, and how many a rounding decided. */
export function compareSteps(range: { readonly seed: number; readonly cases: number; readonly isExact: boolean }): {
  readonly wrong: readonly string[];
  readonly jumped: number;
} {
  const wrong: string[] = [];
  let jumped = 0;
  for (let seed = range.seed; seed < range.seed + range.cases; seed += 1) {
    const found = compareStep(seed, { isExact: range.isExact, threads: 1 + (seed % 2) });
    jumped += Number(found.jumped);
    const [first] = found.differences;
    if (first !== undefined) wrong.push(`seed ${seed}, call ${first.call}, ${first.name}: ${first.text}`);
    if (found.leaked !== null) wrong.push(`seed ${seed} leaks: ${found.leaked}`);
  }
  return { wrong, jumped };
}
