// Every public function, constructor and method that may be called with anything: by name, out of the packages' own exports, so that
// a new one is among them by being there. Not what runs a program or a network connection of the caller's.

import * as bernoulli from "../index.js";

/** Called with arguments that may be anything. */
export type Callable = (...args: readonly any[]) => unknown;

const { autograd, data, F, nn, optim, tensor, trainer } = bernoulli;

/** Left out, and why. */
const leftOut = new Map([
  ["openScope", "opens what only closeScope closes: the loaders' own"],
  ["closeScope", "as openScope"],
  ["setWorkerUrl", "its address counts from the next start of threads on"],
  ["warnOnce", "prints what it is given"],
  ["checkArgument", "the checks themselves: their tables are written by hand"],
  ["checkOptions", "as checkArgument"],
  ["optionsOf", "as checkArgument"],
  ["lossOptions", "as checkArgument"],
  ["placementOf", "as checkArgument: it reads what is given to a to"],
  ["SyntheticShapes", "draws 2,500 pictures where nothing is said; its options are tried in options.test.ts"],
]);

/** Methods that types keep to classes of one's own, or that are no user's. */
const notPublic = new Set([
  "run",
  "multiplyAccumulates",
  "checkRanges",
  "checkGroup",
  "initialState",
  "update",
  "keepAsGradient",
  "become",
  "runStepHooks",
]);

const isClass = (name: string) => /^_?[A-Z]/.test(name);

function* exportsOf(space: string, object: object): Generator<[name: string, call: Callable]> {
  for (const [name, value] of Object.entries(object)) {
    if (typeof value !== "function" || leftOut.has(name) || value.prototype instanceof Error) continue;
    yield [`${space}${name}`, isClass(name) ? (...args) => Reflect.construct(value, args) : value];
  }
}

/** The methods of an object made anew for each call, by their names. */
function* methodsOf(owner: string, make: () => object): Generator<[name: string, call: Callable]> {
  const seen = new Set(["constructor"]);
  for (
    let prototype: object = Object.getPrototypeOf(make());
    prototype !== Object.prototype && prototype !== Function.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof value !== "function" || seen.has(name) || notPublic.has(name)) continue;
      seen.add(name);
      yield [`${owner}.${name}`, (...args) => (make() as Record<string, Callable>)[name]!(...args)];
    }
  }
}

const dataset = () => new data.TensorDataset(tensor([1, 2, 3]), tensor([0, 1, 0], { dtype: "int32" }));
const model = () => new nn.Linear(1, 2);
const aTrainer = () => {
  const net = model();
  return new trainer.Trainer(net, {
    optimizer: new optim.SGD(net.parameters(), { lr: 0.1 }),
    criterion: new nn.CrossEntropyLoss(),
    compile: false,
  });
};

/** All of them. */
export function publicFunctions(): Map<string, Callable> {
  const spaces = { "": bernoulli, "nn.": nn, "F.": F, "optim.": optim, "data.": data, "trainer.": trainer };
  return new Map([
    ...Object.entries({ ...spaces, "autograd.": autograd, "nn.init.": nn.init }).flatMap(([space, object]) => [
      ...exportsOf(space, object),
    ]),
    ...methodsOf("Tensor", () => bernoulli.ones(2, 3)),
    ...methodsOf("Generator", () => new bernoulli.Generator({ seed: 1 })),
    ...methodsOf("Module", model),
    ...methodsOf("Adam", () => new optim.Adam(model().parameters())),
    ...methodsOf("DataLoader", () => new data.DataLoader(dataset())),
    ...methodsOf("TensorDataset", dataset),
    ...methodsOf("SyntheticShapes", () => new data.SyntheticShapes({ length: 2 })),
    ...methodsOf("Trainer", aTrainer),
  ]);
}
