// What every peer in JavaScript does: reads `{"workload", "milliseconds"}` lines, answers with the milliseconds of each call,
// or with null to a workload that it cannot do. (pytorch.py does the same.)

import { createInterface } from "node:readline";

/** Answers for the kinds of workload in `makers`; each makes the body to time, or undefined where it cannot do that one. */
export function serveMakers(hello, makers) {
  return serve(hello, async (workload) => {
    const [kind, ...rest] = workload.split("/");
    const body = await makers[kind]?.(...rest);
    if (body) await warmUp(body);
    return body && ((milliseconds) => burst(body, milliseconds));
  });
}

/** Answers until its input ends; `make` gives what measures a workload for some milliseconds, or undefined. */
export async function serve(hello, make) {
  console.log(JSON.stringify({ version: `node ${process.version}`, ...hello }));
  let name;
  let measure;
  for await (const line of createInterface({ input: process.stdin })) {
    const { workload, milliseconds } = JSON.parse(line);
    if (workload !== name) {
      name = workload;
      measure = undefined; // frees what the workload before held
      measure = await make(workload);
    }
    console.log(JSON.stringify((await measure?.(milliseconds)) ?? null));
  }
  // Threads of a peer would keep it alive.
  process.exit();
}

/** Milliseconds: those that pass, or those of the processor in this process. */
function now() {
  if (process.env.BENCH_CLOCK !== "processor") return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** V8 compiles anew, and better, what runs often: a second of it, as the first steps of any training, or as long as is asked for. */
const warmUpMilliseconds = Number(process.env.BENCH_WARM_UP ?? 1000);

async function warmUp(body) {
  const end = now() + warmUpMilliseconds;
  for (let at = 0; at < 3 || now() < end; at++) await body();
}

async function burst(body, milliseconds) {
  const times = [];
  const end = now() + milliseconds;
  do {
    const start = now();
    const result = body();
    if (result instanceof Promise) await result;
    times.push(now() - start);
  } while (now() < end);
  return times;
}
