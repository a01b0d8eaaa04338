// What a platform gives that lets a program read nothing, and what is said of one that starts no threads.
// In a process of its own: its threads stay.

import { afterEach, describe, expect, it, vi } from "vitest";
import { addressesLeft, environmentVariable, setWorkerUrl, whyRefused } from "./host.js";

afterEach(() => vi.unstubAllGlobals());

it("variables that may not be read are none, as in Deno without --allow-env", () => {
  const denied = {
    get: () => {
      throw new Error('Requires env access to "BERNOULLI_NUM_THREADS"');
    },
  };
  vi.stubGlobal("process", { getBuiltinModule: () => null, env: new Proxy({}, denied) });
  expect(environmentVariable("BERNOULLI_NUM_THREADS")).toBeUndefined();
  vi.stubGlobal("process", { getBuiltinModule: () => null, env: { BERNOULLI_NUM_THREADS: "3" } });
  expect(environmentVariable("BERNOULLI_NUM_THREADS")).toBe("3");
});

it("addresses are those that the limit leaves", () => {
  const files: Record<string, string> = {
    "/proc/self/limits": "Max processes 5 5\nMax address space         12000000000          unlimited            bytes",
    "/proc/self/status": "Name: node\nVmPeak:  9000 kB\nVmSize:\t 1000000 kB",
  };
  expect(addressesLeft((path) => files[path] ?? "")).toBe(12_000_000_000 - 1_024_000_000);
  files["/proc/self/limits"] = "Max address space         unlimited            unlimited            bytes";
  expect(addressesLeft((path) => files[path] ?? "")).toBe(Number.POSITIVE_INFINITY);
  expect(addressesLeft(() => "")).toBe(Number.POSITIVE_INFINITY);
});

describe("why a thread was refused", () => {
  const inNode = { getBuiltinModule: () => null, env: {} };

  it("names Node's permission", () => {
    const denied = Object.assign(new Error("Access to this API has been restricted"), { code: "ERR_ACCESS_DENIED" });
    expect(whyRefused(denied)).toMatchInlineSnapshot(
      `"Access to this API has been restricted; run node with --allow-worker, or call setNumThreads(1)"`,
    );
    vi.stubGlobal("process", inNode);
    expect(whyRefused(new Error("no room"))).toMatchInlineSnapshot(`"no room; call setNumThreads(1) to do without"`);
  });

  it("names the directive of a page's policy, also where an event says nothing", () => {
    vi.stubGlobal("process", undefined);
    expect(whyRefused({ type: "error" })).toMatchInlineSnapshot(
      `"its script was not run; where a Content-Security-Policy forbids it, add worker-src blob: to it, or serve the text workerSource from a file that it allows and name that by setWorkerUrl; or call setNumThreads(1)"`,
    );
    setWorkerUrl("/threads.js");
    expect(whyRefused({ message: "Uncaught CompileError: WebAssembly.Module()" })).toMatchInlineSnapshot(
      `"Uncaught CompileError: WebAssembly.Module(); where a Content-Security-Policy forbids it, let worker-src of the page's, and script-src 'wasm-unsafe-eval' of its own, allow /threads.js; or call setNumThreads(1)"`,
    );
  });
});
