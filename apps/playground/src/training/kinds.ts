// The layer of each kind of dropout. Which kinds there are, and where, is state/places.ts's.

import { DropBlock2d, GaussianDropout } from "@bernoulli/dropout";
import { AlphaDropout, Dropout, Dropout2d, Identity, type Module } from "@bernoulli/nn";
import type { Tensor } from "@bernoulli/tensor";
import { blockSize, type Kind } from "../state/places.js";
import type { Drop } from "../state/settings.js";

export type Layer = Module & ((input: Tensor) => Tensor);

const layers: { readonly [Of in Kind]: (p: number) => Layer } = {
  none: () => new Identity() as Layer,
  dropout: (p) => new Dropout(p),
  channels: (p) => new Dropout2d(p),
  block: (p) => new DropBlock2d(p, blockSize),
  gaussian: (p) => new GaussianDropout(p),
  alpha: (p) => new AlphaDropout(p),
};

export const layerOf = ({ kind, p }: Drop): Layer => (p === 0 ? layers.none(p) : layers[kind](p));
