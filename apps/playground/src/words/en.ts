// All words of the page in English. Those of other languages have the same names, by type (words.ts).

import type { Kind, Place } from "../state/places.js";
import type { Mode, OptimizerName, Speed } from "../state/settings.js";
import type { Refusal } from "../training/protocol.js";

const number = (value: number) => value.toLocaleString("en-US");
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
const points = (value: number) => `${value.toFixed(1).replace("-", "−")} pts`;

export const en = {
  title: "Watch dropout work",
  lede: "A neural network trains in this page, beside its twin that drops nothing. At every step dropout switches off other units: dark, below.",
  language: "Language",
  number,
  percent,
  points,

  pause: "Pause",
  run: "Train",
  step: "Step",
  stepHint: "Trains on one batch of 32 images, then waits",
  restart: "Restart",
  restartHint: "Begins again with the same seed: the same weights, batches and masks",
  speed: "Speed",
  speeds: { full: "as fast as it can", slow: "4 steps a second", slower: "1 step a second" } satisfies Record<
    Speed,
    string
  >,
  mode: "Mode",
  modes: { train: "train()", eval: "eval()" } satisfies Record<Mode, string>,
  modeHints: {
    train:
      "As in training: the net below is the thinned net that the last step's mask left. Survivors are multiplied by 1/(1 − p).",
    eval: "As in use: every unit works, nothing is multiplied. Training goes on in train() behind it.",
  } satisfies Record<Mode, string>,

  steps: (step: number) => `step ${number(step)}`,
  epochs: (epoch: number) => `epoch ${number(epoch)}`,
  rate: (rate: number) => `${number(Math.round(rate))} images/s`,
  threads: (count: number) => (count === 1 ? "1 thread" : `${count} threads`),
  oneThread:
    "This page is not cross-origin isolated, so all runs on one thread; it is slower, and the numbers are the same.",
  paused: "Paused",
  running: "Training",

  withDropout: "with dropout",
  withoutDropout: "without",
  net: "The net",
  netHint:
    "The image you chose goes through both nets. A unit glows as much as it says; a dark one was dropped in the last step.",
  netOf: (name: string, dropped: string, answer: string) => `The net ${name}: ${dropped}; it answers ${answer}.`,
  dropped: (count: number, all: number) => `${number(count)} of ${number(all)} units dropped`,
  noneDropped: "no unit dropped",
  noise: "every unit multiplied by a random factor",
  layers: { image: "image", conv1: "conv1", conv2: "conv2", fc1: "conv3 → fc1", fc2: "fc1 → fc2", answers: "answer" },

  dropout: "Dropout",
  dropoutHint:
    "p is the share of units that is dropped. It takes effect at once, while the nets train; the charts mark where.",
  places: {
    conv1: "after conv1",
    conv2: "after conv2",
    fc1: "before fc1",
    fc2: "before fc2",
  } satisfies Record<Place, string>,
  kind: (place: string) => `Kind, ${place}`,
  p: (place: string) => `p, ${place}`,
  kinds: {
    none: "none",
    dropout: "Dropout: units",
    channels: "Dropout2d: channels",
    block: "DropBlock: squares",
    gaussian: "Gaussian: factors",
    alpha: "Alpha: for SELU",
  } satisfies Record<Kind, string>,

  training: "Training",
  trainingHint:
    "A new seed, optimizer or number of images begins a new run. The address of this page keeps all settings: share it.",
  seed: "Seed",
  newSeed: "Another seed",
  optimizer: "Optimizer",
  optimizers: { adam: "Adam", adamw: "AdamW", sgd: "SGD, momentum 0.9", rmsprop: "RMSprop" } satisfies Record<
    OptimizerName,
    string
  >,
  lr: "Learning rate",
  size: "Images to learn from",
  sizeOf: (size: number, available: number) => (size > available ? `all ${number(available)}` : number(size)),
  copyLink: "Copy link",
  copied: "Link copied",
  notCopied: "The link is the address of this page.",

  accuracy: "Accuracy",
  accuracyHint:
    "Few images are learned by heart: then the lines of training and validation part. Live accuracy with dropout is lower than clean, because units are missing while it is measured.",
  loss: "Loss",
  lossHint: "Cross entropy. Where the validation loss rises while training's falls, a net has begun to overfit.",
  gap: "The gap",
  gapHint: "Clean training accuracy less validation accuracy, in points. Dropout is there to make it smaller.",
  series: { live: "training, live", clean: "training, clean", heldOut: "validation" },
  chart: (name: string, dropout: string, plain: string) =>
    `${name} over steps. Validation now: with dropout ${dropout}, without ${plain}.`,
  gapChart: (dropout: string, plain: string) => `The gap now: with dropout ${dropout}, without ${plain}.`,
  unknown: "not measured yet",

  answers: "What the nets answer",
  answersHint:
    "Bars are eval() of each net. The diamond is the mean over thinned nets (Monte-Carlo dropout), the line one standard deviation each way: where it is long, the thinned nets disagree.",
  spread: (samples: number, entropy: string, information: string) =>
    `${samples} masks: entropy ${entropy} nats, of which ${information} is disagreement between masks.`,
  noSpread: "Nothing is dropped, so there is no spread to show.",
  truth: (name: string) => `It is: ${name}`,
  yours: "Your own picture: nobody knows the right answer but you.",

  filters: "What conv1 looks for",
  filtersHint: "32 filters of 3 × 3, as colours. They begin as noise.",
  maps: "What conv1 sees",
  mapsHint: "The chosen image behind each filter and ReLU, in evaluation mode.",

  pictures: "The image",
  picturesHint: "Held-out images, which neither net learns from.",
  picture: (number: number, label: string) => `Image ${number}: ${label}`,
  draw: "Draw your own",
  drawHint: "Drag to draw. By keyboard: arrows move, space paints, Backspace clears.",
  drawing: "Your drawing, 32 × 32",
  colour: "Colour",
  clear: "Clear",
  useDrawing: "Look at it",
  openPicture: "Open a picture",

  data: "Data",
  dataNow: (name: string, train: number, heldOut: number) =>
    `${name}: ${number(train)} images to learn from, ${number(heldOut)} for validation.`,
  dataNames: { shapes: "Built-in drawn shapes", cifar10: "CIFAR-10", mnist: "MNIST" },
  dataHint:
    "Drop CIFAR-10's binary batches (data_batch_1.bin …) or MNIST's files (images with labels, .gz or not) anywhere on this page. Nothing is uploaded: files are read here.",
  openFiles: "Open files",
  shapesAgain: "Back to shapes",
  reading: "Reading files …",
  dropHere: "Drop files or a picture here",
  refused: {
    corrupt: "is damaged or cut short",
    unknown: "is neither a CIFAR-10 batch nor a file of MNIST",
    labels: "needs its counterpart: drop images and labels together",
    few: "has too few images",
    large: "is too large",
  } satisfies Record<Refusal, string>,
  refusedFile: (file: string, why: string) => `${file} ${why}.`,
  notPicture: (file: string) => `${file} is no picture that this browser can open.`,
  failed: "Training stopped because of an error. Reload the page to begin again.",
  badSettings: (names: string) => `This link has settings that are none, and defaults stand in their place: ${names}.`,
  dismiss: "Dismiss",

  story: "What to try",
  stories: [
    [
      "See the mask",
      "Pause, then press Step a few times: other units go dark at each. Switch to eval(): none is dark.",
    ],
    [
      "Close the gap",
      "Let it train until the twin knows its 500 images by heart, and compare the gaps. Then restart with more images.",
    ],
    ["Too much", "Move p to 0.9: the net with dropout can hardly learn. Move it to 0: it becomes its twin."],
    [
      "Ask many nets",
      "Each mask is another thinned net. Draw something that is none of the shapes, and see whether they agree.",
    ],
  ] as readonly (readonly [title: string, text: string])[],

  footer:
    "Made with Bernoulli: PyTorch's training semantics in TypeScript, with kernels in WebAssembly. Everything is computed on your machine, and nothing leaves it.",
  licenses: "Third-party licenses",

  classes: {} as Readonly<Record<string, string>>,
} as const;
