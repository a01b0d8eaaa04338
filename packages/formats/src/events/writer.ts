// EventWriter: TensorBoard's event files, record by record. Not what is logged of a fit (@bernoulli/trainer), nor the messages (messages.ts).

import { promises as fs, mkdirSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { ArgumentError, checkArgument, checkOptions, noGrad, ShapeError, scope, type Tensor } from "@bernoulli/tensor";
import { encode } from "fast-png";
import { explained } from "../files/explain.js";
import { writeAll } from "../files/replace.js";
import { crc32c } from "../zip/crc32.js";
import * as messages from "./messages.js";

export type { HyperParameters } from "./messages.js";

export interface EventWriterOptions {
  /** The first step that is logged anew, where a run goes on: what was logged of it and later ones counts no more. Default: none. */
  readonly purgeStep?: number;
  /** Seconds since 1970. Default: the system's. */
  readonly clock?: () => number;
}

/** How many buckets a histogram has. */
const buckets = 30;

/**
 * Writes a file of events that TensorBoard reads: `tensorboard --logdir DIRECTORY`. What is logged is in memory until `flush`, which adds it to
 * the file; one that is killed leaves whole records, of which TensorBoard ignores a last one that is cut. By the names of
 * https://pytorch.org/docs/stable/tensorboard.html.
 *
 * @throws ArgumentError for options out of range; FormatError where the directory or the file cannot be written.
 * @example
 * ```ts
 * import { mkdtemp, readdir, rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { EventWriter } from "@bernoulli/formats/node";
 * const directory = await mkdtemp(join(tmpdir(), "bernoulli-events-"));
 * const writer = new EventWriter(directory);
 * writer.addScalar("loss", 0.5, 1);
 * await writer.close();
 * (await readdir(directory)).length; // → 1
 * await rm(directory, { recursive: true });
 * ```
 */
export class EventWriter {
  readonly path: string;
  readonly #clock: () => number;
  /** What is not in the file yet. */
  #records: Uint8Array[] = [];
  /** Bytes of whole records in the file: what a write that failed has left behind them is written over. */
  #length = 0;
  /** Settled when the writes begun so far are over, well or not. */
  #writing: Promise<void> = Promise.resolve();

  constructor(directory: string, options: EventWriterOptions = {}) {
    checkArgument("EventWriter", "directory", directory, "string");
    checkOptions("EventWriter", options, { purgeStep: "count", clock: "function" });
    const { purgeStep, clock = () => Date.now() / 1000 } = options;
    this.#clock = clock;
    try {
      mkdirSync(directory, { recursive: true });
    } catch (error) {
      throw explained(directory, "events cannot be written there", error);
    }
    const seconds = String(Math.floor(clock())).padStart(10, "0");
    written += 1;
    this.path = join(directory, `events.out.tfevents.${seconds}.${hostname()}.${process.pid}.${written}`);
    this.#add(0, messages.fileVersion());
    if (purgeStep !== undefined) this.#add(purgeStep, messages.sessionStart());
  }

  /** A number at a step. NaN and infinities are shown as gaps. */
  addScalar(tag: string, value: number, step: number): void {
    this.#value("addScalar", tag, step, messages.scalarValue(value));
  }

  /** How a tensor's elements are spread, in 30 buckets; what is not finite is left out, and nothing is logged where all is. */
  addHistogram(tag: string, values: Tensor, step: number): void {
    checkArgument("addHistogram", "values", values, "Tensor");
    const histogram = histogramOf(Float64Array.from(values.detach().toTypedArray(), Number).filter(Number.isFinite));
    if (histogram !== null) this.#value("addHistogram", tag, step, messages.histogramValue(histogram));
  }

  /** A picture: bytes, or floats from 0 to 1. Shape: (channels, height, width) of 1, 3 or 4 channels. @throws ShapeError for others. */
  addImage(tag: string, image: Tensor, step: number): void {
    checkArgument("addImage", "image", image, "Tensor");
    const [channels = 0, height = 0, width = 0] = image.shape;
    if (image.ndim !== 3 || ![1, 3, 4].includes(channels))
      throw new ShapeError(
        `addImage: expected (channels, height, width) with 1, 3 or 4 channels, got [${image.shape.join(", ")}]`,
      );
    const data = noGrad(() =>
      scope(() => {
        const asBytes =
          image.dtype === "uint8" ? image : image.detach().mul(255).add(0.5).clamp({ min: 0, max: 255 }).to("uint8");
        return Uint8Array.from(asBytes.permute(1, 2, 0).contiguous().toTypedArray());
      }),
    );
    const png = encode({ data, channels, height, width, depth: 8 });
    this.#value("addImage", tag, step, messages.imageValue(height, width, channels, png));
  }

  /** What the run was made with, and the tags of the scalars that it is judged by. */
  addHparams(parameters: messages.HyperParameters, metrics: readonly string[]): void {
    checkArgument("addHparams", "parameters", parameters, "object");
    for (const [name, value] of Object.entries(parameters))
      if (!["string", "number", "boolean"].includes(typeof value))
        throw new ArgumentError(`addHparams: ${name} must be a string, number or boolean, but got ${typeof value}`);
    this.#value("addHparams", "_hparams_/experiment", 0, messages.experimentValue(parameters, metrics));
    this.#value("addHparams", "_hparams_/session_start_info", 0, messages.sessionStartValue(parameters));
    this.#value("addHparams", "_hparams_/session_end_info", 0, messages.sessionEndValue());
  }

  /**
   * Adds to the file what was logged since the last time.
   *
   * @throws FormatError where it cannot be written; what was logged is kept, and the next `flush` tries again.
   */
  flush(): Promise<void> {
    const done = this.#writing.then(() => this.#write());
    this.#writing = done.catch(() => {});
    return done;
  }

  async #write(): Promise<void> {
    const { length: count } = this.#records;
    if (count === 0) return;
    const bytes = Buffer.concat(this.#records);
    try {
      const handle = await fs.open(this.path, this.#length === 0 ? "w" : "r+");
      try {
        await writeAll(handle, bytes, this.#length);
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw explained(this.path, "cannot be written", error);
    }
    this.#length += bytes.length;
    // What was logged meanwhile is behind them.
    this.#records.splice(0, count);
  }

  /** The last `flush`. */
  close(): Promise<void> {
    return this.flush();
  }

  #value(owner: string, tag: string, step: number, value: messages.SummaryValue): void {
    checkArgument(owner, "tag", tag, "string");
    if (!Number.isSafeInteger(step) || step < 0)
      throw new ArgumentError(`${owner}: step must be an integer of at least 0, but got ${step}`);
    this.#add(step, messages.summary(tag, value));
  }

  #add(step: number, what: Parameters<typeof messages.eventOf>[2]): void {
    this.#records.push(recordOf(messages.eventOf(this.#clock(), step, what)));
  }
}

/** The files that this process has begun: their names must differ. */
let written = 0;

/** A record: its length, a checksum of that, the bytes, a checksum of them; checksums turned and shifted as TensorFlow's are. */
function recordOf(data: Uint8Array): Uint8Array {
  const record = new Uint8Array(data.length + 16);
  const view = new DataView(record.buffer);
  const masked = (bytes: Uint8Array) => {
    const sum = crc32c(bytes);
    return (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0;
  };
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, masked(record.subarray(0, 8)), true);
  record.set(data, 12);
  view.setUint32(12 + data.length, masked(data), true);
  return record;
}

function histogramOf(values: Float64Array): messages.Histogram | null {
  if (values.length === 0) return null;
  let [min, max, sum, squares] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    squares += value * value;
  }
  const width = (max - min) / buckets;
  const counts = Array.from({ length: width > 0 ? buckets : 1 }, () => 0);
  for (const value of values) counts[width > 0 ? Math.min(Math.floor((value - min) / width), buckets - 1) : 0]! += 1;
  const limits = counts.map((_, at) => (at === counts.length - 1 ? max : min + (at + 1) * width));
  return { min, max, count: values.length, sum, squares, limits, counts };
}
