// What every example shares: whether it is the program that runs, and the options of its command line. Nothing of training.

import { basename } from "node:path";
import { parseArgs } from "node:util";

/** Whether `file`, such as "mnist.ts", is the program that was started: Python's `__name__ == "__main__"`. */
export function isMain(file: string): boolean {
  return basename(process.argv[1] ?? "") === file;
}

/**
 * The options of the command line over `defaults`, as argparse has them: `--batch-size 64` sets `batchSize`, `--dry-run` sets
 * `dryRun`. A default's type is the option's.
 *
 * @throws TypeError for an option that is not there, and for a number that is none.
 */
export function parseArguments<Options extends Record<string, number | string | boolean>>(
  defaults: Options,
  parameters: readonly string[] = process.argv.slice(2),
): Options {
  const names = new Map(
    Object.keys(defaults).map((name) => [name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`), name]),
  );
  const { values } = parseArgs({
    args: [...parameters],
    options: Object.fromEntries(
      [...names].map(([flag, name]) => [flag, { type: typeof defaults[name] === "boolean" ? "boolean" : "string" }]),
    ),
  });
  const given = Object.entries(values).map(([flag, value]) => {
    const name = names.get(flag)!;
    if (typeof defaults[name] !== "number") return [name, value];
    const number = Number(value);
    if (value === "" || Number.isNaN(number)) throw new TypeError(`--${flag}: expected a number, got ${value}`);
    return [name, number];
  });
  return { ...defaults, ...Object.fromEntries(given) };
}

/** Python's `enumerate`: what a loop goes over, each with its number from 0. */
export function* enumerate<Item>(items: Iterable<Item>): Generator<[index: number, item: Item]> {
  let index = 0;
  for (const item of items) yield [index++, item];
}
