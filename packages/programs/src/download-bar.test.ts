// What a download shows, on a terminal and elsewhere.

import { expect, it } from "vitest";
import { downloadBar } from "./download-bar.js";

function show(isTTY: boolean, ...steps: [at: number, received: number][]): string {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) > 0, isTTY, columns: 80 };
  let now = 0;
  const { onProgress, end } = downloadBar("CIFAR-10", stream as never, () => now);
  for (const [at, received] of steps) {
    now = at;
    onProgress(received, 100e6);
  }
  end();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's commands are such characters.
  return written.join("").replace(/\u001b\[[?0-9;]*[A-Za-z]/g, "");
}

it("is a bar on a terminal, with the rate of this call and the time left", () => {
  // 40 MB were there before; 10 MB in one second since.
  const text = show(true, [0, 40e6], [50, 41e6], [1000, 50e6]);
  expect(text.trim().split("\n")).toMatchInlineSnapshot(`
    [
      "CIFAR-10  ██████████░░░░░░░░░░░░░░  40.0 of 100.0 MB  0.0 MB/s",
      "CIFAR-10  ████████████░░░░░░░░░░░░  50.0 of 100.0 MB  10.0 MB/s  5 s left",
    ]
  `);
});

it("is a line for every tenth elsewhere", () => {
  const text = show(false, [0, 1e6], [1, 9e6], [2, 10e6], [3, 11e6], [4, 35e6], [5, 100e6]);
  expect(text.trim().split("\n")).toMatchInlineSnapshot(`
    [
      "CIFAR-10  10 % of 100.0 MB",
      "CIFAR-10  30 % of 100.0 MB",
      "CIFAR-10  100 % of 100.0 MB",
    ]
  `);
});
