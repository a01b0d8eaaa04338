// ModuleList: modules in a list. How they are called is up to the module that holds them.

import { ArgumentError, BernoulliError, IndexError } from "@bernoulli/tensor";
import { isList, settle } from "../../callable.js";
import { Module } from "../../module.js";
import { isModule } from "../../walk.js";

/**
 * A list of modules. An array in a field of a module serves as well, with the same keys; this one can be printed,
 * indexed and extended as PyTorch's.
 * See https://pytorch.org/docs/stable/generated/torch.nn.ModuleList.html.
 *
 * @throws ArgumentError if an element is no module.
 * @example
 * ```ts
 * import { Linear, ModuleList } from "@bernoulli/nn";
 * const layers = new ModuleList([new Linear(4, 3)]).append(new Linear(3, 2));
 * layers.length; // → 2
 * Object.keys(layers.stateDict()); // → ["0.weight", "0.bias", "1.weight", "1.bias"]
 * ```
 */
export class ModuleList<Element extends Module = Module> extends Module {
  static override readonly name: string = "ModuleList";
  [index: number]: Element;

  constructor(modules: Iterable<Element> = []) {
    super();
    this.extend(modules);
  }

  /** The number of modules. */
  override get length(): number {
    return [...this].length;
  }

  *[Symbol.iterator](): Generator<Element> {
    let next = 0;
    for (const [name, value] of Object.entries(this)) {
      // Other names are fields of a subclass. JavaScript puts them behind the integers.
      if (!isModule(value) || !/^\d+$/.test(name)) continue;
      // Assigned beyond the end, or set to null: keys would be missing, and the next append would take one that is there.
      if (name !== String(next))
        throw new IndexError(`ModuleList: there is no module at ${next}, but one at ${name}; use append or insert`);
      next += 1;
      yield value as Element;
    }
  }

  /** @internal */
  override get [isList](): boolean {
    return true;
  }

  /** @internal */
  override [settle](): void {
    super[settle]();
    for (const _ of this);
  }

  /**
   * The module at a place; negative counts from the back.
   *
   * @throws IndexError if there is none.
   */
  at(index: number): Element {
    const found = [...this].at(index);
    if (found === undefined)
      throw new IndexError(`ModuleList: index ${index} is out of range for ${this.length} modules`);
    return found;
  }

  /** Adds a module at the end, and returns the list. */
  append(module: Element): this {
    return this.extend([module]);
  }

  /** Adds modules at the end, and returns the list. */
  extend(modules: Iterable<Element>): this {
    if (typeof (modules as Partial<Iterable<unknown>> | null)?.[Symbol.iterator] !== "function")
      throw new ArgumentError(
        `ModuleList: expected an iterable of modules, but got ${described(modules)}; give an array`,
      );
    for (const module of [...modules]) {
      checkModule(module);
      this[this.length] = module;
    }
    return this;
  }

  /**
   * Puts a module before the one at a place, or at the end; negative counts from the back. Returns the list.
   *
   * @throws IndexError if the place is beyond the end.
   */
  insert(index: number, module: Element): this {
    const modules = [...this];
    const at = index < 0 ? index + modules.length : index;
    if (!Number.isInteger(at) || at < 0 || at > modules.length)
      throw new IndexError(`ModuleList: index ${index} is out of range for ${modules.length} modules`);
    checkModule(module);
    for (const [place, moved] of modules.toSpliced(at, 0, module).entries()) this[place] = moved;
    return this;
  }

  /**
   * Takes the module at a place out, by default the last, and returns it; those behind it move up.
   *
   * @throws IndexError if there is none.
   */
  pop(index = -1): Element {
    const found = this.at(index);
    const modules = [...this].toSpliced(index < 0 ? index + this.length : index, 1);
    Reflect.deleteProperty(this, modules.length);
    for (const [place, module] of modules.entries()) this[place] = module;
    return found;
  }

  /** A list of the modules from `start` up to `end`, which is not among them, as PyTorch's `list[start:end]`. */
  slice(start?: number, end?: number): ModuleList<Element> {
    return new ModuleList([...this].slice(start, end));
  }

  /** A list computes nothing: call its elements. */
  forward(..._inputs: any[]): unknown {
    throw new BernoulliError(
      'Module [ModuleList] is missing the required "forward" function; call its elements: for (const layer of list) x = layer(x)',
    );
  }
}

function checkModule(module: unknown): void {
  if (!isModule(module)) throw new ArgumentError(`ModuleList: ${typeof module} is not a Module subclass`);
}

function described(value: unknown): string {
  return isModule(value) ? `a ${value.constructor.name}` : value === null ? "null" : `a ${typeof value}`;
}
