// What each training step runs within, the trainer's `around`, held to what it promises: its body once, and what that gives. Which steps there are is
// trainer.ts's.

import { ArgumentError, checkSynchronous, describe } from "@bernoulli/tensor";

export type Around = <Result>(step: number, body: () => Result) => Result;

/**
 * Runs a step within `around`.
 *
 * @throws ArgumentError for one that does not call its body, or does so again, which would be another update; or returns something else than the body
 * gave, such as a promise.
 */
export function runAround<Result>(around: Around, step: number, body: () => Result): Result {
  let calls = 0;
  let given: Result | null = null;
  const once = (): Result => {
    calls += 1;
    if (calls > 1)
      throw new ArgumentError("fit: around must call its body once, but called it again: each call is an update");
    given = body();
    return given;
  };
  const returned = checkSynchronous("fit", "around", around(step, once));
  if (calls === 0) throw new ArgumentError("fit: around must call its body once, but did not call it");
  if (returned !== given)
    throw new ArgumentError(`fit: around must return what its body gives, but returned ${describe(returned)}`);
  return returned;
}
