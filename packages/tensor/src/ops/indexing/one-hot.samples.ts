// Samples of oneHot.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { oneHot } from "./one-hot.js";

const int = (...values: number[]) => tensor(values, { dtype: "int32" });

export const samples = defineSamples({
  oneHot: {
    reads: "shape",
    differences: "classes are int32, and so is what it gives",
    golden: ([a], { numClasses }) => oneHot(a!, numClasses),
    samples: [
      {
        name: "labels",
        inputs: [{ shape: [9], dtype: "int32", range: [0, 7] }],
        gradient: "none",
        run: (a) => oneHot(a, 7),
      },
      {
        name: "as many as there are",
        inputs: [{ shape: [2, 3], dtype: "int32", range: [0, 7] }],
        gradient: "none",
        run: (a) => oneHot(a),
      },
      {
        name: "stepped",
        inputs: [{ shape: [3, 4], dtype: "int32", range: [0, 5], layout: "stepped" }],
        gradient: "none",
        run: (a) => oneHot(a, 5),
      },
      {
        name: "expanded",
        inputs: [{ shape: [3, 4], dtype: "int32", range: [0, 5], layout: "expanded" }],
        gradient: "none",
        run: (a) => oneHot(a, 6),
      },
      { name: "0-d", inputs: [{ shape: [], dtype: "int32", values: [2] }], gradient: "none", run: (a) => oneHot(a, 4) },
      { name: "zero-size", inputs: [{ shape: [0, 2], dtype: "int32" }], gradient: "none", run: (a) => oneHot(a, 3) },
    ],
    errors: [
      {
        name: "a class beyond their number",
        call: () => oneHot(int(0, 2), 2),
        error: IndexError,
        text: "oneHot: Class values must be smaller than num_classes, but got 2 and numClasses 2",
      },
      {
        name: "a negative class",
        call: () => oneHot(int(0, -1, 7), 3),
        error: IndexError,
        text: "oneHot: Class values must be non-negative, but got -1",
      },
      {
        name: "negative classes alone",
        call: () => oneHot(int(-3)),
        error: IndexError,
        text: "oneHot: Class values must be non-negative, but got -3",
      },
      {
        name: "no number of classes",
        call: () => oneHot(int(0), 0),
        error: ArgumentError,
        text: "oneHot: numClasses must be an integer of at least 1, or -1 for the largest class and one more, but got 0",
      },
      {
        name: "nothing to count",
        call: () => oneHot(int()),
        error: ArgumentError,
        text: "oneHot: Can not infer total number of classes from empty tensor; give numClasses",
      },
      {
        name: "floats",
        call: () => oneHot(ones(2)),
        error: DTypeError,
        text: 'oneHot: is only applicable to index tensor of type int32, but got float32; convert with .to("int32")',
      },
    ],
  },
});
