// Programs that do several things at once, drawn from a seed: loops over loaders in every way that people write them, timers, plain
// loops, trainers, and mistakes. An actor is one of those; what it returns does not depend on who else runs.

import { DataLoader, TensorDataset } from "@bernoulli/data";
import { Dropout, Linear, type Module, Sequential } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import {
  compile,
  Generator,
  manualSeed,
  noGrad,
  ones,
  rand,
  scope,
  type Tensor,
  withGenerator,
} from "@bernoulli/tensor";
import { BusyError } from "../errors.js";
import { Trainer } from "../trainer.js";

/** Numbers from 0 to 1, the same for the same seed, and an actor's own. */
export type Chance = () => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Actor = (chance: Chance) => Promise<unknown>;

const whole = (chance: Chance, from: number, to: number) => from + Math.floor(chance() * (to - from + 1));
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Sometimes gives way: for a job or two, or for a turn of the event loop. */
async function perhapsWait(chance: Chance): Promise<void> {
  const kind = whole(chance, 0, 5);
  if (kind === 0) await nextTurn();
  for (let jobs = 0; jobs < kind - 3; jobs++) await null;
}

/** Larger than what outlives a step by itself. */
const wide = (value: number) => ones(400).mul(value);

function loaderOf(chance: Chance, isSlow: boolean) {
  const length = whole(chance, 1, 9);
  const options = {
    batchSize: whole(chance, 1, 4),
    shuffle: chance() < 0.5,
    generator: new Generator({ seed: whole(chance, 0, 1000) }),
  };
  const get = isSlow
    ? async (index: number) => {
        const early = wide(1);
        await nextTurn();
        return early.mul(index);
      }
    : wide;
  return new DataLoader({ length, get: get as typeof wide }, options);
}

/** What a step computes of its batch: some of it before a wait, some behind. */
async function step(x: Tensor, chance: Chance, seen: number[]): Promise<void> {
  const double = x.mul(2);
  await perhapsWait(chance);
  const triple = double.add(x);
  await perhapsWait(chance);
  seen.push(triple.sum().item() + double.select(0, 0).sum().item());
}

function stepAtOnce(x: Tensor, seen: number[]): void {
  seen.push(
    scope(() => x.mul(2))
      .add(x)
      .sum()
      .item(),
  );
}

const forOf: Actor = async (chance) => {
  const [seen, waits, end] = [[] as number[], chance() < 0.5, whole(chance, 0, 6)];
  try {
    for (const x of loaderOf(chance, false)) {
      if (waits) await step(x, chance, seen);
      else stepAtOnce(x, seen);
      if (seen.length === end && end % 2 === 0) break;
      if (seen.length === end) throw new Error("enough");
      if (chance() < 0.3) for (const y of loaderOf(chance, false)) stepAtOnce(y, seen);
    }
  } catch (error) {
    seen.push(String(error).length);
  }
  return seen;
};

const forAwait: Actor = async (chance) => {
  const [seen, waits, end] = [[] as number[], chance() < 0.5, whole(chance, 0, 6)];
  for await (const x of loaderOf(chance, chance() < 0.5)) {
    if (waits) await step(x, chance, seen);
    else stepAtOnce(x, seen);
    if (seen.length === end) break;
    if (chance() < 0.2) for await (const y of loaderOf(chance, true)) stepAtOnce(y, seen);
  }
  return seen;
};

/** Iterators that are asked in any order, and may be left where they are. */
const inTurn: Actor = async (chance) => {
  const iterators = Array.from({ length: whole(chance, 2, 3) }, () => loaderOf(chance, false)[Symbol.iterator]());
  const held: (Tensor | null)[] = iterators.map(() => null);
  const [seen, waits] = [[] as number[], chance() < 0.4];
  for (let ask = 0; ask < 15; ask++) {
    const at = whole(chance, 0, iterators.length - 1);
    const { done, value } = iterators[at]!.next();
    held[at] = done === true ? null : value;
    // A batch lasts until its own loader is asked again.
    for (const x of held) if (x !== null) seen.push(x.add(1).sum().item());
    if (waits) await perhapsWait(chance);
    if (chance() > 0.1) continue;
    iterators[at]!.return?.();
    held[at] = null;
  }
  return seen;
};

const abandoned: Actor = async (chance) => {
  const seen: number[] = [];
  for (let at = 0; at < 4; at++) {
    const x = loaderOf(chance, false)[Symbol.iterator]().next().value!;
    const { value: y } = await loaderOf(chance, true)[Symbol.asyncIterator]().next();
    await perhapsWait(chance);
    seen.push(x.sum().item(), (y as Tensor).sum().item());
    void loaderOf(chance, true)[Symbol.asyncIterator]().next();
  }
  return seen;
};

const inScopes: Actor = async (chance) => {
  const seen: number[] = [];
  const iterator = loaderOf(chance, false)[Symbol.iterator]();
  const compiled = compile((x: Tensor) => x.mul(3).add(1).sum());
  for (let at = 0; at < 6; at++) {
    const x = scope(() => {
      for (const y of loaderOf(chance, false)) {
        seen.push(compiled(y).item());
        if (chance() < 0.3) break;
      }
      const { done, value } = iterator.next();
      return done === true ? wide(0) : value;
    });
    await perhapsWait(chance);
    seen.push(x.sum().item());
  }
  return seen;
};

const timer: Actor = async (chance) => {
  const made: Tensor[] = [];
  const interval = setInterval(() => made.push(wide(3)), 0);
  for (let at = 0; at < 4; at++) {
    await nextTurn();
    made.push(wide(3));
    await perhapsWait(chance);
  }
  clearInterval(interval);
  return [...new Set(made.map((one) => one.sum().item()))];
};

const plain: Actor = async (chance) => {
  let sum = wide(0);
  for (let at = 0; at < 12; at++) {
    const x = wide(at);
    await perhapsWait(chance);
    sum = sum.add(x);
  }
  return sum.sum().item();
};

const mistakes: Actor = async (chance) => {
  const body = async () => {
    const x = wide(1);
    await perhapsWait(chance);
    wide(2).add(x);
    throw new Error("nobody waits for this");
  };
  const wrongs: (() => unknown)[] = [
    () => scope(body),
    () => noGrad(body),
    () => compile(body)(),
    () => withGenerator(new Generator(), body),
  ];
  const seen: unknown[] = [];
  for (let at = 0; at < 4; at++) {
    try {
      wrongs[whole(chance, 0, 3)]!();
    } catch (error) {
      seen.push(String(error));
    }
    await nextTurn();
  }
  return seen;
};

function trainerOf(chance: Chance) {
  const seed = whole(chance, 0, 1000);
  const [model, inputs, targets] = withGenerator(new Generator({ seed }), () => [
    new Sequential(new Linear(6, 5), new Dropout(0), new Linear(5, 1)),
    rand(9, 6).keep(),
    rand(9, 1).keep(),
  ]);
  const dataset = new TensorDataset(inputs, targets);
  const trainer = new Trainer(model, {
    optimizer: new SGD(model.parameters(), { lr: 0.05 }),
    criterion: (output, target) => output.sub(target).pow(2).mean(),
    metrics: {},
    compile: chance() < 0.5,
  });
  const slow = { length: 9, get: (index: number) => nextTurn().then(() => dataset.get(index)) };
  const loader = (isSlow: boolean) =>
    new DataLoader((isSlow ? slow : dataset) as typeof dataset, {
      batchSize: 4,
      shuffle: true,
      generator: new Generator({ seed }),
    });
  return { trainer, model, inputs, loader };
}

const fitting: Actor = async (chance) => {
  const { trainer, model, inputs, loader } = trainerOf(chance);
  const seen: unknown[] = [];
  const options = { epochs: whole(chance, 1, 3), validationLoader: loader(chance() < 0.5) };
  const stopAt = whole(chance, 1, 8);
  const fit = trainer.fit(loader(chance() < 0.5), {
    ...options,
    callbacks: [
      {
        onBatchEnd: async ({ batch, stop }) => {
          await perhapsWait(chance);
          if (chance() < 0.2) seen.push((await trainer.evaluate(loader(true))).loss);
          if (chance() < 0.2) void trainer.predict(loader(true)).then((all) => seen.push(all.toArray()));
          if (batch === stopAt) stop();
        },
      },
    ],
  });
  const refused = await trainer.fit(loader(false), { epochs: 1 }).catch((error: unknown) => error);
  seen.push(refused instanceof BusyError);
  // Each row of the prediction is the same, in evaluation mode or not; it must not disturb.
  await trainer.predict(inputs);
  const history = await fit;
  seen.push(history.map(({ live, validation }) => [live.loss, validation?.loss]));
  seen.push(Object.values(model.stateDict()).map((value) => value.toArray()));
  seen.push([...model.modules()].map((module: Module) => module.training));
  return seen;
};

const evaluations: Actor = async (chance) => {
  const { trainer, model, inputs, loader } = trainerOf(chance);
  const all = await Promise.all([
    trainer.evaluate(loader(chance() < 0.5)),
    trainer.predict(loader(chance() < 0.5)).then((output) => output.toArray()),
    trainer.predict(inputs).then((output) => output.toArray()),
    trainer.evaluate(loader(true)),
  ]);
  return [all, [...model.modules()].map((module: Module) => module.training)];
};

const kinds = { forOf, forAwait, inTurn, abandoned, inScopes, timer, plain, mistakes, fitting, evaluations };

/** The actors of a program: names, and seeds of their own. */
function drawActors(seed: number): { readonly name: string; readonly run: () => Promise<unknown> }[] {
  const chance = chanceOf(seed);
  const names = Object.keys(kinds) as (keyof typeof kinds)[];
  return Array.from({ length: whole(chance, 2, 6) }, () => {
    const name = names[whole(chance, 0, names.length - 1)]!;
    const own = whole(chance, 0, 2 ** 30);
    return { name: `${name} ${own}`, run: () => kinds[name](chanceOf(own)) };
  });
}

/** Runs a program's actors alone, one after another, and then all at once: what each gives is the same. */
export async function runProgram(seed: number): Promise<{ readonly alone: unknown[]; readonly together: unknown[] }> {
  manualSeed(seed);
  const actors = drawActors(seed);
  const alone: unknown[] = [];
  for (const { name, run } of actors) alone.push([name, await run()]);
  const together = await Promise.all(actors.map(async ({ name, run }) => [name, await run()]));
  return { alone, together };
}
