// What is to be seen of both nets at a moment: the chosen image's way through each, filters, answers and their spread. As plain bytes and
// numbers, to be sent. Looking draws from a stream of its own, and leaves the nets as they are.

import { mcDropout, recordMasks, replayMasks } from "@bernoulli/dropout";
import { Generator, noGrad, scope, softmax, type Tensor, tensor, withGenerator } from "@bernoulli/tensor";
import type { OfBoth } from "../state/nets.js";
import { type Place, places } from "../state/places.js";
import { drops, type Mode, type Settings } from "../state/settings.js";
import { normalize } from "./images.js";
import type { Learner } from "./learner.js";
import { type Kept, keptOf, nothingDrawn } from "./masks.js";
import type { ReferenceNet, Trace } from "./net.js";
import type { Session } from "./session.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** An image's way through a net. */
export interface Way {
  /** Of each place's elements, from 0 to 255 for the largest of the place. */
  readonly units: Readonly<Record<Place, Bytes>>;
  /** What dropped them. */
  readonly kept: Kept;
  /** Probabilities of the ten classes. */
  readonly answers: Float32Array<ArrayBuffer>;
  /** How much each unit of the last layer says for the answer: weight times output. Shape: (512). */
  readonly says: Float32Array<ArrayBuffer>;
}

/** What takes longer to make, and changes more slowly. */
export interface Details {
  /** The kernels of conv1: 32 pictures of 3 × 3, RGBA, each net's on one scale. */
  readonly filters: OfBoth<Bytes>;
  /** What conv1 makes of the chosen image in evaluation mode: 32 maps of 30 × 30, from 0 to 255. */
  readonly maps: OfBoth<Bytes>;
  /** In evaluation mode. */
  readonly answers: OfBoth<Float32Array<ArrayBuffer>>;
  /** Of the net with dropout, over masks; null where nothing is dropped. */
  readonly spread: Spread | null;
}

export interface Spread {
  readonly samples: number;
  readonly mean: Float32Array<ArrayBuffer>;
  readonly deviation: Float32Array<ArrayBuffer>;
  /** In nats. */
  readonly entropy: number;
  /** In nats. */
  readonly mutualInformation: number;
}

/** How many masks the spread is of. */
const samples = 24;

/** The chosen image's way through both nets. In training mode through the thinned net that the last step's masks leave. */
export function wayOf(session: Session, pixels: Uint8Array, settings: Settings): OfBoth<Way> {
  return looking(
    (input) => ({
      dropout: wayThrough(session.nets.dropout, input, settings.mode, settings),
      plain: wayThrough(session.nets.plain, input, "eval", settings),
    }),
    pixels,
  );
}

export function detailsOf(session: Session, pixels: Uint8Array, settings: Settings): Details {
  const { dropout, plain } = session.nets;
  for (const { net } of Object.values(session.nets)) net.eval();
  return looking(
    (input) => ({
      filters: { dropout: filtersOf(dropout.net), plain: filtersOf(plain.net) },
      maps: { dropout: mapsOf(dropout.net, input), plain: mapsOf(plain.net, input) },
      answers: { dropout: probabilitiesOf(dropout.net(input)), plain: probabilitiesOf(plain.net(input)) },
      spread: drops(settings) ? spreadOf(dropout.net, input) : null,
    }),
    pixels,
  );
}

function looking<Result>(look: (input: Tensor) => Result, pixels: Uint8Array): Result {
  return scope(() => noGrad(() => look(normalize(tensor(pixels).view(1, 3, 32, 32)))));
}

function wayThrough({ net, drawn }: Learner, input: Tensor, mode: Mode, { drops: wanted }: Settings): Way {
  const p = Object.fromEntries(places.map((place) => [place, wanted[place].p])) as Record<Place, number>;
  net.train(mode === "train");
  // Before the first step, and after a change of what is dropped, there are no masks yet: an example's are shown.
  const isDrawn = drawn.masks.length + drawn.noise.length > 0;
  const { masks, noise } = isDrawn
    ? drawn
    : withGenerator(new Generator({ seed: 0 }), () => recordMasks(net, () => net.trace(input)));
  const trace = mode === "train" ? replayMasks(masks, net, () => net.trace(input), { noise }) : net.trace(input);
  const answers = probabilitiesOf(trace.scores);
  const kept = keptOf(mode === "train" ? { masks, noise } : nothingDrawn, p);
  return { units: unitsOf(trace), kept, answers, says: saysOf(net, trace, answers) };
}

function unitsOf(trace: Trace): Record<Place, Bytes> {
  return Object.fromEntries(places.map((place) => [place, scaled(floats(trace[place]))])) as Record<Place, Bytes>;
}

function saysOf(net: ReferenceNet, { fc2 }: Trace, answers: Float32Array): Float32Array<ArrayBuffer> {
  const answer = answers.indexOf(Math.max(...answers));
  return floats(fc2.select(0, 0).mul(net.fc2.weight.select(0, answer)));
}

const mapsOf = (net: ReferenceNet, input: Tensor): Bytes => scaled(floats(net.conv1(input).relu()));
const probabilitiesOf = (scores: Tensor): Float32Array<ArrayBuffer> => floats(softmax(scores, { dim: -1 }));

/** A copy that can be given away. */
const floats = (values: Tensor): Float32Array<ArrayBuffer> =>
  new Float32Array(values.detach().contiguous().toTypedArray() as Float32Array);

/** Bytes of which 255 is the largest value; what is negative, as alpha dropout's saturation, is 0. */
export function scaled(values: Float32Array): Bytes {
  // Plain loops: this is done at each frame, of tens of thousands of elements.
  let largest = 0;
  for (const value of values) if (value > largest) largest = value;
  const factor = largest > 0 ? 255 / largest : 0;
  const bytes = new Uint8Array(values.length);
  for (let at = 0; at < bytes.length; at++) if (values[at]! > 0) bytes[at] = Math.round(values[at]! * factor);
  return bytes;
}

/** Weights as colours: grey is 0, and the largest of the net is full colour. */
function filtersOf(net: ReferenceNet): Bytes {
  const weights = floats(net.conv1.weight);
  const largest = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12);
  const bytes = new Uint8Array(32 * 9 * 4).fill(255);
  for (let filter = 0; filter < 32; filter++)
    for (let channel = 0; channel < 3; channel++)
      for (let at = 0; at < 9; at++)
        bytes[(filter * 9 + at) * 4 + channel] = Math.round(
          127.5 * (1 + weights[(filter * 3 + channel) * 9 + at]! / largest),
        );
  return bytes;
}

function spreadOf(net: ReferenceNet, input: Tensor): Spread {
  // The same masks at each look: what changes is the net.
  const { mean, variance, entropy, mutualInformation } = withGenerator(new Generator({ seed: 0 }), () =>
    mcDropout(net, input, { samples, logits: true }),
  );
  return {
    samples,
    mean: floats(mean),
    deviation: floats(variance.sqrt()),
    entropy: entropy!.item(),
    mutualInformation: mutualInformation!.item(),
  };
}

/** The buffers within, to be given away with the message. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(buffersIn) : [];
}
