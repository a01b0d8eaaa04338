// Ranks that do not do the same, each way by its name: what each says, and that none waits, is faults.test.ts's.

import { Linear } from "@bernoulli/nn";
import { compile, ones, zeros } from "@bernoulli/tensor";
import { allReduce, barrier, broadcast, DistributedDataParallel, finalize, init } from "../index.js";

const [, , fault = ""] = process.argv;
const isLast = (rank: number, worldSize: number) => rank === worldSize - 1;

async function main(): Promise<void> {
  const { rank, worldSize } = await init({
    timeout: fault === "stuck" ? 2 : 60,
    ...(fault === "seed" ? { seed: Number(process.env["OMPI_COMM_WORLD_RANK"] ?? process.env["PMI_RANK"]) } : {}),
  });
  const odd = isLast(rank, worldSize);
  for (let step = 0; step < 3; step++) allReduce(ones(4));
  const faults: Readonly<Record<string, () => unknown>> = {
    shape: () => allReduce(ones(odd ? 3 : 4)),
    dtype: () => allReduce(odd ? ones(4).to("float64") : ones(4)),
    op: () => allReduce(ones(4), { op: odd ? "max" : "sum" }),
    call: () => (odd ? barrier() : broadcast(zeros(2), 0)),
    ends: () => (odd ? finalize() : allReduce(ones(4))),
    throws: () => {
      if (odd) throw new RangeError("the batch is of 3 samples");
      allReduce(ones(4));
    },
    exits: () => {
      if (odd) process.exit(3);
      allReduce(ones(4));
    },
    returns: () => (odd ? undefined : allReduce(ones(4))),
    killed: () => {
      if (odd) process.kill(process.pid, "SIGKILL");
      allReduce(ones(4));
    },
    stuck: () => {
      if (odd) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20_000);
      allReduce(ones(4));
    },
    model: () => new DistributedDataParallel(new Linear(odd ? 3 : 2, 1)),
    compiled: () => {
      const model = new DistributedDataParallel(new Linear(2, 1));
      const step = compile(() => model(ones(1, 2)).sum().backward());
      for (let call = 0; call < 3; call++) step();
      if (odd) throw new RangeError("the batch is of 3 samples");
      step();
    },
    compiledKilled: () => {
      const model = new DistributedDataParallel(new Linear(2, 1));
      const step = compile(() => model(ones(1, 2)).sum().backward());
      step();
      if (odd) process.kill(process.pid, "SIGKILL");
      step();
    },
    unused: () => {
      const model = new DistributedDataParallel(new Linear(2, 1));
      model(ones(1, 2)).mul(0).add(1);
      model.module.weight.sum().backward();
    },
  };
  faults[fault]!();
  if (fault !== "returns" || odd) return;
  finalize();
}

await main();
