// TensorBoard's messages as bytes: event.proto, summary.proto and the hparams plugin's, by their field numbers. Not the files they
// go into (writer.ts).

import { bytes, double, doubles, encoded, type Field, flag, float, integer, message, text } from "../wire.js";

/** What a Summary.Value holds beside its tag. */
export type SummaryValue = readonly Field[];

/** A message `Event`: at `time`, in seconds since 1970, and a step. */
export function eventOf(time: number, step: number, what: readonly Field[]): Uint8Array {
  return encoded([double(1, time), ...(step === 0 ? [] : [integer(2, step)]), ...what]);
}

/** The first event of a file. */
export const fileVersion = (): Field[] => [text(3, "brain.Event:2")];

/** Tells that a run begins again here: what was logged of this step and later ones counts no more. */
export const sessionStart = (): Field[] => [message(7, [integer(1, 1)])];

/** A value by its tag. */
export const summary = (tag: string, value: SummaryValue): Field[] => [
  message(5, [message(1, [text(1, tag), ...value])]),
];

export const scalarValue = (value: number): SummaryValue => [float(2, value)];

export interface Histogram {
  readonly min: number;
  readonly max: number;
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
  /** The upper ends of the buckets. */
  readonly limits: readonly number[];
  readonly counts: readonly number[];
}

export const histogramValue = ({ min, max, count, sum, squares, limits, counts }: Histogram): SummaryValue => [
  message(5, [
    double(1, min),
    double(2, max),
    double(3, count),
    double(4, sum),
    double(5, squares),
    doubles(6, limits),
    doubles(7, counts),
  ]),
];

export const imageValue = (height: number, width: number, channels: number, png: Uint8Array): SummaryValue => [
  message(4, [integer(1, height), integer(2, width), integer(3, channels), bytes(4, png)]),
];

/** What a run was made with. */
export type HyperParameters = Readonly<Record<string, string | number | boolean>>;

const types = { string: 1, boolean: 2, number: 3 } as const;
const typeOf = (value: string | number | boolean) => types[typeof value as keyof typeof types];

function structValue(value: string | number | boolean): Field[] {
  if (typeof value === "number") return [double(2, value)];
  return typeof value === "string" ? [text(3, value)] : [flag(4, value)];
}

const pluginValue = (content: readonly Field[]): SummaryValue => [
  message(9, [message(1, [text(1, "hparams"), bytes(2, encoded(content))])]),
];

/** The experiment: the names of hyperparameters, and of the scalars that a run is judged by. */
export const experimentValue = (parameters: HyperParameters, metrics: readonly string[]): SummaryValue =>
  pluginValue([
    message(2, [
      ...Object.entries(parameters).map(([name, value]) => message(4, [text(1, name), integer(4, typeOf(value))])),
      ...metrics.map((tag) => message(5, [message(1, [text(2, tag)])])),
    ]),
  ]);

/** A run's hyperparameters. */
export const sessionStartValue = (parameters: HyperParameters): SummaryValue =>
  pluginValue([
    message(
      3,
      Object.entries(parameters).map(([name, value]) => message(1, [text(1, name), message(2, structValue(value))])),
    ),
  ]);

/** That a run has come to its end. */
export const sessionEndValue = (): SummaryValue => pluginValue([message(4, [integer(1, 1)])]);
