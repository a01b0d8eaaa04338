// Finds modules and parameters that hang on a module and that nothing registers: in Maps, Sets, plain objects, under symbols and on
// properties that are not listed. What is in a closure or a #private field nobody can see.

import { Module, Parameter } from "@bernoulli/nn";

export interface Hidden {
  readonly path: string;
  readonly member: Module | Parameter;
  /** How it hangs there. */
  readonly how: string;
}

/** How many containers inside each other are looked through. */
const deepest = 3;

/** What the walk of a model does not meet, each once, with what hangs on it. */
export function hiddenIn(model: Module): Hidden[] {
  const listed = new Set<unknown>([...model.modules(), ...model.parameters()]);
  const found = new Map<unknown, Hidden>();
  const seen = new Set<unknown>();

  function look(value: unknown, path: string, how: string, depth: number): void {
    if (value instanceof Module || value instanceof Parameter) {
      if (!listed.has(value) && !found.has(value)) found.set(value, { path, member: value, how });
      return;
    }
    if (typeof value !== "object" || value === null || depth > deepest || seen.has(value)) return;
    seen.add(value);
    for (const [name, inner, inside] of contentsOf(value)) look(inner, `${path}.${name}`, inside ?? how, depth + 1);
  }

  for (const [path, module] of model.namedModules()) {
    for (const key of Reflect.ownKeys(module)) {
      const descriptor = Reflect.getOwnPropertyDescriptor(module, key);
      if (descriptor === undefined || !("value" in descriptor)) continue;
      const how = typeof key === "symbol" ? "under a symbol" : "on a property that is not enumerable";
      const name = typeof key === "symbol" ? `[${key.description ?? "symbol"}]` : key;
      look(descriptor.value, path === "" ? name : `${path}.${name}`, how, 0);
    }
  }
  return [...found.values()];
}

/** What a container holds; objects of classes are somebody's own. */
function contentsOf(value: object): [name: string, value: unknown, how: string | null][] {
  if (value instanceof Map) return [...value].map(([key, inner]) => [String(key), inner, "in a Map"]);
  if (value instanceof Set) return [...value].map((inner, at) => [String(at), inner, "in a Set"]);
  if (Array.isArray(value)) return value.map((inner, at) => [String(at), inner, null]);
  const prototype = Reflect.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return [];
  return Object.entries(Object.getOwnPropertyDescriptors(value)).flatMap(([key, descriptor]) =>
    "value" in descriptor ? [[key, descriptor.value, "in a plain object"]] : [],
  );
}
