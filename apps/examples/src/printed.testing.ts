// Runs a program and compares what it prints with what its twin printed under PyTorch: the words as they are, the numbers closely.

import { expectClose, type FixtureFamily, loadFixtures } from "@bernoulli/testing";
import { expect, vi } from "vitest";

const number = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;

/** The lines that `program` prints. */
export async function printed(program: () => unknown): Promise<string[]> {
  const lines: string[] = [];
  const spy = vi.spyOn(console, "log").mockImplementation((...given) => void lines.push(given.join(" ")));
  try {
    await program();
  } finally {
    spy.mockRestore();
  }
  return lines;
}

/**
 * Runs `program` with the settings of the case `name` of a family of fixtures and compares what it prints with the case's `lines`.
 * `relative` is how far apart numbers may be; one of the last digit is allowed for rounding.
 */
export async function expectPrinted(
  family: FixtureFamily,
  name: string,
  program: (golden: { readonly [key: string]: any }) => unknown,
  relative = 1e-4,
): Promise<void> {
  const golden = loadFixtures(family).cases.find((one) => one.name === name)!;
  const lines = await printed(() => program(golden));
  const wanted = golden["lines"] as readonly string[];
  expect(lines.map((line) => line.replace(number, "#"))).toEqual(wanted.map((line) => line.replace(number, "#")));
  const own = lines.flatMap((line) => line.match(number) ?? []);
  const theirs = wanted.flatMap((line) => line.match(number) ?? []);
  for (const [at, text] of theirs.entries()) {
    const digits = text.split(".")[1]?.length ?? 0;
    const absolute = digits > 0 ? 1.01 * 10 ** -digits : 0;
    expectClose([Number(own[at])], [Number(text)], { relative, absolute, label: `number ${at}` });
  }
}
