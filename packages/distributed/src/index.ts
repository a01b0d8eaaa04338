// @bernoulli/distributed: several processes that train one net, over MPI. Only re-exports.

export {
  type AllReduceOptions,
  allGather,
  allGatherIntoTensor,
  allReduce,
  barrier,
  broadcast,
  type CollectiveOptions,
  type ReduceOp,
  type Work,
} from "./collectives.js";
export { DistributedDataParallel, type DistributedDataParallelOptions } from "./data-parallel.js";
export { DistributedSampler, type DistributedSamplerOptions } from "./distributed-sampler.js";
export { DistributedError } from "./errors.js";
export { type Launch, type Launcher, launchOf } from "./launch.js";
export { finalize, getRank, getWorldSize, type InitOptions, init, isInitialized, type World } from "./world.js";
