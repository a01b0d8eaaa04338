// Repeats what steps did. To cut a step's work, and to call WebAssembly for each part, takes JavaScript tens of microseconds: at
// small batches a good part of a call. Where a step would do the same again, since all addresses and numbers are the same, what it
// did the last time is done again instead. Nothing is taken for granted: each call compares them all.

import { type CallLog, LentSpace, Recorder, type WorkArea } from "../call-log.js";
import type { Runtime } from "../runtime.js";

/** Of each step: batches come to lie at a few addresses in turn. */
const mostLogs = 4;
/** A step that was recorded so often without once being repeated simply runs for a while, and then is given two more tries. */
const mostInVain = 12;
const callsOfPause = 500;
const triesBehindPause = 2;

interface Recorded {
  readonly key: readonly number[];
  readonly log: CallLog;
}

interface LogsOfStep {
  readonly recorded: Recorded[];
  inVain: number;
  /** Calls in which it simply ran. */
  paused: number;
}

export class CallLogs {
  readonly #runtime: Runtime;
  readonly #steps = new Map<number, LogsOfStep>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Whether a step is to be noted or repeated in this call; asked once a call, since pauses are counted in calls. */
  wants(step: number): boolean {
    const own = this.#steps.get(step);
    if (own === undefined || own.inVain < mostInVain) return true;
    own.paused += 1;
    if (own.paused % callsOfPause === 0) own.inVain = mostInVain - triesBehindPause;
    return false;
  }

  /** Does what `perform` does. `key`: all that it depends on, but for what is fixed in the plan, and the area. */
  perform(step: number, area: WorkArea, key: readonly number[], perform: () => void): void {
    let own = this.#steps.get(step);
    if (own === undefined) {
      own = { recorded: [], inVain: 0, paused: 0 };
      this.#steps.set(step, own);
    }
    const full = [area.address, ...key];
    const at = own.recorded.findIndex((one) => isSameKey(one.key, full));
    const [found] = at < 0 ? [] : own.recorded.splice(at, 1);
    // A smaller area may lie where a larger one lay.
    const fits = found !== undefined && found.log.workBytes <= area.byteLength;
    if (fits && this.#runtime.play(found.log)) {
      // What is used last goes last: the first are dropped.
      own.recorded.push(found);
      own.inVain = 0;
      area.wanted = Math.max(area.wanted, found.log.workBytes);
      return;
    }
    const log = this.#runtime.record(new Recorder(new LentSpace(area)), perform);
    own.inVain += 1;
    if (log === null) return;
    own.recorded.push({ key: full, log });
    if (own.recorded.length > mostLogs) own.recorded.shift();
  }
}

function isSameKey(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!Object.is(a[at], b[at])) return false;
  return true;
}
