// Which vector instructions kernels may use. It is chosen by what the platform can do, never by timing, and each choice
// but the plainest has to pass a test of its numbers first.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DeviceError } from "../../checks/errors.js";
import { loadF32x4, ModuleBuilder } from "./assembler/index.js";
import { instantiate, wantWebAssembly } from "./instances.js";
import { noAddressSpace } from "./memory.js";
import { environmentVariable, nodeVersion, setV8Flag } from "./threads/host.js";

/**
 * `portable`: WebAssembly's fixed SIMD, with the same bits on every machine. `relaxed`: relaxed SIMD's multiply-add, one
 * instruction where the processor has it. `wide`: that too, in tiles for a V8 that re-vectorises to 256 bits, which needs
 * its flag `--experimental-wasm-revectorize`; without the flag it is slow.
 */
export type Simd = "portable" | "relaxed" | "wide";

/**
 * The tile of a matrix product that the micro-kernel keeps in registers, of which V8 has 15: accumulators, two vectors of
 * columns, one of a row, and a product where multiplication and addition are apart. Larger tiles spill.
 */
export interface Tile {
  readonly rows: number;
  readonly columns: number;
  readonly fused: boolean;
  /** Neighbouring vectors that kernels work on side by side: V8 widens pairs of them, and only what is stored in pairs. */
  readonly abreast: 1 | 2;
}

export const tiles: { readonly [S in Simd]: Tile } = {
  portable: { rows: 5, columns: 8, fused: false, abreast: 1 },
  relaxed: { rows: 6, columns: 8, fused: true, abreast: 1 },
  wide: { rows: 6, columns: 16, fused: true, abreast: 2 },
};

const variable = "BERNOULLI_SIMD";
const names = Object.keys(tiles) as readonly Simd[];

/** Before, V8 has no such flag, or it does not widen these kernels. */
const oldestThatRevectorizes = 24;

let chosen: Simd | null = null;
let relaxed: boolean | null = null;
let fused: boolean | null = null;

/**
 * Whether the platform has relaxed SIMD, and its multiply-add is one: from Node 22 on, in Node 20 behind a flag of V8's that
 * `import "@bernoulli/tensor/relaxed-simd"` sets.
 */
export function hasRelaxedSimd(): boolean {
  if (relaxed === null) {
    try {
      relaxed = multipliesAndAdds();
    } catch (error) {
      // WebAssembly is forbidden: the first kernel says so, and a program that uses the reference alone never meets one.
      if (!(error instanceof DeviceError)) throw error;
      relaxed = false;
    }
  }
  return relaxed;
}

/** The instructions that kernels use: those of BERNOULLI_SIMD, or else `relaxed` where there is such, and `portable` elsewhere. */
export function getSimd(): Simd {
  if (chosen === null) {
    const given = environmentVariable(variable) ?? "";
    if (given === "") chosen = hasRelaxedSimd() ? "relaxed" : "portable";
    else chosen = check(variable, given);
  }
  return chosen;
}

/**
 * Sets the instructions that kernels use from now on. Results differ between them by rounding; `portable` gives the same
 * bits in every Node and every browser.
 *
 * @throws ArgumentError for a name that is none, or where the platform lacks relaxed SIMD.
 *
 * @example
 * ```ts
 * import { getSimd, setSimd } from "@bernoulli/tensor";
 * setSimd("portable");
 * getSimd(); // → "portable"
 * ```
 */
export function setSimd(simd: Simd): void {
  chosen = check("setSimd", simd);
}

/** What `import "@bernoulli/tensor/relaxed-simd"` does. */
export function allowRelaxedSimd(): void {
  // Where it is there the flag would be unknown, and V8 would say so.
  if (hasRelaxedSimd() || nodeVersion() === null) return;
  setV8Flag("--experimental-wasm-relaxed-simd");
  relaxed = null;
  fused = null;
  if (chosen === "portable" && (environmentVariable(variable) ?? "") === "") chosen = null;
}

/** What `import "@bernoulli/tensor/revectorize"` does. */
export function allowRevectorizing(): void {
  const version = nodeVersion();
  if (version === null || version < oldestThatRevectorizes)
    throw new ArgumentError(
      `@bernoulli/tensor/revectorize needs Node ${oldestThatRevectorizes} or later, but this is ${version === null ? "not Node" : `Node ${version}`}`,
    );
  setV8Flag("--experimental-wasm-revectorize");
  setSimd("wide");
}

function check(what: string, given: string): Simd {
  if (!(names as readonly string[]).includes(given))
    throw new ArgumentError(`${what}: unknown instructions ${describe(given)}; take one of ${names.join(", ")}`);
  if (tiles[given as Simd].fused && !hasRelaxedSimd())
    throw new ArgumentError(
      `${what}: "${given}" needs relaxed SIMD, which this platform lacks; in Node 20, import "@bernoulli/tensor/relaxed-simd" first`,
    );
  return given as Simd;
}

function smallMemory(): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: 1 });
  } catch (error) {
    throw error instanceof RangeError ? noAddressSpace(error) : error;
  }
}

/** Whether relaxed SIMD's multiply-add rounds once, as of all processors that have an instruction for it. */
export function fusesMultiplyAdd(): boolean {
  if (!hasRelaxedSimd()) return false;
  fused ??= (() => {
    // (1 + 2⁻¹²)², less all but its last bit, which a product that is rounded by itself has not.
    const half = 1 + 2 ** -12;
    const less = -1 - 2 ** -11;
    const results = multipliedAndAdded([half, half, half, half], [half, half, half, half], [less, less, less, less]);
    return results?.every((result) => result === 2 ** -24) ?? false;
  })();
  return fused;
}

type Four = readonly [number, number, number, number];

/** Multiplies and adds four numbers whose results tell: exact ones, and one that must not lose more than two roundings do. */
function multipliesAndAdds(): boolean {
  const results = multipliedAndAdded([3, -2, 0.1, 1e20], [5, 0.5, 0.3, 1e20], [7, 1, -0.03, 0]);
  if (results === null) return false;
  const [a, b, c, d] = results;
  return a === 22 && b === 0 && Math.abs(c!) < 4e-9 && d === Number.POSITIVE_INFINITY;
}

/** Null where the platform has no relaxed SIMD. */
function multipliedAndAdded(factors: Four, others: Four, summands: Four): Float32Array | null {
  const module = new ModuleBuilder();
  module.define("run", { at: "i32" }, (f, { at }) =>
    f.store(at, loadF32x4(at).multiplyAdd(loadF32x4(at, 16), loadF32x4(at, 32)), 48),
  );
  const bytes = module.toBytes("relaxed SIMD");
  wantWebAssembly();
  if (!WebAssembly.validate(bytes)) return null;
  const memory = smallMemory();
  const exports = instantiate(bytes, memory);
  const numbers = new Float32Array(memory.buffer, 0, 16);
  numbers.set([...factors, ...others, ...summands]);
  (exports["run"] as (at: number) => void)(0);
  return numbers.subarray(12);
}
