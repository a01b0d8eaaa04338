// What is said of wrong command lines, by every program in the same words.

import { expect, it } from "vitest";
import { oneOf, optionNumber, parseOptions } from "./options.js";

const shape = { texts: ["out", "p"], flags: ["help", "augment", "no-compile"] };
const refusal = (args: readonly string[]) => {
  try {
    parseOptions(args, shape);
    return "no error";
  } catch (error) {
    return String(error);
  }
};

it("options with values, flags, and words where they are allowed", () => {
  expect(parseOptions(["--out", "x", "--help", "--p=-1"], shape).values).toEqual({ out: "x", help: true, p: "-1" });
  expect(parseOptions(["a", "--p", "1", "b"], { ...shape, positionals: true }).positionals).toEqual(["a", "b"]);
});

it("a wrong call is one line, with where to look", () => {
  const wrong = [["--nothing"], ["word"], ["--out"], ["--help=yes"], ["--p", "-1"]];
  const told = wrong.map(refusal);
  // Node's words differ a little between its versions.
  for (const text of told) expect(text).toMatch(/^UsageError: [^\n]*; see --help$/);
  expect(told[0]).toBe("UsageError: Unknown option '--nothing'; see --help");
  expect(told[4]).toContain("; write --p=-1 if it is the value; see --help");
});

it("a value that looks like an option is told how it is written", () => {
  const { texts } = shape;
  const [name] = texts as [string];
  expect(refusal([`--${name}`, "-1"])).toBe(
    `UsageError: --${name} has no value, since -1 looks like an option; write --${name}=-1 if it is the value; see --help`,
  );
  expect(parseOptions([`--${name}=-1`], shape).values[name]).toBe("-1");
});

it("flags are taken back, and -h is --help", () => {
  expect(parseOptions(["--no-augment", "--compile", "-h"], shape).values).toEqual({
    augment: false,
    "no-compile": false,
    help: true,
  });
  expect(parseOptions(["--augment", "--no-compile"], shape).values).toEqual({ augment: true, "no-compile": true });
  expect(refusal(["--augment", "--no-augment"])).toMatchInlineSnapshot(
    `"UsageError: --augment and --no-augment are each other's contrary: give one of them; see --help"`,
  );
  expect(refusal(["--no-help"])).toMatchInlineSnapshot(`"UsageError: Unknown option '--no-help'; see --help"`);
});

it("a name that is nearly right is asked about", () => {
  expect(["--hlep", "--agument", "--ot", "--outside"].map((one) => refusal([one]))).toMatchInlineSnapshot(`
    [
      "UsageError: Unknown option '--hlep'; did you mean --help? see --help",
      "UsageError: Unknown option '--agument'; did you mean --augment? see --help",
      "UsageError: Unknown option '--ot'; did you mean --out? see --help",
      "UsageError: Unknown option '--outside'; see --help",
    ]
  `);
});

it("numbers that do not fit, and choices that are none", () => {
  const share = (value: string | undefined) => optionNumber("p", value, (p) => p >= 0 && p <= 1, "a share from 0 to 1");
  expect([share(undefined), share("0.5"), share("1e-3")]).toEqual([null, 0.5, 0.001]);
  for (const value of ["", " ", "x", "1.5", "Infinity"])
    expect(() => share(value)).toThrow(`--p must be a share from 0 to 1, but got ${value}; see --help`);
  expect(oneOf("net", "plain", ["dropout", "plain"])).toBe("plain");
  expect(() => oneOf("net", "both", ["dropout", "plain"])).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: --net must be dropout or plain, but got both; see --help]`,
  );
});
