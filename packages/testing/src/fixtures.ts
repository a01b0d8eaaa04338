// Reads what PyTorch computed, as tooling/torch-fixtures wrote it: JSON with the elements in a .bin beside it. Node only.

import type { DType, TypedArray } from "@bernoulli/tensor";

/** A tensor of a fixture; int64 comes as int32, which holds it. */
export interface FixtureTensor {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly data: TypedArray;
}

/** A case of a family; which members it has is told by tooling/torch-fixtures/README.md. */
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

interface Place {
  readonly dtype: DType | "int64";
  readonly shape: readonly number[];
  readonly offset: number;
}

const folder = new URL("../../../tooling/torch-fixtures/fixtures/", import.meta.url);

/** The cases of a family: `"ops"`, `"training"`, `"init"`, `"random-streams"`, `"optim"` or `"printing"`. */
export async function loadFixtures(family: string): Promise<Fixtures> {
  return {} as Fixtures;
}
