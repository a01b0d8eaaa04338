// A pickle's bytes into data: a machine with a stack that makes lists, dictionaries and notes of calls, and runs nothing. It
// knows the opcodes that protocols 2 to 5 write for such data; others are refused. See Python's Lib/pickletools.py, which says
// what each opcode does.

import { FormatError } from "../errors.js";
import { PickleCall, PickleDict, PickleGlobal, PicklePersistent, PickleTuple, type PickleValue } from "./values.js";

/** A stack's place where a list, tuple or dictionary begins. */
const mark = Symbol("mark");

type Slot = PickleValue | typeof mark;

/** What an opcode does with the machine. */
type Operation = (machine: Machine) => void;

class Machine {
  readonly stack: Slot[] = [];
  readonly memo = new Map<number, PickleValue>();
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #file: string;
  at: number;

  constructor(bytes: Uint8Array, file: string, at: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#file = file;
    this.at = at;
  }

  fail(message: string): FormatError {
    return new FormatError(`the pickle ${message} (byte ${this.at})`, { file: this.#file });
  }

  take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.at) throw this.fail("ends early; the file was cut off");
    const bytes = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    return bytes;
  }

  /** An unsigned integer of 1, 2, 4 or 8 bytes. */
  unsigned(width: 1 | 2 | 4 | 8): number {
    const at = this.at;
    this.take(width);
    if (width === 1) return this.#view.getUint8(at);
    if (width === 2) return this.#view.getUint16(at, true);
    if (width === 4) return this.#view.getUint32(at, true);
    return Number(this.#view.getBigUint64(at, true));
  }

  signed32(): number {
    const at = this.at;
    this.take(4);
    return this.#view.getInt32(at, true);
  }

  float(): number {
    const at = this.at;
    this.take(8);
    return this.#view.getFloat64(at, false);
  }

  /** An integer of so many bytes, as a number where one holds it. */
  long(length: number): number | bigint {
    const bytes = this.take(length);
    if (length > 1024) throw this.fail(`has an integer of ${length} bytes`);
    let value = 0n;
    for (let at = length - 1; at >= 0; at--) value = (value << 8n) | BigInt(bytes[at]!);
    const signed = length > 0 && bytes[length - 1]! >= 128 ? value - (1n << BigInt(8 * length)) : value;
    return Number.isSafeInteger(Number(signed)) ? Number(signed) : signed;
  }

  text(length: number): string {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.take(length));
    } catch (error) {
      if (error instanceof TypeError) throw this.fail("has a string that is not UTF-8");
      throw error;
    }
  }

  line(): string {
    const end = this.#bytes.indexOf(10, this.at);
    if (end < 0) throw this.fail("ends early; the file was cut off");
    const text = this.text(end - this.at);
    this.at += 1;
    return text;
  }

  pop(): PickleValue {
    const value = this.stack.pop();
    if (value === undefined || value === mark) throw this.fail("takes a value from its stack where none is");
    return value;
  }

  top(): PickleValue {
    const value = this.stack.at(-1);
    if (value === undefined || value === mark) throw this.fail("takes a value from its stack where none is");
    return value;
  }

  /** All values behind the last mark, which goes with them. */
  popToMark(): PickleValue[] {
    const begin = this.stack.lastIndexOf(mark);
    if (begin < 0) throw this.fail("ends a list that was not begun");
    const values = this.stack.splice(begin);
    return values.slice(1) as PickleValue[];
  }

  recall(index: number): void {
    const value = this.memo.get(index);
    if (value === undefined) throw this.fail(`recalls a value ${index} that it has not memorised`);
    this.stack.push(value);
  }

  global(module: PickleValue, name: PickleValue): void {
    if (typeof module !== "string" || typeof name !== "string") throw this.fail("names a class by what is no string");
    this.stack.push(new PickleGlobal(module, name));
  }

  call(callable: PickleValue, args: PickleValue): void {
    if (!(args instanceof PickleTuple)) throw this.fail("calls a function with what is no tuple");
    this.stack.push(new PickleCall(callable, args.items));
  }

  append(values: readonly PickleValue[]): void {
    const target = this.top();
    const list = target instanceof PickleCall ? target.items : target;
    if (!Array.isArray(list)) throw this.fail("appends to what is no list");
    for (const value of values) list.push(value);
  }

  set(values: readonly PickleValue[]): void {
    const target = this.top();
    if (!(target instanceof PickleDict || target instanceof PickleCall))
      throw this.fail("sets items of what is no dictionary");
    if (values.length % 2 !== 0) throw this.fail("sets a key without a value");
    for (let at = 0; at < values.length; at += 2) target.entries.push([values[at]!, values[at + 1]!]);
  }

  build(): void {
    const state = this.pop();
    const target = this.top();
    if (!(target instanceof PickleCall)) throw this.fail("sets the state of what has none");
    target.state = state;
  }
}

const push =
  (value: (machine: Machine) => Slot): Operation =>
  (machine) =>
    void machine.stack.push(value(machine));

const tupleOf =
  (count: 1 | 2 | 3): Operation =>
  (machine) => {
    const items = Array.from({ length: count }, () => machine.pop()).reverse();
    machine.stack.push(new PickleTuple(items));
  };

const memoise =
  (index: (machine: Machine) => number): Operation =>
  (machine) =>
    void machine.memo.set(index(machine), machine.top());

/** By opcode. STOP is not among them: it ends the loop. */
const operations: Readonly<Record<number, Operation>> = {
  128: (machine) => {
    const protocol = machine.unsigned(1);
    if (protocol < 2 || protocol > 5) throw machine.fail(`is of protocol ${protocol}; 2 to 5 are read`);
  },
  149: (machine) => void machine.unsigned(8), // FRAME
  40: push(() => mark), // MARK
  48: (machine) => void machine.stack.pop(), // POP
  49: (machine) => void machine.popToMark(), // POP_MARK
  50: push((machine) => machine.top()), // DUP
  78: push(() => null), // NONE
  136: push(() => true), // NEWTRUE
  137: push(() => false), // NEWFALSE
  74: push((machine) => machine.signed32()), // BININT
  75: push((machine) => machine.unsigned(1)), // BININT1
  77: push((machine) => machine.unsigned(2)), // BININT2
  138: push((machine) => machine.long(machine.unsigned(1))), // LONG1
  139: push((machine) => machine.long(machine.unsigned(4))), // LONG4
  71: push((machine) => machine.float()), // BINFLOAT
  88: push((machine) => machine.text(machine.unsigned(4))), // BINUNICODE
  140: push((machine) => machine.text(machine.unsigned(1))), // SHORT_BINUNICODE
  141: push((machine) => machine.text(machine.unsigned(8))), // BINUNICODE8
  85: push((machine) => machine.text(machine.unsigned(1))), // SHORT_BINSTRING, Python 2's strings
  84: push((machine) => machine.text(machine.unsigned(4))), // BINSTRING
  67: push((machine) => machine.take(machine.unsigned(1))), // SHORT_BINBYTES
  66: push((machine) => machine.take(machine.unsigned(4))), // BINBYTES
  142: push((machine) => machine.take(machine.unsigned(8))), // BINBYTES8
  93: push(() => []), // EMPTY_LIST
  125: push(() => new PickleDict()), // EMPTY_DICT
  41: push(() => new PickleTuple([])), // EMPTY_TUPLE
  108: push((machine) => machine.popToMark()), // LIST
  116: push((machine) => new PickleTuple(machine.popToMark())), // TUPLE
  133: tupleOf(1), // TUPLE1
  134: tupleOf(2), // TUPLE2
  135: tupleOf(3), // TUPLE3
  97: (machine) => machine.append([machine.pop()]), // APPEND
  101: (machine) => machine.append(machine.popToMark()), // APPENDS
  115: (machine) => machine.set([machine.pop(), machine.pop()].reverse()), // SETITEM
  117: (machine) => machine.set(machine.popToMark()), // SETITEMS
  113: memoise((machine) => machine.unsigned(1)), // BINPUT
  114: memoise((machine) => machine.unsigned(4)), // LONG_BINPUT
  148: memoise((machine) => machine.memo.size), // MEMOIZE
  104: (machine) => machine.recall(machine.unsigned(1)), // BINGET
  106: (machine) => machine.recall(machine.unsigned(4)), // LONG_BINGET
  // GLOBAL
  99: (machine) => {
    const module = machine.line();
    machine.global(module, machine.line());
  },
  // STACK_GLOBAL
  147: (machine) => {
    const name = machine.pop();
    machine.global(machine.pop(), name);
  },
  // REDUCE, and NEWOBJ, which makes an object of a class
  82: (machine) => {
    const args = machine.pop();
    machine.call(machine.pop(), args);
  },
  129: (machine) => {
    const args = machine.pop();
    machine.call(machine.pop(), args);
  },
  98: (machine) => machine.build(), // BUILD
  81: push((machine) => new PicklePersistent(machine.pop())), // BINPERSID
};

const stop = 0x2e;

/**
 * The value of the pickle that begins at a place, and where it ends. Nothing that it names is looked up or called.
 *
 * @throws FormatError for opcodes that such data do not need, and for what is damaged.
 */
export function readPickle(bytes: Uint8Array, file: string, begin = 0): { value: PickleValue; end: number } {
  const machine = new Machine(bytes, file, begin);
  for (;;) {
    const opcode = machine.unsigned(1);
    if (opcode === stop) break;
    const operation = operations[opcode];
    if (operation === undefined) {
      machine.at -= 1;
      throw machine.fail(
        `has the opcode 0x${opcode.toString(16).padStart(2, "0")}, which is not read: no state dict needs it`,
      );
    }
    operation(machine);
  }
  const value = machine.pop();
  if (machine.stack.length > 0) throw machine.fail("ends with more than one value");
  return { value, end: machine.at };
}
