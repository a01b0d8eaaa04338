// Runs a grid on this machine: a process for each core, each taking cells by itself. A process that dies is replaced, and its cell is taken
// again. Not which cells there are (plan.ts).

import { type ChildProcess, fork } from "node:child_process";
import { UsageError } from "@bernoulli/programs";
import type { ProgressStream } from "@bernoulli/trainer/node";
import type { Sources } from "../images.js";
import { runCell } from "../job.js";
import { gridOf, type Plan } from "../plan.js";
import { Claims } from "./claims.js";
import { progressOf } from "./progress.js";
import { orderOf, type Shard } from "./shard.js";
import { Store } from "./store.js";
import { type WorkerEvent, work } from "./worker.js";

/** What a worker process is told. */
export interface Job {
  readonly directory: string;
  readonly plan: Plan;
  readonly sources: Partial<Sources>;
  readonly shard: Pick<Shard, "index" | "count"> | null;
  readonly owner: string;
  readonly retry: boolean;
  readonly stale: number;
  readonly beat: number;
}

export interface RunOptions extends Omit<Job, "owner"> {
  readonly workers: number;
  /** Of each worker: cells are what is spread over cores, where there are as many. */
  readonly threads: number;
  /** The program's file, to be started as `program worker`; null to work in this process. */
  readonly program: string | null;
  /** Whether a worker tells where in the program an error came from. */
  readonly debug: boolean;
  readonly stream: ProgressStream;
  readonly signal: AbortSignal;
  readonly complain: (text: string) => void;
  /** Called for each cell that ended. */
  readonly onEnd: (key: string, status: "done" | "released" | "failed", problem: string | null) => void;
}

/** What is there at the end. */
export interface Ran {
  readonly cells: number;
  readonly done: number;
  /** Keys of cells that failed here, with why. */
  readonly failed: ReadonlyMap<string, string>;
}

/** Workers that may die one after another without one cell done in between. */
const mostDeaths = 3;

/** @param environment what worker processes get */
export async function runGrid(options: RunOptions, environment: NodeJS.ProcessEnv = process.env): Promise<Ran> {
  const { workers, program, stream, signal, directory, plan, sources, shard, retry, stale, beat } = options;
  const job = { directory, plan, sources, shard, retry, stale, beat };
  const store = new Store(job.directory);
  const cells = gridOf(job.plan);
  const progress = progressOf(cells, await store.finished(), stream);
  const failed = new Map<string, string>();
  const tell = (event: WorkerEvent) => {
    if (event.kind === "end" && event.status === "failed") failed.set(event.key, event.problem ?? "");
    if (event.kind === "end") options.onEnd(event.key, event.status, event.problem);
    progress.onEvent(event);
  };
  const look = setInterval(() => {
    store.finished().then(progress.onFinished, () => {});
  }, 5000);
  try {
    if (program === null) await runJob({ ...job, owner: `${process.pid}` }, signal, tell);
    else {
      const open = cells.length - (await store.finished()).size;
      const count = Math.max(1, Math.min(workers, open));
      // One that gives up ends the others, behind their step.
      const end = new AbortController();
      const all = { ...options, signal: AbortSignal.any([signal, end.signal]) };
      const kept = Array.from({ length: count }, (_, at) =>
        keepWorker(program, { ...job, owner: String(at) }, all, tell, environment).catch((error: unknown) => {
          end.abort();
          throw error;
        }),
      );
      const [failure] = (await Promise.allSettled(kept)).filter(({ status }) => status === "rejected");
      if (failure !== undefined) throw (failure as PromiseRejectedResult).reason;
    }
  } finally {
    clearInterval(look);
    progress.end();
  }
  await store.tidy();
  const finished = await store.finished();
  return { cells: cells.length, done: cells.filter(({ key }) => finished.has(key)).length, failed };
}

/** Keeps one worker at work until it ends by itself. */
async function keepWorker(
  program: string,
  job: Job,
  { signal, complain, threads, debug }: RunOptions,
  tell: (event: WorkerEvent) => void,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  for (let deaths = 0; !signal.aborted; ) {
    const own = { ...environment, BERNOULLI_NUM_THREADS: String(threads) };
    const ended = await runWorker(program, debug ? ["worker", "--debug"] : ["worker"], job, signal, own, (event) => {
      if (event.kind === "end" && event.status === "done") deaths = 0;
      tell(event);
    });
    if (ended === null || signal.aborted) return;
    deaths += 1;
    if (deaths >= mostDeaths)
      throw new UsageError(
        `${deaths} workers ended one after another before their cell was done (${ended}); what they said of it is above, or with too little memory, use fewer: --workers. Started again, the study goes on`,
      );
    complain(`study: a worker ended before its cell was done (${ended}); another takes it`);
  }
}

/** Runs a worker process to its end: null, or what ended it before its time. */
function runWorker(
  program: string,
  args: readonly string[],
  job: Job,
  signal: AbortSignal,
  environment: NodeJS.ProcessEnv,
  tell: (event: WorkerEvent) => void,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(program, args, {
      env: environment,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const stop = () => void child.kill("SIGTERM");
    const running = new Set<string>();
    signal.addEventListener("abort", stop, { once: true });
    child.on("message", (event: WorkerEvent) => {
      if (event.kind === "start") running.add(event.key);
      if (event.kind === "end") running.delete(event.key);
      tell(event);
    });
    child.once("error", reject);
    child.once("spawn", () => child.send(job));
    child.once("close", (code, name) => {
      signal.removeEventListener("abort", stop);
      const claims = new Claims(new Store(job.directory).claims, job.owner, { stale: job.stale, beat: job.beat });
      const freed = [...running].map((key) => claims.free(key, child.pid!).catch(() => {}));
      for (const key of running) tell({ kind: "end", key, status: "released", problem: null });
      Promise.all(freed).then(() => resolve(code === 0 ? null : name === null ? `exit code ${code}` : name));
    });
  });
}

/** Works in this process. */
async function runJob(job: Job, signal: AbortSignal, tell: (event: WorkerEvent) => void): Promise<void> {
  const { directory, plan, sources, shard, owner, retry, stale, beat } = job;
  await work({
    cells: orderOf(gridOf(plan), shard),
    store: new Store(directory),
    owner,
    run: (cell, how) => runCell(cell, plan, sources, how),
    signal,
    tell,
    retry,
    stale,
    beat,
  });
}

/** The program as a worker: does the job that its parent sends it, and ends when that is gone. */
export async function runAsWorker(signal: AbortSignal): Promise<void> {
  const gone = new AbortController();
  process.once("disconnect", () => gone.abort(new Error("the study has ended")));
  const job = await new Promise<Job | null>((resolve) => {
    process.once("message", (message) => resolve(message as Job));
    gone.signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  if (job === null) return;
  let last = 0;
  await runJob(job, AbortSignal.any([signal, gone.signal]), (event) => {
    const now = performance.now();
    if (event.kind === "share" && now - last < 200) return;
    last = now;
    if (process.connected) process.send!(event);
  });
  if (process.connected) process.disconnect();
}
