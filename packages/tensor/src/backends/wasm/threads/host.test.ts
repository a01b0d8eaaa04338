// What a platform gives that lets a program read nothing.

import { afterEach, expect, it, vi } from "vitest";
import { environmentVariable } from "./host.js";

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
