// In whose name a composition refuses: its caller's, not that of the op which it was put together of.

import { BernoulliError } from "./errors.js";

/** What `body` refuses in the name of one of these functions is refused in that of `name`. */
export function inNameOf<Result>(name: string, functions: readonly string[], body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof BernoulliError)) throw error;
    const before = error.message;
    // At the beginning, or in quotes: `"exp" not implemented for 'Int'`.
    const own = functions.find((one) => before.startsWith(`${one}: `) || before.startsWith(`"${one}" `));
    if (own === undefined) throw error;
    error.message = before.replace(own, () => name);
    if (error.stack !== undefined) error.stack = error.stack.replace(before, () => error.message);
    throw error;
  }
}
