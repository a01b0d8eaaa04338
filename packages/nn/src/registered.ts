// What is registered with one module, parameters, buffers and modules: each under its key, PyTorch's, and behind a property, and who keeps
// a buffer's memory. Not which modules there are, nor in which order they are walked (walk.ts).

import { ArgumentError, isTensor, type Tensor } from "@bernoulli/tensor";
import { Buffer, buffersMade } from "./buffer.js";
import { Callable } from "./callable.js";
import { Parameter } from "./parameter.js";

type Kind = "parameter" | "buffer" | "module";

/** What may be registered. */
export type Member = Tensor | Callable;

export interface Registration {
  readonly kind: Kind;
  readonly key: string;
  /** By which it is read and written: the key, or in camelCase. */
  readonly property: string;
  readonly persistent: boolean;
}

export interface Entry extends Registration {
  value: Member | null;
}

/** The entry behind a property, by the property's getter. */
const behind = new WeakMap<object, Entry>();

/** The parameter or module that is registered behind a property, with its key, or null. */
export function registeredBehind({ get }: PropertyDescriptor): [key: string, member: Member] | null {
  const entry = get === undefined ? undefined : behind.get(get);
  if (entry === undefined || entry.kind === "buffer" || entry.value === null) return null;
  return [entry.key, entry.value];
}

/** What is registered behind a property, empty places and buffers among them, or null. */
export function entryBehind({ get }: PropertyDescriptor): Readonly<Entry> | null {
  return (get === undefined ? undefined : behind.get(get)) ?? null;
}

export class Registered {
  readonly #owner: object;
  readonly #entries = new Map<string, Entry>();
  /** How many Buffers there were when fields were last looked at. */
  #looked = 0;

  constructor(owner: object) {
    this.#owner = owner;
  }

  /** Makes the value what is registered under `key`, and the owner's property keep what is assigned to it. */
  register({ kind, key, property, persistent }: Registration, value: Member | null): void {
    const caller = callers[kind];
    if (key === "") throw new ArgumentError(`${caller}: ${kind} name can't be empty string ""`);
    if (key.includes(".")) throw new ArgumentError(`${caller}: ${kind} name can't contain ".", but got "${key}"`);
    const before = this.#entries.get(key);
    // A field that is declared without a value is there already, as undefined.
    const isUnset =
      Object.getOwnPropertyDescriptor(this.#owner, property)?.value === undefined &&
      Object.hasOwn(this.#owner, property);
    const isOwn = before?.kind === kind && before.property === property;
    if (!isOwn && (before !== undefined || (property in this.#owner && !isUnset)))
      throw new ArgumentError(`${caller}: attribute '${property}' already exists`);
    const entry: Entry = { kind, key, property, persistent, value: before?.value ?? null };
    assign(entry, value);
    this.#entries.set(key, entry);
    this.#install(entry);
  }

  /**
   * A class field of a property's name, `mean = this.registerBuffer("mean", …)`, is defined behind the registration and replaces
   * the property, which then keeps nothing. Takes over what stands there and puts the property back.
   */
  settle(): void {
    for (const entry of this.#entries.values()) {
      const property = Object.getOwnPropertyDescriptor(this.#owner, entry.property);
      if (property === undefined || property.get !== undefined) continue;
      this.#install(entry);
      // A field without a value, as a subclass writes it to state a type.
      if (property.value !== undefined) assign(entry, property.value);
    }
    if (this.#looked !== buffersMade()) this.#adopt();
  }

  /** Registers the Buffers that stand on fields. */
  #adopt(): void {
    this.#looked = buffersMade();
    for (const property of Object.keys(this.#owner)) {
      const value: unknown = Object.getOwnPropertyDescriptor(this.#owner, property)?.value;
      if (!(value instanceof Buffer)) continue;
      const entry: Entry = { kind: "buffer", key: property, property, persistent: value.persistent, value };
      this.#entries.set(property, entry);
      this.#install(entry);
    }
  }

  /** The buffers that are there: not those set to null, nor those whose property was deleted. */
  *buffers(persistentOnly = false): Generator<[key: string, tensor: Tensor]> {
    this.settle();
    for (const { kind, key, property, value, persistent } of this.#entries.values()) {
      if (kind !== "buffer" || value === null || !Object.hasOwn(this.#owner, property)) continue;
      if (persistent || !persistentOnly) yield [key, value as Tensor];
    }
  }

  /** Puts other tensors in the place of the buffers that have one. */
  replace(others: ReadonlyMap<Tensor, Tensor>): void {
    for (const entry of this.#entries.values()) {
      const other = entry.kind === "buffer" ? others.get(entry.value as Tensor) : undefined;
      if (other !== undefined) assign(entry, other);
    }
  }

  /**
   * Has another tensor in a place, which it does not keep, until the result is called; that returns what stands there then. Null
   * where nothing is registered under the key.
   */
  lend(key: string, tensor: Tensor): (() => Tensor | null) | null {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.kind === "module") return null;
    const before = entry.value;
    entry.value = tensor;
    return () => {
      const left = entry.value as Tensor | null;
      entry.value = before;
      if (entry.kind === "buffer" && left !== tensor && left !== null) release(left);
      return left;
    };
  }

  #install(entry: Entry): void {
    const get = (): Member | null => entry.value;
    behind.set(get, entry);
    Object.defineProperty(this.#owner, entry.property, {
      get,
      set: (value: unknown) => assign(entry, value),
      enumerable: true,
      configurable: true,
    });
  }
}

const callers = { parameter: "registerParameter", buffer: "registerBuffer", module: "registerModule" } as const;

function assign(entry: Entry, value: unknown): void {
  const { kind, property, value: before } = entry;
  const refused = (wanted: string, why = ""): ArgumentError =>
    new ArgumentError(
      `cannot assign '${isTensor(value) ? "Tensor" : typeof value}' as ${kind === "module" ? "child module" : kind} '${property}' (${wanted} or null expected)${why}`,
    );
  if (kind === "parameter" && value !== null && !(value instanceof Parameter))
    throw refused(
      "nn.Parameter",
      ": nothing would train it; assign new Parameter(…), or compute with it in a forward of your own",
    );
  if (kind === "module" && value !== null && !(value instanceof Callable)) throw refused("nn.Module");
  if (kind === "buffer" && value !== null && !isTensor(value)) throw refused("Tensor");
  if (kind === "buffer" && value !== null) hold(value as Tensor);
  entry.value = value as Member | null;
  if (kind === "buffer" && before !== null) release(before as Tensor);
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

/** Makes those who hold a storage hold a tensor's instead, which has taken its place. */
export function moveHold(storage: Tensor["storage"], tensor: Tensor): void {
  const count = holders.get(storage);
  if (count === undefined) return;
  holders.delete(storage);
  storage.kept = false;
  holders.set(tensor.storage, count);
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
