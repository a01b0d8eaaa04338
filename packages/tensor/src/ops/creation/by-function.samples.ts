// Samples of apply_ and map_.

import { defineSamples } from "@bernoulli/testing";
import { AutogradError, DTypeError } from "../../checks/errors.js";
import { everywhere } from "../everywhere.testing.js";
import { detach } from "../views/detach.js";
import { apply_, map_ } from "./by-function.js";
import { clone } from "./clone.js";
import { ones } from "./creation.js";

export const samples = defineSamples({
  apply_: {
    reads: "values",
    samples: [
      ...everywhere((a) => apply_(clone(a), (x) => x / 2), { gradient: "none" }),
      {
        name: "int32",
        inputs: [{ shape: [4], dtype: "int32" }],
        gradient: "none",
        run: (a) => apply_(clone(a), (x) => x * x),
      },
    ],
    errors: [
      {
        name: "a tensor that requires a gradient",
        call: () => apply_(ones([2], { requiresGrad: true }), (x) => x),
        error: AutogradError,
        text: "apply_: Can't call apply_() on Variable that requires grad. Use detach().apply_() instead.",
      },
      {
        name: "what is no number",
        call: () => apply_(ones(2), () => "1" as never),
        error: DTypeError,
        text: 'apply_: the function must return a number, but got "1"',
      },
    ],
  },
  map_: {
    reads: "values",
    samples: everywhere((a) => map_(clone(a), detach(a), (x, y) => x + y), { gradient: "none" }),
    errors: [],
  },
});
