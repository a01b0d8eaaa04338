// The emitter of WebAssembly.
export * from "./bytes.js";
export * from "./function.js";
export * from "./module.js";
export * from "./values.js";
export * from "./vector-loads.js";
export * from "./vectors.js";
