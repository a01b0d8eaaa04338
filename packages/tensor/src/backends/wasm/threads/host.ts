// What the platform gives to threads: workers, cores, shared memory. Node's modules are asked for by
// process.getBuiltinModule, so that no bundler meets an import of them and everything stays synchronous.

import type { HasEnded } from "./watch.js";

/** What a worker is started with; all of it is shared, nothing is copied. */
export interface WorkerData {
  readonly memory: WebAssembly.Memory;
  readonly shared: SharedArrayBuffer;
  readonly thread: number;
}

interface NodeWorker {
  unref(): void;
  on(event: "error", listener: (error: unknown) => void): void;
  on(event: "exit", listener: (code: number) => void): void;
}
interface NodePort {
  postMessage(data: unknown): unknown;
}
interface NodeModules {
  "node:worker_threads": {
    Worker: new (
      source: string,
      options: {
        eval: true;
        workerData: unknown;
        transferList: readonly NodePort[];
        name: string;
        execArgv: readonly string[];
      },
    ) => NodeWorker;
    MessageChannel: new () => { port1: NodePort; port2: NodePort };
    receiveMessageOnPort(port: NodePort): unknown;
  };
  "node:os": { availableParallelism(): number };
  "node:v8": { setFlagsFromString(flags: string): void };
  "node:fs": { readFileSync(path: string, encoding: "utf8"): string };
}
interface NodeProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  getBuiltinModule<K extends keyof NodeModules>(name: K): NodeModules[K];
}
interface Page {
  readonly process?: Partial<NodeProcess>;
  readonly crossOriginIsolated?: boolean;
  readonly document?: unknown;
  readonly navigator?: { readonly hardwareConcurrency?: number };
  readonly Worker?: new (url: string | URL, options: { name: string }) => PageWorker;
  readonly Blob?: typeof Blob;
  readonly URL?: typeof URL;
}

interface PageWorker {
  postMessage(data: unknown): void;
  onerror: ((event: unknown) => void) | null;
}

const page = globalThis as unknown as Page;

function node(): NodeProcess | null {
  const { process } = page;
  return typeof process?.getBuiltinModule === "function" ? (process as NodeProcess) : null;
}

/** Whether threads can share memory: always in Node, on pages only where they are cross-origin isolated. */
export function canShareMemory(): boolean {
  return typeof SharedArrayBuffer === "function" && (node() !== null || page.crossOriginIsolated === true);
}

/** Whether this thread may sleep until another wakes it: a page's main thread may not. */
export function mayBlock(): boolean {
  return node() !== null || page.document === undefined;
}

/** Whether threads start while the one that asks for them computes: a page's wait for its event loop. */
export function startsUnderLoops(): boolean {
  return node() !== null;
}

/** A variable of the environment; none where there is no environment, or where it may not be read: Deno asks for --allow-env. */
export function environmentVariable(name: string): string | undefined {
  try {
    return node()?.env[name];
  } catch {
    return undefined;
  }
}

/** Node's major version; null elsewhere. */
export function nodeVersion(): number | null {
  const version = node()?.version;
  return version === undefined ? null : Number.parseInt(version.slice(1), 10);
}

/** Sets a flag of V8's, in Node. */
export function setV8Flag(flag: string): void {
  node()?.getBuiltinModule("node:v8").setFlagsFromString(flag);
}

/** What a worker sets aside in Node 20 is 600 to 860 MB. */
const addressesOfWorker = 2 ** 30;

let workerUrl: string | URL | null = null;

/**
 * Says where a page finds the threads' script, which must hold {@link workerSource}. Without it the script is made into a
 * Blob, which a content security policy without `worker-src blob:` refuses.
 */
export function setWorkerUrl(url: string | URL): void {
  workerUrl = url;
}

/**
 * Starts a thread that does not keep a program running. `ended` is called, later, with the reason, where the thread ends: an error
 * would end the program too. Returns what tells so at once, where the platform has it.
 */
export function startWorker(source: string, data: WorkerData, ended: (reason: unknown) => void): HasEnded {
  const name = `bernoulli ${data.thread}`;
  const process = node();
  if (process !== null) {
    // Without room for it V8 would end the program, which nothing can catch. Those before may not have taken theirs yet.
    if (addressesLeft(textOf(process)) < addressesOfWorker * data.thread)
      throw new Error("this process's limit of addresses (ulimit -v) leaves no room for it");
    const { Worker, MessageChannel, receiveMessageOnPort } = process.getBuiltinModule("node:worker_threads");
    const { port1: own, port2: other } = new MessageChannel();
    const worker = new Worker(source, {
      eval: true,
      workerData: { ...data, life: other },
      transferList: [other],
      name,
      execArgv: [],
    });
    worker.on("error", ended);
    worker.on("exit", (code) => ended(new Error(`exit code ${code}`)));
    worker.unref();
    return closedWith(own, receiveMessageOnPort);
  }
  const { Worker, Blob, URL } = page as Required<Page>;
  const url = workerUrl ?? URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url, { name });
  worker.onerror = ended;
  worker.postMessage(data);
  if (typeof url === "string" && workerUrl === null) setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return null;
}

/**
 * Whether a thread has ended that has the other end of a port: Node closes it with the thread, however that ends, and says so without
 * its event loop. That `postMessage` gives true while the port is open is written nowhere (Node 20, 24 and 26 do), so it is asked for
 * first: Deno and Bun give nothing.
 */
function closedWith(port: NodePort, receive: (port: NodePort) => unknown): HasEnded {
  const isOpen = () => {
    receive(port);
    return port.postMessage(null) === true;
  };
  return isOpen() ? () => !isOpen() : null;
}

/** What an error says; a page's Worker tells by an event, which holds no more than a message, if so much. */
export function saidBy(error: unknown, otherwise: string): string {
  const { message } = (error ?? {}) as { message?: unknown };
  return typeof message === "string" && message !== "" ? message : otherwise;
}

/** Why a thread was not started, and what to do about it. */
export function whyRefused(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  const said = saidBy(error, "its script was not run");
  if (code === "ERR_ACCESS_DENIED") return `${said}; run node with --allow-worker, or call setNumThreads(1)`;
  if (node() !== null) return `${said}; call setNumThreads(1) to do without`;
  const script =
    workerUrl === null
      ? "add worker-src blob: to it, or serve the text workerSource from a file that it allows and name that by setWorkerUrl"
      : `let worker-src of the page's, and script-src 'wasm-unsafe-eval' of its own, allow ${String(workerUrl)}`;
  return `${said}; where a Content-Security-Policy forbids it, ${script}; or call setNumThreads(1)`;
}

/** Cores that this program may use. Node before version 24 counts the machine's, even under a container's quota. */
export function availableCores(): number {
  const process = node();
  if (process === null) return page.navigator?.hardwareConcurrency ?? 1;
  const cores = process.getBuiltinModule("node:os").availableParallelism();
  return Math.max(1, Math.min(cores, Math.floor(quotaOf(textOf(process)))));
}

/** Reads files of the platform: their text, or nothing where there is no such file. */
function textOf(process: NodeProcess): (path: string) => string {
  const { readFileSync } = process.getBuiltinModule("node:fs");
  return (path) => {
    try {
      return readFileSync(path, "utf8").trim();
    } catch {
      return "";
    }
  };
}

/** Bytes of addresses that this process may still take; Infinity where there is no limit, or none that is known. */
export function addressesLeft(read: (path: string) => string): number {
  const limit = Number(/^Max address space +(\d+)/m.exec(read("/proc/self/limits"))?.[1] ?? Number.POSITIVE_INFINITY);
  const kilobytes = Number(/^VmSize:\s+(\d+) kB/m.exec(read("/proc/self/status"))?.[1] ?? 0);
  return limit - kilobytes * 1024;
}

/**
 * The least of the quotas, in cores, of this process's control groups, whichever version they are of; Infinity where there
 * is none. `read` gives a file's text, or nothing where there is no such file.
 */
export function quotaOf(read: (path: string) => string): number {
  const group = /^0::(.*)$/m.exec(read("/proc/self/cgroup"))?.[1] ?? "/";
  const parts = group.split("/").filter((part) => part !== "");
  const groups = [...parts.keys(), parts.length].map((length) =>
    ["/sys/fs/cgroup", ...parts.slice(0, length)].join("/"),
  );
  const quotas = groups.map((path) => read(`${path}/cpu.max`).split(" ").map(Number));
  quotas.push(["cpu.cfs_quota_us", "cpu.cfs_period_us"].map((file) => Number(read(`/sys/fs/cgroup/cpu/${file}`))));
  const cores = quotas
    .filter(([most = 0, period = 0]) => most > 0 && period > 0)
    .map(([most, period]) => most! / period!);
  return Math.min(...cores);
}
