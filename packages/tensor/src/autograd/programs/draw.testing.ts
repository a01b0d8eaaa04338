// Random programs of in-place writes over views of shared storages: drawn as plain data, so that they can be shown and run again.
// What they should give is model.testing.ts's, how the library runs them run.testing.ts's.

import { seeded } from "@bernoulli/testing";
import { type ElementwiseName, Model, type Variable } from "./model.testing.js";
import { broadcastShape, broadcasts, count, isEvenlySpaced, type ViewKind, viewOf } from "./shapes.testing.js";

/** A new variable, or a write on one; variables go by the number of their making. */
export type Statement =
  | { readonly kind: "constant"; readonly shape: readonly number[]; readonly values: readonly number[] }
  | { readonly kind: "compute"; readonly op: ElementwiseName; readonly operands: readonly number[] }
  | { readonly kind: "view"; readonly of: number; readonly as: ViewKind; readonly args: readonly number[] }
  | { readonly kind: "detach"; readonly of: number }
  | { readonly kind: "cat"; readonly operands: readonly number[] }
  | { readonly kind: "sum"; readonly of: number; readonly dim: number }
  | { readonly kind: "touch"; readonly of: number }
  | {
      readonly kind: "write";
      readonly op: ElementwiseName;
      readonly target: number;
      readonly others: readonly number[];
      readonly isRecorded: boolean;
    }
  | {
      readonly kind: "scatter";
      readonly target: number;
      readonly index: readonly number[];
      readonly source: number;
      readonly adds: boolean;
      readonly isRecorded: boolean;
    };

export interface Program {
  readonly leaves: readonly { readonly shape: readonly number[]; readonly values: readonly number[] }[];
  readonly statements: readonly Statement[];
  /** The loss is the sum of these variables' elements, each multiplied by a weight. */
  readonly loss: readonly { readonly variable: number; readonly weights: readonly number[] }[];
  readonly expected: {
    readonly loss: number;
    /** One after the other for all leaves. */
    readonly gradient: readonly number[];
    /** What each variable holds in the end. */
    readonly values: readonly (readonly number[])[];
  };
}

/** Larger numbers say nothing: their differences are roundings. */
const largest = 50;

export function drawProgram(seed: number): Program {
  const drawing = new Drawing(seed);
  const length = drawing.int(3, 14);
  for (let at = 0; at < length; at++) drawing.statement();
  return drawing.finish();
}

const binary = ["add", "sub", "mul", "div"] as const;
const unary = ["tanh", "sigmoid", "relu", "clamp", "neg", "clone", "cube"] as const;
const unaryWrites = ["tanh", "sigmoid", "relu", "clamp", "fill", "zero"] as const;
const ternary = ["addcmul", "addcdiv"] as const;

class Drawing {
  readonly #random: () => number;
  readonly #model: Model;
  readonly #variables: Variable[] = [];
  readonly #statements: Statement[] = [];
  readonly #leaves: { shape: readonly number[]; values: readonly number[] }[] = [];
  /** Variables that no statement may write: leaves and what looks at them, what shows an element twice. */
  readonly #fixed = new Set<number>();

  constructor(seed: number) {
    this.#random = seeded(seed);
    const shape: readonly number[] = this.pick([[4], [2, 3], [3, 2]]);
    const shapes = [shape, this.pick([[], [1], shape.slice(-1), shape.with(-1, 1)])];
    this.#model = new Model(shapes.reduce((total, shape) => total + count(shape), 0));
    for (const shape of shapes) {
      const values = this.#values(count(shape));
      this.#leaves.push({ shape, values });
      this.#fixed.add(this.#variables.length);
      this.#variables.push(this.#model.leaf(values, shape));
    }
    this.#compute(this.pick(["mul", "clone", "add"]), [0, 1]);
  }

  int(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  pick<const Choice>(choices: readonly Choice[]): Choice {
    return choices[this.int(0, choices.length - 1)]!;
  }

  statement(): void {
    const kind = this.int(0, 99);
    if (kind < 34) this.#view();
    else if (kind < 74) this.#write();
    else if (kind < 80) this.#scatter();
    else if (kind < 92) this.#anyCompute();
    else if (kind < 94) this.#cat();
    else if (kind < 95) this.#detach();
    else if (kind < 97) this.#sum();
    else if (kind < 98) this.#constant();
    else this.#statements.push({ kind: "touch", of: this.#any() });
  }

  #values(length: number): number[] {
    // Away from zero, where quotients are wild and kinks lie.
    return Array.from({ length }, () => (this.int(0, 1) === 0 ? 1 : -1) * (0.3 + this.#random()));
  }

  #any(): number {
    // The newer ones more often.
    const newest = this.#variables.length - 1;
    return this.int(0, 2) === 0 ? this.int(0, newest) : this.int(Math.max(0, newest - 4), newest);
  }

  #push(statement: Statement, variable: Variable): void {
    this.#statements.push(statement);
    this.#variables.push(variable);
  }

  #constant(): void {
    const shape = this.pick([[4], [2, 3], [3, 2], [3]]);
    const values = this.#values(count(shape));
    this.#push({ kind: "constant", shape, values }, this.#model.constant(values, shape));
  }

  #anyCompute(): void {
    const of = this.#any();
    if (this.int(0, 1) === 0) this.#compute(this.pick(unary), [of]);
    else this.#compute(this.pick(binary), [of, this.#operandFor(of)]);
  }

  #compute(op: ElementwiseName, operands: readonly number[]): void {
    const given = (unary as readonly string[]).includes(op) ? operands.slice(0, 1) : operands;
    const variables = given.map((at) => this.#variables[at]!);
    const shape = variables.map((variable) => variable.shape).reduce(broadcastShape);
    if (!this.#isTame(op, variables)) return;
    this.#push({ kind: "compute", op, operands: given }, this.#model.elementwise(op, shape, variables));
    const made = this.#variables.at(-1)!;
    // What would be too large is made small by a statement of its own.
    if (made.storage.values.some((value) => Math.abs(value) > largest))
      this.#compute("tanh", [this.#variables.length - 1]);
  }

  /** A variable that broadcasts to another, as a rule one that shares its memory. */
  #operandFor(target: number): number {
    const { shape, storage } = this.#variables[target]!;
    const fitting = [...this.#variables.keys()].filter((at) => broadcasts(this.#variables[at]!.shape, shape));
    const sharing = fitting.filter((at) => this.#variables[at]!.storage === storage);
    return sharing.length > 0 && this.int(0, 3) > 0 ? this.pick(sharing) : this.pick(fitting);
  }

  #isTame(op: ElementwiseName, operands: readonly Variable[]): boolean {
    if (op !== "div" && op !== "addcdiv") return true;
    const divisor = operands.at(-1)!;
    return divisor.places.every((place) => Math.abs(divisor.storage.values[place]!) > 0.1);
  }

  #view(): void {
    const of = this.#any();
    const variable = this.#variables[of]!;
    const { shape } = variable;
    const as = this.pick(["select", "select", "narrow", "narrow", "step", "transpose", "flat", "unsqueeze", "expand"]);
    const dim = shape.length === 0 ? 0 : this.int(0, shape.length - 1);
    const size = shape[dim] ?? 0;
    if (shape.length === 0 && as !== "unsqueeze" && as !== "expand") return;
    if (shape.length > 2 || size === 0) return;
    // Others a reshape would copy.
    if (as === "flat" && !isEvenlySpaced(variable.places)) return;
    const args: Record<ViewKind, () => readonly number[]> = {
      select: () => [dim, this.int(0, size - 1)],
      narrow: () => {
        const start = this.int(0, size - 1);
        return [dim, start, this.int(1, size - start)];
      },
      step: () => [dim, this.int(0, size - 1), 2],
      transpose: () => [0, shape.length - 1],
      flat: () => [],
      unsqueeze: () => [this.int(0, shape.length)],
      expand: () => [2],
    };
    const given = args[as]();
    const seen = viewOf(as, given, shape);
    this.#push({ kind: "view", of, as, args: given }, this.#model.view(variable, seen.shape, seen.order));
    const isStretched = new Set(seen.order).size < seen.order.length;
    if (this.#fixed.has(of) || isStretched) this.#fixed.add(this.#variables.length - 1);
  }

  #target(): number | null {
    const writable = [...this.#variables.keys()].filter((at) => !this.#fixed.has(at));
    return writable.length === 0 ? null : this.pick(this.int(0, 2) === 0 ? writable : writable.slice(-5));
  }

  #isRecorded(): boolean {
    return this.int(0, 24) > 0;
  }

  #write(): void {
    const target = this.#target();
    if (target === null) return;
    const form = this.int(0, 9);
    const others =
      form < 2 ? [] : form < 9 ? [this.#operandFor(target)] : [this.#operandFor(target), this.#operandFor(target)];
    const op =
      others.length === 0
        ? this.pick(unaryWrites)
        : others.length === 1
          ? this.pick([...binary, "copy"])
          : this.pick(ternary);
    const variables = [target, ...others].map((at) => this.#variables[at]!);
    if (!this.#isTame(op, variables)) return;
    const isRecorded = this.#isRecorded();
    this.#statements.push({ kind: "write", op, target, others, isRecorded });
    this.#model.write(op, variables[0]!, variables.slice(1), isRecorded);
    const { storage, places } = variables[0]!;
    if (!places.some((place) => Math.abs(storage.values[place]!) > largest)) return;
    this.#statements.push({ kind: "write", op: "tanh", target, others: [], isRecorded: true });
    this.#model.write("tanh", variables[0]!, [], true);
  }

  #scatter(): void {
    const target = this.#target();
    if (target === null || this.#variables[target]!.shape.length !== 1) return;
    const [size] = this.#variables[target]!.shape as [number];
    const sources = [...this.#variables.keys()].filter((at) => this.#variables[at]!.shape.length === 1);
    const source = this.pick(sources);
    const [most] = this.#variables[source]!.shape as [number];
    const adds = this.int(0, 1) === 0;
    const places = Array.from({ length: size }, (_, at) => at);
    const length = this.int(1, adds ? most : Math.min(most, size));
    // Where elements are put, not added, to one place twice, PyTorch promises nothing.
    const index = Array.from({ length }, () =>
      adds ? this.pick(places) : places.splice(this.int(0, places.length - 1), 1)[0]!,
    );
    const isRecorded = this.#isRecorded();
    this.#statements.push({ kind: "scatter", target, index, source, adds, isRecorded });
    this.#model.scatter(this.#variables[target]!, index, this.#variables[source]!, adds, isRecorded);
  }

  #detach(): void {
    const of = this.#any();
    this.#push({ kind: "detach", of }, this.#model.detach(this.#variables[of]!));
    // A write would change what histories of others take for unchanged, as in PyTorch; those of leaves are refused nowhere.
    if (this.#fixed.has(of)) this.#fixed.add(this.#variables.length - 1);
  }

  #cat(): void {
    const first = this.#any();
    const { shape } = this.#variables[first]!;
    if (shape.length === 0) return;
    const alike = [...this.#variables.keys()].filter((at) => String(this.#variables[at]!.shape) === String(shape));
    const operands = [first, this.pick(alike)];
    const terms = operands.flatMap((_, operand) =>
      Array.from({ length: count(shape) }, (_, element) => [[operand, element]] as const),
    );
    this.#push(
      { kind: "cat", operands },
      this.#model.sums(
        operands.map((at) => this.#variables[at]!),
        [2 * shape[0]!, ...shape.slice(1)],
        terms,
      ),
    );
  }

  #sum(): void {
    const of = this.#any();
    const { shape } = this.#variables[of]!;
    if (shape.length === 0) return;
    const dim = this.int(0, shape.length - 1);
    const left = shape.toSpliced(dim, 1);
    const terms = Array.from({ length: count(left) }, (_, at) =>
      Array.from({ length: shape[dim]! }, (_, along) => {
        const inner = count(shape.slice(dim + 1));
        const element = Math.floor(at / inner) * shape[dim]! * inner + along * inner + (at % inner);
        return [0, element] as const;
      }),
    );
    this.#push({ kind: "sum", of, dim }, this.#model.sums([this.#variables[of]!], left, terms));
  }

  finish(): Program {
    const loss = [...this.#variables.keys()]
      .filter((at) => at >= 2 && (at === 2 || this.int(0, 2) > 0))
      .map((variable) => ({ variable, weights: this.#values(count(this.#variables[variable]!.shape)) }));
    const gradient = new Array<number>(this.#leaves.reduce((total, { shape }) => total + count(shape), 0)).fill(0);
    let total = 0;
    for (const { variable, weights } of loss) {
      const { storage, history, places } = this.#variables[variable]!;
      for (const [at, place] of places.entries()) {
        total += weights[at]! * storage.values[place]!;
        const slopes = history.slopes.get(place);
        if (slopes !== undefined) for (const [leaf, slope] of slopes.entries()) gradient[leaf]! += weights[at]! * slope;
      }
    }
    const values = this.#variables.map(({ storage, places }) => places.map((place) => storage.values[place]!));
    return { leaves: this.#leaves, statements: this.#statements, loss, expected: { loss: total, gradient, values } };
  }
}
