// The line in which a rank's calls stand. Each is announced before it is made, and only once all ranks announced the same is it begun; ranks that
// announce different calls all learn who announced what, in place of waiting for each other for ever. It costs one exchange of 16 bytes a call.
// One call is announced at a time, so that all ranks begin all of them in one order. What is called is call.ts's.

import { DistributedError } from "./errors.js";
import type { Pending, Transport } from "./transport.js";

/** So many bytes of an announcement's text are told where ranks differ. */
const longestText = 240;

export interface AgreementOptions {
  /** In seconds: how long a rank waits for the others. */
  readonly timeout: number;
  /** In milliseconds; any clock that does not go back. */
  readonly clock: () => number;
  /** Called before a call is put in the line: makes those that are due before it, and wait to be made. */
  readonly before: (what: string) => void;
}

/** A call in the line. */
interface Entry {
  readonly what: string;
  /** What is done once all agree; null where that is done when it returns. */
  readonly begin: () => Pending | null;
  /** When somebody began to wait for it: what is computed meanwhile is no waiting. */
  since: number | null;
  stage:
    | { readonly name: "waiting" }
    | { readonly name: "announced"; readonly hashes: Int32Array; readonly pending: Pending }
    | { readonly name: "begun"; readonly pending: Pending | null };
}

/** A call that was put in the line. */
export interface Entered extends Pending {
  /** Brings it as far as it can go now, for who does not wait for it yet. */
  drive(): void;
}

export class Agreement {
  readonly #transport: Transport;
  readonly #timeout: number;
  readonly #clock: () => number;
  readonly #before: (what: string) => void;
  /** Those that are not begun, in order. */
  readonly #line: Entry[] = [];
  #calls = 0;
  /** Why no call can be made any more; all ranks know. */
  #broken: DistributedError | null = null;

  constructor(transport: Transport, { timeout, clock, before }: AgreementOptions) {
    this.#transport = transport;
    this.#timeout = timeout;
    this.#clock = clock;
    this.#before = before;
  }

  /** Whether the ranks differed, which all have been told. */
  get isBroken(): boolean {
    return this.#broken !== null;
  }

  /**
   * Puts a call in the line; the answer drives it on, and says whether it is done. The timeout counts from its first question.
   *
   * @throws DistributedError, by the answer too, on every rank if they differ, or where another does not come in time.
   */
  enter(what: string, begin: () => Pending | null): Entered {
    if (this.#broken !== null) throw this.#broken;
    this.#before(what);
    const entry: Entry = { what, begin, since: null, stage: { name: "waiting" } };
    this.#line.push(entry);
    return { test: () => this.#isDone(entry), drive: () => void this.#hasCome(entry) };
  }

  /** Makes a call, and returns when it is done. */
  make(what: string, act: () => void): void {
    const entered = this.enter(what, () => {
      act();
      return null;
    });
    untilDone(entered);
  }

  /**
   * Tells the others that this rank can go on no more, for as many seconds as they may need to come to a call of theirs, where they
   * throw with `why` as the reason. Nothing is thrown here.
   */
  part(why: string, seconds: number): void {
    if (this.#broken !== null) return;
    // What stands in the line will not be made.
    const [head] = this.#line.splice(0);
    const end = this.#clock() + 1000 * seconds;
    const { hashes, pending } = head?.stage.name === "announced" ? head.stage : this.#announce(why);
    for (let turn = 0; !pending.test(); turn++) {
      if (this.#clock() > end) return;
      rest(turn);
    }
    if (differs(hashes)) this.#gather(why);
    else if (head !== undefined) this.part(why, seconds);
  }

  #isDone(entry: Entry): boolean {
    if (this.#hasCome(entry)) return true;
    entry.since ??= this.#clock();
    if (this.#clock() - entry.since > 1000 * this.#timeout) this.#break(this.#late(entry));
    return false;
  }

  #hasCome(entry: Entry): boolean {
    this.#advance();
    return entry.stage.name === "begun" && (entry.stage.pending === null || entry.stage.pending.test());
  }

  /** Brings the first of the line as far as it can go now, and then the next. */
  #advance(): void {
    if (this.#broken !== null) throw this.#broken;
    for (let head = this.#line[0]; head !== undefined; head = this.#line[0]) {
      if (head.stage.name === "waiting") head.stage = { name: "announced", ...this.#announce(head.what) };
      if (head.stage.name !== "announced" || !head.stage.pending.test()) return;
      if (differs(head.stage.hashes)) this.#break(this.#difference(this.#gather(head.what)));
      this.#line.shift();
      head.stage = { name: "begun", pending: head.begin() };
    }
  }

  #break(error: DistributedError): never {
    this.#broken = error;
    this.#line.length = 0;
    throw error;
  }

  #announce(what: string): { readonly hashes: Int32Array; readonly pending: Pending } {
    this.#calls += 1;
    const [first, second] = [hashOf(what), hashOf(what, 0x2545f491)];
    // The largest of h and of ~h come from one rank only where all have the same h.
    const hashes = Int32Array.of(first, ~first, second, ~second);
    return { hashes, pending: this.#transport.beginAllReduce(hashes, "max") };
  }

  #difference(texts: readonly string[]): DistributedError {
    const groups = new Map<string, number[]>();
    for (const [rank, text] of texts.entries()) groups.set(text, [...(groups.get(text) ?? []), rank]);
    const lines = [...groups].map(
      ([text, ranks]) => `  ${ranks.length > 1 ? "ranks" : "rank"} ${ranks.join(", ")}: ${text}`,
    );
    const { rank } = this.#transport;
    return new DistributedError(
      `the ranks fell out of step at call ${this.#calls}, as rank ${rank} sees it; all must make the same calls in one order\n${lines.join("\n")}`,
    );
  }

  #gather(what: string): readonly string[] {
    const { worldSize } = this.#transport;
    const own = new Uint8Array(longestText);
    new TextEncoder().encodeInto(what, own);
    const all = new Uint8Array(longestText * worldSize);
    this.#transport.allGather(own, all);
    const decoder = new TextDecoder();
    return Array.from({ length: worldSize }, (_, rank) =>
      decoder.decode(all.subarray(rank * longestText, (rank + 1) * longestText)).replace(/\0+$/, ""),
    );
  }

  #late({ what }: Entry): DistributedError {
    return new DistributedError(
      `rank ${this.#transport.rank} waited ${this.#timeout} s for the other ranks at call ${this.#calls}, ${what}; one of them is stuck, ` +
        "or much slower: then give init a longer timeout",
    );
  }
}

/** Returns when something under way is done. */
export function untilDone(pending: Pending): void {
  for (let turn = 0; !pending.test(); turn++) rest(turn);
}

const nobody = new Int32Array(new SharedArrayBuffer(4));

/** Between two looks: nothing at first, since most waits are short, and then longer and longer, so that who is waited for has the core. */
function rest(turn: number): void {
  if (turn > 2000) Atomics.wait(nobody, 0, 0, turn > 4000 ? 1 : 0.05);
}

function differs([first, notFirst, second, notSecond]: Int32Array): boolean {
  return first !== ~notFirst! || second !== ~notSecond!;
}

/** FNV-1a over the text's UTF-16 units, from a basis. */
export function hashOf(text: string, basis = 0x811c9dc5): number {
  let hash = basis;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
