// Samples of the windows.

import { defineSamples, type ErrorCase, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import {
  bartlettWindow,
  blackmanWindow,
  hammingWindow,
  hannWindow,
  kaiserWindow,
  type WindowOptions,
} from "./windows.js";

const all = { bartlettWindow, blackmanWindow, hammingWindow, hannWindow, kaiserWindow };
type Name = keyof typeof all;
type Run = (windowLength: number, options?: WindowOptions) => ReturnType<typeof hannWindow>;

function family(run: Run): Sample[] {
  const of = (name: string, length: number, options: WindowOptions = {}): Sample => ({
    name,
    inputs: [],
    gradient: "none",
    run: () => run(length, options),
  });
  return [of("nine", 9), of("whole", 8, { periodic: false }), of("one", 1), of("none", 0), of("two", 2)];
}

function errors(name: Name, run: Run): ErrorCase[] {
  return [
    {
      name: "a negative length",
      call: () => run(-1),
      error: ArgumentError,
      text: `${name}: requires non-negative window_length, got window_length=-1`,
    },
    {
      name: "integers",
      call: () => run(3, { dtype: "int32" }),
      error: DTypeError,
      text: `${name}: expects floating point dtypes, got: int32`,
    },
  ];
}

const of = (name: Name) => ({
  golden: (_: unknown, { length, ...options }: any) => all[name](length, options),
  samples: family(all[name]),
  errors: errors(name, all[name]),
});

export const samples = defineSamples({
  bartlettWindow: of("bartlettWindow"),
  blackmanWindow: of("blackmanWindow"),
  hammingWindow: of("hammingWindow"),
  hannWindow: of("hannWindow"),
  kaiserWindow: of("kaiserWindow"),
});
