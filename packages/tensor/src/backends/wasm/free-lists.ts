// Free blocks of memory by size: a list for each quarter of a power of two, so that a fit is found in a few steps.
// It neither splits nor joins blocks: memory.ts does.

/** A stretch of memory, in two chains: of all blocks by address, and of free ones of about its size. */
export interface Block {
  readonly address: number;
  size: number;
  /** The bytes that were asked for; null while the block is free. */
  requested: number | null;
  before: Block | null;
  after: Block | null;
  nextFree: Block | null;
  previousFree: Block | null;
}

/** Every size below 4 GiB falls into one of these. */
const binCount = 4 * 32;

/** Four bins to each power of two: the exponent, then the two bits below the leading one. Of 4 GiB and more there is none. */
function binOf(size: number): number {
  if (size >= 2 ** 32) return binCount;
  // Counted in bits: a logarithm here was a tenth of what a small op takes.
  const exponent = 31 - Math.clz32(size);
  return 4 * exponent + ((size >>> (exponent - 2)) & 3);
}

export class FreeLists {
  readonly #heads: (Block | null)[] = new Array<Block | null>(binCount).fill(null);

  add(block: Block): void {
    const bin = binOf(block.size);
    const head = this.#heads[bin] ?? null;
    block.previousFree = null;
    block.nextFree = head;
    if (head !== null) head.previousFree = block;
    this.#heads[bin] = block;
  }

  remove(block: Block): void {
    const { previousFree, nextFree } = block;
    if (previousFree === null) this.#heads[binOf(block.size)] = nextFree;
    else previousFree.nextFree = nextFree;
    if (nextFree !== null) nextFree.previousFree = previousFree;
    block.previousFree = null;
    block.nextFree = null;
  }

  /** Takes out a block of at least `size` bytes, the smallest of its bin; null where there is none. */
  take(size: number): Block | null {
    for (let bin = binOf(size); bin < binCount; bin += 1) {
      let best: Block | null = null;
      for (let block = this.#heads[bin] ?? null; block !== null; block = block.nextFree) {
        if (block.size >= size && (best === null || block.size < best.size)) best = block;
        if (best?.size === size) break;
      }
      if (best !== null) {
        this.remove(best);
        return best;
      }
    }
    return null;
  }

  /** Of the blocks of at least `size` bytes the one that lies farthest back; null where there is none. */
  takeLast(size: number): Block | null {
    let last: Block | null = null;
    for (let bin = binOf(size); bin < binCount; bin += 1)
      for (let block = this.#heads[bin] ?? null; block !== null; block = block.nextFree)
        if (block.size >= size && (last === null || block.address > last.address)) last = block;
    if (last !== null) this.remove(last);
    return last;
  }
}
