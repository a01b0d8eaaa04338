// Where the reference net may drop, and what may be dropped there. Not the layers that do it (training/kinds.ts).

/** Behind the pooling of the first and the second convolution, and before each linear layer, where the post has its dropout. */
export const places = ["conv1", "conv2", "fc1", "fc2"] as const;
export type Place = (typeof places)[number];

/** Units; whole channels; squares of neighbours; factors of a normal distribution; units, for self-normalizing nets. */
export const kinds = ["none", "dropout", "channels", "block", "gaussian", "alpha"] as const;
export type Kind = (typeof kinds)[number];

/** Channels and blocks are of maps. */
export const kindsAt: Readonly<Record<Place, readonly Kind[]>> = {
  conv1: ["none", "dropout", "channels", "block", "gaussian", "alpha"],
  conv2: ["none", "dropout", "channels", "block", "gaussian", "alpha"],
  fc1: ["none", "dropout", "gaussian", "alpha"],
  fc2: ["none", "dropout", "gaussian", "alpha"],
};

/** What stands at a place of one image: channels, height, width; of units (count, 1, 1). */
export const shapeAt: Readonly<Record<Place, readonly [channels: number, height: number, width: number]>> = {
  conv1: [32, 15, 15],
  conv2: [64, 6, 6],
  fc1: [512, 1, 1],
  fc2: [512, 1, 1],
};

/** A block's side. */
export const blockSize = 3;
