// The worker's loop: commands in, steps, frames out. Not what a step is (session.ts), nor what is seen of it (look.ts). It runs wherever
// there is a port: in a worker, and in tests.

import { getNumThreads, memoryStats, ready } from "@bernoulli/tensor";
import { type Settings, stepsPerSecond } from "../state/settings.js";
import { RefusedFiles, readFiles } from "./files.js";
import { fromFiles, type Labelled, shapes } from "./images.js";
import { Inbox } from "./inbox.js";
import { buffersIn, detailsOf, wayOf } from "./look.js";
import { begunWith, pixelsOf } from "./offered.js";
import type { FromWorker, NamedFile, Point, ToWorker } from "./protocol.js";
import { Rate } from "./rate.js";
import { batchSize, Session } from "./session.js";

/** What a worker's global scope and a MessagePort have in common. */
export interface Port {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

/** Milliseconds from one look at the details to the next. */
const detailsEvery = 600;
/** The steps that a page may miss which asks for no frame. Then the oldest are left out. */
const mostPoints = 4096;

/** Serves a port until the signal ends it: takes commands, trains while it is told to, and gives frames that are asked for. */
export async function serve(port: Port, signal?: AbortSignal): Promise<void> {
  const inbox = new Inbox(port, signal);
  const stage = new Stage((message) => port.postMessage(message, buffersIn(message)));
  // A page starts no thread under a loop.
  await ready();
  try {
    while (signal?.aborted !== true) {
      await inbox.wait(stage.idleFor());
      for (const command of inbox.take()) await stage.obey(command);
      if (stage.idleFor() === 0) stage.step();
      stage.show();
    }
  } finally {
    stage.dispose();
  }
}

/** What a loop has at hand. */
class Stage {
  readonly #post: (message: FromWorker) => void;
  #settings: Settings | null = null;
  #labelled: Labelled | null = null;
  #session: Session | null = null;
  #picture: Uint8Array | null = null;
  #isRunning = false;
  /** Steps that were asked for one by one. */
  #single = 0;
  #isAsked = false;
  #isNews = false;
  #points: Point[] = [];
  #steppedAt = Number.NEGATIVE_INFINITY;
  #detailsAt = Number.NEGATIVE_INFINITY;
  readonly #rate = new Rate(() => performance.now());

  constructor(post: (message: FromWorker) => void) {
    this.#post = post;
  }

  /** Milliseconds until the next step; Infinity where none is wanted. */
  idleFor(): number {
    if (this.#session === null || this.#settings === null) return Number.POSITIVE_INFINITY;
    if (this.#single > 0) return 0;
    if (!this.#isRunning) return Number.POSITIVE_INFINITY;
    const most = stepsPerSecond[this.#settings.speed];
    return most === null ? 0 : Math.max(0, this.#steppedAt + 1000 / most - performance.now());
  }

  step(): void {
    this.#single = Math.max(0, this.#single - 1);
    this.#steppedAt = performance.now();
    const { step, live, measured } = this.#session!.step();
    if (this.#points.length >= mostPoints) this.#points.shift();
    this.#points.push({ step, live: live!, measured });
    this.#rate.add(2 * batchSize);
    this.#isNews = true;
  }

  /** Gives the frame that was asked for, if there is anything new. */
  show(): void {
    if (!this.#isAsked || !this.#isNews || this.#session === null || this.#settings === null) return;
    const [session, settings, now] = [this.#session, this.#settings, performance.now()];
    const pixels = this.#picture ?? pixelsOf(session.images, settings.image);
    const isDue = now - this.#detailsAt >= detailsEvery;
    if (isDue) this.#detailsAt = now;
    const { step, epoch } = session.progress;
    this.#post({
      ...{ type: "frame", step, epoch, isRunning: this.#isRunning, rate: this.#rate.value },
      ...{ points: this.#points, bytes: memoryStats().bytes },
      way: wayOf(session, pixels, settings),
      details: isDue ? detailsOf(session, pixels, settings) : null,
    });
    this.#points = [];
    this.#isAsked = this.#isNews = false;
  }

  async obey(command: ToWorker): Promise<void> {
    switch (command.type) {
      case "settings":
        this.#settings = command.settings;
        if (this.#session?.adopt(command.settings) !== true) this.#begin();
        return this.#look();
      case "run":
        this.#isRunning = command.isRunning;
        this.#rate.restart();
        return this.#look();
      case "step":
        this.#single += 1;
        return this.#look();
      case "restart":
        this.#begin();
        return this.#look();
      case "frame":
        this.#isAsked = true;
        return;
      case "picture":
        this.#picture = command.pixels;
        return this.#look();
      case "files":
        await this.#learnFrom(command.files);
        return this.#look();
    }
  }

  dispose(): void {
    this.#session?.dispose();
    this.#session = null;
  }

  /** Something else is to be seen, details included. */
  #look(): void {
    this.#isNews = true;
    this.#detailsAt = Number.NEGATIVE_INFINITY;
  }

  #begin(): void {
    if (this.#settings === null) return;
    this.dispose();
    const { size } = this.#settings;
    const images = this.#labelled === null ? shapes(size) : fromFiles(this.#labelled, size);
    this.#session = new Session(this.#settings, images);
    this.#points = [];
    this.#single = 0;
    this.#rate.restart();
    this.#post(begunWith(images, getNumThreads()));
  }

  async #learnFrom(files: readonly NamedFile[]): Promise<void> {
    try {
      this.#labelled = files.length === 0 ? null : await readFiles(files);
      this.#begin();
    } catch (error) {
      if (!(error instanceof RefusedFiles)) throw error;
      this.#post({ type: "refused", reason: error.reason, file: error.file, detail: error.message });
    }
  }
}
