// The main thread's side of a loader's workers in Node: it starts them, and hears of them. A wait is a real one under `for … of`, so that nothing here
// hangs on events: news come by ports that are asked. Which batch is whose is pass.ts's.

import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { ArgumentError } from "@bernoulli/tensor";
import type { LoaderWorkerError } from "../errors.js";
import type { ReadSettings } from "./host.js";
import {
  type News,
  newsCount,
  sampleOf,
  type Task,
  type Thrown,
  type WorkerStart,
  wardenSource,
  workerSource,
} from "./messages.js";
import { Answers, lossOf, type Threads } from "./pass.js";
import { Waiting } from "./waiting.js";

/** Threads of Node. Events refer to them, never to the crew, so that a crew that nobody has is collected. */
export class NodeThreads implements Threads {
  readonly shared: Int32Array;
  readonly answers = new Answers();
  /** Why a worker gives nothing more. */
  readonly lost = new Map<number, LoaderWorkerError>();
  /** Who has made its dataset. */
  readonly begun = new Set<number>();
  isOpen = true;
  readonly #warden: Worker;
  readonly #ports: readonly MessagePort[];
  readonly #waiting = new Waiting();

  constructor(url: string, given: unknown, settings: ReadSettings) {
    const { numWorkers, isWhole } = settings;
    this.shared = new Int32Array(new SharedArrayBuffer(4 * sampleOf(numWorkers))).fill(-1);
    this.shared[newsCount] = 0;
    const channels = Array.from({ length: numWorkers + 1 }, () => new MessageChannel());
    const [own, ...others] = channels as [MessageChannel, ...MessageChannel[]];
    const starts = others.map(
      ({ port2 }, id): WorkerStart => ({
        url,
        settings: given,
        id,
        numWorkers,
        isWhole,
        port: port2,
        shared: this.shared,
      }),
    );
    try {
      this.#warden = new Worker(wardenSource, {
        eval: true,
        workerData: { starts, source: workerSource, port: own.port2, shared: this.shared },
        transferList: channels.map(({ port2 }) => port2),
        name: "bernoulli loader",
      });
    } catch (cause) {
      for (const { port1 } of channels) port1.close();
      throw new ArgumentError(
        `DataLoader: workers cannot be started (${(cause as Error).message}); the settings of a dataset that defineDataset made are plain values, which can be copied to another thread`,
        { cause },
      );
    }
    this.#warden.unref();
    this.#warden.on("error", (error) => {
      for (let worker = 0; worker < numWorkers; worker++) this.#lose(worker, `died with its warden`, error);
      this.#waiting.wake();
    });
    this.#ports = channels.map(({ port1 }) => port1);
    this.#ports.forEach((port, at) => {
      port.on("message", (news: News) => {
        this.#hear(news, at - 1);
        this.#waiting.wake();
      });
      port.unref();
    });
  }

  send(worker: number, task: Task): void {
    this.#ports[worker + 1]!.postMessage(task);
  }

  drain(): number {
    const seen = Atomics.load(this.shared, newsCount);
    for (let worker = -1; worker < this.#ports.length - 1; worker++) this.#drainOf(worker);
    return seen;
  }

  /** Hears all that a worker has sent, or the warden, -1. */
  #drainOf(worker: number): void {
    const port = this.#ports[worker + 1]!;
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port))
      this.#hear(next.message as News, worker);
  }

  wait(since: number, milliseconds: number): boolean {
    return Atomics.wait(this.shared, newsCount, since, milliseconds) !== "timed-out";
  }

  sampleAt(worker: number): number | null {
    const index = Atomics.load(this.shared, sampleOf(worker));
    return index < 0 ? null : index;
  }

  async news(milliseconds: number): Promise<boolean> {
    for (const port of this.#ports) port.ref();
    try {
      return await this.#waiting.until(milliseconds);
    } finally {
      if (this.#waiting.isEmpty) for (const port of this.#ports) port.unref();
    }
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    for (const port of this.#ports) port.close();
    void this.#warden.terminate();
  }

  #hear(news: News, from: number): void {
    if (news.kind === "batch" || news.kind === "error") this.answers.hear(news);
    else if (news.kind === "begun") this.begun.add(from);
    else if (news.kind === "unable") this.#lose(from, "could not begin", news.thrown);
    else {
      // What it sent before it died lies at another port, which may not have been heard yet.
      this.#drainOf(news.worker);
      this.#lose(news.worker, `died (exit code ${news.code})`, news.thrown);
    }
  }

  /** The first word about a worker's end is the reason. */
  #lose(worker: number, how: string, thrown: Thrown | Error | null): void {
    if (!this.lost.has(worker)) this.lost.set(worker, lossOf(this, worker, how, thrown));
  }
}
