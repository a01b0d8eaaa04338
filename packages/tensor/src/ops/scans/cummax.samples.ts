// Samples of cummax and cummin.

import { defineSamples } from "@bernoulli/testing";
import { IndexError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { alongSamples } from "../sorting/sort.samples.js";
import { cummax, cummin } from "./cummax.js";

const of = (op: string, scan: typeof cummax) => ({
  differences: "indices are int32",
  golden: ([a]: readonly Parameters<typeof cummax>[0][], { dim }: { readonly dim: number }) =>
    Object.values(scan(a!, dim)),
  samples: [
    ...alongSamples((a, dim) => scan(a, dim).values),
    ...alongSamples((a, dim) => scan(a, dim).indices, { gradient: "none" }).map((sample) => ({
      ...sample,
      name: `places: ${sample.name}`,
    })),
  ],
  errors: [
    {
      name: "a dimension out of range",
      call: () => scan(ones(2), 1),
      error: IndexError,
      text: `${op}: dimension out of range (expected to be in range of [-1, 0], but got 1)`,
    },
  ],
});

export const samples = defineSamples({ cummax: of("cummax", cummax), cummin: of("cummin", cummin) });
