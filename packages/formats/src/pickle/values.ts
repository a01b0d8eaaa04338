// What a pickle says, as data and nothing else: what it wants to be called is noted, and never called. What its names mean, and
// which of them are taken, their reader decides (torch/convert.ts).

/** A name of Python's: a class or a function. */
export class PickleGlobal {
  readonly module: string;
  readonly name: string;

  constructor(module: string, name: string) {
    this.module = module;
    this.name = name;
  }

  toString(): string {
    return `${this.module}.${this.name}`;
  }
}

export class PickleTuple {
  readonly items: readonly PickleValue[];

  constructor(items: readonly PickleValue[]) {
    this.items = items;
  }
}

export class PickleDict {
  readonly entries: [key: PickleValue, value: PickleValue][] = [];
}

/** What a reference that only the writer's program can follow says: PyTorch's, of a storage. */
export class PicklePersistent {
  readonly id: PickleValue;

  constructor(id: PickleValue) {
    this.id = id;
  }
}

/** A call that was asked for, with what was put into its result. */
export class PickleCall {
  readonly entries: [key: PickleValue, value: PickleValue][] = [];
  readonly items: PickleValue[] = [];
  /** What `__setstate__` would get; undefined where nothing is said. */
  state: PickleValue | undefined;

  readonly callable: PickleValue;
  readonly args: readonly PickleValue[];

  constructor(callable: PickleValue, args: readonly PickleValue[]) {
    this.callable = callable;
    this.args = args;
  }
}

export type PickleValue =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  /** An integer that is no safe number. */
  | bigint
  | PickleValue[]
  | PickleTuple
  | PickleDict
  | PickleGlobal
  | PicklePersistent
  | PickleCall;
