// ModuleDict: modules by names.

import { ArgumentError, BernoulliError, describe } from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { isModule } from "../../walk.js";
import { add, entriesFrom, missing } from "./named.js";

/**
 * Modules by names, in the order in which they were given. Each is a property of its name too, which is its key in state dicts; walking
 * over the dictionary gives the names, as in Python. How they are called is up to the module that holds them.
 * See https://pytorch.org/docs/stable/generated/torch.nn.ModuleDict.html.
 *
 * @throws ArgumentError if a value is no module, or a name is empty, has a dot in it or is taken, as by a method.
 * @example
 * ```ts
 * import { Linear, ModuleDict, ReLU } from "@bernoulli/nn";
 * const heads = new ModuleDict({ digit: new Linear(8, 10), parity: new Linear(8, 2) });
 * heads.set("act", new ReLU());
 * [...heads.keys()]; // → ["digit", "parity", "act"]
 * heads.get("parity").weight.shape; // → [2, 8]
 * Object.keys(heads.stateDict()); // → ["digit.weight", "digit.bias", "parity.weight", "parity.bias"]
 * ```
 */
export class ModuleDict<
  Members extends Readonly<Record<string, Module>> = Readonly<Record<string, any>>,
> extends Module {
  static override readonly name: string = "ModuleDict";

  constructor(modules: Members | Iterable<readonly [string, Module]> = {} as Members) {
    super();
    this.update(modules);
  }

  /** The number of modules. */
  override get length(): number {
    return [...this.keys()].length;
  }

  /** The names. */
  *[Symbol.iterator](): Generator<string> {
    yield* this.keys();
  }

  /** The names, in order. */
  *keys(): Generator<string> {
    for (const [name] of this.items()) yield name;
  }

  /** The modules, in order. */
  *values(): Generator<Module> {
    for (const [, module] of this.items()) yield module;
  }

  /** Names and modules, in order. */
  *items(): Generator<[name: string, module: Module]> {
    for (const [name, value] of Object.entries(this)) if (isModule(value)) yield [name, value];
  }

  /** Whether there is a module of that name. */
  has(name: string): boolean {
    return Object.hasOwn(this, name) && isModule(Reflect.get(this, name));
  }

  /**
   * The module of that name.
   *
   * @throws ArgumentError if there is none.
   */
  get<Name extends keyof Members & string>(name: Name): Members[Name] {
    if (!this.has(name)) throw missing("ModuleDict", name, this.keys());
    return Reflect.get(this, name) as unknown as Members[Name];
  }

  /** Puts a module under a name, in the place of the one that is there. Returns the dictionary. */
  set(name: string, module: Module): this {
    if (!isModule(module)) throw new ArgumentError(`ModuleDict: ${describe(module)} is not a Module subclass`);
    add("ModuleDict", this, name, module, this.has(name));
    return this;
  }

  /** Puts the modules of another under their names. Returns the dictionary. */
  update(modules: Readonly<Record<string, Module>> | Iterable<readonly [string, Module]>): this {
    for (const [name, module] of entriesFrom("ModuleDict", modules)) this.set(name, module);
    return this;
  }

  /** Takes the module of that name out, and returns it. */
  pop<Name extends keyof Members & string>(name: Name): Members[Name] {
    const module = this.get(name);
    Reflect.deleteProperty(this, name);
    return module;
  }

  /** Takes all modules out. */
  clear(): void {
    for (const name of [...this.keys()]) Reflect.deleteProperty(this, name);
  }

  /** A dictionary computes nothing: call its modules. */
  forward(..._inputs: any[]): unknown {
    throw new BernoulliError(
      'Module [ModuleDict] is missing the required "forward" function; call its modules: dict.get("name")(x)',
    );
  }
}
