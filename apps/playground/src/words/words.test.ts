// That no language lacks a word the compiler knows; here: that none is empty, left in English, or says other numbers.

import { expect, it, test } from "vitest";
import { en } from "./en.js";
import { ko } from "./ko.js";
import { classIn, languageOf, words } from "./words.js";

/** All texts of a table with their paths; those of functions for numbers, or where they take names for names. */
function textsOf(table: object, path = ""): [path: string, text: string][] {
  return Object.entries(table).flatMap(([name, value]): [string, string][] => {
    const at = `${path}${name}`;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "function") return [[at, String(value(7, 8, 9))]];
    return textsOf(value as object, `${at}.`);
  });
}

it("no text is empty, and all of Korean's are Korean but for names", () => {
  const english = new Map(textsOf(en));
  const same: string[] = [];
  for (const [path, text] of textsOf(ko)) {
    expect(text.trim(), path).not.toBe("");
    if (english.get(path) === text) same.push(path);
  }
  expect(
    same.filter((path) => !/^(modes|layers|optimizers|dataNames|number|sizeOf|kinds|classes|p)\b/.test(path)),
  ).toEqual([]);
  const korean = new Map(textsOf(ko));
  for (const [path] of english) expect(korean.has(path), path).toBe(true);
});

test.each([
  [null, ["ko-KR", "en"], "ko"],
  [null, ["de-DE", "en-GB"], "en"],
  [null, ["KO"], "ko"],
  [null, [], "en"],
  ["en", ["ko-KR"], "en"],
] as const)("%s chosen of %j: %s", (chosen, wanted, spoken) => {
  expect(languageOf(chosen, wanted)).toBe(spoken);
});

it("classes have names, and unknown ones keep theirs", () => {
  expect(classIn(words.ko, "heart")).toBe("하트");
  expect(classIn(words.en, "heart")).toBe("heart");
  expect(classIn(words.ko, "7")).toBe("7");
});
