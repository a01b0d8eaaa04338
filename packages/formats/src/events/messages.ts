// TensorBoard's messages as bytes: event.proto, summary.proto and the hparams plugin's, by their field numbers. The wire format is
// @bufbuild/protobuf's. Not the files they go into (writer.ts).

import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** A field of a message: nothing is written for one that is undefined. */
type Field = (writer: BinaryWriter) => void;

const field = (number: number, type: WireType, write: (writer: BinaryWriter) => unknown): Field => {
  return (writer) => void write(writer.tag(number, type));
};
const text = (number: number, value: string) =>
  field(number, WireType.LengthDelimited, (writer) => writer.string(value));
const bytes = (number: number, value: Uint8Array) =>
  field(number, WireType.LengthDelimited, (writer) => writer.bytes(value));
const double = (number: number, value: number) => field(number, WireType.Bit64, (writer) => writer.double(value));
const float = (number: number, value: number) => field(number, WireType.Bit32, (writer) => writer.float(value));
const integer = (number: number, value: number) => field(number, WireType.Varint, (writer) => writer.int64(value));
const flag = (number: number, value: boolean) => field(number, WireType.Varint, (writer) => writer.bool(value));
const message = (number: number, fields: readonly Field[]): Field => bytes(number, encoded(fields));
const doubles = (number: number, values: ArrayLike<number>): Field => {
  const packed = new DataView(new ArrayBuffer(8 * values.length));
  for (let at = 0; at < values.length; at++) packed.setFloat64(8 * at, values[at]!, true);
  return bytes(number, new Uint8Array(packed.buffer));
};

function encoded(fields: readonly Field[]): Uint8Array {
  const writer = new BinaryWriter();
  for (const write of fields) write(writer);
  return writer.finish();
}

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
