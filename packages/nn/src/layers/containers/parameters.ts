// ParameterList and ParameterDict: parameters in a list, or by names.

import { ArgumentError, BernoulliError, describe, IndexError, isTensor, type Tensor } from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { Parameter } from "../../parameter.js";
import { add, entriesFrom, missing } from "./named.js";

/** Tensors become parameters, which share their elements. */
function asParameter(owner: string, value: Tensor): Parameter {
  if (value instanceof Parameter) return value;
  if (!isTensor(value))
    throw new ArgumentError(`${owner}: expected a Parameter or a Tensor, but got ${describe(value)}`);
  return new Parameter(value.detach());
}

function lines(parameters: Iterable<readonly [name: string, parameter: Parameter]>): string {
  return [...parameters]
    .map(([name, { dtype, shape }]) => `  (${name}): Parameter containing: [torch.${dtype} of size ${shape.join("x")}]`)
    .join("\n");
}

/**
 * A list of parameters; tensors become parameters. An array in a field of a module serves as well, with the same keys.
 * See https://pytorch.org/docs/stable/generated/torch.nn.ParameterList.html.
 *
 * @throws ArgumentError if an element is no tensor.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { ParameterList } from "@bernoulli/nn";
 * const scales = new ParameterList([zeros(2), zeros(3)]);
 * scales.append(zeros(1)).length; // → 3
 * Object.keys(scales.stateDict()); // → ["0", "1", "2"]
 * ```
 */
export class ParameterList extends Module {
  static override readonly name: string = "ParameterList";
  [index: number]: Parameter;

  constructor(values: Iterable<Tensor> = []) {
    super();
    this.extend(values);
  }

  /** The number of parameters. */
  override get length(): number {
    return [...this].length;
  }

  *[Symbol.iterator](): Generator<Parameter> {
    for (let at = 0; Object.hasOwn(this, at); at++) yield this[at]!;
  }

  /**
   * The parameter at a place; negative counts from the back.
   *
   * @throws IndexError if there is none.
   */
  at(index: number): Parameter {
    const found = [...this].at(index);
    if (found === undefined)
      throw new IndexError(`ParameterList: index ${index} is out of range for ${this.length} parameters`);
    return found;
  }

  /** Adds a parameter at the end, and returns the list. */
  append(value: Tensor): this {
    this[this.length] = asParameter("ParameterList", value);
    return this;
  }

  /** Adds parameters at the end, and returns the list. */
  extend(values: Iterable<Tensor>): this {
    if (typeof (values as Iterable<Tensor> | null)?.[Symbol.iterator] !== "function")
      throw new ArgumentError(`ParameterList: expected an iterable of tensors, but got ${describe(values)}`);
    for (const value of [...values]) this.append(value);
    return this;
  }

  /** A list computes nothing: compute with its elements. */
  forward(): never {
    throw new BernoulliError("ParameterList should not be called");
  }

  override extraRepr(): string {
    return lines([...this].map((parameter, at) => [String(at), parameter]));
  }
}

/**
 * Parameters by names, in the order in which they were given; tensors become parameters. Walking over it gives the names.
 * See https://pytorch.org/docs/stable/generated/torch.nn.ParameterDict.html.
 *
 * @throws ArgumentError if a value is no tensor, or a name is empty, has a dot in it or is taken, as by a method.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { ParameterDict } from "@bernoulli/nn";
 * const scales = new ParameterDict({ left: zeros(2), right: zeros(3) });
 * scales.get("right").shape; // → [3]
 * Object.keys(scales.stateDict()); // → ["left", "right"]
 * ```
 */
export class ParameterDict extends Module {
  static override readonly name: string = "ParameterDict";

  constructor(values: Readonly<Record<string, Tensor>> | Iterable<readonly [string, Tensor]> = {}) {
    super();
    this.update(values);
  }

  /** The number of parameters. */
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

  /** The parameters, in order. */
  *values(): Generator<Parameter> {
    for (const [, parameter] of this.items()) yield parameter;
  }

  /** Names and parameters, in order. */
  *items(): Generator<[name: string, parameter: Parameter]> {
    for (const [name, value] of Object.entries(this)) if (value instanceof Parameter) yield [name, value];
  }

  /** Whether there is a parameter of that name. */
  has(name: string): boolean {
    return Object.hasOwn(this, name) && Reflect.get(this, name) instanceof Parameter;
  }

  /**
   * The parameter of that name.
   *
   * @throws ArgumentError if there is none.
   */
  get(name: string): Parameter {
    if (!this.has(name)) throw missing("ParameterDict", name, this.keys());
    return Reflect.get(this, name) as Parameter;
  }

  /** Puts a parameter under a name, in the place of the one that is there. Returns the dictionary. */
  set(name: string, value: Tensor): this {
    add("ParameterDict", this, name, asParameter("ParameterDict", value), this.has(name));
    return this;
  }

  /** Puts the parameters of another under their names. Returns the dictionary. */
  update(values: Readonly<Record<string, Tensor>> | Iterable<readonly [string, Tensor]>): this {
    for (const [name, value] of entriesFrom("ParameterDict", values)) this.set(name, value);
    return this;
  }

  /** Takes the parameter of that name out, and returns it. */
  pop(name: string): Parameter {
    const parameter = this.get(name);
    Reflect.deleteProperty(this, name);
    return parameter;
  }

  /** A dictionary computes nothing: compute with its parameters. */
  forward(): never {
    throw new BernoulliError("ParameterDict should not be called");
  }

  override extraRepr(): string {
    return lines(this.items());
  }
}
