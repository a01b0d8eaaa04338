#!/usr/bin/env node
// `typecheck`: checks the types of a package by TypeScript 7, writing nothing. Declarations are made by tsup with the older compiler of the
// catalog, whose API it needs, so that the sources of the packages hold under both.
// @ts-check
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const compiler = fileURLToPath(new URL("../bin/tsc", import.meta.resolve("typescript-native")));
const { status } = spawnSync(process.execPath, [compiler, "--noEmit", ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = status ?? 1;
