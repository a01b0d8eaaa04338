// The page's languages: which words there are, and which language is spoken.

import type { Language } from "../state/settings.js";
import { en } from "./en.js";
import { ko } from "./ko.js";

/** The same names and parameters with other texts. */
type Translated<Value> = Value extends string
  ? string
  : Value extends (...values: infer Parameters) => string
    ? (...values: Parameters) => string
    : { readonly [Name in keyof Value]: Translated<Value[Name]> };

export type Words = Translated<typeof en>;

export const words: Readonly<Record<Language, Words>> = { en, ko };
/** The languages by their own names. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", ko: "한국어" };

/** The one that was chosen, or else the first that the browser asks for. */
export function languageOf(chosen: Language | null, wanted: readonly string[]): Language {
  if (chosen !== null) return chosen;
  const known = wanted.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => tag === "en" || tag === "ko");
  return (known as Language | undefined) ?? "en";
}

/** A class's name in a language; those that it has no word for stay. */
export const classIn = ({ classes }: Words, name: string): string => classes[name] ?? name;
