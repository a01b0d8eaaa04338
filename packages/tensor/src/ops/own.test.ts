// What an op gives is a tensor of its own, by its samples: a write to it reaches no input. But for views, and what PyTorch hands
// through: those are named here.

import { makeInput, Variants } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { isTensor } from "../index.js";
import { allSamples, derivedOf } from "./samples.testing.js";

/** Views, always or where nothing is to be done. */
const views = [
  ...["narrow", "select", "slice", "view", "reshape", "flatten", "squeeze", "unsqueeze", "permute", "transpose", "t"],
  ...["expand", "detach", "contiguous", "to", "einsum", "at"],
  ...["chunk", "split", "tensorSplit", "unbind", "movedim", "moveaxis", "swapaxes", "swapdims", "unflatten", "viewAs"],
  ...["reshapeAs", "ravel", "atleast1d", "atleast2d", "atleast3d", "expandAs", "broadcastTo", "broadcastTensors"],
  ...["hsplit", "vsplit", "dsplit", "diagonal", "linalg.diagonal", "unfold", "meshgrid", "cartesianProd"],
  ...["asStrided", "splitWithSizes", "unsafeSplit", "unsafeSplitWithSizes", "unsafeChunk"],
  ...["sumToSize", "real", "conj", "conjPhysical", "resolveConj", "resolveNeg", "positive", "asarray"],
  ...["float", "double", "int", "bool", "byte", "long", "typeAs", "asTensor", "toDense"],
];
/** Without training, or for a probability of 0, dropouts hand their input through. */
const handsThrough = ["dropout", "dropout1d", "dropout2d", "dropout3d", "alphaDropout", "featureAlphaDropout"];

const variants = new Variants("packages/tensor/src/ops/own.test.ts");

for (const [op, { samples }] of allSamples) {
  if (views.includes(op) || handsThrough.includes(op) || op.endsWith("_")) continue;
  const chosen = derivedOf(variants, op, "own", samples);
  it(`${op}: shares no memory with what it is given`, () => {
    for (const sample of chosen) {
      const inputs = sample.inputs.map((spec, at) => {
        const { leaf, view } = makeInput(spec, `${op}/${sample.name}/${at}`, "float32");
        return view(leaf);
      });
      const output: unknown = sample.run(...inputs);
      const given = [output].flat().filter(isTensor);
      for (const { storage } of given)
        expect(
          inputs.map((input) => input.storage === storage),
          sample.name,
        ).not.toContain(true);
    }
  });
}
variants.tell(it);
