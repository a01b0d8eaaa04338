// One net with what trains it: a compiled step, the stream of its weights and masks, and its scores. Not which batches there are (session.ts).

import type { ImageDataset } from "@bernoulli/data";
import { F } from "@bernoulli/nn";
import { Adam, AdamW, type Optimizer, RMSprop, SGD } from "@bernoulli/optim";
import { compile, Generator, noGrad, scope, type Tensor, withGenerator } from "@bernoulli/tensor";
import type { OptimizerName, Settings } from "../state/settings.js";
import { type Images, normalize } from "./images.js";
import { type Drawn, type Draws, drawing, nothingDrawn, ofFirstImage } from "./masks.js";
import { ReferenceNet } from "./net.js";

/** So many of the images that are learned from are measured on in evaluation mode. */
const mostClean = 256;
/** Images at once, where nothing is learned. */
const measuredAtOnce = 128;

export interface Score {
  readonly loss: number;
  /** From 0 to 1. */
  readonly accuracy: number;
}

/** In evaluation mode, on images that are learned from, and on those that are not. */
export interface Measured {
  readonly clean: Score;
  readonly heldOut: Score;
}

export type Batch = readonly [images: Tensor, labels: Tensor];
/** The mean loss of a batch, and how many of it were right. Shape: (), (). */
type Made = { readonly loss: Tensor; readonly hits: Tensor };

const optimizers: { readonly [Of in OptimizerName]: (net: ReferenceNet, lr: number) => Optimizer } = {
  adam: (net, lr) => new Adam(net.parameters(), { lr }),
  adamw: (net, lr) => new AdamW(net.parameters(), { lr }),
  sgd: (net, lr) => new SGD(net.parameters(), { lr, momentum: 0.9 }),
  rmsprop: (net, lr) => new RMSprop(net.parameters(), { lr }),
};

export class Learner {
  readonly net: ReferenceNet;
  readonly optimizer: Optimizer;
  /** What the last step drew for the first image of its batch. */
  drawn: Drawn = nothingDrawn;
  readonly #generator: Generator;
  readonly #train: (batch: Batch) => Made & { readonly draws: Draws };
  readonly #test: (batch: Batch) => Made;

  constructor({ seed, optimizer, lr }: Settings) {
    this.#generator = new Generator({ seed });
    this.net = withGenerator(this.#generator, () => new ReferenceNet());
    this.optimizer = optimizers[optimizer](this.net, lr);
    this.#train = compile((batch: Batch) => {
      this.optimizer.zeroGrad();
      const { result, draws } = drawing(this.net.drawing, () => this.#made(batch));
      result.loss.backward();
      this.optimizer.step();
      return { loss: result.loss.detach(), hits: result.hits, draws };
    });
    this.#test = compile((batch: Batch) => noGrad(() => this.#made(batch)));
  }

  /** Puts other layers at the places. What the last step drew is no longer theirs. */
  drop(drops: Settings["drops"]): void {
    this.net.drop(drops);
    this.drawn = nothingDrawn;
  }

  /** One step. Its draws are kept each time, shown or not, so that showing them changes nothing. */
  train(batch: Batch): Score {
    this.net.train();
    return scope(() => {
      const { loss, hits, draws } = withGenerator(this.#generator, () => this.#train(batch));
      this.drawn = ofFirstImage(draws);
      return { loss: loss.item(), accuracy: hits.item() / batch[1].numel() };
    });
  }

  measure({ train, heldOut }: Images): Measured {
    this.net.eval();
    return {
      clean: this.#scoreOn(train, Math.min(mostClean, train.length)),
      heldOut: this.#scoreOn(heldOut, heldOut.length),
    };
  }

  dispose(): void {
    this.optimizer.dispose();
    this.net.dispose();
  }

  #scoreOn(images: ImageDataset, count: number): Score {
    let [loss, hits] = [0, 0];
    for (let from = 0; from < count; from += measuredAtOnce) {
      const indices = Array.from({ length: Math.min(measuredAtOnce, count - from) }, (_, at) => from + at);
      scope(() => {
        const made = this.#test(images.getBatch(indices));
        loss += made.loss.item() * indices.length;
        hits += made.hits.item();
      });
    }
    return { loss: loss / count, accuracy: hits / count };
  }

  #made([images, labels]: Batch): Made {
    const scores = this.net(normalize(images));
    return { loss: F.crossEntropy(scores, labels), hits: noGrad(() => scores.detach().argmax(1).eq(labels).sum()) };
  }
}
