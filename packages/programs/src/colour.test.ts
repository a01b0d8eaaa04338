// Who gets colours, beside what Node itself says of a terminal with the same environment.

import { WriteStream } from "node:tty";
import { expect, it } from "vitest";
import { wantsColour } from "./colour.js";

const environments: NodeJS.ProcessEnv[] = [
  {},
  { NO_COLOR: "1" },
  { TERM: "dumb" },
  { FORCE_COLOR: "1" },
  { FORCE_COLOR: "0" },
  { FORCE_COLOR: "1", TERM: "dumb" },
];

it.each(environments)("a terminal with %j", (environment) => {
  const depth = WriteStream.prototype.getColorDepth.call(undefined as never, {
    TERM: "xterm-256color",
    ...environment,
  });
  expect(wantsColour({ isTTY: true }, environment)).toBe(depth > 1);
});

it("what is no terminal gets them only where they are forced", () => {
  expect(environments.filter((environment) => wantsColour({}, environment))).toEqual([
    { FORCE_COLOR: "1" },
    { FORCE_COLOR: "1", TERM: "dumb" },
  ]);
});

it("an empty NO_COLOR refuses nothing, as its page says", () => {
  expect(wantsColour({ isTTY: true }, { NO_COLOR: "" })).toBe(true);
});

it("who forces and refuses at once gets them, as in Node", () => {
  expect(wantsColour({}, { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(true);
});
