// What activations share: settings that are known by their defaults, in PyTorch's order, and printed as PyTorch's.

import { checkOptions, type Kind, optionsOf } from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { python } from "../../print.js";

type Setting = number | boolean | string;

/** The options object of settings, each of which may be left out. */
export type SettingsOf<Settings> = { readonly [Name in keyof Settings]?: Settings[Name] };

const kinds: Readonly<Record<string, Kind>> = { number: "number", boolean: "boolean", string: "string" };

/** A layer whose settings are its properties; what it computes its class says. */
export abstract class Activation extends Module {
  private readonly names: readonly string[];

  /** Settings by name or in the order of their defaults. */
  protected constructor(owner: string, defaults: Readonly<Record<string, Setting>>, given: readonly unknown[]) {
    super();
    this.names = Object.keys(defaults);
    const options = optionsOf<Record<string, Setting>>(owner, this.names, given);
    checkOptions(
      owner,
      options,
      Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, kinds[typeof value]!])),
    );
    for (const [name, value] of Object.entries(defaults)) Reflect.set(this, name, options[name] ?? value);
  }

  /** Numbers are PyTorch's floats: 1 is printed as 1.0. */
  override extraRepr(): string {
    return this.names
      .filter((name) => name !== "inplace" || Reflect.get(this, name) === true)
      .map((name) => `${snake(name)}=${pythonFloat(Reflect.get(this, name) as Setting)}`)
      .join(", ");
  }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** As Python prints a float, a boolean or, in quotes, a string. */
export function pythonFloat(value: Setting): string {
  if (typeof value === "string") return `'${value}'`;
  const text = python(value);
  return typeof value === "number" && /^-?\d+$/.test(text) ? `${text}.0` : text;
}
