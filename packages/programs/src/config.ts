// A file of options: a JSON object, whose members count where the command line says nothing. What the options mean, each program says.

import { readFileSync } from "node:fs";
import { meant } from "./nearest.js";
import { type Parsed, UsageError } from "./options.js";

/**
 * The options of the command line, and behind them those of the file that its `--config` names.
 *
 * @throws UsageError for a file that cannot be read, is no JSON object, or has what is no option.
 */
export function configured(
  values: Parsed["values"],
  { texts, flags }: { texts: readonly string[]; flags: readonly string[] },
): Parsed["values"] {
  const path = values["config"];
  if (typeof path !== "string") return values;
  const fail = (message: string) =>
    new UsageError(`--config ${path}: ${message}${message.endsWith("?") ? "" : ";"} see --help`);
  const members = Object.entries(readObject(path, fail));
  const read = members.map(([name, value]): [string, string | boolean] => {
    if (name === "config") throw fail("a file of options names no other");
    if (flags.includes(name)) {
      if (typeof value !== "boolean") throw fail(`${name} must be true or false`);
      return [name, value];
    }
    if (!texts.includes(name))
      throw fail(
        `there is no option ${JSON.stringify(name)}${meant(name, [...texts, ...flags], (other) => JSON.stringify(other))}`,
      );
    if (typeof value !== "string" && typeof value !== "number") throw fail(`${name} must be a number or a text`);
    return [name, String(value)];
  });
  return { ...Object.fromEntries(read), ...values };
}

function readObject(path: string, fail: (message: string) => UsageError): object {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw fail(`it cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw fail('it is no JSON object, as { "epochs": 3 }');
}
