// Random nets whose ops come in any order, with writes of every kind between them: for the tests that compare compiled calls with
// plain ones. Any two nodes of a pattern that some rule looks for may have others, and writes, between them, forward, in hooks on
// the way back, and between an optimizer's steps: what a call does is in written-calls.testing.ts. Holds no tests.

import { seeded } from "@bernoulli/testing";
import { distanceOf } from "../backends/wasm/fusions/convolutions.testing.js";
import { AutogradError, type Compiled, compile, defaultGenerator, scope, type Tensor } from "../index.js";
import type { Precision } from "./step.js";
import { Call } from "./written-calls.testing.js";
import { type NetKind, sizesOf, stateOf } from "./written-states.testing.js";

interface Outcome {
  /** Of each call what it returned, then what it left behind; nothing where it was refused. */
  readonly numbers: readonly ArrayLike<number>[];
  readonly refusal: string | null;
  readonly explained: string;
}

type Body = () => readonly Tensor[];

interface NetOf {
  readonly seed: number;
  readonly kind: NetKind;
}

/** Two calls of the net of a seed. `nudge`: weights differ by a rounding or two. */
function outcomeOf(
  { seed, kind }: NetOf,
  wrap: (body: Body) => Body & Partial<Compiled<[], unknown>>,
  nudge = 0,
): Outcome {
  return scope(() => {
    const sizes = sizesOf(seeded(seed), kind);
    const state = stateOf(sizes, nudge);
    const body = wrap(() => new Call(seeded(seed + 0.5), sizes, state).run());
    const numbers: ArrayLike<number>[] = [];
    let refusal: string | null = null;
    for (let call = 0; call < 2 && refusal === null; call += 1) {
      try {
        scope(() => numbers.push(...body().map((result) => result.toTypedArray())));
      } catch (error) {
        if (!(error instanceof AutogradError)) throw error;
        refusal = error.message;
      }
    }
    const { images, buffers, averages } = state;
    for (const tensor of [...images, ...buffers, ...averages.keys(), ...[...averages.values()].flat()])
      numbers.push(tensor.toTypedArray());
    for (const leaf of averages.keys()) leaf.grad = null;
    return { numbers: [...numbers, defaultGenerator().getState()], refusal, explained: body.explain?.() ?? "" };
  });
}

const plain = (body: Body): Body => body;

export interface Comparison {
  /** How far from the plain call's, by norm, the farthest result is; those that a rounding moves as far count as equal. */
  readonly error: number;
  readonly refused: boolean;
  readonly fused: boolean;
  /** A rounding decides which of two all but equal elements has a gradient, or whether it has any. */
  readonly jumped: boolean;
}

/** Of nets whose numbers stay near one. Where they grow, what cancels them loses digits by rounding alone, in any order of sums. */
const bound = 2e-4;
const large = 1e3;
const mostGrowth = 100;

function largestOf({ numbers }: Outcome): number {
  let largest = 0;
  for (const list of numbers)
    for (let at = 0; at < list.length; at += 1) largest = Math.max(largest, Math.abs(list[at]!));
  return Number.isFinite(largest) ? largest : 0;
}

/** The norm of the difference: of what a jump moves, relative to nothing, since a nudge moves all else too. */
function apart(one: Outcome, other: Outcome, at: number): number {
  const [a, b] = [one.numbers[at]!, other.numbers[at]!];
  return Math.hypot(...Array.from(a, (value, place) => (Object.is(value, b[place]) ? 0 : value - b[place]!)));
}

/** The net of a seed, compiled against plain. */
export function compareNet(seed: number, precision: Precision, kind: NetKind = "any"): Comparison {
  const net = { seed, kind };
  const expected = outcomeOf(net, plain);
  const actual = outcomeOf(net, (body) => compile(body, { precision }));
  const isAlike = expected.refusal === actual.refusal && expected.numbers.length === actual.numbers.length;
  const errors = isAlike ? expected.numbers.map((wanted, at) => distanceOf(actual.numbers[at]!, wanted)) : [Infinity];
  const seen = { refused: expected.refusal !== null, fused: /\d ops?: /.test(actual.explained) };
  const error = Math.max(...errors);
  const growth = Math.min(Math.max(1, largestOf(expected) / large), mostGrowth);
  if (error / growth < bound || !isAlike) return { error: error / growth, ...seen, jumped: false };
  const jumped = Array.from({ length: 20 }, (_, at) => outcomeOf(net, plain, at + 1)).some((nudged) =>
    errors.every((one, at) => one / growth < bound || apart(nudged, expected, at) > apart(actual, expected, at) / 2),
  );
  return { error: jumped ? 0 : error / growth, ...seen, jumped };
}
