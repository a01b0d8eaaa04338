import { Tensor } from '@bernoulli/tensor';
interface OptimizerStateDict {
    readonly state: Readonly<Record<number, Readonly<Record<string, Tensor | number | null>>>>;
    readonly param_groups: readonly (Readonly<Record<string, unknown>> & {
        readonly params: readonly number[];
    })[];
}
type ParameterState = Record<string, Tensor | number | null>;
type ParameterGroup<Options> = Options & {
    readonly params: readonly Tensor[];
};
type ParameterGroupInput<Options> = Partial<Options> & {
    readonly params: Tensor | Iterable<Tensor>;
};
type OptimizerParameters<Options> = Iterable<Tensor> | Iterable<ParameterGroupInput<Options>>;
interface ZeroGradOptions {
    readonly setToNone?: boolean;
}
declare abstract class Optimizer<Options extends object = any, State extends ParameterState = any> {
    #private;
    readonly paramGroups: ParameterGroup<Options>[];
    readonly state: Map<Tensor, State>;
    readonly defaults: Readonly<Options>;
    constructor(params: OptimizerParameters<Options>, defaults: Options, options?: Partial<Options>);
    protected abstract checkRanges(options: Options): void;
    protected abstract initialState(parameter: Tensor, options: Options): State;
    protected abstract update(parameter: Tensor, gradient: Tensor, state: State, options: Options): void;
    addParamGroup(group: ParameterGroupInput<Options>): void;
    zeroGrad(options?: ZeroGradOptions): void;
    step(): undefined;
    step(closure: () => Tensor): Tensor;
    stateDict(): OptimizerStateDict;
    loadStateDict(stateDict: OptimizerStateDict): void;
    dispose(): void;
}
interface AdamOptions {
    lr: number;
    betas: readonly [
        number,
        number
    ];
    eps: number;
    weightDecay: number;
    amsgrad: boolean;
    maximize: boolean;
}
type AdamState = {
    step: number;
    expAvg: Tensor;
    expAvgSq: Tensor;
    maxExpAvgSq: Tensor | null;
};
declare class Adam extends Optimizer<AdamOptions, AdamState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<AdamOptions>, options?: Partial<AdamOptions>);
    protected checkRanges({ lr, betas, eps, weightDecay, amsgrad, maximize }: AdamOptions): void;
    protected initialState(parameter: Tensor): AdamState;
    protected update(parameter: Tensor, gradient: Tensor, state: AdamState, { lr, betas, eps, weightDecay, amsgrad, maximize }: AdamOptions): void;
}
interface SGDOptions {
    lr: number;
    momentum: number;
    dampening: number;
    weightDecay: number;
    nesterov: boolean;
    maximize: boolean;
}
type SGDState = {
    momentumBuffer: Tensor | null;
};
declare class SGD extends Optimizer<SGDOptions, SGDState> {
    static readonly name: string;
    constructor(params: OptimizerParameters<SGDOptions>, options: Partial<SGDOptions> & Pick<SGDOptions, "lr">);
    protected checkRanges({ lr, momentum, dampening, weightDecay, nesterov, maximize }: SGDOptions): void;
    protected initialState(): SGDState;
    protected update(parameter: Tensor, gradient: Tensor, state: SGDState, { lr, momentum, dampening, weightDecay, nesterov, maximize }: SGDOptions): void;
}
export {
  Adam,
  Optimizer,
  SGD,
  type AdamOptions,
  type OptimizerParameters,
  type OptimizerStateDict,
  type ParameterGroup,
  type ParameterGroupInput,
  type ParameterState,
  type SGDOptions,
  type ZeroGradOptions,
};
