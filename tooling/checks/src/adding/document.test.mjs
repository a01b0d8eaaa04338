// Which lines of docs/adding.md are steps, and what they do to a file.
// @ts-check
import { describe, expect, it } from "vitest";
import { edited, newFiles, parse, placesOf } from "./document.mjs";

const sample = `# Adding

## Words

Prose with \`code\` of any kind.

## An op: 3 places

New file \`src/a.ts\`:

\`\`\`ts
/** \`a\` */
export const a = 1;
\`\`\`

In \`src/index.ts\`, after \`from "./z.js"\`:

\`\`\`ts
export { a } from "./a.js";
\`\`\`

At the end of \`src/index.ts\`:
\`\`\`ts
// The end.
\`\`\`

In \`src/b.ts\`, every \`x: 1\` becomes \`x: 1, y: 2\`.

Run \`pnpm vitest run src/a.test.ts\` in \`packages/a\`.

Run \`pnpm fixtures ops\`.
`;

it("reads the forms, and counts files", () => {
  const { sections, problems } = parse(sample);
  expect(problems).toEqual([]);
  expect(sections).toEqual([
    {
      title: "An op",
      claimed: 3,
      line: 7,
      steps: [
        { kind: "new", file: "src/a.ts", text: "/** `a` */\nexport const a = 1;\n" },
        { kind: "after", file: "src/index.ts", anchor: 'from "./z.js"', text: 'export { a } from "./a.js";\n' },
        { kind: "end", file: "src/index.ts", text: "// The end.\n" },
        { kind: "every", file: "src/b.ts", from: "x: 1", to: "x: 1, y: 2" },
        { kind: "run", command: "pnpm vitest run src/a.test.ts", folder: "packages/a" },
        { kind: "run", command: "pnpm fixtures ops", folder: "." },
      ],
    },
  ]);
  expect(sections.map(placesOf)).toEqual([["src/a.ts", "src/index.ts", "src/b.ts"]]);
  expect(newFiles(sample)).toEqual(["src/a.ts"]);
});

it("says what is no form, and what stands where nobody counts", () => {
  const broken = "## An op: 1 places\n\n```ts\nlet x;\n```\n\nNew file `a.ts`\n\nNew file `b.ts`:\n\nno block";
  expect(parse(broken).problems).toEqual([
    "docs/adding.md:3: no form introduces this block",
    "docs/adding.md:7: this is no form: New file `a.ts`",
    "docs/adding.md:9: no block follows",
  ]);
  expect(parse("## Words\n\nRun `pnpm test`.").problems).toEqual([
    "docs/adding.md:3: a step outside the sections that count places",
  ]);
});

describe("an edit", () => {
  it("stands where it is told", () => {
    expect(edited({ kind: "new", file: "a", text: "x\n" }, null)).toBe("x\n");
    expect(edited({ kind: "end", file: "a", text: "x\n" }, "1\n")).toBe("1\nx\n");
    expect(edited({ kind: "after", file: "a", anchor: "two", text: "x\n" }, "one\nthe two\nthree\n")).toBe(
      "one\nthe two\nx\nthree\n",
    );
    expect(edited({ kind: "every", file: "a", from: "1", to: "$&2" }, "1, 1\n")).toBe("$&2, $&2\n");
  });

  it("fails where that is not there, or not clear", () => {
    const after = { kind: /** @type {const} */ ("after"), file: "a", anchor: "two", text: "x\n" };
    expect(() => edited({ kind: "new", file: "a", text: "x\n" }, "")).toThrow("a is there already");
    expect(() => edited(after, null)).toThrow("a is not there");
    expect(() => edited(after, "one\n")).toThrow("a has 0 lines with two");
    expect(() => edited(after, "two\ntwo\n")).toThrow("a has 2 lines with two");
    expect(() => edited({ kind: "every", file: "a", from: "1", to: "2" }, "x")).toThrow("a has no 1");
  });
});
