// Sequential: layers called one after the other.

import { ArgumentError, IndexError } from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { isModule } from "../../walk.js";

function isInteger(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name);
}

function checkLayer(name: string, layer: unknown): asserts layer is Module {
  if (!isModule(layer))
    throw new ArgumentError(
      `Sequential: ${typeof layer} is not a Module subclass: layer "${name}" must be a module (functions go into a forward of your own)`,
    );
}

/** What the first layer takes. */
type InputsOf<Layers extends readonly Module[]> = Layers extends readonly [infer First extends Module, ...unknown[]]
  ? Parameters<First["forward"]>
  : any[];
/** What the last layer gives. */
type OutputOf<Layers extends readonly Module[]> = Layers extends readonly [...unknown[], infer Last extends Module]
  ? ReturnType<Last["forward"]>
  : any;

/** The layers again, where each takes what the one before it gives; otherwise a text in the first that does not. */
type Chained<Layers extends readonly Module[]> = Layers extends readonly [
  infer First extends Module,
  infer Second extends Module,
  ...infer Rest extends Module[],
]
  ? [ReturnType<First["forward"]>] extends Parameters<Second["forward"]>
    ? [First, ...Chained<[Second, ...Rest]>]
    : [First, "this layer does not take what the layer before it gives", ...Rest]
  : Layers;

/**
 * Calls its layers in order, each with the result of the one before. The types follow: it takes what the first takes
 * and gives what the last gives. Layers hang on the keys 0, 1, …, or on names of one's own, given as an object.
 * See https://pytorch.org/docs/stable/generated/torch.nn.Sequential.html.
 *
 * @throws ArgumentError if a layer is no module, or if a name is empty, has a dot in it or is taken.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Linear, ReLU, Sequential } from "@bernoulli/nn";
 * const model = new Sequential(new Linear(4, 3), new ReLU(), new Linear(3, 2));
 * model(ones(5, 4)).shape; // → [5, 2]
 * Object.keys(model.stateDict()); // → ["0.weight", "0.bias", "2.weight", "2.bias"]
 * Object.keys(new Sequential({ fc: new Linear(4, 3) }).stateDict()); // → ["fc.weight", "fc.bias"]
 * ```
 */
export class Sequential<const Layers extends readonly Module[] = readonly Module[]> extends Module {
  static override readonly name: string = "Sequential";
  readonly [index: number]: Module;

  constructor(layers: Readonly<Record<string, Module>>);
  constructor(...layers: Layers & Chained<Layers>);
  constructor(...given: readonly unknown[]) {
    super();
    const [first] = given;
    if (given.length === 1 && Array.isArray(first))
      throw new ArgumentError("Sequential: an array is not a Module subclass; spread it, new Sequential(...layers)");
    const named = given.length === 1 && typeof first === "object" && first !== null ? first : { ...given };
    for (const [name, layer] of Object.entries(named)) {
      checkLayer(name, layer);
      if (name === "" || name.includes("."))
        throw new ArgumentError(`Sequential: module name can't be empty or contain ".", got "${name}"`);
      if (named === first && isInteger(name))
        throw new ArgumentError(
          `Sequential: module name can't be an integer, got "${name}": JavaScript would put it before all other names; list the layers, or give names that are no integers`,
        );
      if (name in this)
        throw new ArgumentError(`Sequential: attribute '${name}' already exists; give the layer another name`);
      Object.defineProperty(this, name, { value: layer, enumerable: true, configurable: true, writable: true });
    }
  }

  /** The number of layers. */
  override get length(): number {
    return [...this].length;
  }

  /** The layers in order, also those that stand there more than once. */
  *[Symbol.iterator](): Generator<Module> {
    for (const value of Object.values(this)) if (isModule(value)) yield value;
  }

  /**
   * The layer at a place; negative counts from the back.
   *
   * @throws IndexError if there is none.
   */
  at(index: number): Module {
    const found = [...this].at(index);
    if (found === undefined)
      throw new IndexError(`Sequential: index ${index} is out of range for ${this.length} layers`);
    return found;
  }

  /** The layers from `start` up to `end`, which is not among them, under their names: PyTorch's `net[start:end]`. */
  slice(start?: number, end?: number): Sequential {
    const part = new Sequential();
    const named = Object.entries(this).filter(([, value]) => isModule(value));
    for (const [at, [name, layer]] of named.slice(start, end).entries())
      part.addModule(isInteger(name) ? String(at) : name, layer);
    return part;
  }

  /** Adds a layer at the end, under its place's number, and returns this. */
  append(layer: Module): this {
    return this.extend([layer]);
  }

  /** Adds layers at the end, and returns this. */
  extend(layers: Iterable<Module>): this {
    for (const layer of [...layers]) {
      checkLayer(String(this.length), layer);
      if (this.length > 0 && !isInteger(namesOf(this).at(-1)!))
        throw new ArgumentError(
          "Sequential: JavaScript would put a number before the names of the layers; call addModule(name, layer)",
        );
      this.addModule(String(this.length), layer);
    }
    return this;
  }

  /**
   * Puts a layer before the one at a place, or at the end; negative counts from the back. Returns this.
   *
   * @throws IndexError if the place is beyond the end; ArgumentError where layers have names.
   */
  insert(index: number, layer: Module): this {
    const layers = [...this];
    const at = index < 0 ? index + layers.length : index;
    if (!Number.isInteger(at) || at < 0 || at > layers.length)
      throw new IndexError(`Sequential: index ${index} is out of range for ${layers.length} layers`);
    if (!namesOf(this).every(isInteger))
      throw new ArgumentError("Sequential: insert moves layers from number to number, and these have names");
    checkLayer(String(at), layer);
    for (const [place, moved] of layers.toSpliced(at, 0, layer).entries()) this.addModule(String(place), moved);
    return this;
  }

  forward(...inputs: InputsOf<Layers>): OutputOf<Layers> {
    let values: readonly unknown[] = inputs;
    for (const layer of this) values = [layer(...values)];
    return values[0] as OutputOf<Layers>;
  }
}

function namesOf(layers: Module): string[] {
  return Object.keys(layers).filter((name) => isModule(Reflect.get(layers, name)));
}
