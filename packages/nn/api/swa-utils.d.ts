import { Tensor, Positional, DeviceName } from '@bernoulli/tensor';
import { M as Module } from './module.js';
type AvgFn = (averaged: Tensor, current: Tensor, numAveraged: number) => Tensor;
type MultiAvgFn = (averaged: readonly Tensor[], current: readonly Tensor[], numAveraged: number) => void;
declare function getEmaAvgFn(decay?: number): AvgFn;
declare function getSwaAvgFn(): AvgFn;
declare function getEmaMultiAvgFn(decay?: number): MultiAvgFn;
declare function getSwaMultiAvgFn(): MultiAvgFn;
interface AveragedModelOptions {
    readonly device?: DeviceName | null;
    readonly avgFn?: AvgFn | null;
    readonly multiAvgFn?: MultiAvgFn | null;
    readonly useBuffers?: boolean;
}
declare const places: readonly [
    "device",
    "avgFn",
    "multiAvgFn",
    "useBuffers"
];
declare class AveragedModel<Averaged extends Module = Module> extends Module {
    static readonly name: string;
    readonly module: Averaged;
    nAveraged: Tensor;
    readonly avgFn: AvgFn | null;
    readonly multiAvgFn: MultiAvgFn | null;
    readonly useBuffers: boolean;
    constructor(model: Averaged, ...rest: Positional<AveragedModelOptions, typeof places>);
    forward(...inputs: Parameters<Averaged["forward"]>): ReturnType<Averaged["forward"]>;
    updateParameters(model: Module): void;
    private average;
}
interface UpdateBnOptions {
    readonly device?: DeviceName | null;
}
type Rest = Positional<UpdateBnOptions, [
    "device"
]>;
declare function updateBn(loader: Iterable<unknown>, model: Module, ...rest: Rest): void;
declare function updateBn(loader: AsyncIterable<unknown>, model: Module, ...rest: Rest): Promise<void>;
export {
  AveragedModel,
  getEmaAvgFn,
  getEmaMultiAvgFn,
  getSwaAvgFn,
  getSwaMultiAvgFn,
  type AveragedModelOptions,
  type AvgFn,
  type MultiAvgFn,
  type UpdateBnOptions,
  updateBn,
};
