// Runs compiled examples and reports every check that fails or was never reached. Finds and compiles nothing.
import { compileFunction } from "node:vm";
import { matches, show } from "./compare.js";
import type { CompiledExample } from "./compile.js";

/** What a compiled example exports. */
export type ExampleBody = (check: Check, console: Pick<Console, "log">) => Promise<void>;

type Thunk = () => unknown;

export interface Check {
  value(line: number, expression: Thunk, text: string): unknown;
  prints(line: number, expression: Thunk, text: string): unknown;
  throws(line: number, expression: Thunk, text: string): unknown;
}

/**
 * Runs one example. Throws with file and line where a value is not as stated.
 *
 * @param file what the errors call the example's file
 * @param load imports a module by the name that the example gives
 */
export async function runExample(
  file: string,
  example: CompiledExample,
  load: (name: string) => Promise<unknown>,
): Promise<void> {
  const { checks } = example;
  const modules = new Map<string, unknown>();
  // Marked as what was a module, so that its default is its default.
  for (const name of example.imports) modules.set(name, { ...((await load(name)) as object), __esModule: true });
  const module: { exports: { default?: ExampleBody } } = { exports: {} };
  compileFunction(example.code, ["module", "require"], { filename: file })(module, (name: string) => modules.get(name));
  const body = module.exports.default as ExampleBody;

  const reached = new Set<number>();
  let printed: string[] = [];
  const compare = (line: number, actual: unknown, text: string): void => {
    reached.add(line);
    if (!matches(actual, text))
      throw new Error(`${file}:${line}: the example states ${text}, but it is ${show(actual)}`);
  };
  // An expression that awaits is handed in as an async function: its check is awaited in turn.
  const whenDone = (result: unknown, done: (value: unknown) => void): unknown =>
    result instanceof Promise ? result.then(done) : done(result);

  const check: Check = {
    value: (line, expression, text) => whenDone(expression(), (value) => compare(line, value, text)),
    prints(line, expression, text) {
      printed = [];
      return whenDone(expression(), () => compare(line, printed.join("\n"), text));
    },
    throws(line, expression, text) {
      reached.add(line);
      const thrown = (error: unknown): void => {
        const message = error instanceof Error ? error.message : String(error);
        if (!message.includes(text))
          throw new Error(`${file}:${line}: the example states that it throws "${text}", but it throws "${message}"`);
      };
      const returned = (): never => {
        throw new Error(`${file}:${line}: the example states that it throws "${text}", but it does not throw`);
      };
      let result: unknown;
      try {
        result = expression();
      } catch (error) {
        return thrown(error);
      }
      return result instanceof Promise ? result.then(returned, thrown) : returned();
    },
  };
  await body(check, { log: (...values: unknown[]) => void printed.push(values.map(String).join(" ")) });
  if (reached.size < checks) {
    throw new Error(
      `${file}: the example has ${checks} checks, of which only ${reached.size} were reached (each needs a line of its own)`,
    );
  }
}
