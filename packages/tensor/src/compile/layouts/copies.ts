// What steps read and write in the layout that they want. A value lies as choice.ts says; whoever wants it otherwise has a copy, and
// a copy is a step of the plan: one for all who read the same content in the same layout, made before the first of them, and before
// what it was made of changes. Who writes in another layout writes into a copy, from which a step behind fills the value, if somebody
// reads that; who wants that layout reads the copy itself.

import { dtypeTraits } from "../../tensor/dtype.js";
import { isContiguous } from "../../tensor/shape.js";
import type { Graph, ValueView } from "../graph.js";
import { firstBehind } from "../regions/order.js";
import { copyStep, type Placed, type Planning, type Run, type Step } from "../step.js";
import type { OrderedStep } from "../verify.js";
import { elementsOf, type Images, liesAs } from "./layout.js";

/** Copies elements from one layout to another, as the device can. */
export type CopyLayout = (from: Located, to: Located) => void;

export interface Located extends Images {
  /** Of the first element, which is `offset` elements behind the beginning of its memory. */
  readonly address: number;
}

interface Copy {
  /** Beside the graph's. */
  readonly view: ValueView & Images;
  readonly of: ValueView;
  /** The node that reads what it is of, and how often that has been written before. */
  readonly node: number;
  readonly content: number;
  /** The fusion that asked first. */
  readonly fusion: number;
}

export class Copies implements Planning {
  readonly graph: Graph;
  /** Bytes of the values beside the graph's. */
  readonly extraBytes: number[] = [];
  /** The fusion whose steps are being made. */
  fusion = 0;
  readonly #strides: ReadonlyMap<number, readonly number[]>;
  readonly #copyLayout: CopyLayout;
  readonly #copies = new Map<string, Copy>();
  readonly #byValue = new Map<number, Copy>();

  constructor(graph: Graph, strides: ReadonlyMap<number, readonly number[]>, copyLayout: CopyLayout) {
    this.graph = graph;
    this.#strides = strides;
    this.#copyLayout = copyLayout;
  }

  laid(view: ValueView): ValueView {
    const strides = this.#strides.get(view.value);
    return strides === undefined ? view : { ...view, strides };
  }

  beside(value: number): ValueView | null {
    return this.#byValue.get(value)?.view ?? null;
  }

  newValue(byteLength: number): number {
    return this.graph.values.length + this.extraBytes.push(byteLength) - 1;
  }

  read(node: number, view: ValueView, layout: Images): Placed {
    const { writers } = this.graph.values[view.value]!;
    return this.#place(node, view, layout, firstBehind(writers, node - 1));
  }

  write(nodes: readonly number[], view: ValueView, layout: Images): Placed {
    const { writers } = this.graph.values[view.value]!;
    const last = Math.max(...nodes.filter((node) => writers.includes(node)));
    return this.#place(last, view, layout, firstBehind(writers, last));
  }

  #place(node: number, view: ValueView, layout: Images, content: number): Placed {
    const laid = this.laid(view);
    if (liesAs(laid, layout)) return placed(laid, laid.offset);
    const key = [view.value, content, view.offset, view.shape, view.strides, layout.strides].join();
    let copy = this.#copies.get(key);
    if (copy === undefined) {
      const value = this.newValue(dtypeTraits[view.dtype].bytes * elementsOf(layout));
      copy = { view: { ...view, ...layout, value }, of: laid, node, content, fusion: this.fusion };
      this.#copies.set(key, copy);
      this.#byValue.set(value, copy);
    }
    return placed(copy.view, 0);
  }

  /** The values beside the graph's that are copies of these, or of which these are filled: whoever reads the former reads the latter. */
  sourceOf(value: number): number {
    return this.#byValue.get(value)?.of.value ?? value;
  }

  /** Steps in their order, with the copies between them. */
  between(steps: readonly OrderedStep[]): OrderedStep[] {
    const given = new Set(steps.flatMap(({ step }) => step.writes));
    const read = new Set(steps.flatMap(({ step }) => step.reads));
    const waiting = new Map<number, Copy[]>();
    for (const copy of this.#byValue.values()) {
      const { view, of } = copy;
      if (!read.has(view.value) || given.has(view.value)) continue;
      waiting.set(of.value, [...(waiting.get(of.value) ?? []), copy]);
      read.add(of.value);
    }
    const all: OrderedStep[] = [];
    /** Puts a step behind the copies that have to be made before it. */
    const put = (one: OrderedStep): void => {
      const { reads, writes, nodes } = one.step;
      for (const value of new Set([...reads.map((own) => this.sourceOf(own)), ...writes])) {
        const due = (waiting.get(value) ?? []).filter(({ view, content }) => {
          if (reads.includes(view.value)) return true;
          const later = this.graph.values[value]!.writers.slice(content);
          return writes.includes(value) && nodes.some((node) => later.includes(node));
        });
        if (due.length === 0) continue;
        waiting.set(
          value,
          waiting.get(value)!.filter((copy) => !due.includes(copy)),
        );
        for (const { of, view, node, fusion } of due) all.push({ step: this.#step([node], of, view), fusion });
      }
      all.push(one);
    };
    for (const one of steps) {
      const { step, fusion } = one;
      const copies = step.writes.flatMap((value) => this.#byValue.get(value) ?? []);
      put(
        copies.length === 0
          ? one
          : { ...one, inPlaceOf: new Map(copies.map(({ view, of }) => [view.value, of.value])) },
      );
      for (const { view, of } of copies) {
        const { made, live, writers } = this.graph.values[of.value]!;
        const nodes = step.nodes.filter((node) => writers.includes(node)).sort((a, b) => a - b);
        if (!made || live || read.has(of.value)) put({ step: this.#step(nodes, view, of), fusion });
      }
    }
    return all;
  }

  #step(nodes: readonly number[], from: ValueView & Images, to: ValueView & Images): Step {
    const located = (view: ValueView & Images, run: Run): Located => {
      return { ...view, address: run.address(view.value) + dtypeTraits[view.dtype].bytes * view.offset };
    };
    return copyStep(nameOf(to), nodes, from, to, (run) => this.#copyLayout(located(from, run), located(to, run)));
  }
}

/** `begin`: how many elements lie before it that are not its own. */
function placed({ value, strides, dtype }: ValueView, begin: number): Placed {
  return { value, strides, address: (run) => run.address(value) + dtypeTraits[dtype].bytes * begin };
}

function nameOf(to: ValueView & Images): string {
  if (to.border !== undefined) return "copy to channels last, with a border";
  return isContiguous(to) ? "copy to contiguous" : "copy to channels last";
}
