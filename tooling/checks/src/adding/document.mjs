// What docs/adding.md tells to do: its sections, and in each the edits and commands, by the fixed forms that introduce them. Reads no
// files, changes none.
// @ts-check

/** Where examples stand, from the repository's root. */
export const page = "docs/adding.md";

/**
 * @typedef {{ readonly kind: "new", readonly file: string, readonly text: string }} NewFile
 * @typedef {{ readonly kind: "after", readonly file: string, readonly anchor: string, readonly text: string }} After behind the one line that holds the anchor
 * @typedef {{ readonly kind: "end", readonly file: string, readonly text: string }} End
 * @typedef {{ readonly kind: "every", readonly file: string, readonly from: string, readonly to: string }} Every
 * @typedef {{ readonly kind: "run", readonly command: string, readonly folder: string }} Run
 * @typedef {NewFile | After | End | Every} Edit
 * @typedef {{ readonly title: string, readonly claimed: number, readonly line: number, readonly steps: readonly (Edit | Run)[] }} Section
 */

const heading = /^## (.+): (\d+) places$/;

/** The forms with a code block behind them. @type {readonly (readonly [RegExp, (found: RegExpMatchArray, text: string) => Edit])[]} */
const forms = [
  [/^New file `([^`]+)`:$/, ([, file = ""], text) => ({ kind: "new", file, text })],
  [/^In `([^`]+)`, after `([^`]+)`:$/, ([, file = "", anchor = ""], text) => ({ kind: "after", file, anchor, text })],
  [/^At the end of `([^`]+)`:$/, ([, file = ""], text) => ({ kind: "end", file, text })],
];

/**
 * @param {string} document
 * @returns {{ sections: Section[], problems: string[] }} sections that claim places; what fits no form, a line each
 */
export function parse(document) {
  const lines = document.split("\n");
  /** @type {(Section & { steps: (Edit | Run)[] })[]} */
  const sections = [];
  /** @type {string[]} */
  const problems = [];
  /** @type {(Edit | Run)[] | null} */
  let steps = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const wrong = (/** @type {string} */ what) => problems.push(`${page}:${at + 1}: ${what}`);
    if (line.startsWith("## ")) {
      const [, title = "", claimed] = heading.exec(line) ?? [];
      steps = claimed === undefined ? null : [];
      if (steps !== null) sections.push({ title, claimed: Number(claimed), line: at + 1, steps });
      continue;
    }
    const every = /^In `([^`]+)`, every `([^`]+)` becomes `([^`]+)`\.$/.exec(line);
    const run = /^Run `([^`]+)`(?: in `([^`]+)`)?\.$/.exec(line);
    /** @type {Edit | Run | null} */
    let step = null;
    if (every !== null) step = { kind: "every", file: every[1] ?? "", from: every[2] ?? "", to: every[3] ?? "" };
    else if (run !== null) step = { kind: "run", command: run[1] ?? "", folder: run[2] ?? "." };
    else if (line.startsWith("```")) {
      wrong("no form introduces this block");
      at = endOf(lines, at);
    } else {
      for (const [pattern, make] of forms) {
        const found = pattern.exec(line);
        if (found === null) continue;
        const start = lines[at + 1] === "" ? at + 2 : at + 1;
        if (!lines[start]?.startsWith("```")) wrong("no block follows");
        const end = endOf(lines, start);
        step = make(found, `${lines.slice(start + 1, end).join("\n")}\n`);
        at = end;
      }
      // A form with a slip in it would else pass as prose.
      if (step === null && /^(New file|In|At the end of|Run) `/.test(line)) wrong(`this is no form: ${line}`);
    }
    if (step !== null && steps === null) wrong("a step outside the sections that count places");
    else if (step !== null) steps?.push(step);
  }
  return { sections, problems };
}

/** The line that ends the block which starts at a line. @param {readonly string[]} lines @param {number} start */
function endOf(lines, start) {
  const fence = /^`+/.exec(lines[start] ?? "")?.[0] ?? "```";
  const end = lines.findIndex((line, at) => at > start && line === fence);
  return end < 0 ? lines.length : end;
}

/** The files that a document makes. @param {string} document */
export function newFiles(document) {
  return parse(document).sections.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === "new" ? [step.file] : [])),
  );
}

/** The places that a section's steps write. @param {Section} section */
export function placesOf({ steps }) {
  return [...new Set(steps.flatMap((step) => (step.kind === "run" ? [] : [step.file])))];
}

/**
 * A file's text with an edit made.
 *
 * @param {Edit} edit
 * @param {string | null} present null where there is no such file
 */
export function edited(edit, present) {
  const { file } = edit;
  if (edit.kind === "new") {
    if (present !== null) throw new Error(`${file} is there already`);
    return edit.text;
  }
  if (present === null) throw new Error(`${file} is not there`);
  if (edit.kind === "end") return `${present}${edit.text}`;
  if (edit.kind === "every") {
    if (!present.includes(edit.from)) throw new Error(`${file} has no ${edit.from}`);
    return present.replaceAll(edit.from, () => edit.to);
  }
  const lines = present.split("\n");
  const places = lines.flatMap((line, at) => (line.includes(edit.anchor) ? [at] : []));
  if (places.length !== 1)
    throw new Error(`${file} has ${places.length} lines with ${edit.anchor}, where one is to be found`);
  return lines
    .toSpliced(/** @type {number} */ (places[0]) + 1, 0, ...edit.text.replace(/\n$/, "").split("\n"))
    .join("\n");
}
