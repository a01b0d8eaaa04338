// The progress lines, on a stream and a clock of the test's own.

import { describe, expect, it, vi } from "vitest";
import type { BatchEvent } from "./callbacks.js";
import { type ProgressOptions, progress } from "./progress.js";
import { estimateSecondsLeft, formatDuration } from "./progress-text.js";

const scores = { loss: 1.23456, accuracy: 0.5 };
const event = { epochs: 2, history: [], stop: () => {} };
const place = () => ({ batch: 1, running: { samples: 1, sums: {} }, seconds: 1 });
/** What every batch has that no line shows. */
const rest = { updated: true, place };

/** A fit of 2 epochs of 4 batches of 32 samples, 5 seconds a batch, and 2 batches of validation, 1 second each. */
async function showFit(terminal: boolean, options: ProgressOptions = {}): Promise<string[]> {
  let now = 1000;
  const written: string[] = [];
  const stream = { isTTY: terminal, columns: 60, write: (text: string) => written.push(text) > 0 };
  const shown = progress({ stream: stream as never, clock: () => now, ...options });
  await shown.onFitStart?.(event);
  for (let epoch = 1; epoch <= 2; epoch++) {
    await shown.onEpochStart?.({ ...event, epoch });
    for (let batch = 1; batch <= 4; batch++) {
      now += 5000;
      await shown.onBatchEnd?.({
        ...event,
        epoch,
        phase: "train",
        batch,
        batches: 4,
        samples: 32 * batch,
        scores,
        ...rest,
      });
    }
    for (let batch = 1; batch <= 2; batch++) {
      now += 1000;
      await shown.onEvaluationBatchEnd?.({
        ...event,
        epoch,
        phase: "validation",
        batch,
        batches: 2,
        samples: 100 * batch,
        scores,
        ...rest,
      });
    }
    const record = {
      epoch,
      live: scores,
      clean: null,
      validation: scores,
      samples: 128,
      trainSeconds: 20,
      seconds: 22,
    };
    await shown.onEpochEnd?.({ ...event, epoch, record });
  }
  await shown.onFitEnd?.({ ...event, reason: "complete", error: null });
  return written;
}

describe("progress", () => {
  it("writes plain lines, now and then, where there is no terminal", async () => {
    expect(await showFit(false)).toMatchInlineSnapshot(`
      [
        "epoch 1/2  train 2/4  6 samples/s  0:30 left  loss 1.2346  accuracy 0.5000
      ",
        "epoch 1/2  train 4/4  6 samples/s  0:20 left  loss 1.2346  accuracy 0.5000
      ",
        "epoch 1/2  live loss 1.2346 accuracy 0.5000  validation loss 1.2346 accuracy 0.5000  6 samples/s  0:22
      ",
        "epoch 2/2  train 2/4  6 samples/s  0:11 left  loss 1.2346  accuracy 0.5000
      ",
        "epoch 2/2  train 4/4  6 samples/s  0:00 left  loss 1.2346  accuracy 0.5000
      ",
        "epoch 2/2  live loss 1.2346 accuracy 0.5000  validation loss 1.2346 accuracy 0.5000  6 samples/s  0:22
      ",
      ]
    `);
  });

  it("leaves the epochs' lines to others if told so", async () => {
    expect(await showFit(false, { epochLines: false, plainInterval: 20 })).toMatchInlineSnapshot(`
      [
        "epoch 1/2  train 4/4  6 samples/s  0:20 left  loss 1.2346  accuracy 0.5000
      ",
        "epoch 2/2  train 4/4  6 samples/s  0:00 left  loss 1.2346  accuracy 0.5000
      ",
      ]
    `);
  });

  it("writes one line over and over on a terminal, no wider than that, and takes it away at the end", async () => {
    const written = await showFit(true, { epochLines: false });
    expect(written.slice(0, 2).map((text) => JSON.stringify(text))).toMatchInlineSnapshot(`
      [
        ""\\u001b[?2026hepoch 1/2  train 1/4  6 samples/s  0:35 left  loss 1.2346\\n\\u001b[?2026l"",
        ""\\u001b[?2026h\\u001b[2K\\u001b[1A\\u001b[2K\\u001b[Gepoch 1/2  train 2/4  6 samples/s  0:30 left  loss 1.2346\\n\\u001b[?2026l"",
      ]
    `);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of terminals begin with one
    const texts = written.map((text) => text.replaceAll(/\u001b\[[?0-9;]*[a-zA-Z]/g, "").trimEnd());
    expect(texts.filter((text) => text !== "")).toHaveLength(12);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(60);
    expect(texts.at(-1)).toBe("");
  });

  // Whoever hides the cursor listens to SIGINT to bring it back, and so ends a program that wants to end in its own time.
  it("leaves the cursor alone, and with it Ctrl-C", async () => {
    const { isTTY } = process.stderr;
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    // What hides cursors asks this stream, whichever the line is written to.
    process.stderr.isTTY = true;
    try {
      await showFit(true);
      expect(write).not.toHaveBeenCalled();
    } finally {
      process.stderr.isTTY = isTTY;
      write.mockRestore();
    }
  });
});

describe("the text", () => {
  it("of durations", () => {
    expect([0, 59.6, 61, 3599.4, 3600, 36061].map(formatDuration)).toEqual([
      "0:00",
      "1:00",
      "1:01",
      "59:59",
      "1:00:00",
      "10:01:01",
    ]);
  });

  it("of the time left: the rest at the pace so far", () => {
    const at = (epoch: number, batch: number, batches: number | null, phase: BatchEvent["phase"] = "train") =>
      estimateSecondsLeft({ ...event, epochs: 4, epoch, batch, batches, phase, samples: 1, scores, ...rest }, 10);
    expect([at(1, 1, 2), at(2, 1, 2), at(4, 2, 2), at(3, 1, 9, "clean"), at(1, 1, null)]).toEqual(
      [70, 10 / 0.6, 0, 10 / 3, null].map((value) => (value === null ? null : expect.closeTo(value, 9))),
    );
    // Of the last two epochs of four, three quarters are left.
    const third: BatchEvent = {
      ...event,
      epochs: 4,
      epoch: 3,
      batch: 1,
      batches: 2,
      phase: "train",
      samples: 1,
      scores,
      ...rest,
    };
    expect(estimateSecondsLeft(third, 10, 2)).toBeCloseTo(30, 9);
  });
});
