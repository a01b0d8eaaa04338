// Runs a program that prepare.ts made, and tells what it says. Knows no page and no worker, so that a test in Node does the same.

import { lineOf, type Output, seriesOf, textOf } from "./output.js";
import type { Program } from "./prepare.js";

/** Lines that the engine puts before the body of a function made of text. */
const linesBefore = 2;

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<void>;

/**
 * Runs the program to its end. What it throws is told as an error, with its line.
 *
 * @param load imports a module by the name that the example gives
 * @returns whether it ended without an error
 */
export async function runProgram(
  { code, imports }: Program,
  load: (name: string) => Promise<object>,
  tell: (output: Output) => void,
): Promise<boolean> {
  try {
    const modules = new Map<string, object>();
    // What sucrase writes asks for the mark of a module that was one of ECMAScript's.
    for (const name of imports)
      modules.set(name, Object.assign(Object.create(null), await load(name), { __esModule: true }));
    const body = new AsyncFunction(
      "require",
      "exports",
      "show",
      "console",
      "plot",
      `${code}\n//# sourceURL=example.js`,
    );
    await body(
      (name: string) => modules.get(name),
      {},
      showing(tell),
      consoleOf(tell),
      (values: unknown) => tell({ kind: "plot", series: seriesOf(values) }),
    );
    return true;
  } catch (error) {
    tell({ kind: "error", text: errorText(error) });
    return false;
  }
}

/** The program's `show`: tells the value of an expression, or what it threw where that is what the example is about. */
function showing(tell: (output: Output) => void) {
  return (line: number, expression: () => unknown, throws: boolean): unknown => {
    const done = (value: unknown): void => tell({ kind: "value", line, text: textOf(value) });
    const failed = (error: unknown): void => {
      if (!throws) throw error;
      tell({ kind: "value", line, text: `throws ${String(error)}` });
    };
    try {
      const result = expression();
      return result instanceof Promise ? result.then(done, failed) : done(result);
    } catch (error) {
      return failed(error);
    }
  };
}

function consoleOf(tell: (output: Output) => void): Console {
  const say =
    (kind: "log" | "warn" | "error") =>
    (...values: unknown[]) =>
      tell({ kind, text: lineOf(values) });
  const said = {
    log: say("log"),
    info: say("log"),
    debug: say("log"),
    table: say("log"),
    warn: say("warn"),
    error: say("error"),
  };
  return { ...console, ...said };
}

function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const at = /example\.js:(\d+)/.exec(error.stack ?? "")?.[1];
  return `${at === undefined ? "" : `line ${Number(at) - linesBefore}: `}${error.name}: ${error.message}`;
}
