// Settings go through an address and come back; addresses that are none give defaults, and say so.

import { seeded } from "@bernoulli/testing";
import { describe, expect, it, test } from "vitest";
import { kindsAt, places } from "./places.js";
import { defaults, languages, modes, offered, optimizers, type Settings, sizes, speeds } from "./settings.js";
import { parseSettings, printSettings } from "./url.js";

/** Any settings that the controls can make. */
function anySettings(seed: number): Settings {
  const random = seeded(seed);
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const p = () => Math.round(random() * 19) / 20;
  const drops = Object.fromEntries(places.map((place) => [place, { kind: one(kindsAt[place]), p: p() }]));
  return {
    seed: Math.floor(random() ** 4 * 2 ** 32),
    optimizer: one(optimizers),
    lr: one([1e-5, 0.0002, 0.001, 0.25, 1]),
    size: one(sizes),
    drops: drops as Settings["drops"],
    mode: one(modes),
    speed: one(speeds),
    image: Math.floor(random() * offered),
    language: one([null, ...languages]),
    embed: random() < 0.5,
  };
}

describe("settings in an address", () => {
  it("come back as they were", () => {
    for (let seed = 1; seed <= 500; seed++) {
      const settings = anySettings(seed);
      expect(parseSettings(printSettings(settings)), `seed ${seed}`).toEqual({ settings, bad: [] });
    }
  });

  it("are left out where they are the defaults", () => {
    expect(printSettings(defaults)).toBe("");
    expect(printSettings({ ...defaults, seed: 7, language: "ko" })).toBe("?seed=7&language=ko");
    expect(printSettings({ ...defaults, drops: { ...defaults.drops, fc2: { kind: "gaussian", p: 0.5 } } })).toBe(
      "?fc2=gaussian:0.5",
    );
  });

  test.each([
    ["seed", "-1"],
    ["seed", "1.5"],
    ["seed", "4294967296"],
    ["seed", "0x10"],
    ["seed", ""],
    ["optimizer", "Adam"],
    ["lr", "0"],
    ["lr", "2"],
    ["lr", "NaN"],
    ["size", "501"],
    ["mode", "test"],
    ["speed", "fast"],
    ["image", "20"],
    ["language", "de"],
    ["embed", "true"],
    ["conv1", "dropout"],
    ["conv1", "dropout:0.96"],
    ["conv1", "dropout:0.5:1"],
    ["fc1", "block:0.5"],
    ["fc2", "toString:0.5"],
  ])("%s=%s is none, and the default stands in its place", (name, value) => {
    const query = `?${name}=${encodeURIComponent(value)}`;
    expect(parseSettings(query)).toEqual({ settings: defaults, bad: [{ name, value }] });
  });

  it("stand beside those of others", () => {
    expect(parseSettings("?utm_source=x&seed=3#there")).toEqual({
      settings: { ...defaults, seed: defaults.seed },
      bad: [{ name: "seed", value: "3#there" }],
    });
    expect(parseSettings("?utm_source=x&seed=3")).toEqual({ settings: { ...defaults, seed: 3 }, bad: [] });
  });

  it("whatever an address holds, settings come of it that can be printed and read", () => {
    const letters = "01.:-e&=?%+dropoutnseed conv1fc2adam";
    for (let seed = 1; seed <= 500; seed++) {
      const random = seeded(seed);
      const pieces = Array.from({ length: 40 }, () => letters[Math.floor(random() * letters.length)]!);
      const query = `?${random() < 0.5 ? "fc1=" : "seed="}${pieces.join("")}`;
      const { settings } = parseSettings(query);
      expect(parseSettings(printSettings(settings)), query).toEqual({ settings, bad: [] });
    }
  });
});
