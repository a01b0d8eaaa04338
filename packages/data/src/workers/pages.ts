// defineDataset for browsers: workers of a page, which hear and speak by messages alone. A page may not wait for them, so that they are read by
// `for await`. What is told of Node's threads by what they share with it, the sample that is being read, is not known here.

import { ArgumentError, BernoulliError, checkArgument, describe, setNumThreads } from "@bernoulli/tensor";
import type { Dataset } from "../dataset.js";
import type { LoaderWorkerError } from "../errors.js";
import type { ReadSettings } from "./host.js";
import { hosted } from "./hosted.js";
import type { News, Task, Thrown, WorkerTask } from "./messages.js";
import { Answers, lossOf, type Threads } from "./pass.js";
import { serve, thrownOf } from "./serve.js";
import { Waiting } from "./waiting.js";

/** What a page tells a worker first. */
interface Start {
  readonly bernoulliLoader: WorkerTask;
}

/** What is used of the scope that a worker runs in. */
interface WorkerScope {
  readonly WorkerGlobalScope?: unknown;
  postMessage(news: News, moved?: Transferable[]): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
}

const scope = globalThis as unknown as WorkerScope & { bernoulliServe?: (start: WorkerTask) => void };

/**
 * Says how a dataset is made, so that workers of a page can make it for themselves: the default export of a module of its own, which is
 * each worker's script. `start` starts one of them, written so that bundlers see it. In Node, `defineDataset` of `@bernoulli/data/node` is
 * given the module's address instead.
 *
 *     // pictures.js
 *     export default defineDataset(
 *       () => new Worker(new URL("./pictures.js", import.meta.url), { type: "module" }),
 *       ({ train }) => new SyntheticShapes({ train, transform: new RandomCrop(32, 4) }),
 *     );
 *
 *     // page.js
 *     import pictures from "./pictures.js";
 *     const loader = new DataLoader(pictures({ train: true }), { batchSize: 64, shuffle: true, numWorkers: 2 });
 *     for await (const [images, labels] of loader) …
 *
 * Batches are the same for any number of workers, as in Node. A plain `for … of` over workers is refused: a page may not wait.
 *
 * @throws ArgumentError for what is no function.
 */
export function defineDataset<Settings, Made extends Dataset>(
  start: () => Worker,
  make: (settings: Settings) => Made,
): (settings: Settings) => Made {
  checkArgument("defineDataset", "start", start, "function");
  checkArgument("defineDataset", "make", make, "function");
  serveHere(make as (settings: never) => Made);
  return (settings) => hosted(make(settings), (own) => new PageThreads(start, settings, own));
}

/** Where this is a worker that a loader starts, the definition that is made last serves it: a worker's script comes behind what it imports. */
function serveHere(make: (settings: never) => Dataset): void {
  if (scope.WorkerGlobalScope === undefined) return;
  const isFirst = scope.bernoulliServe === undefined;
  scope.bernoulliServe = (start) => {
    // What they share out among themselves is the loader's work.
    setNumThreads(1);
    const tell = (news: News, moved: Transferable[] = []) => scope.postMessage(news, moved);
    try {
      serve(
        start,
        {
          tell,
          listen: (onTask) => {
            scope.onmessage = ({ data }) => onTask(data as Task);
          },
          reading: () => {},
        },
        make,
      );
    } catch (error) {
      tell({ kind: "unable", thrown: thrownOf(error) });
    }
  };
  if (!isFirst) return;
  scope.addEventListener("message", ({ data }) => {
    if (isStart(data)) scope.bernoulliServe!(data.bernoulliLoader);
  });
}

const isStart = (data: unknown): data is Start =>
  data !== null && typeof data === "object" && "bernoulliLoader" in data;

class PageThreads implements Threads {
  readonly answers = new Answers();
  readonly lost = new Map<number, LoaderWorkerError>();
  readonly begun = new Set<number>();
  isOpen = true;
  readonly #workers: readonly Worker[];
  readonly #waiting = new Waiting();

  constructor(start: () => Worker, settings: unknown, { numWorkers, isWhole }: ReadSettings) {
    const workers: Worker[] = [];
    this.#workers = workers;
    try {
      for (let id = 0; id < numWorkers; id++) {
        const worker = start();
        if (typeof worker?.postMessage !== "function") throw new TypeError(`it gave ${describe(worker)}`);
        workers.push(worker);
        worker.onmessage = ({ data }: MessageEvent<News>) => {
          this.#hear(data, id);
          this.#waiting.wake();
        };
        worker.onerror = (event) => {
          event.preventDefault();
          this.#lose(id, "died", {
            name: "Error",
            message: event.message ?? "its script cannot be loaded",
            stack: undefined,
          });
          this.#waiting.wake();
        };
        worker.postMessage({ bernoulliLoader: { settings, id, numWorkers, isWhole } } satisfies Start);
      }
    } catch (cause) {
      this.close();
      throw new ArgumentError(
        `DataLoader: workers cannot be started (${(cause as Error).message}); start must give a Worker, and the settings of a dataset are plain values, which can be copied to it`,
        { cause },
      );
    }
  }

  send(worker: number, task: Task): void {
    this.#workers[worker]!.postMessage(task);
  }

  drain(): number {
    return 0;
  }

  wait(): never {
    throw new BernoulliError(
      "DataLoader: a page may not wait for workers; iterate with `for await (… of loader)`, or give numWorkers: 0",
    );
  }

  news(milliseconds: number): Promise<boolean> {
    return this.#waiting.until(milliseconds);
  }

  sampleAt(): null {
    return null;
  }

  close(): void {
    this.isOpen = false;
    for (const worker of this.#workers) worker.terminate();
  }

  #hear(news: News, from: number): void {
    if (news.kind === "batch" || news.kind === "error") this.answers.hear(news);
    else if (news.kind === "begun") this.begun.add(from);
    else if (news.kind === "unable") this.#lose(from, "could not begin", news.thrown);
  }

  #lose(worker: number, how: string, thrown: Thrown | null): void {
    if (!this.lost.has(worker)) this.lost.set(worker, lossOf(this, worker, how, thrown));
  }
}
