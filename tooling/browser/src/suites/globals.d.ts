// What vitest.config.js puts in the place of names, when it serves the tests.

declare const __SUITES__: {
  readonly wanted: number;
  readonly isolated: boolean;
  readonly environment: Readonly<Record<string, string>>;
};
