// The types of index.js.
import type { Options } from "tsup";

export function library(entry?: Options["entry"]): Options;
export function app(entry: string[]): Options;
