// A setup file: the variables that tests look for, where Node's process would have them. It has nothing else, so that the packages take
// the browser for one.

(globalThis as { process?: unknown }).process ??= { env: __SUITES__.environment };
