// Whether a value is a history, as fit returns it: it may come from a file.

/** What is wrong with a history; null for one of epochs 1, 2, … */
export function historyProblem(history: unknown): string | null {
  if (!Array.isArray(history)) return "history must be an array of records, as fit returns it";
  for (const [at, record] of history.entries()) {
    if (!isRecord(record)) return `history[${at}] is no record of an epoch, as fit makes it`;
    if (record["epoch"] !== at + 1)
      return `history must be the records of epochs 1, 2, … in order, but history[${at}] is of epoch ${String(record["epoch"])}`;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  const { live, clean, validation, samples, trainSeconds, seconds } = value;
  return (
    isScores(live) &&
    (clean === null || isScores(clean)) &&
    (validation === null || isScores(validation)) &&
    Number.isSafeInteger(samples) &&
    (samples as number) >= 0 &&
    [trainSeconds, seconds].every((number) => typeof number === "number")
  );
}

function isScores(value: unknown): boolean {
  return isObject(value) && "loss" in value && Object.values(value).every((score) => typeof score === "number");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
