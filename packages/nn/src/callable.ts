// Makes modules callable: the constructor returns a closure with the class's prototype, so that `this.conv1(x)` runs
// conv1's forward. What a call does around forward is in call.ts.

/**
 * The method by which a module sees to its fields before it is called or walked, since plain assignments tell it nothing.
 * A symbol, so that it takes no name from subclasses.
 */
export const settle: unique symbol = Symbol("settle");

/** The method by which a layer registers a parameter or buffer under a key that is not its property's name (keys.ts). */
export const enroll: unique symbol = Symbol("enroll");

/** The method by which a module has another tensor in a registered one's place, until what it returns is called. */
export const lend: unique symbol = Symbol("lend");

/** Whether a module is a list: it is printed with its repeated elements on one line. */
export const isList: unique symbol = Symbol("isList");

/**
 * The base of Module. A Proxy would do the same at a cost for every property read, `new Function` is forbidden by
 * content policies; a closure is neither. Private fields of subclasses are installed on the closure, since that is
 * what `super()` returns.
 */
export abstract class Callable {
  constructor() {
    const closure = (...inputs: unknown[]): unknown => module.run(inputs);
    const module = closure as unknown as Callable;
    // Own properties of every function; they would hide fields of these names on the prototype chain.
    delete (closure as { name?: string }).name;
    delete (closure as { length?: number }).length;
    Object.setPrototypeOf(module, new.target.prototype as object);
    // biome-ignore lint/correctness/noConstructorReturn: the whole point, see above
    return module;
  }

  /** What calling the module does. */
  protected abstract run(inputs: readonly unknown[]): unknown;
}
