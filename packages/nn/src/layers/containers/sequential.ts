// Sequential: layers called one after the other.

import { ArgumentError } from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { isModule } from "../../walk.js";

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
      if (!isModule(layer))
        throw new ArgumentError(
          `Sequential: ${typeof layer} is not a Module subclass: layer "${name}" must be a module (functions go into a forward of your own)`,
        );
      if (name === "" || name.includes("."))
        throw new ArgumentError(`Sequential: module name can't be empty or contain ".", got "${name}"`);
      if (named === first && /^(0|[1-9]\d*)$/.test(name))
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

  forward(...inputs: InputsOf<Layers>): OutputOf<Layers> {
    let values: readonly unknown[] = inputs;
    for (const layer of this) values = [layer(...values)];
    return values[0] as OutputOf<Layers>;
  }
}
