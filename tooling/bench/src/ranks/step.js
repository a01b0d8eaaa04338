// The median time of a training step, in milliseconds, said by rank 0: `step.js NET THREADS BATCH STEPS [eager|compiled] [BUCKET_MB]`. The batch is each
// rank's. With `gather` in place of the net: of one question of the Trainer's, whether any rank wants to stop.

import { barrier, DistributedDataParallel, finalize, init } from "@bernoulli/distributed";
import { compile, F, optim, rand, randint, scope, setNumThreads } from "bernoulli";
import { nets } from "../nets.js";

const [, , name, threads, batch, steps, way = "compiled", bucketCapMb] = process.argv;
setNumThreads(Number(threads));
const world = await init({ seed: 0 });
const run = name === "gather" ? () => world.gather(Float64Array.of(0)) : stepOf(nets[name]);
const took = [];
for (let round = -5; round < Number(steps); round++) {
  barrier();
  const begin = performance.now();
  run();
  if (round >= 0) took.push(performance.now() - begin);
}
took.sort((a, b) => a - b);
if (world.rank === 0) console.log(took[took.length >> 1].toFixed(4));
finalize();

function stepOf({ image, make }) {
  const options = bucketCapMb === undefined ? {} : { bucketCapMb: Number(bucketCapMb) };
  const model = new DistributedDataParallel(make(), options);
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.01, momentum: 0.9 });
  const [x, y] = [rand(Number(batch), ...image).keep(), randint(0, 10, [Number(batch)]).keep()];
  const body = () => {
    optimizer.zeroGrad();
    F.crossEntropy(model(x), y).backward();
    optimizer.step();
  };
  const step = way === "eager" ? body : compile(body);
  return () => scope(step);
}
