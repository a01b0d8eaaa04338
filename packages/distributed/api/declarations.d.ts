declare class DistributedDataParallel<Wrapped extends Module = Module> extends Module {
    #private;
    static readonly name: string;
    readonly module: Wrapped;
    constructor(module: Wrapped, options?: DistributedDataParallelOptions);
    forward(...inputs: Parameters<Wrapped["forward"]>): ReturnType<Wrapped["forward"]>;
    noSync<Result>(body: () => Result): Result;
}
declare class DistributedError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_DISTRIBUTED";
}
declare class DistributedSampler implements Iterable<number> {
    #private;
    readonly numReplicas: number;
    readonly rank: number;
    readonly shuffle: boolean;
    readonly seed: number;
    readonly dropLast: boolean;
    epoch: number;
    constructor(dataset: {
        readonly length: number;
    }, options?: DistributedSamplerOptions);
    get length(): number;
    setEpoch(epoch: number): void;
    [Symbol.iterator](): IterableIterator<number>;
}
declare const variables: {
    readonly "Open MPI": {
        readonly rank: "OMPI_COMM_WORLD_RANK";
        readonly size: "OMPI_COMM_WORLD_SIZE";
    };
    readonly MPICH: {
        readonly rank: "PMI_RANK";
        readonly size: "PMI_SIZE";
    };
    readonly Slurm: {
        readonly rank: "SLURM_PROCID";
        readonly size: "SLURM_STEP_NUM_TASKS";
    };
};
declare function allGather(tensorList: readonly Tensor[], input: Tensor): void;
declare function allGatherIntoTensor(output: Tensor, input: Tensor, options: CollectiveOptions & {
    readonly asyncOp: true;
}): Work;
declare function allGatherIntoTensor(output: Tensor, input: Tensor, options?: CollectiveOptions & {
    readonly asyncOp?: false;
}): void;
declare function allReduce(tensor: Tensor, options: AllReduceOptions & {
    readonly asyncOp: true;
}): Work;
declare function allReduce(tensor: Tensor, options?: AllReduceOptions & {
    readonly asyncOp?: false;
}): void;
declare function barrier(): void;
declare function broadcast(tensor: Tensor, src: number, options: CollectiveOptions & {
    readonly asyncOp: true;
}): Work;
declare function broadcast(tensor: Tensor, src: number, options?: CollectiveOptions & {
    readonly asyncOp?: false;
}): void;
declare function finalize(): void;
declare function getRank(): number;
declare function getWorldSize(): number;
declare function init(options?: InitOptions): Promise<World>;
declare function isInitialized(): boolean;
declare function launchOf(environment: Readonly<Record<string, string | undefined>>): Launch | null;
interface AllReduceOptions extends CollectiveOptions {
    readonly op?: ReduceOp;
}
interface CollectiveOptions {
    readonly asyncOp?: boolean;
}
interface DistributedDataParallelOptions {
    readonly broadcastBuffers?: boolean;
    readonly findUnusedParameters?: boolean;
    readonly bucketCapMb?: number;
}
interface DistributedSamplerOptions {
    readonly numReplicas?: number;
    readonly rank?: number;
    readonly shuffle?: boolean;
    readonly seed?: number;
    readonly dropLast?: boolean;
}
interface InitOptions {
    readonly seed?: number;
    readonly timeout?: number;
}
interface Launch {
    readonly rank: number;
    readonly worldSize: number;
    readonly launcher: Launcher;
}
interface Work {
    wait(): Promise<void>;
}
interface World {
    readonly rank: number;
    readonly worldSize: number;
    readonly library: string;
    gather<Numbers extends Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(numbers: Numbers): readonly Numbers[];
}
type Launcher = keyof typeof variables;
type ReduceOp = Reduction | "mean";
type Reduction = "sum" | "prod" | "max" | "min";
