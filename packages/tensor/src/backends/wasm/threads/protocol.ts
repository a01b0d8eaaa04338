// The words through which threads talk, in a SharedArrayBuffer of their own. pool.ts and worker.ts follow it:
//
// A job is a number of tasks, which may run in any order and at once; a task is a run of calls, made in order. The pool
// writes a job down, opens its tasks, and takes its share. Each task has a word that says by its generation whether it is open,
// which a thread claims by compare and swap: so one who comes late cannot claim from a later job. Each thread has tasks of its own,
// the same part of all from job to job, so that the data are in its cache, and takes them in order. Then it helps others who are
// stuck, from their last task on: who is merely a little behind has its data nearer (decision 0066). A claimed task's word says who
// has it, and whether it is done, so that one whose thread has ended is told from one that takes long (decision 0072).

/** Indices of Int32 words; those that several threads write are cache lines apart. */
export const word = {
  /** Of the job that is open; threads sleep on it. */
  generation: 0,
  /** Tasks that are not done; the pool sleeps on it. */
  pending: 32,
  /** Threads that sleep. */
  sleeping: 48,
  /** Workers that are up. */
  ready: 64,
  /** 1 once a kernel has failed on a worker. */
  failed: 80,
  /** Written before a job is opened: its tasks, the workers that may take part, and each thread's own room in memory. */
  count: 96,
  limit: 97,
  localAddress: 98,
  localStride: 99,
  /** Addresses of the tasks' calls in the WebAssembly memory, and of the end of the last. */
  tasks: 112,
  /** Of each task: {@link openOf} its generation while it is open, and `claimedBy` or `done` more behind it. */
  claims: 384,
  /** Of each worker: 1 once it is up. */
  up: 640,
} as const;

export const mostTasks = 254;

/** Generations have 24 bits, and what becomes of a task seven. */
export const lastGeneration = 0xffffff;
export const openOf = (generation: number): number => 128 * generation;
/** To be added to the word of an open task: 1 + the thread that claims it; and in its place once a worker has done it. */
export const claimedBy = 1;
export const done = 127;

/** Where the modules' bytes begin in the same buffer, from which each worker compiles what it does not have yet. */
export const codeOffset = 4096;
/** Committed by the operating system only as far as it is written. */
export const sharedBytes = 16 * 1024 * 1024;

/** The words of a call in front of its arguments: kernel, function, bytes of the module: offset and length, words to the next call. */
export const callWords = 5;

/**
 * Who has not begun a task for so many times as long as a task took the one who waits is stuck; or for so many milliseconds, since where tasks
 * are long their data cost less to move than it does to wait.
 */
export const helpAfter = { taskTimes: 1.5, most: 0.05 } as const;

/**
 * Loads of a word before a thread goes to sleep. A worker waits for the next job about as long as a program takes from one step
 * to the next; the caller for the end of one not as long, since a worker whose core was taken may need the caller's.
 */
export const spins = { worker: 400_000, caller: 20_000 } as const;
