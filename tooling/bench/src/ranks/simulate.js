// `node tooling/bench/src/ranks/simulate.js STEP_MS GRADIENT_MB [LATENCY_US]`: how much of so many machines a job has, by a model of a sum in a ring, from the
// measured time of one machine's step and the size of its gradients. A table in Markdown.
//
// A bucket of n bytes over p machines at β bytes a second and a latency of α: 2 (p − 1) (α + n / (p β)), and 2 log₂ p α for its announcement. Without
// overlap all buckets follow the backward; with it each begins when its gradients are there and those before it are through. Backward is two thirds of a
// step, and buckets come in it in proportion to their bytes. What machines wait for each other, and what they take to copy, is left out.

const [step, megabytes, latency = 20] = process.argv.slice(2).map(Number);
if (!(step > 0 && megabytes > 0 && latency >= 0)) throw new Error("simulate.js STEP_MS GRADIENT_MB [LATENCY_US]");

const [alpha, bytes] = [latency / 1000, megabytes * 1e6];
const MiB = 1024 ** 2;

/** PyTorch's: the first of 1 MiB, others of 25. */
function bucketsOf(all) {
  const buckets = [];
  for (let left = all; left > 0; left -= buckets.at(-1))
    buckets.push(Math.min(left, (buckets.length === 0 ? 1 : 25) * MiB));
  return buckets;
}

/** In milliseconds. */
function sumOf(size, machines, gigabits) {
  const perMs = (gigabits * 1e9) / 8 / 1000;
  return 2 * (machines - 1) * (alpha + size / (machines * perMs)) + 2 * Math.ceil(Math.log2(machines)) * alpha;
}

function stepOn(machines, gigabits, overlaps) {
  const buckets = bucketsOf(bytes);
  const backward = (2 / 3) * step;
  let [arrived, free] = [0, 0];
  for (const size of buckets) {
    arrived += size;
    const ready = overlaps ? step - backward + backward * (arrived / bytes) : step;
    free = Math.max(free, ready) + sumOf(size, machines, gigabits);
  }
  return Math.max(free, step);
}

const share = (machines, gigabits, overlaps) => `${((100 * step) / stepOn(machines, gigabits, overlaps)).toFixed(0)} %`;
const columns = [10, 100].flatMap((gigabits) => [false, true].map((overlaps) => [gigabits, overlaps]));
console.log(
  `| machines | ${columns.map(([g, overlaps]) => `${g} Gbit/s${overlaps ? ", overlapped" : ""}`).join(" | ")} |`,
);
console.log(`| -------: | ${columns.map(() => "---:").join(" | ")} |`);
for (const machines of [2, 4, 8, 16, 32, 64])
  console.log(`| ${machines} | ${columns.map(([g, overlaps]) => share(machines, g, overlaps)).join(" | ")} |`);
