// The settings in the page's address, so that a link shows what its sender saw: read forgivingly, and written as short as they can be.

import { type Place, places } from "./places.js";
import {
  type Drop,
  defaults,
  greatestP,
  greatestRate,
  greatestSeed,
  isKindAt,
  languages,
  leastRate,
  modes,
  offered,
  optimizers,
  type Settings,
  sizes,
  speeds,
} from "./settings.js";

/** A value in an address that is none; the default stands in its place. */
export interface BadValue {
  readonly name: string;
  readonly value: string;
}

/** How one value is written, and read: null for what is none. */
interface Field<Value> {
  print(value: Value): string;
  parse(text: string): Value | null;
}

const oneOf = <Value extends string | number>(values: readonly Value[]): Field<Value> => ({
  print: String,
  parse: (text) => values.find((value) => String(value) === text) ?? null,
});

/** Numbers as JavaScript writes them; no hexadecimals, no blanks. */
const between = (least: number, greatest: number, isWhole = false): Field<number> => ({
  print: String,
  parse(text) {
    const value = /^\d+(\.\d+)?(e-?\d+)?$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= greatest && (!isWhole || Number.isInteger(value)) ? value : null;
  },
});

const rate = between(0, greatestP);

/** `dropout:0.25`. */
const dropAt = (place: Place): Field<Drop> => ({
  print: ({ kind, p }) => `${kind}:${p}`,
  parse(text) {
    const [kind = "", given = "", ...rest] = text.split(":");
    const p = rate.parse(given);
    return isKindAt(place, kind) && p !== null && rest.length === 0 ? { kind, p } : null;
  },
});

type Fields = { readonly [Name in keyof Omit<Settings, "drops">]-?: Field<Settings[Name]> };

const fields: Fields = {
  seed: between(0, greatestSeed, true),
  optimizer: oneOf(optimizers),
  lr: between(leastRate, greatestRate),
  size: oneOf(sizes),
  mode: oneOf(modes),
  speed: oneOf(speeds),
  image: between(0, offered - 1, true),
  language: { print: String, parse: (text) => languages.find((language) => language === text) ?? null },
  embed: {
    print: (value) => (value ? "1" : "0"),
    parse: (text) => (text === "1" ? true : text === "0" ? false : null),
  },
};
const dropFields: { readonly [At in Place]: Field<Drop> } = {
  conv1: dropAt("conv1"),
  conv2: dropAt("conv2"),
  fc1: dropAt("fc1"),
  fc2: dropAt("fc2"),
};

/** Reads the part of an address behind "?": what is missing or none is the default's, what is none is told. Others' parameters are left alone. */
export function parseSettings(query: string): { readonly settings: Settings; readonly bad: readonly BadValue[] } {
  const given = new URLSearchParams(query);
  const bad: BadValue[] = [];
  const read = <Value>(name: string, field: Field<Value>, fallback: Value): Value => {
    const value = given.get(name);
    if (value === null) return fallback;
    const parsed = field.parse(value);
    if (parsed === null) bad.push({ name, value });
    return parsed ?? fallback;
  };
  const readField = <Name extends keyof Fields>(name: Name) =>
    read<Settings[Name]>(name, fields[name] as Field<Settings[Name]>, defaults[name]);
  const settings: Settings = {
    seed: readField("seed"),
    optimizer: readField("optimizer"),
    lr: readField("lr"),
    size: readField("size"),
    drops: {
      conv1: read("conv1", dropFields.conv1, defaults.drops.conv1),
      conv2: read("conv2", dropFields.conv2, defaults.drops.conv2),
      fc1: read("fc1", dropFields.fc1, defaults.drops.fc1),
      fc2: read("fc2", dropFields.fc2, defaults.drops.fc2),
    },
    mode: readField("mode"),
    speed: readField("speed"),
    image: readField("image"),
    language: readField("language"),
    embed: readField("embed"),
  };
  return { settings, bad };
}

/** What `parseSettings` reads as these settings: "" for the defaults, else "?…". */
export function printSettings(settings: Settings): string {
  const parts: string[] = [];
  const add = <Value>(name: string, field: Field<Value>, value: Value, fallback: Value) => {
    const text = field.print(value);
    if (text !== field.print(fallback)) parts.push(`${name}=${text}`);
  };
  const addField = <Name extends keyof Fields>(name: Name) =>
    add(name, fields[name] as Field<Settings[Name]>, settings[name], defaults[name]);
  for (const place of places) add(place, dropFields[place], settings.drops[place], defaults.drops[place]);
  for (const name of Object.keys(fields) as (keyof Fields)[]) addField(name);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
