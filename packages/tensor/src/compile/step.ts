// What a plan consists of: steps, each doing the work of some nodes, and fusions, which rules find and which become steps.

import { observed } from "../door/profile.js";
import { sameShape } from "../tensor/shape.js";
import { type Graph, isWhole, type ValueView } from "./graph.js";
import type { Images } from "./layouts/layout.js";
import type { RecordedNode } from "./trace.js";

/** What a step needs of the call that it runs in. */
export interface Run {
  /** The nodes of this call's recording: their tensors and attributes are the ones that count. */
  readonly nodes: readonly RecordedNode[];
  /** Where a value lies. */
  address(value: number): number;
  /** The address of a number that a guarded step sets to 1 when its results are of no use. */
  readonly flag: number;
}

export interface Step {
  /** Shown by `explain` and in profiles. */
  readonly name: string;
  /**
   * The nodes whose work it does, as if one after another: it runs in the place of the last of them. What a node of them reads, and
   * `reads` does not name, has to be the same for the whole call: verify.ts holds it to that.
   */
  readonly nodes: readonly number[];
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  /**
   * Where it writes a value element by element, each when the one at its place of a value that it reads has been read, and both lie alike: the
   * two may lie in one place, if nobody reads the latter again.
   */
  readonly replaces?: readonly Replacement[];
  /**
   * It does no node's work: it copies what its one node is about to read, into a value beside the graph's; or what was written in the
   * place of its nodes' value into that.
   */
  readonly copies?: true;
  /** It is its one node's own kernel. */
  readonly isKernel?: true;
  /** What it gives, for `explain`. */
  readonly gives: readonly ValueView[];
  /** It may find that its shortcuts do not hold, as with infinite numbers: then all is computed anew, without fusions. */
  readonly guarded: boolean;
  /**
   * There where it does the same whenever the addresses of what it reads and writes are the same, and the flag's: further numbers
   * that it depends on in this call.
   */
  readonly numbers?: (run: Run) => readonly number[];
  /** `through` is given what is to be done, and does it by whatever means. */
  run(run: Run, through?: (perform: () => void) => void): void;
}

export interface Replacement {
  readonly written: number;
  readonly read: number;
}

/** Nodes that are computed together, by other means than their own kernels. */
export interface Fusion {
  readonly name: string;
  /** Its nodes: none of them runs by itself. */
  readonly nodes: readonly number[];
  /** Values that only its nodes know: none of them is needed, though a step may keep something else in its place. */
  readonly internal: readonly number[];
  /** Values that it can read or write with channels last. */
  readonly images: readonly number[];
  /** It goes over its images in either order: over most of them as they lie, while the others are copied. It asks for none by itself. */
  readonly follows?: true;
  /** Why its one node is alone where it follows none. */
  readonly otherwise?: Refusal;
  /** Attributes that its steps were made for, by node: where they differ the plan does not fit. */
  readonly attributes: readonly (readonly [node: number, names: readonly string[]])[];
  steps(planning: Planning): readonly Step[];
}

/** Where a step finds a view, or leaves it: of which value, and how its elements lie there. */
export interface Placed {
  readonly value: number;
  readonly strides: readonly number[];
  /** Where that begins, a border and all. */
  address(run: Run): number;
}

/** What a fusion is told when its steps are made. */
export interface Planning {
  readonly graph: Graph;
  /** A view of the graph with the strides that its value has in the plan. */
  laid(view: ValueView): ValueView;
  /** What to read in place of what a node reads, so that it lies as is wanted: itself, or a copy, which is a step that all share. */
  read(node: number, view: ValueView, layout: Images): Placed;
  /** Where to write what a step's nodes write as a whole, in the layout that is wanted; a copy is its step's affair. */
  write(nodes: readonly number[], view: ValueView, layout: Images): Placed;
  /** A value beside those of the graph. */
  newValue(byteLength: number): number;
  /** How such a value lies, if it is a copy. */
  beside(value: number): ValueView | null;
}

/** How near fused steps keep to the plain kernels. */
export const precisions = ["high", "highest"] as const;

export type Precision = (typeof precisions)[number];

/** Whether a node is to be computed, and no fusion has it yet. */
export type IsFree = (node: number) => boolean;

/** Why a rule does not fuse a node that is of its kind, as a part of a sentence. */
export interface Refusal {
  /** Asked when `explain` is: most plans are made without anybody asking. */
  readonly why: () => string;
}

/** A rule looks for one pattern, at one node: a fusion, of free nodes alone, or why not; null where the node is none of its affair. */
export type Rule = (graph: Graph, node: number, isFree: IsFree) => Fusion | Refusal | null;

const directly = (perform: () => void): void => perform();

/** A copy that is needed beside the work of nodes. */
export function copyStep(
  name: string,
  nodes: readonly number[],
  from: ValueView,
  to: ValueView,
  run: (run: Run) => void,
): Step {
  const own = { name, nodes, reads: [from.value], writes: [to.value], gives: [to], guarded: false };
  return {
    ...own,
    copies: true,
    numbers: () => [],
    run: (context, through = directly) => observed({ name }, [from], [to], () => through(() => run(context))),
  };
}

/** A step of a fusion; of its nodes come its name in profiles, unless it has one, and what it multiplies. */
export function fusedStep(
  planning: Planning,
  step: Pick<Step, "nodes" | "reads" | "writes" | "numbers" | "replaces"> & {
    readonly guarded?: boolean;
    readonly name?: string;
  },
  run: (run: Run) => void,
): Step {
  const own = step.nodes.map((at) => planning.graph.nodes[at]!);
  const name = step.name ?? own.map(({ op }) => op.name).join(" + ");
  const views = own.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]).filter((view) => view !== null);
  const flops = own.reduce((total, { op, inputs, outputs }) => {
    const given = inputs.filter((input) => input !== null);
    return total + (("flops" in op && op.flops?.(given, outputs)) || 0);
  }, 0);
  const seen = { name, flops: () => flops };
  const [reads, writes] = [step.reads, step.writes].map((values) =>
    values.flatMap((value) => {
      const view = views.find((one) => one.value === value);
      return (view && planning.laid(view)) ?? planning.beside(value) ?? [];
    }),
  ) as [ValueView[], ValueView[]];
  return {
    ...step,
    name,
    gives: writes,
    guarded: step.guarded ?? false,
    run: (context, through = directly) => observed(seen, reads, writes, () => through(() => run(context))),
  };
}

/** A node as its own kernel does it. */
export function plainStep(planning: Planning, at: number): Step {
  const { graph } = planning;
  const { op, reads, writes, outputs } = graph.nodes[at]!;
  return {
    name: op.name,
    nodes: [at],
    reads,
    writes,
    replaces: replacedByKernel(graph, at),
    gives: outputs.map((view) => planning.laid(view)),
    guarded: false,
    isKernel: true,
    run: ({ nodes }, through = directly) => {
      const { op, kernel, inputs, outputs, attributes } = nodes[at]!;
      observed(op, inputs, outputs, () => through(() => kernel.run(inputs, outputs, attributes as never)), kernel.by);
    },
  };
}

/** Of a kernel that goes element by element: whether its result may lie where an input does, as it does in place. */
function replacedByKernel(graph: Graph, at: number): readonly Replacement[] {
  const { op, inputs, outputs } = graph.nodes[at]!;
  const [output] = outputs as readonly [ValueView];
  if (op.kernel.access !== "elementwise" || outputs.length > 1 || !isWhole(graph, output)) return [];
  const given = inputs.filter((input) => input !== null);
  return given.flatMap((input) => {
    const isLike = (view: ValueView) =>
      view.dtype === output.dtype && sameShape(view.shape, output.shape) && isWhole(graph, view);
    const all = given.filter(({ value }) => value === input.value);
    return input.value !== output.value && all.every(isLike) ? [{ written: output.value, read: input.value }] : [];
  });
}
