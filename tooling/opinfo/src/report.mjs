// What is told of a run: the calls that went wrong, counts by op, and why calls were not made.

import { verdicts } from "./judge.mjs";

/** Gathers verdicts. */
export class Report {
  total = Object.fromEntries(verdicts.map((one) => [one, 0]));
  /** Counts by op. */
  rows = new Map();
  /** How often each reason was given, by verdict and reason, and for which ops. */
  reasons = new Map();
  failures = [];

  add(record, { verdict, why }) {
    const name = record.variant === "" ? record.op : `${record.op}.${record.variant}`;
    const row = this.rows.get(name) ?? Object.fromEntries(verdicts.map((one) => [one, 0]));
    row[verdict] += 1;
    this.total[verdict] += 1;
    this.rows.set(name, row);
    if (verdict === "not expressible" || verdict === "documented") this.#because(`${verdict}: ${why}`, name);
    else if (verdict !== "passed") this.failures.push({ id: record.id, verdict, why, call: callOf(record) });
  }

  #because(reason, name) {
    const seen = this.reasons.get(reason) ?? { count: 0, ops: new Set() };
    seen.count += 1;
    seen.ops.add(name);
    this.reasons.set(reason, seen);
  }

  /** Counts of the calls that are not expressible, by the kind of absence. */
  absences() {
    const counts = {};
    for (const [reason, { count }] of this.reasons) {
      const [verdict, absence] = reason.split(": ");
      if (verdict === "not expressible") counts[absence] = (counts[absence] ?? 0) + count;
    }
    return counts;
  }

  toString() {
    const line = (name, row) => `${name.padEnd(38)}${verdicts.map((one) => String(row[one]).padStart(17)).join("")}`;
    const reasons = [...this.reasons].sort((a, b) => b[1].count - a[1].count);
    return [
      `${"op".padEnd(38)}${verdicts.map((one) => one.padStart(17)).join("")}`,
      ...[...this.rows, ["total", this.total]].map(([name, row]) => line(name, row)),
      "",
      `not expressible: ${JSON.stringify(this.absences())}`,
      "why:",
      ...reasons.map(([reason, { count, ops }]) => {
        const some = [...ops].slice(0, 8).join(", ");
        return `${String(count).padStart(6)}  ${reason} (${some}${ops.size > 8 ? ", …" : ""})`;
      }),
    ].join("\n");
  }
}

/** A recorded call as one would write it, without its elements. */
export function callOf(record) {
  const keywords = (object) => Object.entries(object).map(([key, value]) => `${key}=${describe(value)}`);
  const first =
    record.kind === "module"
      ? `<${[...record.made.map(describe), ...keywords(record.madeWith)].join(", ")}>`
      : describe(record.input);
  return [first, ...record.args.map(describe), ...keywords(record.kwargs)].join(", ");
}

function describe(value) {
  if (value === null) return "None";
  if (typeof value === "string") return JSON.stringify(value);
  if ("tensor" in value) {
    const { dtype, shape, strides } = value.tensor;
    return `${dtype}[${shape}]${isPlain(shape, strides) ? "" : `/${strides}`}`;
  }
  if ("list" in value || "tuple" in value) return `[${(value.list ?? value.tuple).map(describe).join(", ")}]`;
  if ("float" in value) return Number.isInteger(value.float) ? `${value.float}.0` : String(value.float);
  return String(Object.values(value)[0]);
}

function isPlain(shape, strides) {
  let next = 1;
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    if (shape[dim] !== 1 && strides[dim] !== next) return false;
    next *= shape[dim];
  }
  return true;
}
