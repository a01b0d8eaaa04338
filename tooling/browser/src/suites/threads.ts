// A setup file: each test file begins with the threads that the run asks for, all of them there.

import { ready, setNumThreads } from "@bernoulli/tensor";
import { beforeAll, expect } from "vitest";

const { wanted, isolated } = __SUITES__;

beforeAll(async () => {
  expect(crossOriginIsolated).toBe(isolated);
  setNumThreads(wanted);
  expect(await ready()).toBe(isolated ? wanted : 1);
});
