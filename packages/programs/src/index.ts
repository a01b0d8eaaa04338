// @bernoulli/programs: what the command-line programs in apps share. Only re-exports. Not what any of them computes.

export { wantsColour } from "./colour.js";
export { configured } from "./config.js";
export { type DownloadBar, downloadBar } from "./download-bar.js";
export { codeOf, exitCodeFrom, type Shown, shownBy, type Telling } from "./errors.js";
export { makeWritable, writeWhole } from "./files.js";
export { exitCodeOf, Interruption, listenToSignals } from "./interruption.js";
export { type Kept, keep } from "./keep.js";
export { oneOf, optionNumber, parseOptions, UsageError } from "./options.js";
export { document, svg } from "./page/charts.js";
export { escapeText, figure, pageOf, percent } from "./page/markup.js";
export { dataAddress } from "./page/pictures.js";
export { style } from "./page/style.js";
export { markdownTable } from "./page/table.js";
export { runProcess, type Surroundings } from "./process.js";
export { findImages, type ImageSource } from "./source.js";
export { type Voice, voiceOf } from "./voice.js";
