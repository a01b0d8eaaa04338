// What collectives give on each rank, as one line of JSON.

import { arange, tensor, zeros } from "@bernoulli/tensor";
import {
  allGather,
  allGatherIntoTensor,
  allReduce,
  barrier,
  broadcast,
  finalize,
  getRank,
  getWorldSize,
  init,
  type ReduceOp,
} from "../index.js";

const { rank, worldSize } = await init({ seed: 7, timeout: 60 });
const results: Record<string, unknown> = { rank, worldSize, agree: [getRank(), getWorldSize()] };
const own = () =>
  arange(1, 4)
    .to("float32")
    .mul(rank + 1);
for (const op of ["sum", "mean", "prod", "max", "min"] satisfies ReduceOp[]) {
  const x = own();
  allReduce(x, { op });
  results[op] = x.toArray();
}
const whole = tensor([rank, 2 ** 30], { dtype: "int32" });
allReduce(whole, { op: "max" });
results["int32"] = whole.toArray();
const summed = (values: readonly number[], dtype: "int32" | "uint8") => {
  const x = tensor(values, { dtype });
  try {
    allReduce(x);
    return x.toArray();
  } catch (error) {
    return String(error);
  }
};
results["sums of integers"] = [
  summed([1, 2 ** 29], "int32"),
  summed([1, 2 ** 30], "int32"),
  summed([1, 85], "uint8"),
  summed([1, 86], "uint8"),
];
const double = own().to("float64").div(3);
allReduce(double);
results["float64"] = double.toArray();
const sent = own().add(rank);
broadcast(sent, worldSize - 1);
results["broadcast"] = sent.toArray();
const [front, along] = [zeros(worldSize, 3), zeros(3 * worldSize)];
allGatherIntoTensor(front, own());
allGatherIntoTensor(along, own());
results["gathered"] = [front.toArray(), along.toArray()];
const list = Array.from({ length: worldSize }, () => zeros(3));
allGather(list, own());
results["list"] = list.map((one) => one.toArray());
const [first, second] = [own(), own()];
const works = [allReduce(first, { asyncOp: true }), allReduce(second, { op: "max", asyncOp: true })];
let turns = 0;
const timer = setInterval(() => (turns += 1), 1);
// The other way round, and one at once in between: the ranks begin them in one order all the same.
const later = own();
if (rank === 0) {
  await works[1]!.wait();
  await works[0]!.wait();
  allReduce(later);
} else {
  allReduce(later);
  for (const work of works) await work.wait();
}
clearInterval(timer);
results["async"] = [first.toArray(), second.toArray(), later.toArray()];
barrier();
process.stdout.write(`${JSON.stringify(results)}\n`);
finalize();
