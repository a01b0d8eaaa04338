// Reads what PyTorch computed, as tooling/torch-fixtures wrote it: JSON with the elements in a .bin beside it. Of Node's, and of the server
// that the suites in browsers have (tooling/browser).

import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { DType, TypedArray } from "@bernoulli/tensor";

/** What tooling/torch-fixtures writes: each a file, or a folder of such. */
export type FixtureFamily =
  | "ops"
  | "in_place"
  | "layers"
  | "transforms"
  | "pictures"
  | "models"
  | "synthetic-320"
  | "training"
  | "init"
  | "random"
  | "draws"
  | "distributions"
  | "retained"
  | "optim"
  | "optimizers"
  | "amp"
  | "averages"
  | "amp"
  | "schedulers"
  | "moves"
  | "printing"
  | "numbers"
  | "promotion"
  | "functional"
  | "forms"
  | "dropouts"
  | "calibration"
  | "ported"
  | "programs_a"
  | "programs_b"
  | "curves"
  | "metrics"
  | "subscripts";

/** A tensor of a fixture; int64 has become int32. */
export interface FixtureTensor {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly data: TypedArray;
}

/** A case; which members it has besides its name is told in tooling/torch-fixtures/README.md. */
export interface FixtureCase {
  readonly name: string;
  readonly [member: string]: any;
}

export interface Fixtures {
  /** The version of PyTorch that computed them. */
  readonly torch: string;
  readonly seed: number;
  readonly cases: readonly FixtureCase[];
}

/** Where a tensor's elements lie in the .bin. */
interface Place {
  readonly dtype: DType | "int64";
  readonly shape: readonly number[];
  readonly offset: number;
}

// In two steps: servers of pages take one expression for the address of a file, and drop the slash at its end.
const here = import.meta.url;
const committed = new URL("../../../tooling/torch-fixtures/fixtures/", here);

const arrays = {
  float32: Float32Array,
  float64: Float64Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  bool: Uint8Array,
} as const;

/** All cases of a family, of all files where it is a folder, with their tensors read. Throws where an int64 does not fit int32. */
export function loadFixtures(family: FixtureFamily, folder: URL = committed): Fixtures {
  const own = new URL(`${family}/`, folder);
  if (!existsSync(own)) return loadFile(family, folder);
  const files = readdirSync(own).filter((name) => name.endsWith(".json"));
  const parts = files.sort().map((name) => loadFile(`${family}/${name.slice(0, -".json".length)}`, folder));
  return { ...parts[0]!, cases: parts.flatMap(({ cases }) => cases) };
}

function loadFile(family: string, folder: URL): Fixtures {
  // A copy: small files share Node's pool, where elements would not begin at multiples of their size.
  const elements = new Uint8Array(readFileSync(new URL(`${family}.bin`, folder))).buffer;
  const decode = (_key: string, value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if ("number" in value) return Number(value.number);
    return "offset" in value && "shape" in value ? readTensor(value as Place, elements, family) : value;
  };
  return JSON.parse(readFileSync(new URL(`${family}.json`, folder), "utf8"), decode) as Fixtures;
}

/**
 * Whether a tensor is one of the edges, of which each run of the tests tries more (see variants.ts): it holds what random draws do not
 * give. No elements or no dimensions; of floats, NaN, an infinity, a zero, or one number twice.
 */
export function isEdgeTensor({ dtype, shape, data }: FixtureTensor): boolean {
  if (data.length === 0 || shape.length === 0) return true;
  if (dtype !== "float32" && dtype !== "float64") return false;
  return data.some((value) => !Number.isFinite(value) || value === 0) || new Set(data).size < data.length;
}

function readTensor({ dtype, shape, offset }: Place, elements: ArrayBuffer, family: string): FixtureTensor {
  const count = shape.reduce((product, size) => product * size, 1);
  const data = new arrays[dtype](elements, offset, count);
  if (!(data instanceof BigInt64Array)) return { dtype: dtype as DType, shape, data };
  const narrowed = Int32Array.from(data, Number);
  const wide = data.find((value, at) => value !== BigInt(narrowed[at]!));
  if (wide !== undefined) throw new RangeError(`fixtures ${family}: ${wide} does not fit int32`);
  return { dtype: "int32", shape, data: narrowed };
}
