// The kinds of dropout of `pnpm bench:compare dropout`, each by itself on 2²⁰ elements, forward and back: for every kind what bar it is held to
// beside PyTorch, and how this library does it; peers/drops.py has the same names for PyTorch, torchvision and timm.

import * as dropouts from "@bernoulli/dropout";
import { compile, F, nn, randint, randn } from "bernoulli";

/** How many times as fast as PyTorch each family is to be: what draws for each element, for groups of them, and normal numbers. */
const dropBars = { elements: 5, groups: 1, normals: 1.2 };

const p = 0.25;
const training = true;
const square = [1024, 1024];
const images = [32, 32, 32, 32];
const rows = [128, 64, 128];
const leaf = (shape) =>
  randn(...shape)
    .requiresGrad_()
    .keep();

/** What the kind makes of inputs of these shapes, which have gradients. */
const of = (shapes, run) => () => {
  const leaves = shapes.map(leaf);
  return { leaves, run: () => run(...leaves) };
};
const ofOne = (fn, options = { p }, shape = square) => of([shape], (x) => fn(x, { ...options, training }));

/** The module's output for an input of the shape; its parameters have gradients too. */
const ofModule = (make, shape) => () => {
  const [module, x] = [make(), leaf(shape)];
  return { leaves: [x, ...module.parameters()], run: () => module(x) };
};

const families = {
  elements: {
    dropout: ofOne(F.dropout),
    alphaDropout: ofOne(F.alphaDropout),
    dropConnect: ofModule(() => new dropouts.DropConnect(p), square),
    mixout: of([square, square], (x, target) => dropouts.mixout(x, target.detach(), { p, training })),
    wordDropout: () => {
      const words = randint(2, 10_000, square).keep();
      return { leaves: [], run: () => dropouts.wordDropout(words, { p, unknown: 1, keep: [0], training }) };
    },
  },
  groups: {
    dropout1d: ofOne(F.dropout1d, { p }, [64, 128, 128]),
    dropout2d: ofOne(F.dropout2d, { p }, images),
    dropout3d: ofOne(F.dropout3d, { p }, [8, 16, 8, 32, 32]),
    featureAlphaDropout: ofOne(F.featureAlphaDropout, { p }, images),
    sharedDropout: ofOne(dropouts.sharedDropout, { p, noiseShape: [null, 1, null] }, rows),
    lockedDropout: ofOne(dropouts.lockedDropout, { p }, [64, 128, 128]),
    embeddedDropout: () => {
      const [embedding, words] = [new nn.Embedding(10_000, 128), randint(0, 10_000, [64, 128]).keep()];
      return {
        leaves: [embedding.weight],
        run: () => dropouts.embeddedDropout(embedding, words, { p, training }),
      };
    },
    dropPath: ofOne(dropouts.dropPath, { p }, rows),
    stochasticDepth: ofOne(dropouts.stochasticDepth, { p, mode: "row" }, images),
    dropBlock2d: ofOne(dropouts.dropBlock2d, { p: 0.1, blockSize: 7 }, images),
    dropBlock3d: ofOne(dropouts.dropBlock3d, { p: 0.1, blockSize: 3 }, [8, 16, 8, 32, 32]),
    patchDropout: ofOne(dropouts.patchDropout, { p }, [32, 257, 128]),
    cutout: ofOne(dropouts.cutout, { length: 16 }, images),
    shakeDrop: ofOne(dropouts.shakeDrop, { p }, rows),
  },
  normals: {
    gaussianDropout: ofOne(dropouts.gaussianDropout),
    gaussianNoise: ofOne(dropouts.gaussianNoise, { std: 0.5 }),
    gaussianLinear: ofModule(() => new dropouts.GaussianVariationalLinear(16, 1024), [1024, 16]),
    sparseLinear: ofModule(() => new dropouts.SparseVariationalLinear(16, 1024), [1024, 16]),
    flipout: ofModule(() => new dropouts.FlipoutLinear(16, 1024), [1024, 16]),
  },
};

const kinds = Object.assign({}, ...Object.values(families));

/** Whether it is one of these. */
export const isDrop = (kind) => Object.hasOwn(kinds, kind);

/** What does the kind once, and goes back through it with a gradient of its own. Outputs and gradients are kept: a plan leaves out what nobody reads. */
export function drop(kind, isEager) {
  const { leaves, run } = kinds[kind]();
  const gradient = randn(...run().shape).keep();
  const both = () => {
    for (const each of leaves) each.grad = null;
    const output = run();
    if (leaves.length > 0) output.backward({ gradient });
    return output.detach();
  };
  const step = isEager ? both : compile(both);
  return () => void step();
}

export const dropWorkloads = Object.entries(families).flatMap(([family, own]) =>
  Object.keys(own).map((kind) => ({
    name: `dropout/${kind}`,
    unit: "Gelements/s",
    amount: 2 ** 20 / 1e9,
    drop: { family, bar: dropBars[family] },
  })),
);
