import { O as Operand, a as WitnessedCall } from './witness.js';
import { D as DType, T as Tensor } from './tensor.js';
import './generator.js';
type Code = readonly number[];
declare const valueTypeCodes: {
    readonly i32: 127;
    readonly f32: 125;
    readonly f64: 124;
    readonly v128: 123;
};
type ValueType = keyof typeof valueTypeCodes;
declare abstract class Value$1 {
    readonly code: Code;
    constructor(code: Code);
}
declare class I32 extends Value$1 {
    #private;
    static of(value: I32 | number): I32;
    add(other: I32 | number): I32;
    subtract(other: I32 | number): I32;
    multiply(other: I32 | number): I32;
    divideUnsigned(other: I32 | number): I32;
    remainderUnsigned(other: I32 | number): I32;
    and(other: I32 | number): I32;
    or(other: I32 | number): I32;
    xor(other: I32 | number): I32;
    shiftLeft(bits: number): I32;
    shiftRightUnsigned(bits: number): I32;
    equals(other: I32 | number): I32;
    notEquals(other: I32 | number): I32;
    countTrailingZeros(): I32;
    isZero(): I32;
    lessThan(other: I32 | number): I32;
    greaterThan(other: I32 | number): I32;
    atMost(other: I32 | number): I32;
    atLeast(other: I32 | number): I32;
    below(other: I32 | number): I32;
    select<V extends I32 | F32>(whenTrue: V, whenFalse: V): V;
    toF32(): F32;
    toF64(): F64;
}
declare class F32 extends Value$1 {
    #private;
    static of(value: F32 | number): F32;
    add(other: F32 | number): F32;
    subtract(other: F32 | number): F32;
    multiply(other: F32 | number): F32;
    divide(other: F32 | number): F32;
    max(other: F32 | number): F32;
    min(other: F32 | number): F32;
    equals(other: F32 | number): I32;
    notEquals(other: F32 | number): I32;
    lessThan(other: F32 | number): I32;
    greaterThan(other: F32 | number): I32;
    toF64(): F64;
}
declare class F64 extends Value$1 {
    #private;
    static of(value: F64 | number): F64;
    add(other: F64 | number): F64;
    multiply(other: F64 | number): F64;
    max(other: F64 | number): F64;
    min(other: F64 | number): F64;
    equals(other: F64 | number): I32;
    notEquals(other: F64 | number): I32;
    lessThan(other: F64 | number): I32;
    greaterThan(other: F64 | number): I32;
    toI32(): I32;
    toF32(): F32;
}
type Lane = 0 | 1 | 2 | 3;
declare abstract class V128 extends Value$1 {
    asF32x4(): F32x4;
    asI32x4(): I32x4;
    asI64x2(): I64x2;
    asF64x2(): F64x2;
}
declare class I32x4 extends V128 {
    #private;
    static of(value: I32x4 | number): I32x4;
    static constant(a: number, b: number, c: number, d: number): I32x4;
    static splat(value: I32): I32x4;
    add(other: I32x4 | number): I32x4;
    subtract(other: I32x4 | number): I32x4;
    multiply(other: I32x4 | number): I32x4;
    min(other: I32x4 | number): I32x4;
    max(other: I32x4 | number): I32x4;
    negate(): I32x4;
    and(other: I32x4 | number): I32x4;
    or(other: I32x4 | number): I32x4;
    xor(other: I32x4 | number): I32x4;
    not(): I32x4;
    shiftLeft(bits: number): I32x4;
    shiftRight(bits: number): I32x4;
    shiftRightUnsigned(bits: number): I32x4;
    equals(other: I32x4 | number): I32x4;
    notEquals(other: I32x4 | number): I32x4;
    lessThan(other: I32x4 | number): I32x4;
    below(other: I32x4 | number): I32x4;
    greaterThan(other: I32x4 | number): I32x4;
    atMost(other: I32x4 | number): I32x4;
    atLeast(other: I32x4 | number): I32x4;
    select<V extends V128>(whenOne: V, whenZero: V): V;
    anyTrue(): I32;
    allTrue(): I32;
    bitmask(): I32;
    lane(lane: Lane): I32;
    withLane(lane: Lane, value: I32): I32x4;
    toF32x4(): F32x4;
    lowToF64x2(): F64x2;
    lowToI64x2(): I64x2;
    highToI64x2(): I64x2;
    timesLow(other: I32x4): I64x2;
    timesHigh(other: I32x4): I64x2;
    packBytes(): I32x4;
    unpackBytes(): I32x4;
}
declare class F32x4 extends V128 {
    #private;
    static of(value: F32x4 | number): F32x4;
    static splat(value: F32): F32x4;
    add(other: F32x4 | number): F32x4;
    subtract(other: F32x4 | number): F32x4;
    multiplyAdd(factor: F32x4, summand: F32x4): F32x4;
    multiply(other: F32x4 | number): F32x4;
    divide(other: F32x4 | number): F32x4;
    min(other: F32x4 | number): F32x4;
    max(other: F32x4 | number): F32x4;
    replaceBelow(floor: F32x4 | number): F32x4;
    replaceAbove(ceiling: F32x4 | number): F32x4;
    negate(): F32x4;
    squareRoot(): F32x4;
    nearest(): F32x4;
    ceiling(): F32x4;
    floor(): F32x4;
    truncate(): F32x4;
    equals(other: F32x4 | number): I32x4;
    notEquals(other: F32x4 | number): I32x4;
    lessThan(other: F32x4 | number): I32x4;
    greaterThan(other: F32x4 | number): I32x4;
    atMost(other: F32x4 | number): I32x4;
    atLeast(other: F32x4 | number): I32x4;
    toI32x4(): I32x4;
    lane(lane: Lane): F32;
    shuffle(other: F32x4, lanes: readonly [
        number,
        number,
        number,
        number
    ]): F32x4;
    lowToF64x2(): F64x2;
    highHalf(): F32x4;
}
declare class I64x2 extends V128 {
    #private;
    static zero(): I64x2;
    add(other: I64x2): I64x2;
    subtract(other: I64x2): I64x2;
    and(other: I64x2): I64x2;
    or(other: I64x2): I64x2;
    xor(other: I64x2): I64x2;
    not(): I64x2;
    equals(other: I64x2): I64x2;
    select(whenOne: F64x2, whenZero: F64x2): F64x2;
    shiftRight(bits: number): I64x2;
    shiftRightUnsigned(bits: number): I64x2;
    shiftLeft(bits: number): I64x2;
}
declare class F64x2 extends V128 {
    #private;
    static of(value: F64x2 | number): F64x2;
    static splat(value: F64): F64x2;
    static zero(): F64x2;
    add(other: F64x2 | number): F64x2;
    subtract(other: F64x2 | number): F64x2;
    multiply(other: F64x2 | number): F64x2;
    divide(other: F64x2 | number): F64x2;
    negate(): F64x2;
    magnitude(): F64x2;
    squareRoot(): F64x2;
    floor(): F64x2;
    truncate(): F64x2;
    withSignOf(other: F64x2): F64x2;
    min(other: F64x2 | number): F64x2;
    max(other: F64x2 | number): F64x2;
    nearest(): F64x2;
    ceiling(): F64x2;
    equals(other: F64x2 | number): I64x2;
    lessThan(other: F64x2 | number): I64x2;
    greaterThan(other: F64x2 | number): I64x2;
    atMost(other: F64x2 | number): I64x2;
    atLeast(other: F64x2 | number): I64x2;
    notEquals(other: F64x2 | number): I64x2;
    replaceBelow(floor: F64x2 | number): F64x2;
    replaceAbove(ceiling: F64x2 | number): F64x2;
    lane(lane: 0 | 1): F64;
    toI32x4(): I32x4;
    toF32x4(): F32x4;
}
declare class I8x16 extends V128 {
    #private;
    static of(value: I8x16 | number): I8x16;
    static read(vector: V128): I8x16;
    static ofMasks([a, b, c, d]: readonly [
        I32x4,
        I32x4,
        I32x4,
        I32x4
    ]): I8x16;
    add(other: I8x16 | number): I8x16;
    subtract(other: I8x16 | number): I8x16;
    multiply(other: I8x16): I8x16;
    min(other: I8x16 | number): I8x16;
    max(other: I8x16 | number): I8x16;
    negate(): I8x16;
    and(other: I8x16 | number): I8x16;
    or(other: I8x16 | number): I8x16;
    not(): I8x16;
    equals(other: I8x16 | number): I8x16;
    notEquals(other: I8x16 | number): I8x16;
    lessThan(other: I8x16 | number): I8x16;
    greaterThan(other: I8x16 | number): I8x16;
    atMost(other: I8x16 | number): I8x16;
    atLeast(other: I8x16 | number): I8x16;
    reversed(bytes: 1 | 4): I8x16;
    select(whenOne: I8x16, whenZero: I8x16): I8x16;
}
interface Kinds {
    i32: I32;
    f32: F32;
    f64: F64;
    f32x4: F32x4;
    i32x4: I32x4;
    i8x16: I8x16;
    i64x2: I64x2;
    f64x2: F64x2;
}
type Kind = keyof Kinds;
type Local<V extends Value$1 = Value$1> = V & {
    readonly index: number;
};
type Parameters = Readonly<Record<string, Kind>>;
type Locals<P extends Parameters> = {
    readonly [N in keyof P]: Local<Kinds[P[N]]>;
};
interface Callable {
    readonly index: number;
}
declare class FunctionBuilder implements Callable {
    #private;
    readonly index: number;
    readonly name: string;
    readonly parameterTypes: readonly ValueType[];
    readonly localNames: string[];
    constructor(index: number, name: string, parameters: Parameters);
    takeParameters<P extends Parameters>(parameters: P): Locals<P>;
    local<K extends Kind>(kind: K, name: string, initial?: Kinds[K] | (K extends "i32" ? number : never)): Local<Kinds[K]>;
    locals<K extends Kind>(kind: K, name: string, count: number): Local<Kinds[K]>[];
    constant<K extends "f32x4" | "i32x4" | "f64x2">(kind: K, value: number): Local<Kinds[K]>;
    set<V extends Value$1>(local: Local<V>, value: V | (V extends I32 ? number : never)): void;
    increase(local: Local<I32>, amount: I32 | number): void;
    store(address: I32, value: I32 | F32 | F64 | V128, offset?: number): void;
    storeByte(address: I32, value: I32, offset?: number): void;
    storeLane(address: I32, value: V128, lane: Lane, offset?: number): void;
    storeLanes(address: I32, vector: Local<F32x4 | I32x4>, count: number, offset?: number): void;
    storeAtomic(address: I32, value: I32): void;
    copy(to: I32, from: I32, byteLength: I32 | number): void;
    clear(address: I32, byteLength: I32): void;
    call(callee: Callable, ...values: readonly (Value$1 | number)[]): void;
    if(condition: I32, then: () => void, otherwise?: () => void): void;
    while(condition: I32, body: () => void): void;
    repeat(count: I32 | number, body: () => void): void;
    abreast(count: number, body: (neighbour: number) => void): void;
    toCode(): Code;
}
interface AdjointStep {
    readonly grad: Value;
    readonly result: Value;
}
type Adjoint = (step: AdjointStep, ...operands: never[]) => readonly (Value | null)[];
interface MathValues<Lanes> {
    readonly value: (...operands: number[]) => number;
    readonly float32?: (...operands: number[]) => number;
    readonly isLong?: boolean;
    readonly lanes?: (f: FunctionBuilder, ...operands: Lanes[]) => Lanes;
    readonly doubles?: (f: FunctionBuilder, ...operands: F64x2[]) => F64x2;
}
interface MathFunction {
    readonly name: string;
    readonly takes: 1 | 2;
    readonly floats?: MathValues<F32x4>;
    readonly integers?: MathValues<I32x4>;
    readonly adjoint: Adjoint;
}
declare const primitives: {
    readonly add: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly sub: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly mul: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly div: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly maximum: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly minimum: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly neg: {
        readonly takes: readonly [
            "value"
        ];
        readonly gives: "value";
    };
    readonly abs: {
        readonly takes: readonly [
            "value"
        ];
        readonly gives: "value";
    };
    readonly sqrt: {
        readonly takes: readonly [
            "value"
        ];
        readonly gives: "value";
    };
    readonly exp: {
        readonly takes: readonly [
            "value"
        ];
        readonly gives: "value";
    };
    readonly log: {
        readonly takes: readonly [
            "value"
        ];
        readonly gives: "value";
    };
    readonly tanh: {
        readonly takes: readonly [
            "value"
        ];
        readonly gives: "value";
    };
    readonly pow: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly eq: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly ne: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly lt: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly le: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly gt: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly ge: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly and: {
        readonly takes: readonly [
            "truth",
            "truth"
        ];
        readonly gives: "truth";
    };
    readonly or: {
        readonly takes: readonly [
            "truth",
            "truth"
        ];
        readonly gives: "truth";
    };
    readonly not: {
        readonly takes: readonly [
            "truth"
        ];
        readonly gives: "truth";
    };
    readonly where: {
        readonly takes: readonly [
            "truth",
            "value",
            "value"
        ];
        readonly gives: "value";
    };
};
type PrimitiveName = keyof typeof primitives;
type Primitive = PrimitiveName | MathFunction;
type Origin = {
    readonly kind: "input";
    readonly name: string;
} | {
    readonly kind: "number";
    readonly name: string;
} | {
    readonly kind: "constant";
    readonly value: number;
} | {
    readonly kind: "primitive";
    readonly name: Primitive;
    readonly operands: readonly Expression[];
};
type Expression = Value | Truth;
type Given = Value | number;
declare class Value {
    readonly sort = "value";
    readonly origin: Origin;
    constructor(origin: Origin);
    [Symbol.toPrimitive](): never;
    add(other: Given): Value;
    sub(other: Given): Value;
    mul(other: Given): Value;
    div(other: Given): Value;
    maximum(other: Given): Value;
    minimum(other: Given): Value;
    neg(): Value;
    abs(): Value;
    sqrt(): Value;
    exp(): Value;
    log(): Value;
    tanh(): Value;
    pow(exponent: Given): Value;
    eq(other: Given): Truth;
    ne(other: Given): Truth;
    lt(other: Given): Truth;
    le(other: Given): Truth;
    gt(other: Given): Truth;
    ge(other: Given): Truth;
}
declare class Truth {
    readonly sort = "truth";
    readonly origin: Origin;
    constructor(origin: Origin);
    [Symbol.toPrimitive](): never;
    and(other: Truth): Truth;
    or(other: Truth): Truth;
    not(): Truth;
}
declare function constant(given: Given): Value;
declare function where(condition: Truth, chosen: Given, other: Given): Value;
type Inputs<Names extends readonly string[], Truths extends string> = {
    readonly [Name in Names[number]]: Name extends Truths ? Truth : Value;
};
type Numbers<Keys extends string> = {
    readonly [Key in Keys]: Value;
};
interface PointwiseDefinition<Names extends readonly string[], Truths extends Names[number], Keys extends string> {
    readonly name: string;
    readonly inputs: Names;
    readonly truths?: readonly Truths[];
    readonly numbers?: readonly Keys[];
    readonly dtypes: readonly DType[];
    readonly formula: (given: Inputs<Names, Truths> & Numbers<Keys>) => Expression;
    readonly gradient?: (given: Inputs<Names, Truths> & Numbers<Keys> & {
        readonly grad: Value;
        readonly output: Value;
    }) => readonly (Value | null)[];
}
type Pointwise<Names extends readonly string[], Keys extends string> = (...given: [
    Keys
] extends [
    never
] ? OperandsOf<Names> : [
    ...OperandsOf<Names>,
    numbers: {
        readonly [Key in Keys]: number;
    }
]) => Tensor;
type OperandsOf<Names extends readonly string[]> = Names extends readonly [
    string,
    ...infer Rest
] ? [
    input: Tensor,
    ...{
        [At in keyof Rest]: Operand;
    }
] : never;
type Definition<Names extends readonly string[], Truths extends Names[number], Keys extends string> = Omit<PointwiseDefinition<Names, Truths, Keys>, "dtypes"> & {
    readonly dtypes?: readonly DType[];
};
declare function pointwise<const Names extends readonly [
    string,
    ...string[]
], const Truths extends Names[number] = never, const Keys extends string = never>(definition: Definition<Names, Truths, Keys>): Pointwise<Names, Keys>;
declare const copysign: (a: Given, b: Given) => Value;
declare const signbit: (x: Given) => Value;
declare const fmod: (a: Given, b: Given) => Value;
declare const remainder: (a: Given, b: Given) => Value;
declare const erf: (x: Given) => Value;
declare const erfc: (x: Given) => Value;
declare const erfinv: (x: Given) => Value;
declare const expm1: (x: Given) => Value;
declare const exp2: (x: Given) => Value;
declare const log1p: (x: Given) => Value;
declare const log2: (x: Given) => Value;
declare const log10: (x: Given) => Value;
declare const sinh: (x: Given) => Value;
declare const cosh: (x: Given) => Value;
declare const asinh: (x: Given) => Value;
declare const acosh: (x: Given) => Value;
declare const atanh: (x: Given) => Value;
declare const lgamma: (x: Given) => Value;
declare const digamma: (x: Given) => Value;
declare const floor: (x: Given) => Value;
declare const ceil: (x: Given) => Value;
declare const trunc: (x: Given) => Value;
declare const round: (x: Given) => Value;
declare const sin: (x: Given) => Value;
declare const cos: (x: Given) => Value;
declare const tan: (x: Given) => Value;
declare const asin: (x: Given) => Value;
declare const acos: (x: Given) => Value;
declare const atan: (x: Given) => Value;
declare const atan2: (a: Given, b: Given) => Value;
interface Place {
    readonly from: "input" | "number" | "step";
    readonly at: number;
}
interface CalledFormula {
    readonly steps: readonly {
        readonly name: string;
        readonly operands: readonly Place[];
    }[];
    readonly numbers: readonly number[];
    readonly result: Place;
}
declare function formulaOfCall({ op, attributes }: WitnessedCall): CalledFormula | null;
interface RecurrentUpdateDefinition<Names extends readonly [
    string,
    ...string[]
], PerStep extends Names[number], Written extends Names[number]> {
    readonly name: string;
    readonly inputs: Names;
    readonly perStep: readonly PerStep[];
    readonly product: "before" | "behind";
    readonly formula: (given: {
        readonly [Name in Names[number]]: Value;
    }) => {
        readonly [Name in Written]: Value;
    } & {
        readonly [Name in Names[0]]: Value;
    };
}
interface RecurrentStep {
    readonly start: number;
    readonly size: number;
}
interface RecurrentProduct {
    readonly left: Tensor;
    readonly right: Tensor;
    readonly product: Tensor;
}
type RecurrentUpdate<Names extends readonly string[]> = (inputs: {
    readonly [Name in Names[number]]: Tensor;
}, product: RecurrentProduct, steps: readonly RecurrentStep[]) => Tensor;
declare function recurrentUpdate<const Names extends readonly [
    string,
    ...string[]
], PerStep extends Names[number], Written extends Names[number]>(definition: RecurrentUpdateDefinition<Names, PerStep, Written>): RecurrentUpdate<Names>;
interface UpdateDefinition<Names extends readonly [
    string,
    ...string[]
], Written extends Names[number], Keys extends string, Flags extends string> {
    readonly name: string;
    readonly inputs: Names;
    readonly numbers?: readonly Keys[];
    readonly flags?: readonly Flags[];
    readonly dtypes?: readonly DType[];
    readonly formula: (given: {
        readonly [Name in Names[number] | Keys]: Value;
    }, flags: {
        readonly [Flag in Flags]: boolean;
    }) => {
        readonly [Name in Written]: Value;
    } & {
        readonly [Name in Names[0]]: Value;
    };
}
type Update<Names extends readonly string[], Keys extends string, Flags extends string> = (inputs: {
    readonly [Name in Names[number]]: Tensor;
}, attributes: {
    readonly [Key in Keys]: number;
} & {
    readonly [Flag in Flags]: boolean;
}) => Tensor;
declare function update<const Names extends readonly [
    string,
    ...string[]
], Written extends Names[number], const Keys extends string = never, const Flags extends string = never>(definition: UpdateDefinition<Names, Written, Keys, Flags>): Update<Names, Keys, Flags>;
export {
  Truth,
  Value,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  ceil,
  constant,
  copysign,
  cos,
  cosh,
  digamma,
  erf,
  erfc,
  erfinv,
  exp2,
  expm1,
  floor,
  fmod,
  formulaOfCall,
  lgamma,
  log10,
  log1p,
  log2,
  pointwise,
  recurrentUpdate,
  remainder,
  round,
  signbit,
  sin,
  sinh,
  tan,
  trunc,
  type CalledFormula,
  type Expression,
  type Given,
  type Pointwise,
  type RecurrentProduct,
  type RecurrentStep,
  type RecurrentUpdate,
  type RecurrentUpdateDefinition,
  type Update,
  type UpdateDefinition,
  update,
  where,
};
