// The words through which threads talk, in a SharedArrayBuffer of their own. pool.ts and worker.ts follow it:
//
// A job is a number of tasks, which may run in any order and at once; a task is a run of calls, made in order. The pool
// writes a job down, opens it by its generation, and takes its share; each thread claims the next task by compare and
// swap on a word that holds generation and task together, so that one who comes late cannot claim from a later job.

/** Indices of Int32 words; those that several threads write are cache lines apart. */
export const word = {
  /** Of the job that is open; threads sleep on it. */
  generation: 0,
  /** generation · 256 + the next task; a task of 255 means that the job is closed. */
  next: 16,
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
} as const;

export const mostTasks = 254;

/** Where the modules' bytes begin in the same buffer, from which each worker compiles what it does not have yet. */
export const codeOffset = 2048;
/** Committed by the operating system only as far as it is written. */
export const sharedBytes = 16 * 1024 * 1024;

/** The words of a call in front of its arguments: kernel, function, bytes of the module: offset and length, words to the next call. */
export const callWords = 5;

/** Loads of a word before a thread goes to sleep: about as long as a program takes from one op to the next. */
export const spins = 20_000;
