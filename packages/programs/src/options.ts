// Command lines: options with values that are checked, and errors of one line. Which options there are, each program says.

import { type ParseArgsConfig, parseArgs } from "node:util";
import { BernoulliError } from "@bernoulli/tensor";
import { meant } from "./nearest.js";

/** A command line that cannot be followed, or a file that it names: its text is all that the user needs to see. */
export class UsageError extends BernoulliError {
  override name = "UsageError";
  override readonly code = "BERNOULLI_USAGE";
}

export interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** What is no option; empty unless they are allowed. */
  readonly positionals: readonly string[];
}

interface OptionShape {
  /** Options with a value. */
  readonly texts: readonly string[];
  /** Those without. */
  readonly flags: readonly string[];
  readonly positionals?: boolean;
  /** The command whose --help tells of them; none for the program's own. */
  readonly of?: string;
}

/** Where to read on. */
const help = (of: string | undefined) => `see ${of === undefined ? "" : `${of} `}--help`;

/** What takes a flag back: `--no-augment` of `--augment`, `--compile` of `--no-compile`. */
const oppositeOf = (flag: string): string => (flag.startsWith("no-") ? flag.slice(3) : `no-${flag}`);
/** They ask for a text, which nobody takes back. */
const isQuestion = (flag: string): boolean => flag === "help" || flag === "version";

/**
 * Reads arguments. A flag may be taken back, as `--no-augment`, where a file of options has it; `-h` is `--help`.
 *
 * @throws UsageError for an option that is none of these, and for words that are no options, unless `positionals` allows them.
 */
export function parseOptions(args: readonly string[], { texts, flags, positionals = false, of }: OptionShape): Parsed {
  const options: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries([
    ...texts.map((name) => [name, { type: "string" as const }]),
    ...flags.map((name) => [name, { type: "boolean" as const, ...(name === "help" ? { short: "h" } : {}) }]),
  ]);
  const negated = flags.filter((name) => !isQuestion(name));
  for (const name of negated) options[oppositeOf(name)] = { type: "boolean" };
  try {
    const parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: positionals });
    const values: Record<string, string | boolean | undefined> = { ...parsed.values } as never;
    for (const name of negated) {
      const opposite = oppositeOf(name);
      if (values[opposite] !== true) continue;
      if (values[name] === true)
        throw new UsageError(`--${name} and --${opposite} are each other's contrary: give one of them; ${help(of)}`);
      values[name] = false;
      delete values[opposite];
    }
    return { values, positionals: parsed.positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // Node explains a value that begins with a dash on three lines.
    const [text] = (error as Error).message.split(/\.\s/);
    const dashed = /^Option '(--[^']*)' argument is ambiguous/.exec(text!)?.[1];
    const value = dashed === undefined ? undefined : args[args.indexOf(dashed) + 1];
    if (value !== undefined)
      throw new UsageError(
        `${dashed} has no value, since ${value} looks like an option; write ${dashed}=${value} if it is the value; ${help(of)}`,
      );
    const unknown = /^Unknown option '--([^']*)'/.exec(text!)?.[1];
    const guess = unknown === undefined ? "" : meant(unknown, [...texts, ...flags], (name) => `--${name}`);
    throw new UsageError(`${text}${guess}${guess === "" ? ";" : ""} ${help(of)}`);
  }
}

/**
 * The number that an option gives; null where it is not given.
 *
 * @throws UsageError where it is none, or does not fit; `wanted` says what does.
 */
export function optionNumber(
  name: string,
  value: string | undefined,
  fits: (value: number) => boolean,
  wanted: string,
  of?: string,
): number | null {
  if (value === undefined) return null;
  const parsed = value.trim() === "" ? Number.NaN : Number(value);
  if (!Number.isFinite(parsed) || !fits(parsed))
    throw new UsageError(`--${name} must be ${wanted}, but got ${value}; ${help(of)}`);
  return parsed;
}

/** @throws UsageError where the value is none of the choices. */
export function oneOf<const Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  if (!(choices as readonly string[]).includes(value))
    throw new UsageError(`--${name} must be ${choices.join(" or ")}, but got ${value}; see --help`);
  return value as Choice;
}
