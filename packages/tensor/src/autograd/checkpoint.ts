// checkpoint: a part of a forward that keeps no intermediate result, and is computed again on the way back. Its graph is recorded as any
// other, so that gradients of all orders go through it; what its computations saved ends with the call, and is made anew when the first of
// them is asked for it. What is under way of that is recomputing.ts's.

import { checkSynchronous } from "../checks/asynchronous.js";
import { describe } from "../checks/describe.js";
import { ArgumentError, AutogradError } from "../checks/errors.js";
import { checkArgument, checkOptions } from "../checks/options.js";
import { readFor } from "../compile/trace.js";
import { outlasts, scopeDepth } from "../memory/scope.js";
import { scope, tensorsIn } from "../memory/step-scope.js";
import { clone } from "../ops/creation/clone.js";
import { copy_ } from "../ops/creation/copy.js";
import { defaultGenerator, type Generator, withGenerator } from "../random/generator.js";
import { MaskMemory } from "../random/mask-source.js";
import { sameShape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { enableGrad, isRecording, noGrad } from "./grad-mode.js";
import type { GradNode, SavedTensor } from "./node.js";
import { currentRecomputing, type Recomputing, recordingFor, waiting } from "./recomputing.js";

export interface CheckpointOptions {
  /** Accepted for PyTorch's sake: what true and false differ in there is always as with false here. */
  readonly useReentrant?: boolean;
  /** Computes again with the draws of the default generator that the first time had, and leaves it where it is. Default true. */
  readonly preserveRngState?: boolean;
}

const kinds = { useReentrant: "boolean", preserveRngState: "boolean" } as const;

/**
 * Calls `fn` with the inputs, and keeps nothing of what it computes but what it returns: backward calls it again, and reads that. So
 * memory falls to what one such part takes, and time rises by its forward. Dropout drops the same units again. An object behind the
 * inputs is options; `fn` gets other values as they are. What `fn` makes and does not return ends with the call; a checkpoint within another
 * is a part of it. Buffers that `fn` writes in place, as norms do, are for the second call what they were for the first, and then again
 * what they are: they are written once, in PyTorch twice. Draws from a `generator` of its own are not repeated: leave it to the default one.
 * See https://pytorch.org/docs/stable/checkpoint.html.
 *
 * @throws AutogradError from backward, where the second call computes something else than the first, or where an input or a parameter was
 * written in place since.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { checkpoint } from "@bernoulli/tensor/checkpoint";
 * const x = ones(3, { requiresGrad: true });
 * let calls = 0;
 * const block = (h: typeof x) => {
 *   calls += 1;
 *   return h.exp().log().mul(2);
 * };
 * checkpoint(block, x, { useReentrant: false }).sum().backward();
 * x.grad?.toArray(); // → [2, 2, 2]
 * calls; // → 2
 * ```
 */
export function checkpoint<Inputs extends readonly unknown[], Result>(
  fn: (...inputs: Inputs) => Result,
  ...given: [...inputs: Inputs, options?: CheckpointOptions]
): Result {
  checkArgument("checkpoint", "fn", fn, "function");
  const last = given.at(-1);
  const isOptions = typeof last === "object" && last !== null && Object.getPrototypeOf(last) === Object.prototype;
  const options = isOptions ? (last as CheckpointOptions) : {};
  checkOptions("checkpoint", options, kinds);
  const inputs = (isOptions ? given.slice(0, -1) : given) as unknown as Inputs;
  const run = (): Result => checkSynchronous("checkpoint", "the function", fn(...inputs));
  if (!isRecording() || currentRecomputing() !== null) return run();
  const part = new Checkpoint(run, inputs, options.preserveRngState ?? true);
  // What it writes, and masks that are nobody's draws, are kept for the way back, behind the scope.
  return scope(() => {
    const result = recordingFor(part, () => part.masks.remembering(run));
    return { result, before: part.before, masks: part.masks.masks };
  }).result;
}

/**
 * Calls functions, or the layers of a `Sequential`, one after the other in `segments` parts, of which each but the last is a {@link checkpoint}.
 * See https://pytorch.org/docs/stable/checkpoint.html#torch.utils.checkpoint.checkpoint_sequential.
 *
 * @throws ArgumentError if the functions cannot be iterated over, or there are fewer of them than segments.
 * @example
 * ```ts
 * import { ones, type Tensor } from "@bernoulli/tensor";
 * import { checkpointSequential } from "@bernoulli/tensor/checkpoint";
 * const x = ones(2, { requiresGrad: true });
 * const double = (h: Tensor) => h.mul(2);
 * checkpointSequential([double, double, double, double], 2, x).sum().backward();
 * x.grad?.toArray(); // → [16, 16]
 * ```
 */
export function checkpointSequential(
  functions: Iterable<(input: any) => any>,
  segments: number,
  input: Tensor,
  options: CheckpointOptions = {},
): Tensor {
  checkArgument("checkpointSequential", "functions", functions, "iterable");
  checkOptions("checkpointSequential", options, kinds);
  const list = [...functions];
  if (!Number.isSafeInteger(segments) || segments < 1 || segments > list.length)
    throw new ArgumentError(
      `checkpointSequential: segments must be an integer from 1 to the number of functions, ${list.length}, but got ${describe(segments)}`,
    );
  const size = Math.floor(list.length / segments);
  const through = (from: number, to: number) => (value: unknown) =>
    list.slice(from, to).reduce((current, fn) => fn(current), value);
  let value: unknown = input;
  for (let at = 0; at < segments - 1; at++) value = checkpoint(through(at * size, (at + 1) * size), value, options);
  return through((segments - 1) * size, list.length)(value) as Tensor;
}

interface Version {
  readonly tensor: Tensor;
  readonly version: number;
}

/** What is written in place within a part and made outside of it, and a copy of what it was. */
interface Before {
  readonly tensor: Tensor;
  readonly values: Tensor;
}

class Checkpoint implements Recomputing {
  readonly #run: () => unknown;
  readonly #nodes: GradNode[] = [];
  /** Of what it is computed from: the inputs, and the leaves that turn up. */
  readonly #versions = new Map<Tensor, Version>();
  readonly before: Before[] = [];
  readonly masks = new MaskMemory();
  readonly #depth = scopeDepth();
  readonly #generator: Generator = defaultGenerator();
  readonly #state: Uint8Array | null;

  constructor(run: () => unknown, inputs: readonly unknown[], preservesState: boolean) {
    this.#run = run;
    this.#state = preservesState ? stateOf(this.#generator) : null;
    for (const tensor of tensorsIn(inputs)) this.#note(tensor);
  }

  add(node: GradNode): void {
    this.#nodes.push(node);
    for (const edge of node.edges) if (edge !== null && isTensor(edge.node)) this.#note(edge.node);
  }

  write(tensor: Tensor): void {
    // What is made in the part is made anew by the second call.
    if (!outlasts(tensor.storage, this.#depth) || this.before.some(({ tensor: other }) => isSame(other, tensor)))
      return;
    this.before.push({ tensor, values: noGrad(() => clone(tensor)) });
  }

  #note(tensor: Tensor): void {
    if (!this.#versions.has(tensor)) this.#versions.set(tensor, { tensor, version: tensor.storage.version });
  }

  recompute(): void {
    for (const { tensor, version } of this.#versions.values()) {
      if (tensor.storage.version !== version)
        throw new AutogradError(
          `checkpoint: one of the variables that it is computed from has been modified by an inplace operation: the tensor of shape [${tensor.shape.join(", ")}] was at version ${version} ` +
            `and is at version ${tensor.storage.version} now, so that the second call would compute something else. Use the op without the trailing underscore, or call backward before the write.`,
        );
    }
    const again: GradNode[] = [];
    const collecting: Recomputing = { add: (node) => void again.push(node), write: () => {}, recompute: () => {} };
    const run = () =>
      this.#asBefore(() => enableGrad(() => recordingFor(collecting, () => this.masks.again(this.#run))));
    if (this.#state === null) withGenerator(this.#generator, run);
    else {
      const before = stateOf(this.#generator);
      this.#generator.setState(this.#state);
      try {
        withGenerator(this.#generator, run);
      } finally {
        this.#generator.setState(before);
      }
    }
    this.#compare(again);
    for (const [at, node] of this.#nodes.entries()) {
      const { saved } = node;
      if (saved !== null) waiting.set(node, renewed(saved, again[at]!.saved!));
    }
  }

  /** Runs `body` with what the part wrote as it was before, and puts back what it is. */
  #asBefore(body: () => unknown): void {
    const { before } = this;
    const put = (values: readonly Before[]) => {
      noGrad(() => {
        for (const { tensor, values: own } of values) copy_(tensor.data, own);
      });
    };
    const after = before.map(({ tensor }) => ({ tensor, values: noGrad(() => clone(tensor)) }));
    put(before.toReversed());
    try {
      body();
    } finally {
      put(after);
    }
  }

  #compare(again: readonly GradNode[]): void {
    const first = this.#nodes;
    const counts = `Number of computations recorded during forward: ${first.length}\nNumber of computations recorded during recomputation: ${again.length}`;
    if (first.length !== again.length)
      throw new AutogradError(
        `checkpoint: A different number of computations was recorded during the original forward and recomputation.\n${counts}\nThe function must do the same whenever it is called with the same inputs.`,
      );
    for (const [at, node] of first.entries()) {
      const other = again[at]!;
      const isAlike =
        node.rule.name === other.rule.name &&
        node.outputs.every((meta, output) => meta === null || sameShape(meta.shape, other.outputs[output]!.shape));
      if (!isAlike)
        throw new AutogradError(
          `checkpoint: Recomputed values have different metadata than during the forward pass: computation ${at} was ${described(node)} and is ${described(other)} now. ` +
            "The function must do the same whenever it is called with the same inputs.",
        );
    }
  }
}

function isSame(a: Tensor, b: Tensor): boolean {
  return (
    a.storage === b.storage && a.offset === b.offset && sameShape(a.shape, b.shape) && sameShape(a.strides, b.strides)
  );
}

/** In a compiled step the draws so far come first: a plan ends there. */
const stateOf = (generator: Generator): Uint8Array => readFor("checkpoint", "values", () => generator.getState());

function described({ rule, outputs }: GradNode): string {
  return `${rule.name} of shape ${outputs.map((meta) => `[${meta?.shape.join(", ") ?? ""}]`).join(", ")}`;
}

type Saved = ReadonlyMap<string, SavedTensor | null>;

/** What was saved, with new elements in the place of those that have ended: each with the history that it had. */
function renewed(saved: Saved, again: Saved): Saved {
  const result = new Map<string, SavedTensor | null>();
  for (const [name, one] of saved) {
    const other = again.get(name) ?? null;
    if (one === null || other === null || !one.storage.freed) {
      result.set(name, one);
      continue;
    }
    const tensor = other.tensor.data;
    tensor.gradEdge = one.tensor.gradEdge;
    result.set(name, { tensor, storage: other.storage, version: other.version });
  }
  return result;
}
