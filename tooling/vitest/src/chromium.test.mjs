// A Chromium is found where it is named, or where it usually is, and a wrong name is no "there is none".
import { expect, it } from "vitest";
import { findChromium } from "./chromium.mjs";

const here = process.execPath;

it("is the named one before the usual one", () => {
  expect(findChromium(here, [])).toBe(here);
  expect(findChromium("", ["/no/where", here])).toBe(here);
  expect(findChromium(undefined, ["/no/where"])).toBe(process.env["BERNOULLI_CHROMIUM"] || null);
});

it("is not left out in silence where its name is wrong", () => {
  expect(() => findChromium("/no/where", [here])).toThrow("BERNOULLI_CHROMIUM names /no/where, which cannot be run");
});
