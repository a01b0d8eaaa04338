// Samples of einsum: what people write with it.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { einsum } from "./einsum.js";

const two = (a: readonly number[], b: readonly number[]) => [{ shape: a }, { shape: b }];

export const samples = defineSamples({
  einsum: {
    differences: "integers sum to int32",
    golden: (tensors, { equation }) => einsum(equation, ...tensors),
    samples: [
      { name: "matrix product", inputs: two([3, 4], [4, 5]), run: (a, b) => einsum("ij,jk->ik", a, b!) },
      { name: "matrix product, implied", inputs: two([3, 4], [4, 5]), run: (a, b) => einsum("ij, jk", a, b!) },
      { name: "batches", inputs: two([2, 3, 4], [2, 4, 5]), run: (a, b) => einsum("bij,bjk->bik", a, b!) },
      {
        name: "attention scores",
        inputs: two([2, 5, 3, 4], [2, 6, 3, 4]),
        run: (q, k) => einsum("bqhd,bkhd->bhqk", q, k!),
      },
      { name: "inner product", inputs: two([7], [7]), run: (a, b) => einsum("i,i->", a, b!) },
      { name: "outer product", inputs: two([3], [4]), run: (a, b) => einsum("i,j->ij", a, b!) },
      { name: "element by element", inputs: two([3, 4], [3, 4]), run: (a, b) => einsum("ij,ij->ij", a, b!) },
      { name: "transposed", inputs: [{ shape: [3, 4], layout: "transposed" }], run: (a) => einsum("ij->ji", a) },
      { name: "a sum", inputs: [{ shape: [2, 3, 4] }], run: (a) => einsum("ijk->j", a) },
      { name: "a trace", inputs: [{ shape: [4, 4] }], run: (a) => einsum("ii", a) },
      { name: "a diagonal", inputs: [{ shape: [3, 4, 3] }], run: (a) => einsum("iji->ji", a) },
      {
        name: "three operands",
        inputs: [{ shape: [2, 3] }, { shape: [5, 3, 4] }, { shape: [2, 4] }],
        run: (a, w, b) => einsum("bn,anm,bm->ba", a, w!, b!),
      },
      {
        name: "a sum over what only one operand has",
        inputs: two([3, 4], [3, 5]),
        run: (a, b) => einsum("ij,ik->i", a, b!),
      },
      { name: "an ellipsis", inputs: two([2, 1, 3, 4], [5, 4, 6]), run: (a, b) => einsum("...ij,...jk->...ik", a, b!) },
      { name: "an ellipsis that is summed", inputs: [{ shape: [2, 3, 4] }], run: (a) => einsum("...i->i", a) },
      { name: "sizes of 1 broadcast", inputs: two([3, 1], [4, 5]), run: (a, b) => einsum("ij,jk->ik", a, b!) },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [3] }], run: (a, b) => einsum(",i->i", a, b!) },
      { name: "zero-size", inputs: two([2, 0], [0, 3]), run: (a, b) => einsum("ij,jk->ik", a, b!) },
    ],
    errors: [
      {
        name: "sizes that differ",
        call: () => einsum("ij,jk->ik", ones(2, 3), ones(4, 5)),
        error: ShapeError,
        text: 'einsum: dimension 0 of operand 1 has size 4, which does not broadcast with the size 3 of "j" in the equation "ij,jk->ik"',
      },
      {
        name: "too few operands",
        call: () => einsum("ij,jk->ik", ones(2, 3)),
        error: ArgumentError,
        text: 'einsum: 2 operands are named, but 1 were given, in the equation "ij,jk->ik"',
      },
      {
        name: "no operand",
        call: () => einsum("->"),
        error: ArgumentError,
        text: 'einsum: must provide at least one operand in the equation "->"',
      },
      {
        name: "too few names",
        call: () => einsum("i->i", ones(2, 3)),
        error: ArgumentError,
        text: 'einsum: "i" does not name the 2 dimensions of operand 0, of shape [2, 3], in the equation "i->i"',
      },
      {
        name: "an output from nowhere",
        call: () => einsum("ij->ik", ones(2, 3)),
        error: ArgumentError,
        text: `einsum: the output's "k" is in no operand in the equation "ij->ik"`,
      },
      {
        name: "an output with a name twice",
        call: () => einsum("ij->ii", ones(2, 3)),
        error: ArgumentError,
        text: 'einsum: the output names "i" twice in the equation "ij->ii"',
      },
      {
        name: "other characters",
        call: () => einsum("i1->i", ones(2, 3)),
        error: ArgumentError,
        text: 'einsum: "i1" has other characters than letters and one "..." in the equation "i1->i"',
      },
      {
        name: "two arrows",
        call: () => einsum("i->i->i", ones(2)),
        error: ArgumentError,
        text: 'einsum: there is more than one -> in the equation "i->i->i"',
      },
    ],
  },
});
