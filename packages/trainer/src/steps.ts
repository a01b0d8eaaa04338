// What is computed of one batch: a training step, an evaluation, a prediction; each compiled as one. Not which batches there are, nor
// what becomes of the numbers (trainer.ts).

import { utils } from "@bernoulli/nn";
import { checkArgument, checkSynchronous, compile, noGrad, scope, type Tensor } from "@bernoulli/tensor";
import type { Batch } from "./loader.js";
import type { StreamingMetric } from "./metrics/streaming.js";
import type { Measured } from "./metrics.js";
import { withoutOthers } from "./ranks.js";
import type { Model } from "./trainer.js";
import type { TrainerOptions } from "./trainer-options.js";

/** A batch's place among those of one update. */
export interface Share {
  /** The gradients begin here. */
  readonly begins: boolean;
  /** The optimizer steps behind it. */
  readonly ends: boolean;
  /** How many batches the update has. */
  readonly batches: number;
}

/** The place of batch `batch`, from 1, of `batches`, where `accumulate` make an update; the last update may have fewer. */
export function shareOf(batch: number, batches: number, accumulate: number): Share {
  const before = batch - 1 - ((batch - 1) % accumulate);
  const count = accumulate === 1 ? 1 : Math.min(accumulate, batches - before);
  return { begins: batch === before + 1, ends: batch === before + count, batches: count };
}

/** The steps of a trainer. */
export class Steps<Name extends string> {
  readonly #model: Model;
  readonly #options: TrainerOptions<Name>;
  readonly #metrics: Readonly<Record<Name, StreamingMetric>>;
  readonly #training = new Map<string, (batch: Batch) => Measured<Name>>();
  /** What is measured of a batch in evaluation mode. */
  readonly evaluate: (batch: Batch) => Measured<Name>;
  /** What the model makes of a batch of inputs. */
  readonly forward: (input: Tensor) => Tensor;

  constructor(model: Model, options: TrainerOptions<Name>, metrics: Readonly<Record<Name, StreamingMetric>>) {
    this.#model = model;
    this.#options = options;
    this.#metrics = metrics;
    this.evaluate = this.#prepared(([input, target]) =>
      noGrad(() => {
        const output = this.#outputOf(input);
        return this.#measure(output, target, this.#lossOf(output, target));
      }),
    );
    this.forward = this.#prepared((input) => noGrad(() => this.#outputOf(input)));
  }

  /** Trains on a batch: each place in an update is a step of its own. */
  train(batch: Batch, share: Share): Measured<Name> {
    const key = `${share.begins} ${share.ends} ${share.batches}`;
    let step = this.#training.get(key);
    if (step === undefined) {
      step = this.#prepared(([input, target]: Batch) => this.#update(input, target, share));
      this.#training.set(key, step);
    }
    const run = () => step(batch);
    // Ranks add up what each has accumulated, once an update.
    return share.ends ? run() : withoutOthers(this.#model, run);
  }

  /** The loss of a batch, op by op, with whatever modes and gradients there are. */
  readonly lossOf = (input: Tensor, target: Tensor): Tensor => this.#lossOf(this.#outputOf(input), target);

  #prepared<Input, Result>(body: (input: Input) => Result): (input: Input) => Result {
    const { compile: compiles = true } = this.#options;
    const step = compiles === false ? body : compile(body, typeof compiles === "object" ? compiles : {});
    return (input) => scope(() => step(input));
  }

  #update(input: Tensor, target: Tensor, { begins, ends, batches }: Share): Measured<Name> {
    const { optimizer, clipGradNorm, clipGradValue } = this.#options;
    if (begins) optimizer.zeroGrad();
    const output = this.#outputOf(input);
    const loss = this.#lossOf(output, target);
    (batches === 1 ? loss : loss.div(batches)).backward();
    if (ends) {
      if (clipGradValue !== undefined) utils.clipGradValue_(this.#model.parameters(), clipGradValue);
      if (clipGradNorm !== undefined) utils.clipGradNorm_(this.#model.parameters(), clipGradNorm);
      checkSynchronous("Trainer", "the optimizer's step", optimizer.step());
    }
    return this.#measure(output, target, loss);
  }

  #outputOf(input: Tensor): Tensor {
    const { transform = (given: Tensor) => given } = this.#options;
    const transformed = checkSynchronous("Trainer", "transform", transform(input));
    return checkSynchronous("Trainer", "the model", this.#model(transformed));
  }

  #lossOf(output: Tensor, target: Tensor): Tensor {
    return checkReturned("criterion", this.#options.criterion(output, target));
  }

  #measure(output: Tensor, target: Tensor, loss: Tensor): Measured<Name> {
    const values = noGrad(() =>
      Object.entries<StreamingMetric>(this.#metrics).map(([name, { measure }]) => [
        name,
        checkReturned(`metrics.${name}`, measure(output, target)),
      ]),
    );
    return { loss: loss.detach(), ...Object.fromEntries(values) } as Measured<Name>;
  }
}

function checkReturned(what: string, result: Tensor): Tensor {
  checkArgument("Trainer", `what ${what} returns`, checkSynchronous("Trainer", what, result), "Tensor");
  return result;
}
