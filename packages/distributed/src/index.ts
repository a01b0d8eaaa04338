// @bernoulli/distributed: several processes that train one net, over MPI. Only re-exports.

export { allGather, allGatherIntoTensor } from "./all-gather.js";
export { type AllReduceOptions, allReduce, type ReduceOp } from "./all-reduce.js";
export { barrier, broadcast } from "./broadcast.js";
export type { CollectiveOptions, Work } from "./call.js";
export { DistributedDataParallel, type DistributedDataParallelOptions } from "./data-parallel.js";
export { DistributedSampler, type DistributedSamplerOptions } from "./distributed-sampler.js";
export { DistributedError } from "./errors.js";
export { type Launch, type Launcher, launchOf } from "./launch.js";
export { finalize, getRank, getWorldSize, type InitOptions, init, isInitialized, type World } from "./world.js";
