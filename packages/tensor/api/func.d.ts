import { T as Tensor } from './tensor.js';
import { R as Randomness } from './samples.js';
interface JacobianOptions {
    readonly argnums?: number | readonly number[];
}
interface JacrevOptions extends JacobianOptions {
    readonly chunkSize?: number | null;
}
type Matrix<Output, Options extends JacobianOptions> = Output extends Tensor ? Options["argnums"] extends readonly number[] ? {
    [Place in keyof Options["argnums"]]: any;
} : any : any;
declare function jacrev<Arguments extends readonly any[] = Tensor[], Output = Tensor, const Options extends JacrevOptions = Record<never, never>>(fn: (...inputs: Arguments) => Output, options?: Options): (...inputs: Arguments) => Matrix<Output, Options>;
declare function jacfwd<Arguments extends readonly any[] = Tensor[], Output = Tensor, const Options extends JacobianOptions = Record<never, never>>(fn: (...inputs: Arguments) => Output, options?: Options): (...inputs: Arguments) => Matrix<Output, Options>;
declare function hessian<Arguments extends readonly any[] = Tensor[], Output = Tensor, const Options extends JacobianOptions = Record<never, never>>(fn: (...inputs: Arguments) => Output, options?: Options): (...inputs: Arguments) => Matrix<Output, Options>;
interface TransformOptions {
    readonly argnums?: number | readonly number[];
    readonly hasAux?: boolean;
}
type At<Arguments extends readonly unknown[], Argnums> = Argnums extends readonly number[] ? {
    [Place in keyof Argnums]: Arguments[Argnums[Place] & keyof Arguments];
} : Argnums extends number ? number extends Argnums ? any : Arguments[Argnums & keyof Arguments] : Arguments[0];
declare function grad<Arguments extends readonly any[] = Tensor[], const Options extends TransformOptions = Record<never, never>>(fn: (...inputs: Arguments) => unknown, options?: Options): (...inputs: Arguments) => Options extends {
    readonly hasAux: true;
} ? [
    gradient: At<Arguments, Options["argnums"]>,
    other: any
] : At<Arguments, Options["argnums"]>;
declare function gradAndValue<Arguments extends readonly any[] = Tensor[], const Options extends TransformOptions = Record<never, never>>(fn: (...inputs: Arguments) => unknown, options?: Options): (...inputs: Arguments) => [
    gradient: At<Arguments, Options["argnums"]>,
    value: Options extends {
        readonly hasAux: true;
    } ? [
        Tensor,
        any
    ] : Tensor
];
declare function vjp<Inputs extends readonly unknown[], Output>(fn: (...inputs: Inputs) => Output, ...inputs: Inputs): [
    output: Output,
    pullback: (cotangents: Output) => {
        [Place in keyof Inputs]: Inputs[Place];
    }
];
declare function jvp<Inputs extends readonly unknown[], Output>(fn: (...inputs: Inputs) => Output, primals: Inputs, tangents: Inputs): [
    output: Output,
    product: Output
];
type Dims = number | null | readonly Dims[] | {
    readonly [name: string]: Dims;
};
interface VmapOptions {
    readonly inDims?: Dims;
    readonly outDims?: Dims;
    readonly randomness?: Randomness;
    readonly chunkSize?: number | null;
}
declare function vmap<Arguments extends readonly any[] = Tensor[], Result = Tensor>(fn: (...inputs: Arguments) => Result, options?: VmapOptions): (...inputs: Arguments) => Result;
export {
  Randomness,
  grad,
  gradAndValue,
  hessian,
  jacfwd,
  jacrev,
  jvp,
  type Dims,
  type JacobianOptions,
  type JacrevOptions,
  type TransformOptions,
  type VmapOptions,
  vjp,
  vmap,
};
