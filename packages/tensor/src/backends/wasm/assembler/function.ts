// Builds the body of one WebAssembly function: locals, assignments, stores, calls and structured control.
// Each method appends a statement, so that TypeScript run top to bottom reads like the code that it emits.

import { I8x16 } from "./bytes.js";
import { type Code, sized, unsigned, type ValueType, valueTypeCodes, vector } from "./encoding.js";
import { F32, F64, I32, I64, memoryImmediate, type Value } from "./values.js";
import { F32x4, F64x2, I32x4, I64x2, type Lane, type V128 } from "./vectors.js";

const lanes = [0, 1, 2, 3] as const;

/** The kinds of parameters and locals, and the expressions that they are. */
export interface Kinds {
  i32: I32;
  i64: I64;
  f32: F32;
  f64: F64;
  f32x4: F32x4;
  i32x4: I32x4;
  i8x16: I8x16;
  i64x2: I64x2;
  f64x2: F64x2;
}
export type Kind = keyof Kinds;

const kinds: { readonly [K in Kind]: { readonly type: ValueType; readonly Value: new (code: Code) => Kinds[K] } } = {
  i32: { type: "i32", Value: I32 },
  i64: { type: "i64", Value: I64 },
  f32: { type: "f32", Value: F32 },
  f64: { type: "f64", Value: F64 },
  f32x4: { type: "v128", Value: F32x4 },
  i32x4: { type: "v128", Value: I32x4 },
  i8x16: { type: "v128", Value: I8x16 },
  i64x2: { type: "v128", Value: I64x2 },
  f64x2: { type: "v128", Value: F64x2 },
};

/** The instruction that stores a value of a type. */
function storeOf(value: I32 | F32 | F64 | V128): Code {
  if (value instanceof I32) return [0x36];
  if (value instanceof F32) return [0x38];
  return value instanceof F64 ? [0x39] : [0xfd, 0x0b];
}

/** A parameter or a local: a value that can be assigned to. */
export type Local<V extends Value = Value> = V & { readonly index: number };

/** Parameters by name, in the order of the call. */
export type Parameters = Readonly<Record<string, Kind>>;
export type Locals<P extends Parameters> = { readonly [N in keyof P]: Local<Kinds[P[N]]> };

/** A function that other functions of the module can call. */
export interface Callable {
  readonly index: number;
}

export class FunctionBuilder implements Callable {
  readonly index: number;
  readonly name: string;
  readonly parameterTypes: readonly ValueType[];
  /** The names of parameters and locals, for the debugger. */
  readonly localNames: string[] = [];
  readonly #localTypes: ValueType[] = [];
  readonly #body: number[] = [];
  /** What comes before the body. */
  readonly #preamble: number[] = [];
  readonly #constants = new Map<string, Local>();
  /** Where statements go while they are kept apart. */
  #statements: number[][] | null = null;

  constructor(index: number, name: string, parameters: Parameters) {
    this.index = index;
    this.name = name;
    this.parameterTypes = Object.values(parameters).map((kind) => kinds[kind].type);
  }

  /** Makes the values for the parameters; called once, before any local is made. */
  takeParameters<P extends Parameters>(parameters: P): Locals<P> {
    const locals = Object.entries(parameters).map(([name, kind]) => [name, this.#name(name, kind)]);
    return Object.fromEntries(locals) as Locals<P>;
  }

  #name<K extends Kind>(name: string, kind: K): Local<Kinds[K]> {
    const index = this.localNames.length;
    this.localNames.push(name);
    const value = new kinds[kind].Value([0x20, ...unsigned(index)]);
    return Object.assign(value, { index });
  }

  /** A new local; it starts as zero, or as `initial`, assigned here. */
  local<K extends Kind>(
    kind: K,
    name: string,
    initial?: Kinds[K] | (K extends "i32" ? number : never),
  ): Local<Kinds[K]> {
    this.#localTypes.push(kinds[kind].type);
    const local = this.#name(name, kind);
    if (initial !== undefined) this.set(local, initial as Kinds[K]);
    return local;
  }

  /** `count` locals of one kind. */
  locals<K extends Kind>(kind: K, name: string, count: number): Local<Kinds[K]>[] {
    return Array.from({ length: count }, (_, i) => this.local(kind, `${name}${i}`));
  }

  /**
   * A local that has the number in all lanes from the beginning of the function on: Node 24 puts a constant together
   * anew wherever it is used, in loops too, and most slowly where it pairs vectors.
   */
  constant<K extends "f32x4" | "i32x4" | "f64x2">(kind: K, value: number): Local<Kinds[K]> {
    // As text, −0 would be 0.
    const name = `${kind} ${Object.is(value, -0) ? "-0" : value}`;
    const known = this.#constants.get(name) as Local<Kinds[K]> | undefined;
    if (known !== undefined) return known;
    const local = this.local(kind, name);
    const splats = {
      f32x4: () => F32x4.splat(F32.of(value)),
      i32x4: () => I32x4.splat(I32.of(value)),
      f64x2: () => F64x2.splat(F64.of(value)),
    };
    const splat = splats[kind]();
    this.#preamble.push(...splat.code, 0x21, ...unsigned(local.index));
    this.#constants.set(name, local);
    return local;
  }

  set<V extends Value>(local: Local<V>, value: V | (V extends I32 ? number : never)): void {
    const code = typeof value === "number" ? I32.of(value).code : (value as Value).code;
    this.#emit(code, [0x21], unsigned(local.index));
  }

  /** local += amount */
  increase(local: Local<I32>, amount: I32 | number): void {
    this.set(local as Local<I32>, local.add(amount));
  }

  /** Stores a value of 4, 8 or 16 bytes, as its type says. */
  store(address: I32, value: I32 | F32 | F64 | V128, offset = 0): void {
    this.#emit(address.code, value.code, storeOf(value), memoryImmediate(2, offset));
  }

  /** Stores the low byte. */
  storeByte(address: I32, value: I32, offset = 0): void {
    this.#emit(address.code, value.code, [0x3a], memoryImmediate(0, offset));
  }

  /** Stores one lane of 32 bits. */
  storeLane(address: I32, value: V128, lane: Lane, offset = 0): void {
    this.#emit(address.code, value.code, [0xfd, 0x5a], memoryImmediate(2, offset), [lane]);
  }

  /** Stores the first `count` lanes, or all four where there are no more. */
  storeLanes(address: I32, vector: Local<F32x4 | I32x4>, count: number, offset = 0): void {
    if (count >= 4) this.store(address, vector, offset);
    else for (const lane of lanes.slice(0, count)) this.storeLane(address, vector, lane, offset + 4 * lane);
  }

  /** Stores an integer so that threads that see it see all that was written before it. */
  storeAtomic(address: I32, value: I32): void {
    this.#emit(address.code, value.code, [0xfe, 0x17], memoryImmediate(2, 0));
  }

  /** Copies `byteLength` bytes. */
  copy(to: I32, from: I32, byteLength: I32 | number): void {
    this.#emit(to.code, from.code, I32.of(byteLength).code, [0xfc, 0x0a, 0x00, 0x00]);
  }

  /** Clears `byteLength` bytes. */
  clear(address: I32, byteLength: I32): void {
    this.#emit(address.code, I32.of(0).code, byteLength.code, [0xfc, 0x0b, 0x00]);
  }

  call(callee: Callable, ...values: readonly (Value | number)[]): void {
    for (const value of values) this.#emit((typeof value === "number" ? I32.of(value) : value).code);
    this.#emit([0x10], unsigned(callee.index));
  }

  if(condition: I32, then: () => void, otherwise?: () => void): void {
    this.#emit(condition.code, [0x04, 0x40]);
    then();
    if (otherwise !== undefined) {
      this.#emit([0x05]);
      otherwise();
    }
    this.#emit([0x0b]);
  }

  /** Tests at the top: V8 before version 12 allots registers far better than in a loop that tests at the bottom. */
  while(condition: I32, body: () => void): void {
    this.#emit([0x02, 0x40, 0x03, 0x40], condition.isZero().code, [0x0d, 0x01]);
    body();
    this.#emit([0x0c, 0x00, 0x0b, 0x0b]);
  }

  /** Runs `body` `count` times. */
  repeat(count: I32 | number, body: () => void): void {
    const remaining = this.local("i32", "remaining", I32.of(count));
    this.while(remaining.greaterThan(0), () => {
      body();
      this.set(remaining, remaining.subtract(1));
    });
  }

  /**
   * Emits `body` for neighbours 0 … count − 1 side by side: the first statement of each, the second of each … Bodies are alike but for
   * offsets and the locals that they set, and have no blocks. The last neighbour comes first: where V8 widens a pair of stores
   * it has to store the lower one twice if that comes first. What a store stores must have been loaded by an earlier statement.
   */
  abreast(count: number, body: (neighbour: number) => void): void {
    const all = Array.from({ length: count }, (_, neighbour) => this.#statementsOf(() => body(neighbour)));
    const length = all[0]?.length ?? 0;
    if (all.some((own) => own.length !== length)) throw new TypeError("statements that go abreast are not alike");
    for (let at = 0; at < length; at += 1) for (const own of all.toReversed()) this.#emit(own[at]!);
  }

  #statementsOf(body: () => void): readonly Code[] {
    const outer = this.#statements;
    const own: number[][] = [];
    this.#statements = own;
    body();
    this.#statements = outer;
    return own;
  }

  #emit(...parts: readonly Code[]): void {
    let to = this.#body;
    if (this.#statements !== null) {
      to = [];
      this.#statements.push(to);
    }
    for (const part of parts) for (const byte of part) to.push(byte);
  }

  /** The function as the code section holds it. */
  toCode(): Code {
    const locals = this.#localTypes.map((type) => [1, valueTypeCodes[type]]);
    return sized([...vector(locals), ...this.#preamble, ...this.#body, 0x0b]);
  }
}
