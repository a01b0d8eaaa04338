// Whether it pays to ask other threads for help: compares what is done in a millisecond with them and without. It decides who runs
// a task, never what the task computes. Who asks is pool.ts's affair; decision 0016 says why.

/** What the calling thread did of a job, in milliseconds. One object is used for all jobs: this runs beside every one. */
export class OwnPart {
  time = 0;
  longest = 0;
  tasks = 0;

  clear(): void {
    this.time = 0;
    this.longest = 0;
    this.tasks = 0;
  }

  add(time: number): void {
    this.time += time;
    this.longest = Math.max(this.longest, time);
    this.tasks += 1;
  }
}

/** Times are those within jobs, in milliseconds: what a rate remembers, how long help is tried, and for how long none is asked for. */
const horizon = 150;
const trial = 40;
const alone = { first: 100, most: 1600 };
/** Times as much as one thread does by itself, from which on help pays. */
const worth = 1.1;
/** So long it takes until what one thread did by itself counts as forgotten, and is measured anew. */
const forgetting = 2000;

/** Milliseconds of work in a millisecond: 2 of two threads that nobody disturbs, 1 of one. */
class Rate {
  #work: number;
  #time: number;

  constructor(value: number, weight: number) {
    this.#work = value * weight;
    this.#time = weight;
  }

  get value(): number {
    return this.#work / this.#time;
  }

  add(work: number, time: number): void {
    const kept = horizon / (horizon + time);
    this.#work = this.#work * kept + work;
    this.#time = this.#time * kept + time;
  }
}

export class Patience {
  #together = new Rate(2, horizon);
  #alone = new Rate(1, 1);
  /** What one thread does by itself: 1 where nobody disturbs it. */
  #bar = 1;
  #asks = true;
  /** How long to stay as it is. */
  #left = 0;
  #next = alone.first;

  /** Whether to ask others for help with the next job. */
  get asks(): boolean {
    return this.#asks;
  }

  /** Enters a job: the caller's part of it, how long all of it took, its tasks, and the threads that were asked, the calling one included. */
  note(part: OwnPart, elapsed: number, tasks: number, threads: number): void {
    const work = workOf(part, tasks, threads);
    this.#left -= elapsed;
    if (this.#asks) this.#noteShared(work, elapsed);
    else this.#noteAlone(work, elapsed);
  }

  #noteShared(work: number, elapsed: number): void {
    this.#together.add(work, elapsed);
    this.#bar += (1 - this.#bar) * (elapsed / (forgetting + elapsed));
    if (this.#left > 0) return;
    if (this.#together.value >= worth * this.#bar) {
      this.#next = Math.max(alone.first, this.#next * 0.99);
      return;
    }
    this.#asks = false;
    this.#alone = new Rate(1, 1);
    this.#left = this.#next;
    this.#next = Math.min(alone.most, 2 * this.#next);
  }

  #noteAlone(work: number, elapsed: number): void {
    this.#alone.add(work, elapsed);
    if (this.#left > 0) return;
    this.#asks = true;
    this.#bar = this.#alone.value;
    this.#together = new Rate(this.#bar, 1);
    this.#left = trial;
  }
}

/**
 * What the job takes on one thread that nobody disturbs. Of the caller's own tasks the longest does not count: it may hold a
 * time in which the caller's core was taken. Who did a single one of many was surely disturbed, and knows nothing.
 */
function workOf(part: OwnPart, tasks: number, threads: number): number {
  if (part.tasks > 1) return (tasks * (part.time - part.longest)) / (part.tasks - 1);
  return tasks <= 2 * threads ? tasks * part.time : 0;
}
