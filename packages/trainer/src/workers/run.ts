// A run in a worker of a page, told of in the page: what the one sends and the other gets. What is trained there is the caller's, as
// are the pages. Not the threads of kernels, which a worker has as a page has (ready), nor those that read data.

import { ArgumentError, checkArgument, checkOptions, describe } from "@bernoulli/tensor";
import { WorkerRunError } from "../errors.js";

/** What a run is given beside its options. */
export interface RunContext<Report> {
  /** Sends something to the page: numbers, text, arrays, typed arrays, plain objects; of tensors their `toTypedArray()`. */
  readonly report: (value: Report) => void;
  /** Aborted when the page asks for it: give it to `fit`. */
  readonly signal: AbortSignal;
}

/** A function that runs in a worker: what it takes and gives is copied, as by `structuredClone`. */
export type Run<Options = any, Report = any, Result = any> = (
  options: Options,
  context: RunContext<Report>,
) => Promise<Result> | Result;

type OptionsOf<R> = R extends Run<infer Options, any, any> ? Options : never;
type ReportOf<R> = R extends (options: never, context: RunContext<infer Report>) => unknown ? Report : never;
type ResultOf<R> = R extends Run<any, any, infer Result> ? Awaited<Result> : never;

/** By which a worker tells a run that is asked for from other messages. */
const mark = "bernoulli.run";

type Told =
  | { readonly kind: "report"; readonly value: unknown }
  | { readonly kind: "result"; readonly value: unknown }
  | { readonly kind: "error"; readonly name: string; readonly message: string; readonly stack: string };

/** What a worker is, seen from within. */
interface WorkerSide {
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

/**
 * In a worker's module: answers {@link startRun}. A page whose net is trained in a worker stays responsive whatever a step takes.
 *
 *     // train.worker.ts
 *     const train = async ({ epochs }: { epochs: number }, { report, signal }: RunContext<{ loss: number }>) => {
 *       const trainer = new Trainer(model, { optimizer, criterion });
 *       const callbacks = [{ onEpochEnd: ({ record }) => report({ loss: record.live.loss }) }];
 *       await trainer.fit(loader, { epochs, signal, callbacks });
 *       return serialize(model.stateDict());
 *     };
 *     export type Train = typeof train;
 *     serveRun(train);
 *
 * @param side for tests: where messages come in; by default the worker itself
 */
export function serveRun(run: Run, side: WorkerSide = globalThis as unknown as WorkerSide): void {
  checkArgument("serveRun", "run", run, "function");
  checkArgument("serveRun", "side", side, "object");
  if (typeof side.addEventListener !== "function")
    throw new ArgumentError(
      "serveRun: there is no page to answer to; call it in a module that a page runs by new Worker(…)",
    );
  side.addEventListener("message", ({ data, ports }) => {
    const [port] = ports;
    if (port !== undefined && typeof data === "object" && data !== null && mark in data)
      void answer(run, data[mark], port);
  });
}

async function answer(run: Run, options: unknown, port: MessagePort): Promise<void> {
  const controller = new AbortController();
  port.onmessage = () => controller.abort();
  const tell = (told: Told) => port.postMessage(told);
  try {
    const report = (value: unknown) => tell({ kind: "report", value });
    tell({ kind: "result", value: await run(options, { report, signal: controller.signal }) });
  } catch (error) {
    const { name = "Error", message = String(error), stack = "" } = (error ?? {}) as Partial<Error>;
    tell({ kind: "error", name, message, stack });
  }
}

export interface StartRunOptions<Report> {
  /** Called with whatever the run reports, in its order. */
  readonly onReport?: (value: Report) => void;
  /** Aborts the run's own signal; the promise still waits for what the run makes of that. To end it at once, `worker.terminate()`. */
  readonly signal?: AbortSignal;
}

/**
 * On a page: starts the run that a worker serves, and resolves with what it gives. Where the worker can take part in cross-origin isolation it has
 * threads of its own.
 *
 *     const worker = new Worker(new URL("./train.worker.js", import.meta.url), { type: "module" });
 *     const weights = await startRun<Train>(worker, { epochs: 5 }, { onReport: ({ loss }) => plot(loss), signal });
 *     model.loadStateDict(await deserialize(weights));
 *
 * @throws WorkerRunError with what the run threw, or where the worker fails; ArgumentError for what is no worker; DataCloneError for
 * options that cannot be copied.
 */
export function startRun<R extends Run>(
  worker: Worker,
  options: OptionsOf<R>,
  settings: StartRunOptions<ReportOf<R>> = {},
): Promise<ResultOf<R>> {
  if (typeof worker?.postMessage !== "function" || typeof worker.addEventListener !== "function")
    throw new ArgumentError(`startRun: expected a Worker, but got ${describe(worker)}`);
  checkOptions("startRun", settings, { onReport: "function", signal: "object" });
  const { onReport, signal } = settings;
  const { port1: port, port2 } = new MessageChannel();
  return new Promise<ResultOf<R>>((resolve, reject) => {
    const failed = (event: Event) => {
      end();
      const { message } = event as Partial<ErrorEvent>;
      reject(new WorkerRunError(`startRun: the worker failed: ${message || "its script was not run"}`));
    };
    const abort = () => port.postMessage("abort");
    const end = () => {
      port.close();
      worker.removeEventListener("error", failed);
      signal?.removeEventListener("abort", abort);
    };
    port.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === "report") return onReport?.(data.value as ReportOf<R>);
      end();
      if (data.kind === "result") resolve(data.value as ResultOf<R>);
      else reject(new WorkerRunError(`startRun: the run threw ${data.name}: ${data.message}`, { cause: data.stack }));
    };
    worker.addEventListener("error", failed);
    signal?.addEventListener("abort", abort);
    try {
      worker.postMessage({ [mark]: options }, [port2]);
    } catch (error) {
      end();
      throw error;
    }
    if (signal?.aborted === true) abort();
  });
}
