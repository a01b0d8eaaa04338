// Ranks that fall out of step, throw, end or die: the job ends within seconds, and every rank that can says which and why.

import { Variants } from "@bernoulli/testing";
import { expect, test } from "vitest";
import { chosenOf, has, mpis, runRanks } from "./ranks.testing.js";

/** What is said of the last of three ranks; a null where nobody of ours can say anything: then the launcher does. */
const faults: Readonly<Record<string, RegExp | null>> = {
  shape: /call 5.*\n +ranks 0, 1: allReduce \(sum\) of float32 \[4\]\n +rank 2: allReduce \(sum\) of float32 \[3\]/,
  dtype: /rank 2: allReduce \(sum\) of float64 \[4\]/,
  op: /rank 2: allReduce \(max\) of float32 \[4\]/,
  call: /ranks 0, 1: broadcast from 0 of float32 \[2\]\n +rank 2: barrier/,
  ends: /ranks 0, 1: allReduce \(sum\) of float32 \[4\]\n +rank 2: finalize/,
  throws:
    /ranks 0, 1: allReduce \(sum\) of float32 \[4\]\n +rank 2: rank 2 threw RangeError: the batch is of 3 samples/,
  exits: /rank 2: rank 2 ended with exit code 3/,
  returns: /ranks 0, 1: allReduce \(sum\) of float32 \[4\]\n +rank 2: finalize/,
  killed: null,
  stuck: /rank [01] waited 2 s for the other ranks at call 5, allReduce \(sum\) of float32 \[4\]; one of them is stuck/,
  seed: /call 1.*\n +rank 0: init of @bernoulli\/distributed [\d.]+, \w+ instructions, seed 0\n +rank 1: .* seed 1\n +rank 2: .* seed 2/,
  model:
    /ranks 0, 1: DistributedDataParallel of 2 tensors, [\da-f]+: weight float32 \[1, 2\], bias float32 \[1\]\n +rank 2: .* weight float32 \[1, 3\]/,
  compiled:
    /ranks 0, 1: DistributedDataParallel's gradients: 2 tensors of 3 elements\n +rank 2: rank 2 threw RangeError: the batch is of 3 samples/,
  compiledKilled: null,
  unused:
    /backward gave no gradient to bias; if a loss need not depend on all parameters, pass \{ findUnusedParameters: true \}/,
};

/** Far below what a test may take, far above what it takes on a machine that is free. */
const mostSeconds = 25;

const variants = new Variants("packages/distributed/src/faults.test.ts");

const cases = mpis.flatMap((mpi) => Object.entries(faults).map(([fault, told]) => [mpi, fault, told] as const));
const chosen = chosenOf(
  variants,
  "faults",
  cases,
  ([mpi]) => mpi,
  ([mpi, fault]) => `${mpi} ${fault}`,
);

for (const [mpi, fault, told] of chosen)
  test.skipIf(!has(mpi))(`${mpi}: ${fault}`, { timeout: 60_000 }, async () => {
    const { code, stderr, seconds } = await runRanks({ mpi, ranks: 3, program: "faults", parameters: [fault] });
    expect(code).not.toBe(0);
    if (told !== null) expect(stderr).toMatch(told);
    expect(seconds).toBeLessThan(mostSeconds);
  });

variants.tell(test);
