// Places in one block for what is needed for a while: no two overlap that are needed at the same time. Finding the smallest block is
// hard (it is bin packing already where all are needed at once); here are two ways that come near it.

/** So many bytes from one step to another, both included. */
export interface Claim {
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

export interface Places {
  readonly byteLength: number;
  /** By claim. */
  readonly offsets: readonly number[];
}

/** Each claim is held against all that have a place: with more than so many that takes longer than it saves. */
const mostInOrder = 4000;

/**
 * The places that cost the least of a few ways to find them. `beside`: by step, what is taken beside the block, which gets shorter
 * from its end on as claims end there: what they come to together is the cost.
 */
export function placesOf(claims: readonly Claim[], beside: readonly number[]): Places {
  const ways = [placesInTurn(claims)];
  if (claims.length <= mostInOrder) for (const order of orders) ways.push(placesInOrder(claims, order));
  const costs = ways.map(({ offsets }) => costOf(claims, offsets, beside));
  return ways[costs.indexOf(Math.min(...costs))]!;
}

const duration = ({ first, last }: Claim) => 1 + last - first;
type Weight = (claim: Claim) => number;
/**
 * The largest first makes small blocks. What lasts longest first is a stack where lifetimes lie within each other, as those of what the
 * way back reads: its block gets shorter as it goes back.
 */
const orders: readonly Weight[] = [
  ({ bytes }) => bytes,
  duration,
  (claim) => claim.bytes * duration(claim),
  ({ last }) => last,
];

/** The most that block and what is beside it take at once. */
function costOf(claims: readonly Claim[], offsets: readonly number[], beside: readonly number[]): number {
  const needed = beside.map(() => 0);
  for (const [at, { last, bytes }] of claims.entries()) needed[last] = Math.max(needed[last]!, offsets[at]! + bytes);
  let [most, length] = [0, 0];
  for (let step = beside.length - 1; step >= 0; step -= 1) {
    length = Math.max(length, needed[step]!);
    most = Math.max(most, length + beside[step]!);
  }
  return most;
}

/** Those of the most weight first, each in the lowest gap between those that are needed when it is. */
function placesInOrder(claims: readonly Claim[], weight: Weight): Places {
  const weights = claims.map(weight);
  const order = [...claims.keys()].sort(
    (a, b) => weights[b]! - weights[a]! || claims[b]!.bytes - claims[a]!.bytes || claims[a]!.first - claims[b]!.first,
  );
  const offsets = claims.map(() => 0);
  /** Those that have a place, by that. */
  const placed: number[] = [];
  let byteLength = 0;
  for (const at of order) {
    const { bytes, first, last } = claims[at]!;
    let offset = 0;
    for (const other of placed) {
      const { bytes: taken, first: from, last: to } = claims[other]!;
      if (from > last || to < first) continue;
      if (offsets[other]! - offset >= bytes) break;
      offset = Math.max(offset, offsets[other]! + taken);
    }
    offsets[at] = offset;
    byteLength = Math.max(byteLength, offset + bytes);
    placed.splice(indexBehind(placed, offsets, offset), 0, at);
  }
  return { byteLength, offsets };
}

/** How many of those in order of their offsets lie before one. */
function indexBehind(placed: readonly number[], offsets: readonly number[], offset: number): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[placed[middle]!]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Step by step each claim takes the smallest gap that holds it, or goes behind all others, and leaves a gap when it ends. */
function placesInTurn(claims: readonly Claim[]): Places {
  const steps = claims.reduce((most, { last }) => Math.max(most, last + 1), 0);
  const begins = Array.from({ length: steps }, (): number[] => []);
  const ends = Array.from({ length: steps }, (): number[] => []);
  for (const [at, { first, last }] of claims.entries()) {
    begins[first]!.push(at);
    ends[last]!.push(at);
  }
  const offsets = claims.map(() => 0);
  const gaps = new Gaps();
  for (const [step, begun] of begins.entries()) {
    for (const at of begun) offsets[at] = gaps.take(claims[at]!.bytes);
    for (const at of ends[step]!) gaps.give({ offset: offsets[at]!, bytes: claims[at]!.bytes });
  }
  return { byteLength: gaps.end, offsets };
}

/** A stretch that nobody has. */
interface Gap {
  readonly offset: number;
  readonly bytes: number;
}

/** The block while values come and go: what is free in it, in order, no two neighbours. */
class Gaps {
  /** It grows to hold what finds no gap. */
  end = 0;
  readonly #gaps: Gap[] = [];

  take(bytes: number): number {
    let best = -1;
    for (const [at, gap] of this.#gaps.entries())
      if (gap.bytes >= bytes && (best < 0 || gap.bytes < this.#gaps[best]!.bytes)) best = at;
    if (best < 0) return this.#append(bytes);
    const { offset, bytes: free } = this.#gaps[best]!;
    const rest = free === bytes ? [] : [{ offset: offset + bytes, bytes: free - bytes }];
    this.#gaps.splice(best, 1, ...rest);
    return offset;
  }

  /** At the end, from the beginning of a gap there, if there is one. */
  #append(bytes: number): number {
    const last = this.#gaps.at(-1);
    const isOpen = last !== undefined && last.offset + last.bytes === this.end;
    if (isOpen) this.#gaps.pop();
    const offset = isOpen ? last.offset : this.end;
    this.end = offset + bytes;
    return offset;
  }

  give({ offset, bytes }: Gap): void {
    const at = this.#indexBehind(offset);
    const [before, after] = [this.#gaps[at - 1], this.#gaps[at]];
    const joinsBefore = before !== undefined && before.offset + before.bytes === offset;
    const joinsAfter = after !== undefined && offset + bytes === after.offset;
    const begin = joinsBefore ? before.offset : offset;
    const end = joinsAfter ? after.offset + after.bytes : offset + bytes;
    const joined = Number(joinsBefore) + Number(joinsAfter);
    this.#gaps.splice(at - Number(joinsBefore), joined, { offset: begin, bytes: end - begin });
  }

  /** How many gaps lie before an offset. */
  #indexBehind(offset: number): number {
    let [low, high] = [0, this.#gaps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#gaps[middle]!.offset < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
