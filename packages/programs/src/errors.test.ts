// What a program tells of errors, and with which exit code it ends. Which codes there are: codes.test.ts.

import { FormatError } from "@bernoulli/trainer";
import { expect, it } from "vitest";
import { codeOf, exitCodeFrom, shownBy } from "./errors.js";
import { Interruption } from "./interruption.js";
import { UsageError } from "./options.js";

async function told(error: unknown, ...args: string[]) {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const controller = new AbortController();
  if (error instanceof Interruption) controller.abort(error);
  const code = await exitCodeFrom(() => Promise.reject(error), {
    program: "some",
    expected: [UsageError, FormatError],
    shown: () => shownBy(args),
    interrupted: "interrupted; call again",
    surroundings: {
      print: (text) => void printed.push(text),
      complain: (text) => void complaints.push(text),
      signal: controller.signal,
    },
  });
  return { code, printed, complaints };
}

it("an expected error is a line that ends with its code", async () => {
  expect(await told(new UsageError("x; see --help"))).toEqual({
    code: 2,
    printed: [],
    complaints: ["some: x; see --help [BERNOULLI_USAGE]"],
  });
});

it("--json has it as an event too", async () => {
  expect(await told(new FormatError("cut", { file: "f" }), "--json")).toEqual({
    code: 2,
    printed: ['{"event":"error","code":"BERNOULLI_FORMAT","message":"f: cut"}'],
    complaints: ["some: f: cut [BERNOULLI_FORMAT]"],
  });
});

it("any other is a fault of the program, and says where only with --debug", async () => {
  const fault = new TypeError("oh");
  expect(await told(fault, "--json")).toEqual({
    code: 1,
    printed: ['{"event":"error","code":"BERNOULLI_FAULT","message":"oh"}'],
    complaints: ["some: oh; this is a fault of the program: --debug shows where [BERNOULLI_FAULT]"],
  });
  const { complaints } = await told(fault, "--debug");
  expect(complaints[0]).toBe("some: oh [BERNOULLI_FAULT]");
  expect(complaints[1]).toContain("errors.test.ts");
  expect((await told("a text", "--debug")).complaints).toEqual(["some: a text [BERNOULLI_FAULT]"]);
});

it("a signal ends with its own exit code", async () => {
  expect(await told(new Interruption("SIGTERM"), "--json")).toEqual({
    code: 143,
    printed: ['{"event":"error","code":"BERNOULLI_INTERRUPTION","message":"interrupted; call again"}'],
    complaints: ["some: interrupted; call again [BERNOULLI_INTERRUPTION]"],
  });
});

it("what is none of ours has the code of a fault", () => {
  expect([codeOf(new TypeError("x")), codeOf("text"), codeOf(null)]).toEqual(Array(3).fill("BERNOULLI_FAULT"));
  expect(codeOf(new UsageError("x"))).toBe("BERNOULLI_USAGE");
});
