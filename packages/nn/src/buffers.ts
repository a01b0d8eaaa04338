// The buffers of one module: tensors that no optimizer trains, each behind a property of its name, and who keeps their
// memory. Not which modules there are, nor in which order they are walked (walk.ts).

import { ArgumentError, isTensor, type Tensor } from "@bernoulli/tensor";

interface Entry {
  tensor: Tensor | null;
  readonly persistent: boolean;
}

export class Buffers {
  readonly #owner: object;
  readonly #entries = new Map<string, Entry>();

  constructor(owner: object) {
    this.#owner = owner;
  }

  /** Makes the tensor the buffer `name`, and the owner's property of that name keep what is assigned to it. */
  register(name: string, tensor: Tensor | null, persistent: boolean): void {
    if (name === "") throw new ArgumentError('registerBuffer: buffer name can\'t be empty string ""');
    if (name.includes(".")) throw new ArgumentError(`registerBuffer: buffer name can't contain ".", but got "${name}"`);
    const before = this.#entries.get(name);
    // A field that is declared without a value is there already, as undefined.
    const isUnset =
      Object.getOwnPropertyDescriptor(this.#owner, name)?.value === undefined && Object.hasOwn(this.#owner, name);
    if (name in this.#owner && before === undefined && !isUnset)
      throw new ArgumentError(`registerBuffer: attribute '${name}' already exists`);
    const entry: Entry = { tensor: before?.tensor ?? null, persistent };
    assign(name, entry, tensor);
    this.#entries.set(name, entry);
    this.#install(name, entry);
  }

  /**
   * A class field of a buffer's name, `mean = this.registerBuffer("mean", …)`, is defined after the buffer and replaces its
   * property, which then keeps nothing. Takes over what stands there and puts the property back.
   */
  settle(): void {
    for (const [name, entry] of this.#entries) {
      const property = Object.getOwnPropertyDescriptor(this.#owner, name);
      if (property === undefined || property.get !== undefined) continue;
      this.#install(name, entry);
      // A field without a value, as a subclass writes it to state a type.
      if (property.value !== undefined) assign(name, entry, property.value);
    }
  }

  /** The buffers that are there: not those set to null, nor those whose property was deleted. */
  *entries(persistentOnly = false): Generator<[name: string, tensor: Tensor]> {
    this.settle();
    for (const [name, { tensor, persistent }] of this.#entries) {
      if (tensor === null || !Object.hasOwn(this.#owner, name)) continue;
      if (persistent || !persistentOnly) yield [name, tensor];
    }
  }

  /** Puts other tensors in the place of those that have one. */
  replace(others: ReadonlyMap<Tensor, Tensor>): void {
    for (const [name, entry] of this.#entries) {
      const other = entry.tensor === null ? undefined : others.get(entry.tensor);
      if (other !== undefined) assign(name, entry, other);
    }
  }

  /** Has another tensor in a buffer's place, which it does not keep, until the result is called; that returns what stands there then. */
  lend(name: string, tensor: Tensor): () => Tensor | null {
    const entry = this.#entries.get(name)!;
    const before = entry.tensor;
    entry.tensor = tensor;
    return () => {
      const left = entry.tensor;
      entry.tensor = before;
      if (left !== tensor && left !== null) release(left);
      return left;
    };
  }

  #install(name: string, entry: Entry): void {
    Object.defineProperty(this.#owner, name, {
      get: () => entry.tensor,
      set: (value: unknown) => assign(name, entry, value),
      enumerable: true,
      configurable: true,
    });
  }
}

function assign(name: string, entry: Entry, value: unknown): void {
  if (value !== null && !isTensor(value))
    throw new ArgumentError(`cannot assign '${typeof value}' as buffer '${name}' (Tensor or null expected)`);
  const { tensor: before } = entry;
  if (value !== null) hold(value);
  entry.tensor = value;
  if (before !== null) release(before);
}

/** How many buffers hold a storage that they keep. What somebody else kept before, such as a parameter's, is not among them. */
const holders = new WeakMap<Tensor["storage"], number>();

function hold(tensor: Tensor): void {
  const { storage } = tensor;
  const count = holders.get(storage) ?? 0;
  if (count === 0 && storage.kept) return;
  holders.set(storage, count + 1);
  tensor.keep();
}

/**
 * A replaced tensor is nobody's to free, but backward, a state dict or a variable may still hold it: it goes to JavaScript
 * memory, from which it is collected once nobody does, and comes back to the device where an op asks for it. Freeing it at
 * once, or with the current scope, would pull it away from them.
 */
function release({ storage }: Tensor): void {
  const count = holders.get(storage);
  if (count === undefined) return;
  if (count > 1) {
    holders.set(storage, count - 1);
    return;
  }
  holders.delete(storage);
  storage.kept = false;
  storage.toHost();
}
