// The post's net with a place for dropout behind each layer that may have one, and what goes through it. Not what is put there (kinds.ts),
// nor how it is trained (session.ts).

import { Conv2d, F, Linear, MaxPool2d, Module } from "@bernoulli/nn";
import { rand, scope, type Tensor } from "@bernoulli/tensor";
import { type Place, places } from "../state/places.js";
import type { Drop } from "../state/settings.js";
import { type Layer, layerOf } from "./kinds.js";

/** What each layer makes of images, behind its dropout. Shape: (N, 32, 15, 15), (N, 64, 6, 6), (N, 512), (N, 512), (N, 10). */
export interface Trace {
  readonly conv1: Tensor;
  readonly conv2: Tensor;
  readonly fc1: Tensor;
  readonly fc2: Tensor;
  readonly scores: Tensor;
}

/** Three convolutions with pooling, two linear layers. Shape: (N, 3, 32, 32) → (N, 10). */
export class ReferenceNet extends Module {
  conv1 = new Conv2d(3, 32, 3);
  conv2 = new Conv2d(32, 64, 3);
  conv3 = new Conv2d(64, 128, 3);
  pool = new MaxPool2d(2, 2);
  fc1 = new Linear(this.#unitsOf([3, 32, 32]), 512);
  fc2 = new Linear(512, 10);
  // By the names of places: the layers that drop behind conv1 and conv2, before fc1 and before fc2.
  atConv1: Layer = layerOf({ kind: "none", p: 0 });
  atConv2: Layer = layerOf({ kind: "none", p: 0 });
  atFc1: Layer = layerOf({ kind: "none", p: 0 });
  atFc2: Layer = layerOf({ kind: "none", p: 0 });

  #drops: Readonly<Record<Place, Drop>> | null = null;

  /** The places that draw in a pass in training mode, in the order in which they do. */
  get drawing(): readonly Place[] {
    const drops = this.#drops;
    return drops === null ? [] : places.filter((place) => drops[place].kind !== "none" && drops[place].p > 0);
  }

  // The post finds the size with one random image. Its draws belong to the stream: without them fc1 would start elsewhere.
  #unitsOf(shape: readonly number[]): number {
    return scope(() => {
      const h = this.pool(F.relu(this.conv2(this.pool(F.relu(this.conv1(rand([1, ...shape])))))));
      return this.pool(F.relu(this.conv3(h))).numel();
    });
  }

  trace(x: Tensor): Trace {
    const conv1 = this.atConv1(this.pool(F.relu(this.conv1(x))));
    const conv2 = this.atConv2(this.pool(F.relu(this.conv2(conv1))));
    const features = this.pool(F.relu(this.conv3(conv2)));
    const fc1 = this.atFc1(features.view(features.size(0), -1));
    const fc2 = this.atFc2(F.relu(this.fc1(fc1)));
    return { conv1, conv2, fc1, fc2, scores: this.fc2(fc2) };
  }

  forward(x: Tensor): Tensor {
    return this.trace(x).scores;
  }

  /** Puts other layers at the places. */
  drop(drops: Readonly<Record<Place, Drop>>): void {
    this.#drops = drops;
    for (const place of places) {
      const layer = layerOf(drops[place]);
      layer.train(this.training);
      this[layerAt[place]] = layer;
    }
  }
}

/** The module that stands at a place: its name, as a mask's `module` has it. */
export const layerAt = { conv1: "atConv1", conv2: "atConv2", fc1: "atFc1", fc2: "atFc2" } as const;
