import { D as DType, T as Tensor, O as Operand } from './operands.js';
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
    readonly name: PrimitiveName;
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
  constant,
  pointwise,
  type Expression,
  type Given,
  type Pointwise,
  type Update,
  type UpdateDefinition,
  update,
  where,
};
