// The types of index.js.
import type { BuildOptions } from "esbuild";
import type { Options } from "tsup";

export function library(entry?: Options["entry"]): Options;
export function app(entry: string[]): Options;
export function reached(entries: readonly string[], written: ReadonlyMap<string, string>): string[];
export function withStarsInDocs(text: string): string;
export function singleFile(name: string): NonNullable<Options["plugins"]>[number];
export function singleFileOptions(folder: string, conditions?: string[]): BuildOptions;
