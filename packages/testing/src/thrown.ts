// The error of a call as text, for inline snapshots that hold its class and its words.

/** `"ClassName: message"` of what the call throws; throws itself where nothing was thrown. */
export function thrown(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `${error.name}: ${error.message}`;
  }
  throw new Error("expected an error, but nothing was thrown");
}

/** {@link thrown} of what a promise is rejected with. */
export async function thrownLater(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    (value) => Promise.reject(new Error(`expected a rejection, but got ${String(value)}`)),
    (error: unknown) => String(error),
  );
}
