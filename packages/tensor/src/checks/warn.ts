// Warnings that are printed once a process, by a key; for all packages.

const printed = new Set<string>();

/** Prints a warning the first time its key is seen. */
export function warnOnce(key: string, text: string): void {
  if (printed.has(key)) return;
  printed.add(key);
  console.warn(`bernoulli: ${text}`);
}

/** Forgets what was printed, for tests. */
export function resetWarnings(): void {
  printed.clear();
}
