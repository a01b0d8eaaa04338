// The buckets in which gradients are summed while backward goes on: which parameters are in which, and what is under way. When a gradient is whole the
// walk says (hooks), and what a backward is due data-parallel.ts; tensors that nobody waits for go as bundles.ts has them.

import { elementsInPlace, noGrad, type OutwardOp, type Tensor, zerosLike } from "@bernoulli/tensor";
import { type Entered, untilDone } from "./agreement.js";
import { bundlesOf, sumOverRanks } from "./bundles.js";
import type { Elements } from "./transport.js";
import type { OpenWorld } from "./world.js";

/** PyTorch's sizes, in MiB: the first bucket is small, so that something is under way early. */
const [firstMb, othersMb] = [1, 25];

interface Bucket {
  readonly parameters: readonly Tensor[];
  /** How many of them have no gradient yet in this walk. */
  missing: number;
  /** What was sent, and comes back summed. It stays where it is, as tensors do not; made once, used each step. */
  elements: Elements | null;
  underWay: Entered | null;
}

export class Reducer {
  readonly #world: OpenWorld;
  readonly #what: string;
  readonly #sum: OutwardOp;
  /** From the last parameter to the first, as gradients come. */
  readonly #buckets: readonly Bucket[];
  readonly #bucketOf = new Map<Tensor, Bucket>();
  /** How many were begun. They are begun in order, by all ranks. */
  #begun = 0;
  #isGathering = false;

  /** `capMb` null stands for PyTorch's default: a first bucket of 1 MiB, and others of 25. */
  constructor(world: OpenWorld, what: string, parameters: readonly Tensor[], capMb: number | null) {
    this.#world = world;
    this.#what = what;
    this.#sum = sumOverRanks(world, what);
    this.#buckets = bucketsOf(parameters, (capMb ?? firstMb) * 1024 ** 2, (capMb ?? othersMb) * 1024 ** 2);
    for (const bucket of this.#buckets) for (const one of bucket.parameters) this.#bucketOf.set(one, bucket);
  }

  /** Before a walk that will reach all parameters: each bucket is sent once its last gradient is there. */
  gather(): void {
    this.reset();
    this.#isGathering = true;
  }

  /** A parameter's gradient is whole. */
  add(parameter: Tensor): void {
    if (!this.#isGathering) return;
    const bucket = this.#bucketOf.get(parameter)!;
    // A second walk, within this one or behind one that failed, adds to what was sent: all of it is sent anew in the end.
    if (bucket.missing === 0) {
      this.reset();
      return;
    }
    bucket.missing -= 1;
    // Nothing else calls the library while a walk computes, and in most libraries nothing moves unless it is called.
    for (const { underWay } of this.#buckets) underWay?.drive();
    // The last is whole when the walk is: a call that waits is faster for it, since nothing is left to be done meanwhile.
    const last = this.#buckets.length - 1;
    while (this.#begun < last && this.#buckets[this.#begun]!.missing === 0) this.#begin(this.#buckets[this.#begun++]!);
  }

  /** Behind the walk: puts the mean over all ranks in place of each parameter's gradient. */
  finish(): void {
    const begun = this.#buckets.slice(0, this.#begun);
    const rest = this.#buckets.slice(this.#begun).flatMap(({ parameters }) => parameters);
    this.average(rest);
    for (const bucket of begun) {
      untilDone(bucket.underWay!);
      scatter(bucket);
    }
    this.reset();
  }

  /** Puts the mean over all ranks in place of the parameters' gradients, all together; of one without a gradient zeros are sent. */
  average(parameters: readonly Tensor[]): void {
    noGrad(() => this.#sum(parameters.map((parameter) => gradientOf(parameter).div_(this.#world.worldSize))));
  }

  /** Forgets what was gathered; what is under way is waited for, since all ranks have begun it. */
  reset(): void {
    this.#isGathering = false;
    for (const bucket of this.#buckets) {
      if (bucket.underWay !== null) untilDone(bucket.underWay);
      bucket.underWay = null;
      bucket.missing = bucket.parameters.length;
    }
    this.#begun = 0;
  }

  #begin(bucket: Bucket): void {
    const { agreement, transport } = this.#world.link!;
    const elements = gathered(bucket, this.#world.worldSize);
    bucket.underWay = agreement.enter(
      `${this.#what} while backward goes on: ${bucket.parameters.length} tensors of ${elements.length} elements`,
      () => transport.beginAllReduce(elements, "sum"),
    );
    bucket.underWay.drive();
  }
}

/** A parameter's gradient, contiguous from now on, and zeros from now on where there was none. */
function gradientOf(parameter: Tensor): Tensor {
  const gradient = (parameter.grad ?? zerosLike(parameter)).detach().contiguous();
  if (gradient.storage !== parameter.grad?.storage) parameter.grad = gradient;
  return gradient;
}

/** Copies this rank's share of the means: the gradients themselves stay, in case that they are to be sent anew. */
function gathered(bucket: Bucket, worldSize: number): Elements {
  const gradients = noGrad(() => bucket.parameters.map(gradientOf));
  const count = gradients.reduce((sum, gradient) => sum + gradient.numel(), 0);
  bucket.elements ??= gradients[0]!.dtype === "float64" ? new Float64Array(count) : new Float32Array(count);
  let at = 0;
  for (const gradient of gradients) {
    const share = noGrad(() => gradient.div(worldSize));
    bucket.elements.set(elementsInPlace(share, "read"), at);
    at += share.numel();
    share.dispose();
  }
  return bucket.elements;
}

function scatter({ parameters, elements }: Bucket): void {
  let at = 0;
  for (const parameter of parameters) {
    const place = elementsInPlace(gradientOf(parameter), "write");
    place.set(elements!.subarray(at, at + place.length));
    at += place.length;
  }
}

function bucketsOf(parameters: readonly Tensor[], firstBytes: number, bytes: number): readonly Bucket[] {
  return bundlesOf([...parameters].reverse(), bytes, firstBytes).map((its) => ({
    parameters: its,
    missing: its.length,
    elements: null,
    underWay: null,
  }));
}
