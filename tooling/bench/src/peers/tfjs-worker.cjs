// A thread of tfjs's WebAssembly backend in Node. The package would start it from a blob, which Node's workers cannot; this
// file starts the same code, and gives it the package's file where it asks for a blob's address.

const { createRequire } = require("node:module");
const { join } = require("node:path");
const { runInThisContext } = require("node:vm");

const requirePackage = createRequire(join(process.env.BENCH_PACKAGES, "package.json"));
const glue = "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd";
URL.createObjectURL = () => requirePackage.resolve(`${glue}.js`);
URL.revokeObjectURL = () => {};

// The text has line ends within its strings.
const text = requirePackage(`${glue}.worker.js`).wasmWorkerContents.replaceAll("\n", "\\n");
runInThisContext(`(function (require, __filename) {${text}\n})`)(require, __filename);
