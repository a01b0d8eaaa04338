// The median of so many sums of 10 MB over all ranks, in milliseconds, said by rank 0: `allReduce` as it is called, its announcement included.

import { allReduce, barrier, finalize, init } from "@bernoulli/distributed";
import { zeros } from "bernoulli";

const rounds = Number(process.argv[2] ?? 50);
const { rank } = await init();
const x = zeros(2_621_440).keep();
const took = [];
for (let round = -5; round < rounds; round++) {
  barrier();
  const begin = performance.now();
  allReduce(x);
  if (round >= 0) took.push(performance.now() - begin);
}
took.sort((a, b) => a - b);
if (rank === 0) console.log(took[rounds >> 1].toFixed(3));
finalize();
