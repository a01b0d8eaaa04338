// What came instead of what was wanted, in the words of an error. No class is known here: tensors, like the built-in ones, have a tag.

const vowels = /^[AEIOU]/;

/** `null`, `3`, `"x"`, `an array`, `a Tensor`, `a Map`, `an object`. Never throws, and never shows what an object holds. */
export function describe(given: unknown): string {
  switch (typeof given) {
    case "object":
      return given === null ? "null" : nameOf(given);
    case "function":
      return "a function";
    case "symbol":
      return "a symbol";
    case "bigint":
      return `${given}n, a bigint`;
    case "string":
      return JSON.stringify(given.length > 40 ? `${given.slice(0, 40)}…` : given);
    default:
      return String(given);
  }
}

/** The elements of a list of sizes, dimensions and their like, each in words; what is no list by itself. */
export function describeAll(given: unknown): string {
  return Array.isArray(given) ? `[${given.map(describe).join(", ")}]` : describe(given);
}

function nameOf(given: object): string {
  if (Array.isArray(given)) return "an array";
  const tag = Object.prototype.toString.call(given).slice("[object ".length, -1);
  if (tag === "Object") return "an object";
  return `${vowels.test(tag) ? "an" : "a"} ${tag}`;
}
