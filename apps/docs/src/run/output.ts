// What a run tells the page, as plain data, and how values become text. Draws nothing.

/** One thing that a program said, in order. */
export type Output =
  | { readonly kind: "log" | "warn" | "error"; readonly text: string }
  /** The value of a statement with a `// →` behind it, or what it threw. */
  | { readonly kind: "value"; readonly line: number; readonly text: string }
  | { readonly kind: "plot"; readonly series: Series };

/** Curves by their names: the values of the first, the second, … step. */
export type Series = Readonly<Record<string, readonly number[]>>;

/** What a worker posts: what was said, and that it is over. */
export type Message = Output | { readonly kind: "done"; readonly milliseconds: number };

/** A value as the comments of the examples write it: arrays and plain objects as literals, all else by its own text. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return value.name === "" ? "function" : `function ${value.name}`;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return textOf(Array.from(value as unknown as ArrayLike<number>));
  if (Array.isArray(value)) return `[${value.map(textOf).join(", ")}]`;
  if (isPlain(value))
    return `{ ${Object.entries(value)
      .map(([key, held]) => `${key}: ${textOf(held)}`)
      .join(", ")} }`;
  return String(value);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** What `console.log` prints of its arguments. */
export function lineOf(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === "string" ? value : textOf(value))).join(" ");
}

/** The curves of what `plot` was given: one array, or several by their names. Throws a TypeError of anything else. */
export function seriesOf(values: unknown): Series {
  const named = Array.isArray(values) || ArrayBuffer.isView(values) ? { values } : values;
  if (!isPlain(named)) throw new TypeError("plot: expected an array of numbers, or an object of such arrays");
  return Object.fromEntries(
    Object.entries(named).map(([name, curve]) => {
      const numbers = Array.from(curve as ArrayLike<unknown>);
      if (!numbers.every((one) => typeof one === "number"))
        throw new TypeError(`plot: expected an array of numbers as "${name}"`);
      return [name, numbers as number[]];
    }),
  );
}
