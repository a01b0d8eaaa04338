// tensorBoard: a fit as event files that TensorBoard reads. The files are @bernoulli/formats'. Node only.

import { EventWriter, type HyperParameters } from "@bernoulli/formats/node";
import { ArgumentError, checkArgument, checkOptions, noGrad, scope } from "@bernoulli/tensor";
import type { Callbacks } from "../callbacks.js";
import type { Trainer } from "../trainer.js";
import { flat } from "./tables.js";

export interface TensorBoardOptions {
  /** The run's own directory; a new file is made in it. */
  readonly directory: string;
  /** The training loss is logged after every so many batches. Default: 10. */
  readonly everySteps?: number;
  /** Whether the parameters' histograms are logged after each epoch. Default: false. */
  readonly histograms?: boolean;
  /** What the run was made with, for the table of runs. Default: none. */
  readonly hparams?: HyperParameters;
  /** Logs more after each epoch, such as pictures. */
  readonly onEpoch?: (writer: EventWriter, step: number) => void | Promise<void>;
}

/**
 * Callbacks that log a fit for TensorBoard: the scores of every epoch as `live/loss` and so on, the learning rates, and within epochs the
 * training loss so far as `step/loss`. Steps are batches, counted on over the epochs, whose number is logged too, as `epoch`. In a run that
 * goes on, what an earlier one has logged of later steps counts no more. Node only: `tensorboard --logdir DIRECTORY` shows it.
 *
 *     await trainer.fit(loader, { epochs: 8, callbacks: [tensorBoard(trainer, { directory: "runs/first", hparams: { lr: 0.1 } })] });
 *
 * @throws from the fit: FormatError where the files cannot be written.
 */
export function tensorBoard(trainer: Trainer<any>, options: TensorBoardOptions): Callbacks {
  checkOptions("tensorBoard", options, ["directory", "everySteps", "histograms", "hparams", "onEpoch"]);
  const { directory, everySteps = 10, histograms = false, hparams, onEpoch } = options;
  checkArgument("tensorBoard", "directory", directory, "string");
  if (!Number.isInteger(everySteps) || everySteps < 1)
    throw new ArgumentError(`tensorBoard: everySteps must be an integer of at least 1, but got ${everySteps}`);
  let writer: EventWriter | null = null;
  /** The batches of the epoch that are done: behind it, those of an epoch. */
  let within = 0;
  let goesOn = false;
  const rates = () => {
    const { paramGroups } = trainer.optimizer as { paramGroups?: readonly { readonly lr?: unknown }[] };
    return (paramGroups ?? []).map(({ lr }) => Number(lr));
  };
  /** Begun with the first step that is logged: all tags have one axis, since what is purged, is purged of all. */
  const open = (step: number) => {
    if (writer !== null) return writer;
    writer = new EventWriter(directory, goesOn ? { purgeStep: step } : {});
    if (hparams !== undefined)
      writer.addHparams(hparams, ["live/loss", ...Object.keys(trainer.metrics).map((name) => `live/${name}`)]);
    return writer;
  };
  return {
    firstRankOnly: true,
    onFitStart: () => {
      writer = null;
    },
    onPassStart: ({ history, place }) => {
      within = place?.batch ?? 0;
      goesOn = history.length > 0 || place !== null;
    },
    onBatchEnd: async ({ epoch, batch, batches, scores }) => {
      within = batch;
      if (batches === null) return;
      const step = (epoch - 1) * batches + batch;
      const file = open(step);
      if (batch % everySteps !== 0) return;
      file.addScalar("step/loss", scores["loss"]!, step);
      await file.flush();
    },
    onEpochEnd: async ({ epoch, record }) => {
      const step = epoch * within;
      const file = open(step);
      for (const [name, value] of Object.entries(flat(record))) file.addScalar(name.replace(".", "/"), value, step);
      for (const [at, rate] of rates().entries()) file.addScalar(at === 0 ? "rate" : `rate/${at}`, rate, step);
      if (histograms)
        noGrad(() =>
          scope(() => {
            for (const [name, parameter] of trainer.model.namedParameters())
              file.addHistogram(`parameters/${name}`, parameter, step);
          }),
        );
      await onEpoch?.(file, step);
      await file.flush();
    },
    onFitEnd: () => writer?.close(),
  };
}
