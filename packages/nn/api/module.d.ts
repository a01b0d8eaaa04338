import { DeviceName, DType, Tensor, BernoulliError, Positional, RemovableHandle } from '@bernoulli/tensor';
declare const settle: unique symbol;
declare const enroll: unique symbol;
declare const lend: unique symbol;
declare const isList: unique symbol;
declare abstract class Callable {
    constructor();
    protected abstract run(inputs: readonly unknown[]): unknown;
}
interface RegisterBufferOptions {
    readonly persistent?: boolean;
}
interface ZeroGradOptions {
    readonly setToNone?: boolean;
}
interface ModuleToOptions {
    readonly device?: DeviceName;
    readonly dtype?: DType;
    readonly nonBlocking?: boolean;
}
interface RecurseOptions {
    readonly recurse?: boolean;
}
interface NamedModulesOptions {
    readonly prefix?: string;
    readonly removeDuplicate?: boolean;
}
interface NamedOptions extends RecurseOptions, NamedModulesOptions {
}
interface StateDictOptions {
    readonly prefix?: string;
    readonly keepVars?: boolean;
}
interface HookOptions {
    readonly prepend?: boolean;
    readonly withKwargs?: boolean;
}
interface ForwardHookOptions extends HookOptions {
    readonly alwaysCall?: boolean;
}
type Gradients = readonly (Tensor | null)[];
interface ParameterOptions {
    readonly requiresGrad?: boolean;
}
declare class Parameter extends Tensor {
    protected readonly parameter: true;
    constructor(data: Tensor, options?: ParameterOptions);
    get grad(): Tensor | null;
    set grad(value: Tensor | null);
    keep(): this;
    toString(): string;
}
type Kind = "parameter" | "buffer" | "module";
type Member = Tensor | Callable;
interface Registration {
    readonly kind: Kind;
    readonly key: string;
    readonly property: string;
    readonly persistent: boolean;
}
type StateDict = Record<string, Tensor>;
interface LoadStateDictOptions {
    readonly strict?: boolean;
    readonly rename?: "snake" | null;
    readonly assign?: boolean;
}
interface LoadResult {
    readonly missingKeys: readonly string[];
    readonly unexpectedKeys: readonly string[];
}
declare class StateDictError extends BernoulliError implements LoadResult {
    name: string;
    readonly code = "BERNOULLI_STATE_DICT";
    readonly missingKeys: readonly string[];
    readonly unexpectedKeys: readonly string[];
    constructor(message: string, { missingKeys, unexpectedKeys }: LoadResult);
}
declare const forwardInputs: unique symbol;
declare const forwardOutput: unique symbol;
interface Module {
    readonly [forwardInputs]: Parameters<this["forward"]>;
    readonly [forwardOutput]: ReturnType<this["forward"]>;
    (...inputs: this[typeof forwardInputs]): this[typeof forwardOutput];
}
declare abstract class Module extends Callable {
    #private;
    training: boolean;
    abstract forward(...inputs: any[]): any;
    protected run(inputs: readonly unknown[]): unknown;
    namedParameters(...rest: Positional<NamedOptions, [
        "prefix",
        "recurse"
    ]>): Generator<[
        name: string,
        parameter: Parameter
    ]>;
    parameters(...rest: Positional<RecurseOptions, [
        "recurse"
    ]>): Generator<Parameter>;
    namedModules(options?: NamedModulesOptions): Generator<[
        name: string,
        module: Module
    ]>;
    modules(): Generator<Module>;
    namedChildren(): Generator<[
        name: string,
        module: Module
    ]>;
    children(): Generator<Module>;
    namedBuffers(...rest: Positional<NamedOptions, [
        "prefix",
        "recurse"
    ]>): Generator<[
        name: string,
        buffer: Tensor
    ]>;
    buffers(...rest: Positional<RecurseOptions, [
        "recurse"
    ]>): Generator<Tensor>;
    getSubmodule(target: string): Module;
    getParameter(target: string): Parameter;
    getBuffer(target: string): Tensor;
    addModule(name: string, module: Module | null): void;
    registerModule(name: string, module: Module | null): void;
    registerBuffer<Value extends Tensor | null>(name: string, tensor: Value, options?: RegisterBufferOptions): Value;
    registerParameter<Value extends Parameter | null>(name: string, parameter: Value): Value;
    registerForwardPreHook(hook: (module: this, inputs: Parameters<this["forward"]>) => unknown, options?: HookOptions): RemovableHandle;
    registerForwardHook(hook: (module: this, inputs: Parameters<this["forward"]>, output: ReturnType<this["forward"]>) => unknown, options?: ForwardHookOptions): RemovableHandle;
    registerFullBackwardHook(hook: (module: this, gradInput: Gradients, gradOutput: Gradients) => unknown, options?: Pick<HookOptions, "prepend">): RemovableHandle;
    get [isList](): boolean;
    [enroll](registration: Registration, member: Member | null): void;
    [lend](key: string, tensor: Tensor): (() => Tensor | null) | null;
    [settle](): void;
    train(mode?: boolean): this;
    eval(): this;
    to(dtypeOrTensor: DType | Tensor, ...rest: Positional<Pick<ModuleToOptions, "nonBlocking">, [
        "nonBlocking"
    ]>): this;
    to(device: DeviceName, ...rest: Positional<Omit<ModuleToOptions, "device">, [
        "dtype",
        "nonBlocking"
    ]>): this;
    to(options: ModuleToOptions): this;
    float(): this;
    double(): this;
    half(): never;
    bfloat16(): never;
    shareMemory(): never;
    cpu(): this;
    cuda(_device?: number | DeviceName): this;
    apply(fn: (module: Module) => void): this;
    zeroGrad(options?: ZeroGradOptions): void;
    requiresGrad_(value?: boolean): this;
    stateDict(options?: StateDictOptions): StateDict;
    loadStateDict(stateDict: Readonly<Record<string, Tensor>>, ...rest: Positional<LoadStateDictOptions, [
        "strict",
        "assign"
    ]>): LoadResult;
    dispose(): void;
    multiplyAccumulates(_inputs: readonly unknown[], _output: unknown): number;
    extraRepr(): string;
    toString(): string;
}
export {
  Module as M,
  Parameter as P,
  StateDictError as f,
  isList as i,
  settle as s,
  type ForwardHookOptions as F,
  type Gradients as G,
  type HookOptions as H,
  type LoadResult as L,
  type LoadStateDictOptions as a,
  type ModuleToOptions as b,
  type NamedModulesOptions as N,
  type NamedOptions as c,
  type ParameterOptions as d,
  type RecurseOptions as R,
  type RegisterBufferOptions as e,
  type StateDict as S,
  type StateDictOptions as g,
  type ZeroGradOptions as Z,
};
